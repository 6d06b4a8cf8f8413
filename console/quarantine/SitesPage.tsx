import { Button } from 'antd'
import type { ReactNode } from 'react'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { NewSite } from './SiteForms.tsx'
import { SitePlan } from './SitePlan.tsx'
import './quarantine.css'

/** 管控 · 隔离点: sites, their rooms as a plan, beds free. */
export default function SitesPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const may = useMay()
  const sites = useQueryOf(quarantineApi.listSites, {})
  const mayEdit = may('quarantine.sites')
  return (
    <Page title={t('quarantine.sitesPage.title')} actions={mayEdit ? <Button onClick={() => go({ open: 'new' })}>{t('quarantine.sitesPage.add')}</Button> : undefined}>
      <Loaded of={sites}>{({ items }) => {
        const open = at['open'] ?? items[0]?.id
        return (
          <div className="stack">
            <div className="chips" role="group" aria-label={t('quarantine.sitesPage.title')}>
              {items.map((s) => <button key={s.id} type="button" className="chip" aria-pressed={s.id === open} onClick={() => go({ open: s.id })}>{s.name}<b>{t('quarantine.sitesPage.beds', { taken: s.taken, beds: s.beds })}</b></button>)}
            </div>
            {open === 'new' ? <NewSite onDone={(id) => go({ open: id })} /> : open ? <SitePlan key={open} siteId={open} mayEdit={mayEdit} /> : <FreeAbove />}
          </div>
        )
      }}</Loaded>
    </Page>
  )
}

/** A community has no site of its own as a rule: the beds of the offices above that it may use. */
function FreeAbove(): ReactNode {
  const t = useWords()
  const free = useQueryOf(quarantineApi.freeRooms, {})
  return (
    <Loaded of={free}>{({ items }) => {
      const sites = [...new Set(items.map((room) => room.siteName))]
      if (sites.length === 0) return <p className="muted">{t('quarantine.sitesPage.empty')}</p>
      return (
        <>
          {sites.map((site) => (
            <section key={site} className="stack">
              <h3>{site} · {t('quarantine.sitesPage.freeAbove')}</h3>
              <div className="rooms">{items.filter((room) => room.siteName === site).map((room) => <div key={room.id} className="room free"><div className="row"><b className="grow">{room.name}</b><StateTag tone="good">{t('quarantine.sitesPage.free', { n: room.free })}</StateTag></div></div>)}</div>
            </section>
          ))}
        </>
      )
    }}</Loaded>
  )
}
