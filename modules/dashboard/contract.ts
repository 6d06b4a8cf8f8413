import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { dashboard } from './contract/figures.ts'
import { areaOutline, datum, outlineImport, outlineImportLine, outlineState } from './contract/outlines.ts'

export * from './contract/figures.ts'
export * from './contract/outlines.ts'

export const dashboardErrors = declareErrors('dashboard', {
  notGeoJson: { status: 422 },
  noFeatures: { status: 422 },
  tooMany: { status: 422, params: z.object({ n: z.number(), most: z.number() }) },
  notInState: { status: 409, params: z.object({ state: outlineState }) },
  nothingMatched: { status: 409 },
})

const view = { permission: 'dashboard.view' } as const
const edit = { permission: 'territory.edit' } as const
const anImport = z.object({ importId: id() })
const audited = { act: 'change' as const, subjects: (i: { importId: string }) => [i.importId] }

export const dashboardApi = {
  dashboard: query({
    path: '/dashboard', access: view, summary: '指挥一张图: figures of an area and of those directly below it, worst first; no personal data',
    input: z.object({ /** The caller's own area when absent. */ areaId: id().optional() }), output: dashboard,
  }),
  areaOutlines: query({
    path: '/dashboard/outlines', access: view, summary: '辖区边界: of the areas directly below one', input: z.object({ areaId: id().optional() }), output: z.object({ items: z.array(areaOutline) }),
  }),
  uploadOutlines: command({
    path: '/dashboard/outline-imports', access: edit, summary: '上传边界 (GeoJSON): read, checked and matched; nothing holds before it is applied',
    input: z.object({ datum: datum.default('wgs84'), filename: text(200).optional() }), output: outlineImport, upload: { megabytes: 20 },
    errors: [dashboardErrors.notGeoJson, dashboardErrors.noFeatures, dashboardErrors.tooMany], audit: { act: 'change', subjects: (_, o) => [o.importId] },
  }),
  listOutlineImports: query({ path: '/dashboard/outline-imports', access: edit, summary: '历次边界导入', input: z.object({ ...pageInput }), output: pageOf(outlineImportLine) }),
  getOutlineImport: query({ path: '/dashboard/outline-imports/:importId', access: edit, summary: '一次边界导入: what matched, and why something did not', input: anImport, output: outlineImport }),
  matchOutlines: command({
    path: '/dashboard/outline-imports/:importId/match', access: edit, summary: '按另一个属性对应辖区', input: anImport.extend({ property: text(100).min(1) }), output: outlineImport,
    errors: [dashboardErrors.notInState], audit: audited,
  }),
  assignOutline: command({
    path: '/dashboard/outline-imports/:importId/assign', access: edit, summary: '手工指定一个边界是哪个辖区', input: anImport.extend({ no: z.number().int().min(1), areaId: id().nullable() }), output: outlineImport,
    errors: [dashboardErrors.notInState], audit: { act: 'change', subjects: (i) => [i.importId, ...(i.areaId ? [i.areaId] : [])] },
  }),
  applyOutlines: command({
    path: '/dashboard/outline-imports/:importId/apply', access: edit, summary: '采用: the matched outlines hold from now on', input: anImport, output: outlineImport,
    errors: [dashboardErrors.notInState, dashboardErrors.nothingMatched], audit: audited,
  }),
  undoOutlines: command({
    path: '/dashboard/outline-imports/:importId/undo', access: edit, summary: '撤销导入: the outlines that were there before hold again', input: anImport, output: outlineImport,
    errors: [dashboardErrors.notInState], audit: audited,
  }),
}
