import { Button } from 'antd'
import type { ReactNode } from 'react'
import { hotlines } from '../../modules/publicity/data.ts'
import { publicityApi } from '../../modules/publicity/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { Code } from './PosterPage.tsx'
import { useValidity } from './standing.tsx'
import './publicity.css'

/** 公告栏 (A4): everything that holds now, on one sheet for the notice board. */
export default function BoardPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const today = useToday()
  const me = useMe()
  const validity = useValidity()
  const [at, go] = useAddress()
  const areaId = at['area'] ?? me.area?.id
  const query = useQueryOf(publicityApi.noticeBoard, { areaId: areaId ?? '' }, { enabled: areaId !== undefined })
  return (
    <Page title={t('publicity.paper.board')} sub={t('publicity.paper.boardSub')} actions={<><Button onClick={() => history.back()}>{t('documents.page.back')}</Button><Button type="primary" disabled={!query.data?.items.length} onClick={() => window.print()}>{t('publicity.paper.print')}</Button></>}>
      <div className="no-print" style={{ maxWidth: 420, marginBottom: 16 }}><AreaPicker label={t('publicity.paper.place')} placeholder={t('publicity.paper.place')} chosen={me.area ?? undefined} value={areaId} onChange={(area) => go({ area })} /></div>
      <Loaded of={query}>{({ placeName, items, code }) => (items.length === 0 ? <div className="paper empty"><b>{t('publicity.empty.inForce')}</b><span>{t('publicity.emptyHint')}</span></div> : (
        <article className="announce-paper board-paper">
          <h2>{placeName} {t('publicity.paper.board')}</h2>
          <p className="signed">{t('publicity.paper.asOf', { day: f.day(today) })}</p>
          <ol>{items.map((one) => <li key={one.announcementId}><b>{one.title}</b> <span className="muted">{t(`publicity.kinds.${one.kind}`)}</span><p>{one.rumour === null ? one.body : `${t('publicity.card.truth')} ${one.body}`}</p><span className="muted">{[one.source, one.orderNo, validity(one)].filter(Boolean).join(' · ')}</span></li>)}</ol>
          <div className="announce-foot"><p className="valid">{hotlines.map(({ number, name }) => `${name[language]} ${number}`).join('  ')}<br />{code ? t('publicity.paper.scanBoard') : ''}</p><Code code={code} /></div>
        </article>
      ))}</Loaded>
    </Page>
  )
}
