import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { policiesErrors } from '../policies/contract.ts'
import { dailyReport, figureLine, indicatorId, look, reportPart, sumCheck, unit } from './contract/figures.ts'

export * from './contract/figures.ts'

export const reportingErrors = declareErrors('reporting', {
  notACommunity: { status: 409, params: z.object({ name: z.string() }) },
  notYet: { status: 409, params: z.object({ day: z.string() }) },
  alreadySent: { status: 409, params: z.object({ by: z.string(), at: z.string() }) },
  answerNeeded: { status: 409, params: z.object({ n: z.number() }) },
  zeroNotSaid: { status: 409 },
  changedMeanwhile: { status: 409, params: z.object({ before: z.number(), now: z.number() }) },
  notSent: { status: 409, params: z.object({ day: z.string() }) },
  noSuchFigure: { status: 422, params: z.object({ indicator: z.string() }) },
  nothingChanged: { status: 409 },
  notYourOffice: { status: 403, params: z.object({ name: z.string() }) },
  notBelow: { status: 409, params: z.object({ name: z.string() }) },
  returnSettled: { status: 409 },
  addedUpFromBelow: { status: 409, params: z.object({ name: z.string() }) },
})

const view = { permission: 'reporting.view' } as const
const send = { permission: 'reporting.send' } as const
/** The community or the office above it, the caller's own when absent; the day, today when absent. */
const which = { areaId: id().optional(), day: day().optional() }
const common = [reportingErrors.notACommunity, reportingErrors.notYet, policiesErrors.nonePolicy]

export const reportingApi = {
  getDailyReport: query({
    path: '/reporting/daily', access: view, summary: '疫情防控日报: of a community from its rows, of an office above from the reports below (汇总); live until it is sent, then as it was sent', input: z.object(which), output: dailyReport, errors: common,
  }),
  reportChecks: query({
    path: '/reporting/daily/checks', access: view, summary: '平不平、请看一眼: sums and suspicious patterns, before sending',
    input: z.object(which), output: z.object({ sums: z.array(sumCheck), looks: z.array(look), answerNeeded: z.boolean() }), errors: common,
    audit: { act: 'view', subjects: (_, o) => o.looks.flatMap((l) => l.people.map((p) => p.personId)) },
  }),
  figurePeople: query({
    path: '/reporting/daily/people', access: view, summary: '数字背后的人: exactly the people or households that a figure counts',
    input: z.object({ ...which, indicator: indicatorId, originClass: z.string().max(40).optional(), unit: unit.default('persons'), ...pageInput }),
    output: pageOf(figureLine).extend({ total: z.number().int() }), errors: [...common, reportingErrors.noSuchFigure, reportingErrors.addedUpFromBelow],
    audit: { act: 'view', subjects: (_, o) => o.items.flatMap((l) => (l.personId ? [l.personId] : [])) },
  }),
  reportParts: query({
    path: '/reporting/daily/parts', access: view, summary: '各下级的数: a figure of every office that reports to this one, and who has not sent',
    input: z.object({ ...which, indicator: indicatorId.default('managed'), originClass: z.string().max(40).optional() }),
    output: z.object({ items: z.array(reportPart) }), errors: [...common, reportingErrors.noSuchFigure],
  }),
  sendDailyReport: command({
    path: '/reporting/daily/send', access: send, summary: '报送: by name, once a day, by the office itself; figures are kept as they are; a zero report says so',
    input: z.object({
      ...which,
      /** What was found about the differences shown. */
      answer: text(500).optional(),
      /** 零报告: nothing new and nobody in management, said explicitly. */
      zero: z.boolean().default(false),
      /** 在管人数 that the sender saw; refused when it is another one by now. */
      seenManaged: z.number().int().optional(),
    }),
    output: dailyReport, errors: [...common, reportingErrors.alreadySent, reportingErrors.answerNeeded, reportingErrors.zeroNotSaid, reportingErrors.changedMeanwhile, reportingErrors.notYourOffice],
    audit: { act: 'change', subjects: (_, o) => (o.reportId ? [o.reportId] : []), reason: (i) => i.answer },
  }),
  correctDailyReport: command({
    path: '/reporting/daily/correct', access: send, summary: '更正: a figure after sending, with the reason; both values stay',
    input: z.object({
      ...which, indicator: indicatorId, originClass: z.string().max(40).nullable().default(null),
      households: z.number().int().min(0).nullable().default(null), persons: z.number().int().min(0), reason: reason(),
    }),
    output: dailyReport, errors: [...common, reportingErrors.notSent, reportingErrors.noSuchFigure, reportingErrors.nothingChanged, reportingErrors.notYourOffice],
    audit: { act: 'change', subjects: (_, o) => (o.reportId ? [o.reportId] : []), reason: (i) => i.reason },
  }),
  addUpAgain: command({
    path: '/reporting/daily/add-up-again', access: { permission: 'reporting.addUp' }, summary: '重新汇总: after an office below was late or corrected; every figure that differs becomes a correction, both values stay',
    input: z.object({ ...which, reason: reason() }), output: dailyReport, errors: [...common, reportingErrors.notSent, reportingErrors.nothingChanged, reportingErrors.notYourOffice],
    audit: { act: 'change', subjects: (_, o) => (o.reportId ? [o.reportId] : []), reason: (i) => i.reason },
  }),
  returnDailyReport: command({
    path: '/reporting/daily/return', access: { permission: 'reporting.addUp' }, summary: '退回: asks the office below about a report it has sent; it stands as sent until that office puts it right or answers',
    input: z.object({ ...which, question: text(300).min(2) }), output: dailyReport, errors: [...common, reportingErrors.notSent, reportingErrors.notBelow],
    audit: { act: 'change', subjects: (_, o) => (o.reportId ? [o.reportId] : []), reason: (i) => i.question },
  }),
  withdrawReturn: command({
    path: '/reporting/returns/:returnId/withdraw', access: { permission: 'reporting.addUp' }, summary: '收回退回, as long as nobody has answered', input: z.object({ returnId: id() }), output: z.object({}), errors: [reportingErrors.returnSettled],
    audit: { act: 'change', subjects: (i) => [i.returnId] },
  }),
  answerReturn: command({
    path: '/reporting/returns/:returnId/answer', access: send, summary: '答复退回: the figures are right as they are, and why; a correction answers by itself', input: z.object({ returnId: id(), answer: text(300).min(2) }), output: z.object({}),
    errors: [reportingErrors.returnSettled, reportingErrors.notYourOffice], audit: { act: 'change', subjects: (i) => [i.returnId], reason: (i) => i.answer },
  }),
  listDailyReports: query({
    path: '/reporting/days', access: view, summary: '历次日报: which days were sent, which are missing', input: z.object({ areaId: id().optional(), days: z.coerce.number().int().min(1).max(60).default(14) }),
    output: z.object({ items: z.array(z.object({
      day: day(), state: z.enum(['sent', 'missing', 'due']), reportId: id().nullable(), issueNo: z.number().int().nullable(),
      sentAt: instant().nullable(), senderName: z.string().nullable(), corrected: z.boolean(),
    })) }), errors: common,
  }),
  reportsOfDay: query({
    path: '/reporting/communities', access: view, summary: '各社区报送: who has sent and who has not, for the offices above', input: z.object({ day: day().optional(), /** Only the communities at or below this area. */ withinId: id().optional() }),
    output: z.object({ items: z.array(z.object({
      areaId: id(), name: z.string(), sentAt: instant().nullable(), senderName: z.string().nullable(),
      /** 在管 as sent, 户 / 人 */
      managed: z.object({ households: z.number().int(), persons: z.number().int() }).nullable(),
    })) }),
  }),
  downloadDailyReport: query({
    path: '/reporting/daily/xlsx', access: view, summary: '导出日报 (.xlsx): in the layout of the paper form', input: z.object(which), output: z.object({}), errors: common,
    audit: { act: 'export' }, download: true,
  }),
}
