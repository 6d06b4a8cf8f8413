import type { ReactNode } from 'react'
import type { PolicyDocument } from '../../modules/policies/contract.ts'
import { differences } from '../../modules/policies/rules.ts'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useWords } from '../../ui/words.ts'
import { sayDifference } from './differing.ts'

/** What another edition does otherwise, in words; nothing where everything is decided alike. */
export function Differences({ before, after }: { before: PolicyDocument; after: PolicyDocument }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const lines = differences(before, after).map((d) => sayDifference({ t, f, language }, d))
  if (lines.length === 0) return <p className="muted">{t('reasons.preview.noDifference')}</p>
  return (
    <ul className="differences">
      {lines.map((line, i) => (
        <li key={i}><b>{line.about}</b><span className="was"><span className="visually-hidden">{t('policies.differs.was')}</span>{line.before}</span><span aria-hidden="true">→</span><span className="is"><span className="visually-hidden">{t('policies.differs.is')}</span>{line.after}</span></li>
      ))}
    </ul>
  )
}
