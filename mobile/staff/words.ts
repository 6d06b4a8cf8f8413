import { byModule, type WordTree } from '../../kernel/words.ts'
import { loadsWords } from '../../ui/language.ts'
import { addWords } from '../../ui/words.ts'

/** What only the staff meet on a phone; a resident’s page does not load it. */
const zh = import.meta.glob<WordTree>('../../modules/{accounts,care,disinfection,field,matters,passage,passes,publicity}/words.zh.ts', { eager: true, import: 'zh' })

addWords({ zh: byModule(zh), en: {} })
loadsWords(async (to) => { if (to === 'en') addWords({ zh: {}, en: (await import('./words.en.ts')).en }) })
