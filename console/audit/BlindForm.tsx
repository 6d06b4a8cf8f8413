import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

const ways = ['document', 'phone', 'id'] as const
type Asked = { by: (typeof ways)[number]; text: string; reason: string }

/** A person named by a number from a complaint, matched blind, with the reason for asking. */
export function BlindForm({ go, busy, error, onGo }: { go: string; busy: boolean; error: unknown; onGo: (asked: Asked) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [by, setBy] = useState<Asked['by']>('document')
  const [form, setForm] = useState({ text: '', reason: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const submit = () => {
    const missing = {
      ...(form.text.trim().length < 4 ? { text: t('ui.form.required') } : {}), ...(form.reason.trim().length < 2 ? { reason: t('ui.form.required') } : {}),
    }
    setFaults(missing)
    if (Object.keys(missing).length === 0) onGo({ by, text: form.text.trim(), reason: form.reason.trim() })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Choices label={t('audit.trace.by')} value={by} onChange={setBy} options={ways.map((value) => ({ value, label: t(`audit.trace.ways.${value}`) }))} />
      <Field label={t(`audit.trace.ways.${by}`)} hint={t('audit.trace.blind')} fault={faults['text']}>
        <Input size="large" autoFocus autoComplete="off" value={form.text} onChange={(event) => setForm({ ...form, text: event.target.value })} />
      </Field>
      <Field label={t('ui.form.reason')} hint={t('audit.trace.reasonHint')} fault={faults['reason']}>
        <Input size="large" value={form.reason} onChange={(event) => setForm({ ...form, reason: event.target.value })} />
      </Field>
      {error ? <p className="why bad" role="alert">{tError(error)}</p> : null}
      <FormFoot go={go} busy={busy} />
    </Guided>
  )
}
