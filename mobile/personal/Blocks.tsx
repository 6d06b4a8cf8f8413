import type { ReactNode } from 'react'
import { useFormats } from '../../ui/format.ts'
import { Block } from '../../ui/phone/Screen.tsx'
import { useWords } from '../../ui/words.ts'
import type { Mine } from './mine.ts'

/** Whom to call: a tap dials. */
export function Contacts({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const callable = mine.contacts.filter((c) => c.phone !== null)
  if (callable.length === 0) return null
  return (
    <Block>
      <ul className="calls">
        {callable.map((c) => (
          <li key={c.duty}><a href={`tel:${c.phone ?? ''}`}><span className="grow">{t('quarantine.my.find', { duty: t(`quarantine.my.duties.${c.duty}`), name: c.name })}<small>{c.phone}</small></span><b>{t('quarantine.my.call')} ›</b></a></li>
        ))}
      </ul>
    </Block>
  )
}

/** Tests still to be taken. */
export function TestsDue({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const due = mine.tests.filter((test) => test.takenOn === null)
  if (due.length === 0) return null
  return <Block title={t('quarantine.my.tests')}>{due.map((test) => <p key={test.dueOn}>{t('quarantine.my.testOn', { day: f.day(test.dueOn) })}</p>)}</Block>
}

/** What was reported before, newest first. */
export function Past({ mine }: { mine: Mine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (mine.readings.length === 0) return null
  return (
    <Block title={t('quarantine.my.past')}>
      <ul className="past">
        {mine.readings.slice(0, 8).map((r) => (
          <li key={r.takenAt}><span className="muted">{f.when(r.takenAt)}</span><b className={r.abnormal ? 'bad-ink' : ''}>{r.temperature === null ? t('quarantine.my.symptomsOnly') : `${r.temperature.toFixed(1)} ℃`}{r.deviceError ? ` · ${t('quarantine.card.deviceError')}` : ''}</b></li>
        ))}
      </ul>
    </Block>
  )
}
