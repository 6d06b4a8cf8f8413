import { Button } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { OutputOf } from '../../../kernel/endpoint.ts'
import { exitsApi, type TransportCard } from '../../../modules/exits/contract.ts'
import { maySeat } from '../../../modules/exits/rules.ts'
import { TemperatureInput } from '../../../ui/choices.tsx'
import { DraftNote, FormFoot, useDraft } from '../../../ui/form.tsx'
import { useCommandOf } from '../../../ui/queries.ts'
import { offerUndo } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'

type TurnedAway = OutputOf<(typeof exitsApi)['boardMany']>['turnedAway'][number] & { temperature: number | undefined }

/** 录入核验单: the list from the door written down at once. Enter goes to the next; who has no reading goes on waiting. */
export function BoardAll({ bus, onDone }: { bus: TransportCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { transportId } = bus
  const [readings, setReadings, draft] = useDraft<Record<string, number>>(`board.${transportId}`, {})
  const [fault, setFault] = useState<string>()
  const [turnedAway, setTurnedAway] = useState<TurnedAway[]>([])
  const list = useRef<HTMLOListElement>(null)
  const waiting = bus.passengers.filter((p) => maySeat(p.state, 'board'))
  const measured = waiting.flatMap(({ seatId }) => { const temperature = readings[seatId]; return temperature === undefined ? [] : [{ seatId, temperature }] })
  const unboard = useCommandOf(exitsApi.undoBoarding)
  const send = useCommandOf(exitsApi.boardMany, {
    onRefused: (error) => setFault(tError(error)),
    onDone: (done, { measured: sent }) => {
      const boarded = sent.filter(({ seatId }) => !done.turnedAway.some((one) => one.seatId === seatId))
      draft.drop()
      if (boarded.length > 0) offerUndo(t('exits.transport.boardAllDone', { n: boarded.length }), async () => { for (const { seatId } of boarded) await unboard.mutateAsync({ seatId }) })
      setTurnedAway(done.turnedAway.map((one) => ({ ...one, temperature: readings[one.seatId] })))
      if (done.turnedAway.length === 0) onDone()
    },
  })
  const submit = () => (measured.length === 0 ? setFault(t('exits.transport.boardAllNone')) : send.mutate({ transportId, measured }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    const inputs = [...(list.current?.querySelectorAll('input') ?? [])]
    const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + 1]
    if (next) { event.preventDefault(); next.focus() }
  }
  if (turnedAway.length > 0) return <LeftBehind all={turnedAway} onDone={onDone} />
  return (
    <form className="guided board-all" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      <p className="muted">{t('exits.transport.boardAllHint')}</p>
      <DraftNote draft={draft} />
      <ol ref={list} className="passengers" onKeyDown={onKeyDown}>
        {waiting.map((p, i) => (
          <li key={p.seatId}>
            <span className="no">{t('exits.transport.seatNo', { n: p.seatNo })}</span><span><b>{p.name}</b> <span className="dim small">{p.documentMasked ?? ''}</span></span>
            <TemperatureInput autoFocus={i === 0} label={`${t('exits.act.temperature')} ${p.name}`} value={readings[p.seatId]} onChange={(value) => { setFault(undefined); setReadings(({ [p.seatId]: _former, ...others }) => (value === undefined ? others : { ...others, [p.seatId]: value })) }} />
          </li>
        ))}
      </ol>
      {fault ? <p className="fault" role="alert">{fault}</p> : null}
      <FormFoot go={t('exits.transport.boardAllGo', { n: measured.length })} busy={send.isPending} onBack={onDone} />
    </form>
  )
}

/** Who may not board and why; the others are aboard. */
function LeftBehind({ all, onDone }: { all: readonly TurnedAway[]; onDone: () => void }): ReactNode {
  const t = useWords()
  return (
    <div className="board-all" role="alert">
      <p><b>{t('exits.transport.boardAllTurned', { n: all.length })}</b></p>
      <ul>{all.map(({ seatId, name, why, temperature }) => <li key={seatId}><b>{name}</b> {t(`exits.transport.${why}`, { celsius: temperature?.toFixed(1) ?? '' })}</li>)}</ul>
      <Button onClick={onDone}>{t('exits.transport.boardAllSeen')}</Button>
    </div>
  )
}
