import { dayOf, type Instant } from '../../kernel/dates.ts'
import type { LastTime, PointLine } from '../../modules/disinfection/contract.ts'
import { standingOf } from '../../modules/disinfection/rules.ts'
import type { Kept } from '../../modules/field/rules.ts'
import type { BoxRecord } from './state.ts'

export interface PointHere extends PointLine {
  /** Recorded on this phone and not known by the carried data yet, the latest last. */
  own: readonly BoxRecord[]
}

const isFresh = ({ state, answer }: BoxRecord, madeAt: Instant): boolean => state === 'waiting' || (state !== 'needsYou' && answer !== undefined && answer.at > madeAt)

/** 今天的点位: what the server knew, with what this phone has recorded since; past midnight all of it begins anew. */
export function pointsToday(carry: Kept | undefined, records: readonly BoxRecord[], now: Instant): PointHere[] {
  if (!carry) return []
  const today = dayOf(now)
  const known = dayOf(carry.madeAt) === today
  return carry.parts.flatMap((part) => part.points ?? []).map((point) => {
    const mine = records.filter(({ about, record }) => about === point.pointId && record.command === 'disinfection.recordDisinfection')
    const own = mine.filter((one) => dayOf(one.record.at) === today && isFresh(one, carry.madeAt))
    const doneToday = (known ? point.doneToday : 0) + own.length
    const latest = mine.at(-1)
    return { ...point, doneToday, own, lastAt: latest?.record.at ?? point.lastAt, last: latest ? lastOf(latest.record.input) : point.last, ...standingOf({ ...point, doneToday }, now) }
  })
}

function lastOf(input: Record<string, unknown>): LastTime {
  const { agent, concentration = null, method } = input as unknown as LastTime & { concentration?: number }
  return { agent, concentration, method }
}

/** The id of a point in what its label says. */
export const pointOfCode = (text: string): string | undefined => /\/m\/w\/point\/([0-9a-f-]{36})/.exec(text)?.[1]
