import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { exportsErrors } from '../exports/contract.ts'
import { policiesErrors } from '../policies/contract.ts'
import { reportingErrors } from '../reporting/contract.ts'
import { batchView, ledgerKind, MOST_AT_ONCE, noticeKind, noticeView, personalKind, refusedDocument, selection } from './contract/notices.ts'
import { paper } from './contract/paper.ts'
import { declaration, declaredIndicator, workReport } from './contract/report.ts'
import { sample, shownPlaceholder, templateInForce, templateKind, templateProblem, templateVersion } from './contract/templates.ts'

export * from './contract/notices.ts'
export * from './contract/paper.ts'
export * from './contract/report.ts'
export * from './contract/templates.ts'

export const documentsErrors = declareErrors('documents', {
  nobody: { status: 409 },
  tooMany: { status: 409, params: z.object({ n: z.number(), most: z.number() }) },
  withdrawn: { status: 409, params: z.object({ number: z.string() }) },
  notDeclared: { status: 409, params: z.object({ n: z.number() }) },
  templateUnusable: { status: 409, params: z.object({ kind: z.string() }) },
})

const issue = { permission: 'documents.issue' } as const
const templates = { permission: 'documents.templates' } as const
const aKind = { kind: templateKind }
const view = { permission: 'reporting.view' } as const
const which = { areaId: id().optional(), day: day().optional() }
const reporting = [reportingErrors.notACommunity, reportingErrors.notYet, policiesErrors.nonePolicy]
/** The version meant; the one in force when absent. */
const aVersion = { ...aKind, templateId: id().optional() }
const aLedger = {
  kind: ledgerKind, areaId: id().optional(),
  /** 到达日 (form 1) or 在管期间 (form 3), both included. */
  from: day(), to: day(),
}

export const documentsApi = {
  listTemplates: query({
    path: '/documents/templates', access: issue, summary: '文书模板: which template each kind uses here, own, inherited or shipped', input: z.object({}), output: z.object({ items: z.array(templateInForce) }),
  }),
  getTemplate: query({
    path: '/documents/templates/:kind', access: issue, summary: '一种文书的模板: its versions, what it may say, and a sample with an invented person',
    input: z.object(aVersion), output: z.object({ inForce: templateInForce, versions: z.array(templateVersion), placeholders: z.array(shownPlaceholder), sample }),
  }),
  uploadTemplate: command({
    path: '/documents/templates/:kind/upload', access: templates, summary: '更换模板: checked at once; a faulty one is explained and not kept; a good one is kept until it is put in force',
    input: z.object(aKind), output: z.object({ templateId: id().nullable(), problems: z.array(templateProblem) }), upload: { megabytes: 4 }, audit: { act: 'change', subjects: (_, o) => (o.templateId ? [o.templateId] : []) },
  }),
  useTemplate: command({
    path: '/documents/templates/:kind/use', access: templates, summary: '启用模板: this version, a former one, or none of one’s own again',
    input: z.object({ ...aKind, templateId: id().nullable() }), output: templateInForce, audit: { act: 'change', subjects: (i) => (i.templateId ? [i.templateId] : []) },
  }),
  downloadTemplate: query({ path: '/documents/templates/:kind/file', access: issue, summary: '下载模板', input: z.object(aVersion), output: z.object({}), download: true }),
  downloadSample: query({ path: '/documents/templates/:kind/sample', access: issue, summary: '下载样例: filled with an invented person', input: z.object(aVersion), output: z.object({}), download: true }),

  documentsDue: query({
    path: '/documents/due', access: issue, summary: '待出具: how many people have no notice yet, how many began or were released today', input: z.object({}),
    output: z.object({ counts: z.record(selection, z.number().int()) }),
  }),
  issueDocuments: command({
    path: '/documents/issue', access: issue, summary: '出具文书: for one person or hundreds; a notice keeps its number when it is made again',
    input: z.object({ kind: personalKind, episodeIds: z.array(id()).min(1).max(MOST_AT_ONCE).optional(), all: selection.optional() }),
    output: z.object({ batchId: id(), issued: z.number().int(), fresh: z.number().int(), refused: z.array(refusedDocument) }),
    errors: [documentsErrors.nobody, documentsErrors.tooMany],
    audit: { act: 'export', subjects: (i, o) => [o.batchId, ...(i.episodeIds ?? [])], reason: (i) => `${i.kind} ${i.all ?? ''}`.trim() },
  }),
  getBatch: query({
    path: '/documents/batches/:batchId', access: issue, summary: '一批文书: laid out for screen and printer', input: z.object({ batchId: id(), from: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: batchView, errors: [documentsErrors.templateUnusable], audit: { act: 'view', subjects: (i, o) => [i.batchId, ...o.documents.map((d) => d.personId)] },
  }),
  downloadBatch: query({
    path: '/documents/batches/:batchId/docx', access: issue, summary: '下载一批文书 (.docx): one file, each document from a new page', input: z.object({ batchId: id() }), output: z.object({}), errors: [documentsErrors.templateUnusable],
    audit: { act: 'export', subjects: (i) => [i.batchId] }, download: true,
  }),
  downloadEach: query({
    path: '/documents/batches/:batchId/zip', access: issue, summary: '下载一批文书 (.zip): one .docx to a person, named by number in the pile and name', input: z.object({ batchId: id() }), output: z.object({}), errors: [documentsErrors.templateUnusable],
    audit: { act: 'export', subjects: (i) => [i.batchId] }, download: true,
  }),
  listNotices: query({
    path: '/documents/notices', access: issue, summary: '已出具的告知书、解除通知书, newest first; found by number or name',
    input: z.object({ text: text(60).optional(), kind: noticeKind.optional(), episodeId: id().optional(), ...pageInput }), output: pageOf(noticeView), audit: { act: 'view', subjects: (_, o) => o.items.map((n) => n.personId) },
  }),
  withdrawNotice: command({
    path: '/documents/notices/:noticeId/withdraw', access: issue, summary: '作废: the number is not used again, the code says invalid', input: z.object({ noticeId: id(), reason: reason() }), output: z.object({}),
    errors: [documentsErrors.withdrawn], audit: { act: 'change', subjects: (i) => [i.noticeId], reason: (i) => i.reason },
  }),
  verifyNotice: query({
    path: '/documents/verify/:code', access: 'public', summary: '核验文书: number, kind, office, day, valid or not; nothing about the person', input: z.object({ code: z.string().regex(/^[\w-]{16,64}$/) }),
    output: z.object({ number: z.string(), kind: noticeKind, officeName: z.string(), issuedOn: day(), /** 有效至, where it ends by itself. */ validTo: day().nullable(), valid: z.boolean() }),
  }),

  getLedger: query({
    path: '/documents/ledgers/:kind', access: issue, summary: '台账: forms 1 and 3 laid out for screen and printer', input: z.object(aLedger), output: z.object({ total: z.number().int(), shown: z.number().int(), paper }),
    errors: [documentsErrors.tooMany, documentsErrors.templateUnusable], audit: { act: 'view' },
  }),
  downloadLedger: query({
    path: '/documents/ledgers/:kind/xlsx', access: issue, summary: '导出台账 (.xlsx): in the office’s own layout, through the gate of all exports', input: z.object({ ...aLedger, reason: reason() }), output: z.object({}),
    errors: [documentsErrors.tooMany, documentsErrors.templateUnusable, exportsErrors.waitsForRows], audit: { act: 'export', reason: (i) => i.reason }, download: true,
  }),

  getWorkReport: query({ path: '/documents/work-report', access: view, summary: '工作汇报: written from the data, each figure traceable, as of any day', input: z.object(which), output: workReport, errors: [...reporting, documentsErrors.templateUnusable] }),
  issueWorkReport: command({
    path: '/documents/work-report/issue', access: issue, summary: '出具工作汇报: keeps contents and figures, so that the next one can be compared', input: z.object(which), output: z.object({ reportId: id() }),
    errors: [...reporting, documentsErrors.notDeclared], audit: { act: 'export', subjects: (_, o) => [o.reportId] },
  }),
  downloadWorkReport: query({
    path: '/documents/work-reports/:reportId/docx', access: view, summary: '下载工作汇报 (.docx)', input: z.object({ reportId: id() }), output: z.object({}), errors: [documentsErrors.templateUnusable], audit: { act: 'export', subjects: (i) => [i.reportId] }, download: true,
  }),
  declareFigures: command({
    path: '/documents/declared-figures', access: { permission: 'reporting.send' }, summary: '填报: figures no register derives yet, with day, source and name; the former ones stay',
    input: z.object({
      ...which, source: text(120).min(2),
      figures: z.array(z.object({ indicator: declaredIndicator, value: z.number().int().min(0).max(10_000_000), detail: text(200).optional() })).min(1),
    }),
    output: z.object({}), errors: reporting, audit: { act: 'change', reason: (i) => i.source },
  }),
  listDeclaredFigures: query({ path: '/documents/declared-figures', access: view, summary: '填报记录: newest first', input: z.object({ areaId: id().optional(), indicator: declaredIndicator.optional() }), output: z.object({ items: z.array(declaration) }), errors: reporting }),
}
