import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { peopleApi, type ToComplete } from '../../../modules/people/contract.ts'
import { confirmable, gapOf, type BaseDataGap } from '../../../modules/people/rules.ts'
import { useCommandOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'

interface Props { row: ToComplete; gap: BaseDataGap; atDoor: boolean; mayEdit: boolean; onDone: () => void; onBack: () => void }
const undoable: readonly BaseDataGap[] = ['noPhone', 'noDocument', 'noHouseholder', 'unvisited']

/** One thing missing, filled in where it stands. */
export function WorkRow({ row, gap, atDoor, mayEdit, onDone, onBack }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [fault, setFault] = useState('')
  const back = useCommandOf(peopleApi.takeBackBaseData)
  const visitBack = useCommandOf(peopleApi.takeBackHouseholdVisit)
  const complete = useCommandOf(peopleApi.completeBaseData, {
    touches: ['people'],
    onDone: ({ visited }, { none }) => {
      onDone()
      const done = t('people.baseData.done', { name: row.name || row.door })
      if (none || undoable.includes(gap)) offerUndo(visited && gap !== 'unvisited' ? t('people.baseData.doneVisited', { name: row.name || row.door }) : done, async () => { await back.mutateAsync({ gap, id: row.id, none: none ?? false, visit: visited }); onBack() })
      else if (visited && row.householdId) { const { householdId } = row; offerUndo(t('people.baseData.doneVisitBack', { name: row.name || row.door }), () => visitBack.mutateAsync({ householdId })) }
      else say(done)
    },
    onRefused: (error) => setFault(tError(error)),
  })
  const send = (more: { value?: string; building?: string; unit?: string; none?: boolean }) => { setFault(''); complete.mutate({ gap, id: row.id, atDoor, ...more }) }
  const inner = { gap, row, send, busy: complete.isPending }
  return (
    <li>
      <div className="work-head">
        <b>{row.door || row.place}</b>
        {gapOf[gap] === 'person' ? <Link to="/people" search={{ open: row.id } as never}>{row.name}</Link> : <Link to="/household" search={{ open: row.id } as never}>{row.name || row.members.map((m) => m.name).join('、') || t('people.found.empty')}</Link>}
        <span className="muted small">{[row.sex && row.sex !== '0' ? t(`people.sexes.${row.sex}`) : '', row.age ?? '', row.door ? row.place : ''].filter((part) => part !== '').join(' · ')}</span>
        {row.doubt ? <span className="muted small">{row.documentMasked} · {t(`people.baseData.doubts.${row.doubt}`)}</span> : null}
      </div>
      {mayEdit ? <div className="work-act"><Act {...inner} />{confirmable[gap] ? <Button onClick={() => send({ none: true })}>{t(`people.baseData.none.${gap as 'noPhone'}`)}</Button> : null}</div> : null}
      {fault ? <p className="fault" role="alert">{fault}</p> : null}
    </li>
  )
}

interface ActProps { gap: BaseDataGap; row: ToComplete; busy: boolean; send: (more: { value?: string; building?: string; unit?: string }) => void }
function Act({ gap, row, busy, send }: ActProps): ReactNode {
  const t = useWords()
  if (gap === 'unvisited') return <Button loading={busy} onClick={() => send({})}>{t('people.baseData.visited')}</Button>
  if (gap === 'noHouseholder') return <>{row.members.map((m) => <Button key={m.id} loading={busy} onClick={() => send({ value: m.id })}>{m.name}</Button>)}</>
  if (gap === 'noRoom') return <Door busy={busy} send={send} />
  return <Typed gap={gap} row={row} busy={busy} send={send} />
}

function Typed({ gap, row, busy, send }: ActProps): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const label = t(gap === 'noPhone' ? 'people.form.phone' : 'people.form.documentNo')
  return (
    <form className="work-act" onSubmit={(event) => { event.preventDefault(); if (typed.trim()) send({ value: typed.trim() }) }}>
      <Input size="large" value={typed} inputMode={gap === 'noPhone' ? 'tel' : 'text'} autoComplete="off" placeholder={label} aria-label={`${row.name} ${label}`} onChange={(event) => setTyped(event.target.value)} />
      <Button size="large" htmlType="submit" loading={busy} disabled={!typed.trim()}>{t('people.card.save')}</Button>
    </form>
  )
}

function Door({ busy, send }: Pick<ActProps, 'busy' | 'send'>): ReactNode {
  const t = useWords()
  const [door, setDoor] = useState({ building: '', unit: '', room: '' })
  return (
    <form className="work-act" onSubmit={(event) => { event.preventDefault(); if (door.room.trim()) send({ building: door.building.trim(), unit: door.unit.trim(), value: door.room.trim() }) }}>
      {(['building', 'unit', 'room'] as const).map((key) => (
        <Input key={key} size="large" className="short" value={door[key]} placeholder={t(`people.form.${key}`)} aria-label={t(`people.form.${key}`)} onChange={(event) => setDoor((before) => ({ ...before, [key]: event.target.value }))} />
      ))}
      <Button size="large" htmlType="submit" loading={busy} disabled={!door.room.trim()}>{t('people.card.save')}</Button>
    </form>
  )
}
