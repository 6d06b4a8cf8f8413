import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { exitsApi, type ExitAction, type ExitCard as Exit } from '../../modules/exits/contract.ts'
import { Card, CardHead, Facts, Section, StateTag, Timeline, Why } from '../../ui/card.tsx'
import { ask, newCommandId } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useNow } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { RevealNumber } from '../../ui/RevealNumber.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { PersonNumber } from '../people/PersonNumber.tsx'
import { CertifyForm, Findings } from './Certifying.tsx'
import { AllowForm, ExitActs, ReasonForm, TripForm } from './ExitActs.tsx'
import { StateOf } from './ExitsPage.tsx'

/** 外出申请卡: who, where to, the sentence why, what is missing, and what can be done. */
export function ExitCard({ exitId }: { exitId: string }): ReactNode {
  const t = useWords()
  const query = useQueryOf(exitsApi.getExit, { exitId })
  const [doing, setDoing] = useState<ExitAction>()
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const exit = query.data
  if (!exit) return <Skeleton rows={8} />
  const done = () => setDoing(undefined)
  return (
    <Card>
      <Head exit={exit} />
      <Findings findings={exit.findings} />
      {doing ? <Doing exit={exit} action={doing} onDone={done} /> : null}
      <Trips exit={exit} />
      <Checks exit={exit} />
      <Section title={t('exits.card.steps')}><Timeline items={exit.events.map((e) => ({ ...e, kind: `exits.${e.kind}`, params: { exitKind: exit.kind, destination: exit.destinationName, ...e.params } }))} /></Section>
      {doing ? null : <ExitActs exit={exit} onPick={setDoing} />}
    </Card>
  )
}

function Doing({ exit, action, onDone }: { exit: Exit; action: ExitAction; onDone: () => void }): ReactNode {
  if (action === 'certify') return <CertifyForm exit={exit} onDone={onDone} />
  if (action === 'allow' || action === 'nameEscort') return <AllowForm exit={exit} action={action} onDone={onDone} />
  return action === 'goOut' || action === 'comeBack' ? <TripForm exit={exit} way={action} onDone={onDone} /> : <ReasonForm exit={exit} action={action === 'noteNotBack' ? 'noteNotBack' : 'refuse'} onDone={onDone} />
}

function Head({ exit }: { exit: Exit }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const may = useMay()
  const reveal = may('people.reveal') ? async (reason: string) => (await ask(exitsApi.revealEmergency, { exitId: exit.exitId, reason }, { commandId: newCommandId() })).phone ?? '—' : undefined
  const emergency = exit.emergencyMasked === null ? exit.emergencyName : <span className="row">{exit.emergencyName} <RevealNumber label={t('exits.form.emergencyPhone')} masked={exit.emergencyMasked} reveal={reveal} /></span>
  const certificate = exit.certificateNo ? t(exit.certificateValid ? 'exits.card.certificateValid' : 'exits.card.certificateVoid', { no: exit.certificateNo, day: exit.certifiedUntil ? f.day(exit.certifiedUntil) : '' }) : ''
  return (
    <>
      <CardHead name={exit.name} beside={exit.sex ? `${t(`people.sexes.${exit.sex}`)} ${exit.age ?? ''}`.trim() : ''} under={exit.address} state={<StateOf line={exit} />} />
      <Why {...(exit.state === 'refused' ? { tone: 'bad' as const } : {})}>{exit.decision.because[language]}{exit.decideReason ? ` ${exit.decideReason}` : ''}{exit.decision.quote ? <><br /><span className="small">{t('exits.card.why')}:“{exit.decision.quote}”</span></> : null}</Why>
      {exit.actions.includes('nameEscort') ? <Why tone="bad">{t('exits.errors.noEscort', { name: exit.name })}</Why> : exit.keptIn ? <Why tone="bad">{t('exits.errors.keptIn', { name: exit.name, finding: t(`exits.finding.${exit.keptIn}`) })}</Why> : exit.missing.length > 0 ? <p className="row"><b>{t('exits.card.next')}</b>{exit.missing.map((need) => <StateTag key={need} tone="soon">{t(`exits.needs.${need}`)}</StateTag>)}</p> : exit.state === 'allowed' && !exit.ended ? <p><StateTag tone="good">{t('exits.card.ready')}</StateTag></p> : null}
      <Facts rows={[
        [t('people.form.phone'), exit.phoneMasked === null ? null : <PersonNumber key="phone" personId={exit.personId} field="phone" masked={exit.phoneMasked} />],
        [t('exits.list.kind'), t(`exits.kinds.${exit.kind}`)], [t('exits.card.destination'), exit.destinationName], [t('exits.card.employer'), exit.employer], [t('exits.card.leaves'), f.day(exit.leavesOn)], [t('exits.card.until'), exit.untilOn ? f.day(exit.untilOn) : null],
        [t('exits.card.asked'), `${t(`exits.channel.${exit.channel}`)} · ${f.day(exit.askedOn)}${exit.applierName ? ` · ${exit.applierName}` : ''}`],
        [t('exits.card.certificate'), certificate], [t('exits.card.escort'), exit.escortName], [t('exits.card.emergency'), emergency], [t('exits.card.note'), exit.note],
        [t('exits.card.bus'), exit.plate && exit.departsAt ? t('exits.card.busSeat', { plate: exit.plate, seat: exit.seatNo ?? '', time: f.when(exit.departsAt) }) : null],
        [t(`exits.states.${exit.state === 'refused' ? 'refused' : 'allowed'}`), exit.decidedAt ? t('exits.card.decided', { name: exit.deciderName ?? '', time: f.when(exit.decidedAt) }) : null],
      ]} />
      <div className="row">
        {may('people.view') ? <Link to="/people" search={{ open: exit.personId } as never}>{t('exits.card.person')}</Link> : null}
        {exit.certificatePaper && may('documents.issue') ? <Link to="/documents/print" search={{ batch: exit.certificatePaper.batchId, position: String(exit.certificatePaper.position) } as never}>{t('exits.card.printCertificate')}</Link> : null}
        {exit.transportId ? <Link to={'/transport' as never} search={{ open: exit.transportId } as never}>{t('exits.card.openBus')}</Link> : null}
      </div>
    </>
  )
}

function Trips({ exit }: { exit: Exit }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  if (exit.trips.length === 0) return null
  return (
    <Section title={t('exits.card.trips')}>
      <ul className="exit-trips">{exit.trips.map((trip) => <li key={trip.tripId}><span>{t('exits.card.outAt', { time: f.when(trip.outAt) })}</span><span>{trip.backAt ? t('exits.card.backAt', { time: f.when(trip.backAt) }) : trip.notBackReason ?? <StateTag tone={trip.dueBackAt < now ? 'soon' : 'on'}>{t('exits.card.notYet')}</StateTag>}</span></li>)}</ul>
    </Section>
  )
}

function Checks({ exit }: { exit: Exit }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (exit.readings.length === 0) return null
  return (
    <Section title={t('exits.card.checks')}>
      <ul className="exit-trips">{exit.readings.slice(0, 8).map((one, i) => <li key={i}><span className="muted">{f.when(one.at)} · {t(`exits.card.occasions.${one.occasion}`)}</span><b className={one.abnormal ? 'bad-ink' : ''}>{[one.temperature === null ? '' : `${one.temperature.toFixed(1)} ℃`, ...one.symptoms.map((s) => t(`policies.symptoms.${s}`))].filter(Boolean).join(' · ')}</b></li>)}</ul>
    </Section>
  )
}
