import { isDay } from '../kernel/dates.ts'
import type { Formats } from './format.ts'
import type { Language } from './language.ts'
import { findWords, sayIn, underModule } from './words.ts'

/** Where the words of a coded parameter stand when its own module has none. */
const wordsOf: Record<string, string> = {
  measure: 'quarantine.measures', visitor: 'quarantine.visitors', way: 'quarantine.callWays', result: 'quarantine.results', role: 'accounts.roles', level: 'territory.levels', channel: 'ui.channel', contact: 'policies.contacts', window: 'ui.window',
}

/**
 * The sentence of an entry. Parameters were written down when it happened: codes are said in words, days as days,
 * a sentence kept in both languages (`because`, `becauseEn`) by the language; what was not given leaves no hole.
 */
export const timelineWords = (language: Language, f: Formats, kind: string, params: Readonly<Record<string, unknown>>): string =>
  codedWords(language, f, underModule(kind, 'timeline'), params)

/** The sentence at a key whose parameters are codes, days and instants. */
export function codedWords(language: Language, f: Formats, key: string, params: Readonly<Record<string, unknown>>): string {
  const module = key.split('.')[0] ?? ''
  const said = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, sayParam(language, f, module, name, value, params)]))
  return sayIn(language)(key, said)
    .replace(/\{\w+\}/g, '').replace(/\s+([))])/g, '$1').replace(/[((][))]/g, '').replace(/[::]\s*$/, '').trim()
}

function sayParam(language: Language, f: Formats, module: string, name: string, value: unknown, all: Readonly<Record<string, unknown>>): string {
  const english = all[`${name}En`]
  if (language === 'en' && typeof english === 'string') return english
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return String((value as Record<string, unknown>)[language] ?? '')
  const text = String(value)
  if (isDay(text)) return f.day(text)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return f.when(text)
  const key = [`${module}.${name}.${text}`, `${module}.${name}s.${text}`, `${wordsOf[name] ?? 'ui'}.${text}`].find((one) => findWords(language, one) !== undefined)
  return key ? sayIn(language)(key) : text
}
