import type { ReactNode } from 'react'

/** Rows of a file that were not taken: which, whose, and why; `<WrongRows label="3 行没有登记" rows={[{ row: '第 4 行', whose: '张三', why: '…' }]} />`. */
export const WrongRows = ({ label, rows }: { label: string; rows: readonly { row: string; whose: string; why: string }[] }): ReactNode => (
  <ul className="wrong-rows paper no-print" aria-label={label}>
    {rows.map(({ row, whose, why }) => <li key={`${row} ${whose} ${why}`}><b>{row}</b> <span>{whose}</span> <span className="bad-ink">{why}</span></li>)}
  </ul>
)
