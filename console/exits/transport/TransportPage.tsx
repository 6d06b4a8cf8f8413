import { Button } from 'antd'
import type { ReactNode } from 'react'
import { exitsApi, type DestinationNode, type Transport } from '../../../modules/exits/contract.ts'
import { useAddress } from '../../../ui/address.ts'
import { StateTag } from '../../../ui/card.tsx'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useKeys } from '../../../ui/keys.ts'
import { Chips, Page } from '../../../ui/ListPage.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useCommandOf, useListOf, useQueryOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { BusForm } from './BusForm.tsx'
import { TransportPanel } from './TransportPanel.tsx'
import '../exits.css'

const tabs = ['coming', 'gone', 'cancelled'] as const

/** 出入 · 集中输送: who waits for which direction, the buses, and who sits in them. */
export default function TransportPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab = tabs.find((one) => one === at['tab']) ?? 'coming'
  const where = useQueryOf(exitsApi.destinations, {}, { keep: true, every: 60_000 }).data?.items
  const sum = (key: 'waiting' | 'seated' | 'gone') => (where ?? []).reduce((n, one) => n + one[key], 0)
  const open = (transportId: string | undefined) => go({ open: transportId })
  useKeys(at['open'] ? [{ key: 'Escape', words: 'ui.keys.close', run: () => open(undefined), always: true }] : [])
  const chips = tabs.map((id) => ({ id, label: t(`exits.transport.tabs.${id}`) }))
  return (
    <Page title={t('exits.transport.title')} sub={where ? t('exits.transport.sub', { waiting: sum('waiting'), seated: sum('seated'), gone: sum('gone') }) : undefined} actions={may('exits.transport') ? <><Assign waiting={sum('waiting')} /><Button onClick={() => go({ open: 'new' })}>{t('exits.transport.add')}</Button></> : undefined}>
      <div className={at['open'] ? 'with-panel open' : 'with-panel'}>
        <div className="transport-desk">
          <Where nodes={where} />
          <div>
            <div className="list-tools"><Chips label={t('exits.list.state')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} /></div>
            <Buses tab={tab} openId={at['open']} onOpen={open} />
          </div>
        </div>
        {at['open'] ? <Panel onClose={() => open(undefined)}>{at['open'] === 'new' ? <BusForm onDone={(id) => open(id)} /> : <TransportPanel key={at['open']} transportId={at['open']} />}</Panel> : null}
      </div>
    </Page>
  )
}

/** 自动排座, and taken back as a whole. */
function Assign({ waiting }: { waiting: number }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const release = useCommandOf(exitsApi.releaseSeats)
  const assign = useCommandOf(exitsApi.assignSeats, {
    onDone: ({ seatIds, stillWaiting }) => offerUndo([t('exits.transport.assigned', { n: seatIds.length }), ...(stillWaiting > 0 ? [t('exits.transport.stillWaiting', { n: stillWaiting })] : [])].join(' · '), () => release.mutateAsync({ seatIds })),
    onRefused: (error) => say(tError(error)),
  })
  return waiting > 0 ? <Button type="primary" loading={assign.isPending} onClick={() => assign.mutate({})}>{t('exits.transport.assign')}</Button> : null
}

function Where({ nodes }: { nodes: DestinationNode[] | undefined }): ReactNode {
  const t = useWords()
  return (
    <section className="paper where">
      <h2>{t('exits.transport.where')}</h2>
      {nodes === undefined ? <Skeleton rows={4} /> : nodes.length === 0 ? <p className="muted">{t('exits.transport.nobodyWaits')}</p> : <Nodes nodes={nodes} />}
    </section>
  )
}

/** 省 → 市 → 县, with what waits first. */
function Nodes({ nodes }: { nodes: readonly DestinationNode[] }): ReactNode {
  const t = useWords()
  return (
    <ul>{nodes.map((node) => (
      <li key={node.code}>
        <div>
          <span className="grow">{node.name}</span>
          {node.waiting > 0 ? <b className="waits">{t('exits.transport.waitingN', { n: node.waiting })}</b> : null}
          {node.seated > 0 ? <span>{t('exits.transport.seatedN', { n: node.seated })}</span> : null}
          {node.gone > 0 ? <span className="dim">{t('exits.transport.goneN', { n: node.gone })}</span> : null}
        </div>
        {node.children.length > 0 ? <Nodes nodes={node.children} /> : null}
      </li>
    ))}</ul>
  )
}

function Buses({ tab, openId, onOpen }: { tab: (typeof tabs)[number]; openId: string | undefined; onOpen: (id: string) => void }): ReactNode {
  const t = useWords()
  const list = useListOf(exitsApi.listTransports, { tab }, { every: 60_000 })
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />
  if (list.loading) return <div className="paper"><Skeleton rows={5} /></div>
  if (list.items.length === 0) return <div className="paper empty"><b>{t(`exits.transport.empty.${tab}`)}</b>{tab === 'coming' ? <span>{t('exits.transport.emptyHint')}</span> : null}</div>
  return (
    <>
      <div className="buses"><ul className="paper bus-list">{(list.items as Transport[]).map((bus) => <Row key={bus.transportId} bus={bus} open={bus.transportId === openId} onOpen={onOpen} />)}</ul></div>
      {list.hasMore ? <div className="list-foot"><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
    </>
  )
}

function Row({ bus, open, onOpen }: { bus: Transport; open: boolean; onOpen: (id: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <li className={open ? 'open-row' : ''}>
      <button type="button" onClick={() => onOpen(bus.transportId)} {...(open ? { 'aria-current': true } : {})}>
        <span><b>{bus.destinationName}</b><br /><span className="muted small">{bus.company}</span></span>
        <span>{bus.plate} <span className="dim small">{bus.tripNo ?? ''}</span><br /><span className="muted small">{f.when(bus.departsAt)} · {bus.place}</span></span>
        <span className="fill"><span>{t('exits.transport.seats', { taken: bus.taken, seats: bus.seats })}</span><span className="bar" aria-hidden="true"><i style={{ width: `${(100 * bus.taken) / bus.seats}%` }} /></span></span>
        <span><Count bus={bus} /></span>
      </button>
    </li>
  )
}

export function Count({ bus }: { bus: Transport }): ReactNode {
  const t = useWords()
  return <span className="row">{bus.boarded > 0 ? <StateTag tone="good">{t('exits.transport.boardedOf', { n: bus.boarded })}</StateTag> : null}{bus.noShow > 0 ? <StateTag tone="soon">{t('exits.transport.noShowN', { n: bus.noShow })}</StateTag> : null}{bus.turnedAway > 0 ? <StateTag tone="bad">{t('exits.transport.turnedN', { n: bus.turnedAway })}</StateTag> : null}</span>
}
