import type { Paper, PaperBlock, PaperCell, PaperParagraph, PaperRun } from '../contract.ts'
import { allBelow, childAt, elements, readXml, type XmlNode } from './xml.ts'

/** Marks around a figure that can be traced: key, then the text shown. They never reach a file. */
export const FIGURE = { open: '\uE010', between: '\uE011', close: '\uE012' } as const
export const markFigure = (key: string, text: string): string => `${FIGURE.open}${key}${FIGURE.between}${text}${FIGURE.close}`

/** Address of a picture by its relation, as a data address. */
export type Pictures = (relationId: string) => string | undefined

/**
 * A .docx laid out for screen and printer: text, type, alignment, tables, pictures. Headers, text boxes and columns are left to Word;
 * whoever looks at a preview is told so.
 */
export function paperOf(documentXml: string, pictures: Pictures = () => undefined): Paper {
  const body = childAt(readXml(documentXml), 'w:document', 'w:body')
  const page = childAt(body, 'w:sectPr', 'w:pgSz')?.attributes ?? {}
  return { landscape: Number(page['w:w'] ?? 0) > Number(page['w:h'] ?? 1), blocks: blocksOf(body, pictures) }
}

const blocksOf = (parent: XmlNode | undefined, pictures: Pictures): PaperBlock[] => elements(parent).flatMap((node): PaperBlock[] => {
  if (node.name === 'w:p') return [paragraphOf(node, pictures)]
  if (node.name === 'w:tbl') return [tableOf(node, pictures)]
  return node.name === 'w:sdt' ? blocksOf(childAt(node, 'w:sdtContent'), pictures) : []
})

const val = (node: XmlNode | undefined, name = 'w:val'): string | undefined => node?.attributes[name]
const ALIGN: Record<string, PaperParagraph['align']> = { center: 'center', right: 'right', end: 'right', both: 'both', distribute: 'both' }
const FONTS: readonly [RegExp, NonNullable<PaperRun['font']>][] = [[/黑体|小标宋|SimHei/i, 'hei'], [/楷/, 'kai'], [/仿宋|FangSong/i, 'fang'], [/宋|SimSun/i, 'song']]

function paragraphOf(node: XmlNode, pictures: Pictures): PaperParagraph {
  const about = childAt(node, 'w:pPr')
  const first = Number(val(childAt(about, 'w:ind'), 'w:firstLineChars') ?? 0) / 100
  const picture = pictureOf(node, pictures)
  return {
    kind: 'paragraph', align: ALIGN[val(childAt(about, 'w:jc')) ?? ''] ?? 'left', indent: first, before: Number(val(childAt(about, 'w:spacing'), 'w:before') ?? 0) / 20,
    runs: runsOf(node), ...(picture ? { picture } : {}),
  }
}

function pictureOf(node: XmlNode, pictures: Pictures): PaperParagraph['picture'] {
  const [blip] = allBelow(node, 'a:blip')
  const src = blip && pictures(blip.attributes['r:embed'] ?? '')
  if (!src) return undefined
  const emu = Number(allBelow(node, 'wp:extent')[0]?.attributes['cx'] ?? 0)
  return { src, width: Math.round(emu / 3600) / 10 }
}

/** Adjoining runs of one type are one; a figure is a run of its own. */
function runsOf(paragraph: XmlNode): PaperRun[] {
  const runs: PaperRun[] = []
  for (const node of allBelow(paragraph, 'w:r')) {
    const text = elements(node).map((part) => (part.name === 'w:t' ? part.children.join('') : part.name === 'w:tab' ? '    ' : part.name === 'w:br' ? '\n' : '')).join('')
    if (text === '') continue
    const style = styleOf(childAt(node, 'w:rPr'))
    const last = runs.at(-1)
    if (last && sameStyle(last, style)) last.text += text
    else runs.push({ ...style, text })
  }
  return runs.flatMap(splitFigures)
}

const isOn = (node: XmlNode | undefined): boolean => node !== undefined && !['0', 'false', 'none'].includes(val(node) ?? '')
function styleOf(about: XmlNode | undefined): Omit<PaperRun, 'text'> {
  const named = val(childAt(about, 'w:rFonts'), 'w:eastAsia') ?? ''
  const font = FONTS.find(([pattern]) => pattern.test(named))?.[1]
  const size = Number(val(childAt(about, 'w:sz')) ?? 0) / 2
  return { ...(isOn(childAt(about, 'w:b')) ? { bold: true } : {}), ...(isOn(childAt(about, 'w:u')) ? { underline: true } : {}), ...(size ? { size } : {}), ...(font ? { font } : {}) }
}
const sameStyle = (a: PaperRun, b: Omit<PaperRun, 'text'>): boolean => a.bold === b.bold && a.underline === b.underline && a.size === b.size && a.font === b.font

function splitFigures({ text, ...style }: PaperRun): PaperRun[] {
  return text.split(new RegExp(`(${FIGURE.open}[^${FIGURE.close}]*${FIGURE.close})`)).filter(Boolean).map((part) => {
    if (!part.startsWith(FIGURE.open)) return { ...style, text: part }
    const [figure = '', shown = ''] = part.slice(1, -1).split(FIGURE.between)
    return { ...style, text: shown, figure }
  })
}

function tableOf(node: XmlNode, pictures: Pictures): PaperBlock {
  const widths = elements(childAt(node, 'w:tblGrid')).map((column) => Number(val(column, 'w:w') ?? 1))
  const rows = elements(node).filter((child) => child.name === 'w:tr')
  const head = rows.findIndex((row) => !childAt(row, 'w:trPr', 'w:tblHeader'))
  const lined = childAt(node, 'w:tblPr', 'w:tblBorders') !== undefined || childAt(node, 'w:tblPr', 'w:tblStyle') !== undefined
  return { kind: 'table', widths, headRows: head < 0 ? 0 : head, rows: joinDown(rows.map((row) => cellsOf(row, pictures))), lined }
}

interface ReadCell extends PaperCell { merge: 'start' | 'on' | undefined; at: number }
function cellsOf(row: XmlNode, pictures: Pictures): ReadCell[] {
  let at = 0
  return elements(row).filter((child) => child.name === 'w:tc').map((node) => {
    const about = childAt(node, 'w:tcPr')
    const span = Number(val(childAt(about, 'w:gridSpan')) ?? 1)
    const down = childAt(about, 'w:vMerge')
    const made: ReadCell = { span, rows: 1, at, merge: down && (val(down) === 'restart' ? 'start' : 'on'), blocks: blocksOf(node, pictures).filter((block) => block.kind === 'paragraph') }
    at += span
    return made
  })
}

/** Cells that go on from the row above belong to the one they began in. */
function joinDown(rows: ReadCell[][]): { cells: PaperCell[] }[] {
  const begun = new Map<number, ReadCell>()
  return rows.map((cells) => ({
    cells: cells.filter((cell) => {
      const above = cell.merge === 'on' ? begun.get(cell.at) : undefined
      if (above) { above.rows++; return false }
      begun.set(cell.at, cell)
      return true
    }),
  })).map(({ cells }) => ({ cells: cells.map(({ span, rows: down, blocks }) => ({ span, rows: down, blocks })) }))
}
