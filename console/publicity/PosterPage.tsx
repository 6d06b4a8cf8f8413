import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import { longDay } from '../../modules/documents/rules.ts'
import { publicityApi } from '../../modules/publicity/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { Said, useValidity } from './standing.tsx'
import './publicity.css'

/** So many characters fit one A4 in very large type, and in large. */
const [SHORT, LONG] = [150, 420]
const sizeOf = (n: number): string => (n <= SHORT ? 'short' : n > LONG ? 'long' : '')

/** 公告海报 (A4): large type, on whose word, until when, and the code that says whether it still holds. */
export default function PosterPage(): ReactNode {
  const t = useWords()
  const me = useMe()
  const validity = useValidity()
  const [at, go] = useAddress()
  const query = useQueryOf(publicityApi.announcementPoster, { announcementId: at['id'] ?? '', ...(at['area'] ? { areaId: at['area'] } : {}) }, { enabled: at['id'] !== undefined })
  return (
    <Page title={t('publicity.paper.title')} sub={t('publicity.paper.sub')} actions={<><Button onClick={() => history.back()}>{t('documents.page.back')}</Button><Button type="primary" disabled={!query.data} onClick={() => window.print()}>{t('publicity.paper.print')}</Button></>}>
      <div className="no-print" style={{ maxWidth: 420, marginBottom: 16 }}><AreaPicker label={t('publicity.paper.place')} placeholder={t('publicity.paper.place')} chosen={me.area ?? undefined} value={at['area'] ?? me.area?.id} onChange={(area) => go({ area })} /></div>
      <Loaded of={query}>{(one) => (
        <article className={`announce-paper ${sizeOf(one.body.length + (one.rumour?.length ?? 0))}`}>
          <p className="kind">{t(`publicity.kinds.${one.kind}`)}</p>
          <h2>{one.title}</h2>
          <Said one={one} />
          <p className="signed">{one.source}<br />{one.orderNo ? <>{one.orderNo}<br /></> : null}{longDay(one.publishedAt ? dayOf(one.publishedAt) : one.fromOn)}</p>
          <div className="announce-foot"><p className="valid"><b>{t('publicity.card.valid')}</b> {validity(one)}<br />{one.placeName}<br />{one.code ? t('publicity.paper.scan') : <span className="no-print"><Link to={'/screening/poster' as never} search={{ of: 'news' } as never}>{t('publicity.paper.noCode')}</Link></span>}</p><Code code={one.code} /></div>
        </article>
      )}</Loaded>
    </Page>
  )
}

export const Code = ({ code }: { code: { url: string; qrSvg: string } | null }): ReactNode => (code ? <img alt={code.url} src={`data:image/svg+xml;utf8,${encodeURIComponent(code.qrSvg)}`} /> : null)
