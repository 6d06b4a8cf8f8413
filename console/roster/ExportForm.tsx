import { Button, Checkbox, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { rosterApi } from '../../modules/roster/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { download } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** Out goes what may be seen, masked; every export leaves its reason in the trail. */
export function ExportForm({ areaId, onClose }: { areaId: string | undefined; onClose: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const [reason, setReason] = useState('')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [clear, setClear] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const submit = async () => {
    if (reason.trim().length < 2) return setFault(t('ui.form.required'))
    if (areaId === undefined) return
    setBusy(true)
    setFault(undefined)
    try {
      await download(rosterApi.exportPeople, { areaId, format, reason, ...(clear ? { clear: 'true' } : {}) })
      onClose()
    } catch (error) {
      setFault(tError(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="paper roster-block">
      <Guided onSubmit={() => void submit()} faults={fault ? { reason: fault } : {}}>
        <h2>{t('roster.page.export')}</h2>
        <Field label={t('ui.form.reason')} hint={t('ui.form.reasonHint')} fault={fault}>
          <Input size="large" value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        </Field>
        <Choices label={t('roster.page.format')} value={format} onChange={setFormat} options={[{ value: 'xlsx', label: 'Excel (.xlsx)' }, { value: 'csv', label: 'CSV' }]} />
        {may('people.reveal') ? <Checkbox checked={clear} onChange={(event) => setClear(event.target.checked)}>{t('roster.page.exportClear')}</Checkbox> : null}
        <FormFoot go={t('roster.page.exportGo')} busy={busy}><Button size="large" onClick={onClose}>{t('ui.form.cancel')}</Button></FormFoot>
      </Guided>
    </div>
  )
}
