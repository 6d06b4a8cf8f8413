import { mattersApi as api, type MatterCard } from '../../modules/matters/contract.ts'
import { addMinutes } from '../../kernel/dates.ts'
import type { InputOf } from '../../kernel/endpoint.ts'
import { clock, type Caller } from '../world.ts'
import { exampleFile } from './files.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { somebody } from './people.ts'

export const brokenLamp = (w: ExampleWorld) => ({ kind: 'facility', words: '3幢2单元楼道灯不亮', place: '3幢2单元', areaId: w.c.compounds[0]?.grids[0]?.id ?? w.c.community.id, callerName: '周大姐', callerPhone: '19900007001', channel: 'phone' }) as const

/** Somebody reported by telephone that a lamp is broken; registered at the community, not assigned yet. */
export const aMatter = async (w: ExampleWorld, more: Partial<InputOf<typeof api.registerMatter>> = {}): Promise<MatterCard> => (await w.c.as('communityWorker')).call(api.registerMatter, { ...brokenLamp(w), ...more })
const idOf = async (w: ExampleWorld) => ({ matterId: (await aMatter(w)).matterId })

/** Assigned to somebody; to the caller, where the test is about whose turn it is. */
export async function anAssigned(w: ExampleWorld, accountId?: string, more: Partial<InputOf<typeof api.registerMatter>> = {}): Promise<{ matterId: string }> {
  const { matterId } = await aMatter(w, more)
  await (await w.c.as('communityWorker')).call(api.assignMatter, { matterId, accountId: accountId ?? (await w.c.as('gridWorker')).accountId })
  return { matterId }
}
/** The community cannot do it alone. */
export async function aWhistle(w: ExampleWorld): Promise<{ matterId: string }> {
  const { matterId } = await aMatter(w, { kind: 'hazard', words: '消防通道被石墩堵住' })
  await (await w.c.as('communityWorker')).call(api.whistleMatter, { matterId, reason: '要城管到场', kind: 'routine', departments: ['城管'] })
  return { matterId }
}
/** The department that was called has come. */
export async function reportedIn(w: ExampleWorld): Promise<{ matterId: string }> {
  const whistle = await aWhistle(w)
  await (await w.c.as('subdistrictOfficer')).call(api.reportInMatter, { ...whistle, department: '城管' })
  return whistle
}
/** Done, to be called back. */
export async function aDone(w: ExampleWorld): Promise<{ matterId: string }> {
  const { matterId } = await aMatter(w)
  await (await w.c.as('communityWorker')).call(api.finishMatter, { matterId, outcome: '换了灯泡' })
  return { matterId }
}
export async function anExclusion(w: ExampleWorld): Promise<{ matterId: string }> {
  const { matterId } = await aMatter(w)
  await (await w.c.as('communityWorker')).call(api.askExclusion, { matterId, ground: 'repeated', reason: '同一盏灯报了两次' })
  return { matterId }
}
const aPhoto = async (w: ExampleWorld) => {
  const photographer: Caller = await w.c.as('communityWorker')
  const card = await photographer.call(api.addMatterPhoto, await idOf(w), { upload: exampleFile('matters.addMatterPhoto') })
  return { photoId: card.photos[0]?.photoId ?? '' }
}
const today = () => clock.now.slice(0, 10)

export const mattersExamples: ExamplesOf<typeof api> = {
  registerMatter: async (w) => brokenLamp(w),
  listMatters: async () => ({ tab: 'active' }),
  matterCounts: async () => ({}),
  matterRates: async () => ({ from: today(), to: today() }),
  mattersAbout: async (w) => ({ personId: (await somebody(w)).personId }),
  getMatter: idOf,
  callerPhone: async (w) => ({ ...(await idOf(w)), reason: '电话联系本人' }),
  takeMatter: (w) => idOf(w),
  contactMatter: (w) => idOf(w),
  assignMatter: async (w) => ({ ...(await idOf(w)), accountId: (await w.c.as('gridWorker')).accountId, note: '先去看一下' }),
  objectMatter: async (w) => ({ ...(await anAssigned(w, w.caller.accountId)), reason: '不是我的网格' }),
  extendMatter: async (w) => ({ ...(await anAssigned(w, w.caller.accountId)), dueAt: addMinutes(clock.now, 5 * 24 * 60), reason: '配件明天到' }),
  whistleMatter: async (w) => ({ ...(await idOf(w)), reason: '要城管到场', kind: 'emergency', departments: ['城管', '消防'] }),
  reportInMatter: async (w) => ({ ...(await aWhistle(w)), department: '城管', who: '李队' }),
  rateMatter: async (w) => ({ ...(await reportedIn(w)), department: '城管', score: 4, word: '来得快' }),
  handBackMatter: async (w) => ({ ...(await aWhistle(w)), reason: '已协调城管,请社区配合' }),
  finishMatter: async (w) => ({ ...(await anAssigned(w, w.caller.accountId)), outcome: '换了灯泡' }),
  callBackMatter: async (w) => ({ ...(await aDone(w)), satisfaction: 'satisfied', resolved: true }),
  withdrawMatter: async (w) => ({ matterId: (await w.caller.call(api.registerMatter, brokenLamp(w))).matterId, reason: '登了两次' }),
  askExclusion: async (w) => ({ ...(await idOf(w)), ground: 'repeated', reason: '同一盏灯报了两次' }),
  ruleExclusion: async (w) => ({ ...(await anExclusion(w)), approve: true }),
  undoMatterStep: async (w) => {
    const { matterId } = await anAssigned(w, w.caller.accountId)
    await w.caller.call(api.takeMatter, { matterId })
    return { matterId }
  },
  addMatterPhoto: idOf,
  reportMatter: async () => ({ kind: 'sanitation', words: '垃圾桶满了', place: '东门口' }),
  addOwnPhoto: async (w) => ({ receipt: (await w.caller.call(api.reportMatter, { kind: 'sanitation', words: '垃圾桶满了' })).receipt ?? '' }),
  myMatters: async (w) => ({ receipts: (await w.caller.call(api.reportMatter, { kind: 'sanitation', words: '垃圾桶满了' })).receipt ?? '' }),
  removeMatterPhoto: aPhoto,
  matterPhoto: aPhoto,
}
