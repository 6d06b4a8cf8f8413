import { exportsApi as api } from '../../modules/exports/contract.ts'
import { rosterApi } from '../../modules/roster/contract.ts'
import type { Caller } from '../world.ts'
import type { ExamplesOf, ExampleWorld } from './index.ts'

/** Clear numbers always need an approval, so the request waits whatever the number of rows. */
async function waiting({ c }: ExampleWorld, asker: Caller): Promise<{ exportId: string }> {
  await asker.refused(rosterApi.exportPeople, { areaId: c.community.id, reason: '上门核对', clear: 'true' })
  const { items } = await asker.call(api.listExports, {})
  return { exportId: items[0]?.id ?? '' }
}
const asked = async (w: ExampleWorld) => waiting(w, await w.c.as('communityWorker'))

export const exportsExamples: ExamplesOf<typeof api> = {
  listExports: async () => ({ tab: 'mine' }),
  exportCounts: async () => ({}),
  getExport: async (w) => waiting(w, w.caller),
  approveExport: asked,
  refuseExport: async (w) => ({ ...(await asked(w)), reason: '请改用按网格导出' }),
  takeBackDecision: async (w) => {
    const { exportId } = await asked(w)
    await w.caller.call(api.approveExport, { exportId })
    return { exportId }
  },
  withdrawExport: async (w) => waiting(w, w.caller),
}
