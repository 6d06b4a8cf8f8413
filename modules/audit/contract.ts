import * as z from 'zod'
import { query } from '../../kernel/endpoint.ts'
import { day, id, instant, text } from '../../kernel/fields.ts'
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
      endpoint: text(80).optional(),
      day: day().optional(),
      order: orderBy('at').optional(),
      ...pageInput,
    }),
    output: pageOf(auditEvent.extend({
      /** Whether the hash chain already holds it (sealed every minute). */
      sealed: z.boolean(),
    })),
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
      broken: z.object({
        no: z.number().int(),
        eventId: id(),
        /** changed 内容被改, missing 事件缺失, gap 链号不连续. */
        kind: z.enum(['changed', 'missing', 'gap']),
        at: instant().nullable(),
        accountName: z.string().nullable(),
        endpoint: z.string().nullable(),
      }).nullable(),
    }),
  }),
}
