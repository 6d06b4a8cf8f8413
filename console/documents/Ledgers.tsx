import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../kernel/dates.ts'
import { documentsApi, type LedgerKind } from '../../modules/documents/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { download, type ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PaperView } from './PaperView.tsx'

const KINDS: readonly LedgerKind[] = ['arrivalLedger', 'managedLedger']
const DAYS_BEFORE = 13

/** 台账: which, where, from when to when; shown as on paper, or taken as Excel. */
export function Ledgers(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const kind = KINDS.find((one) => one === at['kind']) ?? 'managedLedger'
  const input = { kind, from: at['from'] ?? addDays(f.today, -DAYS_BEFORE), to: at['to'] ?? f.today, ...(at['area'] ? { areaId: at['area'] } : {}) }
  const [taking, setTaking] = useState(false)
  const day = (name: 'from' | 'to') => (
    <label className="row small">{t(`documents.page.${name}`)}<DayInput style={{ width: 150 }} value={input[name]} max={f.today} onChange={(day) => go({ [name]: day || undefined })} /></label>
  )
  return (
    <section className="issue-ledgers" aria-label={t('documents.page.ledgers')}>
      <div className="not-on-paper">
        <h2>{t('documents.page.ledgers')}</h2>
        <div className="list-tools">
          <div className="chips" role="group" aria-label={t('documents.page.ledgers')}>{KINDS.map((one) => <button key={one} type="button" className="chip" aria-pressed={kind === one} onClick={() => go({ kind: one })}>{t(`documents.kinds.${one}`)}</button>)}</div>
          {day('from')}{day('to')}
          <span style={{ flex: '1 1 180px', maxWidth: 280 }}><AreaPicker size="middle" label={t('documents.page.area')} value={at['area']} onChange={(area) => go({ area })} /></span>
          <Button onClick={() => go({ show: at['show'] ? undefined : '1' })} aria-pressed={at['show'] !== undefined}>{t('documents.page.show')}</Button>
          <Button type="primary" aria-expanded={taking} onClick={() => setTaking(!taking)}>{t('documents.page.excel')}</Button>
        </div>
        {taking ? <Take input={input} onDone={() => setTaking(false)} /> : null}
        <p className="dim small">{t(kind === 'arrivalLedger' ? 'documents.page.arrivalHint' : 'documents.page.managedHint')}</p>
      </div>
      {at['show'] ? <Shown input={input} /> : null}
    </section>
  )
}

/** Why, and it goes out: at once, or after somebody else’s yes where it is large. */
function Take({ input, onDone }: { input: LedgerInput; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const submit = () => {
    if (reason.trim().length < 2) return setFault(t('ui.form.required'))
    setBusy(true)
    setFault(undefined)
    download(documentsApi.downloadLedger, { ...input, reason: reason.trim() }).then(onDone, (error: ApiError) => setFault(tError(error))).finally(() => setBusy(false))
  }
  return (
    <div className="paper side-part" style={{ maxWidth: 560, marginBottom: 12 }}>
      <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
        <Field label={t('ui.form.reason')} hint={t('exports.form.reasonHint')} fault={fault}><Input size="large" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
        <FormFoot go={t('documents.page.excel')} busy={busy} onBack={onDone} back={t('ui.form.cancel')} />
      </Guided>
    </div>
  )
}

interface LedgerInput { kind: LedgerKind; from: string; to: string; areaId?: string }

function Shown({ input }: { input: LedgerInput }): ReactNode {
  const t = useWords()
  const query = useQueryOf(documentsApi.getLedger, input, { keep: true })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={8} />
  const { total, shown, paper } = query.data
  return (
    <>
      <div className="row not-on-paper">{shown < total ? <span className="muted">{t('documents.page.shownOf', { shown: number(shown), total: number(total) })}</span> : null}<Button onClick={() => window.print()}>{t('documents.page.print')}</Button></div>
      <div className="desk-of-paper ledger-paper"><PaperView paper={paper} counted /></div>
    </>
  )
}
