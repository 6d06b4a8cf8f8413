import { LONGEST_HEADING } from './limits.ts'

/** `公民身份号码(必填)*` and `身份证 号码` are the same heading. */
export const headingKey = (heading: string): string =>
  heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFKC')
    .replace(/\([^()]*\)|【[^【】]*】|\[[^[\]]*\]/g, '')
    .replace(/[\s*::、,。.\-_/]/g, '')
    .toLowerCase()

/** What the columns of a kind of sheet are called: by ourselves and by others. */
export interface HeadingBook<F extends string> {
  /** What a column is taken for: a field, deliberately left out, or nobody knows yet. */
  fieldOf(heading: string): F | 'ignored' | null
  /** Each field once: the first column that claims it keeps it, so a sheet with 电话 and 手机 does not overwrite itself. */
  fieldsOf(headings: readonly string[]): (F | 'ignored' | null)[]
  /**
   * Which of the first rows holds the headings (0-based): the one with the most known headings, a name among them if
   * possible. Titles and "填表单位" lines stand above it in most sheets. Undefined when no row looks like headings.
   */
  findHeadingRow(rows: readonly (readonly string[])[]): number | undefined
}

/** Reads headings by their own names and synonyms: `headingBook({ name: ['姓名', '名字'] }, ['序号'])`. */
export function headingBook<F extends string>(names: Readonly<Record<F, readonly string[]>>, ignored: readonly string[]): HeadingBook<F> {
  const known = new Map<string, F | 'ignored'>(ignored.map((heading) => [headingKey(heading), 'ignored']))
  for (const field of Object.keys(names) as F[]) for (const heading of names[field]) known.set(headingKey(heading), field)
  const fieldOf = (heading: string) => known.get(headingKey(heading)) ?? null
  const fieldsOf = (headings: readonly string[]) => {
    const taken = new Set<F>()
    return headings.map((heading) => {
      const field = fieldOf(heading)
      if (field === null || field === 'ignored') return field
      if (taken.has(field)) return null
      taken.add(field)
      return field
    })
  }
  const findHeadingRow = (rows: readonly (readonly string[])[]) => {
    let best: { row: number; score: number } | undefined
    for (const [row, cells] of rows.entries()) {
      const fields = fieldsOf(cells).filter((field) => field !== null && field !== 'ignored')
      const score = fields.length + (fields.includes('name' as F) ? 1 : 0)
      if (score >= 2 && (best === undefined || score > best.score)) best = { row, score }
    }
    return best?.row
  }
  return { fieldOf, fieldsOf, findHeadingRow }
}

/** The same headings in the same order are the same form, whatever the file is called; our 行号 and 原因 behind them do not count. */
export function headingsKey(headings: readonly string[]): string {
  const keys = headings.map(headingKey)
  return keys.slice(0, keys.findLastIndex((key) => !['', '行号', '原因'].includes(key)) + 1).join('|')
}

/** The second row of our templates says how to fill each column; it is never a person. */
export const isInstructionRow = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(填写说明|必填|选填|示例)[::]/.test(cell.trim()))
