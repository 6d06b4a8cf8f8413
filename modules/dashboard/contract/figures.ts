import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { level } from '../../territory/contract.ts'
import { zoneValue } from '../../zones/contract.ts'

/** 一张图上的数, as they stand now; words at `dashboard.figures.<id>`, the list each opens in rules/openings.ts. */
export const figureIds = [
  /** 户, 人 in the register */
  'households', 'persons',
  /** 在管 户, 人; 今日新增, 今日解除 */
  'managedHouseholds', 'managed', 'opened', 'released',
  /** 应解除 by today; 到期未解除 since the day before */
  'toRelease', 'releaseLate',
  /** 今日未报体温, persons; of these 漏测: a window has closed */
  'missing', 'missed',
  /** 待接收线索; 超时未接收 */
  'leads', 'leadsLate',
  /** 待核实; 超时未核实 */
  'toVerify', 'verifyLate',
  /** 未报送日报的社区 */
  'reportsMissing',
  /** 底数缺项 of households and persons */
  'gaps',
  /** 出现病例的社区; 封控、管控、防范的小区和楼栋 */
  'affected', 'graded',
] as const
export const figureId = z.enum(figureIds)
export type FigureId = z.infer<typeof figureId>

export const figures = z.record(figureId, z.number().int())
export type Figures = z.infer<typeof figures>

/** 一个下级辖区, or what stands at the area itself and at none below it (`own`). */
export const areaFigures = z.object({
  areaId: id(), name: z.string(), level, own: z.boolean(),
  /** Place among its neighbours in the tree. */
  place: z.number().int(),
  hasChildren: z.boolean(), officePhone: z.string().nullable(),
  figures,
  /** 底数完整率, 0–1; null where nobody is registered. */
  complete: z.number().nullable(),
  /** 社区疫情状态 or 小区等级 of the area itself; null where none is in force. */
  zone: zoneValue.nullable(),
  /** The heaviest in force at or below it. */
  heaviest: zoneValue.nullable(),
  /** 社区 at or below it. */
  communities: z.number().int(),
  /** When a community sent today's report. */
  sentAt: instant().nullable(),
})
export type AreaFigures = z.infer<typeof areaFigures>

/** 趋势: what came and went on a day, and how many were managed at its end (now, for today). */
export const trendDay = z.object({ day: day(), opened: z.number().int(), released: z.number().int(), managed: z.number().int() })
export type TrendDay = z.infer<typeof trendDay>

export const dashboard = z.object({
  asOf: instant(),
  area: z.object({ areaId: id(), name: z.string(), level }),
  /** From the caller's own area down to this one. */
  above: z.array(z.object({ areaId: id(), name: z.string() })),
  figures,
  /** 底数完整率 of the whole. */
  complete: z.number().nullable(),
  /** The same figures at this hour of yesterday, where the rows tell it. */
  before: z.partialRecord(figureId, z.number().int()),
  /** 社区 at or below the area. */
  communities: z.number().int(),
  /** 报送截止 of today; null where no order holds. */
  reportDueAt: instant().nullable(),
  /** Worst first. */
  areas: z.array(areaFigures),
  /** Oldest first. */
  trend: z.array(trendDay),
  /** 来返人员 of the trend's days by province; a code of two digits, `abroad` or `unknown`. */
  origins: z.array(z.object({ province: z.string(), name: z.string(), persons: z.number().int() })),
  /** 在管第几天: days since the period began; the last one stands for all longer ones. */
  ages: z.array(z.object({ since: z.number().int(), orMore: z.boolean(), persons: z.number().int() })),
  /** 各社区日报, those not sent first. */
  reports: z.array(z.object({ areaId: id(), name: z.string(), sentAt: instant().nullable(), officePhone: z.string().nullable() })),
})
export type Dashboard = z.infer<typeof dashboard>
