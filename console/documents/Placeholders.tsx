import { useState, type ReactNode } from 'react'
import type * as z from 'zod'
import type { shownPlaceholder } from '../../modules/documents/contract.ts'
import { useLanguage } from '../../ui/language.ts'
import { say } from '../../ui/undo.tsx'
import { useWords } from '../../ui/words.ts'

type Shown = z.output<typeof shownPlaceholder>

/** What a template may say; a press copies it. */
export function Placeholders({ all }: { all: readonly Shown[] }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const copy = (written: string) => { void navigator.clipboard?.writeText(written).catch(() => undefined); say(t('documents.templates.copied', { text: written })) }
  const shown = all.filter((one) => text === '' || one.written.includes(text) || one.about.zh.includes(text))
  return (
    <aside className="placeholders" aria-label={t('documents.templates.placeholders')}>
      <h3>{t('documents.templates.placeholders')}</h3>
      <p className="dim small">{t('documents.templates.placeholdersHint')}</p>
      <input className="placeholder-find" value={text} onChange={(event) => setText(event.target.value)} placeholder={t('documents.templates.placeholdersFind')} aria-label={t('documents.templates.placeholdersFind')} />
      <ul>{shown.map((one) => (
        <li key={`${one.within ?? ''}${one.name}`} className={one.within ? 'within' : undefined}>
          <button type="button" className="placeholder" onClick={() => copy(one.written)}>{one.written}</button>
          <span className="small"> {one.about[language]}{one.required ? <b> · {t('documents.templates.required')}</b> : null}{one.example ? <span className="dim"> · {one.example}</span> : null}</span>
        </li>
      ))}</ul>
    </aside>
  )
}
