import { setTimeout } from 'node:timers/promises'
import type { Ctx, Job, Runner } from '../../../kernel/ctx.ts'
import { addMinutes, clockOf, type Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { fillWords } from '../../../kernel/words.ts'
import { readKey, toWalkedPage } from '../../../kernel/page.ts'
import { openLead } from '../../leads/service.ts'
import { serialIn } from '../../passes/rules.ts'
import { passesStopped } from '../../passes/service.ts'
import { policyIfAny } from '../../policies/service.ts'
import { settingOf } from '../../settings/service.ts'
import { passageErrors as errors, type passageApi, type Pattern } from '../contract.ts'
import { findBrokenQuotas, findPatterns, findStoppedPasses, isPaired, plateOf, type Found, type PassShown, type PatternEvent, type TurnsTaken } from '../rules.ts'
import * as store from '../store.ts'
import type { PatternRow } from '../tables.ts'
import { zh } from '../words.zh.ts'
import { callerOf, nameFor, rangeOf } from './caller.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

const toPattern = (ctx: Ctx, { areaPath: _path, householder, toldName, address, ...row }: PatternRow): Pattern => ({ ...row, who: nameFor(ctx, householder ?? toldName ?? ''), address: address ?? '' })

export async function listPatterns(ctx: Ctx, { tab, areaId, after, limit }: Input<'listPatterns'>) {
  const page = toWalkedPage(await store.listPatterns(ctx.sql, { tab, range: await rangeOf(ctx, areaId), after: readKey(after, 3), limit }), limit)
  return { ...page, items: page.items.map((row) => toPattern(ctx, row)) }
}
export const patternCounts = async (ctx: Ctx, { areaId }: Input<'patternCounts'>) => store.patternCounts(ctx.sql, await rangeOf(ctx, areaId))

/** 出入异常 somebody has to look into, for Today: who left a quarantine before all else, then the oldest. */
export async function patternsDue(ctx: Ctx, limit: number): Promise<{ items: Pattern[]; total: number }> {
  const rows = await store.patternsOpen(ctx.sql, limit)
  return { items: rows.map(({ total: _total, ...row }) => toPattern(ctx, row)), total: rows[0]?.total ?? 0 }
}

async function settle(ctx: Ctx, patternId: string, settled: boolean, note: string | null): Promise<Pattern> {
  const row = await store.lockPattern(ctx.sql, patternId)
  if (settled === (row.settledAt !== null)) throw refuse(settled ? errors.settledAlready : errors.notSettled)
  await store.settlePattern(ctx.sql, patternId, settled ? { at: ctx.now, name: callerOf(ctx).name, note } : { at: null, name: null, note: null })
  return toPattern(ctx, await store.getPattern(ctx.sql, patternId))
}
export const settlePattern = (ctx: Ctx, { patternId, note }: Input<'settlePattern'>) => settle(ctx, patternId, true, note)
export const unsettlePattern = (ctx: Ctx, { patternId }: Input<'unsettlePattern'>) => settle(ctx, patternId, false, null)

/** 误登: where a passage was none, two of the same were one. What else was found in it is still looked into, or whoever let somebody through could take that back with it; whom its leads were told to hears of the slip. */
export async function voidPatterns(ctx: Ctx, eventId: string): Promise<string[]> {
  await store.settlePairsOf(ctx.sql, eventId, { at: ctx.now, name: callerOf(ctx).name, note: zh.patterns.slip })
  return (await store.leadsFoundIn(ctx.sql, eventId)).map((one) => one.leadId)
}

/** Phones that come back all at once bring hundreds of thousands: so many are looked at in one go, or the gates would wait meanwhile. */
const AT_ONCE = 1000
/** A passage may have arrived before and be there only now, where its batch was still on its way to the disk: the last minute is looked at once more. */
const OVERLAP_MINUTES = 1

export interface WatchStep { from: Instant; until: Instant }
/** What has arrived since the last time, in steps. */
export async function stepsToWatch(ctx: Ctx): Promise<WatchStep[]> {
  const watched = await store.watchedUntil(ctx.sql)
  // A clock that was set back has not seen anything yet.
  const from = watched !== undefined && watched < ctx.now ? watched : addMinutes(ctx.now, -(await settingOf(ctx, 'passage.patternHours')) * 60)
  const ends = await store.arrivals(ctx.sql, AT_ONCE, from, ctx.now)
  return ends.map((until, i) => ({ from: ends[i - 1] ?? from, until }))
}

/** 找异常: looks at what arrived in one step, together with what the same passes did around then. Found twice is found once. */
export async function watchPassages(ctx: Ctx, { from, until }: WatchStep): Promise<void> {
  const fresh = await store.eventsToWatch(ctx.sql, from, until)
  // More hours than anybody stays without passing again.
  const all = await withOthers(ctx, fresh, await settingOf(ctx, 'passage.patternHours'))
  const anew = new Set(fresh.map((e) => e.eventId))
  const found = [...findPatterns(all, await settingOf(ctx, 'passage.twoGatesMinutes')), ...findBrokenQuotas(await turnsOf(ctx, fresh)), ...findStoppedPasses(await stoppedOf(ctx, fresh))]
  await keep(ctx, found.filter((one) => one.eventIds.some((id) => anew.has(id))))
  const settled = addMinutes(ctx.now, -OVERLAP_MINUTES)
  await store.keepWatched(ctx.sql, until < settled ? until : settled)
}

/** With what the same pass, person or car did before and after each of them. */
async function withOthers(ctx: Ctx, fresh: readonly PatternEvent[], hours: number): Promise<PatternEvent[]> {
  const ones = fresh.filter(isPaired).map((e) => ({ key: e.subjectKey, householdId: e.householdId, plate: plateOf(e.subjectKey), at: e.at }))
  const beside = ones.length === 0 ? [] : await store.eventsBeside(ctx.sql, ones, hours)
  return [...new Map([...beside, ...fresh].map((e) => [e.eventId, e])).values()]
}
/** With the other exits of the household that count together with each of them, whenever those arrived. */
async function turnsOf(ctx: Ctx, fresh: readonly store.FreshEvent[]): Promise<TurnsTaken[]> {
  const ones = fresh.flatMap(({ householdId, countedBy, at }) => (householdId !== null && countedBy !== null ? [{ householdId, countedBy, at }] : []))
  return ones.length === 0 ? [] : store.turnsBeside(ctx.sql, ones)
}
/** Those who were let through by a pass that is stopped by now, with since when. */
async function stoppedOf(ctx: Ctx, fresh: readonly store.FreshEvent[]): Promise<PassShown[]> {
  const shown = fresh.map((event) => ({ event, serial: event.goodPass === null ? undefined : serialIn(event.goodPass) }))
  const stopped = await passesStopped(ctx, shown.flatMap(({ serial }) => serial ?? []))
  return shown.flatMap(({ event, serial }) => {
    const stop = serial === undefined ? undefined : stopped.get(serial)
    return stop ? [{ ...event, ...stop }] : []
  })
}

async function keep(ctx: Ctx, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const named = found.map((one) => ({ id: ctx.newId(), one }))
  const fresh = new Set((await store.insertPatterns(ctx.sql, named.map(({ id, one }) => ({
    id, area_path: one.areaPath, kind: one.kind, found_by: one.foundBy, gate_id: one.gateId, household_id: one.householdId, at: one.at, found_at: ctx.now, params: one.params, event_ids: one.eventIds,
  })))).map((row) => row.id))
  for (const { id, one } of named) if (fresh.has(id) && (one.kind === 'quarantinePassed' || one.kind === 'elsewherePassed')) await raiseLead(ctx, id, one, one.personId)
}

/** Then whatever else is long has its turn: phones that come back all at once bring enough for many minutes. */
const ONE_TURN_MS = 60_000
export const watchJob: Job = { everyMinutes: 5, long: true, run: (runner) => watchFor(runner, ONE_TURN_MS) }

/** One step after the other, each in a transaction of its own; half of the time belongs to the gates. What is left after so long is queued again. */
export async function watchFor(runner: Runner, ms: number): Promise<void> {
  const until = performance.now() + ms
  for (const step of await runner.tx(stepsToWatch)) {
    const from = performance.now()
    await runner.tx((ctx) => watchPassages(ctx, step))
    if (performance.now() >= until) return runner.tx((ctx) => ctx.enqueue('passage.watch', {}))
    await setTimeout(performance.now() - from)
  }
}

/** Out of quarantine is the health centre's to look into: whom somebody may have met. Of whoever is kept elsewhere it is that community's. */
async function raiseLead(ctx: Ctx, patternId: string, found: Found, personId: string | null): Promise<void> {
  const policy = await policyIfAny(ctx, found.areaPath, found.at)
  if (!policy) return
  const [home] = found.householdId ? await store.homesOf(ctx.sql, [found.householdId], { from: found.at, to: found.at, back: found.at }) : []
  const managed = personId ?? home?.managed[0]?.personId ?? null
  const place = (found.kind === 'elsewherePassed' && managed !== null ? await store.placeOfPerson(ctx.sql, managed) : undefined) ?? { areaId: (await store.getGate(ctx.sql, found.gateId)).areaId, areaPath: found.areaPath }
  const { leadId } = await openLead(ctx, {
    kind: 'contact', channel: 'gate', personId: managed, ...place, dueMinutes: policy.document.deadlines.symptomLeadMinutes,
    summary: { symptoms: [], words: fillWords(zh.patterns.lead, { ...found.params, clock: clockOf(found.at) }) },
  })
  await store.setPatternLead(ctx.sql, patternId, leadId)
}
