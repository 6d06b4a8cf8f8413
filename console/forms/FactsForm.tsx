import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { formsApi, frequencies, type FormCard } from '../../modules/forms/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { ClockInput, DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 报表登记: what it is called, who asks for it, how often and until when. */
export function FactsForm({ form, onDone }: { form: FormCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { today } = useFormats()
  const [facts, setFacts] = useState({ name: form.name, department: form.department, basis: form.basis, frequency: form.frequency, dueOn: form.dueOn ?? today, dueWeekday: form.dueWeekday ?? 5, dueDate: form.dueDate ?? 25, dueTime: form.dueTime })
  const [fault, setFault] = useState<string>()
  const set = (more: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...more }))
  const save = useCommandOf(formsApi.setFormFacts, { onDone: () => { say(t('forms.facts.saved')); onDone() }, onRefused: (error) => say(tError(error)) })
  const submit = () => {
    if (facts.name.trim() === '') return setFault(t('forms.facts.nameNeed'))
    const { dueOn, dueWeekday, dueDate, ...rest } = facts
    save.mutate({ formId: form.formId, ...rest, dueOn, ...(facts.frequency === 'weekly' ? { dueWeekday } : {}), ...(facts.frequency === 'monthly' ? { dueDate } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={fault ? { name: fault } : {}}>
      <h2>{t('forms.facts.title')}</h2>
      <Field label={t('forms.facts.name')} fault={fault}><Input size="large" maxLength={80} value={facts.name} onChange={(event) => set({ name: event.target.value })} /></Field>
      <Field label={t('forms.facts.department')} hint={t('forms.facts.departmentHint')} optional><Input size="large" maxLength={60} value={facts.department} onChange={(event) => set({ department: event.target.value })} /></Field>
      <Field label={t('forms.facts.basis')} hint={t('forms.facts.basisHint')} optional><Input size="large" maxLength={60} value={facts.basis} onChange={(event) => set({ basis: event.target.value })} /></Field>
      <Field label={t('forms.facts.frequency')} group><Choices label={t('forms.facts.frequency')} value={facts.frequency} onChange={(frequency) => set({ frequency })} options={frequencies.map((value) => ({ value, label: t(`forms.frequencies.${value}`) }))} /></Field>
      <div className="form-pair">
        {facts.frequency === 'once' ? <Field label={t('forms.facts.dueOn')}><DayInput size="large" needed value={facts.dueOn} onChange={(dueOn) => set({ dueOn })} aria-label={t('forms.facts.dueOn')} /></Field>
          : facts.frequency === 'weekly' ? <Field label={t('forms.facts.dueWeekday')}><Select size="large" aria-label={t('forms.facts.dueWeekday')} value={facts.dueWeekday} onChange={(dueWeekday) => set({ dueWeekday })} options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: t(`forms.weekdays.d${value}`) }))} /></Field>
            : facts.frequency === 'monthly' ? <Field label={t('forms.facts.dueDate')}><Select size="large" aria-label={t('forms.facts.dueDate')} value={facts.dueDate} onChange={(dueDate) => set({ dueDate })} options={Array.from({ length: 31 }, (_, i) => ({ value: i + 1, label: t('forms.facts.dueDay', { n: i + 1 }) }))} /></Field> : null}
        <Field label={t('forms.facts.dueTime')}><ClockInput size="large" needed value={facts.dueTime} onChange={(dueTime) => set({ dueTime })} aria-label={t('forms.facts.dueTime')} /></Field>
      </div>
      <FormFoot go={t('forms.facts.save')} busy={save.isPending}><Button size="large" onClick={onDone}>{t('ui.form.cancel')}</Button></FormFoot>
    </Guided>
  )
}
