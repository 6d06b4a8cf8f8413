import { Button, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { columns } from '../../modules/passage/columns.ts'
import { gateTabs, passageApi, type Gate } from '../../modules/passage/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { GateForm } from './GateForm.tsx'
import { GatePanel } from './GatePanel.tsx'
import './passage.css'

type Tab = (typeof gateTabs)[number]

/** 出入 · 卡点: where somebody keeps watch, who stands there now, and what passed today. */
export default function GatesPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab: Tab = gateTabs.find((one) => one === at['tab']) ?? 'open'
  const within = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(passageApi.gateCounts, within, { keep: true, every: 30_000 }).data
  const list = useTable(passageApi.listGates, columns.listGates, { tab, ...within }, { every: 30_000 })
  const chips = gateTabs.map((id): StateChip => ({ id, label: t(`passage.gateTabs.${id}`), count: counts?.[id], tone: id === 'empty' ? 'bad' : 'off' }))
  return (
    <ListPage<Gate>
      title={t('passage.gates.title')} sub={t('passage.gates.sub')}
      actions={<><Link to="/gates/roster">{t('passage.gates.roster')}</Link>{may('gates.edit') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('passage.gates.new')}</Button> : null}</>}
      chips={<Chips label={t('passage.gates.title')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={<span style={{ flex: '1 1 180px', maxWidth: 280 }}><AreaPicker size="middle" label={t('passage.page.within')} placeholder={t('passage.page.within')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>}
      list={list} idOf={(g) => g.gateId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => (id === 'new' ? <GateForm onDone={(gate) => go({ open: gate?.gateId })} /> : <GatePanel key={id} gateId={id} />)}
      empty={{ title: t(`passage.gates.empty.${tab}`), ...(tab === 'open' || tab === 'all' ? { hint: t('passage.gates.emptyHint') } : {}) }}
    />
  )
}

function useColumns(): TableColumnsType<Gate> {
  const t = useWords()
  return [
    { key: 'gate', title: t('passage.gates.columns.gate'), render: (_, g) => <><b>{g.areaName} {g.name}</b><br /><span className="muted small">{t(`passage.gateKinds.${g.kind}`)} · {t(`passage.waysOf.${g.ways}`)}</span></> },
    { key: 'post', title: t('passage.gates.columns.post'), render: (_, g) => <Post gate={g} /> },
    { key: 'hours', title: t('passage.gates.columns.hours'), render: (_, g) => (g.state === 'closed' ? <StateTag tone="soon">{t('passage.gates.closedBy', { order: g.closedBy ?? '' })}</StateTag> : <span className="nowrap">{hoursOf(t, g)}</span>) },
    { key: 'today', title: t('passage.gates.columns.today'), align: 'right', render: (_, g) => <>{t('passage.gates.today', { in: g.inToday, out: g.outToday })}{g.stoppedToday > 0 ? <><br /><span className="muted small">{t('passage.gates.stopped', { n: g.stoppedToday })}</span></> : null}</> },
  ]
}

export const hoursOf = (t: (key: string, params?: Record<string, unknown>) => string, g: { opensAt: string | null; closesAt: string | null }): string =>
  g.opensAt && g.closesAt ? t('passage.gates.hours', { from: g.opensAt, to: g.closesAt }) : t('passage.gates.allDay')

/** Who stands there: on post, expected, nobody, or empty since. */
export function Post({ gate: g }: { gate: Pick<Gate, 'manned' | 'onPost' | 'rostered' | 'emptySince'> }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!g.manned) return <span className="dim">{t('passage.gates.unmanned')}</span>
  if (g.onPost) return <StateTag tone="good">{t('passage.gates.onPost', { name: g.onPost })}</StateTag>
  const who = <span className="muted small">{g.rostered ? t('passage.gates.rostered', { name: g.rostered }) : t('passage.gates.nobody')}</span>
  return g.emptySince ? <><StateTag tone="bad">{t('passage.gates.emptySince', { ago: f.ago(g.emptySince) })}</StateTag><br />{who}</> : who
}
