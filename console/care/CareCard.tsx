import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { careApi, type CareCard as Person } from '../../modules/care/contract.ts'
import { mustCall } from '../../modules/care/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import { ask, newCommandId } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { RevealNumber } from '../../ui/RevealNumber.tsx'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { MatterLinks } from '../matters/MatterLinks.tsx'
import { useMay } from '../me.ts'
import { AnswererForm, ContactForm, DeclineForm, RhythmForm } from './ArrangeForms.tsx'
import { StateOf } from './StateOf.tsx'
import { VisitForm } from './VisitForm.tsx'
import { Visits } from './Visits.tsx'

const forms = { contact: ContactForm, answerer: AnswererForm, rhythm: RhythmForm, decline: DeclineForm } as const
type Doing = keyof typeof forms

/** 关爱卡: why and how often, whom to call, one press for a visit, and every visit so far. */
export function CareCard({ personId }: { personId: string }): ReactNode {
  const t = useWords()
  const may = useMay()
  const query = useQueryOf(careApi.getCare, { personId })
  const [doing, setDoing] = useState<Doing>()
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const c = query.data
  if (!c) return <Skeleton rows={8} />
  const Form = doing && forms[doing]
  return (
    <Card>
      <CardHead name={c.name} beside={[t(`people.sexes.${c.sex}`), c.age === null ? '' : t('people.card.age', { age: c.age })].filter(Boolean).join(' · ')} under={`${c.areaName}${c.door}`} state={c.active ? <StateOf line={c} /> : undefined} />
      <Said c={c} />
      {Form ? <><h3>{t(`care.form.${doing}`)}</h3><Form person={c} onDone={() => setDoing(undefined)} /></> : c.active && may('care.visit') ? <VisitForm key={c.visits[0]?.visitId} person={c} /> : null}
      <Told c={c} />
      <Section title={t('care.card.matters')}><MatterLinks personId={personId} /></Section>
      <Section title={t('care.card.visits')}><Visits c={c} /></Section>
      {!doing && c.active ? <Acts c={c} onPick={setDoing} /> : null}
    </Card>
  )
}

/** The sentences above everything: what to mind at this door. */
function Said({ c }: { c: Person }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!c.active) return <Why>{t('care.card.ended')}</Why>
  return (
    <>
      <Why>{t('care.card.whySaid', { groups: c.groups.map((group) => t(`people.careGroups.${group}`)).join('、'), rhythm: t('care.list.every', { n: c.days }) })}</Why>
      {c.measure ? <Why tone="soon">{t('care.card.quarantine', { measure: t(`quarantine.measures.${c.measure}`) })}</Why> : null}
      {mustCall(c.missed) && !c.declined ? <Why tone="bad">{c.contact ? t('care.card.call', { n: c.missed, who: `${c.contact.name}(${t(`care.relations.${c.contact.relation}`)})` }) : t('care.card.callNobody', { n: c.missed })}</Why> : null}
      {c.declined ? <Why>{t('care.card.declined', { by: c.declined.by, day: f.day(c.declined.on), note: c.declined.note ?? '' })} · {t('care.card.askAgain', { day: f.day(c.declined.askAgainOn) })}</Why> : null}
    </>
  )
}

function Told({ c }: { c: Person }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const reveal = (whose: 'contact' | 'answerer') => (may('care.visit') ? async (reason: string) => (await ask(careApi.revealCarePhone, { personId: c.personId, whose, reason }, { commandId: newCommandId() })).phone ?? '—' : undefined)
  const phone = (whose: 'contact' | 'answerer', masked: string | null | undefined) => (masked ? <RevealNumber label={t('care.form.phone')} masked={masked} reveal={reveal(whose)} /> : null)
  return (
    <Facts rows={[
      [t('care.list.contact'), c.contact ? <>{c.contact.name} <span className="dim small">{t(`care.relations.${c.contact.relation}`)}</span> {phone('contact', c.contact.phoneMasked)}</> : null],
      [t('care.list.answerer'), c.answerer ? <>{c.answerer.name} <span className="dim small">{c.answerer.kind ? [t(`care.answererKinds.${c.answerer.kind}`), c.answerer.since ? t('care.card.since', { day: f.day(c.answerer.since) }) : ''].join(' · ') : t('care.card.onDuty')}</span> {phone('answerer', c.answerer.phoneMasked)}</> : <span className="bad-ink">{t('care.list.nobody')}</span>],
      [t('care.list.rhythm'), c.own ? t('care.card.ownSaid', { n: c.days, reason: c.ownReason ?? '' }) : <>{c.rhythms.map(({ group, days, own }) => t(own ? 'care.card.perGroupOwn' : 'care.card.perGroup', { group: t(`people.careGroups.${group}`), n: days })).join(';')}{c.rhythms.every(({ own }) => own) ? null : <><br /><span className="dim small">{t('care.card.standard')}</span></>}</>],
      [t('care.card.next'), f.day(c.dueOn)],
      [t('care.list.phone'), c.phoneMasked ? <>{c.phoneMasked} <Link to={'/people' as never} search={{ open: c.personId } as never}>{t('care.card.person')} ›</Link></> : <Link to={'/people' as never} search={{ open: c.personId } as never}>{t('care.card.person')} ›</Link>],
    ]} />
  )
}

function Acts({ c, onPick }: { c: Person; onPick: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const resume = useCommandOf(careApi.resumeCare, { onDone: () => say(t('care.act.saved2')), onRefused: (error) => say(tError(error)) })
  const button = (what: Doing) => <Button key={what} onClick={() => onPick(what)}>{t(`care.act.${what}`)}</Button>
  if (!may('care.visit') && !may('care.keep')) return null
  return (
    <ActionBar>
      {may('care.visit') ? button('contact') : null}
      {may('care.keep') ? <>{button('answerer')}{button('rhythm')}</> : null}
      {may('care.visit') ? (c.declined ? <Button loading={resume.isPending} onClick={() => resume.mutate({ personId: c.personId })}>{t('care.act.resume')}</Button> : button('decline')) : null}
    </ActionBar>
  )
}
