import { useState, type ReactNode } from 'react'
import { useWords } from '../../ui/words.ts'

interface Props {
  title: string
  /** The number beside the picture. */
  number: ReactNode
  /** The table behind it: heads, and a row each. */
  heads: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  children: ReactNode
}

/** A picture with its number, and the table behind it one press away. */
export function Chart({ title, number, heads, rows, children }: Props): ReactNode {
  const t = useWords()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="chart" aria-label={title}>
      <header><h2>{title}</h2><span className="grow muted">{number}</span><button type="button" className="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{t(asTable ? 'dashboard.page.asPicture' : 'dashboard.page.asTable')}</button></header>
      {asTable ? (
        <div className="chart-table"><table>
          <thead><tr>{heads.map((head, i) => <th key={head} scope="col" className={i > 0 ? 'number' : ''}>{head}</th>)}</tr></thead>
          <tbody>{rows.map((row, i) => <tr key={i}>{row.map((cell, at) => (at === 0 ? <th key={at} scope="row">{cell}</th> : <td key={at} className="number">{cell}</td>))}</tr>)}</tbody>
        </table></div>
      ) : children}
    </section>
  )
}
