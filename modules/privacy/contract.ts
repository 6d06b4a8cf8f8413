import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { bothLanguages, day, id, instant, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'

/** 请求: 查阅 / 更正 / 异议 / 删除 / 解释 (个人信息保护法 §44–48). */
export const requestKinds = ['see', 'correct', 'object', 'delete', 'explain'] as const
export const requestKind = z.enum(requestKinds)
/** 待答复 / 已答复 / 不同意 / 已撤回 */
export const requestStates = ['open', 'answered', 'refused', 'withdrawn'] as const
export const requestState = z.enum(requestStates)

/** 个人信息请求 */
export const privacyRequest = z.object({
  requestId: id(), receiptNo: z.string(), areaName: z.string(), personId: id().nullable(), name: z.string(), kind: requestKind, text: z.string(), channel: z.enum(['link', 'desk']),
  askedAt: instant(), dueAt: instant(), state: requestState, answer: z.string().nullable(), answeredAt: instant().nullable(), answererName: z.string().nullable(), overdue: z.boolean(),
})
export type PrivacyRequest = z.infer<typeof privacyRequest>

/** 事件: 进行中 → 停止采集 → 冻结 → 已评估 → 已批准 → 销毁中 (→ 销毁中断 → 销毁中) → 已终结. */
export const eventStates = ['open', 'stopped', 'frozen', 'reviewed', 'approved', 'destroying', 'broken', 'closed'] as const
export const eventState = z.enum(eventStates)
export type EventState = z.infer<typeof eventState>
export const eventActions = ['stop', 'resume', 'freeze', 'unfreeze', 'review', 'approve', 'destroy'] as const
export const eventAction = z.enum(eventActions)
export type EventAction = z.infer<typeof eventAction>

/** One kind of data in the dry run (清点): how much there is, of whom, from when to when. */
export const counted = z.object({
  kind: z.string(), name: bothLanguages, how: z.enum(['delete', 'strip']), rows: z.number().int(), oldest: instant().nullable(), newest: instant().nullable(),
  decision: z.enum(['destroy', 'keep']), reason: z.string().nullable(), keepUntil: day().nullable(),
  /** 保存期限, months; null: until the event ends. `expired` rows are past it. */
  months: z.number().int().nullable(), expired: z.number().int(),
})
export type Counted = z.infer<typeof counted>

export const step = z.object({ id: id(), step: z.string(), orderNo: z.string().nullable(), reason: z.string().nullable(), at: instant(), accountName: z.string().nullable() })

/** 销毁证明 */
export const certificate = z.object({
  at: instant(), executorName: z.string(), approverName: z.string(), requesterName: z.string(),
  kinds: z.array(z.object({ kind: z.string(), name: bothLanguages, how: z.enum(['delete', 'strip']), destroyed: z.number().int(), left: z.number().int(), kept: z.boolean() })),
  statistics: z.number().int(), files: z.number().int(),
  /** 校验码: SHA-256 over everything above, so that a changed certificate is recognised. */
  checksum: z.string(),
})
export type Certificate = z.infer<typeof certificate>

export const privacyEvent = z.object({
  eventId: id(), areaId: id(), areaName: z.string(), title: z.string(), orderNo: z.string(), startedOn: day(), state: eventState, createdAt: instant(), creatorName: z.string().nullable(),
  steps: z.array(step), actions: z.array(eventAction), certificate: certificate.nullable(),
})
export type PrivacyEvent = z.infer<typeof privacyEvent>

/** 平战结合: 平时 / 应急. In emergency an order holds for the area and its event goes on. */
export const mode = z.enum(['normal', 'emergency'])
export type Mode = z.infer<typeof mode>

export const privacyErrors = declareErrors('privacy', {
  notInState: { status: 409, params: z.object({ state: eventState }) },
  eventRunning: { status: 409, params: z.object({ title: z.string() }) },
  stillManaged: { status: 409, params: z.object({ episodes: z.number().int(), leads: z.number().int(), waiting: z.number().int() }) },
  reasonNeeded: { status: 422, params: z.object({ kind: z.string() }) },
  ownApproval: { status: 403 },
  answered: { status: 409 },
  notYours: { status: 403 },
})

const view = { permission: 'privacy.view' } as const
const close = { permission: 'privacy.close' } as const
const answer = { permission: 'privacy.answer' } as const
const anEvent = z.object({ eventId: id() })
const byOrder = anEvent.extend({ orderNo: text(80).min(2), reason: reason() })
const eventErrors = [privacyErrors.notInState]
const about = { act: 'change' as const, subjects: (i: { eventId: string }) => [i.eventId] }

const noticeShape = z.object({ law: bothLanguages, points: z.array(z.object({ id: z.string(), title: bothLanguages, text: bothLanguages })),
  /** 平时也保存的, in an epidemic or not. */
  kept: z.array(z.object({ id: z.string(), name: bothLanguages, why: bothLanguages, law: bothLanguages, howLong: bothLanguages })) })
const askInput = { kind: requestKind, text: text(500).min(2) }

export const privacyApi = {
  noticeHere: query({ path: '/privacy/notice', access: 'link', summary: '告知: who collects what, why, for how long, and one’s rights; where a resident’s data are taken', input: z.object({}), output: noticeShape }),
  noticeForStaff: query({ path: '/privacy/notice/:areaId', access: 'signedIn', summary: '告知: to read out or print where staff take data', input: z.object({ areaId: id() }), output: noticeShape }),
  myData: query({
    path: '/privacy/mine', access: 'link', summary: '我的信息: what is held about the person of this link, who looked at it, and what was asked',
    input: z.object({}),
    output: z.object({
      person: z.object({ name: z.string(), sex: z.string(), birthOn: day().nullable(), documentMasked: z.string().nullable(), phoneMasked: z.string().nullable(), address: z.string() }),
      counts: z.array(z.object({ kind: z.string(), name: bothLanguages, rows: z.number().int() })),
      looks: z.array(z.object({ day: day(), role: z.string(), n: z.number().int() })),
      requests: z.array(privacyRequest.omit({ personId: true, name: true, areaName: true })), answerDays: z.number().int(),
    }),
  }),
  askMine: command({ path: '/privacy/mine/requests', access: 'link', summary: '提出请求: see, correct, object, delete, explain; with a receipt and the day of the answer', input: z.object(askInput), output: z.object({ receiptNo: z.string(), dueAt: instant() }) }),
  withdrawMine: command({ path: '/privacy/mine/requests/:requestId/withdraw', access: 'link', summary: '撤回请求', input: z.object({ requestId: id() }), output: z.object({}), errors: [privacyErrors.answered] }),
  askFor: command({
    path: '/privacy/requests', access: answer, summary: '代为登记请求: somebody asks at the desk or by telephone', input: z.object({ personId: id(), ...askInput }), output: z.object({ requestId: id(), receiptNo: z.string(), dueAt: instant() }),
    audit: { act: 'change', subjects: (i) => [i.personId] },
  }),
  listRequests: query({
    path: '/privacy/requests', access: answer, summary: '个人信息请求: the nearest deadline first', input: z.object({ tab: z.enum([...requestStates, 'overdue']).optional(), ...pageInput }), output: pageOf(privacyRequest),
    audit: { act: 'view', subjects: (_, o) => o.items.flatMap((r) => r.personId ?? []) },
  }),
  requestCounts: query({ path: '/privacy/requests/counts', access: answer, summary: '请求数', input: z.object({}), output: z.object({ open: z.number().int(), overdue: z.number().int(), answered: z.number().int(), refused: z.number().int() }) }),
  answerRequest: command({
    path: '/privacy/requests/:requestId/answer', access: answer, summary: '答复请求: granted, or refused with the reason (§50)', input: z.object({ requestId: id(), granted: z.boolean(), answer: text(1000).min(4) }), output: z.object({}),
    errors: [privacyErrors.answered], audit: { act: 'change', subjects: (i) => [i.requestId], reason: (i) => i.answer },
  }),
  reopenRequest: command({ path: '/privacy/requests/:requestId/reopen', access: answer, summary: '撤销答复: the same day only', input: z.object({ requestId: id() }), output: z.object({}), errors: [privacyErrors.answered], audit: { act: 'change', subjects: (i) => [i.requestId] } }),
  modeHere: query({ path: '/privacy/mode', access: 'signedIn', summary: '平战结合: whether one’s own area is in emergency; in normal days the duties of an epidemic rest', input: z.object({}), output: z.object({ mode }) }),
  listEvents: query({ path: '/privacy/events', access: view, summary: '事件: what data are collected for, and how far its end has come', input: z.object({}), output: z.object({ items: z.array(privacyEvent) }) }),
  countEvent: query({ path: '/privacy/events/:eventId/count', access: view, summary: '清点: a dry run that counts what would be destroyed and what would stay; changes nothing', input: anEvent, output: z.object({ kinds: z.array(counted), statistics: z.number().int() }) }),
  openEvent: command({
    path: '/privacy/events', access: close, summary: '登记事件', input: z.object({ areaId: id(), title: text(80).min(2), orderNo: text(80).min(2), startedOn: day() }), output: z.object({ eventId: id() }),
    errors: [privacyErrors.eventRunning], audit: { act: 'change', subjects: (_, o) => [o.eventId] },
  }),
  stopCollecting: command({ path: '/privacy/events/:eventId/stop', access: close, summary: '停止采集: nothing new is taken for the event, neither by staff nor by the codes on posters; the area is back in normal days', input: byOrder, output: z.object({ links: z.number().int() }), errors: eventErrors, audit: about }),
  resumeCollecting: command({ path: '/privacy/events/:eventId/resume', access: close, summary: '恢复采集: undoes the stop and opens the codes it closed', input: anEvent, output: z.object({}), errors: eventErrors, audit: about }),
  freezeEvent: command({ path: '/privacy/events/:eventId/freeze', access: close, summary: '冻结: nothing of it can be changed any more; only when nobody is managed any more', input: byOrder, output: z.object({}), errors: [...eventErrors, privacyErrors.stillManaged], audit: about }),
  unfreezeEvent: command({ path: '/privacy/events/:eventId/unfreeze', access: close, summary: '解冻: until it is approved', input: anEvent, output: z.object({}), errors: eventErrors, audit: about }),
  reviewEvent: command({
    path: '/privacy/events/:eventId/review', access: close, summary: '留存评估: of each kind destroy or keep, and why what is kept is kept (§85)',
    input: anEvent.extend({ kinds: z.array(z.object({ kind: z.string(), decision: z.enum(['destroy', 'keep']), reason: text(300).optional(), keepUntil: day().optional() })) }),
    output: z.object({}), errors: [...eventErrors, privacyErrors.reasonNeeded], audit: about,
  }),
  approveEvent: command({ path: '/privacy/events/:eventId/approve', access: { permission: 'privacy.approve' }, summary: '批准销毁: by somebody else than who asked for it', input: byOrder, output: z.object({}), errors: [...eventErrors, privacyErrors.ownApproval], audit: about }),
  destroyEvent: command({ path: '/privacy/events/:eventId/destroy', access: close, summary: '销毁: counts without identities are kept, the rest goes; a certificate stands at the end', input: anEvent, output: z.object({}), errors: eventErrors, audit: about }),
  setRetention: command({
    path: '/privacy/retention', access: close, summary: '保存期限: months of one kind of data; empty until its event ends', input: z.object({ kind: z.string(), months: z.number().int().min(1).max(120).nullable() }), output: z.object({}), audit: { act: 'change' },
  }),
  destroyExpired: command({ path: '/privacy/events/:eventId/expired', access: close, summary: '销毁到期数据: rows past their term that nothing under way hangs on', input: anEvent, output: z.object({ destroyed: z.number().int() }), errors: eventErrors, audit: about }),
}
