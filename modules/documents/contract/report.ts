import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { indicatorId } from '../../reporting/contract.ts'
import { paper } from './paper.ts'

/** 填报指标: figures that are declared until a register derives them. */
export const declaredIndicators = ['migrantWork', 'enterprises', 'soleTraders', 'resumed', 'notResumed'] as const
export const declaredIndicator = z.enum(declaredIndicators)
export type DeclaredIndicator = z.infer<typeof declaredIndicator>

/** 填报: who said which figure, when, and where it comes from. */
export const declaration = z.object({
  indicator: declaredIndicator,
  /** Holds from this day on. */
  day: day(),
  value: z.number().int(),
  /** 餐饮、足浴、烧烤 */
  detail: z.string().nullable(),
  source: z.string(), at: instant(), accountName: z.string().nullable(),
})
export type Declaration = z.infer<typeof declaration>

/** 文中数字: one figure of the report, where it comes from and what it was in the former report. */
export const reportFigure = z.object({
  key: z.string(),
  /** Null while it is still to be declared. */
  value: z.number().int().nullable(),
  unit: z.enum(['households', 'persons', 'times', 'leads', 'places', 'enterprises', 'occasions', 'squareMetres', 'entries', 'hours']),
  /** 湖北(含武汉) 累计排查 */
  label: z.string(),
  source: z.discriminatedUnion('from', [
    /** An indicator of the daily report; opens its people. */
    z.object({ from: z.literal('indicator'), indicator: indicatorId, originClass: z.string().nullable(), unit: z.enum(['households', 'persons']) }),
    /** Areas of a level. */
    z.object({ from: z.literal('areas') }),
    /** 外出申请: who has left for work elsewhere; opens them. */
    z.object({ from: z.literal('exits') }),
    /** 企业和商户: businesses of the register; opens them. */
    z.object({ from: z.literal('businesses'), of: declaredIndicator }),
    /** 关爱走访: who is in a care group, and who was visited this week; opens them. */
    z.object({ from: z.literal('care'), of: z.enum(['all', 'visited']) }),
    /** 出入库: how many times something came in and went out this week; opens the register. */
    z.object({ from: z.literal('supplies'), of: z.enum(['received', 'given']), fromOn: day() }),
    /** 志愿服务: who came in the seven days up to then, and their hours; opens them. */
    z.object({ from: z.literal('volunteers'), of: z.enum(['persons', 'hours']), since: instant(), until: instant() }),
    z.object({ from: z.literal('declared'), declared: declaredIndicator, declaration: declaration.nullable() }),
  ]),
  /** In the former report; null where there was none. */
  former: z.number().int().nullable(),
})
export type ReportFigure = z.infer<typeof reportFigure>

/** 工作汇报 */
export const workReport = z.object({
  areaId: id(), areaName: z.string(), day: day(), asOf: instant(),
  paper, figures: z.array(reportFigure),
  /** 企业 + 个体 = 已复工 + 未复工; null while a figure is missing. */
  businessesAddUp: z.object({ all: z.number().int(), parts: z.number().int() }).nullable(),
  former: z.object({ day: day(), issuedAt: instant(), accountName: z.string().nullable() }).nullable(),
  issued: z.array(z.object({ reportId: id(), day: day(), issuedAt: instant(), accountName: z.string().nullable() })),
})
export type WorkReport = z.infer<typeof workReport>

