import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, listOf, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { exportsErrors } from '../exports/contract.ts'
import { careGroup } from '../people/contract.ts'
import { column, conditions, facts, filling, formCard, formFigures, formKind, formLine, formTab, picks, preview, sheetSample, who } from './contract/views.ts'

export * from './contract/views.ts'

/** Lines of one form; the whole of the largest community has some 36,000 people, one department's list far fewer. */
export const MOST_LINES = 20_000

export const formsErrors = declareErrors('forms', {
  fileEmpty: { status: 422 },
  /** .xls of the time before 2007. */
  fileOldExcel: { status: 422, params: z.object({ filename: z.string() }) },
  /** Opens with a password only. */
  fileLocked: { status: 422, params: z.object({ filename: z.string() }) },
  sheetGone: { status: 409, params: z.object({ filename: z.string() }) },
  fileUnreadable: { status: 422, params: z.object({ filename: z.string() }) },
  fileTooLarge: { status: 422 },
  fileTooWide: { status: 422, params: z.object({ most: z.number().int() }) },
  tooManyLines: { status: 422, params: z.object({ n: z.number().int(), most: z.number().int() }) },
  noHeading: { status: 409 },
  wrongHeading: { status: 422 },
  wrongSource: { status: 422, params: z.object({ heading: z.string() }) },
  dueMissing: { status: 422 },
  nobody: { status: 409 },
  stopped: { status: 409, params: z.object({ name: z.string() }) },
  fileGone: { status: 409, params: z.object({ days: z.number().int() }) },
  clearNotAllowed: { status: 403 },
})
const errors = formsErrors

const view = { permission: 'forms.view' } as const
const fill = { permission: 'forms.fill' } as const
const admit = { permission: 'forms.admit' } as const
const aForm = z.object({ formId: id() })
const on = { act: 'change' as const, subjects: (i: { formId: string }) => [i.formId] }
const fileErrors = [errors.fileEmpty, errors.fileOldExcel, errors.fileLocked, errors.fileUnreadable, errors.fileTooLarge, errors.fileTooWide, errors.tooManyLines]

export const formsApi = {
  listForms: query({ path: '/forms', access: view, summary: '部门报表: forms of departments, those that are late first', input: z.object({ tab: formTab.default('all'), ...pageInput }), output: pageOf(formLine) }),
  formFigures: query({ path: '/forms/figures', access: view, summary: '本月填报: how many stand where, how much the house filled in', input: z.object({}), output: formFigures }),
  getForm: query({ path: '/forms/:formId', access: view, summary: '报表卡', input: aForm, output: formCard }),
  sampleForm: query({ path: '/forms/:formId/sample', access: view, summary: '表样: the first rows of the file, numbers hidden', input: aForm, output: sheetSample, errors: [errors.sheetGone] }),
  uploadForm: command({
    path: '/forms', access: fill, summary: '放进一张部门报表: its headings are found and each column told apart; the same layout is known again', input: z.object({}),
    output: z.object({ formId: id(), /** The layout was here before. */ known: z.boolean() }), upload: { megabytes: 8 }, errors: fileErrors, audit: { act: 'change', subjects: (_, o) => [o.formId] },
  }),
  setFormHeading: command({
    path: '/forms/:formId/heading', access: fill, summary: '指定表头: which row it is, of one or two rows', input: aForm.extend({ rowNo: z.number().int().min(1).max(200), rows: z.number().int().min(1).max(2).default(1), kind: formKind.optional() }),
    output: formCard, errors: [errors.wrongHeading, errors.sheetGone, errors.fileUnreadable], audit: on,
  }),
  setFormColumns: command({
    path: '/forms/:formId/columns', access: fill, summary: '列的来源: where each column comes from and how it is written', input: aForm.extend({ columns: z.array(column.pick({ index: true, source: true, way: true, text: true })).max(500) }),
    output: formCard, errors: [errors.wrongSource], audit: on,
  }),
  setFormWho: command({
    path: '/forms/:formId/who', access: fill, summary: '谁该在表里: whoever stands in it, or everybody of an area who fits, and by row who is meant', input: aForm.extend({ who: who.nullable(), picks: picks.optional() }),
    output: formCard, audit: on,
  }),
  countForForm: query({ path: '/forms/count', access: fill, summary: '符合条件的人数', input: conditions.extend({ areaId: id(), careGroups: listOf(careGroup).optional() }), output: z.object({ n: z.number().int() }) }),
  setFormFacts: command({ path: '/forms/:formId/facts', access: fill, summary: '报表登记: its name, who asks for it, how often and until when', input: aForm.extend(facts), output: formCard, errors: [errors.dueMissing], audit: on }),
  previewForm: query({
    path: '/forms/:formId/preview', access: fill, summary: '预览: how the form would come out now, what the house does not know, and who could not be told', input: aForm, output: preview,
    errors: [errors.noHeading, errors.sheetGone, errors.fileUnreadable, errors.tooManyLines], audit: { act: 'view', subjects: (_, o) => [...o.shown.flatMap((line) => line.subjectId ?? []), ...o.gaps.map((one) => one.personId)] },
  }),
  fillForm: command({
    path: '/forms/:formId/fill', access: fill, summary: '填好: the file is made and kept; it is fetched through the gate of all files', input: aForm.extend({ /** 明文号码 */ clear: z.boolean().default(false) }),
    output: filling, errors: [errors.noHeading, errors.nobody, errors.stopped, errors.sheetGone, errors.fileUnreadable, errors.tooManyLines, errors.clearNotAllowed], audit: on,
  }),
  undoFilling: command({ path: '/forms/fillings/:fillingId/undo', access: fill, summary: '撤销填报: it does not count as filled any more', input: z.object({ fillingId: id() }), output: filling, audit: { act: 'change', subjects: (i) => [i.fillingId] } }),
  redoFilling: command({ path: '/forms/fillings/:fillingId/redo', access: fill, summary: '恢复填报', input: z.object({ fillingId: id() }), output: filling, audit: { act: 'change', subjects: (i) => [i.fillingId] } }),
  downloadFilling: query({
    path: '/forms/fillings/:fillingId/file', access: { permission: 'people.export' }, summary: '下载填好的表: in the department’s own layout, with a reason, through the gate of all files', input: z.object({ fillingId: id(), reason: reason() }), output: z.object({}), download: true,
    errors: [errors.fileGone, exportsErrors.waitsForRows, exportsErrors.waitsForClear],
    audit: { act: 'export', subjects: (i, reply) => [i.fillingId, ...((reply as { about?: string[] }).about ?? [])], reason: (i) => i.reason },
  }),
  admitForm: command({
    path: '/forms/:formId/admit', access: admit, summary: '准入: this layout may be asked of the communities below, on this basis and until then', input: aForm.extend({ basis: text(120).default(''), reason: reason(), until: day().optional() }),
    output: formCard, errors: [errors.noHeading], audit: { ...on, reason: (i) => i.reason },
  }),
  declineForm: command({ path: '/forms/:formId/decline', access: admit, summary: '不予准入, with why; it may be filled all the same and is counted', input: aForm.extend({ reason: reason() }), output: formCard, errors: [errors.noHeading], audit: { ...on, reason: (i) => i.reason } }),
  withdrawAdmission: command({ path: '/forms/:formId/withdraw-admission', access: admit, summary: '撤回准入意见: nothing is said of this layout any more', input: aForm, output: formCard, audit: on }),
  stopForm: command({ path: '/forms/:formId/stop', access: fill, summary: '停用: it is asked for no more', input: aForm.extend({ reason: reason() }), output: formCard, audit: { ...on, reason: (i) => i.reason } }),
  resumeForm: command({ path: '/forms/:formId/resume', access: fill, summary: '恢复使用', input: aForm, output: formCard, audit: on }),
}
