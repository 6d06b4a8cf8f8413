import { Button } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { longDay } from '../../modules/documents/rules.ts'
import { hotlines } from '../../modules/publicity/data.ts'
import { publicityApi } from '../../modules/publicity/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { Code } from './PosterPage.tsx'
import { useValidity } from './standing.tsx'
import './publicity.css'

/** So many stand on one A4 with three lines each. */
const FEW = 6

/** 公告栏 (A4): everything that holds now, on one sheet for the notice board. */
export default function BoardPage(): ReactNode {
  const t = useWords()
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
        <article className={items.length > FEW ? 'announce-paper board-paper dense' : 'announce-paper board-paper'}>
          <div className="announce-foot"><div><h2>{placeName} {t('publicity.paper.board')}</h2><p>{t('publicity.paper.asOf', { day: longDay(today) })} {code ? t('publicity.paper.scanBoard') : ''}</p></div><Code code={code} /></div>
          <ol>{items.map((one) => <li key={one.announcementId}><b>{one.title}</b> <span className="muted">{t(`publicity.kinds.${one.kind}`)}</span><p>{one.rumour === null ? one.body : `${t('publicity.card.truth')} ${one.body}`}</p><span className="muted">{[one.source, one.orderNo, validity(one)].filter(Boolean).join(' · ')}</span></li>)}</ol>
          <p className="valid">{hotlines.map(({ number, name }) => <Fragment key={number}><span className="nowrap">{name[language]} <b>{number}</b></span>  </Fragment>)}</p>
        </article>
      ))}</Loaded>
    </Page>
  )
}
