import { Button, Input, Select, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { accessApi, type AccessRow } from '../../modules/access/contract.ts'
import { opensBy } from '../../modules/access/rules.ts'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { permissions, type Permission } from '../../modules/accounts/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { number } from '../../ui/format.ts'
import { ExportForm } from '../../ui/ExportForm.tsx'
import { Chips, ListPage, Page } from '../../ui/ListPage.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useKeys } from '../../ui/keys.ts'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import type { Grant } from '../accounts/GrantsPage.tsx'
import { useMe } from '../me.ts'
import { AccessCard } from './AccessCard.tsx'
import { useAccessColumns } from './columns.tsx'
import { Opens } from './Opens.tsx'
import { PersonTab } from './PersonTab.tsx'
import { Warnings } from './Warnings.tsx'
import './access.css'

const tabs = ['warnings', 'account', 'area', 'person', 'permission'] as const
type Tab = (typeof tabs)[number]

/** 安全管理员: who can see what and why. Begins with what should be put right; the card of one account stands at the right. */
export default function AccessPage(): ReactNode {
  const [at] = useAddress()
  const tab = tabs.find((one) => one === at['tab']) ?? 'warnings'
  if (tab === 'account') return <ByAccount />
  return tab === 'area' || tab === 'permission' ? <ByFilter tab={tab} /> : <Plain tab={tab} />
}

function Tabs({ on }: { on: Tab }): ReactNode {
  const t = useWords()
  const [, go] = useAddress()
  const warned = useQueryOf(accessApi.accessWarnings, {}, { staleTime: 60_000 }).data?.items.length
  return <Chips label={t('access.title')} on={on} onPick={(tab) => go({ tab: tab === 'warnings' ? undefined : tab, open: undefined, ask: undefined, kind: undefined })}
    chips={tabs.map((id) => ({ id, label: t(`access.tabs.${id}`), ...(id === 'warnings' ? { count: warned, tone: 'soon' as const } : {}) }))} />
}

const useCard = () => {
  const [at, go] = useAddress()
  return { open: at['open'], onOpen: (open: string | undefined) => go({ open, ask: undefined }) }
}

/** 提醒 and 按人: no table, the card of an account beside what is said about it. */
function Plain({ tab }: { tab: 'warnings' | 'person' }): ReactNode {
  const t = useWords()
  const { open, onOpen } = useCard()
  useKeys(open ? [{ key: 'Escape', words: 'ui.keys.close', run: () => onOpen(undefined), always: true }] : [])
  return (
    <Page title={t('access.title')} sub={t('access.sub')}>
      <div className={open ? 'with-panel open' : 'with-panel'}>
        <div>
          <div className="list-tools"><Tabs on={tab} /></div>
          {tab === 'warnings' ? <Warnings /> : <PersonTab onOpen={onOpen} />}
        </div>
        {open ? <Panel onClose={() => onOpen(undefined)}><AccessCard key={open} accountId={open} /></Panel> : null}
      </div>
    </Page>
  )
}

function ByAccount(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const list = useListOf(accountsApi.listGrants, { text: at['text'] })
  const columns: TableColumnsType<Grant> = [
    { key: 'name', title: t('access.columns.who'), render: (_, row) => <><b>{row.name}</b><br /><span className="muted small">{row.login}</span></> },
    { key: 'role', title: t('access.columns.role'), render: (_, row) => <>{row.role ? t(`accounts.roles.${row.role}`) : t('accounts.noRole')}<br /><span className="muted small">{row.areaName}</span></> },
    { key: 'by', title: t('access.columns.since'), render: (_, row) => <>{row.byName ?? t('access.bySetUp')}{row.reason ? <><br /><span className="muted small">{row.reason}</span></> : null}</> },
  ]
  return (
    <ListPage<Grant> title={t('access.title')} sub={t('access.sub')} list={list} idOf={(row) => row.accountId} columns={columns} chips={<Tabs on="account" />}
      filters={<Input.Search allowClear defaultValue={at['text'] ?? ''} aria-label={t('access.list.find')} placeholder={t('access.list.find')} onSearch={(text) => go({ text: text.trim() })} style={{ width: 240 }} />}
      {...useCard()} panel={(id) => <AccessCard key={id} accountId={id} />} empty={{ title: t('access.list.emptyAccount'), hint: t('access.list.emptyAccountHint') }} />
  )
}

/** 按辖区 begins with the own area, 按权限 with the one that shows most. */
function ByFilter({ tab }: { tab: 'area' | 'permission' }): ReactNode {
  const t = useWords()
  const me = useMe()
  const [at, go] = useAddress()
  const [exporting, setExporting] = useState(false)
  const areaId = at['area'] ?? me.area?.id
  const permission: Permission = permissions.find((one) => one === at['permission']) ?? 'people.reveal'
  const asked = tab === 'area' ? { areaId } : { permission }
  const list = useListOf(accessApi.listAccess, asked)
  const total = useQueryOf(accessApi.listAccess, { ...asked, limit: 1 }, { keep: true }).data
  const area = <div className="access-area"><AreaPicker size="middle" label={t('access.list.area')} value={areaId} {...(at['area'] || !me.area ? {} : { chosen: { id: me.area.id, name: me.area.fullName || me.area.name } })} onChange={(next) => go({ area: next, open: undefined })} /></div>
  const which = <Select className="access-permission" aria-label={t('access.list.permission')} value={permission} showSearch={{ optionFilterProp: 'label' }} onChange={(next: Permission) => go({ permission: next, open: undefined })} options={permissions.map((value) => ({ value, label: t(`accounts.permissions.${value}`) }))} />
  return (
    <ListPage<AccessRow> title={t('access.title')} sub={t('access.sub')} list={list} idOf={(row) => row.accountId} columns={useAccessColumns(total?.days ?? 0, at['open'] !== undefined)}
      chips={<Tabs on={tab} />} filters={<>{tab === 'area' ? area : which}<span className="muted" role="status">{total ? t('access.list.total', { n: number(total.total) }) : ''}</span><Button onClick={() => setExporting(!exporting)}>{t('access.list.export')}</Button></>}
      {...useCard()} panel={(id, row) => (row && !row.mine ? null : <AccessCard key={id} accountId={id} />)}
      empty={{ title: t(tab === 'area' ? 'access.list.emptyArea' : 'access.list.emptyPermission'), hint: t(tab === 'area' ? 'access.list.emptyAreaHint' : 'access.list.emptyPermissionHint') }}>
      {exporting ? <div className="paper access-export"><ExportForm endpoint={accessApi.exportAccess} input={asked} mayClear={false} waitsHint={t('access.export.waits')} onClose={() => setExporting(false)} /></div> : null}
      {tab === 'permission' ? <details className="access-opens"><summary>{t('access.list.opens', { n: opensBy().get(permission)?.length ?? 0 })}</summary><Opens permission={permission} /></details> : null}
    </ListPage>
  )
}
