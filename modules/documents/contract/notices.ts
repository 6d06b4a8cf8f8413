import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { paper } from './paper.ts'

/** What is made for one person: 告知书, 解除通知书, 健康监测表. The first two have numbers. */
export const personalKinds = ['startNotice', 'releaseNotice', 'healthSheet'] as const
export const personalKind = z.enum(personalKinds)
export type PersonalKind = z.infer<typeof personalKind>
/** What has a number of its own and can be verified; the certificate is made by modules/exits. */
export const noticeKind = z.enum(['startNotice', 'releaseNotice', 'healthCertificate'])
export type NoticeKind = z.infer<typeof noticeKind>
/** What a pile of papers is of. */
export const batchKind = z.enum([...personalKinds, 'healthCertificate'])
export type BatchKind = z.infer<typeof batchKind>
export const ledgerKind = z.enum(['arrivalLedger', 'managedLedger'])
export type LedgerKind = z.infer<typeof ledgerKind>

/** Which people at once: those without a notice yet, or all of today’s. */
export const selections = ['startsWithout', 'startsToday', 'releasesWithout', 'releasesToday', 'managed'] as const
export const selection = z.enum(selections)
export type Selection = z.infer<typeof selection>

/** So many documents at once; more are made in several goes. */
export const MOST_AT_ONCE = 2000

/** Why somebody’s document was not made; words at `documents.refusals.<reason>`. */
export const refusedDocument = z.object({ episodeId: id(), name: z.string().nullable(), reason: z.enum(['notFound', 'notReleased', 'cancelled', 'onlyHundreds']) })

/** 一份文书 */
export const noticeView = z.object({
  noticeId: id(), kind: noticeKind, number: z.string(), episodeId: id().nullable(), /** 外出申请 of a certificate. */ exitId: id().nullable(), personId: id(), name: z.string(), address: z.string(),
  issuedOn: day(), issuerName: z.string().nullable(),
  /** Times it was made, the first included. */
  made: z.number().int(),
  lastMadeAt: instant().nullable(),
  withdrawnAt: instant().nullable(), withdrawerName: z.string().nullable(), withdrawReason: z.string().nullable(),
  /** What the public page says: a release that was undone is not valid, whoever holds the paper. */
  valid: z.boolean(),
})
export type NoticeView = z.infer<typeof noticeView>

export const batchView = z.object({
  batchId: id(), kind: batchKind, at: instant(), accountName: z.string().nullable(), total: z.number().int(),
  documents: z.array(z.object({ position: z.number().int(), episodeId: id().nullable(), personId: id(), name: z.string(), number: z.string().nullable(), paper })),
})
