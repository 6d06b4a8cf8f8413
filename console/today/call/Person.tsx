import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EpisodeCard } from '../../../modules/quarantine/contract.ts'
import { CardHead, StateTag, Why } from '../../../ui/card.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.ts'
import { useWords } from '../../../ui/words.ts'
import { PersonNumber } from '../../people/PersonNumber.tsx'
import { Curve } from '../../quarantine/Curve.tsx'
import { EpisodeState } from '../../quarantine/EpisodesPage.tsx'
import { TenPointsOf } from '../../screening/ten/TenPoints.tsx'
import { missedOf } from './told.ts'

/** Who it is, why they are managed, what is due about them. */
export function Person({ episode: e, due, visits }: { episode: EpisodeCard; due: EpisodeCard['due']; visits: EpisodeCard['visits'] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const { person } = e
  return (
    <>
      <CardHead
        name={<Link to={'/people' as never} search={{ open: person.id } as never}>{person.name}</Link>}
        beside={`${t(`people.sexes.${person.sex}`)} ${person.age ?? ''} · ${person.documentMasked ?? ''}`}
        state={<><EpisodeState episode={e} /> {e.state === 'active' ? <span className="muted">{t('ui.time.dayOf', { n: e.dayNo, total: e.days })}</span> : null}</>}
        under={person.address}
      />
      {person.phoneMasked === null ? null : <div className="row"><span className="dim">{t('people.form.phone')}</span><PersonNumber personId={person.id} field="phone" masked={person.phoneMasked} /></div>}
      <Why>{e.because[language]}</Why>
      <ul className="call-due" aria-label={t('today.call.due')}>
        {due.map((one) => <li key={one.window}><StateTag tone={one.state === 'missed' ? 'bad' : 'soon'}>{t(`ui.window.${one.window}`)} {t(`quarantine.dueStates.${one.state}`)}</StateTag></li>)}
        {visits.map((visit) => <li key={visit.id}><StateTag tone={visit.dueAt ? f.dueTone(visit.dueAt) : 'off'}>{t(`quarantine.visitPurposes.${visit.purpose}`)}{visit.need ? `:${visit.need}` : ''}</StateTag></li>)}
        {e.tests.filter((test) => test.takenOn === null && test.dueOn <= f.today).map((test) => <li key={test.dueOn}><StateTag tone="soon">{t('quarantine.card.testDue', { day: f.day(test.dueOn) })}</StateTag></li>)}
        {missedOf(e).some((one) => one.dueOn < f.today) ? <li><StateTag tone="soon">{t('today.call.gaps', { n: missedOf(e).filter((one) => one.dueOn < f.today).length })}</StateTag></li> : null}
        {person.phoneMasked === null ? <li><StateTag>{t('today.call.noPhone')}</StateTag></li> : null}
      </ul>
    </>
  )
}

/** Beside the questions: what is still to be asked of the arrival, the last readings with their gaps, and who tried last. */
export const Before = ({ episode }: { episode: EpisodeCard }): ReactNode => (
  <aside className="call-before paper"><TenPointsOf personId={episode.person.id} name={episode.person.name} /><Curve episode={episode} /><Lately episode={episode} /></aside>
)

const SHOWN = 3
/** The last calls: who tried when, what was said. */
function Lately({ episode: e }: { episode: EpisodeCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const calls = e.calls.filter((call) => !call.undone).slice(0, SHOWN)
  if (calls.length === 0) return null
  return (
    <ul className="timeline">
      {calls.map((call) => (
        <li key={call.id}><time dateTime={call.at} title={f.at(call.at)}>{f.when(call.at)}</time>
          <span>{t(`quarantine.callWays.${call.way}`)} {t(call.reached ? 'quarantine.changes.called' : 'quarantine.changes.calledInVain')} {[call.need, call.note].filter(Boolean).join(' ')} <span className="who">{call.accountName}</span></span></li>
      ))}
    </ul>
  )
}
