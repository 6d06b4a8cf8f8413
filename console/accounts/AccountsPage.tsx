import { Button, Input, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { accountsApi, type Account } from '../../modules/accounts/contract.ts'
import { columns } from '../../modules/accounts/columns.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { AccountCard, NewAccount } from './AccountCard.tsx'
import { AskedChanges } from './AskedChanges.tsx'

const states = ['active', 'suspended', 'closed'] as const
const validities = ['expiring', 'expired'] as const

/** 系统管理员: accounts and their state; no roles, no personal data. */
export default function AccountsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const list = useTable(accountsApi.listAccounts, columns.listAccounts, {
    text: at['text'], state: states.find((state) => state === at['state']), validity: validities.find((validity) => validity === at['state']),
  })
  const counts = useQueryOf(accountsApi.accountCounts, {}, { keep: true }).data
  const begin = <Button type="primary" onClick={() => go({ open: 'new' })}>{t('accounts.manage.create')}</Button>
  return (
    <ListPage<Account>
      title={t('accounts.title')} actions={<><Link to={'/accounts/bulk' as never}><Button>{t('accounts.bulk.title')}</Button></Link>{begin}</>} list={list} idOf={(row) => row.id} columns={useColumns()}
      chips={<Chips label={t('accounts.title')} on={at['state'] ?? ''} onPick={(state) => go({ state })} chips={[{ id: '', label: t('ui.list.all') }, ...states.map((id) => ({ id, label: t(`accounts.states.${id}`), count: counts?.[id] })), ...validities.map((id) => ({ id, label: t(`accounts.chips.${id}`), count: counts?.[id], tone: id === 'expired' ? 'bad' as const : 'soon' as const }))]} />}
      filters={<Input.Search allowClear defaultValue={at['text'] ?? ''} aria-label={t('accounts.page.find')} placeholder={t('accounts.page.find')} onSearch={(text) => go({ text: text.trim() })} style={{ width: 240 }} />}
      open={at['open']} onOpen={(open) => go({ open })}
      panel={(id, row) => (id === 'new' ? <NewAccount /> : row ? <AccountCard key={id} account={row} /> : null)}
      empty={{ title: t('ui.list.empty'), hint: t('accounts.manage.empty'), action: begin }}
    >
      <AskedChanges />
    </ListPage>
  )
}

function useColumns(): TableColumnsType<Account> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'name', title: t('accounts.manage.name'), render: (_, row) => <><b>{row.name}</b><br /><span className="muted small">{row.login}</span></> },
    { key: 'role', title: t('accounts.grants.role'), render: (_, row) => (row.role ? <>{t(`accounts.roles.${row.role}`)}<br /><span className="muted small">{row.areaName}</span></> : <span className="dim">{t('accounts.noRole')}</span>) },
    { key: 'state', title: t('accounts.page.state'), render: (_, row) => <><AccountState account={row} /><Beside account={row} /></> },
    { key: 'seen', title: t('accounts.sessions.seen'), align: 'right', render: (_, row) => (row.lastSeenAt ? <span className="nowrap" title={f.at(row.lastSeenAt)}>{f.ago(row.lastSeenAt)}</span> : <span className="dim">{t('accounts.page.never')}</span>) },
  ]
}

/** What else keeps somebody from working, or soon will. */
function Beside({ account: { validity, validUntil, away } }: { account: Account }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <>
      {validity !== 'open' && validUntil ? <><br /><StateTag tone={validity === 'expired' ? 'bad' : 'soon'}>{t(`accounts.expiry.${validity}`, { day: f.day(validUntil) })}</StateTag></> : null}
      {away ? <><br /><span className="muted small">{t('accounts.leave.away', { day: f.day(away.toOn), name: away.standInName })}</span></> : null}
    </>
  )
}

export function AccountState({ account }: { account: Account }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (account.lockedUntil) return <StateTag tone="bad">{t('accounts.locked', { until: f.when(account.lockedUntil) })}</StateTag>
  return <StateTag tone={account.state === 'active' ? 'on' : 'off'}>{t(`accounts.states.${account.state}`)}</StateTag>
}
