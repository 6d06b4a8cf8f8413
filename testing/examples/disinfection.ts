import { disinfectionApi as api, type disinfectionApi } from '../../modules/disinfection/contract.ts'
import { exampleFile } from './files.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
const worker = (w: ExampleWorld) => w.c.as('communityWorker')
export const aPointOf = ({ c }: ExampleWorld, over: object = {}) => ({ areaId: c.compounds[0]?.id ?? '', building: '3幢', name: `${++serial}单元`, kind: 'stairwell', squareMetres: 60, timesADay: 2, ...over } as const)
export async function aPoint(w: ExampleWorld, over?: object): Promise<{ pointId: string }> {
  return { pointId: (await (await worker(w)).call(api.addPoints, { points: [aPointOf(w, over)] })).pointIds[0] ?? '' }
}
/** 该做没做, whatever the hour is: its times are owed from the morning on. */
export const aPointLate = (w: ExampleWorld) => aPoint(w, { kind: 'lift', name: `电梯${++serial}`, timesADay: 3 })
export const byWiping = { agent: 'chlorine', concentration: 500, method: 'wipe' } as const
export async function aRecord(w: ExampleWorld): Promise<{ disinfectionId: string }> {
  return { disinfectionId: (await (await worker(w)).call(api.recordDisinfection, { ...(await aPoint(w)), ...byWiping })).disinfectionId }
}
const asked = ({ c }: ExampleWorld) => ({ areaId: c.compounds[0]?.id ?? '', kind: 'household', place: '3幢1单元502', why: '密切接触者转运后' } as const)
export async function aTerminal(w: ExampleWorld): Promise<{ terminalId: string }> {
  return { terminalId: (await (await worker(w)).call(api.askTerminal, asked(w))).terminalId }
}
export const byTeam = { agent: 'chlorine', concentration: 1000, method: 'spray', squareMetres: 90, team: '市消杀应急队', result: '全屋喷洒,密闭30分钟后通风', evaluation: 'qualified' } as const
const withdrawn = async (w: ExampleWorld) => { const one = await aTerminal(w); await (await worker(w)).call(api.withdrawTerminal, { ...one, reason: '重复申请' }); return one }
const aPhoto = async (w: ExampleWorld): Promise<{ photoId: string }> =>
  ({ photoId: (await (await worker(w)).call(api.addDisinfectionPhoto, await aRecord(w), { upload: exampleFile('disinfection.addDisinfectionPhoto') })).pictures[0]?.photoId ?? '' })

export const disinfectionExamples: ExamplesOf<typeof disinfectionApi> = {
  listPoints: async () => ({}),
  pointCounts: async () => ({}),
  disinfectionPlaces: async () => ({}),
  getPoint: (w) => aPoint(w),
  offeredPoints: async ({ c }) => ({ areaId: c.community.id }),
  addPoints: async (w) => ({ points: [aPointOf(w)] }),
  editPoint: async (w) => ({ ...(await aPoint(w)), building: '4幢', name: '2单元', kind: 'stairwell', squareMetres: 80, timesADay: 3 }),
  closePoint: (w) => aPoint(w),
  reopenPoint: async (w) => { const point = await aPoint(w); await (await worker(w)).call(api.closePoint, point); return point },
  removePoints: async (w) => ({ pointIds: [(await aPoint(w)).pointId] }),
  pointListTemplate: async () => ({}),
  importPoints: async ({ c }) => ({ areaId: c.community.id }),
  pointLabels: async (w) => aPoint(w),
  recordDisinfection: async (w) => ({ ...(await aPoint(w)), ...byWiping }),
  undoDisinfection: aRecord,
  listDisinfections: async () => ({}),
  getDisinfection: aRecord,
  addDisinfectionPhoto: aRecord,
  removeDisinfectionPhoto: aPhoto,
  disinfectionPhoto: aPhoto,
  listTerminals: async () => ({}),
  terminalCounts: async () => ({}),
  getTerminal: aTerminal,
  askTerminal: async (w) => asked(w),
  withdrawTerminal: async (w) => ({ ...(await aTerminal(w)), reason: '重复申请' }),
  reopenTerminal: withdrawn,
  recordTerminal: async (w) => ({ ...(await aTerminal(w)), ...byTeam }),
  undoTerminal: async (w) => ({ disinfectionId: (await (await worker(w)).call(api.recordTerminal, { ...(await aTerminal(w)), ...byTeam })).disinfectionId }),
}
