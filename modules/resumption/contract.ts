import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { readinessPoint, trade } from '../policies/contract.ts'
import { businessList } from './contract/list.ts'
import { businessCard, businessKind, businessLine, businessState, businessTab, idleReason, ownAsked, readinessOutcomes, resumptionFigures } from './contract/views.ts'

export * from './contract/list.ts'
export * from './contract/views.ts'

/** So many of one list at once. */
export const MOST_BUSINESSES = 5000
/** So many are checked together: what is on one screen of the list, and some. */
export const MOST_TOGETHER = 200

export const resumptionErrors = declareErrors('resumption', {
  notInState: { status: 409, params: z.object({ name: z.string(), state: businessState }) },
  alreadyThere: { status: 409, params: z.object({ name: z.string() }) },
  codeMissing: { status: 422 },
  codeWrong: { status: 422 },
  phoneWrong: { status: 422 },
  /** More come back than there are, or more of them from high-risk areas than come back. */
  tooManyStaff: { status: 422 },
  /** Through one code on a wall, in an hour. */
  tooManyAsk: { status: 429 },
  notAnswered: { status: 422, params: z.object({ n: z.number().int() }) },
  wrongDay: { status: 422 },
  noteMissing: { status: 422 },
  notLastStep: { status: 409 },
  listUnreadable: { status: 422 },
  listTooLong: { status: 422, params: z.object({ most: z.number().int() }) },
  listHeadings: { status: 422, params: z.object({ headings: z.string() }) },
})
const errors = resumptionErrors

const view = { permission: 'resumption.view' } as const
const keep = { permission: 'resumption.keep' } as const
const aBusiness = z.object({ businessId: id() })
const on = { act: 'change' as const, subjects: (i: { businessId: string }) => [i.businessId] }
const persons = z.number().int().min(0).max(1_000_000)
const seen = { /** By the id of the point. */ answers: z.record(z.string(), z.boolean()), note: text(300).optional(), /** 哪天再看, where something is missing; by the order otherwise. */ lookOn: day().optional() }
/** What is written down of a business. */
const told = {
  kind: businessKind, name: text(80).min(2), creditCode: text(30).optional(), trade, areaId: id(), address: text(120).default(''), contactName: text(40).optional(), phone: text(20).optional(),
  staff: persons.optional(), toReturn: persons.optional(), fromHighRisk: persons.optional(),
}
const tellErrors = [errors.alreadyThere, errors.codeMissing, errors.codeWrong, errors.phoneWrong, errors.tooManyStaff]
/** 筛选: by which the list and every figure are cut alike. (`reason` would be the one somebody gives for taking the list out.) */
const cut = { kind: businessKind.optional(), trade: trade.optional(), why: z.union([idleReason, z.literal('none')]).optional(), areaId: id().optional(), /** 当时: as they stood then; now otherwise. */ asOf: instant().optional() }
const whyNot = { reason: idleReason, note: text(300).optional() }

export const resumptionApi = {
  listBusinesses: query({
    path: '/resumption', access: view, summary: '企业和商户: businesses by how far they have come with resuming work',
    input: z.object({ tab: businessTab.default('all'), ...cut, /** Part of a name; whoever is looked for is wanted in whatever state. */ text: text(40).optional(), order: orderBy('business', 'look').optional(), ...pageInput }),
    output: pageOf(businessLine), audit: { act: 'view', subjects: (_, o) => o.items.map((one) => one.businessId) },
  }),
  resumptionFigures: query({ path: '/resumption/figures', access: view, summary: '复工情况: how many stand where, why not, and in which trade', input: z.object(cut), output: resumptionFigures }),
  getBusiness: query({ path: '/resumption/:businessId', access: view, summary: '企业卡', input: aBusiness, output: businessCard, audit: { act: 'view', subjects: (i) => [i.businessId] } }),
  registerBusiness: command({ path: '/resumption', access: keep, summary: '登记企业或商户', input: z.object(told), output: businessCard, errors: tellErrors, audit: { act: 'change', subjects: (_, o) => [o.businessId] } }),
  editBusiness: command({ path: '/resumption/:businessId/edit', access: keep, summary: '修改企业或商户', input: aBusiness.extend(told), output: businessCard, errors: tellErrors, audit: on }),
  removeBusinesses: command({
    path: '/resumption/remove', access: keep, summary: '撤销登记: of one or of a whole list that went in by mistake; with whom something was done since stays', input: z.object({ businessIds: z.array(id()).min(1).max(MOST_BUSINESSES) }),
    output: z.object({ removed: z.array(id()), kept: z.number().int() }), audit: { act: 'change', subjects: (_, o) => o.removed },
  }),
  businessListTemplate: query({ path: '/resumption/list/template', access: keep, summary: '下载企业和商户名单模板', input: z.object({}), output: z.object({}), download: true }),
  importBusinesses: command({
    path: '/resumption/list', access: keep, summary: '登记企业和商户名单: the office’s own file; wrong rows come back with row and reason, whoever is there already is not added',
    input: z.object({ /** Where rows lie that name no place. */ areaId: id() }), output: businessList, upload: { megabytes: 4 }, errors: [errors.listUnreadable, errors.listTooLong, errors.listHeadings], audit: { act: 'change', subjects: (_, o) => o.businessIds },
  }),
  applyToResume: command({ path: '/resumption/:businessId/apply', access: keep, summary: '登记复工申请(备案)', input: aBusiness.extend({ note: text(300).optional() }), output: businessCard, errors: [errors.notInState], audit: on }),
  withdrawApplication: command({ path: '/resumption/:businessId/withdraw', access: keep, summary: '撤回复工申请', input: aBusiness, output: businessCard, errors: [errors.notInState], audit: on }),
  checkReadiness: command({
    path: '/resumption/:businessId/check', access: keep, summary: '条件核查: each point of the order in force, yes or no; all of them resumes work at once, and whoever has resumed is looked at again the same way',
    input: aBusiness.extend(seen),
    output: businessCard, errors: [errors.notInState, errors.notAnswered, errors.wrongDay], audit: on,
  }),
  checkMany: command({
    path: '/resumption/check', access: keep, summary: '一起核查: the same answers for several; whichever its state or its order does not let be answered so is named and left out',
    input: z.object({ businessIds: z.array(id()).min(1).max(MOST_TOGETHER), ...seen }), errors: [errors.wrongDay],
    output: z.object({ done: z.array(z.object({ businessId: id(), stepId: id(), outcome: z.enum(readinessOutcomes) })), left: z.array(z.object({ name: z.string(), why: z.enum(['state', 'points']) })) }), audit: { act: 'change', subjects: (_, o) => o.done.map((one) => one.businessId) },
  }),
  undoChecks: command({
    path: '/resumption/check/undo', access: keep, summary: '撤销一起核查的, the same day; with whom something was done since stays', input: z.object({ steps: z.array(z.object({ businessId: id(), stepId: id() })).min(1).max(MOST_TOGETHER) }),
    output: z.object({ undone: z.array(id()), kept: z.number().int() }), audit: { act: 'change', subjects: (_, o) => o.undone },
  }),
  nameReason: command({ path: '/resumption/:businessId/reason', access: keep, summary: '登记未复工原因', input: aBusiness.extend(whyNot), output: businessCard, errors: [errors.notInState, errors.noteMissing], audit: on }),
  suspendBusiness: command({ path: '/resumption/:businessId/suspend', access: keep, summary: '停业, with why', input: aBusiness.extend(whyNot), output: businessCard, errors: [errors.notInState, errors.noteMissing], audit: on }),
  closeBusiness: command({ path: '/resumption/:businessId/close', access: keep, summary: '不再经营: closed for good, counted nowhere', input: aBusiness.extend({ reason: reason() }), output: businessCard, errors: [errors.notInState], audit: { ...on, reason: (i) => i.reason } }),
  reopenBusiness: command({ path: '/resumption/:businessId/reopen', access: keep, summary: '恢复经营: it begins as not resumed', input: aBusiness, output: businessCard, errors: [errors.notInState], audit: on }),
  undoBusinessStep: command({ path: '/resumption/:businessId/undo', access: keep, summary: '撤销上一步, the same day', input: aBusiness.extend({ stepId: id() }), output: businessCard, errors: [errors.notLastStep], audit: on }),
  ownReadiness: query({
    path: '/my/resumption', access: 'link', summary: '复工条件: what the order in force asks, for whoever wants to open again', input: z.object({}),
    output: z.object({ points: z.array(readinessPoint), closedTrades: z.array(trade), says: z.string() }),
  }),
  askToResume: command({
    path: '/my/resumption', access: 'link', summary: '手机申请复工: an owner asks through the community’s code; the community comes to look, and nothing is told of how the business stood',
    input: z.object({ kind: businessKind, name: text(80).min(2), trade, areaId: id().optional(), address: text(120).default(''), contactName: text(40).min(1), phone: text(20), /** 自查: points the owner says are met. */ met: z.array(readinessPoint.shape.id).max(20) }),
    output: ownAsked, errors: [errors.phoneWrong, errors.tooManyAsk], audit: { act: 'change' },
  }),
  myAsked: query({ path: '/my/resumption/asked', access: 'link', summary: '我的复工申请: what came of it, by the receipts a phone has kept', input: z.object({ /** Comma between. */ receipts: text(500).default('') }), output: z.object({ items: z.array(ownAsked) }) }),
  revealBusinessPhone: command({ path: '/resumption/:businessId/reveal', access: { permission: 'people.reveal' }, summary: '查看负责人电话明文', input: aBusiness.extend({ reason: reason() }), output: z.object({ phone: z.string().nullable() }), audit: { act: 'reveal', subjects: (i) => [i.businessId], reason: (i) => i.reason } }),
}
