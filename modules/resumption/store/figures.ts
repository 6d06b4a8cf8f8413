import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { trades, type Trade } from '../../policies/contract.ts'
import type { BusinessTab, IdleReason } from '../contract.ts'
import { because, businesses, inCut, inTab, type Cut } from '../store.ts'

const count = (tab: BusinessTab, today: Day) => sql`(count(*) filter (where ${inTab(tab, today)}))::int`
export const countTabs = (db: Sql, cut: Cut, today: Day): Promise<Record<BusinessTab, number>> => db.get(sql`
  select ${count('all', today)} as "all", ${count('notResumed', today)} as "notResumed", ${count('toCheck', today)} as "toCheck", ${count('recheck', today)} as recheck, ${count('noReason', today)} as "noReason",
    ${count('resumed', today)} as resumed, ${count('suspended', today)} as suspended, ${count('closed', today)} as closed from ${businesses(cut.asOf)} where ${inCut(cut)}`)
export const countKinds = (db: Sql, cut: Cut, today: Day): Promise<{ enterprises: number; soleTraders: number }> => db.get(sql`
  select (count(*) filter (where b.kind = 'enterprise'))::int as enterprises, (count(*) filter (where b.kind = 'soleTrader'))::int as "soleTraders" from ${businesses(cut.asOf)} where ${inCut(cut)} and ${inTab('all', today)}`)
export const countReasons = (db: Sql, cut: Cut, today: Day): Promise<{ reason: IdleReason | null; n: number }[]> => db.rows(sql`
  select b.reason, count(*)::int as n from ${businesses(cut.asOf)} where ${inCut(cut)} and ${inTab('notResumed', today)} group by 1 order by b.reason is null, 2 desc, 1`)
/** Of each trade all there are, and those that have not resumed, for one reason where one is asked for. */
export const countTrades = (db: Sql, { why, ...cut }: Cut, today: Day): Promise<{ trade: Trade; all: number; notResumed: number }[]> => db.rows(sql`
  select b.trade, ${count('all', today)} as "all", (count(*) filter (where ${inTab('notResumed', today)} and ${because(why)}))::int as "notResumed" from ${businesses(cut.asOf)} where ${inCut(cut)} and ${inTab('all', today)} group by 1 order by 3 desc, 2 desc, array_position(${[...trades]}::text[], b.trade)`)

/** 工作汇报: how it stood at a time. */
export const asOf = (db: Sql, { lo, hi }: Scope, at: Instant): Promise<{ kind: string; trade: Trade; idle: boolean; n: number }[]> => db.rows(sql`
  select b.kind, b.trade, b.state <> 'resumed' as idle, count(*)::int as n from ${businesses(at)} where b.area_path >= ${lo} and b.area_path < ${hi} and b.state <> 'closed' group by 1, 2, 3 order by 4 desc, 2`)
