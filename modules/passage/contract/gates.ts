import * as z from 'zod'
import { day, id, instant, text } from '../../../kernel/fields.ts'
import { gateKind } from './facts.ts'

export const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notAClock')

/** 使用中 / 按令关闭 / 已撤销 */
export const gateStates = ['open', 'closed', 'removed'] as const
export const gateState = z.enum(gateStates)
export type GateState = z.infer<typeof gateState>
export const gateActions = ['edit', 'close', 'reopen', 'remove', 'restore', 'roster', 'signOn'] as const
export type GateAction = (typeof gateActions)[number]

/** 班次: where a day of duty is cut; two shifts begin at two clocks, three at three. */
export const shiftStarts = () => z.array(clock()).min(1).max(4)

export const gateFields = {
  name: z.string().trim().min(1).max(60),
  kind: gateKind,
  /** 通行方向 */
  ways: z.enum(['both', 'in', 'out']).default('both'),
  /** 开放时间; absent for day and night. */
  opensAt: clock().optional(),
  closesAt: clock().optional(),
  /** 24小时值守 */
  manned: z.boolean().default(true),
  shiftStarts: shiftStarts().default(['08:00', '20:00']),
  note: text(200).optional(),
}

/** 卡点 */
export const gate = z.object({
  gateId: id(),
  areaId: id(),
  areaName: z.string(),
  name: z.string(),
  kind: gateKind,
  ways: z.enum(['both', 'in', 'out']),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  manned: z.boolean(),
  shiftStarts: z.array(z.string()),
  note: z.string().nullable(),
  state: gateState,
  /** 关闭依据 */
  closedBy: z.string().nullable(),
  closedAt: instant().nullable(),
  /** 现在值守: who has signed on for the running shift. */
  onPost: z.string().nullable(),
  /** 应值守: whom the roster names for the running shift. */
  rostered: z.string().nullable(),
  /** 空岗 since; null while somebody stands there or the time to come is not over. */
  emptySince: instant().nullable(),
  /** 今天进出: passed, in persons. */
  inToday: z.number().int(),
  outToday: z.number().int(),
  /** 今天劝返、转诊 */
  stoppedToday: z.number().int(),
  actions: z.array(z.enum(gateActions)),
})
export type Gate = z.infer<typeof gate>

/** 交接物资 */
export const handedItem = z.object({ item: z.string().trim().min(1).max(40), count: z.number().int().min(0).max(100_000), /** 完好 */ sound: z.boolean().default(true) })

/** 交班: what one of those who stood there left, and what happened meanwhile (交接事项、异常). */
export const handOver = z.object({ at: instant(), name: z.string(), items: z.array(handedItem), remarks: z.string().nullable(), abnormal: z.boolean() })
export type HandOver = z.infer<typeof handOver>

/** 一班: a place in the roster, filled or not. */
export const shift = z.object({
  gateId: id(),
  gateName: z.string(),
  areaName: z.string(),
  on: day(),
  /** From 0. */
  slot: z.number().int(),
  startsAt: instant(),
  endsAt: instant(),
  shiftId: id().nullable(),
  keeperId: id().nullable(),
  keeperName: z.string().nullable(),
  /** 电话, of staff, as on the duty board. */
  keeperPhone: z.string().nullable(),
  /** 带班领导 */
  leaderName: z.string().nullable(),
  signedOnAt: instant().nullable(),
  signedOnName: z.string().nullable(),
  /** 还有谁在岗: a relief within the shift, or a sign-on that arrived after another's; by when they came. */
  also: z.array(z.object({ at: instant(), name: z.string() })),
  /** 接班清点: what whoever signed on found there, where they counted. */
  takenItems: z.array(handedItem),
  takenRemarks: z.string().nullable(),
  /** Each of those who stood there hands over for themselves; by when they went. */
  handOvers: z.array(handOver),
  /** 到岗 / 缺岗 / 未到时间 / 没有排人 */
  state: z.enum(['done', 'notHandedOver', 'onPost', 'empty', 'waiting', 'ahead', 'unfilled']),
})
export type Shift = z.infer<typeof shift>

/** 交接: what stands before whoever comes to the gate. A phone carries it. */
export const post = z.object({
  gateId: id(),
  /** 值守 at all; a gate nobody stands at has no shifts. */
  manned: z.boolean(),
  /** The running shift and the next. */
  shifts: z.array(shift),
  /** 上一次交班: who handed over what, to be counted by whoever takes over. */
  handed: handOver.nullable(),
  /** 提前签到, minutes before a shift within which signing on is for that shift. */
  earlyMinutes: z.number().int(),
})
export type Post = z.infer<typeof post>

/** 谁在外面、谁在里面 */
export const present = z.object({
  key: z.string(),
  /** The passage since which. */
  eventId: id(),
  subject: z.enum(['household', 'person', 'vehicle', 'visitor', 'unknown']),
  /** 人数: how many of them. */
  persons: z.number().int(),
  who: z.string(),
  address: z.string(),
  householdId: id().nullable(),
  /** Out (of the residents), or inside (of the visitors), since. */
  since: instant(),
  gateName: z.string(),
  purpose: z.string().nullable(),
  /** Longer than the order allows. */
  late: z.boolean(),
})

/** 异常: what the rows show, each with the rows it was found in. */
export const patternKinds = ['quarantinePassed', 'elsewherePassed', 'quotaBroken', 'stoppedPass', 'twoGates', 'twiceIn'] as const
export const patternKind = z.enum(patternKinds)
export type PatternKind = z.infer<typeof patternKind>
export const pattern = z.object({
  patternId: id(),
  kind: patternKind,
  foundAt: instant(),
  at: instant(),
  /** Householder, or what was told; empty where only a pass or a plate was seen. */
  who: z.string(),
  subject: z.enum(['household', 'person', 'vehicle', 'visitor', 'unknown']).nullable(),
  plate: z.string().nullable(), passNo: z.string().nullable(),
  address: z.string(),
  householdId: id().nullable(),
  gateName: z.string(),
  /** Fills `passage.patterns.<kind>`. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  eventIds: z.array(id()),
  leadId: id().nullable(),
  settledAt: instant().nullable(),
  settlerName: z.string().nullable(),
  settleNote: z.string().nullable(),
})
export type Pattern = z.infer<typeof pattern>
