import type { ReactNode } from 'react'
import type { BusinessLine, BusinessState } from '../../modules/resumption/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useWords } from '../../ui/words.ts'

const toneOf: Record<BusinessState, Tone> = { notResumed: 'off', applied: 'soon', resumed: 'good', suspended: 'bad', closed: 'off' }

export const StateOf = ({ state }: { state: BusinessState }): ReactNode => <StateTag tone={toneOf[state]}>{useWords()(`resumption.states.${state}`)}</StateTag>

/** What comes next with it, and on which day: 还缺:人人有口罩 · 2月29日 再看. */
export function NextOf({ b }: { b: BusinessLine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  if (b.state === 'applied') return b.appliedOn ? <span className="muted small nowrap">{t('resumption.list.appliedOn', { day: f.day(b.appliedOn) })}</span> : null
  if (b.state === 'closed' || !b.lookOn) return null
  const lacks = b.missing.length > 0 ? t('resumption.list.lackN', { missing: b.missing.map((point) => point.name[language]).join(language === 'zh' ? '、' : ', ') }) : ''
  const day = t(lacks || b.state !== 'resumed' ? 'resumption.list.lookBy' : 'resumption.list.recheckBy', { day: f.day(b.lookOn) })
  return <span className={`small ${b.lookDue ? 'soon-ink' : 'muted'}`}>{[lacks, day].filter(Boolean).join(' · ')}</span>
}
