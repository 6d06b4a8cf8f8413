import { byModule, type WordTree } from '../../kernel/words.ts'

export const en = byModule(import.meta.glob<WordTree>('../../modules/{accounts,care,disinfection,field,matters,passage,passes,publicity}/words.en.ts', { eager: true, import: 'en' }))
