import { may } from '../../accounts/rules.ts'
import { reportingLevels, type Cell, type ClassRow, type ReportingLevel } from '../contract.ts'
import { cellOf, indicators, keyOf } from './indicators.ts'

/** 逐级报送 (report 1, 二(三)): the community reports to the subdistrict and its health centre, these to disease control, which adds up for the health bureau. Nobody who adds up reports for a community. */
export const sendsFor = (role: string, level: ReportingLevel): boolean => may(role, 'reporting.send') && may(role, 'reporting.addUp') === (level !== 'community')

export const reportingLevelOf = (level: string): ReportingLevel | undefined => reportingLevels.find((one) => one === level)
/** How many offices lie between the communities and this one, itself counted. */
export const stepsAbove = (level: ReportingLevel): number => reportingLevels.indexOf(level)

/** 汇总: every figure the sum of those below; what balances there balances here. */
export function addUp(parts: readonly (readonly Cell[])[]): Cell[] {
  const sums = new Map(indicators.map(({ id }) => cellOf([], id)).map((cell) => [keyOf(cell), cell]))
  for (const cell of parts.flat()) {
    const { households, persons } = sums.get(keyOf(cell)) ?? cellOf([], cell.indicator, cell.originClass)
    sums.set(keyOf(cell), { ...cell, households: households === null ? null : households + (cell.households ?? 0), persons: persons + cell.persons })
  }
  return [...sums.values()]
}

/** The classes of all, in the order they are first met: offices under different orders may have different ones. */
export function addClasses(parts: readonly (readonly ClassRow[])[]): ClassRow[] {
  const all = new Map<string, ClassRow>()
  for (const one of parts.flat()) all.set(one.id, { ...(all.get(one.id) ?? one), measures: [...new Set([...(all.get(one.id)?.measures ?? []), ...one.measures])] })
  return [...all.values()]
}

export interface Differing { before: Cell; after: Cell }

/** The figures that the reports below now give otherwise than this one says. */
export const differing = (said: readonly Cell[], now: readonly Cell[]): Differing[] =>
  [...new Map([...said, ...now].map((cell) => [keyOf(cell), cell])).values()]
    .map(({ indicator, originClass }) => ({ before: cellOf(said, indicator, originClass), after: cellOf(now, indicator, originClass) }))
    .filter(({ before, after }) => before.persons !== after.persons || before.households !== after.households)
