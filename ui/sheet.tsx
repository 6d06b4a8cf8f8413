import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { number } from './format.ts'

interface SheetProps {
  title: ReactNode
  /** Below the title, left, middle and right: 填报单位 · 截至 · 单位. */
  heads: readonly ReactNode[]
  /** Below the tables: 填报人 · 审核人 · 联系电话. */
  feet: readonly ReactNode[]
  children: ReactNode
}

/** A report that looks like the paper they know: `<Sheet title="…日报" heads={[unit, asOf, '单位:户、人']} feet={['填报人:…', '审核人:']}><table>…</table></Sheet>`. */
export const Sheet = ({ title, heads, feet, children }: SheetProps): ReactNode => (
  <article className="sheet">
    <h2>{title}</h2>
    <div className="sheet-line">{heads.map((head, i) => <span key={i}>{head}</span>)}</div>
    {children}
    <div className="sheet-line">{feet.map((foot, i) => <span key={i}>{foot}</span>)}</div>
  </article>
)

/** A live figure: hovering shows its formula, pressing opens its people; zero is said but opens nothing: `<Figure n={34} formula="…" onOpen={open} />`. */
export function Figure({ n, formula, onOpen }: { n: number; formula?: ReactNode; onOpen?: (() => void) | undefined }): ReactNode {
  const shown = onOpen && n !== 0 ? <button type="button" className="figure" onClick={onOpen}>{number(n)}</button> : <span tabIndex={formula ? 0 : undefined}>{number(n)}</span>
  return formula ? <Tooltip title={formula}>{shown}</Tooltip> : shown
}
