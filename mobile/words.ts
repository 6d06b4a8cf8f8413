import { byModule, type WordTree } from '../kernel/words.ts'
import { loadsWords } from '../ui/language.ts'
import { addWords } from '../ui/words.ts'

/** Only the texts of the modules a resident meets, and only in Chinese until somebody wants English, so that a cheap phone on a weak signal loads little. */
const zh = import.meta.glob<WordTree>('../modules/{people,screening,quarantine,policies,links,leads}/words.zh.ts', { eager: true, import: 'zh' })

addWords({ zh: byModule(zh), en: {} })
loadsWords(async (to) => { if (to === 'en') addWords({ zh: {}, en: (await import('./words.en.ts')).en }) })
