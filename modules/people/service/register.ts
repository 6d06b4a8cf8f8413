import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import type * as z from 'zod'
import { peopleErrors, type registerPersonInput, type RosterPerson, type SealedNumbers } from '../contract.ts'
import { addressKey, checkDocument, doorText, isHouseholder, isPhone, maskDocument, maskPhone, normalName, normalPhone, type DocumentKind } from '../rules.ts'
import { findByIndexes, findHouseholds, getPerson, insertHouseholds, insertPersons, setHouseholders, type NewHousehold, type NewPerson } from '../store.ts'
import { pinyinOf } from './pinyin.ts'
import { placeOf } from './place.ts'

export type Sealed = SealedNumbers

/** Numbers as they are stored: sealed, findable by a blind index, and a mask to show. */
export function sealIdentity(ctx: Pick<Ctx, 'vault'>, n: { documentKind: string; documentNo?: string | null | undefined; phone?: string | null | undefined }): Sealed {
  const document = n.documentNo ? checkDocument(n.documentKind as DocumentKind, n.documentNo).normal : ''
  const phone = n.phone ? normalPhone(n.phone) : ''
  return {
    documentSealed: document ? ctx.vault.seal(document) : null,
    documentIndex: document ? ctx.vault.index('document', document) : null,
    documentMasked: document ? maskDocument(document) : null,
    phoneSealed: phone ? ctx.vault.seal(phone) : null,
    phoneIndex: phone ? ctx.vault.index('phone', phone) : null,
    phoneMasked: phone ? maskPhone(phone) : null,
  }
}

/** Refuses a number that cannot be one, saying which digit would be right. */
export function checkNumbers(ctx: Ctx, n: { documentKind: string; documentNo?: string | null | undefined; phone?: string | null | undefined }): void {
  const verdict = n.documentNo ? checkDocument(n.documentKind as DocumentKind, n.documentNo, ctx.today) : undefined
  if (verdict?.fault) throw refuse(peopleErrors.documentWrong, { fault: verdict.fault, expected: verdict.expected ?? '' })
  if (n.phone && !isPhone(n.phone)) throw refuse(peopleErrors.phoneWrong)
}

export async function registerPerson(ctx: Ctx, input: z.output<typeof registerPersonInput>): Promise<{ personId: string; householdId: string }> {
  checkNumbers(ctx, input)
  const place = await placeOf(ctx, input.areaId, input)
  await refuseDouble(ctx, input, place.communityId)
  const born = input.documentNo ? checkDocument(input.documentKind, input.documentNo) : undefined
  const row: RosterPerson = {
    rowNo: 0, ...place, building: input.building, unit: input.unit, room: input.room,
    name: input.name, sex: born?.sex ?? input.sex, birthOn: born?.birthOn ?? input.birthOn ?? null, nation: input.nation ?? null, nationality: input.nationality,
    documentKind: input.documentKind, documentNo: input.documentNo ?? null, phone: input.phone ?? null, relation: input.relation ?? null, residency: input.residency,
    careGroups: input.careGroups, registeredCode: null, registeredAddress: input.registeredAddress ?? null, workplace: input.workplace ?? null, note: input.note ?? null, batchId: null,
  }
  const { ids } = await registerMany(ctx, [row])
  const [made] = ids
  if (!made) throw new Error('a registered person has an id')
  return made
}

/** One natural person is one record in a community. */
export async function refuseDouble(ctx: Ctx, n: { documentKind: string; documentNo?: string | null | undefined }, communityId: string, exceptId?: string): Promise<void> {
  const { documentIndex } = sealIdentity(ctx, n)
  if (!documentIndex) return
  const known = (await findByIndexes(ctx.sql, [documentIndex], [])).find((p) => p.communityId === communityId && p.id !== exceptId)
  if (!known) return
  const person = await getPerson(ctx.sql, known.id)
  throw refuse(peopleErrors.alreadyThere, { name: person.name, address: person.address, personId: person.id })
}

export interface Registered { personsAdded: number; householdsAdded: number; ids: { personId: string; householdId: string }[] }

/** Set-based: any number of people with their households in four statements. Rows are taken as checked; order is kept in `ids`. */
export async function registerMany(ctx: Ctx, rows: readonly RosterPerson[]): Promise<Registered> {
  if (rows.length === 0) return { personsAdded: 0, householdsAdded: 0, ids: [] }
  const batchId = rows[0]?.batchId ?? null
  const ids = rows.map(() => ctx.newId())
  const { homes, added, fresh } = await openHouseholds(ctx, rows, ids, batchId)
  const persons = rows.map((row, i): NewPerson => {
    const name = normalName(row.name)
    return {
      id: ids[i] ?? ctx.newId(), householdId: homes.get(homeKey(row)) ?? '', areaId: row.areaId, areaPath: row.areaPath, communityId: row.communityId, name, ...pinyinOf(name),
      sex: row.sex, birthOn: row.birthOn, nation: row.nation, nationality: row.nationality, documentKind: row.documentKind, ...(row.sealed ?? sealIdentity(ctx, row)),
      relation: row.relation, residency: row.residency, careGroups: row.careGroups, registeredCode: row.registeredCode, registeredAddress: row.registeredAddress,
      workplace: row.workplace, note: row.note, importRow: row.rowNo === 0 ? null : row.rowNo,
    }
  })
  await insertPersons(ctx.sql, persons, batchId, ctx.now)
  const heads = persons.filter((p) => isHouseholder(p.relation) && !fresh.has(p.householdId)).map((p) => ({ householdId: p.householdId, personId: p.id }))
  if (heads.length > 0) await setHouseholders(ctx.sql, heads)
  return { personsAdded: persons.length, householdsAdded: added, ids: persons.map((p) => ({ personId: p.id, householdId: p.householdId })) }
}

const homeKey = (row: Pick<RosterPerson, 'areaId' | 'building' | 'unit' | 'room'>): string => `${row.areaId} ${addressKey(row)}`

/** Homes by door; a new one is made with its householder at once. */
async function openHouseholds(ctx: Ctx, rows: readonly RosterPerson[], ids: readonly string[], batchId: string | null): Promise<{ homes: Map<string, string>; added: number; fresh: Set<string> }> {
  const doors = new Map(rows.map((row) => [homeKey(row), row]))
  const heads = new Map<string, string>()
  rows.forEach((row, i) => {
    const personId = ids[i]
    if (personId && isHouseholder(row.relation) && !heads.has(homeKey(row))) heads.set(homeKey(row), personId)
  })
  const known = await findHouseholds(ctx.sql, [...doors.values()].map((row) => ({ areaId: row.areaId, addressKey: addressKey(row) })))
  const homes = new Map(known.map((h) => [`${h.areaId} ${h.addressKey}`, h.id]))
  const fresh = [...doors].filter(([key]) => !homes.has(key)).map(([key, row]): NewHousehold => {
    const id = ctx.newId()
    homes.set(key, id)
    const { areaId, areaPath, communityId, building, unit, room } = row
    return { id, areaId, areaPath, communityId, building, unit, room, address: doorText(row), addressKey: addressKey(row), householderId: heads.get(key) ?? null }
  })
  if (fresh.length > 0) await insertHouseholds(ctx.sql, fresh, batchId, ctx.now)
  return { homes, added: fresh.length, fresh: new Set(fresh.map((h) => h.id)) }
}
