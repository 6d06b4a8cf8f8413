import type { Day } from '../../../kernel/dates.ts'
import type { FigureId, Figures } from '../contract.ts'
import { baseDataGaps, completeShare, type BaseDataFigures } from '../../people/rules.ts'
import type { ZoneValue } from '../../zones/contract.ts'
import { rankOf } from '../../zones/rules.ts'
import { noFigures } from '../rules.ts'
import type { Collected } from './collect.ts'

const gapsIn = (gaps: BaseDataFigures['gaps']): number => Object.values(gaps).reduce((sum, n) => sum + n, 0)

/** The figures of every area directly below one by its number; '' for what stands at none of them. */
export function byPart(found: Collected, parts: readonly string[], today: Day): Map<string, Figures> {
  const sums = new Map(['', ...parts].map((part) => [part, noFigures()]))
  const add = (part: string | null, row: Partial<Record<FigureId, number>>) => {
    const sum = sums.get(part ?? '') ?? sums.get('')
    if (sum) for (const id of Object.keys(row) as FigureId[]) sum[id] += row[id] ?? 0
  }
  for (const { part, households, persons, gaps } of found.registered) add(part, { households, persons, gaps: gapsIn(gaps) })
  for (const { part, kind } of found.zones) add(part, kind === 'communityState' ? { affected: 1 } : { graded: 1 })
  for (const { by, part, since: _since, managedThen: _m, toReleaseThen: _r, ...row } of found.episodes.active) if (by === 'part') add(part, row)
  for (const row of found.episodes.flow) if (row.day === today) add(row.part, { opened: row.opened, released: row.released })
  for (const { part, ...row } of found.screenings.waiting) add(part, row)
  for (const { part, ...row } of found.leads.open) add(part, row)
  for (const { part, sentAt } of found.reports) add(part, { reportsMissing: sentAt === null ? 1 : 0 })
  return sums
}

/** The whole: sums, but for households, of which one may have people managed in two areas. */
export function whole(found: Collected, sums: Iterable<Figures>): Figures {
  const all = noFigures()
  for (const sum of sums) for (const id of Object.keys(all) as FigureId[]) all[id] += sum[id]
  const managedHouseholds = found.episodes.active.find(({ by }) => by === 'whole')?.managedHouseholds ?? 0
  return { ...all, managedHouseholds }
}

/** The same at this hour of yesterday, where the rows tell it. */
export const before = (found: Collected): Partial<Figures> => ({
  ...found.episodes.then, toVerify: found.screenings.then, leads: found.leads.then, reportsMissing: found.reports.filter(({ sentThen }) => !sentThen).length,
})

/** 底数完整率 of some of the areas, by the rule of the base data; null where nobody is registered. */
export function completeOf(found: Collected, part?: string): number | null {
  const rows = found.registered.filter((row) => part === undefined || row.part === part)
  const sum = (of: (row: BaseDataFigures) => number) => rows.reduce((n, row) => n + of(row), 0)
  const [households, persons] = [sum((row) => row.households), sum((row) => row.persons)]
  if (households + persons === 0) return null
  const gaps = Object.fromEntries(baseDataGaps.map((gap) => [gap, sum((row) => row.gaps[gap])])) as BaseDataFigures['gaps']
  return completeShare({ households, persons, gaps })
}

/** What is in force at an area itself, and the heaviest at or below it. */
export function zonesOf(found: Collected, part: string, areaId: string): { zone: ZoneValue | null; heaviest: ZoneValue | null } {
  const all = found.zones.filter((row) => row.part === part)
  const [heaviest] = all.toSorted((a, b) => rankOf(b.value) - rankOf(a.value))
  return { zone: all.find((row) => row.areaId === areaId)?.value ?? null, heaviest: heaviest?.value ?? null }
}
