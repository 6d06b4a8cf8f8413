import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { exitsApi, type Passenger, type TransportCard } from '../../../modules/exits/contract.ts'
import { maySeat } from '../../../modules/exits/rules.ts'
import { StateTag } from '../../../ui/card.tsx'
import { TemperatureInput } from '../../../ui/choices.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useCommandOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { seatTone } from '../tones.ts'

/** 乘客 by seat; measured and let on one after the other, moved or taken off. */
export function Passengers({ bus }: { bus: TransportCard }): ReactNode {
  const t = useWords()
  const may = useMay()
  const [open, setOpen] = useState<{ seatId: string; act: 'board' | 'move' }>()
  if (bus.passengers.length === 0) return <p className="muted">{t('exits.transport.nobody')}</p>
  return (
    <ul className="passengers">
      {bus.passengers.map((p) => (
        <li key={p.seatId}>
          <span className="no">{t('exits.transport.seatNo', { n: p.seatNo })}</span>
          <span><b>{p.name}</b> <span className="dim small">{p.documentMasked ?? ''}</span> {p.certificateValid || bus.state !== 'planned' ? null : <StateTag tone="bad">{t('exits.transport.certificateBad')}</StateTag>}<br /><span className="muted small">{p.destinationName}{p.employer ? ` · ${p.employer}` : ''}</span></span>
          {may('exits.transport') && bus.state !== 'cancelled' ? <Acts bus={bus} p={p} onPick={(act) => setOpen({ seatId: p.seatId, act })} /> : <StateTag tone={seatTone[p.state]}>{t(`exits.seatStates.${p.state}`)}</StateTag>}
          {open?.seatId === p.seatId ? (open.act === 'board' ? <Board p={p} onDone={() => setOpen(nextOf(bus, p))} /> : <Move bus={bus} p={p} onDone={() => setOpen(undefined)} />) : null}
        </li>
      ))}
    </ul>
  )
}

/** The next who waits, so that the queue at the door moves on by itself. */
const nextOf = (bus: TransportCard, p: Passenger): { seatId: string; act: 'board' } | undefined => {
  const next = bus.passengers.find((one) => one.seatNo > p.seatNo && one.state === 'seated')
  return next && { seatId: next.seatId, act: 'board' }
}

function Acts({ bus, p, onPick }: { bus: TransportCard; p: Passenger; onPick: (act: 'board' | 'move') => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const refused = { onRefused: (error: Parameters<typeof tError>[0]) => say(tError(error)) }
  const unboard = useCommandOf(exitsApi.undoBoarding, refused)
  const retake = useCommandOf(exitsApi.retakeSeats)
  const release = useCommandOf(exitsApi.releaseSeats, { onDone: () => offerUndo(t('exits.transport.released'), () => retake.mutateAsync({ seatIds: [p.seatId] })), ...refused })
  const planned = bus.state === 'planned'
  return (
    <span className="row">
      {p.state === 'seated' ? null : <StateTag tone={seatTone[p.state]}>{t(`exits.seatStates.${p.state}`)}</StateTag>}
      {planned && maySeat(p.state, 'board') ? <Button size="small" type="primary" onClick={() => onPick('board')}>{t('exits.transport.board')}</Button> : null}
      {planned && p.state === 'boarded' ? <Button size="small" onClick={() => unboard.mutate({ seatId: p.seatId })} aria-label={`${t('exits.transport.unboard')} ${p.name}`}>{t('exits.transport.unboard')}</Button> : null}
      {maySeat(p.state, 'move') && bus.others.length > 0 ? <Button size="small" onClick={() => onPick('move')}>{t('exits.transport.move')}</Button> : null}
      {planned && maySeat(p.state, 'release') ? <Button size="small" type="text" onClick={() => release.mutate({ seatIds: [p.seatId] })}>{t('exits.transport.release')}</Button> : null}
    </span>
  )
}

function Board({ p, onDone }: { p: Passenger; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [temperature, setTemperature] = useState<number>()
  const [fault, setFault] = useState<string>()
  const unboard = useCommandOf(exitsApi.undoBoarding)
  const board = useCommandOf(exitsApi.boardPassenger, {
    onDone: ({ why }) => {
      if (why) setFault(t(`exits.transport.${why}`, { celsius: temperature?.toFixed(1) ?? '' }))
      else { offerUndo(t('exits.transport.boardDone', { name: p.name }), () => unboard.mutateAsync({ seatId: p.seatId })); onDone() }
    },
    onRefused: (error) => setFault(tError(error)),
  })
  const submit = () => (temperature === undefined ? setFault(t('exits.act.temperatureNeed')) : board.mutate({ seatId: p.seatId, temperature }))
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit() }} noValidate>
      <TemperatureInput autoFocus label={`${t('exits.act.temperature')} ${p.name}`} value={temperature} onChange={setTemperature} faulty={fault !== undefined} />
      <Button type="primary" htmlType="submit" loading={board.isPending}>{t('exits.transport.board')}</Button>
      {fault ? <span className="fault" role="alert">{fault}</span> : null}
    </form>
  )
}

function Move({ bus, p, onDone }: { bus: TransportCard; p: Passenger; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const [fault, setFault] = useState<string>()
  const back = useCommandOf(exitsApi.moveSeat)
  const move = useCommandOf(exitsApi.moveSeat, {
    onDone: ({ seatId, fromTransportId }) => { const text = t('exits.transport.moved', { name: p.name }); if (bus.state === 'planned') offerUndo(text, () => back.mutateAsync({ seatId, toTransportId: fromTransportId })); else say(text); onDone() },
    onRefused: (error) => setFault(tError(error)),
  })
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Select autoFocus className="grow" style={{ minWidth: 220 }} aria-label={t('exits.transport.moveTo')} placeholder={t('exits.transport.moveTo')} options={bus.others.map((one) => ({ value: one.transportId, label: `${one.plate} · ${f.when(one.departsAt)} · ${t('exits.transport.full', { n: one.free })}` }))} onChange={(toTransportId: string) => move.mutate({ seatId: p.seatId, toTransportId })} />
      {fault ? <span className="fault" role="alert">{fault}</span> : null}
    </form>
  )
}
