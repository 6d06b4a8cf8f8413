import type { auditApi } from '../../modules/audit/contract.ts'
import { peopleApi } from '../../modules/people/contract.ts'
import type { ExamplesOf } from './index.ts'

export const auditExamples: ExamplesOf<typeof auditApi> = {
  listAuditEvents: async ({ c }) => ({ subject: c.community.id }),
  traceAccess: async (w) => {
    const worker = await w.c.as('communityWorker')
    const { personId } = await worker.call(peopleApi.registerPerson, { areaId: w.c.compounds[0]?.id ?? '', room: '501', name: '李桂兰' })
    return { by: 'id', text: personId, reason: '居民投诉' }
  },
  listActors: async () => ({ text: '李' }),
  chainChecks: async () => ({}),
  verifyChain: async () => ({}),
  auditChainState: async () => ({}),
}
