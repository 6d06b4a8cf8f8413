import type { PaperBlock, PaperParagraph, PaperRun } from '../contract.ts'

/** Sheets the program draws itself, in the types official papers use: 仿宋 14 for text, 宋 22 for the title. */
type Style = Pick<PaperRun, 'size' | 'bold' | 'font'> & Partial<Pick<PaperParagraph, 'align' | 'indent' | 'before'>>
export const paragraphOf = (text: string, { align = 'both', indent = 0, before = 0, ...style }: Style = {}): PaperParagraph => ({ kind: 'paragraph', align, indent, before, runs: text ? [{ text, size: 14, font: 'fang', ...style }] : [] })
export const titleOf = (text: string): PaperParagraph => paragraphOf(text, { align: 'center', size: 22, bold: true, font: 'song' })
const row = (cells: readonly string[], style: Style = {}) => ({ cells: cells.map((text) => ({ span: 1, rows: 1, blocks: [paragraphOf(text, { align: 'left', size: 10.5, font: 'song', ...style })] })) })
export const tableOf = (widths: readonly number[], heads: readonly string[], rows: readonly (readonly string[])[]): PaperBlock => ({
  kind: 'table', widths: [...widths], headRows: 1, lined: true, rows: [row(heads, { align: 'center', bold: true }), ...rows.map((cells) => row(cells))],
})
