import * as z from 'zod'
import { query } from '../../kernel/endpoint.ts'
import { id, instant } from '../../kernel/fields.ts'
import { dutyRole } from '../duty/contract.ts'

/**
 * 待办的种类, in the order in which they stand: 没人照料 / 线索 / 申报待确认 / 来返待核实 / 协查名单 / 上门 / 测温 / 关爱电话、关爱走访 / 应解除 / 核酸 / 缺测待说明 / 日报 / 部门报表 / 访客待确认 / 车辆复核 / 措施 / 终末消毒 / 消毒没做 / 物资快用完、库存要处理、物资待签收、物资申领、传达公告 / 撤海报 / 我办的事项、未派、超时、待回访、待报到、待打分、待批剔除 / 志愿者报名 / 健康证明 / 外出待决定 / 未返回 / 今日发车 / 复工核查 / 复工复查 / 未复工原因 / 空岗 / 缺人的招募 / 卡点转办 / 出入异常 / 挂联 / 来自手机,
 * of the administrators 账号锁定 / 安全管理员的请求 / 待授权 / 审计链. What each is stands in `service/kinds.ts`.
 */
export const todayKinds = ['careAlone', 'lead', 'declared', 'verify', 'list', 'visit', 'check', 'careCall', 'careVisit', 'release', 'test', 'gap', 'report', 'form', 'visitorToConfirm', 'vehicleRecheck', 'zoneItem', 'terminalDisinfection', 'disinfection', 'supplyLow', 'supplyCheck', 'supplyArrival', 'supplyRequest', 'announcement', 'poster', 'matterMine', 'matterUnassigned', 'matterLate', 'matterCall', 'matterReportIn', 'matterRate', 'matterExclusion', 'seal', 'volunteerWaiting', 'certificate', 'exit', 'notBack', 'departure', 'resumptionCheck', 'resumptionRecheck', 'resumptionReason', 'gateEmpty', 'callOpen', 'gateHeld', 'gatePattern', 'dutyGap', 'parcel', 'request', 'baseData', 'account', 'asked', 'grant', 'chain'] as const
export const todayKind = z.enum(todayKinds)
export type TodayKind = z.infer<typeof todayKind>

/** 超时 / 将到期 / 今天 */
export const todayStates = ['overdue', 'soon', 'later'] as const
export const todayState = z.enum(todayStates)
export type TodayState = z.infer<typeof todayState>

/** A sentence by its key, below `today.what` or `today.why`; codes in its parameters are said in words by the client. */
const sentence = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])) })
export type Sentence = z.infer<typeof sentence>

/** A page of the console with what its address says: `{ page: '/leads', search: { tab: 'overdue' } }`. */
export const todayPage = z.object({ page: z.string().startsWith('/'), search: z.record(z.string(), z.string()) })
export type TodayPage = z.infer<typeof todayPage>

/** 一件待办: whom, where, what, why, until when; and what to open for it. */
export const todayItem = z.object({
  /** Kind and what it is about; stays the same from call to call. */
  id: z.string(),
  kind: todayKind,
  state: todayState,
  /** Null where no order sets a time. */
  dueAt: instant().nullable(),
  name: z.string(),
  sex: z.string().nullable(),
  /** 年龄, whole years. */
  age: z.number().int().nullable(),
  address: z.string(),
  what: sentence,
  why: sentence,
  personId: id().nullable(),
  episodeId: id().nullable(),
  screeningId: id().nullable(),
  leadId: id().nullable(),
  /** The visit owed, so that what was measured at the door settles it. */
  visitId: id().nullable(),
  /** The page it is done on, where that is not a card at the right. */
  opens: todayPage.nullable(),
  /** One press settles it: the period is over, nothing is missing, and the caller's office confirms. */
  ready: z.boolean(),
})
export type TodayItem = z.infer<typeof todayItem>

export const todayCount = z.object({
  kind: todayKind, total: z.number().int(), overdue: z.number().int(),
  /** Done since midnight, where it is counted. */
  done: z.number().int(),
  /** The page whose list is these and no others, as many as `total`; null where only this page lists them. */
  list: todayPage.nullable(),
})
export type TodayCount = z.infer<typeof todayCount>

/** 一个社区: what burns there, so that the right one is asked. */
export const communityToday = z.object({
  areaId: id(), name: z.string(), officePhone: z.string().nullable(),
  /** 今日日报 */
  sentAt: instant().nullable(),
  /** 超时未核实 / 超时未接收的线索, records */
  verifyLate: z.number().int(), leadsLate: z.number().int(),
  /** 测温未报 after the reminder / 到期未解除, persons */
  missing: z.number().int(), releaseLate: z.number().int(),
})
export type CommunityToday = z.infer<typeof communityToday>

/** 一个人手上的事: whoever answers for the grid or compound by duty, else the account the work is assigned to; `nobody` is the work no one answers for. */
export const workerToday = z.object({
  /** Names the person in `today`: the account, `name:…` of somebody without one, or `nobody`. */
  who: z.string(),
  name: z.string().nullable(),
  /** 职责, by duty or (null) by the role of the account. */
  dutyRole: dutyRole.nullable(), role: z.string().nullable(),
  officePhone: z.string().nullable(),
  open: z.number().int(), overdue: z.number().int(),
  /** Since when the oldest of it waits. */
  since: instant(),
})
export type WorkerToday = z.infer<typeof workerToday>

export const todayApi = {
  today: query({
    path: '/today', access: { permission: 'territory.view' }, summary: '今日待办: what the signed-in person has to do today, most urgent first',
    input: z.object({ kind: todayKind.optional(),
      /** Only what is in the hands of one person, as `workersToday` names them. */
      who: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(500).default(50) }),
    output: z.object({
      counts: z.array(todayCount),
      groups: z.array(z.object({ kind: todayKind, items: z.array(todayItem) })),
      /** An office above the communities: it asks and confirms, it does not call at doors. */
      above: z.boolean(),
    }),
    audit: { act: 'view', subjects: (_, o) => o.groups.flatMap((g) => g.items.flatMap((i) => i.personId ?? [])) },
  }),
  workersToday: query({
    path: '/today/workers', access: { permission: 'dashboard.view' }, summary: '各人今日: what is in whose hands; what nobody answers for first, then whoever has the oldest',
    input: z.object({}), output: z.object({ items: z.array(workerToday) }),
  }),
  communitiesToday: query({
    path: '/today/communities', access: { permission: 'dashboard.view' }, summary: '各社区今日: where something is late, for the offices above; the worst first',
    input: z.object({}), output: z.object({ items: z.array(communityToday) }),
  }),
}
