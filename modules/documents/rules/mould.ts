import type { Contents, Placeholder } from '../contract.ts'
import { escapeXml } from './xml.ts'

/**
 * A mould (模子): the document of a template after its placeholders have been filled once with marks instead of values. Filling it anew
 * is then a matter of putting text in the place of marks, hundreds of times a second, where parsing the file each time takes 25 ms.
 */
export interface Mould { parts: readonly Part[] }
type Part = { text: string } | { value: string } | { rows: string; unit: readonly Part[]; last: readonly Part[] }

const MARK = { open: '\uE000', close: '\uE001' } as const
const mark = (name: string): string => `${MARK.open}${name}${MARK.close}`

/** What to fill a template with to make a mould of it: two rows of every repeated part, so that the repeated piece can be told from what is around it. */
export const mouldContents = (placeholders: readonly Placeholder[]): Contents => Object.fromEntries(placeholders.map((one) => [
  one.name, one.rows ? [0, 1].map((i) => Object.fromEntries((one.rows ?? []).map((row) => [row.name, mark(`${one.name}.${i}.${row.name}`)]))) : mark(one.name),
]))

/** Cuts filled text at its marks. With rows A x b A' x' b: what lies between the first marks of two rows is one row, turned. */
export function mouldOf(filled: string, placeholders: readonly Placeholder[]): Mould {
  let parts = cut(filled)
  for (const { name } of placeholders.filter((one) => one.rows)) {
    const of = (i: number) => parts.findIndex((part) => 'value' in part && part.value.startsWith(`${name}.${i}.`))
    const [first, second] = [of(0), of(1)]
    if (first < 0 || second < 0) continue
    const plain = (some: readonly Part[]): Part[] => some.map((part) => ('value' in part && part.value.startsWith(`${name}.`) ? { value: part.value.slice(name.length + 3) } : part))
    const lastOfUnit = parts.slice(second).findLastIndex((part) => 'value' in part && part.value.startsWith(`${name}.1.`))
    parts = [...parts.slice(0, first), { rows: name, unit: plain(parts.slice(first, second)), last: plain(parts.slice(second, second + lastOfUnit + 1)) }, ...parts.slice(second + lastOfUnit + 1)]
  }
  return { parts }
}

const cut = (text: string): Part[] => text.split(new RegExp(`(${MARK.open}[^${MARK.close}]*${MARK.close})`)).filter(Boolean)
  .map((piece) => (piece.startsWith(MARK.open) ? { value: piece.slice(1, -1) } : { text: piece }))

/** The mould filled; undefined where it cannot hold the contents (a repeated part without rows). */
export function pour(mould: Mould, contents: Contents): string | undefined {
  const out: string[] = []
  for (const part of mould.parts) {
    if (!('rows' in part)) { out.push(piece(part, contents)); continue }
    const rows = contents[part.rows]
    if (!Array.isArray(rows) || rows.length === 0) return undefined
    rows.forEach((row, i) => { for (const one of i < rows.length - 1 ? part.unit : part.last) out.push(piece(one, row)) })
  }
  return out.join('')
}

const BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
function piece(part: Part, contents: Contents): string {
  if ('text' in part) return part.text
  const value = 'value' in part ? contents[part.value] : ''
  return typeof value === 'string' ? escapeXml(value).replaceAll('\n', BREAK) : ''
}
