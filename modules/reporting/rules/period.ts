import { addDays, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'

export interface Period {
  /** Where the report of the day before ended. */
  openingAt: Instant
  /** Rows count as they were at this instant. */
  asOf: Instant
  cutOffAt: Instant
  preliminary: boolean
  late: boolean
}

/**
 * Yesterday's cut-off to today's. A report sent before its cut-off ended where it was sent; the next one begins there, so that
 * nothing falls between two reports.
 */
export function periodOf(day: Day, now: Instant, cutOff: { today: string; yesterday: string }, yesterdaySentAsOf?: Instant): Period {
  const cutOffAt = instantAt(day, cutOff.today)
  const preliminary = now < cutOffAt
  return {
    openingAt: yesterdaySentAsOf ?? instantAt(addDays(day, -1), cutOff.yesterday),
    asOf: preliminary ? now : cutOffAt,
    cutOffAt, preliminary, late: now > cutOffAt,
  }
}

/** One stay under management, as its timestamps tell it. */
export interface Stay { openedAt: Instant; closedAt: Instant | null; ended: 'released' | 'otherwise' | null }

export interface Standing { opening: boolean; opened: boolean; released: boolean; movedOut: boolean; managed: boolean }

/**
 * How a person or a household stands between two instants, from all its stays: it is new when it was not there before, and
 * has left when none of its stays goes on. So 昨日在管 + 新增 − 解除 − 转出 = 在管 holds for persons and for households alike:
 * a household is released with its last member, and whoever left and came back within the day did neither.
 * The store says the same in SQL; the tests hold both against each other.
 */
export function standingOf(stays: readonly Stay[], openingAt: Instant, asOf: Instant): Standing {
  const touched = stays.filter((s) => s.openedAt <= asOf && (s.closedAt === null || s.closedAt > openingAt))
  const opening = touched.some((s) => s.openedAt <= openingAt)
  const managed = touched.some((s) => s.closedAt === null || s.closedAt > asOf)
  const left = touched.length > 0 && !managed
  const last = [...touched].sort((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? '')).at(-1)
  return { opening, opened: touched.length > 0 && !opening, released: left && last?.ended === 'released', movedOut: left && last?.ended !== 'released', managed }
}
