import { dutyApi as api, type Assignment, type dutyApi } from '../../modules/duty/contract.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

export const firstCompound = (w: ExampleWorld) => w.c.compounds[0] ?? w.c.community
export const firstGrid = (w: ExampleWorld) => w.c.compounds[0]?.grids[0] ?? w.c.community

/** Somebody by name answers for the first compound. */
export const aKeeper = async (w: ExampleWorld, name = '孙保华'): Promise<Assignment> =>
  (await w.c.as('communityWorker')).call(api.assignDuty, { areaId: firstCompound(w).id, dutyRole: 'compoundKeeper', name, officePhone: '0876-1990001' })

const ofKeeper = async (w: ExampleWorld) => ({ assignmentId: (await aKeeper(w)).assignmentId })
const listFile = (w: ExampleWorld, name = '孙保华') => ({ filename: '网格员名单.csv', bytes: new TextEncoder().encode(`网格,小区,姓名,联系电话\n第一网格,${firstCompound(w).name},${name},0876-1990001\n第九网格,${firstCompound(w).name},高玉兰,0876-1990002\n`) })
const readList = async (w: ExampleWorld, name?: string) => (await w.c.as('communityWorker')).call(api.readDutySheet, {}, { upload: listFile(w, name) })
/** What to confirm it with. */
const looked = async (w: ExampleWorld) => { const { sheetId, stamp } = await readList(w); return { sheetId, stamp, reason: '按名单调整' } }
/** A list of one right and one wrong row, read and not confirmed. */
export const aDutySheet = async (w: ExampleWorld, name?: string) =>
  ({ sheetId: (await readList(w, name)).sheetId })

const ofCompound = async (w: ExampleWorld) => ({ areaId: firstCompound(w).id })

export const dutyExamples: ExamplesOf<typeof dutyApi> = {
  dutyAreas: async (w) => ({ parentId: w.c.community.id }),
  dutySummary: async () => ({}),
  dutyGaps: async () => ({}),
  dutyLoads: async () => ({}),
  dutyCard: ofCompound,
  dutyCandidates: async (w) => ({ ...(await ofCompound(w)), dutyRole: 'compoundKeeper' }),
  assignDuty: async (w) => ({ ...(await ofCompound(w)), dutyRole: 'compoundKeeper', name: '孙保华' }),
  changeDuty: async (w) => ({ ...(await ofKeeper(w)), name: '高玉兰', reason: '轮岗' }),
  endDuty: async (w) => ({ ...(await ofKeeper(w)), reason: '调离' }),
  undoDuty: ofKeeper,
  workToHandOver: ofKeeper,
  dutySheetTemplate: async () => ({}),
  readDutySheet: async () => ({}),
  listDutySheets: async () => ({}),
  dutySheet: (w) => aDutySheet(w),
  confirmDutySheet: looked,
  undoDutySheet: async (w) => {
    const order = await looked(w)
    await (await w.c.as('communityWorker')).call(api.confirmDutySheet, order)
    return { sheetId: order.sheetId }
  },
  dutySheetErrors: (w) => aDutySheet(w),
  setDutyStandard: async () => ({ from: 300, to: 400, source: '《关于加强社区工作者队伍专业化建设的意见》' }),
  dutyBoardOf: ofCompound,
  saveDutyBoard: async (w) => ({ ...(await ofCompound(w)), supervisionPhone: '12345', published: true }),
  dutyBoard: async (w) => {
    await aKeeper(w)
    await (await w.c.as('communityWorker')).call(api.saveDutyBoard, { ...(await ofCompound(w)), published: true })
    return ofCompound(w)
  },
}
