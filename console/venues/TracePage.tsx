import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../kernel/dates.ts'
import { venuesApi, type VenueVisit } from '../../modules/venues/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { ask, type ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useCommandOf, useListOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import './venues.css'

/** All of them, page by page: whoever is missing is not asked. */
async function everybody(asked: { venueId: string; from: string; to: string; reason: string }): Promise<VenueVisit[]> {
  const all: VenueVisit[] = []
  for (let after: string | undefined; ;) {
    const { items, next } = await ask(venuesApi.traceVenue, { ...asked, limit: 200, ...(after ? { after } : {}) })
    all.push(...items)
    if (next === null) return all
    after = next
  }
}

/** 谁在场: for disease control, by place or by telephone; the trail keeps why. */
export default function TracePage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const today = useToday()
  const [d, setDraft] = useState({ by: 'venue' as 'venue' | 'phone', venueId: undefined as string | undefined, phone: '', from: `${addDays(today, -1)}T00:00`, to: `${today}T23:59`, reason: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [found, setFound] = useState<readonly VenueVisit[]>()
  const [busy, setBusy] = useState(false)
  const venues = useListOf(venuesApi.listVenues, { limit: 200 }).items
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const submit = async () => {
    const wrong = { ...(d.reason.trim().length >= 2 ? {} : { reason: t('venues.tracing.reasonNeed') }), ...(d.by === 'venue' && !d.venueId ? { what: t('venues.tracing.venueNeed') } : {}), ...(d.by === 'phone' && d.phone.trim().length < 5 ? { what: t('venues.errors.wrongPhone') } : {}) }
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const span = { from: `${d.from}:00+08:00`, to: `${d.to}:00+08:00`, reason: d.reason.trim() }
    setBusy(true)
    try {
      setFound(d.by === 'venue' ? await everybody({ venueId: d.venueId ?? '', ...span }) : (await ask(venuesApi.traceVisitor, { phone: d.phone.trim(), ...span })).items)
    } catch (error) {
      setFaults({ what: tError(error as ApiError) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t('venues.tracing.title')} sub={t('venues.tracing.sub')}>
      <div className="trace-desk">
        <div className="paper trace-form">
          <Guided onSubmit={() => void submit()} faults={faults}>
            <Choices label={t('venues.tracing.title')} value={d.by} onChange={(by) => set({ by })} options={[{ value: 'venue', label: t('venues.tracing.byVenue') }, { value: 'phone', label: t('venues.tracing.byPhone') }]} />
            {d.by === 'venue' ? <Field label={t('venues.tracing.venue')} fault={faults['what']} group><Select size="large" showSearch={{ optionFilterProp: 'label' }} aria-label={t('venues.tracing.venue')} value={d.venueId ?? null} options={venues.map((one) => ({ value: one.venueId, label: `${one.name} · ${one.areaName}` }))} onChange={(venueId) => set({ venueId: venueId ?? undefined })} /></Field>
              : <Field label={t('venues.tracing.phone')} fault={faults['what']}><Input size="large" inputMode="tel" maxLength={20} value={d.phone} onChange={(event) => set({ phone: event.target.value })} /></Field>}
            {(['from', 'to'] as const).map((end) => <Field key={end} label={t(`venues.tracing.${end}`)}><MomentInput size="large" value={d[end]} onChange={(at) => set({ [end]: at })} /></Field>)}
            <Field label={t('venues.tracing.reason')} fault={faults['reason']}><Input size="large" maxLength={300} value={d.reason} onChange={(event) => set({ reason: event.target.value })} /></Field>
            <FormFoot go={t('venues.tracing.go')} busy={busy} />
          </Guided>
        </div>
        {found ? <Found visits={found} reason={d.reason.trim()} onChanged={(one) => setFound((before) => before?.map((v) => (v.visitId === one.visitId ? one : v)))} /> : <div className="paper empty"><b>{t('venues.tracing.notYet')}</b><span>{t('venues.tracing.notYetHint')}</span></div>}
      </div>
    </Page>
  )
}

function Found({ visits, reason, onChanged }: { visits: readonly VenueVisit[]; reason: string; onChanged: (visit: VenueVisit) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const stand = visits.filter((one) => one.takenBackAt === null).length
  if (visits.length === 0) return <div className="paper empty"><b>{t('venues.tracing.nobody')}</b></div>
  return (
    <section className="paper trace-found" aria-label={t('venues.tracing.n', { n: stand })}>
      <h2>{t('venues.tracing.n', { n: stand })}</h2>
      <ul className="venue-log">{visits.map((one) => (
        <li key={one.visitId}><span>{one.takenBackAt ? <s>{one.name}</s> : <b>{one.name ?? t('venues.tracing.noName')}</b>} <span className="dim">{one.phoneMasked ?? ''}</span>{one.phoneMasked ? <Reveal visitId={one.visitId} reason={reason} /> : null}<br /><span className="muted small">{one.venueName}</span>{one.how === 'scan' ? <Objection visit={one} onChanged={onChanged} /> : null}</span>
          <span className="muted small">{t('venues.tracing.in', { time: f.at(one.inAt) })}<br />{one.outAt ? t('venues.tracing.out', { time: f.at(one.outAt) }) : t('venues.tracing.stillIn')}</span></li>
      ))}</ul>
    </section>
  )
}

/** 不是本人: whoever's name and number it says was not there; it stays in the list, with why. */
function Objection({ visit: { visitId, takenBackAt, takenBackBy, takenBackReason }, onChanged }: { visit: VenueVisit; onChanged: (visit: VenueVisit) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [fault, setFault] = useState<string>()
  const restore = useCommandOf(venuesApi.restoreVisit, { onDone: (one) => { onChanged(one); say(t('venues.tracing.restored')) } })
  const takeBack = useCommandOf(venuesApi.takeBackVisit, { onRefused: (error) => setFault(tError(error)), onDone: (one) => { onChanged(one); setAsking(false); offerUndo(t('venues.tracing.takenBack'), () => restore.mutateAsync({ visitId })) } })
  if (takenBackAt) return <><br /><span className="muted small">{t('venues.tracing.no', { by: takenBackBy ?? '', reason: takenBackReason ?? '' })}</span> <Button size="small" type="link" loading={restore.isPending} onClick={() => restore.mutate({ visitId })}>{t('venues.tracing.restore')}</Button></>
  if (!asking) return <Button size="small" type="link" onClick={() => setAsking(true)}>{t('venues.tracing.takeBack')}</Button>
  return (
    <Guided onSubmit={() => (why.trim().length < 2 ? setFault(t('venues.tracing.reasonNeed')) : takeBack.mutate({ visitId, reason: why.trim() }))} faults={fault ? { why: fault } : {}}>
      <Field label={t('venues.tracing.takeBackReason')} fault={fault}><Input size="large" autoFocus maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} placeholder={t('venues.tracing.takeBackPlaceholder')} /></Field>
      <FormFoot go={t('venues.tracing.takeBackGo')} busy={takeBack.isPending} onBack={() => setAsking(false)} />
    </Guided>
  )
}

function Reveal({ visitId, reason }: { visitId: string; reason: string }): ReactNode {
  const t = useWords()
  const reveal = useCommandOf(venuesApi.revealVisitor, { touches: [] })
  return reveal.data ? <b> {reveal.data.phone}</b> : <Button size="small" type="link" loading={reveal.isPending} onClick={() => reveal.mutate({ visitId, reason })}>{t('venues.tracing.reveal')}</Button>
}
