import { Button, Input, Select } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { exitsApi, type ExitCard } from '../../modules/exits/contract.ts'
import type { PersonBrief } from '../../modules/people/contract.ts'
import { exitKinds, symptoms as allSymptoms, type ExitKind, type Symptom } from '../../modules/policies/contract.ts'
import { Card, CardHead, Why } from '../../ui/card.tsx'
import { Choices, TemperatureInput } from '../../ui/choices.tsx'
import { DivisionPicker } from '../../ui/DivisionPicker.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PickPerson } from './PickPerson.tsx'
import { StateOf } from './ExitsPage.tsx'
import './exits.css'

interface Draft { person: PersonBrief | undefined; kind: ExitKind | undefined; code: string | undefined; place: string; detail: string; employer: string; leavesOn: string; untilOn: string; temperature: number | undefined; symptoms: Symptom[]; escortName: string; emergencyName: string; emergencyPhone: string; channel: 'desk' | 'paper'; askedOn: string; note: string }
const emptyFor = (today: string): Draft => ({ person: undefined, kind: undefined, code: undefined, place: '', detail: '', employer: '', leavesOn: today, untilOn: '', temperature: undefined, symptoms: [], escortName: '', emergencyName: '', emergencyPhone: '', channel: 'desk', askedOn: today, note: '' })

/** 登记外出申请: at the desk or from paper; the last step shows what was decided, why, and what is next. */
export default function ApplyPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const today = useToday()
  const [d, setDraft] = useState(() => emptyFor(today))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [made, setMade] = useState<ExitCard>()
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const withdraw = useCommandOf(exitsApi.withdrawExit)
  const apply = useCommandOf(exitsApi.applyForExit, {
    onDone: (exit) => { setMade(exit); if (exit.actions.includes('withdraw')) offerUndo(t(`exits.form.${resultOf(exit)}`), async () => { await withdraw.mutateAsync({ exitId: exit.exitId }); setMade(undefined) }) },
    onRefused: (error) => setFaults({ who: tError(error) }),
  })
  const rules = useQueryOf(exitsApi.exitRules, {}).data?.items ?? []
  const language = useLanguage()
  const said = (kind: ExitKind) => rules.find((rule) => rule.kind === kind)?.says[language]
  const submit = () => {
    const destinationName = [d.place, d.detail.trim()].filter(Boolean).join(' ')
    const found = { ...(d.person ? {} : { who: t('exits.form.whoNeed') }), ...(d.kind ? {} : { kind: t('exits.form.kindNeed') }), ...(d.kind === 'migrantWork' && !d.code ? { destination: t('exits.form.divisionNeed') } : destinationName.length >= 2 ? {} : { destination: t('exits.form.destinationNeed') }), ...(d.leavesOn ? {} : { leaves: t('exits.form.leavesNeed') }) }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.person || !d.kind) return
    const given = Object.fromEntries((['employer', 'untilOn', 'escortName', 'emergencyName', 'emergencyPhone', 'note'] as const).flatMap((key) => (d[key].trim() ? [[key, d[key].trim()]] : [])))
    apply.mutate({ personId: d.person.id, kind: d.kind, channel: d.channel, askedOn: d.channel === 'paper' ? d.askedOn : today, ...(d.code ? { destinationCode: d.code } : {}), destinationName, leavesOn: d.leavesOn, symptoms: d.symptoms, ...(d.temperature === undefined ? {} : { temperature: d.temperature }), ...given })
  }
  if (made) return <Done exit={made} onAnother={() => { setMade(undefined); setDraft(emptyFor(today)) }} />
  return (
    <Page title={t('exits.form.title')} sub={t('exits.form.sub')}>
      <div className="paper exit-form">
        <Guided onSubmit={submit} faults={faults}>
          <Field label={t('exits.form.who')} fault={faults['who']} group><PickPerson value={d.person} onChange={(person) => set({ person })} /></Field>
          <Field label={t('exits.form.kind')} fault={faults['kind']} group><Choices label={t('exits.form.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={exitKinds.map((value) => ({ value, label: t(`exits.kinds.${value}`), ...(said(value) ? { hint: said(value) } : {}) }))} /></Field>
          <Field label={t('exits.form.destination')} fault={faults['destination']} group><DivisionPicker label={t('exits.form.destination')} value={d.code} onChange={(code, division) => set({ code, place: division?.fullName ?? '' })} /></Field>
          <Field label={t('exits.form.detail')} optional><Input size="large" maxLength={60} placeholder={t('exits.form.detailHint')} value={d.detail} onChange={(event) => set({ detail: event.target.value })} /></Field>
          {d.kind === 'migrantWork' || d.kind === 'localWork' ? <Field label={t('exits.form.employer')} optional><Input size="large" maxLength={60} value={d.employer} onChange={(event) => set({ employer: event.target.value })} /></Field> : null}
          <div className="pair">
            <Field label={t('exits.form.leaves')} fault={faults['leaves']}><DayInput size="large" value={d.leavesOn} onChange={(day) => set({ leavesOn: day })} /></Field>
            {d.kind === 'migrantWork' ? null : <Field label={t(d.kind === 'localWork' ? 'exits.form.untilWork' : 'exits.form.until')} optional><DayInput size="large" min={d.leavesOn} value={d.untilOn} onChange={(day) => set({ untilOn: day })} /></Field>}
          </div>
          <Field label={t('exits.form.temperature')} optional group><TemperatureInput label={t('exits.form.temperature')} value={d.temperature} onChange={(temperature) => set({ temperature })} /></Field>
          <Field label={t('exits.act.symptomsNow')} group><Select mode="multiple" size="large" aria-label={t('exits.form.symptoms')} placeholder={t('exits.form.none')} value={d.symptoms} options={allSymptoms.map((value) => ({ value, label: t(`policies.symptoms.${value}`) }))} onChange={(symptoms) => set({ symptoms })} /></Field>
          {d.kind === 'medical' ? <Field label={t('exits.form.escort')} optional><Input size="large" maxLength={40} value={d.escortName} onChange={(event) => set({ escortName: event.target.value })} /></Field> : null}
          {d.kind === 'migrantWork' ? <div className="pair"><Field label={t('exits.form.emergencyName')} optional><Input size="large" maxLength={40} value={d.emergencyName} onChange={(event) => set({ emergencyName: event.target.value })} /></Field><Field label={t('exits.form.emergencyPhone')} optional><Input size="large" inputMode="tel" maxLength={20} value={d.emergencyPhone} onChange={(event) => set({ emergencyPhone: event.target.value })} /></Field></div> : null}
          <Field label={t('exits.form.channel')} group><Choices label={t('exits.form.channel')} value={d.channel} onChange={(channel) => set({ channel })} options={(['desk', 'paper'] as const).map((value) => ({ value, label: t(`exits.channel.${value}`) }))} /></Field>
          {d.channel === 'paper' ? <Field label={t('exits.form.askedOn')}><DayInput size="large" max={today} value={d.askedOn} onChange={(day) => set({ askedOn: day })} /></Field> : null}
          <FormFoot go={t('exits.form.go')} busy={apply.isPending}><Link to={'/exits' as never}><Button size="large">{t('exits.form.list')}</Button></Link></FormFoot>
        </Guided>
      </div>
    </Page>
  )
}

const resultOf = (exit: ExitCard): 'refused' | 'certificateDue' | 'allowed' | 'applied' => (exit.state === 'refused' || exit.state === 'certificateDue' || exit.state === 'allowed' ? exit.state : 'applied')
const nextOf = { certificate: 'nextCertificate', seat: 'nextSeat', temperature: 'nextTemperature', escort: 'nextEscort', approval: 'nextApproval' } as const

function Done({ exit, onAnother }: { exit: ExitCard; onAnother: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  return (
    <Page title={t(`exits.form.${resultOf(exit)}`)} sub={`${exit.name} · ${t(`exits.kinds.${exit.kind}`)} · ${exit.destinationName} · ${f.day(exit.leavesOn)}`}>
      <Card>
        <CardHead name={exit.name} under={exit.address} state={<StateOf line={exit} />} />
        <Why {...(exit.state === 'refused' ? { tone: 'bad' as const } : {})}>{exit.decision.because[language]}{exit.decision.quote ? <><br /><span className="small">{t('exits.card.why')}:“{exit.decision.quote}”</span></> : null}</Why>
        {exit.decision.needs.length > 0 ? <><h3>{t('exits.form.next')}</h3><ol className="exit-next">{exit.decision.needs.map((need) => <li key={need}>{t(`exits.form.${nextOf[need]}`)}</li>)}</ol></> : null}
        <div className="row"><Button type="primary" size="large" onClick={onAnother}>{t('exits.form.another')}</Button><Link to={'/exits' as never} search={{ tab: 'all', open: exit.exitId } as never}><Button size="large">{t('exits.form.open')}</Button></Link></div>
      </Card>
    </Page>
  )
}
