import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { documentsErrors, paper } from '../documents/contract.ts'
import { certificateItem, itemInForce, itemShown, notIssued, notIssuedShown } from './contract/items.ts'
import { certificateCard, certificateFigures, certificateLine, certificateState, certificateTab, draft } from './contract/views.ts'

export * from './contract/items.ts'
export * from './contract/views.ts'

export const certificatesErrors = declareErrors('certificates', {
  /** 不应由社区出具 */
  notOurs: { status: 409, params: z.object({ name: z.string(), office: z.string(), basis: z.string() }) },
  /** 清单外 or stopped. */
  notListed: { status: 409 },
  lacking: { status: 409, params: z.object({ name: z.string(), lacking: z.string() }) },
  movedOut: { status: 409, params: z.object({ name: z.string() }) },
  notInState: { status: 409, params: z.object({ state: certificateState }) },
  /** 两人: whoever asked does not approve. */
  ownRequest: { status: 409 },
  notHead: { status: 409, params: z.object({ head: z.string() }) },
  textFixed: { status: 409 },
  /** Undone only by whoever did it, the same day. */
  notYours: { status: 409 },
  unknownPlaceholder: { status: 422, params: z.object({ names: z.string() }) },
  reserved: { status: 422, params: z.object({ name: z.string() }) },
  noPublicList: { status: 404 },
})
const errors = certificatesErrors

const view = { permission: 'certificates.view' } as const
const issue = { permission: 'certificates.issue' } as const
const approve = { permission: 'certificates.approve' } as const
const keepList = { permission: 'certificates.list' } as const
const one = z.object({ certificateId: id() })
const on = { act: 'change' as const, subjects: (i: { certificateId: string }) => [i.certificateId] }
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** 筛选: by which list and figures are cut alike. */
const cut = { code: text(40).optional(), month: month.optional(), areaId: id().optional() }
const told = { code: text(40), personId: id(), /** 用途: for whom and what for. */ purpose: text(60).default(''), /** {说明} */ note: text(200).default('') }
const publicItems = { issued: z.array(certificateItem.pick({ code: true, name: true, basis: true, use: true, checks: true, validDays: true })), notIssued: z.array(notIssued.omit({ said: true })) }

export const certificatesApi = {
  listCertificates: query({
    path: '/certificates', access: view, summary: '开证明和用印登记, newest first',
    input: z.object({ tab: certificateTab.default('all'), ...cut, /** 别人申请的: what whoever looks may approve. */ by: z.enum(['others']).optional(), /** Part of a number or of a name. */ text: text(40).optional(), ...pageInput }),
    output: pageOf(certificateLine), audit: { act: 'view', subjects: (_, o) => o.items.map((row) => row.personId ?? row.certificateId) },
  }),
  certificateFigures: query({ path: '/certificates/figures', access: view, summary: '开了多少、劝返了多少, by kind and month', input: z.object(cut), output: certificateFigures }),
  certificateLists: query({
    path: '/certificates/lists', access: view, summary: '证明清单: what is issued here and what is not, with who does it instead', input: z.object({}),
    output: z.object({ issued: z.array(itemShown), notIssued: z.array(notIssuedShown), /** 常问, most asked first. */ frequent: z.array(z.string()) }),
  }),
  certificateItemVersions: query({ path: '/certificates/lists/versions', access: view, summary: '一项的各版', input: z.object({ code: text(40) }), output: z.object({ items: z.array(itemInForce) }) }),
  saveCertificateItem: command({ path: '/certificates/lists', access: keepList, summary: '列入或修改一项: for all communities below; papers issued before keep their text', input: certificateItem.omit({ example: true }), output: itemInForce, errors: [errors.unknownPlaceholder, errors.reserved], audit: { act: 'change' } }),
  stopCertificateItem: command({ path: '/certificates/lists/stop', access: keepList, summary: '停开一项', input: z.object({ code: text(40) }), output: z.object({}), errors: [errors.notListed], audit: { act: 'change' } }),
  publicCertificateList: query({
    path: '/certificates/public/:areaId', access: 'public', summary: '证明清单公示: what a community issues, what it does not and where to go', input: z.object({ areaId: id() }),
    output: z.object({ officeName: z.string(), fullName: z.string(), officePhone: z.string().nullable(), ...publicItems }), errors: [errors.noPublicList],
  }),
  certificateListPaper: query({ path: '/certificates/lists/paper', access: view, summary: '证明清单公示 (A4)', input: z.object({ areaId: id().optional() }), output: z.object({ url: z.string(), paper }), errors: [errors.noPublicList] }),
  sealRegisterPaper: query({ path: '/certificates/register/paper', access: view, summary: '用印登记 (A4): by number, of a month', input: z.object({ month, areaId: id().optional() }), output: z.object({ n: z.number().int(), paper }), audit: { act: 'export', subjects: (i) => [i.month] } }),
  draftCertificate: query({ path: '/certificates/draft', access: issue, summary: '写正文: from the register, numbers masked', input: z.object(told), output: draft, errors: [errors.notOurs, errors.notListed, errors.movedOut], audit: { act: 'view', subjects: (i) => [i.personId] } }),
  askForCertificate: command({
    path: '/certificates', access: issue, summary: '开证明: issued at once, or waits for the second pair of eyes', input: z.object({ ...told, /** 改过的正文 */ text: text(1200).min(10).optional(), copies: z.number().int().min(1).max(20).default(1) }),
    output: certificateCard, errors: [errors.notOurs, errors.notListed, errors.movedOut, errors.lacking, errors.textFixed], audit: { act: 'change', subjects: (i, o) => [i.personId, o.certificateId] },
  }),
  referElsewhere: command({ path: '/certificates/refer', access: issue, summary: '告知去处: not issued here; counted, with the slip', input: z.object({ /** `outside`: in neither list. */ code: text(40), /** 原话, where the worker typed it. */ said: text(60).optional() }), output: certificateCard, errors: [errors.notListed], audit: { act: 'change', subjects: (_, o) => [o.certificateId] } }),
  getCertificate: query({ path: '/certificates/:certificateId', access: view, summary: '一份证明', input: one, output: certificateCard, audit: { act: 'view', subjects: (i, o) => [i.certificateId, ...(o.personId ? [o.personId] : [])] } }),
  approveCertificate: command({ path: '/certificates/:certificateId/approve', access: approve, summary: '批准用印: the number is given now', input: one, output: certificateCard, errors: [errors.notInState, errors.ownRequest, errors.notHead], audit: on }),
  refuseCertificate: command({ path: '/certificates/:certificateId/refuse', access: approve, summary: '不批准', input: one.extend({ reason: reason() }), output: certificateCard, errors: [errors.notInState, errors.ownRequest, errors.notHead], audit: { ...on, reason: (i) => i.reason } }),
  takeBackCertificate: command({ path: '/certificates/:certificateId/take-back', access: issue, summary: '撤销: what has no number yet, or a slip, the same day by whoever made it', input: one, output: z.object({}), errors: [errors.notInState, errors.notYours], audit: on }),
  voidCertificate: command({ path: '/certificates/:certificateId/void', access: approve, summary: '作废: the number stays used, the check page says so', input: one.extend({ reason: reason() }), output: certificateCard, errors: [errors.notInState], audit: { ...on, reason: (i) => i.reason } }),
  certificatePaper: query({ path: '/certificates/:certificateId/paper', access: issue, summary: '证明或告知单 (A4)', input: one, output: z.object({ state: certificateState, title: z.string(), paper }), errors: [errors.notInState, documentsErrors.templateUnusable], audit: { act: 'export', subjects: (i) => [i.certificateId] } }),
  downloadCertificate: query({ path: '/certificates/:certificateId/docx', access: issue, summary: '证明 (.docx)', input: one, output: z.object({}), errors: [errors.notInState, documentsErrors.templateUnusable], audit: { act: 'export', subjects: (i) => [i.certificateId] }, download: true }),
  verifyCertificate: query({
    path: '/certificates/verify/:code', access: 'public', summary: '核验证明: number, kind, office, day, valid or not; nothing about the person', input: z.object({ code: z.string().regex(/^[\w-]{16,64}$/) }),
    output: z.object({ number: z.string(), title: z.string(), officeName: z.string(), issuedOn: day(), validTo: day().nullable(), valid: z.boolean() }),
  }),
}
