import type { Passage, PassageReason, PassageWarning } from '../modules/passage/contract.ts'
import { whoPassed } from '../modules/passage/rules.ts'
import { useFormats, type Formats } from './format.ts'
import { useLanguage, type Language } from './language.ts'
import { codedWords } from './timeline-words.ts'
import { findWords, sayIn } from './words.ts'

/** Why, in one sentence, the same on the phone and at the desk. */
export const reasonWords = (language: Language, f: Formats, { code, params }: PassageReason): string =>
  codedWords(language, f, `passage.reasons.${code}`, spelled(language, params))

/** What is to be seen beside it. What would have stopped somebody who passes all the same is said by the reason it would have had. */
export const warningWords = (language: Language, f: Formats, { code, params: { reason, ...params } }: PassageWarning): string =>
  codedWords(language, f, `passage.warnings.${code}`, { ...spelled(language, params), ...(reason === undefined ? {} : { reason: codedWords(language, f, `passage.reasons.${reason}`, spelled(language, params)) }) })

/** Codes whose name alone does not say which list of words they are from. */
const lists: Record<string, string> = {
  emergency: 'emergencies', special: 'specials', purpose: 'purposes', grade: 'grades', kind: 'certificates', ways: 'waysOf', state: 'passStates', code: 'codes',
}
const spelled = (language: Language, params: PassageReason['params']): Record<string, string | number> => Object.fromEntries(Object.entries(params).map(([name, value]) => {
  if (name === 'elsewhere' && value === '') return [name, sayIn(language)('passage.elsewhere')]
  return [name, findWords(language, `passage.${lists[name] ?? name}.${value}`) ?? value]
}))

/** `const say = usePassageWords(); say.reason(decision.reason)` */
export function usePassageWords(): { who: (passage: Pick<Passage, 'who' | 'subject' | 'personId' | 'householdId'>) => string; reason: (reason: PassageReason) => string; warning: (warning: PassageWarning) => string } {
  const [language, f] = [useLanguage(), useFormats()]
  return { who: (passage) => whoPassed(sayIn(language), passage), reason: (reason) => reasonWords(language, f, reason), warning: (warning) => warningWords(language, f, warning) }
}
