import { byModule, type WordTree } from '../kernel/words.ts'
import { addWords } from '../ui/words.ts'

/** Every module's texts, found by their file names, so that a new module needs no line here. */
const zh = import.meta.glob<WordTree>('../modules/*/words.zh.ts', { eager: true, import: 'zh' })
const en = import.meta.glob<WordTree>('../modules/*/words.en.ts', { eager: true, import: 'en' })

addWords({ zh: byModule(zh), en: byModule(en) })
