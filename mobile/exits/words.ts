import { byModule, type WordTree } from '../../kernel/words.ts'
import { addWords } from '../../ui/words.ts'

/** Loaded with this page only: whoever declares an arrival does not pay for it. */
addWords({
  zh: byModule(import.meta.glob<WordTree>('../../modules/exits/words.zh.ts', { eager: true, import: 'zh' })),
  en: byModule(import.meta.glob<WordTree>('../../modules/exits/words.en.ts', { eager: true, import: 'en' })),
})
