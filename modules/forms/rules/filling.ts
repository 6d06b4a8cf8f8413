import { elementOf } from './elements.ts'
import type { Column } from '../contract.ts'
import { boxAt, seenAt, type Grid, type Line } from './layout.ts'
import { saidOf, type PersonFacts, type Sheet } from './writing.ts'

/** A line of the form as it will be: whose it is (or which area's), and what is written where. */
export interface FilledLine { rowNo: number; subject: string | null; added: boolean; cells: Map<number, string | number>; missing: number[] }
export interface Filled { lines: FilledLine[]; cells: number; filled: number; open: number; subjects: number }

/** One said value, for people and areas alike. */
export type Say = (column: Column, subject: string) => { value: string | number; state: 'filled' | 'missing' | 'none' }

interface Plan {
  grid: Grid
  columns: readonly Column[]
  lines: readonly Line[]
  /** The last line of the body; lines are added below it. */
  last: number
  /** By row: who stands there already. */
  standing: ReadonlyMap<number, string>
  /** In the order in which they are to stand. */
  more: readonly string[]
}

/** Which cells are written: never over a formula, over words that stand there, or into a cell that another covers. */
export function fillLines({ grid, columns, lines, last, standing, more }: Plan, say: Say): Filled {
  const free = lines.filter((line) => line.kind === 'free')
  const taken = lines.filter((line) => line.kind === 'taken')
  const rows = [
    ...taken.map(({ rowNo }) => ({ rowNo, subject: standing.get(rowNo) ?? null, added: false })),
    ...more.map((subject, i) => ({ rowNo: free[i]?.rowNo ?? last + 1 + i - free.length, subject, added: free[i] === undefined })),
  ]
  const result: Filled = { lines: [], cells: 0, filled: 0, open: 0, subjects: 0 }
  const asked = columns.filter((column) => column.source !== 'formula')
  rows.toSorted((a, b) => a.rowNo - b.rowNo).forEach(({ rowNo, subject, added }, i) => {
    const line: FilledLine = { rowNo, subject, added, cells: new Map(), missing: [] }
    result.lines.push(line)
    if (subject === null) return
    result.subjects++
    for (const column of asked) {
      if (!added && (grid.byNo.get(rowNo)?.formulas.includes(column.index) || isCovered(grid, rowNo, column.index))) continue
      if (!added && seenAt(grid, rowNo, column.index) !== '') continue
      const said = column.source === 'number' ? { value: i + 1, state: 'filled' as const } : say(column, subject)
      if (said.state === 'none' && column.source !== null && column.source !== 'blank') continue
      result.cells++
      if (said.state === 'filled') { line.cells.set(column.index, said.value); result.filled++ } else { result.open++; if (said.state === 'missing') line.missing.push(column.index) }
    }
  })
  return result
}

const isCovered = (grid: Grid, rowNo: number, column: number): boolean => { const box = boxAt(grid, rowNo, column); return box !== undefined && (box.top !== rowNo || box.left !== column) }

export const sayOfPeople = (facts: ReadonlyMap<string, PersonFacts>, sheet: Sheet): Say => (column, subject) => {
  const known = facts.get(subject)
  return known ? saidOf(column, known, sheet) : { value: '', state: 'missing' }
}

/** 自动回填率, 0–1; null where nothing was asked. */
export const shareOf = ({ cells, filled }: { cells: number; filled: number }): number | null => (cells === 0 ? null : filled / cells)

/** 重复字段率: what of the columns is asked in other forms already, 0–1, and in which. */
export function duplicateShare(columns: readonly { source: string | null }[], others: readonly { name: string; sources: readonly string[] }[]): { share: number; names: string[] } {
  const asked = [...new Set(columns.flatMap(({ source }) => (source !== null && !OWN.has(source) ? [source] : [])))]
  if (asked.length === 0) return { share: 0, names: [] }
  const names = others.map(({ name, sources }) => ({ name, n: asked.filter((one) => sources.includes(one)).length })).filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n).map(({ name }) => name)
  return { share: asked.filter((one) => others.some(({ sources }) => sources.includes(one))).length / asked.length, names }
}
/** What no department asks of a community: numbers in front, dates and text of the sheet itself, and the name every form begins with. */
const OWN: ReadonlySet<string> = new Set(['number', 'filledOn', 'filledBy', 'text', 'blank', 'formula', 'name', 'areaName'])

export const isKnownSource = (kind: 'people' | 'areas', source: string): boolean => ['text', 'blank', 'formula'].includes(source) || elementOf(kind, source) !== undefined
