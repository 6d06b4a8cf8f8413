import { Button, Input, InputNumber, Select } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { agents, venuesApi, type VenueCard } from '../../modules/venues/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { StateOf } from './VenuesPage.tsx'
import { VenueForm } from './VenueForm.tsx'

const EVERY_MS = 10_000

/** 看门: inside and capacity large enough to be read from the door, one press for whoever has no phone. */
export function VenuePanel({ venueId }: { venueId: string }): ReactNode {
  const t = useWords()
  const may = useMay()
  const query = useQueryOf(venuesApi.getVenue, { venueId }, { every: EVERY_MS })
  const [doing, setDoing] = useState<'edit' | 'disinfect'>()
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const v = query.data
  if (!v) return <Skeleton rows={8} />
  const done = () => setDoing(undefined)
  if (doing === 'edit') return <VenueForm venue={v} onDone={done} />
  return (
    <Card>
      <CardHead name={v.name} beside={t(`venues.kinds.${v.kind}`)} under={`${v.areaName}${v.address ? ` · ${v.address}` : ''}`} state={<StateOf venue={v} />} />
      <div className={v.full ? 'venue-door full' : 'venue-door'} role="status"><b>{v.inside}</b><span>{t('venues.card.of', { n: v.capacity })}<br />{v.full ? t('venues.card.full') : t('venues.card.room', { n: v.capacity - v.inside })}</span></div>
      {may('venues.keep') && v.state === 'open' ? <Count venue={v} /> : null}
      <Facts rows={[
        [t('venues.list.capacity'), v.ownCapacity ? t('venues.card.own', { n: v.ownCapacity }) : t('venues.card.areaOf', { n: v.squareMetres, per: v.perPerson })], [t('venues.list.visits'), t('venues.card.visits', { n: v.visitsToday })],
        [t('venues.list.overstaying'), v.overstaying > 0 ? <span className="soon-ink">{t('venues.card.overstaying', { n: v.overstaying })}</span> : t('venues.card.stay', { n: v.stayMinutes })], [t('venues.card.keeper'), [v.keeperName, v.keeperPhoneMasked].filter(Boolean).join(' ')],
      ]} />
      <Disinfections venue={v} adding={doing === 'disinfect'} onAdd={() => setDoing('disinfect')} onDone={done} />
      {doing === undefined && may('venues.keep') ? <Acts venue={v} onEdit={() => setDoing('edit')} /> : null}
    </Card>
  )
}

function Count({ venue: { venueId } }: { venue: VenueCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const refused = { onRefused: (error: Parameters<typeof tError>[0]) => say(tError(error)) }
  const goIn = useCommandOf(venuesApi.countIn, refused)
  const goOut = useCommandOf(venuesApi.countOut, refused)
  return <div className="venue-count"><Button size="large" type="primary" loading={goIn.isPending} onClick={() => goIn.mutate({ venueId })}>+1 {t('venues.card.in')}</Button><Button size="large" loading={goOut.isPending} onClick={() => goOut.mutate({ venueId })}>−1 {t('venues.card.out')}</Button></div>
}

function Acts({ venue: { venueId, state }, onEdit }: { venue: VenueCard; onEdit: () => void }): ReactNode {
  const t = useWords()
  const reopen = useCommandOf(venuesApi.reopenVenue)
  const close = useCommandOf(venuesApi.closeVenue, { onDone: () => offerUndo(t('venues.card.closed'), () => reopen.mutateAsync({ venueId })) })
  return (
    <ActionBar>
      <Link to={'/venues/poster' as never} search={{ venue: venueId } as never}><Button type="primary">{t('venues.card.poster')}</Button></Link>
      <Button onClick={onEdit}>{t('venues.card.edit')}</Button>
      {state === 'open' ? <Button loading={close.isPending} onClick={() => close.mutate({ venueId })}>{t('venues.card.close')}</Button> : <Button loading={reopen.isPending} onClick={() => reopen.mutate({ venueId })}>{t('venues.card.reopen')}</Button>}
    </ActionBar>
  )
}

function Disinfections({ venue, adding, onAdd, onDone }: { venue: VenueCard; adding: boolean; onAdd: () => void; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  return (
    <Section title={t('venues.disinfection.title')} extra={may('venues.keep') && !adding ? <Button size="small" onClick={onAdd}>{t('venues.disinfection.add')}</Button> : undefined}>
      {adding ? <DisinfectionForm venueId={venue.venueId} onDone={onDone} /> : null}
      {venue.disinfections.length === 0 ? <p className="muted">{t('venues.disinfection.none')}</p> : (
        <ul className="venue-log">{venue.disinfections.slice(0, 8).map((one) => (
          <li key={one.disinfectionId}><span>{one.place}<br /><span className="muted small">{t('venues.disinfection.line', { agent: t(`venues.agents.${one.agent}`), strength: one.concentration ? t('venues.disinfection.strength', { n: one.concentration }) : '', time: one.minutes ? t('venues.disinfection.time', { n: one.minutes }) : '' })}</span></span><span className="muted small">{f.when(one.at)}<br />{one.byName ?? ''}</span></li>
        ))}</ul>
      )}
    </Section>
  )
}

function DisinfectionForm({ venueId, onDone }: { venueId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [place, setPlace] = useState('')
  const [agent, setAgent] = useState<(typeof agents)[number]>('chlorine')
  const [concentration, setConcentration] = useState<number | null>(null)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [fault, setFault] = useState<string>()
  const undo = useCommandOf(venuesApi.undoDisinfection)
  const send = useCommandOf(venuesApi.recordDisinfection, { onDone: ({ disinfectionId }) => { offerUndo(t('venues.disinfection.saved'), () => undo.mutateAsync({ disinfectionId })); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const submit = () => (place.trim().length < 2 ? setFault(t('venues.disinfection.placeNeed')) : send.mutate({ venueId, place: place.trim(), agent, ...(concentration && agent === 'chlorine' ? { concentration } : {}), ...(minutes ? { minutes } : {}) }))
  return (
    <Guided onSubmit={submit} faults={fault ? { place: fault } : {}}>
      <Field label={t('venues.disinfection.place')} fault={fault}><Input size="large" autoFocus maxLength={60} value={place} onChange={(event) => setPlace(event.target.value)} /></Field>
      <Field label={t('venues.disinfection.agent')} group><Select size="large" aria-label={t('venues.disinfection.agent')} value={agent} options={agents.map((value) => ({ value, label: t(`venues.agents.${value}`) }))} onChange={setAgent} /></Field>
      {agent === 'chlorine' ? <Field label={t('venues.disinfection.concentration')} optional><InputNumber size="large" min={1} max={10_000} precision={0} value={concentration} onChange={setConcentration} /></Field> : null}
      <Field label={t('venues.disinfection.minutes')} optional><InputNumber size="large" min={1} max={600} precision={0} value={minutes} onChange={setMinutes} /></Field>
      <FormFoot go={t('venues.disinfection.save')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}
