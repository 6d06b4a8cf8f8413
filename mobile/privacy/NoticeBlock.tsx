import type { ReactNode } from 'react'
import { privacyApi } from '../../modules/privacy/contract.ts'
import { useLanguage } from '../../ui/language.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import './words.ts'
import './privacy.css'

/** 告知, where data are taken: who collects what and why in one line, all of it one tap away. */
export function NoticeBlock(): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const notice = useQueryOf(privacyApi.noticeHere, {}, { staleTime: Infinity })
  if (!notice.data) return null
  return (
    <details className="block privacy-notice">
      <summary>{t('privacy.mine.notice')}</summary>
      <dl>{notice.data.points.map((p) => [<dt key={p.id}>{p.title[language]}</dt>, <dd key={`${p.id}-t`}>{p.text[language]}</dd>])}</dl>
      <p className="muted">{notice.data.law[language]}</p>
    </details>
  )
}
