import * as z from 'zod'
import { query } from '../../kernel/endpoint.ts'
import { id } from '../../kernel/fields.ts'
import { dashboard } from './contract/figures.ts'

export * from './contract/figures.ts'
export * from './contract/outlines.ts'

const view = { permission: 'dashboard.view' } as const

export const dashboardApi = {
  dashboard: query({
    path: '/dashboard', access: view, summary: '指挥一张图: figures of an area and of those directly below it, worst first; no personal data',
    input: z.object({ /** The caller's own area when absent. */ areaId: id().optional() }), output: dashboard,
  }),
}
