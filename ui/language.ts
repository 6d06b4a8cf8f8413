import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'
const KEPT = 'wangge.language'
const LARGE = 'wangge.large'

const read = (key: string): string | null => { try { return localStorage.getItem(key) } catch { return null } }
const keep = (key: string, value: string): void => { try { localStorage.setItem(key, value) } catch { /* private window: kept for this page only */ } }

let language: Language = read(KEPT) === 'en' ? 'en' : 'zh'
let large = read(LARGE) === '1'
// Words that arrive after the page was drawn change nothing but what is said: the count tells that they are there.
let said = 0
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

function apply(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.documentElement.toggleAttribute('data-large', large)
  said++
  for (const listener of listeners) listener()
}

/** Called once by each client before the first paint. */
export const startLook = (): void => apply()
export const currentLanguage = (): Language => language
export function useLanguage(): Language {
  useSyncExternalStore(subscribe, () => said)
  return language
}
/** Words that are loaded when somebody first wants that language (phone): the switch waits for them, and without a signal and words it stays as it is. */
const loaders: ((to: Language) => Promise<unknown>)[] = []
export function loadsWords(load: (to: Language) => Promise<unknown>): void {
  loaders.push(load)
  if (language !== 'zh') void load(language).then(apply, () => undefined)
}
export function setLanguage(to: Language): void {
  const turn = () => { language = to; keep(KEPT, to); apply() }
  if (loaders.length === 0) turn()
  else void Promise.all(loaders.map((load) => load(to))).then(turn, () => undefined)
}
/** 大字版: 20 px and 48 px targets. */
export const useLarge = (): boolean => useSyncExternalStore(subscribe, () => large)
export const setLarge = (to: boolean): void => { large = to; keep(LARGE, to ? '1' : '0'); apply() }
