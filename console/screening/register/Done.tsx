import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { peopleApi } from '../../../modules/people/contract.ts'
import { screeningApi, type Outcome } from '../../../modules/screening/contract.ts'
import { StateTag, Why } from '../../../ui/card.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { say } from '../../../ui/undo.tsx'
import { useMay } from '../../me.ts'
import { useErrorWords, useWords, type Say } from '../../../ui/words.ts'
import { stateTone } from '../state-tone.ts'
import type { Found } from './told.ts'

/** The last step: what was decided, why, what happens next to whom; with undo, and the next of the family. */
export function Done({ name, outcome, onNext, onAnother }: { name: string; outcome: Outcome; onNext: (person: Found) => void; onAnother: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const language = useLanguage()
  const undo = useCommandOf(screeningApi.undoVerification, { onDone: () => { say(t('screening.done.undone')); onAnother() }, onRefused: (error) => say(tError(error)) })
  const { decision } = outcome
  return (
    <section className="guided done" aria-live="polite">
      <div className="row"><h2>{name}</h2><StateTag tone={stateTone[outcome.state]}>{t(`screening.done.${outcome.state === 'handedOver' ? 'toVerify' : outcome.state}`)}</StateTag>{decision?.measure ? <b>{t(`quarantine.measures.${decision.measure}`)}</b> : null}</div>
      {outcome.because ? <Why tone={outcome.leadId ? 'bad' : 'on'}>{outcome.because[language]}</Why> : null}
      <h3>{t('screening.done.next')}</h3>
      <ol className="next">{nextSteps(t, f, outcome).map((line) => <li key={line}>{line}</li>)}</ol>
      <p className="dim small">{t('screening.done.receipt', { no: outcome.receiptNo })}</p>
      <Family personId={outcome.personId} onNext={onNext} />
      <div className="row">
        <Button type="primary" size="large" autoFocus onClick={onAnother}>{t('screening.done.another')}</Button>
        {outcome.episodeId ? <Link to={'/quarantine' as never} search={{ open: outcome.episodeId } as never}><Button size="large">{t('screening.done.open')}</Button></Link> : null}
        {outcome.state === 'managed' || outcome.state === 'notManaged' || outcome.state === 'joined' ? <Button size="large" loading={undo.isPending} onClick={() => undo.mutate({ screeningId: outcome.screeningId })}>{t('screening.done.undo')}</Button> : null}
      </div>
    </section>
  )
}

function nextSteps(t: Say, f: ReturnType<typeof useFormats>, o: Outcome): string[] {
  const d = o.decision
  const lead = o.leadId && o.leadDueAt ? [t('screening.done.nextLead', { time: f.due(o.leadDueAt) })] : []
  if (o.state === 'toVerify') return [...lead, ...(o.verifyBy ? [t('screening.done.nextVerify', { time: f.due(o.verifyBy) })] : [])]
  if (!d?.measure) return [...lead, t('screening.done.nextNone')]
  const first = d.measure === 'centralQuarantine' ? t('screening.done.nextCentral') : d.stages.some((s) => s.visits.some((v) => v.by === 'doctor')) ? t('screening.done.nextDoctor', { name: t(`quarantine.measures.${d.measure}`) }) : t('screening.done.nextSelf')
  return [
    ...lead, first, ...(d.stages.length > 1 ? d.stages.map((s) => t('screening.done.stages', { measure: t(`quarantine.measures.${s.measure}`), days: s.days, from: f.day(s.startsOn), to: f.day(s.endsOn) })) : []),
    ...(d.household === 'together' ? [t('screening.done.nextHousehold')] : []), ...(o.extended ? [t('screening.done.extended', { day: f.day(d.endsOn) })] : []), t('screening.done.nextRelease', { day: f.day(d.endsOn) }),
  ]
}

/** The others of the household: who travelled along is registered with two answers. */
function Family({ personId, onNext }: { personId: string | null; onNext: (person: Found) => void }): ReactNode {
  const t = useWords()
  const card = useQueryOf(peopleApi.personCard, { personId: personId ?? '' }, { enabled: useMay()('people.view') && personId !== null }).data
  const others = card?.members.filter((one) => one.id !== personId) ?? []
  if (!card || others.length === 0) return null
  return (
    <div className="stack family">
      <span className="muted">{t('screening.done.family')}</span>
      <div className="choices">{others.map((one) => <button key={one.id} type="button" className="choice" onClick={() => onNext({ id: one.id, name: one.name, age: one.age, address: card.address })}>{one.name} <small>{one.age === null ? '' : t('ui.time.age', { n: one.age })}</small></button>)}</div>
    </div>
  )
}
