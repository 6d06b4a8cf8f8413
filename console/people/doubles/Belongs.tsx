import type { ReactNode } from 'react'
import { useLanguage } from '../../../ui/language.ts'
import { findWords, useWords } from '../../../ui/words.ts'

/** 名下记录: how much of what belongs to a record; a table without a word of its own is summed up as other. */
export function Belongs({ rows }: { rows: readonly { table: string; n: number }[] }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const named = new Map<string, number>()
  for (const { table, n } of rows) {
    const word = findWords(language, `people.doubles.tables.${table}`) ? table : 'other'
    named.set(word, (named.get(word) ?? 0) + n)
  }
  if (named.size === 0) return <span className="dim">{t('people.doubles.none')}</span>
  return <>{[...named].map(([word, n]) => `${t(`people.doubles.tables.${word}`)} ${n}`).join(' · ')}</>
}
