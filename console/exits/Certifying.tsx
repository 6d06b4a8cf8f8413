import { Button } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { exitsApi, type ExitCard, type ExitLine, type Finding } from '../../modules/exits/contract.ts'
import { Section, StateTag } from '../../ui/card.tsx'
import { TemperatureInput } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords, type Say } from '../../ui/words.ts'
import type { ApiError } from '../../ui/client.ts'

/** 出证条件: what the data say, one line each. */
export function Findings({ findings }: { findings: readonly Finding[] }): ReactNode {
  const t = useWords()
  const said = useSaid()
  if (findings.length === 0) return null
  return (
    <Section title={t('exits.card.findings')}>
      <ul className="findings">{findings.map((one) => <li key={one.id}><StateTag tone={one.holds ? 'good' : 'bad'}>{t(one.holds ? `exits.findings.${one.id}` : `exits.finding.${one.id}`)}</StateTag><span className="muted small">{said(one)}</span></li>)}</ul>
      <p className="dim small">{t('exits.card.findingsHint')}</p>
    </Section>
  )
}

function useSaid(): (one: Finding) => string {
  const t = useWords()
  const f = useFormats()
  return (one) => {
    if (one.releasedOn) return t('exits.card.released', { day: f.day(one.releasedOn) })
    if (one.measure && one.endsOn) return t('exits.card.until2', { measure: t(`policies.measures.${one.measure}`), day: f.day(one.endsOn) })
    if (one.id === 'readings' && one.n) return t(one.lowest === one.highest ? 'exits.card.reading' : 'exits.card.readings', { n: one.n, lowest: one.lowest?.toFixed(1) ?? '', highest: one.highest?.toFixed(1) ?? '' })
    if (one.id === 'notDiagnosed' && one.at) return f.when(one.at)
    if (one.id === 'noFever' && one.highest !== null && one.at) return t('exits.card.fever', { celsius: one.highest.toFixed(1), time: f.when(one.at) })
    return one.symptoms.map((s) => t(`policies.symptoms.${s}`)).join('、')
  }
}

/** A refusal names the finding by its code; it is said in words here. */
export const saidOf = (t: Say, tError: (error: ApiError) => string, error: ApiError): string =>
  (error.code === 'exits.notHealthy' ? t('exits.errors.notHealthy', { name: String(error.params['name']), finding: t(`exits.finding.${String(error.params['finding'])}`) }) : tError(error))

/** 出具健康证明: with what is measured now, where nothing is on record. */
export function CertifyForm({ exit, onDone }: { exit: ExitCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const [temperature, setTemperature] = useState<number>()
  const [fault, setFault] = useState<string>()
  const undo = useCommandOf(exitsApi.undoCertificates)
  const certify = useCommandOf(exitsApi.certifyExit, {
    onDone: ({ batchId }) => { offerUndo(t('exits.act.certified'), () => undo.mutateAsync({ exitIds: [exit.exitId] })); onDone(); void navigate({ to: '/documents/print', search: { batch: batchId } as never }) },
    onRefused: (error) => setFault(saidOf(t, tError, error)),
  })
  const measured = exit.findings.find((one) => one.id === 'readings')?.holds ?? false
  const submit = () => (temperature === undefined && !measured ? setFault(t('exits.act.temperatureNeed')) : certify.mutate({ exitId: exit.exitId, ...(temperature === undefined ? {} : { temperature }) }))
  return (
    <Guided onSubmit={submit} faults={fault ? { temperature: fault } : {}}>
      <Field label={t(measured ? 'exits.act.temperatureNow' : 'exits.act.temperature')} fault={fault} group><TemperatureInput label={t('exits.act.temperature')} value={temperature} onChange={setTemperature} faulty={fault !== undefined} autoFocus /></Field>
      <FormFoot go={t('exits.act.certify')} busy={certify.isPending} onBack={onDone} />
    </Guided>
  )
}

/** Bulk: only those whose data are clean; the others are named with the reason, and all of it can be taken back. */
export function CertifySelected({ rows, onDone }: { rows: readonly ExitLine[]; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const undo = useCommandOf(exitsApi.undoCertificates)
  const certify = useCommandOf(exitsApi.certifyMany, {
    onDone: ({ certified, refused, batchId }) => {
      const left = refused.length > 0 ? [t('exits.act.leftOut', { n: refused.length, why: [...new Set(refused.map((one) => t(`exits.finding.${one.finding}`)))].join('、') })] : []
      if (certified.length === 0) { say(left.join('')); return }
      offerUndo([t('exits.act.certifiedMany', { n: certified.length }), ...left].join(' · '), () => undo.mutateAsync({ exitIds: certified }))
      onDone()
      if (batchId) void navigate({ to: '/documents/print', search: { batch: batchId } as never })
    },
    onRefused: (error) => say(tError(error)),
  })
  return <Button type="primary" loading={certify.isPending} onClick={() => certify.mutate({ exitIds: rows.map((row) => row.exitId) })}>{t('exits.act.selected', { n: rows.length })}</Button>
}
