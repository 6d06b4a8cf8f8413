import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toWalkedPage } from '../../../kernel/page.ts'
import { tellSlip } from '../../leads/service.ts'
import { policyIfAny } from '../../policies/service.ts'
import { settingOf } from '../../settings/service.ts'
import { passageErrors as errors, settlementKinds, type Passage, type passageApi } from '../contract.ts'
import * as store from '../store.ts'
import type { EventRow } from '../tables.ts'
import { callerOf, nameFor, rangeOf } from './caller.ts'
import { takeAndJoin, unjoin } from './joining.ts'
import { voidPatterns } from './patterns.ts'
import { meantBy } from './searching.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

/** The name told or known; of a household nobody asked which of it, its householder's. */
export function toPassage(ctx: Ctx, { areaPath: _path, personName, householder, toldName, toldPlace, address, keeperId: _keeper, ...row }: EventRow): Passage {
  const name = personName ?? toldName ?? householder ?? ''
  return { ...row, who: name === '' ? (row.plate ?? '') : nameFor(ctx, name), address: address ?? toldPlace ?? '' }
}

/** Without days it is the last seven, today among them. */
async function filterOf(ctx: Ctx, { areaId, gateId, from, to }: Input<'passageCounts'>) {
  const days = { from: from ?? addDays(to ?? ctx.today, -6), to: to ?? ctx.today }
  return {
    range: await rangeOf(ctx, areaId), gateId, days, from: instantAt(days.from, '00:00'), to: instantAt(addDays(days.to, 1), '00:00'),
    lateMinutes: await settingOf(ctx, 'passage.lateMinutes'),
  }
}
export async function listPassages(ctx: Ctx, { tab, areaId, gateId, from, to, direction, householdId, personId, q, after, limit }: Input<'listPassages'>) {
  const filter = await filterOf(ctx, { areaId, gateId, from, to })
  const gateIds = gateId === undefined ? await store.fewGates(ctx.sql, filter.range) : [gateId]
  const meant = q ? await meantBy(ctx, q) : undefined
  await store.alongTheKey(ctx.sql)
  const page = toWalkedPage(await store.listEvents(ctx.sql, { ...filter, gateIds, meant, tab, direction, householdId, personId, q: q || undefined, after: readKey(after, 2), limit }), limit)
  return { ...page, items: page.items.map((row) => toPassage(ctx, row)) }
}
export const passageCounts = async (ctx: Ctx, input: Input<'passageCounts'>) => store.eventCounts(ctx.sql, await filterOf(ctx, input))

export const shownPassage = async (ctx: Ctx, eventId: string): Promise<Passage> => toPassage(ctx, await store.getEvent(ctx.sql, eventId))
export async function getPassage(ctx: Ctx, { eventId }: Input<'getPassage'>) {
  const row = await store.getEvent(ctx.sql, eventId)
  const around = row.householdId === null ? [] : await store.eventsAround(ctx.sql, row.householdId, row.at, eventId)
  return { ...toPassage(ctx, row), around: around.map((one) => toPassage(ctx, one)) }
}

/** One at the desk, decided here. */
export async function recordPassage(ctx: Ctx, input: Input<'recordPassage'>): Promise<Passage> {
  await store.getGate(ctx.sql, input.gateId)
  await takeAndJoin(ctx, [input])
  return shownPassage(ctx, input.eventId)
}

/** A slip of today, by whoever made it or the community; the row stays, the counts do not. A lead is the health centre's to close: it is told of the slip. */
export async function takeBackPassage(ctx: Ctx, { eventId }: Input<'takeBackPassage'>) {
  const row = await store.lockEvent(ctx.sql, eventId)
  if (row.receivedAt < instantAt(ctx.today, '00:00')) throw refuse(errors.notTheDay)
  let leadStays = false
  const tell = async (leadId: string | null) => { if (leadId !== null && (await tellSlip(ctx, leadId, row.at))) leadStays = true }
  if (row.takenBackAt === null) {
    await store.takeBack(ctx.sql, eventId, row.at, ctx.now)
    await unjoin(ctx, eventId)
    await tell(row.leadId)
    for (const leadId of await voidPatterns(ctx, eventId)) await tell(leadId)
  }
  return { ...(await shownPassage(ctx, eventId)), leadStays }
}

export async function settlePassage(ctx: Ctx, { eventId, note }: Input<'settlePassage'>): Promise<Passage> {
  const row = await store.lockEvent(ctx.sql, eventId)
  if (row.settledAt !== null) throw refuse(errors.settledAlready)
  await store.setSettled(ctx.sql, eventId, row.at, { at: ctx.now, name: callerOf(ctx).name, note })
  return shownPassage(ctx, eventId)
}
export async function unsettlePassage(ctx: Ctx, { eventId }: Input<'unsettlePassage'>): Promise<Passage> {
  const row = await store.lockEvent(ctx.sql, eventId)
  if (row.settledAt === null) throw refuse(errors.notSettled)
  await store.setSettled(ctx.sql, eventId, row.at, { at: null, name: null, note: null })
  return shownPassage(ctx, eventId)
}

const sum = (hours: readonly { in: number; out: number; stopped: number }[], what: 'in' | 'out' | 'stopped') => hours.reduce((n, hour) => n + hour[what], 0)
const presentFrom = async (ctx: Ctx) => addMinutes(ctx.now, -60 * (await settingOf(ctx, 'passage.presentHours')))

export async function passageFlow(ctx: Ctx, { areaId, gateId, on }: Input<'passageFlow'>) {
  const range = await rangeOf(ctx, areaId)
  const day = on ?? ctx.today
  const hours = await store.hoursOf(ctx.sql, { range, gateId, from: instantAt(day, '00:00'), to: instantAt(addDays(day, 1), '00:00') })
  const gateIds = gateId === undefined ? await store.fewGates(ctx.sql, range, settlementKinds) : undefined
  // Whoever went out by one gate comes back by another: it is said of a place. Summed over the rows of two days: a community's are some thousands, a district's a million.
  const counted = gateIds === undefined ? { outNow: null, visitorsInside: null } : await store.presentCounts(ctx.sql, { range, gateIds, from: await presentFrom(ctx) })
  return { hours, in: sum(hours, 'in'), out: sum(hours, 'out'), stopped: sum(hours, 'stopped'), ...counted }
}

export async function listPresent(ctx: Ctx, { tab, areaId, after, limit }: Input<'listPresent'>) {
  const range = await rangeOf(ctx, areaId)
  const rows = await store.listPresent(ctx.sql, { who: tab, range, gateIds: await store.fewGates(ctx.sql, range, settlementKinds), from: await presentFrom(ctx), after: readKey(after, 2), limit })
  const most = (await policyIfAny(ctx, ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/', ctx.now))?.document.passage?.hoursOut ?? null
  const page = toWalkedPage(rows, limit)
  return {
    ...page,
    items: page.items.map(({ key, since, n: persons, ...row }) => {
      const { eventId, subject, who, address, householdId, gateName, purpose } = toPassage(ctx, row)
      return { key, eventId, subject, persons, who, address, householdId, since, gateName, purpose, late: tab === 'out' && most !== null && since < addMinutes(ctx.now, -most * 60) }
    }),
  }
}
