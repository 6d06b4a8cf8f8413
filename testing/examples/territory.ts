import { territoryApi as api } from '../../modules/territory/contract.ts'
import type { ExamplesOf, ExampleWorld } from './index.ts'

const newGrid = async ({ c }: ExampleWorld, name: string): Promise<string> => {
  const worker = await c.as('communityWorker')
  const made = await worker.call(api.createArea, { parentId: c.compounds[0]?.id ?? '', level: 'grid', name })
  return made.areaId
}
const grid = ({ c }: ExampleWorld, no: number): string => c.compounds[0]?.grids[no]?.id ?? ''

export const territoryExamples: ExamplesOf<typeof api> = {
  areaChildren: async ({ c }) => ({ parentId: c.community.id }),
  areaById: async ({ c }) => ({ areaId: c.community.id }),
  searchAreas: async () => ({ text: '锦绣' }),
  areaHistory: async (w) => ({ areaId: await newGrid(w, '第三网格') }),
  gridWarnings: async () => ({}),
  createArea: async ({ c }) => ({ parentId: c.compounds[0]?.id ?? '', level: 'grid', name: '第三网格' }),
  renameArea: async (w) => ({ areaId: grid(w, 0), name: '东网格' }),
  setAreaDetails: async ({ c }) => ({ areaId: c.community.id, code: '532601003001', officePhone: '0876-0000000' }),
  moveArea: async (w) => ({ areaId: await newGrid(w, '第三网格'), toParentId: w.c.compounds[1]?.id ?? '', reason: '重新划分网格' }),
  mergeAreas: async (w) => ({ areaId: grid(w, 0), intoAreaId: grid(w, 1), reason: '重新划分网格' }),
  closeArea: async (w) => ({ areaId: grid(w, 0), reason: '拆迁' }),
  reopenArea: async (w) => {
    const areaId = grid(w, 0)
    await (await w.c.as('communityWorker')).call(api.closeArea, { areaId, reason: '拆迁' })
    return { areaId }
  },
  setGridHouseholds: async () => ({ from: 300, to: 500 }),
}
