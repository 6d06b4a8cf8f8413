import type { dashboardApi } from '../../modules/dashboard/contract.ts'
import type { ExamplesOf } from './index.ts'

export const dashboardExamples: ExamplesOf<typeof dashboardApi> = {
  dashboard: async () => ({}),
}
