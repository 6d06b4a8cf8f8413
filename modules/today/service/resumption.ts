import type { Ctx } from '../../../kernel/ctx.ts'
import { instantAt } from '../../../kernel/dates.ts'
import { businessWork, type BusinessWork } from '../../resumption/service.ts'
import type { TodayKind } from '../contract.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 复工复产: a tab of its list; an order sets a day only for what is to be looked at again. */
const collected = (kind: TodayKind & ('resumptionCheck' | 'resumptionRecheck' | 'resumptionReason'), tab: 'toCheck' | 'recheck' | 'noReason', whyOf: (row: BusinessWork) => ReturnType<typeof say>) => async (ctx: Ctx, { limit }: Wanted): Promise<Collected> => {
  const rows = await businessWork(ctx, tab, limit)
  const items = rows.map((row) => {
    const dueAt = tab === 'recheck' && row.lookOn ? instantAt(row.lookOn, '24:00') : null
    return item({ id: `${kind}:${row.businessId}`, kind, dueAt, state: stateOf(dueAt, ctx.now), name: row.name, address: row.address, what: say(row.missing.length > 0 && tab === 'recheck' ? 'resumptionMend' : kind), why: whyOf(row), opens: { page: '/resumption', search: { tab, open: row.businessId } } })
  })
  return { items, total: rows[0]?.total ?? 0, overdue: tab === 'recheck' ? (rows[0]?.late ?? 0) : 0 }
}

/** 待核查: who has asked to resume. */
export const resumptionChecks = collected('resumptionCheck', 'toCheck', (row) => say('resumptionCheck', { trade: row.trade, day: row.appliedOn ?? '' }))
/** 该复查: whoever lacked something or has resumed, on the day to look again. */
export const resumptionRechecks = collected('resumptionRecheck', 'recheck', (row) => (row.missing.length > 0 ? say('resumptionMend', { lacking: row.missing.map((name) => name.zh).join('、'), lackingEn: row.missing.map((name) => name.en).join(', '), day: row.lookOn ?? '' }) : say('resumptionRecheck', { trade: row.trade, day: row.lookOn ?? '' })))
/** 原因不明: has not resumed, and nobody knows why. */
export const resumptionReasons = collected('resumptionReason', 'noReason', (row) => say('resumptionReason', { trade: row.trade }))
