import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { AddRooms } from './SiteForms.tsx'

/** The rooms of a site as a plan: who is in them since when, and which beds are free. */
export function SitePlan({ siteId, mayEdit }: { siteId: string; mayEdit: boolean }): ReactNode {
  const t = useWords()
  const site = useQueryOf(quarantineApi.getSite, { siteId })
  return (
    <Loaded of={site}>{({ plan, state, ...s }) => (
      <>
        <div className="row">
          <StateTag tone={state === 'closed' ? 'off' : s.taken < s.beds ? 'good' : 'soon'}>{state === 'closed' ? t('quarantine.sitesPage.closed') : t('quarantine.sitesPage.free', { n: s.beds - s.taken })}</StateTag>
          <span className="muted grow">{[t('quarantine.sitesPage.roomsCount', { n: s.rooms }), s.areaName, s.address].filter(Boolean).join(' · ')} {s.phone ? <a href={`tel:${s.phone}`}>{s.phone}</a> : null}</span>
          {mayEdit ? <OpenOrClose siteId={siteId} state={state} /> : null}
        </div>
        <div className="rooms">
          {plan.map((room) => (
            <div key={room.id} className={room.taken === 0 ? 'room free' : 'room'}>
              <div className="row"><b className="grow">{room.name}</b><StateTag tone={room.taken >= room.beds ? 'off' : 'good'}>{room.taken >= room.beds ? t('quarantine.sitesPage.full') : t('quarantine.sitesPage.free', { n: room.beds - room.taken })}</StateTag></div>
              {room.people.map((p) => <div key={p.episodeId} className="row small"><Link className="grow" to="/quarantine" search={{ tab: 'central', open: p.episodeId } as never}>{p.name}</Link><span className="dim">{t('quarantine.sitesPage.day', { n: p.dayNo })}</span></div>)}
            </div>
          ))}
        </div>
        {mayEdit ? <AddRooms siteId={siteId} /> : null}
      </>
    )}</Loaded>
  )
}

function OpenOrClose({ siteId, state }: { siteId: string; state: 'open' | 'closed' }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const update = useCommandOf(quarantineApi.updateSite, { onDone: () => say(t('quarantine.card.done')), onRefused: (error) => say(tError(error)) })
  return <Button loading={update.isPending} onClick={() => update.mutate({ siteId, state: state === 'open' ? 'closed' : 'open' })}>{t(state === 'open' ? 'quarantine.sitesPage.close' : 'quarantine.sitesPage.reopen')}</Button>
}
