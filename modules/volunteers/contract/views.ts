import * as z from 'zod'
import { day, id, instant, text } from '../../../kernel/fields.ts'

/** 居民 / 双报到在职党员 / 下沉干部 / 物业 / 商户 */
export const volunteerKinds = ['resident', 'partyMember', 'cadre', 'property', 'merchant'] as const
export const volunteerKind = z.enum(volunteerKinds)
export type VolunteerKind = z.infer<typeof volunteerKind>
/** 要报到的: of these it is asked whether they came after they reported in. */
export const reportsIn: readonly VolunteerKind[] = ['partyMember', 'cadre']

/** 测温值守 / 配送 / 心理 / 医护 / 驾驶 / 翻译 / 消杀 */
export const skills = ['keeping', 'delivery', 'counselling', 'medical', 'driving', 'translation', 'disinfection'] as const
export const skill = z.enum(skills)
export type Skill = z.infer<typeof skill>

/** 能来的时段: 工作日白天 / 周末白天 / 晚上 / 夜里; from when to when: data.ts */
export const freeTimes = ['weekday', 'weekend', 'evening', 'night'] as const
export const freeTime = z.enum(freeTimes)
export type FreeTime = z.infer<typeof freeTime>

/** 待接收 / 可用 / 暂停 / 退出 / 未接收 */
export const volunteerStates = ['waiting', 'active', 'paused', 'left', 'declined'] as const
export const volunteerState = z.enum(volunteerStates)
export type VolunteerState = z.infer<typeof volunteerState>

/** 可以来 / 正在帮忙 / 报到未服务 / 待接收 / 不在册 / 全部 */
export const volunteerTabs = ['ready', 'helping', 'neverServed', 'waiting', 'away', 'all'] as const
export const volunteerTab = z.enum(volunteerTabs)
export type VolunteerTab = z.infer<typeof volunteerTab>

/** 卡点值守 / 配送 / 走访 / 消杀 / 医护协助 / 宣传 / 其他 */
export const workKinds = ['gate', 'delivery', 'visit', 'disinfection', 'medical', 'publicity', 'other'] as const
export const workKind = z.enum(workKinds)
export type WorkKind = z.infer<typeof workKind>

/** 招募的页签: 24小时内缺人 / 缺人 / 已满 / 待登记 / 结束 */
export const callTabs = ['soon', 'open', 'full', 'toRecord', 'over'] as const
export const callTab = z.enum(callTabs)
export type CallTab = z.infer<typeof callTab>
/** 缺人 / 已满 / 待登记 / 结束 / 撤回 */
export const callStandings = ['open', 'full', 'toRecord', 'over', 'withdrawn'] as const
export const callStanding = z.enum(callStandings)
export type CallStanding = z.infer<typeof callStanding>

/** 答应来 / 不来了 / 来了 / 没来 / 撤销 */
export const serviceStates = ['taken', 'dropped', 'came', 'absent', 'undone'] as const
export const serviceState = z.enum(serviceStates)
export type ServiceState = z.infer<typeof serviceState>

const n = z.number().int()
/** 用过的时间, whole minutes from sign-on to sign-off. */
const minutes = n

export const volunteerLine = z.object({
  volunteerId: id(), name: z.string(), kind: volunteerKind, /** 单位 */ unit: z.string().nullable(), areaName: z.string(), personId: id().nullable(), /** 门牌, of the register */ door: z.string().nullable(), phoneMasked: z.string().nullable(),
  skills: z.array(skill), free: z.array(freeTime), /** 同意公开姓名 */ inPublic: z.boolean(), state: volunteerState, reportedOn: day().nullable(), createdAt: instant(),
  /** 正在管控: not asked to serve until then. */
  managed: z.object({ measure: z.string(), until: day().nullable() }).nullable(),
  /** 正在或将要: the next place taken. */
  next: z.object({ callId: id().nullable(), place: z.string(), startsAt: instant(), endsAt: instant() }).nullable(),
  /** 服务次数、分钟, all and of the last seven days; 没来的次数 */
  times: n, minutes, minutes7: minutes, absent: n, lastOn: day().nullable(), /** 积分余额 */ balance: n,
})
export type VolunteerLine = z.infer<typeof volunteerLine>

export const volunteerService = z.object({
  serviceId: id(), callId: id().nullable(), kind: workKind, place: z.string(), startsAt: instant(), endsAt: instant(), state: serviceState, cameAt: instant().nullable(), leftAt: instant().nullable(), minutes: minutes.nullable(), note: z.string().nullable(), rating: n.nullable(),
  recordedAt: instant().nullable(), recorderName: z.string().nullable(), points: n, /** The same day. */ undoable: z.boolean(),
})
export type VolunteerService = z.infer<typeof volunteerService>

export const pointEntry = z.object({ entryId: id(), at: instant(), points: n, kind: z.enum(['earned', 'exchanged', 'takenBack']), what: z.string(), actorName: z.string().nullable(), undoable: z.boolean() })
export type PointEntry = z.infer<typeof pointEntry>

export const volunteerCard = volunteerLine.extend({
  note: z.string().nullable(), stateReason: z.string().nullable(), creatorName: z.string().nullable(), byCode: z.boolean(), actions: z.array(volunteerState),
  /** Somebody of the register with this telephone, for whoever signed up by the code. */
  likely: z.array(z.object({ personId: id(), name: z.string(), address: z.string() })),
  services: z.array(volunteerService), points: z.array(pointEntry),
  /** 志愿服务记录证明的内容, from the records; null where there are none. */
  certificate: z.string().nullable(),
})
export type VolunteerCard = z.infer<typeof volunteerCard>

export const callLine = z.object({
  callId: id(), areaId: id(), areaName: z.string(), kind: workKind, place: z.string(), startsAt: instant(), endsAt: instant(), wanted: n, taken: n, skill: skill.nullable(), note: z.string().nullable(),
  /** 值班表上的一班 */
  shift: z.object({ gateId: id(), on: day(), slot: n }).nullable(),
  standing: callStanding, names: z.array(z.string()), askedAt: instant(), askerName: z.string().nullable(),
})
export type CallLine = z.infer<typeof callLine>

/** 为什么不请他: 正在管控 / 那时有别的班 / 没空 / 缺特长 / 不在册 */
export const misfits = ['managed', 'busy', 'notFree', 'noSkill', 'notActive'] as const
export const misfit = z.enum(misfits)
export type Misfit = z.infer<typeof misfit>

export const proposal = volunteerLine.pick({ volunteerId: true, name: true, kind: true, unit: true, phoneMasked: true, minutes7: true }).extend({ /** 有这项特长 */ skilled: z.boolean(), /** 全程有空, or only part of it. */ free: z.enum(['whole', 'part', 'unsaid']) })
export type Proposal = z.infer<typeof proposal>

export const taker = z.object({
  serviceId: id(), volunteerId: id(), name: z.string(), unit: z.string().nullable(), phoneMasked: z.string().nullable(), state: serviceState, cameAt: instant().nullable(), leftAt: instant().nullable(), minutes: minutes.nullable(), rating: n.nullable(), note: z.string().nullable(), undoable: z.boolean(),
  /** 卡点签到的时间, where this name signed on there. */
  signedOn: z.object({ from: instant(), to: instant() }).nullable(),
})
export type Taker = z.infer<typeof taker>

export const callCard = callLine.extend({ takers: z.array(taker), proposals: z.array(proposal), /** Who does not fit and why, by number. */ misfits: z.array(z.object({ why: misfit, n })) })
export type CallCard = z.infer<typeof callCard>

/** 一个单位: reported in, served, hours. */
export const unitLine = z.object({ unit: z.string(), reported: n, served: n, never: n, times: n, minutes, lastOn: day().nullable() })
export type UnitLine = z.infer<typeof unitLine>

export const honourLine = z.object({ volunteerId: id(), name: z.string(), unit: z.string().nullable(), times: n, minutes, points: n })
export type HonourLine = z.infer<typeof honourLine>

/** 积分办法的一项 */
export const pointItem = z.object({ kind: workKind, points: n.min(0).max(100), per: z.enum(['hour', 'time']), /** 每天最多 */ mostADay: n.min(1).max(500) })
export type PointItem = z.infer<typeof pointItem>
export const pointRules = z.object({ /** 依据、公示 */ basis: text(300).min(2), items: z.array(pointItem).max(workKinds.length) })
export type PointRules = z.infer<typeof pointRules>

/** 为什么没登记: 没有名字 / 没有电话 / 没有单位 / 已经在册 */
export const lineFaults = ['noName', 'noPhone', 'noUnit', 'already'] as const
export const lineFault = z.enum(lineFaults)
export type LineFault = z.infer<typeof lineFault>

export const ownVolunteer = z.object({ receipt: z.string().nullable(), name: z.string(), state: volunteerState, createdAt: instant(), communityName: z.string(), officePhone: z.string().nullable() })
export type OwnVolunteer = z.infer<typeof ownVolunteer>
