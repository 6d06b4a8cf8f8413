/** A form of an office fits on some pages. The library that reads one makes every cell between two corners, filled or not. */
export const MOST_ROWS = 2000
export const MOST_COLUMNS = 200
/** A width may be set for all columns there are in Excel. */
const ALL_COLUMNS = 16_384

const columnNo = (letters: string): number => [...letters].reduce((no, letter) => no * 26 + letter.charCodeAt(0) - 64, 0)

function near(cell: string): boolean {
  const [, letters = '', row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(cell) ?? []
  return columnNo(letters) <= MOST_COLUMNS && Number(row) <= MOST_ROWS
}

const nearBy: Record<string, (of: (name: string) => string) => boolean> = {
  row: (of) => Number(of('r')) <= MOST_ROWS,
  c: (of) => near(of('r')),
  col: (of) => Number(of('max')) <= ALL_COLUMNS,
  mergeCell: (of) => of('ref').split(':').every(near),
}

/** Whether a part of a workbook names a place too far away, or one that cannot be read. */
export function reachesTooFar(xml: string): boolean {
  for (const [tag, name = ''] of xml.matchAll(/<(row|c|col|mergeCell)\s[^>]*/g)) {
    const of = (attribute: string) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? 'unreadable'
    if (tag.includes("'") || !nearBy[name]?.(of)) return true
  }
  for (const [, range = ''] of xml.matchAll(/<definedName\s[^>]*>([^<]*)/g)) {
    if ((range.match(/\$[A-Z]{1,3}\$\d+/g) ?? []).some((cell) => !near(cell))) return true
  }
  return false
}
