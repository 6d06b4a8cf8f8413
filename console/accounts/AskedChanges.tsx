import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi, type AccountRequest } from '../../modules/accounts/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useListOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useWords } from '../../ui/words.ts'
import { InitialPassword } from './AccountCard.tsx'
import { WithReason } from './WithReason.tsx'
import './asked.css'

/** 安全管理员的请求: what should be done about an account and why; carried out or answered here. */
export function AskedChanges(): ReactNode {
  const t = useWords()
  const { items } = useListOf(accountsApi.listAccountRequests, {})
  const [initial, setInitial] = useState<{ name: string; password: string }>()
  if (items.length === 0 && !initial) return null
  return (
    <section className="paper asked-changes" aria-label={t('accounts.asked.title')}>
      <h2>{t('accounts.asked.title')}</h2>
      {initial ? <InitialPassword {...initial} /> : null}
      <ul>{items.map((one) => <li key={one.id}><One asked={one} onReset={setInitial} /></li>)}</ul>
    </section>
  )
}

function One({ asked, onReset }: { asked: AccountRequest; onReset: (initial: { name: string; password: string }) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [deciding, setDeciding] = useState<boolean>()
  const decide = useCommandOf(accountsApi.decideAccountRequest, { touches: ['accounts', 'today'], onDone: ({ name, initialPassword: password }) => { say(t(deciding ? 'accounts.asked.done' : 'accounts.asked.declined')); if (password) onReset({ name, password }) } })
  const act = deciding ? t(`accounts.asked.carryOut.${asked.wish}`) : t('accounts.asked.decline')
  return (
    <>
      <div className="row"><b>{asked.name}</b> <span className="muted small">{asked.login}</span> <span className="grow">{t(`accounts.asked.says.${asked.wish}`, { day: asked.validUntil ? f.day(asked.validUntil) : '' })}:{asked.reason} <span className="muted small">{t('accounts.asked.by', { name: asked.askedByName, at: f.at(asked.askedAt) })}</span></span>
        {deciding === undefined ? <><Button type="primary" onClick={() => setDeciding(true)}>{t(`accounts.asked.carryOut.${asked.wish}`)}</Button><Button onClick={() => setDeciding(false)}>{t('accounts.asked.decline')}</Button></> : null}</div>
      {deciding === undefined ? null : <WithReason go={act} busy={decide.isPending} error={decide.error} onCancel={() => setDeciding(undefined)} onGo={(reason) => decide.mutate({ requestId: asked.id, carryOut: deciding, reason })} />}
    </>
  )
}
