import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { peopleApi, type PersonCard } from '../../modules/people/contract.ts'
import { nationName } from '../../modules/people/rules.ts'
import { dayCount } from '../../modules/quarantine/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Timeline, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { LeadLinks } from '../leads/LeadLinks.tsx'
import { CareOf } from '../care/CareOf.tsx'
import { MatterLinks } from '../matters/MatterLinks.tsx'
import { OfEpisode } from '../documents/OfEpisode.tsx'
import { useMay } from '../me.ts'
import { TenPointsOf } from '../screening/ten/TenPoints.tsx'
import { Merges } from './Merges.tsx'
import { MoveForm } from './MoveForm.tsx'
import { PersonForm } from './PersonForm.tsx'
import { PersonNumber } from './PersonNumber.tsx'

/** 一人一档: who, in what state, why, what is next, and all that happened. */
export function PersonPanel({ personId }: { personId: string }): ReactNode {
  const query = useQueryOf(peopleApi.personCard, { personId })
  const [doing, setDoing] = useState<'edit' | 'move'>()
  const t = useWords()
  const may = useMay()
  const done = () => setDoing(undefined)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const p = query.data
  if (!p) return <Skeleton rows={8} />
  if (doing === 'edit') return <PersonForm person={p} onDone={done} />
  if (doing === 'move') return <MoveForm person={p} onDone={done} />
  return (
    <Card>
      <Head person={p} />
      <LeadLinks personId={p.id} />
      <CareOf personId={p.id} />
      <MatterLinks personId={p.id} />
      <TenPointsOf personId={p.id} name={p.name} />
      <Numbers person={p} />
      <Members person={p} />
      {p.management ? <OfEpisode episodeId={p.management.episodeId} state="active" /> : null}
      {p.householdId && may('passage.trace') ? <p><Link to={'/passages/same-place' as never} search={{ person: p.id } as never}>{t('passage.samePlace.open')} ›</Link></p> : null}
      <Merges person={p} />
      <Section title={t('people.card.timeline')}><Timeline items={p.timeline} /></Section>
      <Acts person={p} onPick={setDoing} />
    </Card>
  )
}

function Head({ person: p }: { person: PersonCard }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const m = p.management
  return (
    <>
      <CardHead
        name={p.name} beside={[t(`people.sexes.${p.sex}`), p.age === null ? '' : t('people.card.age', { age: p.age }), p.isHouseholder ? t('people.card.householder') : ''].filter(Boolean).join(' · ')}
        state={<PersonState person={p} />}
        under={p.address}
      />
      {m ? <><Why>{m.because[language]}</Why><p style={{ marginTop: 8 }}><Link to="/quarantine" search={{ open: m.episodeId } as never}>{t('people.card.toControl')} ›</Link></p></> : null}
      {p.careGroups.length > 0 ? <p className="row" style={{ marginTop: 8 }}>{p.careGroups.map((g) => <StateTag key={g} tone="soon">{t(`people.careGroups.${g}`)}</StateTag>)}</p> : null}
    </>
  )
}

function PersonState({ person: p }: { person: PersonCard }): ReactNode {
  const t = useWords()
  const { today } = useFormats()
  if (p.state !== 'present') return <StateTag tone="off">{t(`people.states.${p.state}`)}</StateTag>
  if (!p.management) return <StateTag>{t(`people.residencies.${p.residency}`)}</StateTag>
  const { dayNo, days } = dayCount(p.management.anchorOn, p.management.endsOn, today)
  return <><StateTag tone="on">{t(`quarantine.measures.${p.management.measure}`)}</StateTag> <span className="muted">{t('ui.time.dayOf', { n: dayNo, total: days })}</span></>
}

function Numbers({ person: p }: { person: PersonCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <Section title={t('people.card.title')}>
      <Facts rows={[
        [t(`people.documentKinds.${p.documentKind}`), p.documentMasked === null ? null : <PersonNumber key="document" personId={p.id} field="documentNo" masked={p.documentMasked} />],
        [t('people.form.phone'), p.phoneMasked === null ? null : <PersonNumber key="phone" personId={p.id} field="phone" masked={p.phoneMasked} />],
        [t('people.card.born'), p.birthOn === null ? null : f.day(p.birthOn)],
        [t('people.card.nation'), nationName(p.nation)],
        [t('people.card.relation'), p.relation === null ? null : t(`people.relations.${p.relation}`)],
        [t('people.card.registered'), p.registeredAddress],
        [t('people.card.workplace'), p.workplace],
        [t('people.card.note'), p.note],
      ]} />
    </Section>
  )
}

function Members({ person: p }: { person: PersonCard }): ReactNode {
  const t = useWords()
  return (
    <Section title={t('people.card.members')} extra={p.householdId ? <Link to="/household" search={{ open: p.householdId } as never}>{t('people.card.household')} ›</Link> : null}>
      {p.members.length === 0 ? <p className="dim">{t('people.card.none')}</p> : null}
      {p.members.map((m) => (
        <p key={m.id} className="row"><Link className="grow" to="/people" search={{ open: m.id } as never}>{m.name}</Link>
          <span className="muted">{m.relation ? t(`people.relations.${m.relation}`) : ''} {t(`people.sexes.${m.sex}`)} {m.age ?? ''}</span>
          {m.measure ? <StateTag tone="on">{t(`quarantine.measures.${m.measure}`)}</StateTag> : null}
        </p>
      ))}
    </Section>
  )
}

function Acts({ person: p, onPick }: { person: PersonCard; onPick: (act: 'edit' | 'move') => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const [reason, setReason] = useState<string>()
  const back = useCommandOf(peopleApi.bringPersonBack, { onRefused: (error) => say(tError(error)) })
  const out = useCommandOf(peopleApi.movePersonOut, {
    onDone: () => { setReason(undefined); offerUndo(t('people.card.movedOutDone', { name: p.name }), () => back.mutateAsync({ personId: p.id })) }, onRefused: (error) => say(tError(error)),
  })
  if (!may('people.edit')) return null
  const move = p.management ? null : <Button onClick={() => onPick('move')}>{t('people.card.move')}</Button>
  if (p.state !== 'present') return p.state === 'movedOut' ? <ActionBar><Button type="primary" onClick={() => back.mutate({ personId: p.id })}>{t('people.card.bringBack')}</Button>{move}</ActionBar> : null
  return (
    <ActionBar>
      <Button type="primary" onClick={() => onPick('edit')}>{t('people.card.edit')}</Button>
      {reason === undefined ? move : null}
      {reason === undefined ? <Link to="/doubles" search={{ one: p.id } as never}><Button>{t('people.doubles.find')}</Button></Link> : null}
      {reason === undefined ? <Button onClick={() => setReason('')}>{t('people.card.moveOut')}</Button> : (
        <form className="row grow" onSubmit={(event) => { event.preventDefault(); if (reason.trim().length > 1) out.mutate({ personId: p.id, reason }) }}>
          <Input autoFocus className="grow" value={reason} placeholder={t('people.card.moveOutReason')} aria-label={t('people.card.moveOutReason')} onChange={(event) => setReason(event.target.value)} />
          <Button htmlType="submit" disabled={reason.trim().length < 2} loading={out.isPending}>{t('people.card.moveOut')}</Button>
        </form>
      )}
    </ActionBar>
  )
}
