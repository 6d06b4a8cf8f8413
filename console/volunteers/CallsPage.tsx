import { Link } from '@tanstack/react-router'
import { Button, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import { callTab, callTabs, volunteersApi, type CallLine, type CallTab } from '../../modules/volunteers/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay, useMe } from '../me.ts'
import { CallCard } from './CallCard.tsx'
import { CallForm } from './CallForm.tsx'
import './volunteers.css'

const chipTone: Partial<Record<CallTab, Tone>> = { soon: 'bad', open: 'soon', toRecord: 'soon', full: 'good' }

/** 招募: what lacks hands first, with whom to ring in the card. */
export default function CallsPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const me = useMe()
  const [at, go] = useAddress()
  const tab = callTab.safeParse(at['tab']).data ?? 'open'
  const area = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(volunteersApi.callCounts, area, { keep: true, every: 60_000 }).data
  const list = useListOf(volunteersApi.listCalls, { tab, ...area }, { every: 60_000 })
  const chips = callTabs.map((id): StateChip => ({ id, label: t(`volunteers.calls.tabs.${id}`), count: counts?.[id], tone: chipTone[id] ?? 'off' }))
  return (
    <ListPage<CallLine>
      title={t('volunteers.calls.title')} sub={t('volunteers.calls.sub')}
      actions={<><Link to={'/volunteers' as never}><Button>{t('volunteers.page.people')}</Button></Link><Link to={'/gates/roster' as never}><Button>{t('volunteers.calls.roster')}</Button></Link>{may('volunteers.keep') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('volunteers.calls.add')}</Button> : null}</>}
      chips={<Chips label={t('volunteers.calls.list.state')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={me.area?.level === 'community' ? undefined : <span style={{ flex: '1 1 160px', maxWidth: 220 }}><AreaPicker size="middle" levels={['community']} label={t('volunteers.list.area')} placeholder={t('volunteers.list.area')} value={at['area']} onChange={(areaId) => go({ area: areaId, open: undefined })} /></span>}
      list={list} idOf={(c) => c.callId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => (id === 'new' ? <CallForm onDone={(open) => go({ tab: 'open', open })} /> : <CallCard key={id} callId={id} />)}
      empty={{ title: t(`volunteers.calls.empty.${tab}`), hint: (tab === 'open' || tab === 'soon') && may('volunteers.keep') && t('volunteers.calls.emptyHint') }}
    />
  )
}

const tone: Record<CallLine['standing'], Tone> = { open: 'soon', full: 'good', toRecord: 'soon', over: 'off', withdrawn: 'off' }
export function CallState({ c }: { c: CallLine }): ReactNode {
  const t = useWords()
  return <StateTag tone={tone[c.standing]}>{t(`volunteers.calls.standings.${c.standing}`, { n: c.wanted - c.taken })}</StateTag>
}

function useColumns(): TableColumnsType<CallLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'what', title: t('volunteers.calls.list.what'), render: (_, c) => <><b>{c.place}</b> <span className="dim small">{t(`volunteers.works.${c.kind}`)}</span>{c.note ? <><br /><span className="muted small">{c.note}</span></> : null}</> },
    { key: 'when', title: t('volunteers.calls.list.when'), render: (_, c) => <span className="nowrap">{f.when(c.startsAt)}—{clockOf(c.endsAt)}</span> },
    { key: 'state', title: t('volunteers.calls.list.state'), render: (_, c) => <CallState c={c} /> },
    { key: 'people', title: t('volunteers.calls.list.people'), align: 'right', render: (_, c) => <span className="nowrap">{t('volunteers.calls.of', { taken: c.taken, wanted: c.wanted })}</span> },
    { key: 'who', title: t('volunteers.calls.list.who'), render: (_, c) => (c.names.length > 0 ? c.names.join('、') : <span className="dim">{t('volunteers.calls.nobody')}</span>) },
    { key: 'skill', title: t('volunteers.calls.list.skill'), render: (_, c) => (c.skill ? t(`volunteers.skills.${c.skill}`) : '') },
  ]
}
