import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { exportsErrors } from '../exports/contract.ts'
import * as fields from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'

/** A field of the roster (`rules/fields.ts` has the list and its headings), `ignored`, or null while nobody knows. */
export const rosterField = z.enum([
  'compound', 'grid', 'building', 'unit', 'room', 'address', 'name', 'relation', 'documentKind', 'documentNo', 'sex',
  'birthOn', 'nation', 'nationality', 'phone', 'residency', 'careGroups', 'registeredAddress', 'workplace', 'note',
  'personId', 'ignored',
])

export const importStates = [
  'uploaded', 'checking', 'checked', 'importing', 'imported', 'undoing', 'undone', 'failed',
] as const
export const importState = z.enum(importStates)
export type ImportState = z.infer<typeof importState>

/** One column of the file and what it is taken for (列对应). */
export const importColumn = z.object({
  /** Position in the sheet, from 0. */
  index: z.number().int(),
  /** As the spreadsheet shows it: A, B, … AA. */
  letter: z.string(),
  heading: z.string(),
  field: rosterField.nullable(),
  /** How the field was found: remembered from the last file of this form, by the heading, or set by hand. */
  by: z.enum(['remembered', 'heading', 'hand', 'none']),
  /** Up to three cells below the heading; numbers masked. */
  samples: z.array(z.string()),
})
export type ImportColumn = z.infer<typeof importColumn>

/** One imported file (导入批次). */
export const importBatch = z.object({
  id: fields.id(),
  areaId: fields.id(),
  areaName: z.string(),
  state: importState,
  filename: z.string(),
  format: z.enum(['xlsx', 'csv']),
  /** Of a csv file: utf-8 or gbk, as detected. */
  encoding: z.string().nullable(),
  bytes: z.number(),
  /** Row of the headings, from 1, as the spreadsheet counts. */
  headerRow: z.number().int(),
  columns: z.array(importColumn),
  /** What must be mapped before checking. */
  missing: z.array(z.enum(['name', 'place'])),
  /** 0–1 while something runs, null before. */
  progress: z.number().nullable(),
  /** Rows with a person, known after the first pass. */
  rowsTotal: z.number().int().nullable(),
  rowsDone: z.number().int(),
  /** 新增 / 更新 / 无变化, persons; while only checked: what would happen. */
  personsAdded: z.number().int(),
  personsChanged: z.number().int(),
  personsUnchanged: z.number().int(),
  householdsAdded: z.number().int(),
  /** Rows with a mistake, not imported. */
  rowsWrong: z.number().int(),
  /** Rows that look like somebody known and wait for an answer. */
  rowsInQuestion: z.number().int(),
  /** Rows left out by an answer. */
  rowsSkipped: z.number().int(),
  problem: z.string().nullable(),
  /** 原件删除: when the uploaded file went by its term (the setting `roster.fileDays`); it can no longer be read again. */
  fileRemovedAt: fields.instant().nullable(),
  /** What an undo took away, put back and had to keep. */
  undone: z
    .object({
      removed: z.number().int(),
      restored: z.number().int(),
      householdsRemoved: z.number().int(),
      kept: z.array(z.object({ personId: fields.id(), name: z.string(), rowNo: z.number().int().nullable(), why: z.enum(['inUse', 'changedSince']) })),
      keptTotal: z.number().int(),
    })
    .nullable(),
  createdAt: fields.instant(),
  createdByName: z.string().nullable(),
  endedAt: fields.instant().nullable(),
})
export type ImportBatch = z.infer<typeof importBatch>

/** A row that does not go in: which cell, why (错误行). No personal data in clear. */
export const importIssue = z.object({
  id: fields.id(),
  /** Row in the file, from 1, as the spreadsheet counts. */
  rowNo: z.number().int(),
  /** `D128`; null when the whole row is meant. */
  cell: z.string().nullable(),
  field: rosterField.nullable(),
  /** Words at `roster.issues.<code>`. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportIssue = z.infer<typeof importIssue>

/** One side of a comparison; numbers masked. */
export const matchSide = z.object({
  name: z.string(),
  sex: z.string().nullable(),
  birthOn: z.string().nullable(),
  documentKind: z.string().nullable(),
  documentMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  address: z.string().nullable(),
  relation: z.string().nullable(),
})
export const matchAnswer = z.enum(['same', 'different', 'skip'])
/** A row that looks like somebody in the register (疑似重复). */
export const importMatch = z.object({
  id: fields.id(),
  rowNo: z.number().int(),
  personId: fields.id(),
  /** 0–100. */
  score: z.number().int(),
  reasons: z.array(z.enum(['samePersonId', 'sameDocument', 'sameNamePhone', 'sameNameBirthAddress', 'nameDiffers', 'documentDiffers'])),
  incoming: matchSide,
  known: matchSide,
  answer: matchAnswer.nullable(),
  /** Answers that can be given: a second person with the same number in one community is impossible. */
  allowed: z.array(matchAnswer),
})
export type ImportMatch = z.infer<typeof importMatch>

export const rosterErrors = declareErrors('roster', {
  notACommunity: { status: 422, params: z.object({ name: z.string() }) },
  fileEmpty: { status: 422 },
  fileUnreadable: { status: 422, params: z.object({ filename: z.string() }) },
  fileOldExcel: { status: 422, params: z.object({ filename: z.string() }) },
  fileTooWide: { status: 422, params: z.object({ most: z.number() }) },
  noHeadings: { status: 422 },
  columnsMissing: { status: 409, params: z.object({ missing: z.string() }) },
  columnTwice: { status: 422, params: z.object({ field: z.string() }) },
  columnUnknown: { status: 422, params: z.object({ index: z.number() }) },
  notInThisState: { status: 409, params: z.object({ state: z.string() }) },
  cannotBeDifferent: { status: 409, params: z.object({ rowNo: z.number() }) },
  clearNotAllowed: { status: 403 },
  fileRemoved: { status: 409, params: z.object({ day: z.string() }) },
  notYourFile: { status: 403, params: z.object({ name: z.string() }) },
})

const batchId = { batchId: fields.id() }
const importing = { permission: 'roster.import' } as const
const batchChange = { act: 'change' as const, subjects: (i: { batchId: string }) => [i.batchId] }

export const rosterApi = {
  downloadTemplate: query({
    path: '/roster/template',
    access: importing,
    summary: '下载导入模板: the roster template with instructions and drop-downs',
    input: z.object({ areaId: fields.id().optional() }),
    output: z.object({}),
    download: true,
  }),
  uploadImport: command({
    path: '/roster/imports',
    access: importing,
    summary: '上传花名册: store a file and find its headings and columns',
    input: z.object({ areaId: fields.id(), filename: z.string().trim().min(1).max(200).optional() }),
    output: importBatch,
    errors: [rosterErrors.notACommunity, rosterErrors.fileEmpty, rosterErrors.fileUnreadable, rosterErrors.fileOldExcel, rosterErrors.fileTooWide, rosterErrors.noHeadings],
    upload: { megabytes: 400 },
    audit: { act: 'change', subjects: (_, o) => [o.id] },
  }),
  setImportMapping: command({
    path: '/roster/imports/:batchId/mapping',
    access: importing,
    summary: '设置列对应: say which column is what; remembered for the next file of this form',
    input: z.object({
      ...batchId,
      columns: z.array(z.object({ index: z.number().int().min(0), field: rosterField.nullable() })).max(200),
    }),
    output: importBatch,
    errors: [rosterErrors.columnTwice, rosterErrors.columnUnknown, rosterErrors.notInThisState],
    audit: batchChange,
  }),
  checkImport: command({
    path: '/roster/imports/:batchId/check',
    access: importing,
    summary: '试算: read everything, change nothing, say what would happen',
    input: z.object(batchId),
    output: importBatch,
    errors: [rosterErrors.columnsMissing, rosterErrors.notInThisState, rosterErrors.fileRemoved],
    audit: batchChange,
  }),
  runImport: command({
    path: '/roster/imports/:batchId/run',
    access: importing,
    summary: '导入: everything that is right goes in, the rest waits with its reason',
    input: z.object(batchId),
    output: importBatch,
    errors: [rosterErrors.columnsMissing, rosterErrors.notInThisState, rosterErrors.fileRemoved],
    audit: batchChange,
  }),
  getImport: query({
    path: '/roster/imports/:batchId',
    access: importing,
    summary: '导入批次: state and progress of one import',
    input: z.object(batchId),
    output: importBatch,
  }),
  listImports: query({
    path: '/roster/imports',
    access: importing,
    summary: '导入记录: imports, newest first',
    input: z.object({ ...pageInput }),
    output: pageOf(importBatch.omit({ columns: true, undone: true })),
  }),
  listImportIssues: query({
    path: '/roster/imports/:batchId/issues',
    access: importing,
    summary: '错误行: row, cell, reason',
    input: z.object({ ...batchId, ...pageInput }),
    output: pageOf(importIssue),
  }),
  downloadImportErrors: query({
    path: '/roster/imports/:batchId/errors',
    access: importing,
    summary: '下载错误文件: only the wrong rows, in the original layout, with 行号 and 原因; full numbers as they came, so for who uploaded it alone',
    input: z.object(batchId),
    output: z.object({}),
    download: true,
    errors: [rosterErrors.notYourFile, rosterErrors.fileRemoved],
    audit: { act: 'export', subjects: (i) => [i.batchId] },
  }),
  listImportMatches: query({
    path: '/roster/imports/:batchId/matches',
    access: importing,
    summary: '疑似重复: rows that look like somebody known, side by side',
    input: z.object({ ...batchId, ...pageInput, open: z.stringbool().default(false) }),
    output: pageOf(importMatch),
    audit: { act: 'view', subjects: (_, o) => o.items.map((m) => m.personId) },
  }),
  answerImportMatches: command({
    path: '/roster/imports/:batchId/matches',
    access: importing,
    summary: '核对疑似重复: same person, different person, or leave the row out; many at once',
    input: z.object({
      ...batchId,
      answers: z.array(z.object({ matchId: fields.id(), answer: matchAnswer })).min(1).max(500),
    }),
    output: importBatch,
    errors: [rosterErrors.cannotBeDifferent, rosterErrors.notInThisState],
    audit: batchChange,
  }),
  undoImport: command({
    path: '/roster/imports/:batchId/undo',
    access: importing,
    summary: '撤销导入: take back a whole batch; says what it kept and why',
    input: z.object(batchId),
    output: importBatch,
    errors: [rosterErrors.notInThisState],
    audit: batchChange,
  }),
  exportPeople: query({
    path: '/roster/export',
    access: { permission: 'people.export' },
    summary: '导出花名册: the roster in the layout of the template, numbers masked unless asked with a reason',
    input: z.object({
      areaId: fields.id(),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      reason: fields.reason(),
      /** Clear numbers; needs the right to reveal. */
      clear: z.stringbool().default(false),
    }),
    output: z.object({}),
    errors: [rosterErrors.clearNotAllowed, exportsErrors.waitsForRows, exportsErrors.waitsForClear],
    download: true,
    audit: { act: 'export', subjects: (i) => [i.areaId], reason: (i) => i.reason },
  }),
}
