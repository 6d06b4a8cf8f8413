import { byModule, type WordTree } from '../../kernel/words.ts'

export const en = byModule(import.meta.glob<WordTree>('../../modules/{accounts,field,passage,passes}/words.en.ts', { eager: true, import: 'en' }))
