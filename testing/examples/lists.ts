import { listsApi as api } from '../../modules/lists/contract.ts'
import type { ExamplesOf } from './index.ts'

const page = '/people'
const view = { page, name: '关爱对象', query: 'show=care&order=name' }

export const listsExamples: ExamplesOf<typeof api> = {
  listViews: async () => ({ page }),
  saveView: async () => view,
  removeView: async ({ caller }) => ({ viewId: (await caller.call(api.saveView, view)).id }),
  openWith: async ({ caller }) => ({ page, viewId: (await caller.call(api.saveView, view)).id }),
}
