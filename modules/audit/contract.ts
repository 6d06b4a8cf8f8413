import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, listOf, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'

/** 审计事件: who did or viewed what personal data, when, from where, why. */
export const auditEvent = z.object({
  id: id(),
  at: instant(),
  actorKind: z.string(),
  accountId: id().nullable(),
  accountName: z.string().nullable(),
  role: z.string().nullable(),
  sessionId: id().nullable(),
  linkId: id().nullable(),
  ip: z.string().nullable(),
  device: z.string().nullable(),
  /** `people.revealNumber`: the module and its endpoint. */
  endpoint: z.string(),
  /** view 查看, reveal 查看明文, change 更改, export 导出. */
  act: z.string(),
  /** Ids of the persons, households, episodes, accounts it was about. */
  subjects: z.array(z.string()),
  reason: z.string().nullable(),
  areaPath: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditEvent = z.infer<typeof auditEvent>

const read = { permission: 'audit.read' } as const

/** 断开之处 */
const brokenLink = z.object({
  no: z.number().int(),
  eventId: id(),
  /** changed 内容被改, missing 事件缺失, gap 链号不连续, outside 链外有记录. */
  kind: z.enum(['changed', 'missing', 'gap', 'outside']),
  at: instant().nullable(),
  accountName: z.string().nullable(),
  endpoint: z.string().nullable(),
})
export type BrokenLink = z.infer<typeof brokenLink>

/** 一次全链校验 */
export const chainCheck = z.object({
  id: id(),
  startedAt: instant(),
  endedAt: instant().nullable(),
  /** Null for the nightly run. */
  byName: z.string().nullable(),
  state: z.enum(['running', 'good', 'broken']),
  /** Links looked at so far, and how many there are. */
  verified: z.number().int(),
  total: z.number().int(),
  broken: brokenLink.nullable(),
})
export type ChainCheck = z.infer<typeof chainCheck>

/** 异常提示: outside working hours, many people in one hour. Hints, never a judgement. */
export const traceHints = ['offHours', 'manyPeople'] as const
export const traceHint = z.enum(traceHints)
export type TraceHint = z.infer<typeof traceHint>

const traceEntry = z.object({
  id: id(), at: instant(), endpoint: z.string(), act: z.string(), reason: z.string().nullable(), ip: z.string().nullable(), hints: z.array(traceHint),
})
/** 谁看过这个人: one viewer with everything they did to the record. */
export const traceViewer = z.object({
  accountId: id().nullable(), name: z.string().nullable(), role: z.string().nullable(), actorKind: z.string(),
  views: z.number().int(), reveals: z.number().int(), changes: z.number().int(), exports: z.number().int(),
  firstAt: instant(), lastAt: instant(), hints: z.array(traceHint),
  /** The newest fifty. */
  entries: z.array(traceEntry),
})
export type TraceViewer = z.infer<typeof traceViewer>

export const auditErrors = declareErrors('audit', {
  /** Nothing else is said: whether somebody is in the register is not the auditor's to learn by trying. */
  nobodyMatches: { status: 409 },
  checkRunning: { status: 409 },
})

export const auditApi = {
  listAuditEvents: query({
    path: '/audit/events',
    access: read,
    summary: 'The trail 审计记录 of one’s territory, newest first',
    input: z.object({
      accountId: id().optional(),
      /** The id of a person, household, episode or account the act was about. */
      subject: text(64).optional(),
      act: z.enum(['view', 'reveal', 'change', 'export']).optional(),
      /** Names of endpoints, `people.listPeople`; many where the words fit several. */
      endpoints: listOf(text(80)).optional(),
      day: day().optional(),
      /** From and to 起止, both days included. */
      from: day().optional(),
      to: day().optional(),
      ip: text(60).optional(),
      /** 被拒绝 only. */
      refused: z.stringbool().optional(),
      order: orderBy('at').optional(),
      ...pageInput,
    }),
    output: pageOf(auditEvent.extend({
      /** Whether the hash chain already holds it (sealed every second). */
      sealed: z.boolean(),
    })),
  }),
  traceAccess: command({
    path: '/audit/traces', access: read,
    summary: '谁看过这个人: everybody who viewed, revealed, changed or exported one person’s record',
    input: z.object({
      /** 编号 of the record as it stands in a complaint, or a document or telephone number, matched blind: nothing about the person is shown. */
      by: z.enum(['id', 'document', 'phone']), text: text(60).min(4), reason: reason(),
    }),
    output: z.object({
      /** Ids of the records that match; one person may be registered in two communities. */
      personIds: z.array(id()),
      events: z.number().int(),
      /** True when there are more than are looked at. */
      more: z.boolean(),
      viewers: z.array(traceViewer),
    }),
    errors: [auditErrors.nobodyMatches],
    audit: { act: 'view', subjects: (_, o) => o.personIds, reason: (i) => i.reason },
  }),
  listActors: query({
    path: '/audit/actors', access: read, summary: '按姓名找账号, for searching the trail by who',
    input: z.object({ text: text(40).min(1) }),
    output: z.object({ items: z.array(z.object({ accountId: id(), name: z.string(), login: z.string(), role: z.string().nullable() })) }),
  }),
  chainChecks: query({
    path: '/audit/checks', access: read, summary: '校验记录: the last verifications of the whole chain, newest first',
    input: z.object({}), output: z.object({ items: z.array(chainCheck) }),
  }),
  verifyChain: command({
    path: '/audit/checks', access: read, summary: '立即校验: verifies the whole chain from its first link',
    input: z.object({}), output: chainCheck, errors: [auditErrors.checkRunning], audit: { act: 'view' },
  }),
  auditChainState: query({
    path: '/audit/chain',
    access: read,
    summary: 'Verifies the hash chain 校验审计链 and names the first broken link',
    input: z.object({
      /** Start after this link, whose hash was verified before; 0 checks the whole chain. */
      fromNo: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({
      /** Links looked at in this call, and the number of the last. */
      verified: z.number().int(),
      lastNo: z.number().int(),
      lastHash: z.string(),
      /** False when the call stopped at its limit: ask again with `fromNo` = `lastNo`. */
      complete: z.boolean(),
      /** Events not yet in the chain. */
      waiting: z.number().int(),
      broken: brokenLink.nullable(),
    }),
  }),
}
