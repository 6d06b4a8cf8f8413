import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, listOf, personName, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { shownLink } from '../links/contract.ts'
import { passKeys, passReasons, passStops, stopKinds } from './contract/code.ts'
import { bulkPreview, healthStatus, myPass, passBatch, passCard, passLine, passPaper, passState, reprintReasons, vehiclePurposes, visitorPurposes } from './contract/views.ts'

export * from './contract/code.ts'
export * from './contract/views.ts'

export const passesErrors = declareErrors('passes', {
  alreadyHas: { status: 409, params: z.object({ number: z.string() }) },
  quarantined: { status: 409, params: z.object({ name: z.string(), endsOn: z.string() }) },
  nobodyHere: { status: 409 },
  notInState: { status: 409, params: z.object({ state: passState }) },
  plateWrong: { status: 422 },
  plateHas: { status: 409, params: z.object({ plate: z.string(), number: z.string() }) },
  tooLong: { status: 422, params: z.object({ days: z.number().int() }) },
  visitTooLong: { status: 422, params: z.object({ hours: z.number().int() }) },
  alreadyUsed: { status: 409 },
  /** 身份证号 of a visitor. */
  documentWrong: { status: 422 },
  batchRuns: { status: 409 },
  batchStands: { status: 409 },
  notTheDay: { status: 409 },
  noKey: { status: 503 },
  notAPicture: { status: 422, params: z.object({ filename: z.string() }) },
})

/** 状态页签: all but visitors, good, suspended, soon to expire, vehicles, visitors of today, ended. */
export const passTabs = ['all', 'valid', 'suspended', 'expiring', 'vehicles', 'visitors', 'ended'] as const
export type PassTab = (typeof passTabs)[number]

const view = { permission: 'passes.view' } as const
const issue = { permission: 'passes.issue' } as const
const visit = { permission: 'passes.visitors' } as const
const aPass = z.object({ passId: id() })
const onPass = { act: 'change', subjects: (i: { passId: string }) => [i.passId] } as const
const phone = z.string().trim().max(20)
const visitInput = {
  name: personName(), /** 身份证号: found by it is whoever is in quarantine; kept as a blind index alone. */ document: text(30).optional(), phone: phone.optional(), from: text(60).optional(), purpose: z.enum(visitorPurposes),
  /** 到达, and how many hours the visit may last. */
  validFrom: instant().optional(), hours: z.number().int().min(1).max(72).optional(),
}
const vehicleInput = {
  areaId: id().optional(), householdId: id().optional(), plate: text(20), special: z.boolean().default(false), owner: text(60).optional(), driver: text(40).optional(),
  companions: z.number().int().min(1).max(60).optional(), purpose: z.enum(vehiclePurposes), route: text(120).optional(), recheckDays: z.number().int().min(1).max(90).nullish(),
}

export const passesApi = {
  listPasses: query({
    path: '/passes', access: view, summary: '通行证: passes of the territory, the latest first',
    input: z.object({
      tab: z.enum(passTabs).default('all'), areaId: id().optional(), householdId: id().optional(),
      /** 编号, 车牌 or the beginning of a name. */
      text: text(40).optional(), order: orderBy('number', 'validity', 'issued').optional(), ...pageInput,
    }),
    output: pageOf(passLine), audit: { act: 'view', subjects: (_, o) => o.items.map((p) => p.passId) },
  }),
  passCounts: query({
    path: '/passes/counts', access: view, summary: '通行证数: how many stand where', input: z.object({ areaId: id().optional() }),
    output: z.object({ all: z.number().int(), valid: z.number().int(), suspended: z.number().int(), expiring: z.number().int(), vehicles: z.number().int(), visitors: z.number().int(), ended: z.number().int() }),
  }),
  getPass: query({ path: '/passes/:passId', access: view, summary: '通行证卡: one pass, why it is as it is, whose, and its history', input: aPass, output: passCard, audit: { act: 'view', subjects: (i) => [i.passId] } }),
  passKeys: query({ path: '/passes/keys', access: view, summary: '验码公钥: what a gate carries to verify without network', input: z.object({}), output: passKeys }),
  passStops: query({
    path: '/passes/stops', access: view, summary: '停用名单: passes of which not every code is good; what changed since in the same territory, or all of them', input: z.object({ since: instant().optional(), /** Whose list it was that came then. */ areaId: id().optional() }), output: passStops,
  }),
  checkCode: query({
    path: '/passes/check', access: view, summary: '验码: whether a scanned text is a good pass, and whose',
    input: z.object({ code: z.string().max(400) }),
    output: z.object({ ok: z.boolean(), reason: z.enum(passReasons).nullable(), stop: z.enum(stopKinds).nullable(), pass: passLine.nullable(), status: healthStatus.nullable() }),
    audit: { act: 'view', subjects: (_, o) => (o.pass ? [o.pass.passId] : []) },
  }),
  healthOf: query({
    path: '/households/:householdId/health-status', access: view, summary: '社区健康状态: derived from what is recorded, with the reason; not a health code',
    input: z.object({ householdId: id() }), output: healthStatus, audit: { act: 'view', subjects: (i) => [i.householdId] },
  }),

  issueHousehold: command({
    path: '/passes/households', access: issue, summary: '签发家庭出入证: one per household; an expired one is renewed', input: z.object({ householdId: id(), validOn: day().optional(), note: text(200).optional() }), output: passCard,
    errors: [passesErrors.alreadyHas, passesErrors.quarantined, passesErrors.nobodyHere, passesErrors.tooLong], audit: { act: 'change', subjects: (i) => [i.householdId] },
  }),
  issuePerson: command({
    path: '/passes/persons', access: issue, summary: '签发个人出入证', input: z.object({ personId: id(), validOn: day().optional(), note: text(200).optional() }), output: passCard,
    errors: [passesErrors.alreadyHas, passesErrors.quarantined, passesErrors.nobodyHere, passesErrors.tooLong], audit: { act: 'change', subjects: (i) => [i.personId] },
  }),
  issueVehicle: command({
    path: '/passes/vehicles', access: issue, summary: '签发车辆通行证: plates of every kind; special vehicles always pass',
    input: z.object({ ...vehicleInput, validOn: day().optional(), note: text(200).optional() }), output: passCard,
    errors: [passesErrors.plateWrong, passesErrors.plateHas, passesErrors.quarantined, passesErrors.tooLong], audit: { act: 'change', subjects: (_, o) => [o.passId] },
  }),
  previewIssue: query({ path: '/passes/bulk/preview', access: issue, summary: '试算: how many households of an area would get one', input: z.object({ areaId: id() }), output: bulkPreview }),
  issueMany: command({
    path: '/passes/bulk', access: issue, summary: '整小区签发: one for every household that has none and is not in quarantine', input: z.object({ areaId: id(), validOn: day().optional() }), output: passBatch,
    errors: [passesErrors.batchRuns, passesErrors.tooLong], audit: { act: 'change', subjects: (i) => [i.areaId] },
  }),
  getBatch: query({ path: '/passes/bulk/:batchId', access: issue, summary: '整小区签发: how far, and who was left out', input: z.object({ batchId: id() }), output: passBatch }),
  resumeBatch: command({
    path: '/passes/bulk/:batchId/resume', access: issue, summary: '接着签发: a run that broke off goes on with the next household', input: z.object({ batchId: id() }), output: passBatch,
    errors: [passesErrors.batchRuns, passesErrors.batchStands], audit: { act: 'change', subjects: (i) => [i.batchId] },
  }),
  undoBatch: command({
    path: '/passes/bulk/:batchId/undo', access: issue, summary: '撤销整批: the same day; all of it is void', input: z.object({ batchId: id() }), output: passBatch,
    errors: [passesErrors.batchRuns, passesErrors.notTheDay], audit: { act: 'change', subjects: (i) => [i.batchId] },
  }),
  reprintPass: command({
    path: '/passes/:passId/reprint', access: issue, summary: '补办: a new code, every earlier one is void at once', input: aPass.extend({ why: z.enum(reprintReasons) }), output: passCard, errors: [passesErrors.notInState], audit: onPass,
  }),
  renewPass: command({
    path: '/passes/:passId/renew', access: issue, summary: '续期: valid longer, with a new code', input: aPass.extend({ validOn: day().optional() }), output: passCard, errors: [passesErrors.notInState, passesErrors.tooLong], audit: onPass,
  }),
  revokePass: command({
    path: '/passes/:passId/revoke', access: issue, summary: '作废: void from this moment', input: aPass.extend({ reason: reason() }), output: passCard, errors: [passesErrors.notInState], audit: { ...onPass, reason: (i) => i.reason },
  }),
  reinstatePass: command({
    path: '/passes/:passId/reinstate', access: issue, summary: '撤销作废: good again as it was', input: aPass, output: passCard, errors: [passesErrors.notInState, passesErrors.alreadyHas], audit: onPass,
  }),
  recheckVehicle: command({
    path: '/passes/:passId/recheck', access: issue, summary: '车辆复核: looked at again; the next one is due after the interval', input: aPass.extend({ note: text(200).optional() }), output: passCard, errors: [passesErrors.notInState], audit: onPass,
  }),
  undoRecheck: command({
    path: '/passes/:passId/recheck/undo', access: issue, summary: '撤销复核: due again as before', input: aPass, output: passCard, errors: [passesErrors.notInState], audit: onPass,
  }),
  addPassPhoto: command({
    path: '/passes/:passId/photo', access: issue, summary: '加照片 (JPEG, PNG, WebP) to a pass of a household or a person; it takes the place of the one before', input: aPass, output: passCard,
    errors: [passesErrors.notInState, passesErrors.notAPicture], upload: { megabytes: 15 }, audit: onPass,
  }),
  removePassPhoto: command({ path: '/passes/:passId/photo/remove', access: issue, summary: '去掉照片', input: aPass, output: passCard, audit: onPass }),
  passPhoto: query({ path: '/passes/:passId/photo', access: view, summary: '证上的照片', input: aPass, output: z.object({}), download: true, audit: { act: 'view', subjects: (i) => [i.passId] } }),
  passPapers: query({
    path: '/passes/papers', access: issue, summary: '打印: what stands on the paper of passes, with their present code',
    input: z.object({ passIds: listOf(id()).optional(), batchId: id().optional(), from: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(60) }),
    output: z.object({ total: z.number().int(), items: z.array(passPaper) }), errors: [passesErrors.noKey], audit: { act: 'export', subjects: (_, o) => o.items.map((p) => p.passId) },
  }),

  announceVisitor: command({
    path: '/passes/visitors', access: visit, summary: '登记访客: the household is to confirm', input: z.object({ householdId: id(), ...visitInput }), output: passCard,
    errors: [passesErrors.documentWrong, passesErrors.quarantined, passesErrors.visitTooLong], audit: { act: 'change', subjects: (i) => [i.householdId] },
  }),
  confirmVisitor: command({ path: '/passes/:passId/confirm', access: visit, summary: '代户确认: the household said yes on the phone', input: aPass, output: passCard, errors: [passesErrors.notInState, passesErrors.quarantined], audit: onPass }),
  declineVisitor: command({ path: '/passes/:passId/decline', access: visit, summary: '谢绝: the household does not expect this visit', input: aPass, output: passCard, errors: [passesErrors.notInState], audit: onPass }),
  arriveVisitor: command({ path: '/passes/:passId/arrive', access: visit, summary: '已到: one visit, the code is used up', input: aPass, output: passCard, errors: [passesErrors.notInState, passesErrors.alreadyUsed], audit: onPass }),
  reopenVisitor: command({ path: '/passes/:passId/reopen', access: visit, summary: '撤销确认、谢绝或已到: waits for the answer again', input: aPass, output: passCard, errors: [passesErrors.notInState], audit: onPass }),

  householdLink: command({
    path: '/households/:householdId/pass-link', access: issue, summary: '家庭码: the household’s own page, without an account; the one in use stays in use',
    input: z.object({ householdId: id() }), output: shownLink, errors: [passesErrors.nobodyHere], audit: { act: 'change', subjects: (i) => [i.householdId] },
  }),
  myPass: query({ path: '/pass/mine', access: 'link', summary: '我家的出入证: with a code for some minutes, and who is announced', input: z.object({}), output: myPass }),
  announceMine: command({ path: '/pass/mine/visitors', access: 'link', summary: '报访客: announced by the household, so confirmed with it', input: z.object(visitInput), output: myPass, errors: [passesErrors.documentWrong, passesErrors.quarantined, passesErrors.visitTooLong] }),
  answerMine: command({
    path: '/pass/mine/visitors/:passId/answer', access: 'link', summary: '确认或谢绝访客', input: aPass.extend({ yes: z.boolean() }), output: myPass, errors: [passesErrors.notInState, passesErrors.quarantined], audit: onPass,
  }),
  withdrawMine: command({ path: '/pass/mine/visitors/:passId/withdraw', access: 'link', summary: '取消访客', input: aPass, output: myPass, errors: [passesErrors.notInState], audit: onPass }),
}
