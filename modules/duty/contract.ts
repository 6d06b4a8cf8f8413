import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, listOf, personName, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { dutySheet, dutySheetSummary } from './contract/list.ts'
import { assignment, board, boardOf, candidate, dutyArea, dutyCard, dutyRole, dutyRoles, dutySummary, standard, workload } from './contract/views.ts'

export * from './contract/list.ts'
export * from './contract/views.ts'

export const dutyErrors = declareErrors('duty', {
  /** A worker assigns below the own area; who answers for it is said by the office above. */
  officeAbove: { status: 409 },
  roleNotHere: { status: 422, params: z.object({ dutyRole: z.enum(dutyRoles), level: z.string() }) },
  already: { status: 409, params: z.object({ name: z.string() }) },
  nobodyNamed: { status: 422 },
  /** The public board shows office phones only. */
  mobilePhone: { status: 422 },
  phoneWrong: { status: 422 },
  endsBefore: { status: 422 },
  ended: { status: 409 },
  notTheDay: { status: 409 },
  followed: { status: 409 },
  noMatters: { status: 409, params: z.object({ name: z.string(), n: z.number().int() }) },
  notADoctor: { status: 409, params: z.object({ name: z.string(), n: z.number().int() }) },
  accountGone: { status: 409, params: z.object({ name: z.string() }) },
  standardWrong: { status: 422 },
  noBoard: { status: 404 },
  fileUnreadable: { status: 422 },
  fileTooLong: { status: 422, params: z.object({ most: z.number() }) },
  headingsMissing: { status: 422, params: z.object({ headings: z.string() }) },
  listDone: { status: 409 },
  listChanged: { status: 409 },
  listNotTheDay: { status: 409 },
})

const view = { permission: 'duty.view' } as const
const edit = { permission: 'duty.edit' } as const
const anArea = z.object({ areaId: id() })
const one = z.object({ assignmentId: id() })
const aList = z.object({ sheetId: id() })
const ofList = { act: 'change', subjects: (i: { sheetId: string }) => [i.sheetId] } as const

/** Whoever answers: an account of the system, or a person by name. An account's own name and office phone stand where nothing else is said. */
const holder = {
  accountId: id().optional(),
  /** 姓名, for somebody without an account. */
  name: personName().optional(),
  /** 单位 */
  office: text(80).optional(),
  /** 职务 */
  title: text(60).optional(),
  /** 办公电话 */
  officePhone: text(30).optional(),
  /** 上公示牌 */
  onBoard: z.boolean().default(true),
  /** 文号 */
  orderNo: text(60).optional(),
  startsOn: day().optional(),
  /** Last day of a stand-in. */
  endsOn: day().optional(),
}
const audited = { act: 'change', subjects: (i: { assignmentId: string }) => [i.assignmentId] } as const
const assigning = [dutyErrors.officeAbove, dutyErrors.roleNotHere, dutyErrors.already, dutyErrors.nobodyNamed, dutyErrors.mobilePhone, dutyErrors.phoneWrong, dutyErrors.endsBefore, dutyErrors.accountGone]

export const dutyApi = {
  dutyAreas: query({
    path: '/duty/areas', access: view, summary: '挂联: one level of the area tree with who answers there',
    input: z.object({ parentId: id().optional() }), output: z.object({ items: z.array(dutyArea) }),
  }),
  dutySummary: query({
    path: '/duty/summary', access: view, summary: '挂联概况: how many areas nobody answers for, how many workers there are and should be',
    input: z.object({}), output: dutySummary,
  }),
  dutyGaps: query({
    path: '/duty/gaps', access: view, summary: '无人负责: areas nobody answers for, higher ones first',
    input: z.object({ ...pageInput }), output: pageOf(dutyArea),
  }),
  dutyLoads: query({
    path: '/duty/loads', access: view, summary: '负担: workers and the households they answer for, the most loaded first',
    input: z.object({ overOnly: z.stringbool().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    output: z.object({ items: z.array(workload), total: z.number().int() }),
  }),
  dutyCard: query({
    path: '/duty/areas/:areaId', access: view, summary: '挂联卡: who answers for an area at every level, what is missing, what was before',
    input: anArea, output: dutyCard,
  }),
  dutyCandidates: query({
    path: '/duty/areas/:areaId/candidates', access: view, summary: '可选人员: accounts that may answer for an area, by name or pinyin, the least loaded first',
    input: anArea.extend({ dutyRole, text: text(60).optional(), except: listOf(id()).optional() }), output: z.object({ items: z.array(candidate) }),
  }),
  assignDuty: command({
    path: '/duty/areas/:areaId/assignments', access: edit, summary: '挂联到岗: somebody answers for an area',
    input: anArea.extend({ dutyRole, ...holder }), output: assignment, errors: assigning, audit: { act: 'change', subjects: (i) => [i.areaId] },
  }),
  changeDuty: command({
    path: '/duty/assignments/:assignmentId/change', access: edit, summary: '换人: another takes over the duty and the open work with it',
    input: one.extend({ ...holder, reason: reason(), handOver: z.boolean().default(true) }), output: assignment,
    errors: [...assigning, dutyErrors.ended, dutyErrors.notADoctor, dutyErrors.noMatters], audit: { ...audited, reason: (i) => i.reason },
  }),
  endDuty: command({
    path: '/duty/assignments/:assignmentId/end', access: edit, summary: '离岗: the duty ends, its history stays',
    input: one.extend({ reason: reason() }), output: assignment, errors: [dutyErrors.officeAbove, dutyErrors.ended], audit: { ...audited, reason: (i) => i.reason },
  }),
  undoDuty: command({
    path: '/duty/assignments/:assignmentId/undo', access: edit, summary: '撤销: takes back an assignment, a change or an end of the same day',
    input: one, output: assignment, errors: [dutyErrors.officeAbove, dutyErrors.notTheDay, dutyErrors.followed], audit: audited,
  }),
  workToHandOver: query({
    path: '/duty/assignments/:assignmentId/work', access: view, summary: '待移交: what would go over to whoever follows',
    input: one, output: z.object({ asDoctor: z.number().int(), asWorker: z.number().int(), visits: z.number().int(), leads: z.number().int(), matters: z.number().int() }),
  }),
  dutySheetTemplate: query({
    path: '/duty/sheets/template', access: edit, summary: '下载挂联名单模板: headings, hints, drop-downs of areas and duties',
    input: z.object({}), output: z.object({}), download: true,
  }),
  readDutySheet: command({
    path: '/duty/sheets', access: edit, summary: '上传挂联名单: reads an office’s own table and says what it would change; nothing changes yet',
    input: z.object({}), output: dutySheet, upload: { megabytes: 2 }, errors: [dutyErrors.fileUnreadable, dutyErrors.fileTooLong, dutyErrors.headingsMissing],
    audit: { act: 'change', subjects: (_, o) => [o.sheetId] },
  }),
  listDutySheets: query({
    path: '/duty/sheets', access: edit, summary: '挂联名单: the last ones of one’s area, newest first',
    input: z.object({}), output: z.object({ items: z.array(dutySheetSummary) }),
  }),
  dutySheet: query({ path: '/duty/sheets/:sheetId', access: edit, summary: '名单预览: who takes over what from whom, as things are now', input: aList, output: dutySheet }),
  confirmDutySheet: command({
    path: '/duty/sheets/:sheetId/confirm', access: edit, summary: '按名单挂联: every right row at once, open work handed over',
    input: aList.extend({ reason: reason(), /** of the list as it was looked at */ stamp: z.string().max(200) }), output: dutySheet, errors: [dutyErrors.listDone, dutyErrors.listChanged], audit: { ...ofList, reason: (i) => i.reason },
  }),
  undoDutySheet: command({
    path: '/duty/sheets/:sheetId/undo', access: edit, summary: '撤销名单: the same day; what was changed again since stays',
    input: aList, output: z.object({ undone: z.number().int(), left: z.number().int() }), errors: [dutyErrors.listDone, dutyErrors.listNotTheDay], audit: ofList,
  }),
  dutySheetErrors: query({
    path: '/duty/sheets/:sheetId/errors', access: edit, summary: '下载错误行: the wrong rows as they came, with 行号 and 原因',
    input: aList, output: z.object({}), download: true,
  }),
  setDutyStandard: command({
    path: '/duty/standard', access: { permission: 'duty.standard' }, summary: '配备标准: households per worker, with its source',
    input: standard, output: standard, errors: [dutyErrors.standardWrong], audit: { act: 'change' },
  }),
  dutyBoardOf: query({
    path: '/duty/areas/:areaId/board', access: view, summary: '公示牌(管理): the board as the public sees it, its address and QR',
    input: anArea, output: boardOf,
  }),
  saveDutyBoard: command({
    path: '/duty/areas/:areaId/board', access: edit, summary: '发布公示牌: supervision phone, and whether the board is public',
    input: anArea.extend({ supervisionPhone: text(30).optional(), published: z.boolean() }), output: boardOf,
    errors: [dutyErrors.mobilePhone, dutyErrors.phoneWrong], audit: { act: 'change', subjects: (i) => [i.areaId] },
  }),
  dutyBoard: query({
    path: '/duty/boards/:areaId', access: 'public', summary: '公示牌: who answers for an area, for everybody; names, duties and office phones marked public, nothing else',
    input: anArea, output: board, errors: [dutyErrors.noBoard],
  }),
}
