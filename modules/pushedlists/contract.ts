import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, temperature, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { contactKind, symptom } from '../policies/contract.ts'
import { screeningState } from '../screening/contract.ts'

/** 名单来源: 公安 / 通管 / 上级 / 外市函 / 其他. */
export const listSources = ['police', 'telecom', 'upper', 'otherCity', 'other'] as const
export const listSource = z.enum(listSources)
export type ListSource = z.infer<typeof listSource>

export const listStates = ['uploaded', 'taking', 'open', 'undone', 'failed'] as const
export const listState = z.enum(listStates)

/** 错误行 / 未分派 / 待反馈 / 已反馈 */
export const rowStates = ['wrong', 'unassigned', 'waiting', 'answered'] as const
export const rowState = z.enum(rowStates)
export type RowState = z.infer<typeof rowState>

/** 核查结果: 已排查在管 / 信息有误 / 漏排(补管) / 不在本地居住 / 已超观察期 / 途经重点区停留 / 途经未停留. */
export const pushedResults = ['managed', 'wrongInformation', 'missed', 'notLivingHere', 'periodPast', 'stayedInKeyArea', 'onlyPassedThrough'] as const
export const pushedResult = z.enum(pushedResults)
export type PushedResult = z.infer<typeof pushedResult>
/** 省外重点地区 (武汉、湖北) / 省内重点地市 */
export const stayKinds = ['outsideProvince', 'insideProvince'] as const
export const stayKind = z.enum(stayKinds)

/** Columns of a list: who, where, what is said of them, and those the answer goes into. */
export const pushedFields = [
  'title', 'source', 'name', 'sex', 'documentKind', 'documentNo', 'phone', 'address', 'community', 'subject', 'origin', 'arrivedOn', 'issuedAt', 'deadlineAt',
  'result', 'whereabouts', 'measure', 'checker', 'answeredAt',
] as const
export const pushedField = z.enum([...pushedFields, 'ignored'])
export type PushedField = (typeof pushedFields)[number]

export const pushedColumn = z.object({
  index: z.number().int(), letter: z.string(), heading: z.string(), field: pushedField.nullable(),
  /** A few cells below it, numbers hidden. */
  samples: z.array(z.string()),
})
export type PushedColumn = z.infer<typeof pushedColumn>

const resultCount = z.object({ result: pushedResult, kind: stayKind.nullable(), n: z.number().int() })

/** 一批名单; a community sees of it what it has to answer itself. */
export const pushedList = z.object({
  listId: id(),
  /** 批次 */
  title: z.string(),
  source: listSource.nullable(),
  /** 来文单位 */
  issuer: z.string().nullable(),
  issuedAt: instant().nullable(),
  /** 时限 */
  deadlineAt: instant().nullable(),
  state: listState,
  filename: z.string().nullable(),
  /** Rows: all, and by where they stand; the results sum exactly to the answered ones. */
  total: z.number().int(), wrong: z.number().int(), unassigned: z.number().int(), waiting: z.number().int(), answered: z.number().int(),
  results: z.array(resultCount),
  /** Past the deadline with rows that wait. */
  overdue: z.boolean(),
  /** The caller's office brought it in: it assigns, takes back, fetches the feedback. */
  own: z.boolean(),
  createdAt: instant().nullable(), createdByName: z.string().nullable(),
  undone: z.object({ removed: z.number().int(), kept: z.number().int() }).nullable(),
})
export type PushedList = z.infer<typeof pushedList>

export const listCard = pushedList.extend({
  columns: z.array(pushedColumn),
  /** What the file itself says of batch, times and source, to begin with. */
  found: z.object({ issuedAt: instant().nullable(), deadlineAt: instant().nullable(), source: listSource.nullable(), title: z.string().nullable() }),
})
export type ListCard = z.infer<typeof listCard>

/** 建议结果: what the data already say; proposed, never set. */
export const proposal = z.object({ result: pushedResult, why: z.enum(['episode', 'screening', 'episodeOver', 'movedOut', 'numbersWrong']), measure: z.string().nullable(), day: z.string().nullable() })

export const pushedRow = z.object({
  rowId: id(), listId: id(), listTitle: z.string(), listSource,
  /** Row in the file, as the spreadsheet counts. */
  rowNo: z.number().int(),
  state: rowState,
  /** Why nobody can be found by it; words at `pushedlists.issues`. */
  issue: z.string().nullable(),
  name: z.string(), documentMasked: z.string().nullable(), phoneMasked: z.string().nullable(), address: z.string(),
  /** 涉疫信息 */
  subject: z.string(),
  areaId: id(), areaName: z.string(),
  issuedAt: instant(), deadlineAt: instant(), overdue: z.boolean(),
  personId: id().nullable(), screeningId: id().nullable(), screeningState: screeningState.nullable(),
  /** The row was joined to a record there was already. */
  joined: z.boolean(),
  /** 移交中: where it goes in a few minutes. */
  movingTo: z.string().nullable(),
  proposal: proposal.nullable(),
  result: pushedResult.nullable(), kind: stayKind.nullable(),
  /** 去向 */
  whereabouts: z.string().nullable(),
  /** 措施 */
  measure: z.string().nullable(),
  note: z.string().nullable(),
  /** 核查人 */
  checkerName: z.string().nullable(),
  answeredAt: instant().nullable(),
})
export type PushedRow = z.infer<typeof pushedRow>

export const rowTabs = ['all', 'waiting', 'overdue', 'unassigned', 'wrong', 'answered'] as const

export const pushedlistsErrors = declareErrors('pushedlists', {
  fileEmpty: { status: 422 }, fileTooWide: { status: 422, params: z.object({ most: z.number() }) }, fileUnreadable: { status: 422, params: z.object({ filename: z.string() }) }, fileOldExcel: { status: 422, params: z.object({ filename: z.string() }) },
  noHeadings: { status: 422 },
  /** Nobody can be found by such columns. */
  columnsMissing: { status: 409 },
  columnTwice: { status: 422, params: z.object({ column: z.string() }) },
  deadlineFirst: { status: 422 },
  listNotInState: { status: 409, params: z.object({ state: listState }) },
  rowNotInState: { status: 409, params: z.object({ state: rowState }) },
  kindMissing: { status: 422 },
  /** Undo is for the day of the answer. */
  notTheDay: { status: 409 },
  nothingToHandOver: { status: 409 },
})
const e = pushedlistsErrors

const view = { permission: 'screening.view' } as const
const answerIt = { permission: 'screening.verify' } as const
const push = { permission: 'pushedlists.push' } as const
const aList = z.object({ listId: id() })
const aRow = z.object({ rowId: id() })
const changesList = { act: 'change' as const, subjects: (i: { listId: string }) => [i.listId] }
const changesRow = { act: 'change' as const, subjects: (i: { rowId: string }) => [i.rowId] }

export const pushedlistsApi = {
  uploadList: command({
    path: '/pushed-lists', access: push, summary: '上传协查名单: store a file and find its headings',
    input: z.object({ filename: z.string().trim().min(1).max(200).optional() }), output: listCard,
    errors: [e.fileEmpty, e.fileUnreadable, e.fileOldExcel, e.fileTooWide, e.noHeadings], upload: { megabytes: 20 }, audit: { act: 'change', subjects: (_, o) => [o.listId] },
  }),
  openList: command({
    path: '/pushed-lists/:listId/open', access: push, summary: '分派名单: batch, source and deadline; each row goes to where it must be answered',
    input: aList.extend({
      title: text(80).min(1), source: listSource, issuer: text(80).optional(), issuedAt: instant(), deadlineAt: instant(),
      columns: z.array(z.object({ index: z.number().int(), field: pushedField.nullable() })).max(100).optional(),
    }),
    output: listCard, errors: [e.columnsMissing, e.columnTwice, e.deadlineFirst, e.listNotInState], audit: changesList,
  }),
  listLists: query({
    path: '/pushed-lists', access: view, summary: '协查名单: batches, those with the nearest deadline first', input: z.object({}),
    output: z.object({ items: z.array(pushedList) }),
  }),
  getList: query({ path: '/pushed-lists/:listId', access: view, summary: '一批名单: counts by result and the columns of the file', input: aList, output: listCard }),
  listRows: query({
    path: '/pushed-lists/:listId/rows', access: view, summary: '名单人员: rows of a batch in the order of the file',
    input: aList.extend({ tab: z.enum(rowTabs).default('all'), result: pushedResult.optional(), ...pageInput }),
    output: pageOf(pushedRow), audit: { act: 'view', subjects: (_, o) => o.items.flatMap((r) => r.personId ?? r.rowId) },
  }),
  getRow: query({
    path: '/pushed-rows/:rowId', access: view, summary: '名单上一人', input: aRow, output: pushedRow,
    audit: { act: 'view', subjects: (i, o) => [i.rowId, ...(o.personId ? [o.personId] : [])] },
  }),
  assignRows: command({
    path: '/pushed-rows/assign', access: push, summary: '指定社区: rows whose place the file did not say',
    input: z.object({ rowIds: z.array(id()).min(1).max(200), areaId: id() }), output: z.object({ assigned: z.number().int() }),
    audit: { act: 'change', subjects: (i) => i.rowIds },
  }),
  answerRow: command({
    path: '/pushed-rows/:rowId/answer', access: answerIt, summary: '核查反馈: the result, where they went, what was done; fever or contact becomes a lead',
    input: aRow.extend({
      result: pushedResult, kind: stayKind.optional(), whereabouts: text(120).optional(), measure: text(120).optional(), note: text(300).optional(),
      temperature: temperature().optional(), symptoms: z.array(symptom).max(symptom.options.length).optional(), contact: contactKind.optional(),
    }),
    output: pushedRow, errors: [e.rowNotInState, e.kindMissing], audit: changesRow,
  }),
  acceptProposals: command({
    path: '/pushed-lists/:listId/accept', access: answerIt, summary: '按建议反馈: the proposed results of several rows, after somebody has looked at them',
    input: aList.extend({ rowIds: z.array(id()).min(1).max(200) }), output: z.object({ answered: z.number().int() }), audit: { act: 'change', subjects: (i) => i.rowIds },
  }),
  undoAnswer: command({
    path: '/pushed-rows/:rowId/undo', access: answerIt, summary: '撤销反馈: the same day', input: aRow, output: pushedRow, errors: [e.rowNotInState, e.notTheDay], audit: changesRow,
  }),
  handOverRow: command({
    path: '/pushed-rows/:rowId/hand-over', access: answerIt, summary: '移交: to the community where the person really stays; the row goes with them',
    input: aRow.extend({ toAreaId: id(), note: text(300).optional() }), output: pushedRow, errors: [e.nothingToHandOver], audit: changesRow,
  }),
  undoList: command({
    path: '/pushed-lists/:listId/undo', access: push, summary: '撤回名单: takes the batch back; what was worked on already stays and is counted',
    input: aList, output: listCard, errors: [e.listNotInState], audit: changesList,
  }),
  downloadFeedback: query({
    path: '/pushed-lists/:listId/feedback', access: push, summary: '下载反馈表: the file as it came, every row in its place, results filled in',
    input: aList, output: z.object({}), download: true, audit: { act: 'export', subjects: (i) => [i.listId] },
  }),
  downloadWrongRows: query({
    path: '/pushed-lists/:listId/wrong', access: push, summary: '下载错误行: rows nobody can be found by, with 行号 and 原因',
    input: aList, output: z.object({}), download: true, audit: { act: 'export', subjects: (i) => [i.listId] },
  }),
}
