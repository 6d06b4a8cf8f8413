import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { accountsApi, type BulkResult } from '../../modules/accounts/contract.ts'
import { ask, download, newCommandId } from '../../ui/client.ts'
import { number } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { WrongRows } from '../../ui/WrongRows.tsx'
import { DropZone } from '../roster/DropZone.tsx'
import { Slips } from './Slips.tsx'
import './bulk.css'

/** 批量开户: template out, file in; what went in, what did not and why, and the slips to be cut and handed over. */
export default function BulkPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [sending, setSending] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [result, setResult] = useState<BulkResult>()
  const send = async (file: File) => {
    setSending(file.name)
    setProblem(undefined)
    try {
      setResult(await ask(accountsApi.importAccounts, {}, { file, commandId: newCommandId() }))
    } catch (error) {
      setProblem(tError(error))
    } finally {
      setSending(undefined)
    }
  }
  const template = <Button onClick={() => void download(accountsApi.accountTemplate, {}).catch((error: unknown) => setProblem(tError(error)))}>{t('accounts.bulk.template')}</Button>
  return (
    <Page title={t('accounts.bulk.title')} sub={t('accounts.bulk.sub')} actions={template}>
      {problem ? <p className="why bad" role="alert">{problem}</p> : null}
      {result ? <Outcome result={result} onAgain={() => setResult(undefined)} /> : <DropZone words={{ title: t('accounts.bulk.drop'), hint: t('accounts.bulk.dropHint'), choose: t('accounts.bulk.choose') }} disabled={false} sending={sending} onFile={(file) => void send(file)} />}
    </Page>
  )
}

function Outcome({ result: { made, wrong, requests }, onAgain }: { result: BulkResult; onAgain: () => void }): ReactNode {
  const t = useWords()
  return (
    <>
      <div className="bulk-head no-print">
        <p role="status"><b>{made.length > 0 ? t('accounts.bulk.made', { n: number(made.length) }) : t('accounts.bulk.none')}</b>
          {requests > 0 ? <> · {t('accounts.bulk.requests', { n: number(requests) })}</> : null}
          {wrong.length > 0 ? <> · <span className="bad-ink">{t('accounts.bulk.wrong', { n: number(wrong.length) })}</span></> : null}</p>
        <div className="row">
          {made.length > 0 ? <Button type="primary" onClick={() => print()}>{t('accounts.bulk.print')}</Button> : null}
          <Button onClick={onAgain}>{t('accounts.bulk.again')}</Button>
          <Link to={'/accounts' as never}>{t('accounts.title')}</Link>
        </div>
      </div>
      {wrong.length === 0 ? null : <WrongRows label={t('accounts.bulk.wrong', { n: number(wrong.length) })} rows={wrong.map((one) => ({ row: t('accounts.bulk.row', { row: one.rowNo }), whose: `${one.heading}${one.cell ? `“${one.cell}”` : ''}`, why: t(`accounts.bulk.issues.${one.code}`) }))} />}
      {made.length > 0 ? <><p className="why soon no-print">{t('accounts.bulk.slips')}</p><Slips made={made} /></> : null}
    </>
  )
}
