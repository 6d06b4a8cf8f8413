import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { Field, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 第二步: six digits from the phone, or a recovery code; the sixth digit sends. */
export function PassFactor({ onDone }: { onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [code, setCode] = useState('')
  const pass = useCommandOf(accountsApi.passFactor, {
    touches: [], onRefused: () => setCode(''),
    onDone: ({ recoveryCodesLeft }) => { if (!/^\d{6}$/.test(code)) say(t('accounts.factor.left', { n: recoveryCodesLeft })); onDone() },
  })
  const signOut = useCommandOf(accountsApi.signOut, { touches: [], onDone: () => { location.assign('/') } })
  const put = (next: string) => {
    setCode(next)
    if (/^\d{6}$/.test(next.trim())) pass.mutate({ code: next.trim() })
  }
  const fault = pass.error ? tError(pass.error) : undefined
  return (
    <main className="entrance">
      <div className="entrance-box paper">
        <div className="brand">{t('ui.product')}</div>
        <h1>{t('accounts.factor.title')}</h1>
        <p>{t('accounts.factor.ask')}</p>
        <Guided onSubmit={() => pass.mutate({ code: code.trim() })} faults={fault ? { code: fault } : {}}>
          <Field label={t('accounts.factor.code')} hint={t('accounts.factor.askHint')} fault={fault}>
            <Input size="large" autoFocus autoComplete="one-time-code" autoCapitalize="none" value={code} onChange={(event) => put(event.target.value)} style={{ fontSize: '1.5em', letterSpacing: '.15em' }} />
          </Field>
          <Button type="primary" size="large" block htmlType="submit" loading={pass.isPending}>{t('accounts.factor.go')}</Button>
          <Button type="link" onClick={() => signOut.mutate({})}>{t('accounts.factor.back')}</Button>
        </Guided>
      </div>
    </main>
  )
}
