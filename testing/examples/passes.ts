import { passesApi as api, type PassCard, type passesApi } from '../../modules/passes/contract.ts'
import { passesJobs } from '../../modules/passes/service.ts'
import { runJobs } from '../world.ts'
import { firstCompound } from './duty.ts'
import { exampleFile } from './files.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { somebody } from './people.ts'

const worker = (w: ExampleWorld) => w.c.as('communityWorker')
export const aHouseholdPass = async (w: ExampleWorld): Promise<PassCard> => (await worker(w)).call(api.issueHousehold, { householdId: (await somebody(w)).householdId })
let cars = 10_000
export const aVehiclePass = async (w: ExampleWorld, more: Record<string, unknown> = {}): Promise<PassCard> =>
  (await worker(w)).call(api.issueVehicle, { plate: `云H${++cars}`, purpose: 'supplies', owner: '文山供销社', driver: '赵志强', companions: 2, route: '供销社—各小区', ...more } as never)
export const aVisit = async (w: ExampleWorld): Promise<PassCard> => (await worker(w)).call(api.announceVisitor, { householdId: (await somebody(w)).householdId, name: '钱师傅', phone: '19900005678', purpose: 'renovation', from: '砚山' })
/** The token of a household's own page. */
export const householdToken = async (w: ExampleWorld, householdId: string): Promise<string> => (await (await worker(w)).call(api.householdLink, { householdId })).url.split('/').at(-1) ?? ''

const ofPass = async (w: ExampleWorld) => ({ passId: (await aHouseholdPass(w)).passId })
export const withPhoto = async (w: ExampleWorld) => { const pass = await ofPass(w); await (await worker(w)).call(api.addPassPhoto, pass, { upload: exampleFile('passes.addPassPhoto') }); return pass }
const ofVehicle = async (w: ExampleWorld) => ({ passId: (await aVehiclePass(w)).passId })
const ofVisit = async (w: ExampleWorld) => ({ passId: (await aVisit(w)).passId })
const confirmed = async (w: ExampleWorld) => {
  const pass = await ofVisit(w)
  await (await worker(w)).call(api.confirmVisitor, pass)
  return pass
}
const begun = async (w: ExampleWorld) => {
  await somebody(w)
  return { batchId: (await (await worker(w)).call(api.issueMany, { areaId: firstCompound(w).id })).batchId }
}
const aRun = async (w: ExampleWorld) => {
  const run = await begun(w)
  await runJobs()
  return run
}
/** 签发中断 */
export const aRunGivenUp = async (w: ExampleWorld) => {
  const run = await begun(w)
  await w.c.tx('system', async (ctx) => passesJobs['passes.issueMany']?.givenUp?.(ctx, run))
  return run
}

export const passesExamples: ExamplesOf<typeof passesApi> = {
  listPasses: async () => ({ tab: 'all' }),
  passCounts: async () => ({}),
  getPass: ofPass,
  addPassPhoto: ofPass,
  removePassPhoto: withPhoto,
  passPhoto: withPhoto,
  passKeys: async () => ({}),
  passStops: async () => ({}),
  checkCode: async () => ({ code: 'WG:0123' }),
  healthOf: async (w) => ({ householdId: (await somebody(w)).householdId }),
  issueHousehold: async (w) => ({ householdId: (await somebody(w)).householdId }),
  issuePerson: async (w) => ({ personId: (await somebody(w)).personId }),
  issueVehicle: async () => ({ plate: `云H${++cars}`, purpose: 'medical' }),
  previewIssue: async (w) => ({ areaId: firstCompound(w).id }),
  issueMany: async (w) => ({ areaId: firstCompound(w).id }),
  getBatch: aRun,
  resumeBatch: aRunGivenUp,
  undoBatch: aRun,
  reprintPass: async (w) => ({ ...(await ofPass(w)), why: 'lost' }),
  renewPass: ofPass,
  revokePass: async (w) => ({ ...(await ofPass(w)), reason: '搬走了' }),
  reinstatePass: async (w) => {
    const pass = await ofPass(w)
    await (await worker(w)).call(api.revokePass, { ...pass, reason: '搬走了' })
    return pass
  },
  recheckVehicle: ofVehicle,
  undoRecheck: async (w) => {
    const pass = await ofVehicle(w)
    await (await worker(w)).call(api.recheckVehicle, pass)
    return pass
  },
  passPapers: async (w) => ({ passIds: [(await ofPass(w)).passId] }),
  announceVisitor: async (w) => ({ householdId: (await somebody(w)).householdId, name: '孙快递', purpose: 'parcel' }),
  confirmVisitor: ofVisit,
  declineVisitor: ofVisit,
  arriveVisitor: confirmed,
  reopenVisitor: confirmed,
  householdLink: async (w) => ({ householdId: (await somebody(w)).householdId }),
  myPass: async () => ({}),
  announceMine: async () => ({ name: '李小妹', purpose: 'guest' }),
  answerMine: async (w) => ({ ...(await ofVisit(w)), yes: true }),
  withdrawMine: ofVisit,
}
