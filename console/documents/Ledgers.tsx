import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../kernel/dates.ts'
import { documentsApi, type LedgerKind } from '../../modules/documents/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { download, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PaperView } from './PaperView.tsx'

const KINDS: readonly LedgerKind[] = ['arrivalLedger', 'managedLedger']
const DAYS_BEFORE = 13

/** 台账: which, where, from when to when; shown as on paper, or taken as Excel. */
export function Ledgers(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const [busy, setBusy] = useState(false)
  const tError = useErrorWords()
  const kind = KINDS.find((one) => one === at['kind']) ?? 'managedLedger'
  const input = { kind, from: at['from'] ?? addDays(f.today, -DAYS_BEFORE), to: at['to'] ?? f.today, ...(at['area'] ? { areaId: at['area'] } : {}) }
  const take = () => {
    setBusy(true)
    download(documentsApi.downloadLedger, input).catch((error: ApiError) => say(tError(error))).finally(() => setBusy(false))
  }
  const day = (name: 'from' | 'to') => (
    <label className="row small">{t(`documents.page.${name}`)}<Input type="date" style={{ width: 150 }} value={input[name]} max={f.today} onChange={(event) => go({ [name]: event.target.value || undefined })} /></label>
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
          <Button type="primary" loading={busy} onClick={take}>{t('documents.page.excel')}</Button>
        </div>
        <p className="dim small">{t(kind === 'arrivalLedger' ? 'documents.page.arrivalHint' : 'documents.page.managedHint')}</p>
      </div>
      {at['show'] ? <Shown input={input} /> : null}
    </section>
  )
}

function Shown({ input }: { input: { kind: LedgerKind; from: string; to: string } }): ReactNode {
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
