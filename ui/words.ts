import { useCallback } from 'react'
import { fillWords, findIn, type Say, type WordTree } from '../kernel/words.ts'
import { ApiError } from './client.ts'
import { useLanguage, type Language } from './language.ts'
import { zh } from './words.zh.ts'
import { en } from './words.en.ts'

/** All texts by language: the shell's own (`ui.…`, `frame.…`) and each module's under its name. */
const trees: Record<Language, Record<string, WordTree>> = { zh: { ...zh }, en: { ...en } }

/** Each client names the modules it shows: `addWords({ people: zh }, { people: en })`, once, before the first paint. */
export function addWords(more: Record<Language, Record<string, WordTree>>): void {
  Object.assign(trees.zh, more.zh)
  Object.assign(trees.en, more.en)
}

export const findWords = (language: Language, key: string): string | undefined => findIn(trees[language], key)

export type { Say } from '../kernel/words.ts'

export const sayIn = (language: Language): Say => (key, params) =>
  fillWords(findWords(language, key) ?? findWords('zh', key) ?? key, params)

/** `const t = useWords(); t('people.card.title', { n: 3 })`: the sentence in the language chosen. */
export function useWords(): Say {
  const language = useLanguage()
  return useCallback((key, params) => sayIn(language)(key, params), [language])
}

/** The words of a code `<module>.<name>` under one branch of its module: errors, timeline… */
export const underModule = (code: string, branch: string): string => {
  const dot = code.indexOf('.')
  return `${code.slice(0, dot)}.${branch}.${code.slice(dot + 1)}`
}

/** `const tError = useErrorWords(); tError(error)`: what happened and what to do next, never a bare code. */
export function useErrorWords(): (error: unknown) => string {
  const language = useLanguage()
  return useCallback((error) => errorWords(language, error), [language])
}

export function errorWords(language: Language, error: unknown): string {
  const t = sayIn(language)
  if (!(error instanceof ApiError)) return t('frame.errors.failed', { requestId: '' })
  const key = underModule(error.code, 'errors')
  const known = findWords(language, key) !== undefined
  return t(known ? key : 'frame.errors.failed', { requestId: error.code, ...inWords(language, error) })
}

/** Parameters that are codes are said in words: `missing: 'noGap, testsDone'` by `<module>.missing.…`, a state by `<module>.states.…`. */
function inWords(language: Language, { code, params }: ApiError): Record<string, unknown> {
  const module = code.split('.')[0] ?? ''
  const say = (name: string, one: string) => [`${module}.${name}.${one}`, `${module}.${name}s.${one}`, `accounts.${name}.${one}`].map((key) => findWords(language, key)).find((words) => words !== undefined)
  return Object.fromEntries(Object.entries(params).map(([name, value]) => {
    const said = typeof value === 'string' ? value.split(', ').map((one) => say(name, one)) : []
    return [name, said.length > 0 && !said.includes(undefined) ? said.join(language === 'zh' ? '、' : ', ') : value]
  }))
}

/** Fields the server found malformed, by name, to stand at the field: `{ phone: '…' }`. */
export function fieldErrors(language: Language, error: unknown): Record<string, string> {
  if (!(error instanceof ApiError) || error.code !== 'frame.malformed') return {}
  const issues = (error.params['issues'] ?? []) as { path: string; problem: string }[]
  return Object.fromEntries(issues.map(({ path, problem }) => [
    path, findWords(language, `frame.problems.${problem}`) ?? sayIn(language)('frame.problems.other'),
  ]))
}
