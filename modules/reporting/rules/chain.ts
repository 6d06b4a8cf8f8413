import { may } from '../../accounts/rules.ts'
import { reportingLevels, type Cell, type ClassRow, type ReportingLevel } from '../contract.ts'
import { cellOf, indicators, keyOf } from './indicators.ts'

/** 逐级报送 (report 1, 二(三)): the community reports to the subdistrict and its health centre, these to disease control, which adds up for the health bureau. Nobody who adds up reports for a community. */
export const sendsFor = (role: string, level: ReportingLevel): boolean => may(role, 'reporting.send') && may(role, 'reporting.addUp') === (level !== 'community')

export const reportingLevelOf = (level: string): ReportingLevel | undefined => reportingLevels.find((one) => one === level)
/** How many offices lie between the communities and this one, itself counted. */
export const stepsAbove = (level: ReportingLevel): number => reportingLevels.indexOf(level)

interface Office { areaId: string; areaPath: string; name: string; sent: boolean }
export interface Gathered<O extends Office> {
  /** The offices directly below. */
  parts: O[]
  /** Whose sent reports are added up: of the parts, and where a part has not sent, of those below it. */
  counted: O[]
  /** Who has not sent: counted from the rows as they stand; an office of whose area nobody has sent stands for all below it. */
  missing: O[]
}

/** What the report of an area is made of, from every reporting office below it in the order of the tree. */
export function gather<O extends Office>(offices: readonly O[]): Gathered<O> {
  const below = (path: string) => offices.filter((one) => one.areaPath !== path && one.areaPath.startsWith(path))
  const topmost = (some: readonly O[]) => some.filter((one) => !some.some((other) => other !== one && one.areaPath.startsWith(other.areaPath)))
  const parts = topmost(offices)
  const all = parts.map((part): Gathered<O> => {
    if (part.sent) return { parts: [], counted: [part], missing: [] }
    const deeper = below(part.areaPath)
    return deeper.some(({ sent }) => sent) ? gather(deeper) : { parts: [], counted: [], missing: [part] }
  })
  return { parts, counted: all.flatMap(({ counted }) => counted), missing: all.flatMap(({ missing }) => missing) }
}

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
