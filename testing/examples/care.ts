import { careApi as api, type CareResult } from '../../modules/care/contract.ts'
import { peopleApi } from '../../modules/people/contract.ts'
import { clock } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
/** An old woman who lives alone in the first grid, entered today. */
export async function anElder({ c }: ExampleWorld, over: object = {}): Promise<{ personId: string; householdId: string }> {
  const worker = await c.as('communityWorker')
  return worker.call(peopleApi.registerPerson, { areaId: c.compounds[0]?.grids[0]?.id ?? '', building: '6', unit: '1', room: `${700 + ++serial}`, name: '周桂英', sex: '2', birthOn: '1946-03-08', phone: '19900004321', careGroups: ['livingAlone', 'chronic'], ...over })
}
const one = async (w: ExampleWorld) => ({ personId: (await anElder(w)).personId })
export const aVisit = async (w: ExampleWorld, result: CareResult = 'fine') => w.caller.call(api.recordCareVisit, { ...(await one(w)), result })
const inDays = (days: number) => new Date(Date.parse(clock.now) + days * 86_400_000).toISOString().slice(0, 10)

export const careExamples: ExamplesOf<typeof api> = {
  listCare: async (w) => { await anElder(w); return { tab: 'all' } },
  careFigures: async () => ({}),
  careByArea: async (w) => { await anElder(w); return {} },
  listUncared: async () => ({}),
  careRhythms: async (w) => ({ areaId: w.c.community.id }),
  careAbout: one,
  getCare: one,
  recordCareVisit: async (w) => ({ ...(await one(w)), result: 'need', need: { kind: 'errand', words: '降压药两盒' } }),
  undoCareVisit: async (w) => ({ visitId: (await aVisit(w)).visitId }),
  setCareRhythm: async (w) => ({ ...(await one(w)), days: 2, reason: '刚出院' }),
  declineCare: async (w) => ({ ...(await one(w)), saidBy: '本人', askAgainOn: inDays(30) }),
  resumeCare: one,
  nameAnswerer: async (w) => ({ ...(await one(w)), kind: 'volunteer', name: '陈志愿', phone: '19900005555' }),
  dropAnswerer: one,
  nameContact: async (w) => ({ ...(await one(w)), name: '周敏', relation: 'child', phone: '19900006666' }),
  revealCarePhone: async (w) => ({ ...(await one(w)), whose: 'contact', reason: '两次没见到人' }),
  setCareRhythms: async (w) => ({ areaId: w.c.community.id, items: [{ group: 'chronic', days: 10 }] }),
  coverHome: async (w) => ({ householdId: (await anElder(w)).householdId, kind: 'relative', carerName: '周敏', phone: '19900006666' }),
  undoCover: async (w) => ({ coverId: (await w.caller.call(api.coverHome, { householdId: (await anElder(w)).householdId, kind: 'able' })).coverId }),
}
