import { Button, Checkbox, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type * as z from 'zod'
import { Choices } from './choices.tsx'
import { ApiError, download, type Asked } from './client.ts'
import { Field, FormFoot, Guided } from './form.tsx'
import { useErrorWords, useWords } from './words.ts'

interface Props<I extends z.ZodObject> {
  endpoint: Asked<I>
  /** What is exported, without format, reason and numbers: those are asked here. */
  input: Record<string, unknown>
  /** Offers clear numbers; they need an approval. */
  mayClear: boolean
  /** Where it is fetched once approved, for pages whose readers do not see the register of exports. */
  waitsHint?: string
  onClose: () => void
}

/**
 * Reason, format, go: a small export comes at once; one that needs an approval says so and where to find it later.
 * `<ExportForm endpoint={rosterApi.exportPeople} input={{ areaId }} mayClear={may('people.reveal')} onClose={…} />`
 */
export function ExportForm<I extends z.ZodObject>({ endpoint, input, mayClear, waitsHint, onClose }: Props<I>): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [clear, setClear] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [waits, setWaits] = useState<string>()
  const submit = async () => {
    if (reason.trim().length < 2) return setFault(t('ui.form.required'))
    setBusy(true)
    setFault(undefined)
    try {
      await download(endpoint, { ...input, format, reason: reason.trim(), ...(clear ? { clear: 'true' } : {}) } as never)
      onClose()
    } catch (error) {
      const waiting = error instanceof ApiError && error.code.startsWith('exports.waitsFor')
      ;(waiting ? setWaits : setFault)(tError(error))
    } finally {
      setBusy(false)
    }
  }
  if (waits) return <Waiting said={waits} hint={waitsHint} onClose={onClose} />
  return (
    <Guided onSubmit={() => void submit()} faults={fault ? { reason: fault } : {}}>
      <Field label={t('ui.form.reason')} hint={t('exports.form.reasonHint')} fault={fault}>
        <Input size="large" value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
      </Field>
      <Choices label={t('exports.form.format')} value={format} onChange={setFormat} options={[{ value: 'xlsx', label: 'Excel (.xlsx)' }, { value: 'csv', label: 'CSV' }]} />
      {mayClear ? <Checkbox checked={clear} onChange={(event) => setClear(event.target.checked)}>{t('exports.form.clear')}</Checkbox> : null}
      <FormFoot go={t('exports.form.go')} busy={busy}><Button size="large" onClick={onClose}>{t('ui.form.cancel')}</Button></FormFoot>
    </Guided>
  )
}

/** The request is kept; nothing has to be typed again. */
const Waiting = ({ said, hint, onClose }: { said: string; hint: string | undefined; onClose: () => void }): ReactNode => {
  const t = useWords()
  return (
    <div role="status" className="guided">
      <h3>{t('exports.form.sent')}</h3>
      <p className="why soon">{hint ?? said}</p>
      {hint ? null : <p className="muted">{t('exports.form.waitsHint')}</p>}
      <div className="form-foot">{hint ? null : <Button type="primary" size="large" href="/exports">{t('exports.form.openList')}</Button>}<Button size="large" onClick={onClose}>{t('ui.list.close')}</Button></div>
    </div>
  )
}
