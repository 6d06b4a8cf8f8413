import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { venuesApi, type Venue } from '../../modules/venues/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Page } from '../../ui/ListPage.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useListOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { VenueForm } from './VenueForm.tsx'
import { VenuePanel } from './VenuePanel.tsx'
import './venues.css'

const EVERY_MS = 20_000

/** 出入 · 公共场所: how many are inside where, and whose door needs a look. */
export default function VenuesPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const open = (venueId: string | undefined) => go({ open: venueId })
  useKeys(at['open'] ? [{ key: 'Escape', words: 'ui.keys.close', run: () => open(undefined), always: true }] : [])
  return (
    <Page title={t('venues.title')} actions={<>{may('venues.trace') ? <Link to={'/venues/trace' as never}><Button>{t('venues.trace')}</Button></Link> : null}{may('venues.keep') ? <Button type="primary" onClick={() => open('new')}>{t('venues.add')}</Button> : null}</>}>
      <div className={at['open'] ? 'with-panel open' : 'with-panel'}>
        <List openId={at['open']} onOpen={open} />
        {at['open'] ? <Panel onClose={() => open(undefined)}>{at['open'] === 'new' ? <VenueForm onDone={(id) => open(id)} /> : <VenuePanel key={at['open']} venueId={at['open']} />}</Panel> : null}
      </div>
    </Page>
  )
}

function List({ openId, onOpen }: { openId: string | undefined; onOpen: (id: string) => void }): ReactNode {
  const t = useWords()
  const list = useListOf(venuesApi.listVenues, {}, { every: EVERY_MS })
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />
  if (list.loading) return <div className="paper"><Skeleton rows={5} /></div>
  if (list.items.length === 0) return <div className="paper empty"><b>{t('venues.empty')}</b><span>{t('venues.emptyHint')}</span></div>
  return (
    <div>
      <ul className="paper venue-list">{(list.items as Venue[]).map((one) => <Row key={one.venueId} venue={one} open={one.venueId === openId} onOpen={onOpen} />)}</ul>
      {list.hasMore ? <div className="list-foot"><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
    </div>
  )
}

function Row({ venue: v, open, onOpen }: { venue: Venue; open: boolean; onOpen: (id: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <li className={open ? 'open-row' : ''}>
      <button type="button" onClick={() => onOpen(v.venueId)} {...(open ? { 'aria-current': true } : {})}>
        <span><b>{v.name}</b> <span className="dim small">{t(`venues.kinds.${v.kind}`)}</span><br /><span className="muted small">{v.areaName}{v.address ? ` · ${v.address}` : ''}</span></span>
        <span className="inside"><b>{f.number(v.inside)}</b><span className="dim"> / {f.number(v.capacity)}</span></span>
        <span><StateOf venue={v} />{v.overstaying > 0 ? <><br /><span className="small soon-ink">{t('venues.list.overN', { n: v.overstaying })}</span></> : null}</span>
        <span className="muted small">{t('venues.list.disinfected')}<br />{v.disinfectedAt ? f.when(v.disinfectedAt) : t('venues.list.never')}</span>
      </button>
    </li>
  )
}

export function StateOf({ venue }: { venue: Pick<Venue, 'state' | 'full'> }): ReactNode {
  const t = useWords()
  return venue.state === 'closed' ? <StateTag>{t('venues.list.closed')}</StateTag> : venue.full ? <StateTag tone="bad">{t('venues.list.full')}</StateTag> : <StateTag tone="good">{t('venues.list.free')}</StateTag>
}
