import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { fieldApi, parcelTabs, type ParcelLine } from '../../modules/field/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage } from '../../ui/ListPage.tsx'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { ParcelCard } from './ParcelCard.tsx'
import { tones } from './tones.ts'

type Tab = (typeof parcelTabs)[number]

/** 来自手机: what somebody recorded and could not send; nothing of it is lost. */
export default function ParcelsPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const tab: Tab = at['tab'] === 'settled' ? 'settled' : 'waiting'
  const counts = useQueryOf(fieldApi.parcelCounts, {}, { keep: true })
  const list = useListOf(fieldApi.listParcels, { tab })
  const state = (one: ParcelLine) => <StateTag tone={tones[one.state]}>{t(`field.state.${one.state}`)}</StateTag>
  return (
    <ListPage
      title={t('field.desk.title')} sub={t('field.desk.sub')} actions={<Link to={'/phones' as never}>{t('field.desk.devicesTitle')}</Link>}
      chips={<Chips label={t('field.desk.columns.state')} chips={parcelTabs.map((id) => ({ id, label: t(`field.desk.tabs.${id}`), count: counts.data?.[id], ...(id === 'waiting' ? { tone: 'soon' as const } : {}) }))} on={tab} onPick={(id) => go({ tab: id, open: undefined })} />}
      list={list} idOf={(one) => one.parcelId} open={at['open']} onOpen={(open) => go({ open })}
      columns={[
        { title: t('field.desk.columns.what'), key: 'what', render: (_: unknown, one: ParcelLine) => <b>{one.title}</b> },
        { title: t('field.desk.columns.author'), key: 'author', dataIndex: 'authorName' },
        { title: t('field.desk.columns.recorded'), key: 'recorded', render: (_: unknown, one: ParcelLine) => <span className="nowrap" title={f.at(one.recordedAt)}>{f.when(one.recordedAt)}</span> },
        { title: t('field.desk.columns.why'), key: 'why', render: (_: unknown, one: ParcelLine) => t(`field.whys.${one.why}`) },
        { title: t('field.desk.columns.state'), key: 'state', render: (_: unknown, one: ParcelLine) => state(one) },
      ]}
      panel={(id) => <ParcelCard key={id} parcelId={id} onDone={() => go({ open: undefined })} />}
      empty={{ title: t(`field.desk.empty.${tab}`), hint: t(`field.desk.emptyHint.${tab}`) }}
    />
  )
}
