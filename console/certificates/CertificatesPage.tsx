import { Link } from '@tanstack/react-router'
import { Button, Input, Select, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/certificates/columns.ts'
import { certificatesApi, certificateTabs, type CertificateLine, type CertificateTab } from '../../modules/certificates/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import type { Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { OnlyThese } from '../../ui/OnlyThese.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay, useMe } from '../me.ts'
import { certificatesAsked, FIRST } from './asked.ts'
import { CertificateCard } from './CertificateCard.tsx'
import { Figures } from './Figures.tsx'
import { StateOf } from './StateOf.tsx'
import './certificates.css'

const chipTone: Partial<Record<CertificateTab, Tone>> = { waiting: 'soon', void: 'bad' }
const EVERY_MS = 60_000

/** 今日 · 开证明: what was asked for at the window, what waits, what bears the seal, and who was told where to go. */
export default function CertificatesPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const asked = certificatesAsked(at)
  const { tab: _tab, text: _text, by: _by, ...cut } = asked
  const figures = useQueryOf(certificatesApi.certificateFigures, cut, { keep: true, every: EVERY_MS }).data
  const list = useTable(certificatesApi.listCertificates, columns.listCertificates, asked, { every: EVERY_MS })
  const chips = certificateTabs.map((id): StateChip => ({ id, label: t(`certificates.tabs.${id}`), count: figures?.tabs[id], tone: chipTone[id] ?? 'off' }))
  const tab = asked.tab ?? FIRST
  const link = (to: string, text: string) => <Link to={to as never}><Button>{text}</Button></Link>
  return (
    <ListPage<CertificateLine>
      title={t('certificates.title')} sub={t('certificates.sub')}
      actions={<>
        <Button aria-pressed={at['figures'] === 'on'} onClick={() => go({ figures: at['figures'] === 'on' ? undefined : 'on' })}>{t('certificates.list.figures')}</Button>
        {link('/certificates/register', t('certificates.list.register'))}{link('/certificates/lists', t('certificates.list.lists'))}
        {may('certificates.issue') ? <Link to={'/certificates/new' as never}><Button type="primary">{t('certificates.list.new')}</Button></Link> : null}
      </>}
      chips={<Chips label={t('certificates.columns.state')} chips={chips} on={at['text'] ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, by: undefined, open: undefined })} />}
      filters={<Filters />}
      list={list} idOf={(c) => c.certificateId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <CertificateCard key={id} certificateId={id} onGone={() => go({ open: undefined })} />}
      empty={at['text'] ? { title: t('certificates.list.notFound'), hint: t('certificates.list.notFoundHint') } : { title: t(`certificates.empty.${tab}`), hint: may('certificates.issue') && tab === 'all' && t('certificates.empty.hint') }}
    >
      {at['by'] === 'others' ? <OnlyThese what={t('certificates.list.others')} onAll={() => go({ by: undefined })} /> : null}
      {at['figures'] === 'on' && figures ? <Figures of={figures} /> : null}
    </ListPage>
  )
}

function Filters(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const me = useMe()
  const lists = useQueryOf(certificatesApi.certificateLists, {}).data
  const all = [...(lists?.issued ?? []), ...(lists?.notIssued ?? [])].map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <Search text={at['text'] ?? ''} onSearch={(text) => go({ text, open: undefined })} />
      <Select allowClear showSearch optionFilterProp="label" style={{ flex: '1 1 160px', maxWidth: 240 }} placeholder={t('certificates.list.allItems')} aria-label={t('certificates.list.allItems')} {...(at['code'] ? { value: at['code'] } : {})} options={all} onChange={(code?: string) => go({ code, open: undefined })} />
      {me.area?.level === 'community' ? null : <span style={{ flex: '1 1 160px', maxWidth: 220 }}><AreaPicker size="middle" levels={['community']} label={t('certificates.list.area')} placeholder={t('certificates.list.area')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>}
      {at['month'] ? <Button onClick={() => go({ month: undefined, open: undefined })}>{at['month']} ×</Button> : null}
    </>
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 140px', maxWidth: 200 }} allowClear maxLength={40} placeholder={t('certificates.list.searchHint')} aria-label={t('certificates.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<CertificateLine> {
  const t = useWords()
  const f = useFormats()
  const when = (at: string | null, who: string | null) => (at ? <>{f.when(at)}<br /><span className="muted small">{who}</span></> : null)
  return [
    { key: 'what', title: t('certificates.columns.what'), render: (_, c) => <><b>{c.title}</b><br /><span className="muted small">{c.number ?? c.said}</span></> },
    { key: 'who', title: t('certificates.columns.who'), render: (_, c) => (c.name ? <>{c.name}<br /><span className="muted small">{c.address}</span></> : null) },
    { key: 'purpose', title: t('certificates.columns.purpose'), render: (_, c) => <>{c.purpose ?? c.officeTo}</> },
    { key: 'state', title: t('certificates.columns.state'), render: (_, c) => <StateOf state={c.state} /> },
    { key: 'asked', title: t('certificates.columns.asked'), render: (_, c) => when(c.askedAt, c.askerName) },
    { key: 'decided', title: t('certificates.columns.decided'), render: (_, c) => when(c.decidedAt, c.deciderName) },
    { key: 'valid', title: t('certificates.columns.validTo'), render: (_, c) => (c.validTo ? f.day(c.validTo) : null) },
    { key: 'office', title: t('certificates.columns.office'), render: (_, c) => c.officeName },
  ]
}
