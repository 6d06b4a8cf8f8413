import { Input, Select, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type * as z from 'zod'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { roles } from '../../modules/accounts/rules.ts'
import { columns } from '../../modules/accounts/columns.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useWords } from '../../ui/words.ts'
import { GrantCard } from './GrantCard.tsx'

export type Grant = z.output<typeof accountsApi.listGrants.output>['items'][number]

/** 安全管理员: who may do what where, since when, by whom, why; accounts without a role stand first. */
export default function GrantsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const list = useTable(accountsApi.listGrants, columns.listGrants, { text: at['text'], role: roles.find((role) => role === at['role']) })
  return (
    <ListPage<Grant>
      title={t('accounts.grants.title')} sub={t('accounts.page.grantsHint')} list={list} idOf={(row) => row.accountId} columns={useColumns()}
      filters={<>
        <Select allowClear style={{ width: 200 }} aria-label={t('accounts.grants.role')} placeholder={t('accounts.grants.role')} value={at['role'] ?? null} onChange={(role: string | null) => go({ role: role ?? undefined })} options={roles.map((value) => ({ value, label: t(`accounts.roles.${value}`) }))} />
        <Input.Search allowClear defaultValue={at['text'] ?? ''} aria-label={t('accounts.page.find')} placeholder={t('accounts.page.find')} onSearch={(text) => go({ text: text.trim() })} style={{ width: 240 }} />
      </>}
      open={at['open']} onOpen={(open) => go({ open, act: undefined, area: undefined })} panel={(id, row) => (row ? <GrantCard key={id} grant={row} /> : null)}
      empty={{ title: t('ui.list.emptyFiltered'), hint: t('accounts.page.noGrants') }}
    />
  )
}

function useColumns(): TableColumnsType<Grant> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'name', title: t('accounts.manage.name'), render: (_, row) => <><b>{row.name}</b><br /><span className="muted small">{row.login}</span></> },
    { key: 'role', title: t('accounts.grants.role'), render: (_, row) => (row.role ? t(`accounts.roles.${row.role}`) : <StateTag tone="soon">{t('accounts.noRole')}</StateTag>) },
    { key: 'area', title: t('accounts.grants.area'), render: (_, row) => row.areaName ?? '' },
    { key: 'by', title: t('accounts.grants.by'), render: (_, row) => <>{row.byName ?? ''}{row.reason ? <><br /><span className="muted small">{row.reason}</span></> : null}</> },
    { key: 'since', title: t('accounts.grants.since'), align: 'right', render: (_, row) => (row.since ? <span className="nowrap">{f.at(row.since)}</span> : '') },
  ]
}
