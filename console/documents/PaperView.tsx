import { Fragment, memo, type CSSProperties, type ReactNode } from 'react'
import type { Paper, PaperBlock, PaperParagraph, PaperRun, PaperTable } from '../../modules/documents/contract.ts'
import './paper.css'

interface Props {
  paper: Paper
  /** How a traced figure is shown. */
  figure?: (key: string, text: string) => ReactNode
  /** Pages are counted; not where several documents follow each other. */
  counted?: boolean
}

/** A document as it comes out of the printer: `<PaperView paper={document.paper} counted />`. */
export const PaperView = memo(function PaperView({ paper, figure, counted = false }: Props): ReactNode {
  return (
    <article tabIndex={0} className={`a4 ${paper.landscape ? 'landscape' : 'portrait'} ${counted ? 'counted' : ''}`}>
      {paper.blocks.map((block, i) => <Block key={i} block={block} figure={figure} />)}
    </article>
  )
})

type Trace = Props['figure']
const Block = ({ block, figure }: { block: PaperBlock; figure: Trace }): ReactNode =>
  block.kind === 'paragraph' ? <Paragraph block={block} figure={figure} /> : <Rows table={block} figure={figure} />

function Paragraph({ block, figure }: { block: PaperParagraph; figure: Trace }): ReactNode {
  const size = Math.max(0, ...block.runs.map((run) => run.size ?? 0))
  const style: CSSProperties = { textAlign: block.align === 'both' ? 'justify' : block.align, textIndent: `${block.indent}em`, marginTop: `${block.before}pt`, ...(size ? { fontSize: `${size}pt` } : {}) }
  return (
    <p style={style} className={block.runs.length === 0 && !block.picture ? 'blank' : undefined}>
      {block.picture ? <img src={block.picture.src} alt="" style={{ width: `${block.picture.width}mm` }} /> : null}
      {block.runs.map((run, i) => <Fragment key={i}><Run run={run} size={size} figure={figure} /></Fragment>)}
    </p>
  )
}

function Run({ run, size, figure }: { run: PaperRun; size: number; figure: Trace }): ReactNode {
  const text = run.figure && figure ? figure(run.figure, run.text) : run.text
  const style: CSSProperties = { ...(run.bold ? { fontWeight: 700 } : {}), ...(run.underline ? { textDecoration: 'underline' } : {}), ...(run.size && run.size !== size ? { fontSize: `${run.size}pt` } : {}) }
  return <span className={run.font ? `type-${run.font}` : undefined} style={style}>{text}</span>
}

function Rows({ table, figure }: { table: PaperTable; figure: Trace }): ReactNode {
  const total = table.widths.reduce((a, b) => a + b, 0) || 1
  const row = (r: PaperTable['rows'][number], i: number) => (
    <tr key={i}>{r.cells.map((cell, c) => <td key={c} colSpan={cell.span} rowSpan={cell.rows}>{cell.blocks.map((block, b) => <Paragraph key={b} block={block} figure={figure} />)}</td>)}</tr>
  )
  return (
    <table className={table.lined ? 'lined' : undefined}>
      <colgroup>{table.widths.map((w, i) => <col key={i} style={{ width: `${(100 * w) / total}%` }} />)}</colgroup>
      {table.headRows > 0 ? <thead>{table.rows.slice(0, table.headRows).map(row)}</thead> : null}
      <tbody>{table.rows.slice(table.headRows).map(row)}</tbody>
    </table>
  )
}
