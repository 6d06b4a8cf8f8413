import type { Ctx } from '../../../kernel/ctx.ts'
import { suppliesDue, supplyRequestsDue } from '../../supplies/service.ts'
import type { SupplyLine } from '../../supplies/contract.ts'
import type { Sentence } from '../contract.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

const named = ({ name, spec }: { name: string; spec: string }): string => [name, spec].filter(Boolean).join(' ')

const lowWhy = (one: SupplyLine): Sentence => say(one.days === null ? 'supplyLow' : 'supplyLowDays', { n: one.usable, unit: one.unit, least: one.least, days: one.days ?? 0 })
/** 快用完, not asked for yet: nothing left stands first. */
export async function suppliesLow(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items, total, late } = await suppliesDue(ctx, 'low', limit)
  return {
    items: items.map((one) => item({ id: `supplyLow:${one.itemId}`, kind: 'supplyLow', dueAt: null, state: one.usable <= 0 ? 'overdue' : 'soon', name: named(one), address: '', opens: { page: '/supplies', search: { tab: 'low', open: one.itemId, do: 'ask' } }, what: say('supplyLow'), why: lowWhy(one) })),
    total, overdue: late,
  }
}

/** 账实不符 is counted, what has expired is disposed of, what expires soon is given out first. */
const check = (one: SupplyLine): { key: string; overdue: boolean } => (one.mismatch ? { key: 'supplyMismatch', overdue: true } : one.expired > 0 ? { key: 'supplyExpired', overdue: true } : { key: 'supplyExpiring', overdue: false })
export async function suppliesToCheck(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items, total, late } = await suppliesDue(ctx, 'check', limit)
  return {
    items: items.map((one) => {
      const { key, overdue } = check(one)
      return item({ id: `supplyCheck:${one.itemId}`, kind: 'supplyCheck', dueAt: null, state: overdue ? 'overdue' : 'soon', name: named(one), address: '', opens: { page: '/supplies', search: { tab: 'all', open: one.itemId, do: 'dispose' } }, what: say(key), why: say(key, { n: key === 'supplyExpired' ? one.expired : key === 'supplyMismatch' ? one.balance : one.expiring, unit: one.unit, day: one.expiresOn ?? '' }) })
    }),
    total, overdue: late,
  }
}

const requests = (kind: 'supplyArrival' | 'supplyRequest', state: 'sent' | 'asked') => async (ctx: Ctx, { limit }: Wanted): Promise<Collected> => {
  const { items, total } = await supplyRequestsDue(ctx, state, limit)
  return {
    items: items.map((one) => item({ id: `${kind}:${one.requestId}`, kind, dueAt: null, state: 'soon', name: named(one), address: kind === 'supplyRequest' ? one.areaName : (one.officeName ?? ''), opens: { page: '/supplies/requests', search: { tab: state, open: one.requestId } }, what: say(kind), why: say(kind, { n: one.sentQuantity ?? one.quantity, unit: one.unit, left: one.balance, at: (state === 'sent' ? one.answeredAt : null) ?? one.askedAt }) })),
    total, overdue: 0,
  }
}
/** 待签收: on its way from the office above. */
export const supplyArrivals = requests('supplyArrival', 'sent')
/** 待答复: what communities ask for. */
export const supplyRequests = requests('supplyRequest', 'asked')
