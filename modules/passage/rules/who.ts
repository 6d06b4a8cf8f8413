import type { Say } from '../../../kernel/words.ts'
import type { Passage } from '../contract/records.ts'

/** Whom a passage is told of. Where nobody asked who of the household it was, it is the household’s, called by its householder (熊斌户). */
export const whoPassed = (say: Say, { who, subject, personId }: Pick<Passage, 'who' | 'subject' | 'personId'>): string =>
  who === '' ? say('passage.page.unknown') : subject === 'household' && personId === null ? say('passage.page.household', { name: who }) : who
