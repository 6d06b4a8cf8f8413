import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { passesApi, type PassCard } from '../../modules/passes/contract.ts'
import { plateText } from '../../modules/people/rules.ts'
import { Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { usePassWords } from '../../ui/passes.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { PassActions } from './PassActions.tsx'
import { PassPhoto } from './PassPhoto.tsx'
import { toneOf } from './PassesPage.tsx'

/** The card of a pass: why it is as it is, whose, what happened, and what can be done. */
export function PassPanel({ passId }: { passId: string }): ReactNode {
  const card = useQueryOf(passesApi.getPass, { passId }, { every: 60_000 })
  return <Loaded of={card}>{(pass) => <Shown pass={pass} />}</Loaded>
}

function Shown({ pass }: { pass: PassCard }): ReactNode {
  const t = useWords()
  const words = usePassWords()
  return (
    <Card>
      <CardHead name={pass.plate ? plateText(pass.plate) : pass.name} beside={`${t(`passes.kinds.${pass.kind}`)} ${pass.number}`} under={pass.address} state={<StateTag tone={toneOf[pass.state]}>{t(`passes.states.${pass.state}`)}</StateTag>} />
      <Why tone={pass.state === 'suspended' ? 'bad' : pass.state === 'valid' ? 'good' : pass.state === 'waiting' ? 'soon' : 'off'}>{words.why('passes.why', pass.why)}</Why>
      <Details pass={pass} />
      <PassPhoto pass={pass} />
      {pass.kind === 'household' || pass.kind === 'person' ? <Holders pass={pass} /> : null}
      {pass.status ? (
        <Section title={t('passes.status.title')}>
          <p><b>{t(`passes.status.states.${pass.status.state}`)}</b> {words.why('passes.status.why', pass.status.why)}</p>
          <p className="dim small">{t('passes.status.hint')}</p>
        </Section>
      ) : null}
      <History pass={pass} />
      <PassActions pass={pass} />
    </Card>
  )
}

function Details({ pass }: { pass: PassCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const words = usePassWords()
  const { vehicle: v, visitor } = pass
  return (
    <Facts rows={[
      [t('passes.card.valid'), pass.kind === 'visitor' ? t('passes.page.within', { from: f.when(pass.validFrom), until: f.when(pass.validUntil) }) : `${t('passes.page.until', { day: words.until(pass.validUntil) })} · ${t('passes.card.issue', { n: pass.issue })}`],
      ...(v ? ([
        [t('passes.card.vehicleKind'), `${t(`people.vehicleKinds.${v.kind}`)}${v.special ? ` · ${t('passes.page.special')}` : ''}`], [t('passes.card.owner'), v.owner], [t('passes.card.driver'), v.driver], [t('passes.card.companions'), v.companions],
        [t('passes.card.purpose'), pass.purpose ? t(`passes.purposes.${pass.purpose}`) : null], [t('passes.card.route'), v.route],
        [t('passes.card.recheck'), !v.recheckOn || !v.recheckDays ? t('passes.card.noRecheck') : pass.recheckLate ? <span key="late" className="bad-ink">{t('passes.card.everyDaysLate', { n: v.recheckDays, day: f.day(v.recheckOn) })}</span> : t('passes.card.everyDays', { n: v.recheckDays, day: f.day(v.recheckOn) })],
      ] as const) : []),
      ...(visitor ? ([
        [t('passes.card.purpose'), pass.purpose ? t(`passes.purposes.${pass.purpose}`) : null], [t('passes.card.phone'), visitor.phoneMasked], [t('passes.card.from'), visitor.from], [t('passes.card.host'), visitor.host], [t('passes.card.entered'), t(`passes.card.announced.${visitor.announcedBy}`)],
      ] as const) : []),
      [t('passes.card.note'), pass.note],
    ]} />
  )
}

function Holders({ pass }: { pass: PassCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  return (
    <Section title={`${t('passes.card.holders')}${pass.holders.length > 0 ? ` · ${f.persons(pass.holders.length)}` : ''}`}>
      {pass.holders.length === 0 ? <p className="dim">{t('passes.card.hidden')}</p> : null}
      {pass.holders.map((one) => (
        <p key={one.personId} className="pass-holder">
          <b>{one.name}</b>
          <span className="muted">{[one.householder ? t('passes.card.householder') : one.relation ? t(`people.relations.${one.relation}`) : '', one.age ?? '', one.documentMasked].filter((part) => part !== '' && part !== null).join(' · ')}</span>
          {one.measure ? <StateTag tone="soon">{t(`quarantine.measures.${one.measure}`)}</StateTag> : null}
        </p>
      ))}
      {pass.householdId && may('people.view') ? <p><Link to={'/household' as never} search={{ open: pass.householdId } as never}>{t('passes.card.household')}</Link></p> : null}
    </Section>
  )
}

function History({ pass }: { pass: PassCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const words = usePassWords()
  return (
    <Section title={t('passes.card.history')}>
      <ul className="timeline">
        {pass.history.map((event) => (
          <li key={event.id}><time dateTime={event.at} title={f.at(event.at)}>{f.when(event.at)}</time><span>{words.history(event.kind, event.params)}{event.kind === 'reprinted' && typeof event.params['why'] === 'string' ? ` (${t(`passes.reprint.${event.params['why']}`)})` : ''} {event.actorName ? <span className="who">{event.actorName}</span> : null}</span></li>
        ))}
      </ul>
    </Section>
  )
}
