import { Button } from 'antd'
import type { MouseEvent, ReactNode } from 'react'
import { addMinutes, clockOf } from '../../kernel/dates.ts'
import type { TodayItem } from '../../modules/today/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { useSaid } from './said.ts'

/** Done by whoever calls at doors; an office that looks at somebody's list only opens it. */
const atDoors: ReadonlySet<TodayItem['kind']> = new Set(['visit', 'check', 'test'])
const toneOf: Record<TodayItem['state'], Tone> = { overdue: 'bad', soon: 'soon', later: 'off' }

interface Props {
  items: readonly TodayItem[]
  open: string | undefined
  /** Where to begin: its button stands out while nothing is open. */
  first: string | undefined
  busy: string | undefined
  onShow: (id: string) => void
  onPress: (item: TodayItem) => void
}

/** One line a thing: whom, where, what, why, until when, and one button that does it. */
export const Lines = ({ items, ...rest }: Props): ReactNode => (
  <ul className="todo-lines">{items.map((item) => <Line key={item.id} item={item} {...rest} />)}</ul>
)

function Line({ item, open, first, busy, onShow, onPress }: Omit<Props, 'items'> & { item: TodayItem }): ReactNode {
  const t = useWords()
  const said = useSaid()
  const may = useMay()
  const word = t(item.ready ? 'today.press.ready' : atDoors.has(item.kind) && !may('quarantine.visit') ? 'today.people.looks' : `today.press.${item.kind}`)
  const current = item.id === open
  const opens = item.opens === null
  const show = (event: MouseEvent) => { if (opens && !(event.target as HTMLElement).closest('button')) onShow(item.id) }
  return (
    <li className={`todo ${current ? 'open-row' : ''}`} onClick={show} {...(current ? { 'data-open': '', 'aria-current': true as const } : {})}>
      <span className="whom">
        <b>{item.name}</b> <span className="dim">{item.sex && item.sex !== '0' ? t(`people.sexes.${item.sex}`) : ''} {item.age ?? ''}</span>
        {item.address ? <span className="muted small where">{item.address}</span> : null}
      </span>
      <span className="what">{said('what', item.what)}</span>
      <span className="because muted small">{said('why', item.why)}</span>
      <span className="until"><Until item={item} /></span>
      <Button type={current || item.id === first ? 'primary' : 'default'} loading={busy === item.id} onClick={() => onPress(item)} aria-label={`${word} ${item.name}`}>
        {word}
      </Button>
    </li>
  )
}

function Until({ item }: { item: TodayItem }): ReactNode {
  const f = useFormats()
  if (item.dueAt === null) return null
  // The end of a day is said as they say it: today 24:00, not tomorrow 00:00.
  const endOfDay = item.state !== 'overdue' && clockOf(item.dueAt) === '00:00'
  const said = endOfDay ? f.due(addMinutes(item.dueAt, -1)).replace('23:59', '24:00') : f.due(item.dueAt)
  return <StateTag tone={toneOf[item.state]}><span title={f.at(item.dueAt)}>{said}</span></StateTag>
}
