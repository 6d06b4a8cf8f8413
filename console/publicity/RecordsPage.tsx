import { Button, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/publicity/columns.ts'
import { publicityApi, publicityWay, publicityWays, recordTab, recordTabs, type PublicityRecord } from '../../modules/publicity/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { ActionBar, Card, CardHead, Facts, StateTag, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { useHang, useUndoRecord } from './acts.ts'
import { RecordForm } from './RecordForm.tsx'

/** 宣传记录, and the posters that hang there still though what they say holds no more. */
export default function RecordsPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab = recordTab.safeParse(at['tab']).data ?? 'all'
  const way = publicityWay.safeParse(at['way']).data
  const cut = tab === 'all' ? { ...(at['from'] ? { from: at['from'] } : {}), ...(at['to'] ? { to: at['to'] } : {}), ...(way ? { way } : {}) } : {}
  const counts = useQueryOf(publicityApi.announcementCounts, {}, { keep: true }).data
  const list = useTable(publicityApi.listPublicity, columns.listPublicity, { tab, ...cut, ...(at['area'] ? { areaId: at['area'] } : {}) })
  const chips = recordTabs.map((id): StateChip => ({ id, label: t(`publicity.records.tabs.${id}`), count: id === 'takeDown' ? counts?.takeDown : undefined, tone: id === 'takeDown' ? 'soon' : 'off' }))
  return (
    <ListPage<PublicityRecord>
      title={t('publicity.recordsTitle')} sub={t('publicity.records.sub')}
      actions={<><Link to={'/publicity' as never}><Button>{t('publicity.page.announcements')}</Button></Link>{may('publicity.record') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('publicity.records.add')}</Button> : null}</>}
      chips={<Chips label={t('publicity.list.standing')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={<>
        {tab === 'all' ? <>
          <DayInput aria-label={t('publicity.records.from')} title={t('publicity.records.from')} value={at['from'] ?? ''} filter onChange={(from) => go({ from: from || undefined, open: undefined })} style={{ width: 150 }} />
          <DayInput aria-label={t('publicity.records.to')} title={t('publicity.records.to')} value={at['to'] ?? ''} filter onChange={(to) => go({ to: to || undefined, open: undefined })} style={{ width: 150 }} />
          <Select allowClear style={{ minWidth: 110 }} aria-label={t('publicity.list.way')} placeholder={t('publicity.records.allWays')} value={way ?? null} options={publicityWays.map((value) => ({ value, label: t(`publicity.ways.${value}`) }))} onChange={(value?: string | null) => go({ way: value ?? undefined, open: undefined })} />
        </> : null}
        <span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('publicity.list.place')} placeholder={t('publicity.list.place')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>
      </>}
      list={list} idOf={(r) => r.recordId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => (id === 'new' ? <RecordForm onDone={(open) => go({ tab: 'all', open })} /> : <RecordPanel key={id} recordId={id} />)}
      empty={{ title: t(`publicity.records.empty.${tab}`), hint: tab === 'all' && t('publicity.records.emptyHint') }}
    />
  )
}

function useColumns(): TableColumnsType<PublicityRecord> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'place', title: t('publicity.list.place'), render: (_, r) => <><b>{r.placeName}</b>{r.toTakeDown ? <> <StateTag tone="soon">{t('publicity.card.toTakeDown')}</StateTag></> : null}</> },
    { key: 'way', title: t('publicity.list.way'), render: (_, r) => <span className="nowrap">{t(`publicity.ways.${r.way}`)}</span> },
    { key: 'title', title: t('publicity.list.title'), render: (_, r) => r.title ?? <span className="muted">{t('publicity.records.general')}</span> },
    { key: 'at', title: t('publicity.list.at'), render: (_, r) => <span className="nowrap" title={f.at(r.at)}>{f.when(r.at)}</span> },
    { key: 'reached', title: t('publicity.list.reached'), align: 'right', render: (_, r) => (r.reached === null ? '' : <span className="nowrap">{t(`publicity.reached.${r.way}`, { n: f.number(r.reached) })}</span>) },
    { key: 'people', title: t('publicity.list.people'), render: (_, r) => r.people ?? r.byName },
    { key: 'note', title: t('publicity.list.note'), render: (_, r) => r.note },
  ]
}

function RecordPanel({ recordId }: { recordId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const undo = useUndoRecord()
  const hang = useHang()
  const [asked, setAsked] = useState(false)
  const query = useQueryOf(publicityApi.getPublicity, { recordId })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const r = query.data
  if (!r) return <Skeleton rows={6} />
  return (
    <Card>
      <CardHead name={t(`publicity.ways.${r.way}`)} under={r.placeName} state={r.undoneAt ? <StateTag>{t('publicity.card.undone')}</StateTag> : r.toTakeDown ? <StateTag tone="soon">{t('publicity.card.toTakeDown')}</StateTag> : undefined} />
      {r.toTakeDown ? <Why tone="soon">{t('publicity.records.why')}</Why> : null}
      <Facts rows={[
        [t('publicity.list.title'), r.announcementId ? <Link key="of" to={'/publicity' as never} search={{ tab: 'all', open: r.announcementId } as never}>{r.title}</Link> : t('publicity.records.general')], [t('publicity.list.at'), f.at(r.at)],
        [t('publicity.list.reached'), r.reached === null ? null : t(`publicity.reached.${r.way}`, { n: f.number(r.reached) })], [t('publicity.list.people'), r.people ?? r.byName], [t('publicity.list.note'), r.note], [t('publicity.card.downAt'), r.takenDownAt ? `${f.when(r.takenDownAt)} ${r.takenDownBy ?? ''}` : null],
      ]} />
      {may('publicity.record') ? <ActionBar>
        {r.toTakeDown ? <Button type="primary" loading={hang.busy} onClick={() => hang.down(r)}>{t('publicity.card.takeDown')}</Button> : null}
        {r.mayUndo ? <Button disabled={asked} onClick={() => { setAsked(true); undo(r.recordId) }}>{t('publicity.card.undo')}</Button> : null}
      </ActionBar> : null}
    </Card>
  )
}
