import { columnLetter } from '../rules.ts'

/** `B` → 1; the other way round is `columnLetter`. */
export const columnIndex = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1

export interface Box { top: number; left: number; bottom: number; right: number }
/** `B2:D4` → rows as the sheet counts them, columns from nought. */
export function boxOf(ref: string): Box | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(ref)
  if (!found) return undefined
  const [, left = '', top = '', right = left, bottom = top] = found
  return { top: Number(top), left: columnIndex(left), bottom: Number(bottom), right: columnIndex(right) }
}

/** Rows pushed in below row `after`; a range that ends there grows where `grows` says so. */
export interface Pushed { after: number; by: number }
/** Excel's own; what is longer is left as it is. */
const LONGEST = 8192
const below = (row: number, { after, by }: Pushed): number => (row > after ? row + by : row)

/** Every part of a formula that is no text in quotes, with the sheet it speaks of: `'名单'!$D$5:D24`. */
const REFERENCE = /("(?:[^"]|"")*")|((?:'(?:[^']|''){0,64}'|[^\s"'!=+\-*/^&,;:()<>{}]{1,64})!)?(\$?[A-Z]{1,3})(\$?)(\d+)(?::(\$?[A-Z]{1,3})(\$?)(\d+))?(?![\w.(!])/g
const named = (prefix: string): string => prefix.slice(0, -1).replace(/^'([\s\S]*)'$/, '$1').replaceAll("''", "'")

/** What a formula says after rows were pushed into `sheet`; `own` where the formula stands on that sheet itself. */
export function pushFormula(formula: string, pushed: Pushed, { sheet, own, grows }: { sheet: string; own: boolean; grows: boolean }): string {
  return formula.length > LONGEST ? formula : formula.replace(REFERENCE, (whole, quoted: string | undefined, prefix: string | undefined, c1: string, d1: string, r1: string, c2: string | undefined, d2: string, r2: string | undefined, at: number) => {
    if (quoted !== undefined || /[\w.]/.test(formula[at - 1] ?? '') || !(prefix === undefined ? own : named(prefix) === sheet)) return whole
    const first = `${prefix ?? ''}${c1}${d1}${below(Number(r1), pushed)}`
    if (c2 === undefined || r2 === undefined) return first
    const end = grows && Number(r2) === pushed.after ? pushed.after + pushed.by : below(Number(r2), pushed)
    return `${first}:${c2}${d2}${end}`
  })
}

/** The formula as it stands `rows` further down and `columns` further right: what is not held by a `$` goes along. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  const column = (text: string) => (text.startsWith('$') ? text : columnLetter(Math.max(0, columnIndex(text) + columns)))
  const row = (held: string, text: string) => `${held}${held === '$' ? text : Math.max(1, Number(text) + rows)}`
  return formula.length > LONGEST ? formula : formula.replace(REFERENCE, (whole, quoted: string | undefined, prefix: string | undefined, c1: string, d1: string, r1: string, c2: string | undefined, d2: string, r2: string | undefined, at: number) => {
    if (quoted !== undefined || /[\w.]/.test(formula[at - 1] ?? '')) return whole
    return `${prefix ?? ''}${column(c1)}${row(d1, r1)}${c2 === undefined || r2 === undefined ? '' : `:${column(c2)}${row(d2, r2)}`}`
  })
}

/** `ref` or `sqref` of something that lies on the sheet: several ranges with spaces between. */
export const pushRefs = (refs: string, pushed: Pushed, grows: boolean): string =>
  refs.split(' ').map((ref) => pushFormula(ref, pushed, { sheet: '', own: true, grows })).join(' ')
