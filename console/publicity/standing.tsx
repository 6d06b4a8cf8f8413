import type { ReactNode } from 'react'
import type { Announcement, AnnouncementStanding, PublicityRecord, TellingFigures } from '../../modules/publicity/contract.ts'
import { paragraphsOf, percentOf } from '../../modules/publicity/rules.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

const tones: Readonly<Record<AnnouncementStanding, Tone>> = { draft: 'off', coming: 'soon', inForce: 'good', expired: 'off', withdrawn: 'bad' }
export function StandingOf({ standing }: { standing: AnnouncementStanding }): ReactNode {
  return <StateTag tone={tones[standing]}>{useWords()(`publicity.standings.${standing}`)}</StateTag>
}

/** 3 / 16 处, 2,100 / 9,623 户 (21%). */
export function ToldOf({ telling, asked }: { telling: TellingFigures; /** Whether it was to be told by a time. */ asked: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (telling.places === 0) return <span className="muted">{t('publicity.list.nowhere')}</span>
  return <><span className={asked && telling.told < telling.places ? 'soon-ink nowrap' : 'nowrap'}>{t('publicity.list.ofPlaces', { told: telling.told, places: telling.places })}</span><br /><span className="muted small nowrap">{t('publicity.list.ofHouseholds', { covered: f.number(telling.covered), households: f.number(telling.households), percent: percentOf(telling) })}</span></>
}

/** From when until when, in words. */
export function useValidity(): (one: Pick<Announcement, 'fromOn' | 'toOn'>) => string {
  const t = useWords()
  const f = useFormats()
  return ({ fromOn, toOn }) => (toOn === null ? t('publicity.card.since', { from: f.day(fromOn) }) : t('publicity.card.fromTo', { from: f.day(fromOn), to: f.day(toOn) }))
}

/** What is said; of a rumour both sides, the true one last. */
export function Said({ one }: { one: Pick<Announcement, 'body' | 'rumour'> }): ReactNode {
  const t = useWords()
  const body = paragraphsOf(one.body).map((line, i) => <p key={i}>{line}</p>)
  if (one.rumour === null) return <div className="said">{body}</div>
  return <div className="said"><p className="said-rumour"><b>{t('publicity.card.rumour')}</b> {one.rumour}</p><p className="said-truth"><b>{t('publicity.card.truth')}</b></p>{body}</div>
}

export function RecordLine({ one, extra }: { one: PublicityRecord; extra?: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <li className={one.undoneAt ? 'undone' : ''}>
      <b>{t(`publicity.ways.${one.way}`)}</b> {one.placeName} {one.reached === null ? '' : t(`publicity.reached.${one.way}`, { n: f.number(one.reached) })}
      <br /><span className="muted small">{f.when(one.at)} {one.people ?? one.byName} {one.note ?? ''}</span> {one.undoneAt ? <span className="dim small">{t('publicity.card.undone')}</span> : one.takenDownAt ? <span className="dim small">{t('publicity.card.takenDown', { when: f.when(one.takenDownAt) })}</span> : one.toTakeDown ? <StateTag tone="soon">{t('publicity.card.toTakeDown')}</StateTag> : null} {extra}
    </li>
  )
}
