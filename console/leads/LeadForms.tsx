import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { hospitalTransports, leadsApi, leadSteps, testFindings, toldParties, type LeadCard } from '../../modules/leads/contract.ts'
import { Choices, ManyChoices, TemperatureInput } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Props { lead: LeadCard; onDone: () => void }
type Told = (typeof toldParties)[number]
/** A time that cannot be right stands at its field until it is put right; what else is refused is said in passing. */
function useRefused(setFaults: (faults: Record<string, string>) => void): (error: ApiError) => void {
  const tError = useErrorWords()
  return (error) => (error.code === 'leads.wrongTime' ? setFaults({ at: tError(error) }) : say(tError(error)))
}

/** 记一步: what was done, when, what came of it, who was told. */
export function NoteForm({ lead, onDone }: Props): ReactNode {
  const t = useWords()
  const [step, setStep] = useState<(typeof leadSteps)[number]>()
  const [finding, setFinding] = useState<(typeof testFindings)[number]>()
  const [temperature, setTemperature] = useState<number>()
  const [note, setNote] = useState('')
  const [at, setAt] = useState('')
  const [told, setTold] = useState<Told[]>([])
  const [faults, setFaults] = useState<Record<string, string>>({})
  const save = useCommandOf(leadsApi.noteLead, { onDone: () => { say(t('leads.note.done')); onDone() }, onRefused: useRefused(setFaults) })
  const send = () => {
    const found: Record<string, string> = step === undefined ? { step: t('leads.note.chooseStep') } : step === 'testResult' && !finding ? { finding: t('leads.note.chooseFinding') } : {}
    setFaults(found)
    if (Object.keys(found).length > 0 || !step) return
    save.mutate({
      leadId: lead.leadId, step, told, ...(note.trim() ? { note: note.trim() } : {}), ...(at ? { at: `${at}:00+08:00` } : {}),
      ...(step === 'testResult' && finding ? { finding } : {}), ...(step === 'examination' && temperature !== undefined ? { temperature } : {}),
    })
  }
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('leads.note.step')} fault={faults['step']} group><Choices label={t('leads.note.step')} options={leadSteps.map((value) => ({ value, label: t(`leads.steps.${value}`) }))} value={step} onChange={setStep} /></Field>
      {step === 'testResult' ? <Field label={t('leads.note.finding')} fault={faults['finding']} group><Choices label={t('leads.note.finding')} options={testFindings.map((value) => ({ value, label: t(`leads.finding.${value}`) }))} value={finding} onChange={setFinding} /></Field> : null}
      {step === 'examination' ? <Field label={t('screening.form.temperature')} optional><TemperatureInput label={t('screening.form.temperature')} value={temperature} onChange={setTemperature} /></Field> : null}
      <Field label={t('leads.note.note')} optional><Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} placeholder={t('leads.note.notePlaceholder')} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <When at={at} setAt={setAt} fault={faults['at']} />
      <Told told={told} setTold={setTold} />
      <FormFoot go={t('leads.note.save')} busy={save.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 转送医院: which, how; the time is now unless said otherwise. */
export function ReferForm({ lead, onDone }: Props): ReactNode {
  const t = useWords()
  const [hospital, setHospital] = useState('')
  const [transport, setTransport] = useState<(typeof hospitalTransports)[number]>()
  const [at, setAt] = useState('')
  const [told, setTold] = useState<Told[]>([])
  const [faults, setFaults] = useState<Record<string, string>>({})
  const refer = useCommandOf(leadsApi.referLead, { onDone: () => { say(t('leads.refer.done', { hospital })); onDone() }, onRefused: useRefused(setFaults) })
  const send = () => {
    const found = { ...(hospital.trim().length < 2 ? { hospital: t('leads.refer.fill') } : {}), ...(transport ? {} : { transport: t('leads.refer.choose') }) }
    setFaults(found)
    if (Object.keys(found).length === 0 && transport) refer.mutate({ leadId: lead.leadId, hospital: hospital.trim(), transport, told, ...(at ? { at: `${at}:00+08:00` } : {}) })
  }
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('leads.refer.hospital')} fault={faults['hospital']}><Input size="large" autoFocus maxLength={80} placeholder={t('leads.refer.hospitalPlaceholder')} value={hospital} onChange={(event) => setHospital(event.target.value)} /></Field>
      <Field label={t('leads.refer.transport')} fault={faults['transport']} group><Choices label={t('leads.refer.transport')} options={hospitalTransports.map((value) => ({ value, label: t(`leads.hospitalTransport.${value}`) }))} value={transport} onChange={setTransport} /></Field>
      <When at={at} setAt={setAt} fault={faults['at']} />
      <Told told={told} setTold={setTold} />
      <FormFoot go={t('leads.refer.save')} busy={refer.isPending} onBack={onDone} />
    </Guided>
  )
}

/** Now, or the clock of what was done on the way. */
function When({ at, setAt, fault }: { at: string; setAt: (at: string) => void; fault: string | undefined }): ReactNode {
  const t = useWords()
  const [earlier, setEarlier] = useState(false)
  return (
    <Field label={t('leads.note.at')} fault={earlier ? fault : undefined} group>
      <div className="row">
        <Choices label={t('leads.note.at')} options={[{ value: 'now', label: t('leads.note.now') }, { value: 'earlier', label: t('leads.note.earlier') }]} value={earlier ? 'earlier' : 'now'} onChange={(value) => { setEarlier(value === 'earlier'); if (value === 'now') setAt('') }} />
        {earlier ? <MomentInput size="large" required style={{ width: 280 }} aria-label={t('leads.note.at')} value={at} onChange={setAt} /> : null}
      </div>
    </Field>
  )
}

function Told({ told, setTold }: { told: Told[]; setTold: (told: Told[]) => void }): ReactNode {
  const t = useWords()
  return <Field label={t('leads.note.told')} optional group><ManyChoices label={t('leads.note.told')} options={toldParties.map((value) => ({ value, label: t(`leads.told.${value}`) }))} value={told} onChange={setTold} /></Field>
}

/** 确认到院, with one press. */
export function ArriveButton({ lead }: { lead: LeadCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const arrive = useCommandOf(leadsApi.confirmArrival, { onDone: () => say(t('leads.refer.arrivedDone')), onRefused: (error) => say(tError(error)) })
  return <Button type="primary" loading={arrive.isPending} onClick={() => arrive.mutate({ leadId: lead.leadId })}>{t('leads.actions.arrive')}</Button>
}
