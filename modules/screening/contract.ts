import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, listOf, personName, reason, temperature, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { peopleErrors } from '../people/contract.ts'
import { contactKind, decision, measure, policiesErrors, symptom } from '../policies/contract.ts'
import { channel, health, healthPutRight, journey, journeyFacts, newcomer, origin, reportedAt, toldBy, who } from './contract/facts.ts'
import { askedField, clarity, cleared, confirmableFields } from './contract/ten-points.ts'
import { tipGiven } from './contract/tips.ts'
import { dismissReason, outcome, screeningCard, screeningLine, screeningState, unclearLine } from './contract/views.ts'

export * from './contract/facts.ts'
export * from './contract/ten-points.ts'
export * from './contract/tips.ts'
export * from './contract/views.ts'

export const screeningErrors = declareErrors('screening', {
  /** The record is no longer in a state in which this can be asked. */
  notInState: { status: 409, params: z.object({ state: screeningState }) },
  /** Undo is for the day of the verification. */
  notTheDay: { status: 409 },
  /** Something hangs on the episode already: checks, visits, a change. */
  hasFollowUps: { status: 409, params: z.object({ name: z.string() }) },
  alreadyDelivered: { status: 409, params: z.object({ area: z.string() }) },
  notACommunity: { status: 409 },
  /** A list or a tip does not say when somebody came; without the day nothing can be decided. */
  arrivalUnknown: { status: 409 },
  /** A tip names nobody: who is meant must be said first. */
  nobodyNamed: { status: 409 },
  /** More tips through one code or about one door than people would give. */
  tooManyTips: { status: 429 },
})

const view = { permission: 'screening.view' } as const
const record = { permission: 'screening.record' } as const
const verify = { permission: 'screening.verify' } as const
const aScreening = z.object({ screeningId: id() })

/** 状态页签; `today` are those reported today. */
export const screeningTabs = ['all', 'toVerify', 'managed', 'notManaged', 'handedOver', 'joined', 'today'] as const

/** What verification may set right. */
export const corrections = journeyFacts.partial().extend(healthPutRight.shape)
export type Corrections = z.infer<typeof corrections>

/** One person of a declaration (《个人健康申报表》, kept to what the decision needs). */
export const declaredPerson = newcomer.extend(health)

export const screeningApi = {
  listScreenings: query({
    path: '/screenings', access: view, summary: '排查台账: reports of arrivals, newest first',
    input: z.object({
      tab: z.enum(screeningTabs).default('all'), originClasses: listOf(z.string().max(40)).optional(), measures: listOf(measure).optional(),
      channels: listOf(channel).optional(), areaId: id().optional(), arrivedFrom: day().optional(), arrivedTo: day().optional(),
      /** 来源省份: the first two digits of the origin, `abroad` or `unknown`. */
      province: z.string().regex(/^(\d{2}|abroad|unknown)$/).optional(),
      /** Every arrival once: without reports joined to an earlier one, handed over, or found to be of somebody who never came. */
      arrivals: z.stringbool().optional(),
      /** Past the time by which they should have been verified. */
      late: z.stringbool().optional(),
      /** Beginning of a name, or a receipt number. */
      q: text(40).optional(), order: orderBy('reported', 'from').optional(), ...pageInput,
    }),
    output: pageOf(screeningLine), audit: { act: 'view', subjects: (_, o) => o.items.map((s) => s.screeningId) },
  }),
  screeningCounts: query({
    path: '/screenings/counts', access: view, summary: '排查数: how many stand where', input: z.object({ areaId: id().optional() }),
    output: z.object({
      all: z.number(), toVerify: z.number(), managed: z.number(), notManaged: z.number(), handedOver: z.number(), joined: z.number(),
      today: z.number(), verifyOverdue: z.number(),
    }),
  }),
  getScreening: query({
    path: '/screenings/:screeningId', access: view, summary: '排查卡: one report, what was decided and why', input: aScreening,
    output: screeningCard, audit: { act: 'view', subjects: (i, o) => [i.screeningId, ...(o.personId ? [o.personId] : [])] },
  }),
  tenPointsByArea: query({
    path: '/screenings/ten-points', access: view, summary: '十清晰: of how many arrivals in an area and in those right below it all ten points are clear, and what is missing',
    input: z.object({ areaId: id().optional() }),
    output: z.object({ area: clarity, below: z.array(clarity), /** one step up, within one’s territory */ aboveId: id().nullable() }),
  }),
  listUnclear: query({
    path: '/screenings/unclear', access: view, summary: '十清晰待补: arrivals of whom something is not clear yet, the latest first',
    input: z.object({ areaId: id().optional(), field: askedField.optional(), order: orderBy('from').optional(), ...pageInput }),
    output: pageOf(unclearLine), audit: { act: 'view', subjects: (_, o) => o.items.map((s) => s.screeningId) },
  }),
  tenPointsOf: query({
    path: '/screenings/of-person/:personId', access: view, summary: '某人的十清晰: of the latest arrival; null for somebody who never came from outside', input: z.object({ personId: id() }),
    output: z.object({ latest: z.object({ screeningId: id(), missing: z.array(askedField) }).nullable() }), audit: { act: 'view', subjects: (i) => [i.personId] },
  }),
  clarify: command({
    path: '/screenings/:screeningId/clarify', access: record, summary: '补问: fills in what was not clear, by telephone or at the door; what is known already stays as it is',
    input: aScreening.extend({ facts: cleared.default({}), /** 问过,没有 */ none: z.enum(confirmableFields).optional() }),
    output: z.object({ missing: z.array(askedField) }), errors: [peopleErrors.phoneWrong, peopleErrors.doorTaken, peopleErrors.changedMeanwhile], audit: { act: 'change', subjects: (i) => [i.screeningId] },
  }),
  takeBackClarified: command({
    path: '/screenings/:screeningId/unclarify', access: record, summary: '撤销刚补问的一项: it is open again', input: aScreening.extend({ field: askedField }),
    output: z.object({ missing: z.array(askedField) }), errors: [peopleErrors.changedMeanwhile], audit: { act: 'change', subjects: (i) => [i.screeningId] },
  }),
  handOverTargets: query({
    path: '/screenings/hand-over-targets', access: verify, summary: '可移交社区: names of open communities, nothing else of them',
    input: z.object({ q: text(40).default('') }),
    output: z.object({ items: z.array(z.object({ areaId: id(), name: z.string(), fullName: z.string() })) }),
  }),
  previewDecision: query({
    path: '/screenings/preview', access: record, summary: '预判: what the order in force would decide, and why; writes nothing',
    input: z.object({
      areaId: id().optional(), personId: id().optional(), origin, originName: text(80).default(''), originPlace: text(80).optional(),
      arrivedOn: day(), contact: contactKind.default('none'), lastExposureOn: day().optional(), symptoms: listOf(symptom).default([]),
      temperature: temperature().optional(), reportedAt,
    }),
    output: z.object({ decision, deviceError: z.boolean(), policyTitle: z.object({ zh: z.string(), en: z.string() }) }),
    errors: [policiesErrors.nonePolicy],
  }),
  recordScreening: command({
    path: '/screenings', access: record, summary: '排查登记 (三问一测): always accepted; with `verify` decided in the same step',
    input: z.object({
      who,
      /** Where the person stays; the found person's own place, or the caller's area, when absent. */
      areaId: id().optional(),
      channel: z.enum(['door', 'desk', 'gate', 'phone']).default('desk'),
      /** Who told it, where it was not the person. */
      toldBy: toldBy.optional(),
      ...journey, ...health,
      /** When it was asked, from a phone that was without signal. */
      reportedAt,
      /** 邻里协查 this registration answers: the tip joins it. */
      tipId: id().optional(),
      /** 当场核实; needs the permission to verify, otherwise the record waits. */
      verify: z.boolean().default(false),
    }),
    output: outcome, audit: { act: 'change', subjects: (_, o) => [o.screeningId, ...(o.personId ? [o.personId] : [])] },
  }),
  declare: command({
    path: '/declarations', access: 'link', summary: '个人健康申报: by the residents themselves, a family at once',
    input: z.object({
      ...journey,
      /** 小区 / 村组 of the link's area where they stay. */
      areaId: id().optional(),
      people: z.array(declaredPerson).min(1).max(10),
      /** 代报人: who fills it in for somebody else. */
      toldBy: toldBy.optional(),
      /** 承诺签名 */
      signedBy: personName(),
      /** 已阅读隐私告知 */
      privacyRead: z.literal(true),
    }),
    output: z.object({
      /** Nothing of what the community knew before: anybody may declare anybody. */
      receipts: z.array(z.object({ name: z.string(), receiptNo: z.string(), feverOrSymptom: z.boolean(), deviceError: z.boolean() })),
      communityName: z.string(), officePhone: z.string().nullable(),
      /** The community calls by then; null while no order is in force. */
      verifyBy: instant().nullable(),
      /** Somebody has a fever or a symptom: stay, the health centre calls. */
      isolate: z.boolean(), leadDueAt: instant().nullable(),
    }),
  }),
  reportTip: command({
    path: '/tips', access: 'link', summary: '邻里协查: an anonymous neighbour says what they saw; shows nothing about anybody',
    input: z.object(tipGiven), output: z.object({ receiptNo: z.string(), communityName: z.string(), officePhone: z.string().nullable() }),
    errors: [screeningErrors.tooManyTips], audit: { act: 'change', anonymous: true },
  }),
  revealTip: command({
    path: '/tips/:tipId/reveal', access: { permission: 'people.reveal' }, summary: '查看反映人电话: to call back, with a reason',
    input: z.object({ tipId: id(), reason: reason() }), output: z.object({ phone: z.string().nullable() }),
    audit: { act: 'reveal', subjects: (i) => [i.tipId], reason: (i) => i.reason },
  }),
  verifyScreening: command({
    path: '/screenings/:screeningId/verify', access: verify,
    summary: '核实: puts right what was said, finds or registers the person, decides by the order in force when it was reported',
    input: aScreening.extend({
      /** Whom it is about; the person found by number, or the one told, registered, when absent. */
      who: who.optional(), areaId: id().optional(), corrections: corrections.optional(),
    }),
    output: outcome, errors: [screeningErrors.notInState, screeningErrors.arrivalUnknown, screeningErrors.nobodyNamed, policiesErrors.nonePolicy],
    audit: { act: 'change', subjects: (i, o) => [i.screeningId, ...(o.personId ? [o.personId] : [])] },
  }),
  dismissScreening: command({
    path: '/screenings/:screeningId/dismiss', access: verify, summary: '核实为不纳管: not managed, with the reason',
    input: aScreening.extend({ reason: dismissReason, note: text(300).optional() }), output: outcome, errors: [screeningErrors.notInState],
    audit: { act: 'change', subjects: (i) => [i.screeningId], reason: (i) => i.note ?? i.reason },
  }),
  handOver: command({
    path: '/screenings/:screeningId/hand-over', access: verify, summary: '移交: to the community where the person really stays',
    input: aScreening.extend({ toAreaId: id(), note: text(300).optional() }), output: outcome,
    errors: [screeningErrors.notInState, screeningErrors.notACommunity],
    audit: { act: 'change', subjects: (i) => [i.screeningId, i.toAreaId], reason: (i) => i.note },
  }),
  undoVerification: command({
    path: '/screenings/:screeningId/undo', access: verify,
    summary: '撤销核实: back to verifying, the same day, while nothing hangs on it; for a joined report: it is another arrival',
    input: aScreening, output: outcome,
    errors: [screeningErrors.notInState, screeningErrors.notTheDay, screeningErrors.hasFollowUps, screeningErrors.alreadyDelivered],
    audit: { act: 'change', subjects: (i) => [i.screeningId] },
  }),
}
