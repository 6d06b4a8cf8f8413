import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { fillWords } from '../../../kernel/words.ts'
import { readKey, toWalkedPage } from '../../../kernel/page.ts'
import { openLead } from '../../leads/service.ts'
import { policyIfAny } from '../../policies/service.ts'
import { settingOf } from '../../settings/service.ts'
import { passageErrors as errors, type passageApi, type Pattern } from '../contract.ts'
import { findPatterns, type Found } from '../rules.ts'
import * as store from '../store.ts'
import type { PatternRow } from '../tables.ts'
import { zh } from '../words.zh.ts'
import { callerOf, nameFor, rangeOf } from './caller.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

const toPattern = (ctx: Ctx, { areaPath: _path, householder, toldName, address, ...row }: PatternRow): Pattern => ({ ...row, who: nameFor(ctx, householder ?? toldName ?? ''), address: address ?? '' })

export async function listPatterns(ctx: Ctx, { tab, areaId, after, limit }: Input<'listPatterns'>) {
  const page = toWalkedPage(await store.listPatterns(ctx.sql, { tab, range: await rangeOf(ctx, areaId), after: readKey(after, 2), limit }), limit)
  return { ...page, items: page.items.map((row) => toPattern(ctx, row)) }
}
export const patternCounts = async (ctx: Ctx, { areaId }: Input<'patternCounts'>) => store.patternCounts(ctx.sql, await rangeOf(ctx, areaId))

async function settle(ctx: Ctx, patternId: string, settled: boolean, note: string | null): Promise<Pattern> {
  const row = await store.lockPattern(ctx.sql, patternId)
  if (settled === (row.settledAt !== null)) throw refuse(settled ? errors.settledAlready : errors.notSettled)
  await store.settlePattern(ctx.sql, patternId, settled ? { at: ctx.now, name: callerOf(ctx).name, note } : { at: null, name: null, note: null })
  return toPattern(ctx, await store.getPattern(ctx.sql, patternId))
}
export const settlePattern = (ctx: Ctx, { patternId, note }: Input<'settlePattern'>) => settle(ctx, patternId, true, note)
export const unsettlePattern = (ctx: Ctx, { patternId }: Input<'unsettlePattern'>) => settle(ctx, patternId, false, null)

/** Looks at what arrived since the last time, together with what the same passes did before. Found twice is found once. */
export async function watchPassages(ctx: Ctx): Promise<number> {
  // More than anybody stays without passing again.
  const hours = await settingOf(ctx, 'passage.patternHours')
  const watched = await store.watchedUntil(ctx.sql)
  // A clock that was set back has not seen anything yet.
  const since = watched !== undefined && watched < ctx.now ? watched : addMinutes(ctx.now, -hours * 60)
  const events = await store.eventsToWatch(ctx.sql, since, ctx.now, hours)
  const found = findPatterns(events, await settingOf(ctx, 'passage.twoGatesMinutes'))
  let fresh = 0
  for (const one of found) if (await keep(ctx, one)) fresh++
  await store.keepWatched(ctx.sql, ctx.now)
  return fresh
}

async function keep(ctx: Ctx, found: Found): Promise<boolean> {
  const id = ctx.newId()
  const { personId, ...pattern } = found
  if (!(await store.insertPattern(ctx.sql, { ...pattern, id, foundAt: ctx.now }))) return false
  if (found.kind === 'quarantinePassed') await raiseLead(ctx, id, found, personId)
  return true
}

/** Out of quarantine is the health centre's to look into: whom somebody may have met. */
async function raiseLead(ctx: Ctx, patternId: string, found: Found, personId: string | null): Promise<void> {
  const policy = await policyIfAny(ctx, found.areaPath, found.at)
  if (!policy) return
  const managed = personId ?? (found.householdId ? (await store.homesOf(ctx.sql, [found.householdId], { from: found.at, to: found.at, back: found.at }))[0]?.managed[0]?.personId : undefined) ?? null
  const { areaId } = await store.getGate(ctx.sql, found.gateId)
  const { leadId } = await openLead(ctx, {
    kind: 'contact', channel: 'gate', personId: managed, areaId, areaPath: found.areaPath, dueMinutes: policy.document.deadlines.symptomLeadMinutes,
    summary: { symptoms: [], words: fillWords(zh.patterns.lead, found.params) },
  })
  await store.setPatternLead(ctx.sql, patternId, leadId)
}
