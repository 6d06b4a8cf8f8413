import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { exportsApi, exportTabs, type DataExport } from '../../modules/exports/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage } from '../../ui/ListPage.tsx'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { ExportCard, ExportStateTag } from './ExportCard.tsx'

const EVERY_MS = 30_000

/** 导出登记: what waits for a yes, what one has asked for, what left the territory. */
export default function ExportsPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const counts = useQueryOf(exportsApi.exportCounts, {}, { keep: true, every: EVERY_MS }).data
  const tabs = may('exports.approve') ? exportTabs : (['mine'] as const)
  const tab = tabs.find((one) => one === at['tab']) ?? tabs[0] ?? 'mine'
  const list = useListOf(exportsApi.listExports, { tab }, { every: EVERY_MS })
  const countOf = { toDecide: counts?.toDecide, mine: counts && counts.waiting + counts.ready, all: undefined }
  return (
    <ListPage<DataExport>
      title={t('exports.title')} sub={counts ? t('exports.sub', { most: counts.most }) : null}
      chips={tabs.length < 2 ? null : <Chips label={t('exports.title')} on={tab} onPick={(next) => go({ tab: next, open: undefined })}
        chips={tabs.map((id) => ({ id, label: t(`exports.tabs.${id}`), count: countOf[id], tone: id === 'toDecide' ? 'soon' : 'off' }))} />}
      list={list} idOf={(row) => row.id} columns={useColumns()}
      open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <ExportCard key={id} exportId={id} />}
      empty={{ title: t(`exports.empty.${tab}`), hint: t('exports.empty.hint') }}
    />
  )
}

function useColumns(): TableColumnsType<DataExport> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'what', title: t('exports.columns.what'), render: (_, row) => <><b>{row.title}</b><br /><span className="muted small">{t('exports.facts.rowsOf', { rows: f.number(row.rows) })}{row.clear ? ` · ${t('exports.causes.clear')}` : ''}</span></> },
    { key: 'who', title: t('exports.columns.who'), render: (_, row) => <>{row.askedByName}<br /><span className="muted small">{t(`accounts.roles.${row.askedByRole}`)}</span></> },
    { key: 'why', title: t('exports.columns.why'), render: (_, row) => <span className="muted">{row.reason}</span> },
    { key: 'state', title: t('exports.columns.state'), render: (_, row) => <ExportStateTag state={row.state} /> },
    { key: 'at', title: t('exports.columns.at'), align: 'right', render: (_, row) => <time className="nowrap" dateTime={row.askedAt} title={f.at(row.askedAt)}>{f.when(row.askedAt)}</time> },
  ]
}
