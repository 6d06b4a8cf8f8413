import type { Say } from '../../../kernel/words.ts'
import type { CarriedHousehold, Passage } from '../contract/records.ts'

/** Whom a passage is told of. Where nobody asked who of the household it was, it is the household’s, called by its householder (熊斌户), also where it was a visitor. */
export const whoPassed = (say: Say, { who, subject, personId, householdId }: Pick<Passage, 'who' | 'subject' | 'personId' | 'householdId'>): string =>
  who === '' ? say('passage.page.unknown') : personId === null && (subject === 'household' || (subject === 'visitor' && householdId !== null)) ? say('passage.page.household', { name: who }) : who

type Member = Pick<CarriedHousehold['members'][number], 'nameMasked' | 'initials'>
/** The people of one household as they are told apart at a gate (是哪一位): masked, and where that looks the same for two of them, with the first letters of their names (雷** LXM). */
export const memberNames = (members: readonly Member[]): string[] =>
  members.map((m) => (members.filter((one) => one.nameMasked === m.nameMasked).length === 1 ? m.nameMasked : `${m.nameMasked} ${m.initials.toUpperCase()}`))
