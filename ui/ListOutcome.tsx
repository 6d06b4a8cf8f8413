import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { number } from './format.ts'
import { useWords } from './words.ts'
import { WrongRows } from './WrongRows.tsx'

interface Row { rowNo: number; name: string }
interface Props {
  /** `<module>.bulk`: made, none, already, wrong, mend, see, again, undo, row and the faults. */
  words: string
  /** How many went in. */
  made: number
  already: readonly Row[]
  wrong: readonly (Row & { fault: string })[]
  see: { to: string; search: Record<string, string> }
  undoing: boolean
  onUndo: () => void
  onAgain: () => void
}

/** What came of a list from a file: how many went in, who was there already, each wrong row with its reason, and the whole of it taken back. */
export function ListOutcome({ words, made, already, wrong, see, undoing, onUndo, onAgain }: Props): ReactNode {
  const t = useWords()
  const wrongs = t(`${words}.wrong`, { n: number(wrong.length) })
  return (
    <>
      <div className="bulk-head">
        <p role="status"><b>{made > 0 ? t(`${words}.made`, { n: number(made) }) : t(`${words}.none`)}</b>
          {wrong.length > 0 ? <> · <span className="bad-ink">{wrongs}</span> · {t(`${words}.mend`)}</> : null}</p>
        <div className="row">
          {made > 0 || already.length > 0 ? <Link to={see.to as never} search={see.search as never}><Button type={made > 0 ? 'primary' : 'default'}>{t(`${words}.see`)}</Button></Link> : null}
          <Button type={made > 0 ? 'default' : 'primary'} onClick={onAgain}>{t(`${words}.again`)}</Button>
          {made > 0 ? <Button loading={undoing} onClick={onUndo}>{t(`${words}.undo`)}</Button> : null}
        </div>
      </div>
      {wrong.length === 0 ? null : <WrongRows label={wrongs} rows={wrong.map((one) => ({ row: t(`${words}.row`, { row: one.rowNo }), whose: one.name, why: t(`${words}.faults.${one.fault}`) }))} />}
      {already.length === 0 ? null : <details className="paper list-already"><summary>{t(`${words}.already`, { n: number(already.length) })}</summary><p>{already.map((one) => one.name).join('、')}</p></details>}
    </>
  )
}
