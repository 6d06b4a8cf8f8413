import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { publicityApi, type AnnouncementCard } from '../../modules/publicity/contract.ts'
import { mayDo } from '../../modules/publicity/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { useHang, useUndoRecord } from './acts.ts'
import { OfficeActs, WithdrawForm } from './OfficeActs.tsx'
import { RecordLine, Said, StandingOf, ToldOf, useValidity } from './standing.tsx'
import { Telling } from './Telling.tsx'
import '../venues/venues.css'

/** 公告卡: what it says and on whose word, where it was not told yet with one press each, and everything that was done. */
export function AnnouncementPanel({ announcementId, onGone }: { announcementId: string; onGone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const validity = useValidity()
  const [withdrawing, setWithdrawing] = useState(false)
  const query = useQueryOf(publicityApi.getAnnouncement, { announcementId })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const a = query.data
  if (!a) return <Skeleton rows={8} />
  if (withdrawing) return <WithdrawForm a={a} onDone={() => setWithdrawing(false)} />
  return (
    <Card>
      <CardHead name={a.title} beside={t(`publicity.kinds.${a.kind}`)} under={[a.source, a.orderNo].filter(Boolean).join(' ')} state={<StandingOf standing={a.standing} />} />
      <Reason a={a} />
      <Said one={a} />
      <Facts rows={[
        [t('publicity.card.valid'), validity(a)], [t('publicity.card.areas'), a.areas.map(({ name }) => name).join('、')], [t('publicity.card.office'), [a.officeName, a.publisherName, a.publishedAt ? f.when(a.publishedAt) : ''].filter(Boolean).join(' ')],
        [t('publicity.card.told'), a.standing === 'draft' ? null : <ToldOf key="told" telling={a.telling} asked={a.tellBy !== null} />], [t('publicity.card.opened'), a.standing === 'draft' ? null : t('publicity.card.times', { n: f.number(a.opened) }) + (a.openedOn[0] ? t('publicity.card.lastDays', { days: a.openedOn.slice(0, 3).map(({ day, n }) => `${f.day(day)} ${n}`).join('、') }) : '')],
      ]} />
      {a.standing === 'draft' ? null : <Telling card={a} active={mayDo(a.standing, 'tell') && may('publicity.record')} />}
      <Records a={a} />
      <ActionBar>
        {a.standing === 'inForce' || a.standing === 'coming' ? <Link to={'/publicity/poster' as never} search={{ id: announcementId } as never}><Button>{t('publicity.card.poster')}</Button></Link> : null}
        {a.own && may('publicity.issue') ? <OfficeActs a={a} onWithdraw={() => setWithdrawing(true)} onGone={onGone} /> : null}
      </ActionBar>
    </Card>
  )
}

/** One sentence: what is still to be done, or why it holds no more. */
function Reason({ a }: { a: AnnouncementCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const left = a.telling.places - a.telling.told
  if (a.standing === 'withdrawn') return <Why tone="bad">{t('publicity.card.withdrawn', { name: a.withdrawerName ?? '', when: a.withdrawnAt ? f.when(a.withdrawnAt) : '', reason: a.withdrawnReason ?? '' })}</Why>
  if (a.standing === 'expired') return <Why>{t('publicity.card.expired', { day: a.toOn ? f.day(a.toOn) : '' })}</Why>
  if (a.standing === 'draft') return <Why>{t('publicity.card.draft')}</Why>
  const from = a.own ? '' : t('publicity.card.fromOffice', { office: a.officeName })
  if (left > 0 && a.tellBy) return <Why tone={a.tellBy < now ? 'bad' : 'soon'}>{from}{t(a.tellBy < now ? 'publicity.card.toldLate' : 'publicity.card.tellBy', { at: f.at(a.tellBy), n: left })}</Why>
  return from || a.telling.places > 0 ? <Why>{from}{t(left > 0 ? 'publicity.card.leftNoTime' : 'publicity.card.allTold', { n: left })}</Why> : null
}

function Records({ a: { records } }: { a: AnnouncementCard }): ReactNode {
  const t = useWords()
  const may = useMay()
  const undo = useUndoRecord()
  const hang = useHang()
  if (records.length === 0) return null
  return (
    <Section title={t('publicity.card.records')}>
      <ul className="venue-log">{records.map((one) => (
        <RecordLine key={one.recordId} one={one} extra={may('publicity.record') ? <>
          {one.toTakeDown ? <button type="button" className="tool-word" onClick={() => hang.down(one)}>{t('publicity.card.takeDown')}</button> : null}{' '}
          {one.mayUndo ? <button type="button" className="tool-word" onClick={() => undo(one.recordId)}>{t('publicity.card.undo')}</button> : null}
        </> : null} />
      ))}</ul>
    </Section>
  )
}
