import { askedFields, type AskedField } from '../contract.ts'
import { tenPoints, type PointId } from '../data/ten-points.ts'

export interface PointState { id: PointId; missing: AskedField[] }
export interface TenPoints {
  /** 清晰的有几项, of ten. */
  clear: number
  points: PointState[]
  /** What to ask for, in the order of the points. */
  missing: AskedField[]
}

/** 十清晰: a point is clear when nothing that it needs is missing. */
export function pointsOf(missing: readonly string[]): TenPoints {
  const points = tenPoints.map(({ id, needs }) => ({ id, missing: needs.filter((field) => missing.includes(field)) }))
  return { clear: points.filter((point) => point.missing.length === 0).length, points, missing: points.flatMap((point) => point.missing) }
}

export interface Clarity { screened: number; complete: number; missing: Record<AskedField, number> }

/** Sums of records that lack the same things; a record counts once under each field it lacks. */
export function clarityOf(rows: readonly { missing: readonly string[]; n: number }[]): Clarity {
  const missing = Object.fromEntries(askedFields.map((field) => [field, 0])) as Clarity['missing']
  let [screened, complete] = [0, 0]
  for (const row of rows) {
    screened += row.n
    if (row.missing.length === 0) complete += row.n
    for (const field of askedFields) if (row.missing.includes(field)) missing[field] += row.n
  }
  return { screened, complete, missing }
}

/** What is taken back by emptying it again; health, contact and what a decision rests on are facts that stay, and go through the report they came with. */
export const revocable: readonly AskedField[] = ['companions', 'occupation', 'phone', 'via', 'transport', 'tripNo', 'closeContacts']
