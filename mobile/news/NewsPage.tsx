import './words.ts'
import { useState, type ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import { linksApi } from '../../modules/links/contract.ts'
import { publicityApi, type ResidentsAnnouncement } from '../../modules/publicity/contract.ts'
import { hotlines } from '../../modules/publicity/data.ts'
import { paragraphsOf } from '../../modules/publicity/rules.ts'
import { ask, newCommandId } from '../../ui/client.ts'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { currentLink } from '../../ui/link.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { ReadAloud } from '../../ui/speech.tsx'
import { useWords } from '../../ui/words.ts'
import './news.css'

const EVERY_MS = 300_000

/** 社区公告 behind the code at the door, without an account: what holds now, who says so, until when; whether a rumour is true; whom to ring. */
export default function NewsPage(): ReactNode {
  const t = useWords()
  const link = useQueryOf(linksApi.openLink, {})
  const news = useQueryOf(publicityApi.residentsAnnouncements, {}, { every: EVERY_MS })
  const failed = link.error ?? news.error
  if (failed && (!link.data || !news.data)) {
    const again = () => { void link.refetch(); void news.refetch() }
    return <Screen title={t('publicity.own.title')} foot={<BigButton onPress={again}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t(failed.status === 0 ? 'publicity.own.failed' : 'frame.errors.linkInvalid')}</Notice><Hotlines /></Screen>
  }
  if (!link.data || !news.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  const { areaFullName, areaName, officePhone } = link.data
  const [holds, over] = [news.data.items.filter(({ standing }) => standing === 'inForce'), news.data.items.filter(({ standing }) => standing !== 'inForce')]
  return (
    <div className="for-everybody">
      <Screen over={areaFullName || areaName} title={t('publicity.own.title')} under={t('publicity.own.holds', { n: holds.length })}
        foot={<>{officePhone ? <BigButton href={`tel:${officePhone}`}>{t('publicity.own.call', { phone: officePhone })}</BigButton> : null}<BigButton kind="second" href={`/m/a/${currentLink() ?? ''}`}>{t('links.report')}</BigButton></>}>
        {holds.length === 0 ? <Notice>{t('publicity.own.nothing')}</Notice> : null}
        {holds.map((one) => <One key={one.announcementId} one={one} />)}
        <Hotlines />
        {over.length > 0 ? <Block title={t('publicity.own.over')}>{over.map((one) => <Over key={one.announcementId} one={one} />)}</Block> : null}
        <p className="muted">{t('publicity.own.privacy')}</p>
      </Screen>
    </div>
  )
}

/** Opened once in this page’s life: a number for the day, nothing about whoever reads. */
const counted = new Set<string>()
function count(announcementId: string): void {
  if (counted.has(announcementId)) return
  counted.add(announcementId)
  void ask(publicityApi.openAnnouncement, { announcementId }, { commandId: newCommandId() }).catch(() => counted.delete(announcementId))
}

function One({ one }: { one: ResidentsAnnouncement }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [open, setOpen] = useState(false)
  const lines = paragraphsOf(one.body)
  const until = one.toOn === null ? t('publicity.card.since', { from: f.day(one.fromOn) }) : t('publicity.card.fromTo', { from: f.day(one.fromOn), to: f.day(one.toOn) })
  return (
    <section className="block news">
      <details onToggle={(event) => { setOpen(event.currentTarget.open); if (event.currentTarget.open) count(one.announcementId) }}>
        <summary><span className={one.kind === 'rumour' ? 'tag bad' : 'tag on'}>{t(`publicity.kinds.${one.kind}`)}</span> <b>{one.title}</b></summary>
        <div className="said">
          {one.rumour === null ? null : <><p className="rumour"><b>{t('publicity.card.rumour')}</b> {one.rumour}</p><p><b>{t('publicity.card.truth')}</b></p></>}
          {lines.map((line, i) => <p key={i}>{line}</p>)}
        </div>
        {open ? <ReadAloud parts={[one.title, ...(one.rumour === null ? [] : [`${t('publicity.card.rumour')}${one.rumour}`, t('publicity.card.truth')]), ...lines, `${one.source}。${until}。`]} /> : null}
      </details>
      <p className="muted">{[one.source, one.orderNo].filter(Boolean).join(' ')}<br />{until}<br />{t('publicity.own.where', { areas: one.areas.map(({ name }) => name).join('、') })}</p>
    </section>
  )
}

/** 已失效: said for a while, so that nobody goes on by it. */
function Over({ one }: { one: ResidentsAnnouncement }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return <p><b>{one.title}</b><br /><span className="muted">{one.standing === 'withdrawn' ? t('publicity.own.withdrawn', { when: one.withdrawnAt ? f.day(dayOf(one.withdrawnAt)) : '', reason: one.withdrawnReason ?? '' }) : t('publicity.own.expired', { day: one.toOn ? f.day(one.toOn) : '' })}</span></p>
}

function Hotlines(): ReactNode {
  const t = useWords()
  const language = useLanguage()
  return <Block title={t('publicity.own.hotlines')}><ul className="hotlines">{hotlines.map(({ number, name }) => <li key={number}><span>{name[language]}</span><a href={`tel:${number}`} aria-label={`${name[language]} ${number}`}>{number}</a></li>)}</ul></Block>
}
