import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, personName, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { matterKind } from '../matters/contract.ts'
import { careGroup } from '../people/contract.ts'
import { answererKind, careArea, careCard, careContactRelation, careFigures, careLine, careResult, careSlice, careTab, careWay, coverKind, uncaredHome } from './contract/views.ts'

export * from './contract/views.ts'

/** 频次, days between visits at most. */
export const MOST_DAYS = 365

export const careErrors = declareErrors('care', {
  notInCare: { status: 409, params: z.object({ name: z.string() }) },
  needMissing: { status: 422 },
  wordsMissing: { status: 422 },
  phoneWrong: { status: 422 },
  dayPast: { status: 422 },
  nameMissing: { status: 422 },
  /** Days are set for a community; an office above says for which. */
  whichCommunity: { status: 422 },
  /** Of another day or by somebody else, or taken back already. */
  cannotTakeBack: { status: 409 },
})

const view = { permission: 'care.view' } as const
const visit = { permission: 'care.visit' } as const
const keep = { permission: 'care.keep' } as const
const aPerson = z.object({ personId: id() })
const on = { act: 'change' as const, subjects: (i: { personId: string }) => [i.personId] }
const phone = text(20).optional()
const days = z.number().int().min(1).max(MOST_DAYS)
const filter = { areaId: id().optional(), group: careGroup.optional() }

export const careApi = {
  listCare: query({
    path: '/care', access: view, summary: '关爱对象: whom to look in on, by building; what has waited longest first where a day was missed',
    input: z.object({ tab: careTab.default('toVisit'), ...filter, /** Instead of a tab: what a figure of a panel counts. */ slice: careSlice.optional(), order: orderBy('place', 'due').optional(), ...pageInput }),
    output: pageOf(careLine), audit: { act: 'view', subjects: (_, o) => o.items.map((one) => one.personId) },
  }),
  careFigures: query({ path: '/care/figures', access: view, summary: '走访情况: how many stand where, in which group, and visited in time this week', input: z.object(filter), output: careFigures }),
  careByArea: query({ path: '/care/areas', access: { permission: 'dashboard.view' }, summary: '各社区走访: where it is late and where nobody answers', input: z.object({}), output: z.object({ items: z.array(careArea) }) }),
  listUncared: query({
    path: '/care/uncared', access: view, summary: '没人照料的人: left at home since whoever cared for them was taken away, until somebody says who does now', input: z.object({}), output: z.object({ items: z.array(uncaredHome) }),
    audit: { act: 'view', subjects: (_, o) => o.items.flatMap((one) => one.left.map((person) => person.personId)) },
  }),
  careRhythms: query({ path: '/care/rhythms', access: view, summary: '走访频次: days by care group, the standard and the community’s own', input: z.object({ areaId: id().optional() }), output: z.object({ /** Null for an office above that has not said which. */ community: z.object({ id: id(), name: z.string() }).nullable(), items: z.array(z.object({ group: careGroup, standard: days, own: days.nullable() })) }) }),
  careAbout: query({ path: '/care/about/:personId', access: view, summary: '关爱一行: of a person, null where nobody need look in', input: aPerson, output: z.object({ line: careLine.nullable() }), audit: { act: 'view', subjects: (i) => [i.personId] } }),
  getCare: query({ path: '/care/:personId', access: view, summary: '关爱卡: why, how often, who goes, whom to call, every visit', input: aPerson, output: careCard, audit: { act: 'view', subjects: (i) => [i.personId] } }),
  recordCareVisit: command({
    path: '/care/:personId/visits', access: visit, summary: '记录关爱走访: a fact, late and from an offline phone too; what is needed becomes a matter in the same press',
    input: aPerson.extend({
      way: careWay.default('door'), result: careResult, /** When it was, from a phone without signal; now when absent. */ at: instant().optional(), note: text(300).optional(),
      /** 需求, as a matter of this kind. */ need: z.object({ kind: matterKind, words: text(500).min(2), urgent: z.boolean().default(false) }).optional(),
    }),
    output: z.object({ visitId: id(), dueOn: day(), matterId: id().nullable(), matterNumber: z.string().nullable() }), errors: [careErrors.needMissing, careErrors.wordsMissing], audit: on,
  }),
  undoCareVisit: command({
    path: '/care/visits/:visitId/undo', access: visit, summary: '撤销走访记录: by who recorded it, the same day; the matter goes along while nobody has begun on it',
    input: z.object({ visitId: id() }), output: z.object({ personId: id(), /** The need is withdrawn as well, or somebody works on it already. */ matterWithdrawn: z.boolean().nullable() }), errors: [careErrors.cannotTakeBack], audit: { act: 'change', subjects: (i) => [i.visitId] },
  }),
  setCareRhythm: command({ path: '/care/:personId/rhythm', access: keep, summary: '单独定频次, with why; null: as the groups say', input: aPerson.extend({ days: days.nullable(), reason: reason() }), output: careCard, errors: [careErrors.notInCare], audit: { ...on, reason: (i) => i.reason } }),
  declineCare: command({
    path: '/care/:personId/decline', access: visit, summary: '不需要走访: who said so, and when to ask again', input: aPerson.extend({ saidBy: personName(), note: text(300).optional(), askAgainOn: day() }), output: careCard, errors: [careErrors.notInCare, careErrors.dayPast], audit: on,
  }),
  resumeCare: command({ path: '/care/:personId/resume', access: visit, summary: '恢复走访', input: aPerson, output: careCard, errors: [careErrors.notInCare], audit: on }),
  nameAnswerer: command({ path: '/care/:personId/answerer', access: keep, summary: '指定责任人: 党员、志愿者, by name and telephone', input: aPerson.extend({ kind: answererKind, name: personName(), phone }), output: careCard, errors: [careErrors.notInCare, careErrors.phoneWrong], audit: on }),
  dropAnswerer: command({ path: '/care/:personId/answerer/drop', access: keep, summary: '改由网格的责任人', input: aPerson, output: careCard, errors: [careErrors.notInCare], audit: on }),
  nameContact: command({ path: '/care/:personId/contact', access: visit, summary: '登记监护人、联系人; an empty telephone keeps the former', input: aPerson.extend({ name: personName(), relation: careContactRelation, phone }), output: careCard, errors: [careErrors.notInCare, careErrors.phoneWrong], audit: on }),
  revealCarePhone: command({
    path: '/care/:personId/reveal', access: visit, summary: '查看联系人、责任人电话明文: to call where nobody was met, with a reason', input: aPerson.extend({ whose: z.enum(['contact', 'answerer']), reason: reason() }), output: z.object({ phone: z.string().nullable() }),
    audit: { act: 'reveal', subjects: (i) => [i.personId], reason: (i) => i.reason },
  }),
  setCareRhythms: command({ path: '/care/rhythms', access: keep, summary: '设定本社区频次: days by care group; null is the standard again', input: z.object({ areaId: id().optional(), items: z.array(z.object({ group: careGroup, days: days.nullable() })).min(1).max(20) }), output: z.object({ changed: z.number().int(), persons: z.number().int() }), errors: [careErrors.whichCommunity], audit: { act: 'change' } }),
  coverHome: command({
    path: '/care/homes/:householdId/cover', access: visit, summary: '登记谁在照料', input: z.object({ householdId: id(), kind: coverKind, carerName: personName().optional(), phone, /** When it was said, from a phone without signal; now when absent. */ at: instant().optional(), note: text(300).optional() }),
    output: z.object({ coverId: id() }), errors: [careErrors.phoneWrong, careErrors.nameMissing], audit: { act: 'change', subjects: (i) => [i.householdId] },
  }),
  undoCover: command({ path: '/care/covers/:coverId/undo', access: visit, summary: '撤销照料登记, the same day', input: z.object({ coverId: id() }), output: z.object({}), errors: [careErrors.cannotTakeBack], audit: { act: 'change', subjects: (i) => [i.coverId] } }),
}
