import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'

/** 待批准 / 已批准待下载 / 未批准 / 已撤回 / 已过时限 / 已下载 */
export const exportStates = ['waiting', 'approved', 'refused', 'withdrawn', 'lapsed', 'downloaded'] as const
export const exportState = z.enum(exportStates)
export type ExportState = z.infer<typeof exportState>

/** Why an export needs an approval: 条数超过审批线 / 含明文号码. */
export const approvalCause = z.enum(['rows', 'clear'])

/** What can be done with it by the caller. */
export const exportActions = ['download', 'withdraw', 'approve', 'refuse', 'takeBack'] as const
export type ExportAction = (typeof exportActions)[number]

/** 一次导出: who wants what out of the house, why, and who said yes. */
export const dataExport = z.object({
  id: id(),
  /** 导出编号, as it stands in the watermark. */
  code: z.string(),
  /** `roster.exportPeople`: the endpoint that makes the file. */
  endpoint: z.string(),
  /** What it holds, in words: 花名册 · 里布嘎社区. */
  title: z.string(),
  areaName: z.string(),
  format: z.string(),
  /** 明文号码 */
  clear: z.boolean(),
  /** Rows when it was asked for. */
  rows: z.number().int(),
  reason: z.string(),
  state: exportState,
  cause: approvalCause.nullable(),
  askedByName: z.string(),
  askedByRole: z.string(),
  askedAt: instant(),
  /** What the same person has taken out in the thirty days before, this one not counted; for whoever decides. */
  takenBefore: z.object({ exports: z.number().int(), rows: z.number().int() }),
  decidedByName: z.string().nullable(),
  decidedAt: instant().nullable(),
  decisionNote: z.string().nullable(),
  /** One download until then. */
  releaseUntil: instant().nullable(),
  downloadedAt: instant().nullable(),
  mine: z.boolean(),
  /** Input of the endpoint, for the one who asked only: downloads exactly what was approved. */
  input: z.record(z.string(), z.unknown()).nullable(),
  actions: z.array(z.enum(exportActions)),
})
export type DataExport = z.infer<typeof dataExport>

/** 待我批准 / 我的导出 / 辖区全部 */
export const exportTabs = ['toDecide', 'mine', 'all'] as const

const asked = z.object({ rows: z.number(), most: z.number() })
export const exportsErrors = declareErrors('exports', {
  /** Not refused for good: the request is kept and waits for somebody else's yes. */
  waitsForRows: { status: 409, params: asked },
  waitsForClear: { status: 409, params: asked },
  notInState: { status: 409, params: z.object({ state: exportState }) },
  notOneself: { status: 409 },
  notYours: { status: 409 },
})

const out = { permission: 'people.export' } as const
const decide = { permission: 'exports.approve' } as const
const one = z.object({ exportId: id() })
const oneExport = { act: 'change' as const, subjects: (i: { exportId: string }) => [i.exportId] }

export const exportsApi = {
  listExports: query({
    path: '/exports', access: out, summary: '导出登记: exports asked for and taken, newest first',
    input: z.object({ tab: z.enum(exportTabs).default('mine'), ...pageInput }),
    output: pageOf(dataExport),
  }),
  exportCounts: query({
    path: '/exports/counts', access: out, summary: '导出待办: how many wait for the caller',
    input: z.object({}),
    output: z.object({
      /** 待我批准 */
      toDecide: z.number().int(),
      /** 我的,待批准 / 已批准待下载 */
      waiting: z.number().int(), ready: z.number().int(),
      /** 审批线, rows */
      most: z.number().int(),
    }),
  }),
  getExport: query({ path: '/exports/:exportId', access: out, summary: '一次导出', input: one, output: dataExport }),
  approveExport: command({
    path: '/exports/:exportId/approve', access: decide, summary: '批准导出: one download within the time set; never one’s own',
    input: one.extend({ note: text(300).optional() }), output: dataExport,
    errors: [exportsErrors.notInState, exportsErrors.notOneself],
    audit: { ...oneExport, reason: (i) => i.note },
  }),
  refuseExport: command({
    path: '/exports/:exportId/refuse', access: decide, summary: '不批准导出: with what should be done instead',
    input: one.extend({ reason: reason() }), output: dataExport,
    errors: [exportsErrors.notInState, exportsErrors.notOneself],
    audit: { ...oneExport, reason: (i) => i.reason },
  }),
  takeBackDecision: command({
    path: '/exports/:exportId/take-back', access: decide, summary: '收回批复: as long as nothing was downloaded',
    input: one, output: dataExport, errors: [exportsErrors.notInState, exportsErrors.notYours], audit: oneExport,
  }),
  withdrawExport: command({
    path: '/exports/:exportId/withdraw', access: out, summary: '撤回导出申请',
    input: one, output: dataExport, errors: [exportsErrors.notInState, exportsErrors.notYours], audit: oneExport,
  }),
}
