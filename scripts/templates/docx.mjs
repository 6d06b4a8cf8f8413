import { Zip } from 'easy-template-x'

/** Just enough of WordprocessingML for an official paper of one section: paragraphs, tables with a repeated head, page n of N. */
const FONTS = { song: '宋体', fang: '仿宋', hei: '黑体', kai: '楷体' }
const esc = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const run = (text, { font = 'fang', size = 14, bold = false, underline = false } = {}) =>
  `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONTS[font]}" w:hint="eastAsia"/>${bold ? '<w:b/>' : ''}${underline ? '<w:u w:val="single"/>' : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${esc(text)}</w:t></w:r>`

/** A paragraph; `text` may be several runs `[text, style]`. Line in pt is exact, indent in characters. */
export function p(text, { align = 'both', indent = 0, before = 0, after = 0, line = 0, keep = false, ...style } = {}) {
  const runs = (Array.isArray(text) ? text : [[text, {}]]).map(([t, more]) => run(t, { ...style, ...more })).join('')
  const spacing = `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${line ? ` w:line="${line * 20}" w:lineRule="exact"` : ' w:line="240" w:lineRule="auto"'}/>`
  return `<w:p><w:pPr>${keep ? '<w:keepNext/>' : ''}${spacing}${indent ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${Math.round(indent * (style.size ?? 14) * 20)}"/>` : ''}<w:jc w:val="${align}"/></w:pPr>${runs}</w:p>`
}

/** Widths in mm; a cell is text or `{ text, span, align, bold, size }`; the first `head` rows stand again on every page. */
export function table(widths, rows, { head = 0, size = 11, lined = true, height = 0 } = {}) {
  const mm = (n) => Math.round(n * 56.7)
  const edge = lined ? '<w:tblBorders>' + ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('') + '</w:tblBorders>' : ''
  const cellOf = (cell, at) => {
    const { text, span = 1, align = 'center', ...style } = typeof cell === 'string' ? { text: cell } : cell
    const width = widths.slice(at, at + span).reduce((a, b) => a + b, 0)
    const lines = Array.isArray(text) ? text : [text]
    return { span, xml: `<w:tc><w:tcPr><w:tcW w:w="${mm(width)}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${lines.map((t) => p(t, { align, size, font: 'song', ...style })).join('')}</w:tc>` }
  }
  const body = rows.map((row, i) => {
    let at = 0
    const cells = row.map((cell) => { const made = cellOf(cell, at); at += made.span; return made.xml }).join('')
    return `<w:tr><w:trPr><w:cantSplit/>${height ? `<w:trHeight w:val="${mm(height)}" w:hRule="atLeast"/>` : ''}${i < head ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`
  }).join('')
  const total = widths.reduce((a, b) => a + b, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${mm(total)}" w:type="dxa"/><w:jc w:val="center"/>${edge}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${mm(w)}"/>`).join('')}</w:tblGrid>${body}</w:tbl>`
}

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const field = (code) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const small = (text) => run(text, { font: 'song', size: 9 })
/** A pile of hundreds counts by section instead (service/book.ts). */
const footer = `${HEAD}<w:ftr ${NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${small('第 ')}${field('PAGE')}${small(' 页 共 ')}${field('NUMPAGES')}${small(' 页')}</w:p></w:ftr>`

/** An A4 .docx of these blocks. */
export async function docx(blocks, { landscape = false, margins = [20, 22, 18, 22] } = {}) {
  const [w, h] = landscape ? [16838, 11906] : [11906, 16838]
  const [top, right, bottom, left] = margins.map((mm) => Math.round(mm * 56.7))
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${w}" w:h="${h}"${landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="500" w:footer="500" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>`
  const styles = `${HEAD}<w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="24"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
  const zip = await Zip.load(Buffer.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]))
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`,
    'word/styles.xml': styles, 'word/footer1.xml': footer,
    'word/document.xml': `${HEAD}<w:document ${NS}><w:body>${blocks.join('')}${section}</w:body></w:document>`,
  }
  for (const [name, content] of Object.entries(files)) zip.setFile(name, content)
  return zip.export(Buffer)
}
