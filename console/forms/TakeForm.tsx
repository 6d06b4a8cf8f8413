import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { formsApi } from '../../modules/forms/contract.ts'
import { ApiError, download } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 下载填好的表, with a reason; one that needs an approval says where it is fetched once it has it. */
export function TakeForm({ fillingId, onClose }: { fillingId: string; onClose?: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [waits, setWaits] = useState<string>()
  const take = async () => {
    if (reason.trim().length < 2) return setFault(t('ui.form.required'))
    setBusy(true)
    setFault(undefined)
    try {
      await download(formsApi.downloadFilling, { fillingId, reason: reason.trim() })
      onClose?.()
    } catch (error) {
      const said = tError(error)
      if (error instanceof ApiError && error.code.startsWith('exports.waitsFor')) setWaits(said)
      else setFault(said)
    } finally {
      setBusy(false)
    }
  }
  if (waits) return <div role="status"><p className="why soon">{waits} {t('forms.fill.waits')}</p><Button href="/exports">{t('forms.fill.openExports')}</Button></div>
  return (
    <Guided onSubmit={() => void take()} faults={fault ? { reason: fault } : {}}>
      <Field label={t('forms.fill.reason')} hint={t('forms.fill.reasonHint')} fault={fault}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('forms.fill.download')} busy={busy}>{onClose ? <Button size="large" onClick={onClose}>{t('ui.form.cancel')}</Button> : null}</FormFoot>
    </Guided>
  )
}
