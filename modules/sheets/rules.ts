export { headingBook, headingKey, headingsKey, isInstructionRow, type HeadingBook } from './rules/headings.ts'
export { type Box } from './rules/references.ts'
export { LONGEST_HEADING, MOST_COLUMNS } from './rules/limits.ts'

/** A text cell that a spreadsheet would run as a formula is led by an apostrophe on the way out and freed of it on the way in. */
export const neutralise = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
export const unneutralise = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** One line of a csv file, as Excel writes it. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

/** 0 → A, 26 → AA. */
export const columnLetter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)

/** Cells shown as samples: whatever looks like an identity number or a phone loses its middle. */
export const hideNumbers = (cell: string): string =>
  cell.slice(0, 60).replace(/[\dA-Za-z]{7,}/g, (number) => `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`)
