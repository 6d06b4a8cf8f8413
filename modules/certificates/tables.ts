import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Approval, CertificateState } from './contract.ts'

export const certificatesTables = {
  certificate_item: { about: '证明清单: an item of what communities may certify, as an office put it in force', scope: 'area' },
  certificate: { about: '开证明和用印登记: what was asked for at the window and what became of it', scope: 'area', sealed: ['document_sealed', 'code_sealed'] },
} satisfies Tables

export interface CertificateRow {
  certificateId: string; officeId: string; officeName: string; areaPath: string; code: string; title: string; basis: string; state: CertificateState
  personId: string | null; name: string | null; address: string | null; body: string | null; purpose: string | null; documentMasked: string | null; documentSealed: string | null
  copies: number | null; seal: string | null; approval: Approval | null; said: string | null; officeTo: string | null; bring: string | null; number: string | null
  askedAt: Instant; askedBy: string | null; askerName: string | null; decidedAt: Instant | null; decidedBy: string | null; deciderName: string | null; decideReason: string | null
  issuedOn: Day | null; validTo: Day | null; validDays: number | null; voidedAt: Instant | null; voiderName: string | null; voidReason: string | null; codeSealed: string | null
}
