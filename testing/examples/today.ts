import type { todayApi } from '../../modules/today/contract.ts'
import { somebodyManaged } from './quarantine.ts'
import type { ExamplesOf } from './index.ts'

export const todayExamples: ExamplesOf<typeof todayApi> = {
  today: async (w) => {
    await somebodyManaged(w)
    return {}
  },
  communitiesToday: async (w) => {
    await somebodyManaged(w)
    return {}
  },
}
