import { Button } from 'antd'
import { memo, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { PasteField } from '../../../modules/quarantine/contract.ts'
import { isFault, type Judged } from '../../../modules/quarantine/rules/paste.ts'
import { useWords } from '../../../ui/words.ts'
import { sameJudged, type Line } from './lines.ts'
import { Verdict } from './Verdict.tsx'

export interface GridActs {
  onEdit: (rowId: string, field: PasteField, text: string) => void
  onFill: (rowId: string, field: PasteField, text: string) => void
  onChoose: (rowId: string, episodeId: string) => void
  onKeep: (rowId: string, keep: boolean) => void
  onDrop: (line: Line) => void
}
interface Props extends GridActs { rows: readonly { line: Line; judged: Judged }[]; fields: readonly PasteField[] }

/** Cells to be walked and written in like a spreadsheet's: arrows, Enter and Tab; what becomes of each row stands beside it. */
export function Grid({ rows, fields, ...acts }: Props): ReactNode {
  const t = useWords()
  const table = useRef<HTMLTableElement>(null)
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    const [down, right] = stepOf(event)
    if (down === 0 && right === 0) return
    const all = [...(table.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    const at = all.indexOf(event.currentTarget)
    const column = at % fields.length
    if (right !== 0 && (column + right < 0 || column + right >= fields.length)) return
    const next = all[at + down * fields.length + right]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div className="paste-grid">
      <table ref={table}>
        <thead><tr>
          <th scope="col">{t('quarantine.paste.fields.line')}</th>
          {fields.map((field) => <th key={field} scope="col" className={`of-${field}`}>{t(`quarantine.paste.fields.${field}`)}</th>)}
          <th scope="col" className="of-verdict">{t('quarantine.paste.fields.verdict')}</th>
        </tr></thead>
        <tbody>{rows.map(({ line, judged }) => <Row key={line.rowId} line={line} judged={judged} fields={fields} onWalk={walk} {...acts} />)}</tbody>
      </table>
    </div>
  )
}

/** Left and right leave a cell only at its ends, so that a word can be mended in the middle. */
function stepOf(event: KeyboardEvent<HTMLInputElement>): [down: number, right: number] {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return [0, 0]
  const { selectionStart, selectionEnd, value } = event.currentTarget
  const whole = selectionStart === 0 && selectionEnd === value.length
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) return [1, 0]
  if (event.key === 'ArrowUp' || event.key === 'Enter') return [-1, 0]
  if (event.key === 'ArrowRight' && (whole || selectionStart === value.length)) return [0, 1]
  if (event.key === 'ArrowLeft' && (whole || selectionEnd === 0)) return [0, -1]
  return [0, 0]
}

interface RowProps extends GridActs { line: Line; judged: Judged; fields: readonly PasteField[]; onWalk: (event: KeyboardEvent<HTMLInputElement>) => void }

const Row = memo(function Row({ line, judged, fields, onWalk, onDrop, onChoose, onKeep, ...acts }: RowProps): ReactNode {
  const t = useWords()
  return (
    <tr className={judged.state} data-state={judged.state}>
      <th scope="row"><span className="paste-line">{line.line}</span></th>
      {fields.map((field) => <Cell key={field} line={line} field={field} faulty={judged.state === 'wrong' && judged.says.some((one) => isFault(one) && one.field === field)} label={t('quarantine.paste.cell', { line: line.line, field: t(`quarantine.paste.fields.${field}`) })} onWalk={onWalk} {...acts} />)}
      <td className="of-verdict" id={`said-${line.rowId}`}>
        <Button type="text" size="small" className="paste-drop" aria-label={t('quarantine.paste.drop', { line: line.line })} title={t('quarantine.paste.drop', { line: line.line })} onClick={() => onDrop(line)}>✕</Button>
        <Verdict judged={judged} onChoose={(episodeId) => onChoose(line.rowId, episodeId)} onKeep={(keep) => onKeep(line.rowId, keep)} />
      </td>
    </tr>
  )
}, (a, b) => a.line === b.line && a.fields === b.fields && sameJudged(a.judged, b.judged))

interface CellProps extends Pick<GridActs, 'onEdit' | 'onFill'> { line: Line; field: PasteField; faulty: boolean; label: string; onWalk: RowProps['onWalk'] }

function Cell({ line, field, faulty, label, onEdit, onFill, onWalk }: CellProps): ReactNode {
  const t = useWords()
  const before = useRef('')
  const pasted = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    onFill(line.rowId, field, text)
  }
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') onEdit(line.rowId, field, before.current)
    else onWalk(event)
  }
  return (
    <td className={`of-${field}`} data-label={t(`quarantine.paste.fields.${field}`)}>
      <input
        aria-label={label} aria-invalid={faulty} aria-describedby={`said-${line.rowId}`} value={line.cells[field] ?? ''} autoComplete="off" inputMode={field === 'temperature' ? 'decimal' : undefined}
        onFocus={(event) => { before.current = line.cells[field] ?? ''; event.target.select() }} onChange={(event) => onEdit(line.rowId, field, event.target.value)} onKeyDown={key} onPaste={pasted}
      />
    </td>
  )
}
