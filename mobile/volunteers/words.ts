import { byModule, type WordTree } from '../../kernel/words.ts'
import { addWords } from '../../ui/words.ts'

/** Loaded with this page only. */
addWords({
  zh: byModule(import.meta.glob<WordTree>('../../modules/volunteers/words.zh.ts', { eager: true, import: 'zh' })),
  en: byModule(import.meta.glob<WordTree>('../../modules/volunteers/words.en.ts', { eager: true, import: 'en' })),
})
