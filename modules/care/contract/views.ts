import * as z from 'zod'
import { bothLanguages, day, id, instant } from '../../../kernel/fields.ts'
import { matterKind, matterState, satisfaction } from '../../matters/contract.ts'
import { careGroup } from '../../people/contract.ts'

/** 都好 / 有需要 / 没见到人 / 情况变化 */
export const careResults = ['fine', 'need', 'notMet', 'changed'] as const
export const careResult = z.enum(careResults)
export type CareResult = z.infer<typeof careResult>

/** 连续没见到: so often running, and the contact person is called. */
export const CALL_AFTER = 2

/** 上门 / 到门口不见面 (隔离) / 打电话 */
export const careWays = ['door', 'threshold', 'phone'] as const
export const careWay = z.enum(careWays)
export type CareWay = z.infer<typeof careWay>

/** 责任人, where it is not the grid's own: 党员 / 志愿者 / 邻居 / 其他 */
export const answererKinds = ['partyMember', 'volunteer', 'neighbour', 'other'] as const
export const answererKind = z.enum(answererKinds)
export type AnswererKind = z.infer<typeof answererKind>

/** 监护人 / 子女 / 亲属 / 邻居 / 其他联系人 */
export const careContactRelations = ['guardian', 'child', 'relative', 'neighbour', 'other'] as const
export const careContactRelation = z.enum(careContactRelations)
export type CareContactRelation = z.infer<typeof careContactRelation>

/** 谁在照料: 亲属 / 邻居 / 社区 / 民政部门或福利机构 / 照料的人已回家 / 自己能行 */
export const coverKinds = ['relative', 'neighbour', 'community', 'civilAffairs', 'returned', 'able'] as const
export const coverKind = z.enum(coverKinds)
export type CoverKind = z.infer<typeof coverKind>

/** 页签: 要去 / 逾期 / 没见到 (twice running: call the contact) / 都好 / 不需要 / 全部 */
export const careTabs = ['toVisit', 'overdue', 'missed', 'fine', 'notWanted', 'all'] as const
export const careTab = z.enum(careTabs)
export type CareTab = z.infer<typeof careTab>

/** 逾期 / 该去 / 还没到 / 不需要 */
export const careStates = ['overdue', 'due', 'later', 'notWanted'] as const
export const careState = z.enum(careStates)
export type CareState = z.infer<typeof careState>

const groups = z.array(careGroup)
/** A figure of the panels that is not a tab: 本周走到 / 本周该走访 / 没有责任人. */
export const careSlices = ['visited', 'week', 'inTime', 'unanswered'] as const
export const careSlice = z.enum(careSlices)
export type CareSlice = z.infer<typeof careSlice>

export const careLine = z.object({
  personId: id(), name: z.string(), sex: z.string(), age: z.number().int().nullable(), phoneMasked: z.string().nullable(), householdId: id().nullable(), areaId: id(), areaName: z.string(), /** 门牌 */ door: z.string(),
  /** 管控措施, while there is one: to the door, no meeting. */
  measure: z.string().nullable(),
  groups, /** 每几天 */ days: z.number().int(), /** A rhythm of their own. */ own: z.boolean(),
  state: careState, dueOn: day(), /** 逾期天数 */ daysLate: z.number().int(),
  /** 连续没见到, times */
  missed: z.number().int(),
  lastAt: instant().nullable(), lastResult: careResult.nullable(), lastNote: z.string().nullable(),
  /** 责任人: named here, else by duty; null where nobody answers. */
  answerer: z.object({ name: z.string(), kind: answererKind.nullable(), phoneMasked: z.string().nullable(), since: day().nullable() }).nullable(),
  contact: z.object({ name: z.string(), relation: careContactRelation, phoneMasked: z.string().nullable() }).nullable(),
  /** 不需要走访, said by whom, and when to ask again. */
  declined: z.object({ on: day(), by: z.string(), note: z.string().nullable(), askAgainOn: day() }).nullable(),
  /** 最近的需求, as a matter. */
  need: z.object({ matterId: id(), kind: matterKind, words: z.string(), state: matterState, outcome: z.string().nullable(), satisfaction: satisfaction.nullable() }).nullable(),
})
export type CareLine = z.infer<typeof careLine>

export const careVisit = z.object({
  visitId: id(), at: instant(), receivedAt: instant(), way: careWay, result: careResult, note: z.string().nullable(), matterId: id().nullable(), matterNumber: z.string().nullable(), actorName: z.string().nullable(), undone: z.boolean(),
  /** By this reader, the same day. */
  undoable: z.boolean(),
})
export type CareVisit = z.infer<typeof careVisit>

/** 关爱卡 */
export const careCard = careLine.extend({
  /** In a care group now; what was kept of somebody who no longer is can still be read. */
  active: z.boolean(), ownReason: z.string().nullable(), beganOn: day(),
  /** 按类别的频次, the shortest first. */
  rhythms: z.array(z.object({ group: careGroup, days: z.number().int(), /** The community's own. */ own: z.boolean() })),
  visits: z.array(careVisit),
})
export type CareCard = z.infer<typeof careCard>

/** 没人照料的一户: whoever cared is in hospital or central quarantine, and nobody else at home can. */
export const uncaredHome = z.object({
  householdId: id(), areaId: id(), areaName: z.string(), door: z.string(), since: instant(),
  taken: z.array(z.object({ personId: id(), name: z.string(), where: z.enum(['centralQuarantine', 'hospital']) })),
  left: z.array(z.object({ personId: id(), name: z.string(), age: z.number().int().nullable(), groups })),
  /** 依据, in words with its edition. */
  law: bothLanguages,
})
export type UncaredHome = z.infer<typeof uncaredHome>

const n = z.number().int()
/** 走访情况; each figure is as many as the list it opens. */
export const careFigures = z.object({
  tabs: z.record(careTab, n), byGroup: z.array(z.object({ group: careGroup, n })),
  /** 本周该走访 = 本周走到的 + 到今天还没走到的; of them in time. */
  week: n, visited: n, inTime: n, /** 走访率, a part of one; null where nobody was due. */ rate: z.number().nullable(),
})
export type CareFigures = z.infer<typeof careFigures>

export const careArea = z.object({ areaId: id(), name: z.string(), all: n, toVisit: n, overdue: n, missed: n, week: n, inTime: n, /** 没有责任人 */ unanswered: n })
export type CareArea = z.infer<typeof careArea>
