import type { auditApi } from '../../modules/audit/contract.ts'
import type { ExamplesOf } from './index.ts'

export const auditExamples: ExamplesOf<typeof auditApi> = {
  listAuditEvents: async ({ c }) => ({ subject: c.community.id }),
  auditChainState: async () => ({}),
}
