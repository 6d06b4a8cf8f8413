import type { reasonsApi } from '../../modules/reasons/contract.ts'
import type { ExamplesOf } from './index.ts'
import { aDraft } from './policies.ts'
import { somebodyManaged } from './quarantine.ts'

export const reasonsExamples: ExamplesOf<typeof reasonsApi> = {
  previewPolicy: async (w) => {
    await somebodyManaged({ c: w.c, caller: await w.c.as('communityWorker') })
    return aDraft(w)
  },
  explainMeasure: async (w) => ({ personId: (await somebodyManaged({ c: w.c, caller: await w.c.as('communityWorker') })).personId }),
}
