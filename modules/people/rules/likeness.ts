import type { Day } from '../../../kernel/dates.ts'

/** Why a row is taken for, or looks like, somebody who is known (相似原因). */
export const likenessReasons = [
  'samePersonId', 'sameDocument', 'sameNamePhone', 'sameNameBirthAddress', 'nameDiffers', 'documentDiffers',
] as const
export type LikenessReason = (typeof likenessReasons)[number]

/** What two records are compared by; numbers only as blind indexes. */
export interface Traits {
  id: string | null
  name: string
  documentIndex: string | null
  phoneIndex: string | null
  birthOn: Day | null
  addressKey: string | null
}

export interface Likeness {
  /** 0–100, explained by the reasons. */
  score: number
  reasons: LikenessReason[]
  /** `same`: goes in as a change without a question; `ask`: somebody has to look; `none`: a different person. */
  verdict: 'same' | 'ask' | 'none'
}

export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)
/** Spaces inside two-character names and the several middle dots are typing, not names. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/[\s·•・.]/g, '').toLowerCase()

/**
 * A row of the file against one person of the register.
 * An identity number is the strongest sign, but a number with another name is a question, never a silent change.
 */
export function likenessOf(row: Traits, known: Traits): Likeness {
  const named = sameName(row.name, known.name)
  const contradicts = row.documentIndex !== null && known.documentIndex !== null && row.documentIndex !== known.documentIndex
  const nameSign: LikenessReason[] = named ? [] : ['nameDiffers']
  const documentSign: LikenessReason[] = contradicts ? ['documentDiffers'] : []
  if (row.id !== null && row.id === known.id) {
    const clear = named && !contradicts
    return { score: clear ? 100 : named ? 90 : 70, reasons: ['samePersonId', ...nameSign, ...documentSign], verdict: clear ? 'same' : 'ask' }
  }
  if (row.documentIndex !== null && row.documentIndex === known.documentIndex) {
    return { score: named ? 100 : 80, reasons: ['sameDocument', ...nameSign], verdict: named ? 'same' : 'ask' }
  }
  if (!named) return nobody
  const phone = row.phoneIndex !== null && row.phoneIndex === known.phoneIndex
  const place = row.birthOn !== null && row.birthOn === known.birthOn && row.addressKey !== null && row.addressKey === known.addressKey
  if (!phone && !place) return nobody
  // Two valid numbers are two people (two children of one name share their mother's phone), unless the birth date agrees too.
  if (contradicts && (row.birthOn === null || row.birthOn !== known.birthOn)) return nobody
  const reasons: LikenessReason[] = [
    ...(phone ? (['sameNamePhone'] as const) : []),
    ...(place ? (['sameNameBirthAddress'] as const) : []),
    ...documentSign,
  ]
  return { score: (phone && place ? 95 : phone ? 85 : 80) - (contradicts ? 25 : 0), reasons, verdict: 'ask' }
}

const nobody: Likeness = { score: 0, reasons: [], verdict: 'none' }

/** The strongest of several; a certain one before any question. */
export function likest<T extends Traits>(row: Traits, known: readonly T[]): { person: T; likeness: Likeness } | undefined {
  let best: { person: T; likeness: Likeness } | undefined
  for (const person of known) {
    const likeness = likenessOf(row, person)
    if (likeness.verdict === 'none') continue
    if (best === undefined || likeness.score > best.likeness.score) best = { person, likeness }
  }
  return best
}

/**
 * A row that says nothing but what one person's record says is that one, where somebody has said before that all others
 * it might be about are somebody else: what was answered once is not asked at the next import of the same sheet.
 */
export function settledBefore<T extends Traits & { id: string }>(row: Traits, known: readonly T[], different: (oneId: string, otherId: string) => boolean): T | undefined {
  const alike = known.filter((person) => likenessOf(row, person).verdict === 'ask')
  const [only, second] = alike.filter((person) => saysAll(person, row))
  if (!only || second || alike.length === 1) return undefined
  return alike.every((person) => person.id === only.id || different(person.id, only.id)) ? only : undefined
}

const saysAll = (person: Traits, row: Traits): boolean =>
  sameName(person.name, row.name) && (['documentIndex', 'phoneIndex', 'birthOn', 'addressKey'] as const).every((key) => row[key] === null || row[key] === person[key])

/** Beside the reasons of a row of a file, what two records of the register may share. */
export const doubleReasons = [...likenessReasons, 'sameNameBirth', 'sameSoundHousehold'] as const
export type DoubleReason = (typeof doubleReasons)[number]

export interface RecordTraits extends Traits { namePinyin: string; householdId: string | null }

/** Two records of the register: the same signs as for a row, and weaker ones that a file could not be asked about. */
export function doubleLikeness(a: RecordTraits, b: RecordTraits): { score: number; reasons: DoubleReason[] } | undefined {
  const strong = likenessOf({ ...a, id: null }, b)
  if (strong.verdict !== 'none') return { score: strong.score, reasons: strong.reasons }
  // Two different numbers are two people, whatever else they share.
  if (a.documentIndex !== null && b.documentIndex !== null && a.documentIndex !== b.documentIndex) return undefined
  if (sameName(a.name, b.name) && a.birthOn !== null && a.birthOn === b.birthOn) return { score: 75, reasons: ['sameNameBirth'] }
  const born = a.birthOn === null || b.birthOn === null || a.birthOn === b.birthOn
  const home = a.householdId !== null && a.householdId === b.householdId
  return home && born && a.namePinyin !== '' && a.namePinyin === b.namePinyin ? { score: 65, reasons: ['sameSoundHousehold', ...(sameName(a.name, b.name) ? [] : (['nameDiffers'] as const))] } : undefined
}
