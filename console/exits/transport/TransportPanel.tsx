import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { clockOf, dayOf } from '../../../kernel/dates.ts'
import { exitsApi, exitsErrors, type TransportCard } from '../../../modules/exits/contract.ts'
import { leftAtOf, maySeat } from '../../../modules/exits/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag } from '../../../ui/card.tsx'
import { ExportForm } from '../../../ui/ExportForm.tsx'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../../ui/form.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { MomentInput } from '../../../ui/when.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { BoardAll } from './BoardAll.tsx'
import { BusForm } from './BusForm.tsx'
import { Passengers } from './Passengers.tsx'
import { Count } from './TransportPage.tsx'

type Doing = 'edit' | 'cancel' | 'handOver' | 'export' | 'board'

/** 班次卡: the bus, who sits in it, boarding one after the other, and the hand-over. */
export function TransportPanel({ transportId }: { transportId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const query = useQueryOf(exitsApi.getTransport, { transportId })
  const [doing, setDoing] = useState<Doing>()
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const bus = query.data
  if (!bus) return <Skeleton rows={8} />
  const done = () => setDoing(undefined)
  if (doing === 'edit') return <BusForm bus={bus} onDone={done} />
  return (
    <Card>
      <CardHead name={bus.destinationName} beside={bus.plate} under={`${f.when(bus.departsAt)} · ${bus.place}`} state={<StateTag tone={bus.state === 'handedOver' ? 'good' : bus.state === 'cancelled' ? 'off' : 'on'}>{t(`exits.transport.state.${bus.state}`)}</StateTag>} />
      <Facts rows={[
        [t('exits.manifest.trip'), bus.tripNo], [t('exits.manifest.company'), bus.company], [t('exits.manifest.driver'), [bus.driverName, bus.driverPhoneMasked].filter(Boolean).join(' ')],
        [t('exits.transport.passengers'), <span key="n" className="row">{t('exits.transport.seats', { taken: bus.taken, seats: bus.seats })} <Count bus={bus} /></span>],
        [t('exits.transport.state.handedOver'), bus.handedAt ? t('exits.transport.handed', { left: f.when(bus.leftAt ?? bus.handedAt), time: f.when(bus.handedAt), name: bus.handedName ?? '', receiver: bus.receiverName ?? '' }) : null], [t('exits.transport.state.cancelled'), bus.cancelReason],
      ]} />
      {doing === 'handOver' ? <HandOver bus={bus} onDone={done} /> : doing === 'cancel' ? <Cancel bus={bus} onDone={done} /> : doing === 'export' ? <ExportForm endpoint={exitsApi.exportManifest} input={{ transportId }} mayClear={may('people.reveal')} onClose={done} /> : null}
      <Section title={t('exits.transport.passengers')} extra={bus.passengers.length > 0 ? <Link to={'/transport/manifest' as never} search={{ bus: transportId } as never}>{t('exits.manifest.print')}</Link> : undefined}>
        {doing === 'board' ? <BoardAll bus={bus} onDone={done} /> : <Passengers bus={bus} />}
      </Section>
      {doing === undefined && may('exits.transport') ? <Acts bus={bus} onPick={setDoing} /> : null}
    </Card>
  )
}

function Acts({ bus, onPick }: { bus: TransportCard; onPick: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const refused = { onRefused: (error: Parameters<typeof tError>[0]) => say(tError(error)) }
  const undo = useCommandOf(exitsApi.undoHandOver, refused)
  const revive = useCommandOf(exitsApi.reviveTransport, refused)
  const has = (action: TransportCard['actions'][number]) => bus.actions.includes(action)
  const { transportId } = bus
  return (
    <ActionBar>
      {has('handOver') && bus.boarded > 0 ? <Button type="primary" onClick={() => onPick('handOver')}>{t('exits.transport.handOver')}</Button> : null}
      {has('board') && bus.passengers.some((p) => maySeat(p.state, 'board')) ? <Button {...(bus.boarded === 0 ? { type: 'primary' as const } : {})} onClick={() => onPick('board')}>{t('exits.transport.boardAll')}</Button> : null}
      {bus.passengers.length > 0 ? <Button onClick={() => onPick('export')}>{t('exits.manifest.xlsx')}</Button> : null}
      {has('undoHandOver') ? <Button loading={undo.isPending} onClick={() => undo.mutate({ transportId })}>{t('exits.transport.undoHandOver')}</Button> : null}
      {has('edit') ? <Button onClick={() => onPick('edit')}>{t('exits.transport.edit')}</Button> : null}
      {has('cancel') ? <Button onClick={() => onPick('cancel')}>{t('exits.transport.cancel')}</Button> : null}
      {has('revive') ? <Button loading={revive.isPending} onClick={() => revive.mutate({ transportId })}>{t('exits.transport.revive')}</Button> : null}
    </ActionBar>
  )
}

interface FormProps { bus: TransportCard; onDone: () => void }
/** 移交客运公司: to whom, and when it left; who has not boarded did not come. */
function HandOver({ bus, onDone }: FormProps): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const now = useNow()
  const [name, setName] = useState('')
  const [left, setLeft] = useState(() => { const at = leftAtOf(bus.departsAt, now); return `${dayOf(at)}T${clockOf(at)}` })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const { transportId, plate } = bus
  const undo = useCommandOf(exitsApi.undoHandOver)
  const send = useCommandOf(exitsApi.handOver, { onDone: () => { offerUndo(t('exits.transport.handedDone', { plate }), () => undo.mutateAsync({ transportId })); onDone() }, onRefused: (error) => setFaults({ [error.code === exitsErrors.leavesLater.code ? 'left' : 'receiver']: tError(error) }) })
  const submit = () => {
    const found = { ...(name.trim().length < 2 ? { receiver: t('exits.transport.receiverNeed') } : {}), ...(left ? {} : { left: t('exits.transport.leftNeed') }) }
    setFaults(found)
    if (Object.keys(found).length === 0) send.mutate({ transportId, receiverName: name.trim(), leftAt: `${left}:00+08:00` })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('exits.transport.receiver')} fault={faults['receiver']}><Input size="large" autoFocus maxLength={40} value={name} onChange={(event) => setName(event.target.value)} /></Field>
      <Field label={t('exits.transport.left')} fault={faults['left']} group><MomentInput size="large" max={dayOf(now)} aria-label={t('exits.transport.left')} value={left} onChange={setLeft} /></Field>
      {bus.taken > bus.boarded ? <p className="muted">{t('exits.transport.leftBehind', { n: bus.taken - bus.boarded })}</p> : null}
      <FormFoot go={t('exits.transport.handOver')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

function Cancel({ bus, onDone }: FormProps): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const { transportId, plate } = bus
  const revive = useCommandOf(exitsApi.reviveTransport)
  const send = useCommandOf(exitsApi.cancelTransport, { onDone: () => { offerUndo(t('exits.transport.cancelDone', { plate }), () => revive.mutateAsync({ transportId })); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const submit = () => (reason.trim().length < 2 ? setFault(t('exits.act.reasonNeed')) : send.mutate({ transportId, reason: reason.trim() }))
  return (
    <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
      <Field label={t('exits.act.reason')} fault={fault}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('exits.transport.cancel')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}
