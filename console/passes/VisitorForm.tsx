import { Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { passesApi, visitorPurposes, type PassCard } from '../../modules/passes/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { HomePicker, type Home } from './HomePicker.tsx'

/** Where a refusal stands. */
const at: Readonly<Record<string, string>> = { 'passes.visitTooLong': 'hours', 'passes.documentWrong': 'document' }
type Purpose = (typeof visitorPurposes)[number]

/** 登记访客: the household is asked, on its own page or by phone. */
export function VisitorForm({ onDone }: { onDone: (card: PassCard) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [home, setHome] = useState<Home>()
  const [purpose, setPurpose] = useState<Purpose>()
  const [texts, setTexts] = useState({ name: '', document: '', phone: '', from: '' })
  const [hours, setHours] = useState<number | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (name: keyof typeof texts) => (event: { target: { value: string } }) => setTexts({ ...texts, [name]: event.target.value })
  const announce = useCommandOf(passesApi.announceVisitor, { onDone, onRefused: (error) => setFaults({ [at[error.code] ?? 'home']: tError(error) }) })
  const submit = () => {
    const wrong = { ...(home ? {} : { home: t('passes.form.needHousehold') }), ...(texts.name.trim() ? {} : { name: t('passes.form.needName') }), ...(purpose ? {} : { purpose: t('passes.form.needPurpose') }) }
    setFaults(wrong)
    if (!home || !purpose || !texts.name.trim()) return
    announce.mutate({ householdId: home.householdId, name: texts.name, purpose, ...(texts.document.trim() ? { document: texts.document } : {}), ...(texts.phone.trim() ? { phone: texts.phone } : {}), ...(texts.from.trim() ? { from: texts.from } : {}), ...(hours ? { hours } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('passes.form.household')} group fault={faults['home']}><HomePicker value={home} onChange={setHome} /></Field>
      <Field label={t('passes.form.visitor')} fault={faults['name']}><Input size="large" maxLength={60} value={texts.name} onChange={set('name')} /></Field>
      <Field label={t('passes.form.purpose')} group fault={faults['purpose']}><Choices label={t('passes.form.purpose')} value={purpose} onChange={setPurpose} options={visitorPurposes.map((value) => ({ value, label: t(`passes.purposes.${value}`) }))} /></Field>
      <div className="pass-pair">
        <Field label={t('passes.form.phone')} optional><Input size="large" inputMode="tel" maxLength={20} value={texts.phone} onChange={set('phone')} /></Field>
        <Field label={t('passes.form.hours')} optional fault={faults['hours']}><InputNumber size="large" min={1} max={72} value={hours} onChange={setHours} style={{ width: '100%' }} /></Field>
      </div>
      <Field label={t('passes.form.document')} optional fault={faults['document']}><Input size="large" maxLength={30} autoComplete="off" value={texts.document} onChange={set('document')} /></Field>
      <Field label={t('passes.form.from')} optional><Input size="large" maxLength={60} value={texts.from} onChange={set('from')} /></Field>
      <FormFoot go={t('passes.form.goVisitor')} busy={announce.isPending} />
    </Guided>
  )
}
