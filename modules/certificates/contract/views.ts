import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { approval } from './items.ts'

/** 待审批 / 已开具 / 未批准 / 已作废 / 已告知去处 */
export const certificateStates = ['waiting', 'issued', 'refused', 'void', 'referred'] as const
export const certificateState = z.enum(certificateStates)
export type CertificateState = z.infer<typeof certificateState>
export const certificateTabs = [...certificateStates, 'all'] as const
export const certificateTab = z.enum(certificateTabs)
export type CertificateTab = z.infer<typeof certificateTab>

export const certificateActions = ['approve', 'refuse', 'takeBack', 'void', 'print'] as const
export const certificateAction = z.enum(certificateActions)
export type CertificateAction = z.infer<typeof certificateAction>

export const certificateLine = z.object({
  certificateId: id(), officeName: z.string(), code: z.string(), title: z.string(), state: certificateState, personId: id().nullable(), name: z.string().nullable(), address: z.string().nullable(),
  /** 事由 */
  purpose: z.string().nullable(), number: z.string().nullable(), copies: z.number().int().nullable(), seal: z.string().nullable(), said: z.string().nullable(), officeTo: z.string().nullable(),
  askedAt: instant(), askerName: z.string().nullable(), decidedAt: instant().nullable(), deciderName: z.string().nullable(), issuedOn: day().nullable(), validTo: day().nullable(),
  voidedAt: instant().nullable(), voidReason: z.string().nullable(),
})
export type CertificateLine = z.infer<typeof certificateLine>

export const certificateCard = certificateLine.extend({
  basis: z.string(), /** 正文, numbers masked. */ body: z.string().nullable(), bring: z.string().nullable(), approval: approval.nullable(), decideReason: z.string().nullable(), voiderName: z.string().nullable(),
  /** 社区负责人, where the item asks for them and there is one. */
  headName: z.string().nullable(), actions: z.array(certificateAction),
  /** Why it cannot be approved by whoever looks at it. */
  mayNot: z.enum(['ownRequest', 'notHead']).nullable(),
})
export type CertificateCard = z.infer<typeof certificateCard>

/** 正文草稿: written from the register; `lacking` says what has to be put right there first. */
export const draft = z.object({ text: z.string(), lacking: z.array(z.string()), officeName: z.string(), headName: z.string().nullable() })

const counts = { issued: z.number().int(), referred: z.number().int() }
export const certificateFigures = z.object({
  tabs: z.record(certificateTab, z.number().int()),
  byMonth: z.array(z.object({ month: z.string(), ...counts })),
  byItem: z.array(z.object({ code: z.string(), title: z.string(), ...counts })),
})
export type CertificateFigures = z.infer<typeof certificateFigures>
