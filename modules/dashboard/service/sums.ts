import type { Day } from '../../../kernel/dates.ts'
import type { FigureId, Figures } from '../contract.ts'
import { noFigures } from '../rules.ts'
import type { Collected } from './collect.ts'

/** The figures of every area directly below one by its number; '' for what stands at none of them. */
export function byPart(found: Collected, parts: readonly string[], today: Day): Map<string, Figures> {
  const sums = new Map(['', ...parts].map((part) => [part, noFigures()]))
  const add = (part: string | null, row: Partial<Record<FigureId, number>>) => {
    const sum = sums.get(part ?? '') ?? sums.get('')
    if (sum) for (const id of Object.keys(row) as FigureId[]) sum[id] += row[id] ?? 0
  }
  for (const { part, households, persons } of found.registered) add(part, { households, persons })
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
