import { fieldHeadings, headingSynonyms, ignoredHeadings, rosterFields, type RosterField } from './fields.ts'

/** What a column is taken for: a field, deliberately left out, or nobody knows yet. */
export type ColumnField = RosterField | 'ignored' | null

/** `公民身份号码(必填)*` and `身份证 号码` are the same heading. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\(.*?\)|【.*?】|\[.*?\]/g, '')
    .replace(/[\s*::、,。.\-_/]/g, '')
    .toLowerCase()

const known = new Map<string, RosterField | 'ignored'>()
for (const heading of ignoredHeadings) known.set(headingKey(heading), 'ignored')
for (const field of rosterFields) {
  for (const heading of [fieldHeadings[field], ...headingSynonyms[field]]) known.set(headingKey(heading), field)
}

export const fieldOf = (heading: string): ColumnField => known.get(headingKey(heading)) ?? null

/** Each field once: the first column that claims it keeps it, so a sheet with 电话 and 手机 does not overwrite itself. */
export function fieldsOf(headings: readonly string[]): ColumnField[] {
  const taken = new Set<RosterField>()
  return headings.map((heading) => {
    const field = fieldOf(heading)
    if (field === null || field === 'ignored') return field
    if (taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** The same headings in the same order are the same form, whatever the file is called; our 行号 and 原因 behind them do not count. */
export const headingsKey = (headings: readonly string[]): string =>
  headings.map(headingKey).join('|').replace(/(\|(行号|原因)?)+$/, '')

/**
 * Which of the first rows holds the headings (0-based): the one with the most known headings, a name among them if
 * possible. Titles and "填表单位" lines stand above it in most sheets. Undefined when no row looks like headings.
 */
export function findHeadingRow(rows: readonly (readonly string[])[]): number | undefined {
  let best: { row: number; score: number } | undefined
  for (const [row, cells] of rows.entries()) {
    const fields = fieldsOf(cells).filter((field) => field !== null && field !== 'ignored')
    const score = fields.length + (fields.includes('name') ? 1 : 0)
    if (score >= 2 && (best === undefined || score > best.score)) best = { row, score }
  }
  return best?.row
}

/** The second row of our template says how to fill each column; it is never a person. */
export const isInstructionRow = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(填写说明|必填|选填|示例)[::]/.test(cell.trim()))

/** What is still missing before rows can become people. */
export function missingFields(fields: readonly ColumnField[]): ('name' | 'place')[] {
  const placed = fields.some((f) => f === 'address' || f === 'room' || f === 'compound' || f === 'personId')
  return [...(fields.includes('name') ? [] : (['name'] as const)), ...(placed ? [] : (['place'] as const))]
}
