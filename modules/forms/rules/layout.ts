import { headingKey, isInstructionRow, type Box } from '../../sheets/rules.ts'
import type { Column, FormKind } from '../contract.ts'
import { elementFor, wayFor } from './headings.ts'

/** A sheet as it was read: rows as the spreadsheet counts them, the texts of their cells by column, and where formulas stand. */
export interface GridRow { rowNo: number; cells: readonly string[]; formulas: readonly number[] }
export interface Grid { rows: readonly GridRow[]; merges: readonly Box[]; hidden: readonly number[]; byNo: ReadonlyMap<number, GridRow>; boxes: ReadonlyMap<number, readonly Box[]> }

/** A merge over more lines than this is no heading and no household. */
const TALLEST = 200
export function gridOf(rows: readonly GridRow[], merges: readonly Box[], hidden: readonly number[]): Grid {
  const boxes = new Map<number, Box[]>()
  for (const box of merges) if (box.bottom - box.top < TALLEST) for (let n = box.top; n <= box.bottom; n++) boxes.set(n, [...(boxes.get(n) ?? []), box])
  return { rows, merges, hidden, byNo: new Map(rows.map((row) => [row.rowNo, row])), boxes }
}

export interface Head { from: number; to: number }
export interface Layout { head: Head; title: string; kind: FormKind; columns: Column[] }

/** Rows looked at for the headings. */
export const HEAD_ROWS = 30

const rowAt = (grid: Grid, rowNo: number): GridRow | undefined => grid.byNo.get(rowNo)
export const boxAt = (grid: Grid, rowNo: number, column: number): Box | undefined => grid.boxes.get(rowNo)?.find((box) => box.left <= column && column <= box.right)
/** What is seen in a cell: of merged ones, what the first says. */
export function seenAt(grid: Grid, rowNo: number, column: number): string {
  const box = boxAt(grid, rowNo, column)
  return (rowAt(grid, box?.top ?? rowNo)?.cells[box?.left ?? column] ?? '').trim()
}

const widthOf = (grid: Grid, { from, to }: Head): number => {
  const rows = grid.rows.filter((row) => row.rowNo >= from && row.rowNo <= to)
  const boxes = grid.merges.filter((box) => box.top >= from && box.top <= to)
  return Math.max(0, ...rows.map((row) => row.cells.length), ...boxes.map((box) => box.right + 1))
}

/** The headings of one or two rows: what stands lowest over each column, and what stands above it. */
export function headingsOf(grid: Grid, head: Head): { heading: string; above: string }[] {
  return Array.from({ length: widthOf(grid, head) }, (_, column) => {
    const lowest = seenAt(grid, head.to, column)
    const above = head.from === head.to ? '' : seenAt(grid, head.from, column)
    return lowest === '' || lowest === above ? { heading: above || lowest, above: '' } : { heading: lowest, above }
  })
}

/** A heading of two rows: something is merged over both, or one heading lies over several that have their own. */
const isDouble = (grid: Grid, rowNo: number): boolean => rowAt(grid, rowNo + 1) !== undefined
  && grid.merges.some((box) => box.top === rowNo && (box.bottom === rowNo + 1 || (box.bottom === rowNo && box.right > box.left && Array.from({ length: box.right - box.left + 1 }, (_, i) => seenAt(grid, rowNo + 1, box.left + i)).filter(Boolean).length > 1)))

interface Guess { head: Head; kind: FormKind; score: number }
function guessAt(grid: Grid, head: Head): Guess {
  const headings = headingsOf(grid, head)
  const scoreOf = (kind: FormKind) => {
    const known = new Set(headings.flatMap(({ heading, above }) => (heading.length > 40 ? [] : elementFor(kind, heading, above) ?? [])))
    const main = known.has(kind === 'people' ? 'name' : 'areaName')
    return known.size < 2 ? 0 : known.size + (main ? 2 : 0)
  }
  const [people, areas] = [scoreOf('people'), scoreOf('areas')]
  return { head, kind: areas > people ? 'areas' : 'people', score: Math.max(people, areas) }
}

/** Finds the headings; undefined where no row looks like any, so that somebody points at them. */
export function findLayout(grid: Grid, said?: { head: Head; kind?: FormKind }): Layout | undefined {
  const candidates = said ? [guessAt(grid, said.head)] : grid.rows.filter((row) => row.rowNo <= HEAD_ROWS).flatMap(({ rowNo }) => [guessAt(grid, { from: rowNo, to: rowNo }), ...(isDouble(grid, rowNo) ? [guessAt(grid, { from: rowNo, to: rowNo + 1 })] : [])])
  const best = candidates.reduce<Guess | undefined>((so, one) => (so === undefined || one.score > so.score ? one : so), undefined)
  if (!best || (!said && best.score < 3)) return undefined
  const kind = said?.kind ?? best.kind
  return { head: best.head, kind, title: titleOf(grid, best.head), columns: columnsOf(grid, best.head, kind) }
}

/** 表名: the longest line above the headings that is no line of the form itself. */
const titleOf = (grid: Grid, head: Head): string => grid.rows.filter((row) => row.rowNo < head.from)
  .map((row) => row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '').filter((text) => !/[::]/.test(text) && !/^附件/.test(text)).toSorted((a, b) => b.length - a.length)[0]?.slice(0, 80) ?? ''

const EXAMPLE = /^[((]?(例|示例|样例|范例)/
const firstText = (row: GridRow): string => row.cells.find((cell) => cell.trim() !== '')?.trim() ?? ''
/** The foot of a form: a sum, who signs, what is explained. */
const FOOT = /^(合计|总计|小计|共计|填表|填报|制表|审核|审批|负责人|单位负责|主管|联系人|经办|统计人|报送|说明|注[::]|备注[::]|注释|填写说明|年\s*月\s*日|\d{4}年)/

function columnsOf(grid: Grid, head: Head, kind: FormKind): Column[] {
  const taken = new Set<string>()
  const below = grid.rows.filter((row) => row.rowNo > head.to)
  // An example above the lines has no formula of its own.
  const first = below.find((row) => !EXAMPLE.test(firstText(row)))
  return headingsOf(grid, head).flatMap(({ heading, above }, index): Column[] => {
    const isFormula = first !== undefined && first.formulas.includes(index) && !FOOT.test(firstText(first))
    if (heading === '' && !isFormula) return []
    const covered = boxAt(grid, head.to, index)
    if (covered && covered.left !== index && covered.bottom >= head.to && covered.top >= head.from) return []
    const found = elementFor(kind, heading, above)
    const twice = found !== null && taken.has(found)
    if (found !== null) taken.add(found)
    const source = isFormula ? 'formula' : twice ? null : found
    const samples = below.slice(0, 5).map((row) => (row.cells[index] ?? '').trim()).filter(Boolean)
    const shown = [above, heading].filter(Boolean).join(' · ').replace(/\s+/g, ' ').slice(0, 80)
    return [{ index, heading: shown, source, way: wayFor(kind, source, heading, samples), text: '', hidden: grid.hidden.includes(index), twice }]
  })
}

/** The same headings in the same order are the same form, whatever its title and date say. */
export const signatureOf = (columns: readonly Pick<Column, 'heading'>[]): string => columns.map(({ heading }) => heading.split(' · ').map(headingKey).join('·')).join('|')

/** What was said of the columns the last time, where the same heading stands again. */
export const withRemembered = (columns: readonly Column[], before: readonly Column[]): Column[] => columns.map((column) => {
  const known = before.find((one) => one.index === column.index && one.heading === column.heading)
  return known && column.source !== 'formula' && known.source !== 'formula' ? { ...column, source: known.source, way: known.way, text: known.text } : column
})

/** A line below the headings: somebody stands in it, it is free, or it is none to fill in (an example, a remark in the middle). */
export interface Line { rowNo: number; kind: 'taken' | 'free' }

/** The lines to be filled: up to the first line of the foot (合计, 填表人, 说明). */
export function linesOf(grid: Grid, head: Head, main: number): { lines: Line[]; last: number } {
  const lines: Line[] = []
  let last = head.to
  for (const row of grid.rows) {
    if (row.rowNo <= head.to) continue
    const texts = row.cells.map((cell) => cell.trim()).filter(Boolean)
    const first = texts[0] ?? ''
    const name = (row.cells[main] ?? '').trim()
    const wide = (grid.boxes.get(row.rowNo) ?? []).some((box) => box.right - box.left >= 3 && box.left <= 1)
    if ((FOOT.test(first) && (name === '' || name === first)) || (wide && texts.length <= 2 && first.length > 12)) break
    last = row.rowNo
    if (EXAMPLE.test(first) || EXAMPLE.test(name) || isInstructionRow(row.cells) || (wide && texts.length === 1)) continue
    // A number printed in front of an empty line is not somebody.
    const said = texts.filter((text) => !/^\d{1,5}$/.test(text))
    lines.push({ rowNo: row.rowNo, kind: name !== '' || said.some((text) => /^\d{15}(\d{2}[\dXx])?$/.test(text)) ? 'taken' : 'free' })
  }
  return { lines, last }
}
