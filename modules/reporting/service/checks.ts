import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, clockOf } from '../../../kernel/dates.ts'
import type { Look, SumCheck } from '../contract.ts'
import { cellOf, looksOf, SAME_READINGS_FROM, sumChecks, type SameReadings } from '../rules.ts'
import { firstDay, peopleOfEpisodes, sameReadings } from '../store.ts'
import type { Figures } from '../tables.ts'
import { cellsNow, changedSince } from './parts.ts'
import type { Setting } from './setting.ts'

export interface Checked { sums: SumCheck[]; looks: Look[]; answerNeeded: boolean }

/** 平不平 and 请看一眼, for figures that are about to be sent or were sent. */
export async function checkFigures(ctx: Ctx, setting: Setting, { classes, cells }: Figures): Promise<Checked> {
  const { area, day, sent, period, addedUp } = setting
  const first = await firstDay(ctx.sql, area.id, addedUp ? undefined : scopeOf(area.areaPath))
  const classIds = classes.map((c) => c.id)
  const looks = looksOf({
    cells, classIds, yesterday: await yesterdayManaged(ctx, setting), anyBefore: first !== null && first <= addDays(day, -1),
    // Whoever measured alike is asked about where it was measured.
    sameReadings: addedUp ? [] : await alike(ctx, setting), missing: addedUp?.missing ?? [], changed: await changedSince(ctx, setting),
    preliminary: period.preliminary && !sent, late: period.late, sent: sent !== undefined,
  })
  return { sums: sumChecks(cells, classIds), looks, answerNeeded: looks.some((l) => l.answerNeeded) }
}

async function yesterdayManaged(ctx: Ctx, { yesterday }: Setting) {
  if (!yesterday) return null
  const { persons, households } = cellOf(await cellsNow(ctx, yesterday), 'managed')
  return { managedPersons: persons, managedHouseholds: households ?? 0 }
}

async function alike(ctx: Ctx, { span }: Setting): Promise<SameReadings[]> {
  const found = await sameReadings(ctx.sql, span, SAME_READINGS_FROM)
  const people = found.length === 0 ? [] : await peopleOfEpisodes(ctx.sql, found.flatMap((f) => f.episodes))
  return found.map((f) => ({
    takerName: f.takerName, place: f.place, temperature: f.temperature, minute: clockOf(f.at), people: people.filter((p) => f.episodes.includes(p.episodeId)),
  }))
}
