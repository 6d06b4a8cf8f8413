import { Button, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { Skeleton } from '../../ui/Failed.tsx'
import { Field, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import './factor.css'

/** Scan, type the first code, keep ten recovery codes: once, before anything else. */
export function EnrolFactor({ onDone }: { onDone: () => void }): ReactNode {
  const t = useWords()
  const [codes, setCodes] = useState<string[]>()
  return (
    <main className="entrance">
      <div className="entrance-box paper factor-box">
        <div className="brand">{t('ui.product')}</div>
        {codes ? <RecoveryCodes codes={codes} onDone={onDone} /> : <Enrol onCodes={setCodes} />}
      </div>
    </main>
  )
}

function Enrol({ onCodes }: { onCodes: (codes: string[]) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [code, setCode] = useState('')
  const begin = useCommandOf(accountsApi.enrolFactor, { touches: [] })
  const confirm = useCommandOf(accountsApi.confirmFactor, { touches: [], onDone: ({ recoveryCodes }) => onCodes(recoveryCodes) })
  const { mutate } = begin
  useEffect(() => { mutate({}) }, [mutate])
  if (begin.error) return <p className="why bad" role="alert">{tError(begin.error)}</p>
  if (!begin.data) return <Skeleton rows={6} />
  const fault = confirm.error ? tError(confirm.error) : undefined
  return (
    <>
      <h1>{t('accounts.factor.enrolTitle')}</h1>
      <p className="why">{t('accounts.factor.enrolWhy')}</p>
      <Guided onSubmit={() => confirm.mutate({ code: code.trim() })} faults={fault ? { code: fault } : {}}>
        <ol className="factor-steps">
          <li>{t('accounts.factor.steps.app')}</li>
          <li>{t('accounts.factor.steps.scan')}<br />
            <img alt={t('accounts.factor.steps.scan')} width={176} height={176} src={`data:image/svg+xml;utf8,${encodeURIComponent(begin.data.qr)}`} />
            <div className="small muted">{t('accounts.factor.steps.typed')}:<br /><code className="factor-secret">{begin.data.secret}</code></div>
          </li>
          <li>
            <Field label={t('accounts.factor.steps.confirm')} fault={fault}>
              <Input size="large" autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(event) => setCode(event.target.value)} />
            </Field>
          </li>
        </ol>
        <Button type="primary" size="large" block htmlType="submit" disabled={code.trim().length < 6} loading={confirm.isPending}>{t('accounts.factor.confirm')}</Button>
      </Guided>
    </>
  )
}

/** Shown this once; the print has only them. */
const RecoveryCodes = ({ codes, onDone }: { codes: string[]; onDone: () => void }): ReactNode => {
  const t = useWords()
  return (
    <>
      <h1>{t('accounts.factor.codesTitle')}</h1>
      <p className="why soon">{t('accounts.factor.codesWhy')}</p>
      <ul className="factor-codes" aria-label={t('accounts.factor.codesTitle')}>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      <div className="form-foot no-print">
        <Button size="large" onClick={() => print()}>{t('accounts.factor.codesPrint')}</Button>
        <Button type="primary" size="large" onClick={onDone}>{t('accounts.factor.codesGo')}</Button>
      </div>
    </>
  )
}
