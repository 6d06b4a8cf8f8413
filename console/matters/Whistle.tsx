import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { mattersApi, raters, whistleKinds, type Department, type MatterCard, type WhistleKind } from '../../modules/matters/contract.ts'
import { Section, StateTag, Why } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useForm, type Props } from './Forms.tsx'

const KNOWN = ['urban', 'market', 'housing', 'police', 'fire', 'health', 'civil', 'water', 'power'] as const
/** Departments that are called again and again; others are typed. */
function useKnown(): string[] {
  const t = useWords()
  return KNOWN.map((one) => t(`matters.act.known.${one}`))
}

/** 吹哨: what kind, which departments if one knows, and why. */
export function WhistleForm({ m, onDone }: Props): ReactNode {
  const t = useWords()
  const known = useKnown()
  const [kind, setKind] = useState<WhistleKind>()
  const [departments, setDepartments] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const { faults, check, said, onRefused } = useForm(m.matterId, 'reason', onDone)
  const whistle = useCommandOf(mattersApi.whistleMatter, { onDone: () => said(t('matters.act.whistled')), onRefused })
  const send = () => {
    if (check({ ...(kind ? {} : { kind: t('matters.act.whistleNeed') }), ...(reason.trim().length < 2 ? { reason: t('matters.act.reasonNeed') } : {}) }) && kind) whistle.mutate({ matterId: m.matterId, kind, departments, reason: reason.trim() })
  }
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('matters.act.whistleKind')} fault={faults['kind']} {...(kind ? { hint: t(`matters.act.within.${kind}`) } : {})} group><Choices label={t('matters.act.whistleKind')} value={kind} onChange={setKind} options={whistleKinds.map((value) => ({ value, label: t(`matters.whistles.${value}`) }))} /></Field>
      <Field label={t('matters.act.departments')} optional hint={t('matters.act.departmentsHint')} group><Select mode="tags" size="large" style={{ width: '100%' }} maxCount={8} aria-label={t('matters.act.departments')} value={departments} options={known.map((value) => ({ value, label: value }))} onChange={(names: string[]) => setDepartments(names.map((one) => one.trim()).filter((one) => one.length > 1))} /></Field>
      <Field label={t('matters.act.reason')} fault={faults['reason']}><Input size="large" maxLength={300} placeholder={t('matters.act.reasonHint.whistle')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('matters.actions.whistle')} busy={whistle.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 报到: which department has come, and who; one that was not called is typed. */
export function ReportInForm({ m, onDone }: Props): ReactNode {
  const t = useWords()
  const waiting = m.departments.filter(({ reportedAt }) => reportedAt === null).map(({ name }) => name)
  const names = [...new Set([...waiting, ...useKnown()])]
  const [name, setName] = useState<string | undefined>(waiting[0])
  const [who, setWho] = useState('')
  const [leads, setLeads] = useState<'yes' | 'no'>(m.departments.some(({ lead }) => lead) ? 'no' : 'yes')
  const { faults, check, said, onRefused } = useForm(m.matterId, 'department', onDone)
  const report = useCommandOf(mattersApi.reportInMatter, { onDone: () => said(t('matters.act.reportedIn', { name: name ?? '' })), onRefused })
  const send = () => { if (check(name ? {} : { department: t('matters.act.departmentNeed') }) && name) report.mutate({ matterId: m.matterId, department: name, lead: leads === 'yes', ...(who.trim() ? { who: who.trim() } : {}) }) }
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('matters.act.department')} fault={faults['department']} group><Select mode="tags" size="large" maxCount={1} style={{ width: '100%' }} aria-label={t('matters.act.department')} value={name ? [name] : []} options={names.map((value) => ({ value, label: value }))} onChange={(picked: string[]) => setName(picked.at(-1)?.trim() || undefined)} /></Field>
      <Field label={t('matters.act.who')} optional><Input size="large" maxLength={40} placeholder={t('matters.act.whoHint')} value={who} onChange={(event) => setWho(event.target.value)} /></Field>
      <Field label={t('matters.act.leads')} group><Choices label={t('matters.act.leads')} value={leads} onChange={setLeads} options={[{ value: 'yes', label: t('matters.act.leadYes') }, { value: 'no', label: t('matters.act.leadNo') }]} /></Field>
      <FormFoot go={t('matters.actions.reportIn')} busy={report.isPending} onBack={onDone} />
    </Guided>
  )
}

const scores = ['5', '4', '3', '2', '1'] as const

/** 打分: of a department that came; nothing is chosen before. */
export function RateForm({ m, onDone }: Props): ReactNode {
  const t = useWords()
  const there = m.departments.filter(({ reportedAt }) => reportedAt !== null)
  const [name, setName] = useState<string | undefined>(there.length === 1 ? there[0]?.name : undefined)
  const [score, setScore] = useState<(typeof scores)[number]>()
  const [word, setWord] = useState('')
  const { faults, check, said, onRefused } = useForm(m.matterId, 'score', onDone)
  const rate = useCommandOf(mattersApi.rateMatter, { onDone: () => said(t('matters.act.rated', { name: name ?? '' })), onRefused })
  const send = () => {
    if (check({ ...(name ? {} : { department: t('matters.act.departmentNeed') }), ...(score ? {} : { score: t('matters.act.scoreNeed') }) }) && name && score) rate.mutate({ matterId: m.matterId, department: name, score: Number(score), ...(word.trim() ? { word: word.trim() } : {}) })
  }
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('matters.act.department')} fault={faults['department']} group><Choices label={t('matters.act.department')} value={name} onChange={setName} options={there.map((one) => ({ value: one.name, label: one.name }))} /></Field>
      <Field label={t('matters.act.score')} fault={faults['score']} group><Choices label={t('matters.act.score')} value={score} onChange={setScore} options={scores.map((value) => ({ value, label: t('matters.card.score', { n: value }) }))} /></Field>
      <Field label={t('matters.act.word')} optional><Input size="large" maxLength={200} placeholder={t('matters.act.wordHint')} value={word} onChange={(event) => setWord(event.target.value)} /></Field>
      <FormFoot go={t('matters.actions.rate')} busy={rate.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 部门报到: who was called and who came when, who leads, and what both sides say of them. */
export function Departments({ m }: { m: MatterCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  if (!m.whistleKind || !m.reportBy) return null
  const late = m.reportedAt === null && m.reportBy < now && !['done', 'closed', 'withdrawn'].includes(m.state)
  const clock = m.reportedAt ? t('matters.card.reportedIn', { time: f.when(m.reportedAt) }) : t(late ? 'matters.card.reportLate' : 'matters.card.reportBy', { time: f.when(m.reportBy) })
  return (
    <Section title={`${t('matters.card.departments')} · ${t(`matters.whistles.${m.whistleKind}`)}`}>
      <Why {...(late ? { tone: 'bad' as const } : {})}>{clock}</Why>
      <ul className="matter-links">{m.departments.map((one) => <li key={one.name}><One one={one} /></li>)}</ul>
    </Section>
  )
}

function One({ one }: { one: Department }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const said = raters.flatMap((by) => { const rating = one[by]; return rating ? [`${t(`matters.card.scores.${by}`)} ${t('matters.card.score', { n: rating.score })}${rating.word ? ` ${rating.word}` : ''}`] : [] })
  return (
    <>
      <b>{one.name}</b> {one.lead ? <StateTag tone="on">{t('matters.card.lead')}</StateTag> : null} {one.reportedAt ? <>{f.when(one.reportedAt)} {one.who}</> : <span className="dim">{t('matters.card.notIn')}</span>}
      {said.length > 0 ? <><br /><span className="muted small">{said.join(' · ')}</span></> : null}
    </>
  )
}
