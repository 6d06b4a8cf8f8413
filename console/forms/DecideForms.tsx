import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { formsApi, type FormCard } from '../../modules/forms/contract.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Props { form: FormCard; onDone: () => void }

/** 准入 or 不予准入, with the reason the communities read. */
export function AdmitForm({ form, decline, onDone }: Props & { decline: boolean }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [basis, setBasis] = useState(form.basis)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [fault, setFault] = useState<string>()
  const { formId, name } = form
  const withdraw = useCommandOf(formsApi.withdrawAdmission)
  const onRefused = (error: Parameters<typeof tError>[0]) => say(tError(error))
  const done = (key: string) => { offerUndo(t(key, { name }), () => withdraw.mutateAsync({ formId })); onDone() }
  const admit = useCommandOf(formsApi.admitForm, { onDone: () => done('forms.admit.done'), onRefused })
  const refuse = useCommandOf(formsApi.declineForm, { onDone: () => done('forms.admit.declined'), onRefused })
  const submit = () => {
    if (reason.trim().length < 2) return setFault(t('ui.form.required'))
    if (decline) refuse.mutate({ formId, reason })
    else admit.mutate({ formId, basis, reason, ...(until ? { until } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
      <h3>{t(decline ? 'forms.admit.declineTitle' : 'forms.admit.title')}</h3>
      {decline ? null : <Field label={t('forms.admit.basis')} hint={t('forms.admit.basisHint')}><Input size="large" maxLength={120} value={basis} onChange={(event) => setBasis(event.target.value)} /></Field>}
      <Field label={t('forms.admit.reason')} hint={t(decline ? 'forms.admit.declineHint' : 'forms.admit.reasonHint')} fault={fault}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      {decline ? null : <Field label={t('forms.admit.until')} hint={t('forms.admit.untilHint')}><DayInput size="large" value={until} onChange={setUntil} aria-label={t('forms.admit.until')} /></Field>}
      <FormFoot go={t(decline ? 'forms.admit.declineGo' : 'forms.admit.go')} busy={admit.isPending || refuse.isPending}><Button size="large" onClick={onDone}>{t('ui.form.cancel')}</Button></FormFoot>
    </Guided>
  )
}

export function StopForm({ form, onDone }: Props): ReactNode {
  const t = useWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const resume = useCommandOf(formsApi.resumeForm)
  const stop = useCommandOf(formsApi.stopForm, { onDone: () => { offerUndo(t('forms.stop.done', { name: form.name }), () => resume.mutateAsync({ formId: form.formId })); onDone() } })
  return (
    <Guided onSubmit={() => (reason.trim().length < 2 ? setFault(t('ui.form.required')) : stop.mutate({ formId: form.formId, reason }))} faults={fault ? { reason: fault } : {}}>
      <Field label={t('forms.stop.reason')} hint={t('forms.stop.hint')} fault={fault}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('forms.stop.go')} busy={stop.isPending}><Button size="large" onClick={onDone}>{t('ui.form.cancel')}</Button></FormFoot>
    </Guided>
  )
}
