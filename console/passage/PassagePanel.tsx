import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { passageApi, type Passage } from '../../modules/passage/contract.ts'
import { plateText } from '../../modules/people/rules.ts'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { dayOf } from '../../kernel/dates.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { usePassageWords } from '../../ui/passage-words.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { toneOf } from './tones.ts'

type Full = OutputOf<(typeof passageApi)['getPassage']>

/** The whole story of one passage: what was decided by which order, what the server would have, and the household around it. */
export function PassagePanel({ eventId }: { eventId: string }): ReactNode {
  return <Loaded of={useQueryOf(passageApi.getPassage, { eventId })}>{(data) => <Shown passage={data} />}</Loaded>
}

function Shown({ passage: p }: { passage: Full }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const words = usePassageWords()
  return (
    <Card>
      <CardHead
        name={words.who(p)} beside={t(`passage.subjects.${p.subject}`)} under={p.address}
        state={<StateTag tone={p.takenBackAt ? 'off' : toneOf[p.outcome]}>{p.takenBackAt ? t('passage.page.takenBack') : t(`passage.outcomes.${p.outcome}`)}</StateTag>}
      />
      <Why tone={p.takenBackAt ? 'off' : p.outcome === 'refer' ? 'bad' : p.outcome === 'refuse' ? 'soon' : 'off'}>{words.reason(p.reason)}</Why>
      <p className="muted small">{t('passage.card.at', { when: f.at(p.at), gate: `${p.areaName} ${p.gateName}`, way: t(`passage.directions.${p.direction}`) })}</p>
      {p.outcome !== p.decided ? <p className="bad-ink">{t('passage.card.overruled', { decided: t(`passage.outcomes.${p.decided}`), outcome: t(`passage.outcomes.${p.outcome}`) })}</p> : null}
      {p.differs && p.serverOutcome && p.serverReason ? (
        <Section title={t('passage.page.differs')}>
          <Facts rows={[[t('passage.card.decided'), `${t(`passage.outcomes.${p.decided}`)}:${words.reason(p.reason)}`], [t('passage.card.server'), `${t(`passage.outcomes.${p.serverOutcome}`)}:${words.reason(p.serverReason)}`]]} />
          <p className="muted small">{t('passage.card.bothKept')}</p>
        </Section>
      ) : null}
      {p.warnings.length > 0 ? <ul className="passage-warnings">{p.warnings.map((w, i) => <li key={i}>{words.warning(w)}</li>)}</ul> : null}
      <Section title={t('passage.card.facts')}><Facts rows={useFacts(p)} /></Section>
      {p.settledAt ? <p><StateTag>{t('passage.page.settled')}</StateTag> {p.settleNote} <span className="muted small">{p.settlerName} {f.when(p.settledAt)}</span></p> : null}
      {p.householdId ? <Section title={t('passage.card.around')} extra={<HouseholdLink id={p.householdId} />}><Around items={p.around} /></Section> : null}
      <Actions passage={p} />
    </Card>
  )
}

function useFacts(p: Full): (readonly [ReactNode, ReactNode])[] {
  const t = useWords()
  const f = useFormats()
  const late = Date.parse(p.receivedAt) - Date.parse(p.at) > 60_000
  return [
    [t('passage.card.emergency'), p.emergency ? `${t(`passage.emergencies.${p.emergency}`)} · ${t('passage.card.emergencyNote')}` : null], [t('passage.card.purpose'), p.purpose ? t(`passage.purposes.${p.purpose}`) : null],
    [t('passage.card.temperature'), p.temperature === null ? t('passage.card.notMeasured') : `${p.temperature.toFixed(1)} ℃`], [t('passage.card.code'), p.code ? t(`passage.codes.${p.code}`) : null],
    [t('passage.card.identity'), t(`passage.identities.${p.identity}`)], [t('passage.card.plate'), p.plate ? plateText(p.plate) : null], [t('passage.card.pass'), p.passNo], [t('passage.card.companions'), p.companions > 0 ? t('passage.card.companionsN', { n: p.companions }) : null],
    [t('passage.card.step'), t(`passage.steps.${p.step}`)], [t('passage.card.order'), p.orderNo], [t('passage.card.keeper'), p.keeperName], [t('passage.columns.arrived'), late ? t('passage.card.receivedLater', { when: f.at(p.receivedAt) }) : null],
    ['', p.clockSaid ? t('passage.card.clockAhead', { when: f.at(p.clockSaid) }) : null], [t('passage.card.note'), p.note],
  ]
}

function HouseholdLink({ id }: { id: string }): ReactNode {
  const t = useWords()
  return useMay()('people.view') ? <Link to="/household" search={{ open: id } as never}>{t('passage.card.openHousehold')}</Link> : null
}

function Around({ items }: { items: readonly Passage[] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const words = usePassageWords()
  if (items.length === 0) return <p className="dim">{t('passage.card.noAround')}</p>
  return (
    <ul className="timeline">
      {items.map((one) => <li key={one.eventId}><time dateTime={one.at} title={f.at(one.at)}>{f.when(one.at)}</time><span>{t(`passage.directions.${one.direction}`)} · {one.gateName} · {t(`passage.outcomes.${one.outcome}`)} <span className="who">{words.who(one)}</span></span></li>)}
    </ul>
  )
}

function Actions({ passage: p }: { passage: Full }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const may = useMay()
  const [settling, setSettling] = useState(false)
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const back = useCommandOf(passageApi.takeBackPassage, { ...refused, onDone: (p) => say(t(p.leadStays ? 'passage.card.leadStays' : 'passage.card.takenBack')) })
  const unsettle = useCommandOf(passageApi.unsettlePassage, { ...refused, onDone: () => say(t('passage.card.unsettled')) })
  if (!may('passage.record') || p.takenBackAt) return null
  if (settling) return <SettleForm eventId={p.eventId} onDone={() => setSettling(false)} />
  const today = dayOf(p.receivedAt) === f.today
  const held = p.outcome === 'refer'
  if (!held && !today) return null
  return (
    <ActionBar>
      {held && !p.settledAt ? <Button type="primary" onClick={() => setSettling(true)}>{t('passage.card.settle')}</Button> : null}
      {p.settledAt ? <Button loading={unsettle.isPending} onClick={() => unsettle.mutate({ eventId: p.eventId })}>{t('passage.card.unsettle')}</Button> : null}
      {today ? <Button loading={back.isPending} onClick={() => back.mutate({ eventId: p.eventId })}>{t('passage.card.takeBack')}</Button> : null}
    </ActionBar>
  )
}

function SettleForm({ eventId, onDone }: { eventId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string>()
  const undo = useCommandOf(passageApi.unsettlePassage)
  const settle = useCommandOf(passageApi.settlePassage, { onRefused: (error) => setFault(tError(error)), onDone: () => { offerUndo(t('passage.card.settled', { note: note.trim() }), () => undo.mutateAsync({ eventId })); onDone() } })
  return (
    <Guided onSubmit={() => { if (note.trim().length < 2) setFault(t('passage.card.settlePrompt')); else settle.mutate({ eventId, note: note.trim() }) }} faults={fault ? { note: fault } : {}}>
      <Field label={t('passage.card.settle')} fault={fault}><Input size="large" autoFocus maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} placeholder={t('passage.card.settlePlaceholder')} /></Field>
      <FormFoot go={t('passage.card.settleGo')} busy={settle.isPending} onBack={onDone} />
    </Guided>
  )
}
