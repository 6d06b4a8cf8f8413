import * as z from 'zod'
import { bothLanguages, day, id, instant } from '../../../kernel/fields.ts'
import { measure } from '../../policies/contract.ts'

/** 指标, in the order of the form; their words and formulas are at `reporting.indicators.<id>`. */
export const indicatorIds = [
  'total', 'compounds', 'villageGroups', 'elsewhere', 'screened',
  'cumulative', 'opening', 'opened', 'released', 'movedOut', 'managed',
  'central', 'home', 'monitoring', 'closeContacts',
  'fever', 'sentToHospital', 'leadsOpen', 'leadsClosed', 'toVerify', 'handedOver', 'checksDue', 'checksDone',
  'migrantWork', 'resumed', 'notResumed',
  'disinfections', 'disinfectedArea', 'suppliesShort',
  'publicityTimes',
] as const
export const indicatorId = z.enum(indicatorIds)
export type IndicatorId = z.infer<typeof indicatorId>

/** 报送层级, from below: a community reports its rows, every office above the reports of those below it. */
export const reportingLevels = ['community', 'subdistrict', 'district', 'city'] as const
export const reportingLevel = z.enum(reportingLevels)
export type ReportingLevel = z.infer<typeof reportingLevel>

export const unit = z.enum(['persons', 'households'])
export type Unit = z.infer<typeof unit>

/** One figure of the form; of one origin class where the indicator is told by class. */
export const cell = z.object({
  indicator: indicatorId,
  /** 来源分类, an id of the policy; null for the area as a whole. */
  originClass: z.string().nullable(),
  /** 户; null where only people or times are counted. */
  households: z.number().int().nullable(),
  /** 人, 条, 次, 家, ㎡ or 种, as the indicator says. */
  persons: z.number().int(),
})
export type Cell = z.infer<typeof cell>

/** 来源分类 with how its people are managed (管理方式). */
export const classRow = z.object({ id: z.string(), name: bothLanguages, measures: z.array(measure) })
export type ClassRow = z.infer<typeof classRow>

/** 更正: both values, why and who. */
export const correction = z.object({
  indicator: indicatorId, originClass: z.string().nullable(),
  householdsBefore: z.number().int().nullable(), personsBefore: z.number().int(),
  householdsAfter: z.number().int().nullable(), personsAfter: z.number().int(),
  reason: z.string(), at: instant(), accountName: z.string().nullable(),
})
export type Correction = z.infer<typeof correction>

/**
 * 汇总: how many offices report to this one, and how many have. `missing`: who had not, when it was made; their figures are counted from the rows.
 * `changed`: figures that a report or a correction below has made different since it was sent.
 */
export const addedUp = z.object({ all: z.number().int(), sent: z.number().int(), missing: z.array(z.string()), changed: z.number().int() })
export type AddedUp = z.infer<typeof addedUp>

/** An office below with one figure of its report. */
export const reportPart = z.object({
  areaId: id(), name: z.string(), level: reportingLevel, officePhone: z.string().nullable(),
  sentAt: instant().nullable(), senderName: z.string().nullable(),
  /** What was said about differences when it was sent. */
  differencesAnswered: z.string().nullable(),
  /** The figure was put right after sending. */
  corrected: z.boolean(),
  /** 退回 and not answered yet. */
  returned: z.boolean(),
  /** Sent after the report that adds it up. */
  afterwards: z.boolean(),
  /** 户 and 人 as they stand now, corrections included; null where nothing was sent. */
  households: z.number().int().nullable(),
  persons: z.number().int().nullable(),
})
export type ReportPart = z.infer<typeof reportPart>

/** 退回: what an office above asked about a report after it was sent; open until answered. */
export const reportReturn = z.object({
  id: id(), question: z.string(), at: instant(), accountName: z.string().nullable(),
  /** Whose question it is; only that office withdraws it. */
  officeId: id(), officeName: z.string(),
  answer: z.string().nullable(), answeredAt: instant().nullable(), answeredBy: z.string().nullable(),
})
export type ReportReturn = z.infer<typeof reportReturn>

/** 日报: computed live, or as it was sent. */
export const dailyReport = z.object({
  reportId: id().nullable(),
  state: z.enum(['draft', 'sent']),
  areaId: id(),
  areaName: z.string(),
  level: reportingLevel,
  /** The office it goes to, where the reader sees it. */
  above: z.object({ areaId: id(), name: z.string() }).nullable(),
  /** The reader's own office, which they send for. */
  own: z.boolean(),
  /** Null for a community, which reports its own rows. */
  addedUp: addedUp.nullable(),
  /** 填报单位: names from the subdistrict down. */
  unitName: z.string(),
  day: day(),
  /** 第×期 */
  issueNo: z.number().int(),
  /** 截至 */
  asOf: instant(),
  /** Where yesterday's report ended: what was in management then is the opening balance. */
  openingAt: instant(),
  /** 报送截止, from the policy in force */
  cutOffAt: instant(),
  /** The cut-off is still to come: figures as of now. */
  preliminary: z.boolean(),
  /** Sent, or still to be sent, after the cut-off. */
  late: z.boolean(),
  orderNo: z.string(),
  classes: z.array(classRow),
  /** As corrected; what was sent stands in `corrections`. */
  cells: z.array(cell),
  corrections: z.array(correction),
  returns: z.array(reportReturn),
  differencesAnswered: z.string().nullable(),
  sentAt: instant().nullable(),
  /** 填报人 */
  senderName: z.string().nullable(),
  /** 联系电话 */
  officePhone: z.string().nullable(),
})
export type DailyReport = z.infer<typeof dailyReport>

/** Somebody, or a household, behind a figure. */
export const figureLine = z.object({
  key: z.string(),
  personId: id().nullable(),
  householdId: id().nullable(),
  episodeId: id().nullable(),
  name: z.string(),
  sex: z.string().nullable(),
  age: z.number().int().nullable(),
  phoneMasked: z.string().nullable(),
  address: z.string(),
  /** 人 of this household that are meant; ㎡ where an area is counted. */
  persons: z.number().int(),
  /** When it happened or was reported. */
  at: instant().nullable(),
  /** Measure, window of the day or kind of lead, as the indicator has it. */
  tag: z.string().nullable(),
  dayNo: z.number().int().nullable(),
})
export type FigureLine = z.infer<typeof figureLine>

/** 平不平: a sum with both its sides. */
export const sumCheck = z.object({
  id: z.enum(['balancePersons', 'balanceHouseholds', 'classesPersons', 'classesHouseholds', 'settlementsPersons', 'settlementsHouseholds']),
  holds: z.boolean(),
  left: z.number().int(),
  parts: z.array(z.number().int()),
})
export type SumCheck = z.infer<typeof sumCheck>

/** 请看一眼: something a person should look at, in words at `reporting.looks.<id>`. */
export const lookId = z.enum(['sameReadings', 'sumWrong', 'openingDiffers', 'bigChange', 'yesterdayMissing', 'late', 'preliminary', 'householdsInTwoClasses', 'partsMissing', 'partsChanged'])
export const look = z.object({
  id: lookId,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** It must be answered with words before sending. */
  answerNeeded: z.boolean(),
  people: z.array(z.object({ personId: id(), episodeId: id(), name: z.string(), address: z.string() })),
})
export type Look = z.infer<typeof look>
