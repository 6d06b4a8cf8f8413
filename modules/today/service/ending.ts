import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt } from '../../../kernel/dates.ts'
import { gapsToExplain, releasesDue, testsDue, type ReleaseDue } from '../../quarantine/service.ts'
import type { TodayItem, TodayState } from '../contract.ts'
import type { Collected, Wanted } from './kinds.ts'
import { byUrgency } from '../rules.ts'
import { item, ofEpisode, say } from './item.ts'

/** 应解除: the office that confirms sees all; the community those it keeps waiting. What is lacking before the last day has passed stands with the gaps, tests and leads. */
export async function releases(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = (await releasesDue(ctx)).filter((row) => row.mayConfirm || (row.over && row.missing.length > 0))
  const items = rows.map((row) => release(ctx, row)).toSorted((a, b) => byUrgency(a, b) || Number(b.ready) - Number(a.ready))
  return { items: items.slice(0, limit), total: rows.length, overdue: items.filter(({ state }) => state === 'overdue').length }
}

function release(ctx: Ctx, row: ReleaseDue): TodayItem {
  const ready = row.mayConfirm && row.over && row.missing.length === 0
  const last = { day: row.endsOn, measure: row.measure }
  return item({
    ...ofEpisode(ctx, row), id: `release:${row.episodeId}`, kind: 'release', ready, ...releaseDue(ctx, row),
    what: say(ready ? 'release' : row.missing.length > 0 ? 'releaseMissing' : 'releaseTonight', last),
    why: row.missing.length > 0 ? say('releaseMissing', { ...last, missing: row.missing }) : say(row.over ? 'releaseReady' : 'releaseTonight', last),
  })
}

/** Nobody is to be held longer than the order says: confirmed on the day after the last one, late from then on. */
function releaseDue(ctx: Ctx, row: ReleaseDue): { dueAt: string; state: TodayState } {
  const dueAt = instantAt(addDays(row.endsOn, 1), '24:00')
  if (dueAt <= ctx.now) return { dueAt, state: 'overdue' }
  return { dueAt, state: row.over || row.missing.length > 0 ? 'soon' : 'later' }
}

export async function tests(ctx: Ctx, { limit, of }: Wanted): Promise<Collected> {
  const rows = await testsDue(ctx, { limit, of })
  const items = rows.map((row) => item({
    ...ofEpisode(ctx, row), id: `test:${row.episodeId}`, kind: 'test', dueAt: instantAt(row.dueOn, '24:00'), state: row.dueOn < ctx.today ? 'overdue' : 'later',
    what: say('test'), why: say('test', { day: row.dueOn, measure: row.measure }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0 }
}

/** 缺测待说明: it stands against the release, so the nearer the end, the more urgent. */
export async function gaps(ctx: Ctx, { limit, of }: Wanted): Promise<Collected> {
  const rows = await gapsToExplain(ctx, { limit, of })
  const items = rows.map((row) => item({
    ...ofEpisode(ctx, row), id: `gap:${row.episodeId}`, kind: 'gap', dueAt: instantAt(row.endsOn, '24:00'),
    state: row.endsOn <= addDays(ctx.today, 1) ? 'soon' : 'later',
    what: say('gap', { n: row.gaps }), why: say('gap', { day: row.lastOn, n: row.gaps, ends: row.endsOn }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: 0 }
}
