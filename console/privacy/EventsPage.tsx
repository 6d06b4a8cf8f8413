import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { privacyApi, type EventAction, type PrivacyEvent } from '../../modules/privacy/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Section, StateTag, Why, type Tone } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay, useMe } from '../me.ts'
import { CertificateSheet } from './CertificateSheet.tsx'
import { Kinds } from './Kinds.tsx'
import { StepForm } from './StepForm.tsx'
import './privacy.css'

const tones: Record<PrivacyEvent['state'], Tone> = { open: 'on', stopped: 'soon', frozen: 'soon', reviewed: 'soon', approved: 'bad', destroying: 'bad', broken: 'bad', closed: 'good' }

/** 事件终结: what was collected for an event ends with it, step by step, to the certificate. */
export default function EventsPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const list = useQueryOf(privacyApi.listEvents, {}, { every: 10_000 })
  if (list.error) return <Page title={t('privacy.events.title')}><Failed error={list.error} retry={() => void list.refetch()} /></Page>
  if (!list.data) return <Page title={t('privacy.events.title')}><Skeleton rows={6} /></Page>
  const mayClose = may('privacy.close')
  const shown = list.data.items.find((e) => e.eventId === at['open']) ?? list.data.items[0]
  if (at['open'] === 'new') return <Page title={t('privacy.events.add')}><NewEvent onDone={(open) => go({ open })} /></Page>
  return (
    <Page title={t('privacy.events.title')} sub={t('privacy.events.sub')} actions={mayClose && list.data.items.every((e) => e.state === 'closed') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('privacy.events.add')}</Button> : undefined}>
      {shown ? null : <div className="paper empty"><b>{t('privacy.events.none')}</b><span>{t('privacy.events.noneHint')}</span></div>}
      {list.data.items.length > 1 ? <div className="chips">{list.data.items.map((e) => <button key={e.eventId} type="button" className="chip" aria-pressed={e.eventId === shown?.eventId} onClick={() => go({ open: e.eventId })}>{e.title}</button>)}</div> : null}
      {shown ? <Event key={shown.eventId} event={shown} /> : null}
    </Page>
  )
}

function Event({ event }: { event: PrivacyEvent }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [act, setAct] = useState<EventAction>()
  return (
    <article className="card">
      <header className="card-head"><h2>{event.title}</h2><span className="state"><StateTag tone={tones[event.state]}>{t(`privacy.states.${event.state}`)}</StateTag></span><span className="under">{t('privacy.events.since', { day: f.day(event.startedOn), area: event.areaName, order: event.orderNo })}</span></header>
      {event.certificate ? <CertificateSheet event={event} certificate={event.certificate} /> : null}
      <Section title={t('privacy.events.steps')}>
        <Track event={event} />
        {act ? <StepForm key={act} event={event} act={act} onDone={() => setAct(undefined)} /> : <Acts event={event} onPick={setAct} />}
      </Section>
      {event.certificate ? null : <Section title={t('privacy.events.count')} extra={<span className="muted small">{t('privacy.events.countHint')}</span>}><Kinds event={event} reviewing={act === 'review'} onReviewed={() => setAct(undefined)} /></Section>}
    </article>
  )
}

const order = ['open', 'stopped', 'frozen', 'reviewed', 'approved', 'closed'] as const

/** Where it stands, and who took which step by what order. */
function Track({ event }: { event: PrivacyEvent }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const reached = event.state === 'destroying' || event.state === 'broken' ? 4 : order.indexOf(event.state as (typeof order)[number])
  return (
    <>
      <ol className="track">{order.map((state, i) => <li key={state} className={i < reached ? 'past' : i === reached ? 'now' : ''} aria-current={i === reached ? 'step' : undefined}>{t(`privacy.states.${state}`)}</li>)}</ol>
      {event.steps.length > 0 ? <ul className="timeline">{event.steps.toReversed().map((s) => <li key={s.id}><time dateTime={s.at}>{f.at(s.at)}</time><span>{t(`privacy.actions.${s.step}`)}{s.orderNo ? ` · ${t('privacy.events.by', { order: s.orderNo, reason: s.reason ?? '' })}` : ''} <span className="who">{s.accountName}</span></span></li>)}</ul> : null}
    </>
  )
}

function Acts({ event, onPick }: { event: PrivacyEvent; onPick: (act: EventAction) => void }): ReactNode {
  const t = useWords()
  if (event.actions.length === 0) return event.state === 'destroying' ? <p className="muted">{t('privacy.events.started')}</p> : null
  const forward = (act: EventAction) => act !== 'resume' && act !== 'unfreeze' && !(act === 'review' && event.state === 'reviewed')
  return <>{event.state === 'broken' ? <Why tone="bad">{t('privacy.events.broken')}</Why> : null}<div className="row">{event.actions.map((act) => <Button key={act} type={forward(act) ? 'primary' : 'default'} danger={act === 'destroy'} onClick={() => onPick(act)}>{t(`privacy.actions.${act}`)}</Button>)}</div></>
}

function NewEvent({ onDone }: { onDone: (eventId: string | undefined) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const me = useMe()
  const [form, setForm] = useState({ title: '', orderNo: '', startedOn: '', areaId: me.area?.id })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const open = useCommandOf(privacyApi.openEvent, { onDone: ({ eventId }) => onDone(eventId), onRefused: (error) => say(tError(error)) })
  const text = (key: 'title' | 'orderNo') => <Field label={t(key === 'title' ? 'privacy.events.name' : 'privacy.events.orderNo')} fault={faults[key]}><Input size="large" maxLength={80} value={form[key]} onChange={(event) => setForm((b) => ({ ...b, [key]: event.target.value }))} /></Field>
  const submit = () => {
    const found = Object.fromEntries((['title', 'orderNo', 'startedOn'] as const).filter((key) => form[key].trim().length < 2).map((key) => [key, t('ui.form.required')]))
    setFaults(found)
    if (Object.keys(found).length === 0 && form.areaId) open.mutate({ title: form.title.trim(), orderNo: form.orderNo.trim(), startedOn: form.startedOn, areaId: form.areaId })
  }
  return (
    <div className="paper event-form">
      <Guided onSubmit={submit} faults={faults}>
        {text('title')}{text('orderNo')}
        <Field label={t('privacy.events.area')} group><AreaPicker label={t('privacy.events.area')} value={form.areaId} chosen={me.area ?? undefined} onChange={(areaId) => setForm((b) => ({ ...b, areaId }))} /></Field>
        <Field label={t('privacy.events.startedOn')} fault={faults['startedOn']}><DayInput size="large" value={form.startedOn} onChange={(day) => setForm((b) => ({ ...b, startedOn: day }))} /></Field>
        <FormFoot go={t('privacy.events.add')} busy={open.isPending}><Button size="large" onClick={() => onDone(undefined)}>{t('ui.form.cancel')}</Button></FormFoot>
      </Guided>
    </div>
  )
}
