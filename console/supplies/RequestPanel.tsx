import { Button, Input, InputNumber } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { suppliesApi, type RequestCard } from '../../modules/supplies/contract.ts'
import { ActionBar, Card, CardHead, Facts, Why } from '../../ui/card.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { nameOf, RequestState } from './standing.tsx'

/** 申领单: who has how little, what was answered, what came; the next step is a number and a press. */
export function RequestPanel({ requestId }: { requestId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const query = useQueryOf(suppliesApi.getRequest, { requestId })
  const [refusing, setRefusing] = useState(false)
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const q = query.data
  if (!q) return <Skeleton rows={6} />
  const amount = (n: number) => t('supplies.list.amount', { n: f.number(n), unit: q.unit })
  const answers = !q.own && may('supplies.answer')
  return (
    <Card>
      <CardHead name={nameOf(q)} beside={amount(q.quantity)} under={q.areaName} state={<RequestState q={q} />} />
      {q.why ? <Why>{q.why}</Why> : null}
      {q.state === 'refused' ? <Why tone="bad">{t('supplies.requests.refusedWhy', { why: q.answer ?? '' })}</Why> : q.answer ? <Why>{q.answer}</Why> : null}
      {answers && q.state === 'asked' ? (refusing ? <RefuseForm q={q} onDone={() => setRefusing(false)} /> : <SendForm q={q} onRefuse={() => setRefusing(true)} />) : q.own && q.state === 'sent' && may('supplies.keep') ? <ArriveForm q={q} /> : null}
      <Facts rows={[
        [t('supplies.requests.list.quantity'), amount(q.quantity)], [t('supplies.requests.list.who'), t('supplies.requests.by', { name: q.askerName ?? '', at: f.when(q.askedAt) })],
        [t('supplies.requests.list.stands'), t('supplies.requests.has', { n: f.number(q.balance), least: f.number(q.least), used: f.number(q.used) })],
        [t('supplies.requests.send'), q.sentQuantity !== null && q.answeredAt ? t('supplies.requests.sentOf', { n: amount(q.sentQuantity), office: q.officeName ?? '', at: f.when(q.answeredAt) }) : null],
        [t('supplies.requests.arrive'), q.arrivedQuantity !== null && q.arrivedAt ? t('supplies.requests.arrivedOf', { n: amount(q.arrivedQuantity), name: q.receiverName ?? '', at: f.when(q.arrivedAt) }) : null],
      ]} />
      <Acts q={q} />
    </Card>
  )
}

function Acts({ q: { requestId, itemId, areaId, own, state, mayTakeBack } }: { q: RequestCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const refused = { onRefused: (error: ApiError) => say(tError(error)) }
  const withdraw = useCommandOf(suppliesApi.withdrawRequest, { onDone: () => say(t('supplies.requests.withdrawn')), ...refused })
  const back = useCommandOf(suppliesApi.takeBackAnswer, { onDone: () => say(t('supplies.requests.takenBack')), ...refused })
  const undo = useCommandOf(suppliesApi.takeBackArrival, { onDone: () => say(t('supplies.card.undone')), ...refused })
  return (
    <ActionBar>
      <Link to={'/supplies' as never} search={{ tab: 'all', open: itemId, ...(own ? {} : { area: areaId }) } as never}><Button>{t('supplies.requests.item')}</Button></Link>
      {own && state === 'asked' && may('supplies.keep') ? <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ requestId })}>{t('supplies.requests.withdraw')}</Button> : null}
      {mayTakeBack && own && may('supplies.keep') ? <Button loading={undo.isPending} onClick={() => undo.mutate({ requestId })}>{t('supplies.requests.undoArrive')}</Button> : mayTakeBack && !own ? <Button loading={back.isPending} onClick={() => back.mutate({ requestId })}>{t('supplies.requests.takeBack')}</Button> : null}
    </ActionBar>
  )
}

/** 下发: as many as asked for, where the cupboard has them. */
function SendForm({ q, onRefuse }: { q: RequestCard; onRefuse: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const { requestId, unit, areaName, stock } = q
  const [n, setN] = useState<number | null>(stock !== null && stock > 0 ? Math.min(q.quantity, stock) : q.quantity)
  const [answer, setAnswer] = useState('')
  const [fault, setFault] = useState<string>()
  const back = useCommandOf(suppliesApi.takeBackAnswer)
  const send = useCommandOf(suppliesApi.sendSupplies, { onDone: ({ sentQuantity }) => offerUndo(t('supplies.requests.sent', { n: sentQuantity ?? 0, unit, area: areaName }), () => back.mutateAsync({ requestId })), onRefused: (error: ApiError) => setFault(tError(error)) })
  return (
    <Guided onSubmit={() => { if (n) send.mutate({ requestId, quantity: n, ...(answer.trim() ? { answer: answer.trim() } : {}) }); else setFault(t('supplies.give.nNeed')) }} faults={fault ? { n: fault } : {}}>
      <Field label={t('supplies.requests.sendN', { unit })} hint={stock !== null && stock > 0 ? t('supplies.requests.stock', { n: f.number(stock), unit }) : t('supplies.requests.stockNone')} fault={fault}><InputNumber size="large" autoFocus style={{ width: '100%' }} min={1} max={10_000_000} precision={0} value={n} onChange={setN} /></Field>
      <Field label={t('supplies.requests.note')} optional><Input size="large" maxLength={200} value={answer} onChange={(event) => setAnswer(event.target.value)} /></Field>
      <FormFoot go={t('supplies.requests.send')} busy={send.isPending}><Button size="large" onClick={onRefuse}>{t('supplies.requests.refuse')}</Button></FormFoot>
    </Guided>
  )
}

function RefuseForm({ q: { requestId }, onDone }: { q: RequestCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const back = useCommandOf(suppliesApi.takeBackAnswer)
  const send = useCommandOf(suppliesApi.refuseRequest, { onDone: () => { offerUndo(t('supplies.requests.refused'), () => back.mutateAsync({ requestId })); onDone() }, onRefused: (error: ApiError) => setFault(tError(error)) })
  return (
    <Guided onSubmit={() => (reason.trim().length < 2 ? setFault(t('supplies.requests.whyNeed')) : send.mutate({ requestId, reason: reason.trim() }))} faults={fault ? { reason: fault } : {}}>
      <Field label={t('supplies.requests.refuseWhy')} fault={fault}><Input size="large" autoFocus maxLength={300} placeholder={t('supplies.requests.refuseHint')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('supplies.requests.refuse')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 签收: nothing stands there before somebody has counted. */
function ArriveForm({ q: { requestId, unit, sentQuantity } }: { q: RequestCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const sent = sentQuantity ?? 0
  const [n, setN] = useState<number | null>(null)
  const [fault, setFault] = useState<string>()
  const back = useCommandOf(suppliesApi.takeBackArrival)
  const send = useCommandOf(suppliesApi.confirmSupplies, { onDone: ({ arrivedQuantity }) => { const by = (arrivedQuantity ?? 0) - sent; offerUndo(t(by === 0 ? 'supplies.requests.arrived' : 'supplies.requests.arrivedDiffers', { n: arrivedQuantity ?? 0, unit, diff: Math.abs(by) }), () => back.mutateAsync({ requestId })) }, onRefused: (error: ApiError) => setFault(tError(error)) })
  return (
    <Guided onSubmit={() => { if (n === null) setFault(t('supplies.count.nNeed')); else send.mutate({ requestId, quantity: n }) }} faults={fault ? { n: fault } : {}}>
      <Field label={t('supplies.requests.arriveN', { unit })} hint={t('supplies.requests.arriveHint', { n: sent })} fault={fault}><InputNumber size="large" autoFocus style={{ width: '100%' }} min={0} max={10_000_000} precision={0} value={n} onChange={setN} /></Field>
      <FormFoot go={t('supplies.requests.arrive')} busy={send.isPending} />
    </Guided>
  )
}
