import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Props { go: ReactNode; busy: boolean; error: unknown; onGo: (reason: string) => void; onCancel: () => void; children?: ReactNode }

/** An act that wants one sentence why, kept in the audit trail. */
export function WithReason({ go, busy, error, onGo, onCancel, children }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const submit = () => {
    const missing: Record<string, string> = reason.trim().length < 2 ? { reason: t('ui.form.required') } : {}
    setFaults(missing)
    if (!missing['reason']) onGo(reason.trim())
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      {children}
      <Field label={t('ui.form.reason')} hint={t('ui.form.reasonHint')} fault={faults['reason']}>
        <Input size="large" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {error ? <p className="why bad" role="alert">{tError(error)}</p> : null}
      <FormFoot go={go} busy={busy} onBack={onCancel} back={t('ui.form.cancel')} />
    </Guided>
  )
}
