import type { ReactNode } from 'react'
import type { CareLine, CareState } from '../../modules/care/contract.ts'
import { mustCall } from '../../modules/care/rules.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

const toneOf: Record<CareState, Tone> = { overdue: 'bad', due: 'soon', later: 'off', notWanted: 'off' }

/** 逾期 3 天 / 今天该去 / 2月29日 再去, and whether somebody was missed. */
export function StateOf({ line: { state, daysLate, dueOn, missed, declined } }: { line: Pick<CareLine, 'state' | 'daysLate' | 'dueOn' | 'missed' | 'declined'> }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (mustCall(missed) && !declined) return <StateTag tone="bad">{t('care.state.twice', { n: missed })}</StateTag>
  return <><StateTag tone={toneOf[state]}>{t(`care.state.${state}`, { n: daysLate, day: f.day(dueOn) })}</StateTag>{missed > 0 && !declined ? <> <StateTag tone="soon">{t('care.state.once')}</StateTag></> : null}</>
}

/** 上次 2月20日 都好, with a word. */
export function LastOf({ line: { lastAt, lastResult, lastNote } }: { line: Pick<CareLine, 'lastAt' | 'lastResult' | 'lastNote'> }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!lastAt || !lastResult) return <span className="dim">{t('care.list.never')}</span>
  return <><span className="nowrap">{f.when(lastAt)} {t(`care.results.${lastResult}`)}</span>{lastNote ? <><br /><span className="muted small">{lastNote}</span></> : null}</>
}
