import type { ReactNode } from 'react'
import { privacyApi } from '../../modules/privacy/contract.ts'
import { useLanguage } from '../../ui/language.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import './words.ts'
import './privacy.css'

/** 告知, where data are taken: who collects what and why in one line, all of it one tap away. `of`: of everyday work, only what is taken here. */
export function NoticeBlock({ of }: { of?: 'matters' | 'business' }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const { data } = useQueryOf(privacyApi.noticeHere, {}, { staleTime: Infinity })
  if (!data) return null
  const point = (p: (typeof data.points)[number]) => [<dt key={p.id}>{p.title[language]}</dt>, <dd key={`${p.id}-t`}>{p.text[language]}</dd>]
  const kept = (one: (typeof data.kept)[number]) => [<dt key={one.id}>{one.name[language]}</dt>, <dd key={`${one.id}-t`}>{one.why[language]} {one.howLong[language]}<br /><span className="muted">{t('privacy.mine.keptLaw', { law: one.law[language] })}</span></dd>]
  const only = (id: string) => data.points.filter((p) => p.id === id).map(point)
  return (
    <details className="block privacy-notice">
      <summary>{t('privacy.mine.notice')}</summary>
      {of
        ? <dl>{only('who')}{data.kept.filter(({ id }) => id === of).map(kept)}{only('rights')}</dl>
        : <><dl>{data.points.map(point)}</dl><p className="muted">{data.law[language]}</p><h3>{t('privacy.mine.keptTitle')}</h3><dl>{data.kept.map(kept)}</dl></>}
    </details>
  )
}
