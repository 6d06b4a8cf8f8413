import { byModule, type WordTree } from '../kernel/words.ts'

export const en = byModule(import.meta.glob<WordTree>('../modules/{people,screening,quarantine,policies,links,leads}/words.en.ts', { eager: true, import: 'en' }))
