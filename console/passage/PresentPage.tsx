import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { columns as listed } from '../../modules/passage/columns.ts'
import { passageApi, type Passage } from '../../modules/passage/contract.ts'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useWords } from '../../ui/words.ts'
import { PassagePanel } from './PassagePanel.tsx'
import './passage.css'

type Present = OutputOf<(typeof passageApi)['listPresent']>['items'][number]
const tabs = ['out', 'visitors'] as const

/** Who is out and not back, and which visitors are still inside; longest first. */
export default function PresentPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const tab = tabs.find((one) => one === at['tab']) ?? 'out'
  const list = useTable(passageApi.listPresent, listed.listPresent, { tab, ...(at['area'] ? { areaId: at['area'] } : {}) }, { every: 60_000 })
  const columns: TableColumnsType<Present> = [
    { key: 'who', title: t('passage.present.columns.who'), render: (_, p) => <><b>{p.who || t('passage.page.unknown')}</b> <span>{t('passage.present.persons', { n: p.persons })}</span> <span className="dim small">{t(`passage.subjects.${p.subject}`)}</span><br /><span className="muted small">{p.address}</span></> },
    { key: 'since', title: t('passage.present.columns.since'), render: (_, p) => <><span title={f.at(p.since)}>{t('passage.present.since', { when: f.when(p.since), gate: p.gateName })}</span> {p.late ? <StateTag tone="soon">{t('passage.present.late')}</StateTag> : null}<br /><span className="muted small">{f.ago(p.since)}</span></> },
    { key: 'purpose', title: t('passage.present.columns.purpose'), render: (_, p) => (p.purpose ? t(`passage.purposes.${p.purpose as NonNullable<Passage['purpose']>}`) : '') },
  ]
  return (
    <ListPage<Present>
      title={t('passage.present.title')} actions={<Link to="/passages">{t('passage.present.back')}</Link>}
      chips={<Chips label={t('passage.present.title')} chips={tabs.map((id) => ({ id, label: t(`passage.present.tabs.${id}`) }))} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={<span style={{ flex: '1 1 180px', maxWidth: 280 }}><AreaPicker size="middle" label={t('passage.page.within')} placeholder={t('passage.page.within')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>}
      list={list} idOf={(p) => p.eventId} columns={columns} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <PassagePanel key={id} eventId={id} />} empty={{ title: t(`passage.present.empty.${tab}`), hint: t('passage.present.emptyHint') }}
    />
  )
}
