import { byModule, fillWords, findIn, type Say, type WordTree } from '../kernel/words.ts'

/** Every module's texts, found by their file names, for files that are written here in the page's language. */
const trees: Record<'zh' | 'en', WordTree> = {
  zh: byModule(import.meta.glob<WordTree>('../modules/*/words.zh.ts', { eager: true, import: 'zh' })),
  en: byModule(import.meta.glob<WordTree>('../modules/*/words.en.ts', { eager: true, import: 'en' })),
}

export const sayIn = (language: 'zh' | 'en'): Say => (key, params) => fillWords(findIn(trees[language], key) ?? findIn(trees.zh, key) ?? key, params)
