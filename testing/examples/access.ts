import type { accessApi } from '../../modules/access/contract.ts'
import { somebody } from './people.ts'
import type { ExamplesOf } from './index.ts'

export const accessExamples: ExamplesOf<typeof accessApi> = {
  accountAccess: async (w) => ({ accountId: (await w.c.as('communityWorker')).accountId }),
  listAccess: async (w) => ({ areaId: w.c.community.id }),
  exportAccess: async (w) => ({ areaId: w.c.community.id, reason: '半年核查', format: 'xlsx' }),
  accessToPerson: async (w) => ({ by: 'id', text: (await somebody(w)).personId, reason: '居民来信' }),
  accessWarnings: async () => ({}),
}
