import * as z from 'zod'
import type { Instant } from '../../../kernel/dates.ts'
import { id, instant } from '../../../kernel/fields.ts'
import { department, whistleKind, type Department, type WhistleKind } from './whistle.ts'

/** 事项类别: 环境卫生 / 消毒 / 设施损坏 / 安全隐患 / 邻里纠纷 / 困难帮扶 / 代购代办、送药 / 送医用车 / 咨询投诉 / 其他. */
export const matterKinds = ['sanitation', 'disinfection', 'facility', 'hazard', 'dispute', 'hardship', 'errand', 'transport', 'enquiry', 'other'] as const
export const matterKind = z.enum(matterKinds)
export type MatterKind = z.infer<typeof matterKind>

/** 未派 / 已派待接 / 办理中 / 已吹哨 / 待回访 / 已结 / 已撤 */
export const matterStates = ['registered', 'assigned', 'inHand', 'whistled', 'done', 'closed', 'withdrawn'] as const
export const matterState = z.enum(matterStates)
export type MatterState = z.infer<typeof matterState>

/** 来源: 上门 / 电话 / 窗口 / 扫码 / 巡查 */
export const matterChannels = ['door', 'phone', 'window', 'qr', 'patrol'] as const
export const matterChannel = z.enum(matterChannels)
export type MatterChannel = z.infer<typeof matterChannel>

/** 满意 / 基本满意 / 不满意 */
export const satisfactions = ['satisfied', 'fair', 'unsatisfied'] as const
export const satisfaction = z.enum(satisfactions)
export type Satisfaction = z.infer<typeof satisfaction>

/** 剔除: 诉求无理 / 重复 / 不属本级; asked for, approved or refused. */
export const exclusionGrounds = ['unreasonable', 'repeated', 'notOurs'] as const
export const exclusionGround = z.enum(exclusionGrounds)
export const exclusionState = z.enum(['asked', 'approved', 'refused'])

/** 接单 / 已联系 / 派单 / 派单异议 / 延期 / 吹哨 / 报到 / 打分 / 退回社区 / 办好 / 回访 / 撤件 / 申请剔除 / 批剔除 / 传照片 / 撤销上一步. */
export const matterActions = ['take', 'contact', 'assign', 'object', 'extend', 'whistle', 'reportIn', 'rate', 'handBack', 'finish', 'callBack', 'withdraw', 'exclude', 'rule', 'photo', 'undo'] as const
export type MatterAction = (typeof matterActions)[number]

/** One entry of a matter's record (全过程电子档案). */
export const matterEvent = z.object({
  id: id(), at: instant(),
  /** `matters.<kind>`; its sentence is under `matters.timeline`. */
  kind: z.string(), params: z.record(z.string(), z.unknown()), actorName: z.string().nullable(), actorRole: z.string().nullable(),
  /** Taken back since. */
  undone: z.boolean(),
})
export type MatterEvent = z.infer<typeof matterEvent>

export const matterPhoto = z.object({ photoId: id(), takenAt: instant(), takerName: z.string().nullable() })

export const matter = z.object({
  matterId: id(),
  /** 事项编号 */
  number: z.string(),
  kind: matterKind, state: matterState, urgent: z.boolean(), channel: matterChannel,
  /** Open and past its deadline. */
  overdue: z.boolean(),
  /** 诉求内容, in the words of whoever asked. */
  words: z.string(),
  /** 哪一户、哪一处 */
  place: z.string().nullable(),
  areaId: id(), areaName: z.string(),
  personId: id().nullable(),
  /** 诉求人; null where nobody asked. */
  name: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  registeredAt: instant(), registrarName: z.string().nullable(),
  /** 办理时限 / 联系时限 */
  dueAt: instant(), respondBy: instant(),
  contactedAt: instant().nullable(),
  /** 首接负责人 */
  ownerName: z.string().nullable(),
  /** Whose turn it is. */
  holderName: z.string().nullable(),
  mine: z.boolean(),
  doneAt: instant().nullable(), doerName: z.string().nullable(),
  /** 办理结果 */
  outcome: z.string().nullable(),
  /** 回访: solved, how satisfied. */
  calledAt: instant().nullable(), resolved: z.boolean().nullable(), satisfaction: satisfaction.nullable(),
  closedAt: instant().nullable(),
  /** 哨的类别, by when the departments are to have reported in, when the last of them had. */
  whistleKind: whistleKind.nullable(), reportBy: instant().nullable(), reportedAt: instant().nullable(),
  /** 重复诉求: the same was asked within the last weeks. */
  repeated: z.boolean(),
  exclusion: exclusionState.nullable(), exclusionGround: exclusionGround.nullable(), exclusionReason: z.string().nullable(),
})
export type Matter = z.infer<typeof matter>

export const matterCard = matter.extend({
  /** A telephone given with the matter, not of somebody in the register. */
  callerPhone: z.boolean(),
  /** 困难类别 and 管控措施 of whoever asked, for those who may see people. */
  careGroups: z.array(z.string()), measure: z.string().nullable(),
  departments: z.array(department),
  /** 重复诉求: the earlier one, where the reader may see it. */
  repeats: z.object({ matterId: id(), number: z.string(), state: matterState, registeredAt: instant(), outcome: z.string().nullable() }).nullable(),
  callsInVain: z.number().int(), extended: z.boolean(), objected: z.boolean(), reopened: z.boolean(),
  photos: z.array(matterPhoto), events: z.array(matterEvent),
  /** What will succeed now. */
  actions: z.array(z.enum(matterActions)),
})
export type MatterCard = z.infer<typeof matterCard>

/** 我反映的事项: what a resident sees of it; no name of anybody. */
export const ownMatter = z.object({
  /** Only in the answer to reporting it: the phone keeps it and asks by it. */
  receipt: z.string().nullable(),
  number: z.string(), kind: matterKind, state: matterState, words: z.string(), registeredAt: instant(), dueAt: instant(), outcome: z.string().nullable(), photos: z.number().int(),
  communityName: z.string(), officePhone: z.string().nullable(),
})
export type OwnMatter = z.infer<typeof ownMatter>

/** 页签: 未派 / 办理中 / 超时 / 已吹哨 / 待回访 / 已结 / 全部. */
export const matterTabs = ['unassigned', 'active', 'overdue', 'whistled', 'toCall', 'closed', 'all'] as const
export type MatterTab = (typeof matterTabs)[number]

/**
 * Figures of the three rates; each names the rows it counts: 派单 (到了联系时限或已联系的) / 按时联系 / 回访成功 / 已解决 / 满意 / 基本满意 / 剔除 / 待批剔除 / 吹哨 (到了报到时限或已到齐的) / 按时报到 / 重复诉求;
 * of what is open or done: 待报到 / 已到齐、等街道接着办 / 街道待打分 / 社区待打分.
 */
export const matterFigures = ['dispatched', 'responded', 'called', 'resolved', 'satisfied', 'fair', 'excluded', 'exclusionAsked', 'whistles', 'reportedInTime', 'repeats', 'toReportIn', 'reportedIn', 'rateBySubdistrict', 'rateByCommunity'] as const
export const matterFigure = z.enum(matterFigures)
export type MatterFigure = z.infer<typeof matterFigure>

/** What a step may change: kept whole beside each step, so that any step is taken back the same way. */
export interface Standing {
  areaId: string
  areaPath: string
  state: MatterState
  ownerId: string | null
  ownerName: string | null
  holderId: string | null
  holderName: string | null
  dueAt: Instant
  dispatchedAt: Instant | null
  contactedAt: Instant | null
  objectedAt: Instant | null
  extendedAt: Instant | null
  doneAt: Instant | null
  doerName: string | null
  outcome: string | null
  callsInVain: number
  calledAt: Instant | null
  resolved: boolean | null
  satisfaction: Satisfaction | null
  reopenedAt: Instant | null
  closedAt: Instant | null
  whistleKind: WhistleKind | null
  whistledAt: Instant | null
  reportBy: Instant | null
  reportedAt: Instant | null
  departments: Department[]
  exclusion: Matter['exclusion']
  exclusionGround: Matter['exclusionGround']
  exclusionReason: string | null
  exclusionAskedBy: string | null
}
