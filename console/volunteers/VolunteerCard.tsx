import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import { volunteersApi, type VolunteerCard as Volunteer, type VolunteerState } from '../../modules/volunteers/contract.ts'
import { volunteerLaw } from '../../modules/volunteers/data.ts'
import { hoursSaid } from '../../modules/volunteers/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { ExchangeForm, RecordForm } from './ActForms.tsx'
import { Phone } from './Phone.tsx'
import { EditForm } from './VolunteerForm.tsx'
import { StandingOf } from './VolunteersPage.tsx'

type Doing = 'edit' | 'record' | 'exchange' | 'paused' | 'left' | 'declined'

/** 志愿者卡: how to reach them, what they did, what follows from it. */
export function VolunteerCard({ volunteerId }: { volunteerId: string }): ReactNode {
  const t = useWords()
  const may = useMay()
  const query = useQueryOf(volunteersApi.getVolunteer, { volunteerId })
  const [doing, setDoing] = useState<Doing>()
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const v = query.data
  if (!v) return <Skeleton rows={8} />
  const done = () => setDoing(undefined)
  return (
    <Card>
      <CardHead name={v.name} beside={t(`volunteers.kinds.${v.kind}`)} under={[v.unit, v.door].filter(Boolean).join(' · ')} state={<StandingOf v={v} />} />
      <Said v={v} />
      {doing === 'edit' ? <EditForm v={v} onDone={done} /> : doing === 'record' ? <RecordForm v={v} onDone={done} /> : doing === 'exchange' ? <ExchangeForm v={v} onDone={done} /> : doing ? <TurnForm v={v} to={doing} onDone={done} /> : null}
      <Told v={v} />
      <Section title={t('volunteers.card.services')}><Services v={v} /></Section>
      <Section title={t('volunteers.card.points')} extra={<b>{t('volunteers.card.balanceSaid', { n: v.balance })}</b>}><Points v={v} /></Section>
      {may('volunteers.keep') && !doing ? <Acts v={v} onPick={setDoing} /> : null}
    </Card>
  )
}

function Said({ v }: { v: Volunteer }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const link = useCommandOf(volunteersApi.editVolunteer, { onDone: (one) => say(t('volunteers.card.linked', { name: one.name })) })
  return (
    <>
      {v.managed ? <Why tone="bad">{v.managed.until && v.managed.until >= f.today ? t('volunteers.card.managed', { measure: t(`quarantine.measures.${v.managed.measure}`), day: f.day(v.managed.until) }) : t('volunteers.card.managedOpen', { measure: t(`quarantine.measures.${v.managed.measure}`) })}</Why> : null}
      {v.state === 'waiting' ? <Why tone="soon">{t('volunteers.card.byCode', { when: f.when(v.createdAt) })} {t('volunteers.card.waitingHint')}</Why> : v.reportedOn && v.times === 0 ? <Why tone="soon">{t('volunteers.card.never', { day: f.day(v.reportedOn) })}</Why> : null}
      {v.stateReason ? <Why>{`${t(`volunteers.state.${v.state}`)}:${v.stateReason}`}</Why> : null}
      {v.likely.length > 0 ? <Section title={t('volunteers.card.likely')}><ul className="volunteer-lines">{v.likely.map((one) => (
        <li key={one.personId}><span className="grow"><b>{one.name}</b> <span className="muted small">{one.address}</span></span><Button size="small" loading={link.isPending} onClick={() => link.mutate({ volunteerId: v.volunteerId, personId: one.personId, kind: v.kind, skills: v.skills, free: v.free, inPublic: v.inPublic, ...(v.unit ? { unit: v.unit } : {}), ...(v.note ? { note: v.note } : {}) })}>{t('volunteers.card.link')}</Button></li>
      ))}</ul></Section> : null}
    </>
  )
}

function Told({ v }: { v: Volunteer }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const served = [t('volunteers.card.servedSaid', { times: v.times, hours: hoursSaid(v.minutes) }), t('volunteers.card.week', { hours: hoursSaid(v.minutes7) }), v.absent > 0 ? t('volunteers.card.absent', { n: v.absent }) : ''].filter(Boolean).join(' · ')
  return (
    <Facts rows={[
      [t('volunteers.card.phone'), <Phone key="phone" volunteerId={v.volunteerId} masked={v.phoneMasked} />],
      [t('volunteers.card.free'), v.free.length > 0 ? v.free.map((one) => t(`volunteers.free.${one}`)).join('、') : t('volunteers.list.any')],
      [t('volunteers.card.skills'), v.skills.map((one) => t(`volunteers.skills.${one}`)).join('、') || null],
      [t('volunteers.card.served'), v.times > 0 || v.absent > 0 ? served : null],
      [t('volunteers.card.consent'), t(v.inPublic ? 'volunteers.card.consentYes' : 'volunteers.card.consentNo')],
      [t('volunteers.card.note'), v.note],
      [t('volunteers.card.since'), t('volunteers.card.sinceBy', { day: f.at(v.createdAt), name: v.creatorName ?? '' })],
    ]} />
  )
}

function Services({ v }: { v: Volunteer }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const tError = useErrorWords()
  const language = useLanguage()
  const undo = useCommandOf(volunteersApi.undoServices, { onDone: () => say(t('volunteers.card.undone')), onRefused: (error) => say(tError(error)) })
  if (v.services.length === 0) return <p className="dim">{t('volunteers.card.noServices')}</p>
  return (
    <>
      <ul className="volunteer-lines">{v.services.map((s) => (
        <li key={s.serviceId}>
          <span className="grow">{s.callId ? <Link to={'/volunteers/calls' as never} search={{ open: s.callId } as never}>{s.place}</Link> : s.place} <span className="dim small">{t(`volunteers.works.${s.kind}`)}</span>{s.rating ? <span className="small"> · {t('volunteers.card.rating', { n: s.rating })}</span> : null}
            {s.note ? <><br /><span className="muted small">{s.note}</span></> : null}</span>
          <span className="muted small nowrap">
            {s.cameAt && s.leftAt ? <>{f.when(s.cameAt)}—{clockOf(s.leftAt)}<br />{t('volunteers.list.hours', { n: hoursSaid(s.minutes ?? 0) })}{s.points ? ` · +${s.points}` : ''}</> : <>{f.when(s.startsAt)}<br />{s.state === 'absent' ? <span className="soon-ink">{t('volunteers.calls.absent')}</span> : t('volunteers.card.planned')}</>}
            {s.undoable && may('volunteers.keep') ? <> <button type="button" className="tool-word" onClick={() => undo.mutate({ serviceIds: [s.serviceId] })}>{t('volunteers.card.undo')}</button></> : null}
          </span>
        </li>
      ))}</ul>
      <p className="dim small">{t('volunteers.card.law')}:{volunteerLaw.record[language]}</p>
    </>
  )
}

function Points({ v }: { v: Volunteer }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const tError = useErrorWords()
  const undo = useCommandOf(volunteersApi.undoExchange, { onDone: () => say(t('volunteers.card.undone')), onRefused: (error) => say(tError(error)) })
  if (v.points.length === 0) return <p className="dim">{t('volunteers.card.noPoints')}</p>
  return (
    <ul className="volunteer-lines">{v.points.map((one) => (
      <li key={one.entryId}>
        <span className="grow">{one.what} <span className="dim small">{t(`volunteers.card.kinds.${one.kind}`)}</span></span>
        <span className="small nowrap"><b>{one.points > 0 ? `+${one.points}` : one.points}</b> <span className="muted">{f.when(one.at)}</span>{one.undoable && may('volunteers.keep') ? <> <button type="button" className="tool-word" onClick={() => undo.mutate({ entryId: one.entryId })}>{t('volunteers.card.undo')}</button></> : null}</span>
      </li>
    ))}</ul>
  )
}

/** Taking in and coming back need no reason; the others say why in a few words. */
function useTurn(v: Volunteer): (to: VolunteerState, reason?: string) => void {
  const t = useWords()
  const tError = useErrorWords()
  const back = useCommandOf(volunteersApi.turnVolunteer)
  const turn = useCommandOf(volunteersApi.turnVolunteer, {
    onDone: (one) => {
      const words = t(`volunteers.card.turned.${one.state}`, { name: one.name })
      offerUndo(words, () => back.mutateAsync({ volunteerId: v.volunteerId, to: v.state }))
    },
    onRefused: (error) => say(tError(error)),
  })
  return (to, reason) => turn.mutate({ volunteerId: v.volunteerId, to, ...(reason ? { reason } : {}) })
}

function TurnForm({ v, to, onDone }: { v: Volunteer; to: VolunteerState; onDone: () => void }): ReactNode {
  const t = useWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const turn = useTurn(v)
  const submit = () => { if (reason.trim().length < 2) setFault(t('volunteers.form.need')); else { turn(to, reason.trim()); onDone() } }
  return (
    <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
      <Field label={t('volunteers.card.reason')} fault={fault}><Input size="large" autoFocus maxLength={300} placeholder={t('volunteers.card.reasonHint')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t(`volunteers.card.act.${to}`)} onBack={onDone} />
    </Guided>
  )
}

function Acts({ v, onPick }: { v: Volunteer; onPick: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  const may = useMay()
  const turn = useTurn(v)
  const helper = v.state === 'active' || v.state === 'paused'
  return (
    <ActionBar>
      {v.actions.includes('active') ? <Button type="primary" onClick={() => turn('active')}>{t(v.state === 'waiting' ? 'volunteers.card.act.active' : 'volunteers.card.act.back')}</Button> : <Button type="primary" onClick={() => onPick('record')}>{t('volunteers.card.act.record')}</Button>}
      {v.balance > 0 && helper ? <Button onClick={() => onPick('exchange')}>{t('volunteers.card.act.exchange')}</Button> : null}
      {v.certificate && v.personId && may('certificates.issue') ? <Link to={'/certificates/new' as never} search={{ code: 'volunteer', volunteer: v.volunteerId } as never}><Button>{t('volunteers.card.act.certificate')}</Button></Link> : null}
      <Button onClick={() => onPick('edit')}>{t('volunteers.card.act.edit')}</Button>
      {(['declined', 'paused', 'left'] as const).filter((to) => v.actions.includes(to)).map((to) => <Button key={to} onClick={() => onPick(to)}>{t(`volunteers.card.act.${to}`)}</Button>)}
    </ActionBar>
  )
}
