import * as z from 'zod'
import { id, instant } from '../../../kernel/fields.ts'
import { agents } from '../../venues/contract.ts'

export { agents }

/** 楼道 / 电梯 / 出入口、卡点 / 垃圾点 / 公厕 / 健身游乐设施 / 公共场所 / 办公用房 */
export const pointKinds = ['stairwell', 'lift', 'gate', 'waste', 'toilet', 'playground', 'venue', 'office'] as const
export const pointKind = z.enum(pointKinds)
export type PointKind = z.infer<typeof pointKind>

export const agent = z.enum(agents)
export type Agent = z.infer<typeof agent>
/** 擦拭 / 喷洒 / 拖拭 / 浸泡 */
export const methods = ['wipe', 'spray', 'mop', 'soak'] as const
export const method = z.enum(methods)
export type Method = z.infer<typeof method>

/** What the rules say of a record, in words at `disinfection.marks.<id>`. */
export const markIds = ['tooWeak', 'tooStrong', 'notWritten', 'terminalWeak', 'alcoholSprayed', 'outsideGround', 'tooShort'] as const
export const mark = z.object({ id: z.enum(markIds), params: z.record(z.string(), z.number()) })
export type Mark = z.infer<typeof mark>

const n = z.number().int()
const squareMetres = n.min(1).max(1_000_000)
/** 还欠一次(过了点) / 今天还要做 / 今天做完了 / 停用 */
export const pointStandings = ['late', 'due', 'done', 'closed'] as const
export const pointStanding = z.enum(pointStandings)
export type PointStanding = z.infer<typeof pointStanding>
export const pointTabs = ['late', 'open', 'done', 'all', 'closed'] as const
export const pointTab = z.enum(pointTabs)
export type PointTab = z.infer<typeof pointTab>

/** 上次怎么做的: what the next time is offered with. */
export const lastTime = z.object({ agent, concentration: n.nullable(), method })
export type LastTime = z.infer<typeof lastTime>

/** 点位 */
export const pointLine = z.object({
  pointId: id(), areaId: id(), /** 小区或村组 */ placeName: z.string(), building: z.string(), name: z.string(), kind: pointKind, /** 面积 m² */ squareMetres: n, timesADay: n, doneToday: n,
  standing: pointStanding, /** By when the next time of today is to be done; null where none is owed. */ dueAt: instant().nullable(),
  lastAt: instant().nullable(), last: lastTime.nullable(), gateId: id().nullable(), venueId: id().nullable(), state: z.enum(['open', 'closed']),
})
export type PointLine = z.infer<typeof pointLine>

export const disinfectionPhoto = z.object({ photoId: id(), takenAt: instant(), takerName: z.string().nullable() })
export type DisinfectionPhoto = z.infer<typeof disinfectionPhoto>

/** 消毒记录, form 18: 区域、消毒剂、浓度、方式、起止、面积㎡、人员 */
export const disinfection = z.object({
  disinfectionId: id(), pointId: id().nullable(), terminalId: id().nullable(), placeName: z.string(), place: z.string(), kind: pointKind.nullable(), fromAt: instant().nullable(), at: instant(),
  agent, /** mg/L */ concentration: n.nullable(), method: method.nullable(), squareMetres: n, people: z.string().nullable(), note: z.string().nullable(), marks: z.array(mark),
  /** 终末消毒: 结果和评价 */ result: z.string().nullable(), evaluation: z.enum(['qualified', 'unqualified']).nullable(),
  byName: z.string().nullable(), undoneAt: instant().nullable(), photos: n, mayUndo: z.boolean(),
})
export type Disinfection = z.infer<typeof disinfection>
export const disinfectionCard = disinfection.extend({ pictures: z.array(disinfectionPhoto) })
export type DisinfectionCard = z.infer<typeof disinfectionCard>
export const pointCard = pointLine.extend({ records: z.array(disinfection), /** Whether it can go without a trace. */ empty: z.boolean() })
export type PointCard = z.infer<typeof pointCard>

/** 终末消毒 */
export const terminalKinds = ['room', 'household', 'venue'] as const
export const terminalTabs = ['asked', 'done', 'withdrawn'] as const
export const terminalLine = z.object({
  terminalId: id(), areaId: id(), placeName: z.string(), kind: z.enum(terminalKinds), place: z.string(), why: z.string(), askedAt: instant(), askerName: z.string().nullable(), dueAt: instant(), late: z.boolean(), state: z.enum(terminalTabs),
  withdrawnReason: z.string().nullable(), /** 队伍、评价 of the last time */ team: z.string().nullable(), doneAt: instant().nullable(), evaluation: z.enum(['qualified', 'unqualified']).nullable(),
})
export type TerminalLine = z.infer<typeof terminalLine>
export const terminalCard = terminalLine.extend({ records: z.array(disinfection) })
export type TerminalCard = z.infer<typeof terminalCard>

/** 自动列出的点位: what the house knows already and nobody types again. */
export const offeredPoint = z.object({ areaId: id(), placeName: z.string(), building: z.string(), name: z.string(), kind: pointKind, squareMetres: n.nullable(), gateId: id().nullable(), venueId: id().nullable() })
export type OfferedPoint = z.infer<typeof offeredPoint>
export const newPoint = z.object({
  areaId: id(), building: z.string().trim().max(20).default(''), name: z.string().trim().min(1).max(40), kind: pointKind, squareMetres, timesADay: n.min(1).max(4), gateId: id().nullable().default(null), venueId: id().nullable().default(null),
})

/** 各小区、各社区: how it stands there today, with whom to ring. */
export const disinfectionPlace = z.object({ areaId: id(), name: z.string(), phone: z.string().nullable(), /** 物业或负责人 */ keeper: z.string().nullable(), points: n, late: n, open: n, times: n, squareMetres: n, terminal: n })
export type DisinfectionPlace = z.infer<typeof disinfectionPlace>

/** 名单的列 */
export const listColumns = ['name', 'kind', 'place', 'building', 'squareMetres', 'timesADay'] as const
export type ListColumn = (typeof listColumns)[number]
export const listFault = z.enum(['nameMissing', 'kindUnknown', 'areaWrong', 'timesWrong', 'tooLong', 'placeUnknown', 'placeSeveral'])
export type ListFault = z.infer<typeof listFault>
const aRow = z.object({ rowNo: n, name: z.string() })
export const pointList = z.object({ pointIds: z.array(id()), already: z.array(aRow), wrong: z.array(aRow.extend({ fault: listFault })) })
export type PointList = z.infer<typeof pointList>
