import { addDays, type Day } from '../../kernel/dates.ts'
import type { Lot, SentLot, SupplyLine } from './contract.ts'
import { ASK_DAYS, EXPIRING_DAYS, USE_DAYS } from './data.ts'

/** How a movement falls on a batch; `lotId` null for what nobody knows the batch of. */
export interface Part { lotId: string | null; quantity: number }

/** Good to the end of its day. */
export const isExpired = ({ expiresOn }: Pick<Lot, 'expiresOn'>, today: Day): boolean => expiresOn !== null && expiresOn < today
export const lastOfExpiring = (today: Day): Day => addDays(today, EXPIRING_DAYS)

const LATEST = '9999-12-31'
/** 先到期先发: what expires first, then what came first; what never expires last. */
const firstOut = (a: Lot, b: Lot): number => order(a.expiresOn ?? LATEST, b.expiresOn ?? LATEST) || order(a.receivedAt ?? LATEST, b.receivedAt ?? LATEST)
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function taken(lots: readonly Lot[], n: number): { parts: Part[]; rest: number } {
  const parts: Part[] = []
  let rest = n
  for (const { lotId, quantity } of lots) {
    const some = Math.min(rest, Math.max(quantity, 0))
    if (some > 0) parts.push({ lotId, quantity: -some })
    rest -= some
  }
  return { parts, rest }
}
const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { quantity }) => sum + quantity, 0)
/** One part a batch. */
function joined(parts: readonly Part[]): Part[] {
  const by = new Map<string | null, number>()
  for (const { lotId, quantity } of parts) by.set(lotId, (by.get(lotId) ?? 0) + quantity)
  return [...by].flatMap(([lotId, quantity]) => (quantity === 0 ? [] : [{ lotId, quantity }]))
}

/** 出库: from what is good, the earliest expiry first; then from what has expired (`stale`), then beyond what there is (`beyond`): a fact is never refused. */
export function give(lots: readonly Lot[], n: number, today: Day): { parts: Part[]; stale: number; beyond: number } {
  const good = taken(lots.filter((lot) => !isExpired(lot, today)).toSorted(firstOut), n)
  const old = taken(lots.filter((lot) => isExpired(lot, today)).toSorted(firstOut), good.rest)
  return { parts: joined([...good.parts, ...old.parts, { lotId: null, quantity: -old.rest }]), stale: -sumOf(old.parts) || 0, beyond: old.rest }
}

/** 盘点: what is missing went out as if it had been given out; what is there beyond the books belongs to no batch; a batch below zero is put right. */
export function count(lots: readonly Lot[], countedAs: number, today: Day): Part[] {
  const mended = lots.filter(({ quantity }) => quantity < 0).map(({ lotId, quantity }): Part => ({ lotId, quantity: -quantity }))
  const there = lots.reduce((sum, { quantity }) => sum + Math.max(quantity, 0), 0)
  return joined([...mended, ...(there > countedAs ? give(lots, there - countedAs, today).parts : [{ lotId: null, quantity: countedAs - there }])])
}

/** 报废: all that has expired, or so many, what has expired first; nothing where nothing has expired and no number is said. */
export function dispose(lots: readonly Lot[], n: number | undefined, today: Day): Part[] {
  const old = lots.filter((lot) => isExpired(lot, today)).toSorted(firstOut)
  if (n === undefined) return taken(old, Number.MAX_SAFE_INTEGER).parts
  const first = taken(old, n)
  return joined([...first.parts, ...(first.rest > 0 ? give(lots.filter((lot) => !isExpired(lot, today)), first.rest, today).parts : [])])
}

/** 冲正 */
export const reverse = (parts: readonly Part[]): Part[] => parts.map(({ lotId, quantity }) => ({ lotId, quantity: -quantity }))
export { sumOf }

/** 签收: as many as came, by the expiry they were sent with; what came beyond has none. */
export function arrive(sent: readonly SentLot[], n: number): SentLot[] {
  const came: SentLot[] = []
  let rest = n
  for (const lot of sent) {
    const some = Math.min(rest, lot.n)
    if (some > 0) came.push({ expiresOn: lot.expiresOn, n: some })
    rest -= some
  }
  return rest > 0 ? [...came, { expiresOn: null, n: rest }] : came
}

/** 还能用几天, by what was given out in the last days; null where nothing was. */
export const daysLeft = ({ usable, used }: Pick<SupplyLine, 'usable' | 'used'>): number | null => (used > 0 ? Math.floor((Math.max(usable, 0) * USE_DAYS) / used) : null)
export const isLow = ({ usable, least }: Pick<SupplyLine, 'usable' | 'least'>): boolean => usable < least

/** 申领多少: enough for two weeks at the pace of the last days, and twice the smallest stock at least; in numbers people count in. */
export function proposeAmount({ usable, least, used }: Pick<SupplyLine, 'usable' | 'least' | 'used'>): number {
  const wanted = Math.max(2 * least, Math.ceil((used * ASK_DAYS) / USE_DAYS)) - Math.max(usable, 0)
  const step = wanted >= 100 ? 50 : wanted >= 20 ? 10 : 1
  return Math.max(1, Math.ceil(wanted / step) * step)
}

/** 出入库 of a week: how many times, and what most of. */
export interface SuppliesMoved { fromOn: Day; received: { times: number; most: string }; given: { times: number; most: string } }
const NAMED = 4
/** 医用外科口罩800只、84消毒液20桶: the most of it first; nothing where nothing moved. */
export function movedOf(fromOn: Day, rows: readonly { kind: 'received' | 'given'; name: string; unit: string; quantity: number; times: number }[]): SuppliesMoved | undefined {
  const told = (kind: 'received' | 'given') => {
    const of = rows.filter((row) => row.kind === kind)
    return { times: of.reduce((sum, { times }) => sum + times, 0), most: of.slice(0, NAMED).map(({ name, quantity, unit }) => `${name}${quantity}${unit}`).join('、') }
  }
  return rows.length > 0 ? { fromOn, received: told('received'), given: told('given') } : undefined
}

/** What stands foremost on an item, the worst first. */
export type Standing = 'mismatch' | 'none' | 'expired' | 'low' | 'expiring' | 'enough'
export const standingOf = (one: Pick<SupplyLine, 'mismatch' | 'usable' | 'least' | 'expired' | 'expiring'>): Standing =>
  one.mismatch ? 'mismatch' : one.usable <= 0 && one.least > 0 ? 'none' : one.expired > 0 ? 'expired' : isLow(one) ? 'low' : one.expiring > 0 ? 'expiring' : 'enough'
