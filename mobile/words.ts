import { byModule, type WordTree } from '../kernel/words.ts'
import { addWords } from '../ui/words.ts'

/** Only the texts of the modules a resident meets, so that a cheap phone on a weak signal loads little. */
const zh = import.meta.glob<WordTree>('../modules/{people,screening,quarantine,policies,links,leads,duty,zones}/words.zh.ts', { eager: true, import: 'zh' })
const en = import.meta.glob<WordTree>('../modules/{people,screening,quarantine,policies,links,leads,duty,zones}/words.en.ts', { eager: true, import: 'en' })

addWords({ zh: byModule(zh), en: byModule(en) })
