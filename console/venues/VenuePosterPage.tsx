import { Button } from 'antd'
import type { ReactNode } from 'react'
import { venuesApi } from '../../modules/venues/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import '../screening/poster.css'

/** 场所码海报: one A4 sheet for the door. */
export default function VenuePosterPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const query = useQueryOf(venuesApi.venuePoster, { venueId: at['venue'] ?? '' })
  if (query.error) return <Page title={t('venues.card.poster')}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  const poster = query.data
  if (!poster) return <Page title={t('venues.card.poster')}><Skeleton rows={6} /></Page>
  return (
    <Page title={t('venues.card.poster')} sub={poster.name} actions={<><Button onClick={() => history.back()}>{t('documents.page.back')}</Button><Button type="primary" onClick={() => window.print()}>{t('venues.poster.print')}</Button></>}>
      <div className="poster-desk">
        <article className="poster">
          <p className="poster-area">{poster.areaFullName} · {poster.name}</p>
          <h2>{t('venues.poster.head')}</h2>
          <img alt={poster.url} src={`data:image/svg+xml;utf8,${encodeURIComponent(poster.qrSvg)}`} />
          <ol><li>{t('venues.poster.step1')}</li><li>{t('venues.poster.step2', { n: poster.capacity })}</li><li>{t('venues.poster.step3', { n: poster.stayMinutes })}</li></ol>
          <p className="poster-foot">{t('venues.poster.foot')}</p>
        </article>
        <div className="stack poster-side"><a href={poster.url} target="_blank" rel="noreferrer">{poster.url}</a></div>
      </div>
    </Page>
  )
}
