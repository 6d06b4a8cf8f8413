import { maskDocument, maskPhone, normalDocument, normalName, normalPhone } from '../../../people/rules.ts'
import type { PasteCells, PasteFault, PasteField, SheetPerson } from '../../contract.ts'

/** Names as they are compared: one kind of dot, no spaces, small letters. */
export const keyOf = (name: string): string => normalName(name).normalize('NFKC').replace(/[\s·]/g, '').toLowerCase()

export interface PersonIndex { people: readonly SheetPerson[]; byName: ReadonlyMap<string, SheetPerson[]>; byId: ReadonlyMap<string, SheetPerson> }
export function indexOf(people: readonly SheetPerson[]): PersonIndex {
  const byName = new Map<string, SheetPerson[]>()
  for (const person of people) {
    const same = byName.get(keyOf(person.name))
    if (same) same.push(person)
    else byName.set(keyOf(person.name), [person])
  }
  return { people, byName, byId: new Map(people.map((person) => [person.episodeId, person])) }
}

export type Matched =
  | { person: SheetPerson; byNameOnly: boolean }
  | { fault: PasteFault; field: PasteField; params: Record<string, string | number>; offered: SheetPerson[] }

/** More than these nobody compares by eye. */
const OFFERED = 6
type Sign = { field: 'document' | 'phone' | 'room'; whole: boolean; fits: (person: SheetPerson) => boolean }

/**
 * Who a row is about, among those managed: the name and whatever else stands in the row must agree. Where they do not, or where
 * they fit several, nobody is taken; those who may be meant are offered.
 */
export function matchPerson(cells: PasteCells, { people, byName }: PersonIndex): Matched {
  const name = (cells.name ?? '').trim()
  const signs = signsOf(cells)
  if (name === '' && signs.length === 0) return { fault: 'noPerson', field: 'name', params: {}, offered: [] }
  const fitsAll = (person: SheetPerson) => signs.every(({ fits }) => fits(person))
  if (name === '') return withoutName(signs, people.filter(fitsAll))
  const named = byName.get(keyOf(name)) ?? []
  const agreed = named.filter(fitsAll)
  const [only] = agreed
  if (only && agreed.length === 1) return { person: only, byNameOnly: signs.length === 0 }
  if (agreed.length > 1) return { fault: 'several', field: 'name', params: { n: agreed.length, name }, offered: agreed.slice(0, OFFERED) }
  if (named.length > 0) return { fault: 'signDiffers', field: signs.find(({ fits }) => !named.some(fits))?.field ?? signs[0]?.field ?? 'name', params: { name }, offered: named.slice(0, OFFERED) }
  const others = signs.length === 0 ? [] : people.filter(fitsAll)
  if (others.length > 0) return { fault: 'nameDiffers', field: 'name', params: { name }, offered: others.slice(0, OFFERED) }
  return { fault: 'nobody', field: 'name', params: { name }, offered: [] }
}

/** A whole number is one person; four digits or a door alone may be anybody's. */
function withoutName(signs: readonly Sign[], found: readonly SheetPerson[]): Matched {
  const [only] = found
  if (only && found.length === 1 && (signs.some(({ whole }) => whole) || signs.length > 1)) return { person: only, byNameOnly: false }
  return { fault: found.length === 0 ? 'nobody' : 'nameMissing', field: 'name', params: { name: '' }, offered: found.slice(0, OFFERED) }
}

function signsOf({ document = '', phone = '', room = '' }: PasteCells): Sign[] {
  const [no, dialled, door] = [normalDocument(document).replace(/^[*×]+/, ''), normalPhone(phone).replace(/^[*×]+/, ''), room.trim()]
  return [
    ...(no === '' ? [] : [{ field: 'document' as const, whole: no.length >= 15, fits: (p: SheetPerson) => sameNumber(no, p.documentMasked, maskDocument) }]),
    ...(dialled === '' ? [] : [{ field: 'phone' as const, whole: dialled.length >= 11, fits: (p: SheetPerson) => sameNumber(dialled, p.phoneMasked, maskPhone) }]),
    ...(door === '' ? [] : [{ field: 'room' as const, whole: false, fits: (p: SheetPerson) => sameDoor(door, p) }]),
  ]
}

/** Lists carry masked numbers only: a whole one is masked the same way, of a part the last four count. A spreadsheet drops the noughts in front. */
function sameNumber(typed: string, masked: string | null, mask: (normal: string) => string): boolean {
  if (masked === null) return false
  if (typed.includes('*')) return typed === masked
  return typed.length >= 7 ? mask(typed) === masked : masked.slice(-4) === typed.padStart(4, '0').slice(-4)
}

const marks = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(/\d+|[a-z]+/g) ?? []

/** `3-2-501`, `3幢2单元501室` and `501` are all the door at the end of the address; a room of a site by its own name. */
function sameDoor(typed: string, { address, roomName }: SheetPerson): boolean {
  const wanted = marks(typed)
  if (wanted.length === 0) return address.includes(typed) || (roomName?.includes(typed) ?? false)
  return [address, roomName ?? ''].some((place) => {
    const there = marks(place)
    return there.length >= wanted.length && wanted.every((mark, i) => there[there.length - wanted.length + i] === mark)
  })
}
