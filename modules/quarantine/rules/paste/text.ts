import { neutralise, unneutralise } from '../../../sheets/rules.ts'

/**
 * Cells as a spreadsheet puts them on the clipboard: tabs between cells, quotes around a cell with a tab, a quote or a new line in it.
 * Without any tab (copied from a chat or a text) spaces part the cells; commas do not, `36,5` is one cell.
 */
export function readPasted(text: string): string[][] {
  const rows = readTabbed(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const parted = text.includes('\t') ? rows : rows.map((cells) => (cells[0] ?? '').trim().split(/[ \u3000]+/))
  return parted.map((cells) => cells.map((cell) => unneutralise(cell.replace(/\s*\n\s*/g, ' ').trim()))).filter((cells) => cells.some((cell) => cell !== ''))
}

function readTabbed(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : undefined
    const end = cell ? cell.end : endOf(text, at)
    row.push(cell ? cell.text : text.slice(at, end))
    if (text[end] !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  return rows
}

const endOf = (text: string, from: number): number => {
  const found = text.slice(from).search(/[\t\n]/)
  return found < 0 ? text.length : from + found
}

/** A cell in quotes, only where the closing one ends the cell: `"5寸` is text. */
function quoted(text: string, at: number): { text: string; end: number } | undefined {
  const found = /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(text.slice(at))
  return found ? { text: (found[1] ?? '').replaceAll('""', '"'), end: at + found[0].length } : undefined
}

/** Rows for the clipboard, to be pasted into a spreadsheet. */
export const toTabbed = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : neutralise(cell))).join('\t')).join('\r\n')
