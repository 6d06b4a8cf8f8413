import type { Ctx } from '../../../kernel/ctx.ts'
import type { TodayItem, TodayKind } from '../contract.ts'
import { gaps, releases, tests } from './ending.ts'
import { leads, reports, verifications } from './desk.ts'
import { checks, visits } from './doors.ts'

export interface Wanted { role: string; above: boolean; limit: number }
export interface Collected { items: TodayItem[]; total: number; overdue: number; done?: number }

/** Where each kind of work comes from: nothing of it is stored here. */
export const collect: Record<TodayKind, (ctx: Ctx, wanted: Wanted) => Promise<Collected>> = {
  lead: leads, verify: verifications, visit: visits, check: checks, release: releases, test: tests, gap: gaps, report: reports,
}
