import { Button, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { requestStates, suppliesApi, type SupplyRequest } from '../../modules/supplies/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { RequestPanel } from './RequestPanel.tsx'
import { RequestState } from './standing.tsx'
import '../venues/venues.css'
import './supplies.css'

/** 申领: what communities ask for, what is on its way, what came. */
export default function RequestsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const tab = requestStates.find((one) => one === at['tab']) ?? 'asked'
  const cut = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(suppliesApi.requestCounts, cut, { keep: true }).data
  const list = useListOf(suppliesApi.listRequests, { tab, ...cut })
  const chips = requestStates.map((id): StateChip => ({ id, label: t(`supplies.requests.tabs.${id}`), count: counts?.[id], tone: id === 'asked' || id === 'sent' ? 'soon' : 'off' }))
  return (
    <ListPage<SupplyRequest>
      title={t('supplies.requests.title')} sub={t('supplies.requests.sub')} actions={<Link to={'/supplies' as never}><Button>{t('supplies.page.back')}</Button></Link>}
      chips={<Chips label={t('supplies.requests.list.state')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      list={list} idOf={(q) => q.requestId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <RequestPanel key={id} requestId={id} />}
      empty={{ title: t(`supplies.requests.empty.${tab}`), hint: tab === 'asked' && t('supplies.requests.emptyHint') }}
    />
  )
}

function useColumns(): TableColumnsType<SupplyRequest> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'item', title: t('supplies.requests.list.item'), render: (_, q) => <><b>{q.name}</b><br /><span className="muted small">{q.spec}</span></> },
    { key: 'who', title: t('supplies.requests.list.who'), render: (_, q) => <>{q.areaName}<br /><span className="muted small">{t('supplies.requests.by', { name: q.askerName ?? '', at: f.when(q.askedAt) })}</span></> },
    { key: 'quantity', title: t('supplies.requests.list.quantity'), align: 'right', render: (_, q) => <span className="nowrap"><b>{f.number(q.quantity)}</b> {q.unit}</span> },
    { key: 'stands', title: t('supplies.requests.list.stands'), render: (_, q) => <span className="muted small">{t('supplies.requests.has', { n: f.number(q.balance), least: f.number(q.least), used: f.number(q.used) })}</span> },
    { key: 'state', title: t('supplies.requests.list.state'), render: (_, q) => <RequestState q={q} /> },
  ]
}
