import type { Ctx } from '../../../kernel/ctx.ts'
import type { RosterPerson, SealedNumbers } from '../contract.ts'
import { addressKey, doorText, isHouseholder } from '../rules.ts'
import { countsOf, findHouseholds, insertHouseholds, setHouseholders } from '../store.ts'
import * as store from '../store/roster.ts'
import { pinyinOf } from './pinyin.ts'
import { sealIdentity } from './register.ts'

/**
 * The bulk side of the register beside `registerMany`: people a roster knows already are found, changed and put back in
 * sets, a few statements for any number of rows.
 */

/** What a roster says about somebody known; null where it says nothing, which changes nothing. */
export type RosterChange = { [K in Exclude<keyof RosterPerson, 'name' | 'rowNo' | 'communityId' | 'batchId' | 'registeredCode' | 'sealed'>]: RosterPerson[K] | null } & {
  name: string
  rowNo: number
  sealed?: SealedNumbers | undefined
}

export interface Stamp { communityId: string; batchId: string; at: string }

export interface ManyChanged {
  changed: { personId: string; rowNo: number; areaPath: string; before: Record<string, unknown>; versionAfter: number }[]
  unchanged: number
  households: number
}

const keyOf = (areaId: string, key: string) => `${areaId}|${key}`
const doorOf = (row: RosterChange) =>
  row.areaId !== null && row.areaPath !== null && row.room !== null
    ? { areaId: row.areaId, areaPath: row.areaPath, building: row.building ?? '', unit: row.unit ?? '', room: row.room }
    : null

/** Brings known people to what the rows say. With `dry` it only counts. */
export async function changeMany(ctx: Ctx, pairs: readonly { personId: string; row: RosterChange }[], stamp: Stamp, dry: boolean): Promise<ManyChanged> {
  if (pairs.length === 0) return { changed: [], unchanged: 0, households: 0 }
  const doors = await doorsFor(ctx, pairs.map((p) => p.row), stamp, dry)
  const known = new Map((await store.lockPersons(ctx.sql, pairs.map((p) => p.personId))).map((k) => [k.id, k]))
  const updates: store.PersonRecord[] = []
  const changed: Omit<ManyChanged['changed'][number], 'before'>[] = []
  for (const { personId, row } of pairs) {
    const was = known.get(personId)
    const next = was && merged(ctx, was, row, doors.ids)
    if (!was || !next) continue
    updates.push(next)
    changed.push({ personId, rowNo: row.rowNo, areaPath: next.areaPath, versionAfter: was.version + 1 })
  }
  const before = new Map(dry || updates.length === 0 ? [] : (await store.wholePersons(ctx.sql, updates.map((p) => p.id))).map((row) => [row.id, row.whole]))
  if (!dry && updates.length > 0) {
    await store.updatePersons(ctx.sql, updates, stamp.at)
    const heads = updates.flatMap((p) => (isHouseholder(p.relation) && p.householdId !== null ? [{ householdId: p.householdId, personId: p.id }] : []))
    if (heads.length > 0) await setHouseholders(ctx.sql, heads)
  }
  return { changed: changed.map((c) => ({ ...c, before: before.get(c.personId) ?? {} })), unchanged: pairs.length - changed.length, households: doors.added }
}

async function doorsFor(ctx: Ctx, rows: readonly RosterChange[], stamp: Stamp, dry: boolean): Promise<{ ids: Map<string, string>; added: number }> {
  const wanted = new Map(rows.flatMap((row) => {
    const door = doorOf(row)
    return door ? [[keyOf(door.areaId, addressKey(door)), { ...door, addressKey: addressKey(door) }] as const] : []
  }))
  const ids = new Map((await findHouseholds(ctx.sql, [...wanted.values()])).map((h) => [keyOf(h.areaId, h.addressKey), h.id]))
  const fresh = [...wanted].filter(([key]) => !ids.has(key)).map(([key, door]) => ({ key, id: ctx.newId(), communityId: stamp.communityId, address: doorText(door), householderId: null, ...door }))
  if (!dry && fresh.length > 0) await insertHouseholds(ctx.sql, fresh, stamp.batchId, stamp.at)
  for (const { key, id } of fresh) ids.set(key, id)
  return { ids, added: fresh.length }
}

/** The person as the row would have them; undefined when nothing differs. */
function merged(ctx: Ctx, known: store.KnownRecord, row: RosterChange, doors: Map<string, string>): store.PersonRecord | undefined {
  const { version: _version, addressKey: _key, address: _address, ...was } = known
  const door = doorOf(row)
  const numbers = row.sealed ?? sealIdentity(ctx, { documentKind: row.documentKind ?? 'none', documentNo: row.documentNo, phone: row.phone })
  const next: store.PersonRecord = {
    ...was,
    ...(door ? { householdId: doors.get(keyOf(door.areaId, addressKey(door))) ?? null, areaId: door.areaId, areaPath: door.areaPath } : {}),
    name: row.name, ...(row.name === was.name ? {} : pinyinOf(row.name)),
    sex: row.sex ?? was.sex, birthOn: row.birthOn ?? was.birthOn, nation: row.nation ?? was.nation,
    nationality: row.nationality ?? was.nationality, relation: row.relation ?? was.relation, residency: row.residency ?? was.residency,
    careGroups: row.careGroups ?? was.careGroups, registeredAddress: row.registeredAddress ?? was.registeredAddress,
    workplace: row.workplace ?? was.workplace, note: row.note ?? was.note,
    state: was.state === 'movedOut' ? 'present' : was.state,
  }
  if (row.documentNo !== null && numbers.documentIndex !== was.documentIndex) {
    Object.assign(next, {
      documentKind: row.documentKind ?? was.documentKind, documentSealed: numbers.documentSealed,
      documentIndex: numbers.documentIndex, documentMasked: numbers.documentMasked,
    })
  }
  if (row.phone !== null && numbers.phoneIndex !== was.phoneIndex) {
    Object.assign(next, { phoneSealed: numbers.phoneSealed, phoneIndex: numbers.phoneIndex, phoneMasked: numbers.phoneMasked })
  }
  const same = (Object.keys(was) as (keyof store.PersonRecord)[]).every((key) =>
    key === 'careGroups' ? [...next.careGroups].sort().join() === [...was.careGroups].sort().join() : next[key] === was[key])
  return same ? undefined : next
}

/** Blind indexes alone, for looking up thousands without sealing them; numbers normalised. */
export const indexesOf = (ctx: Ctx, n: { documentNo: string | null; phone: string | null }) => ({
  documentIndex: n.documentNo === null ? null : ctx.vault.index('document', n.documentNo),
  phoneIndex: n.phone === null ? null : ctx.vault.index('phone', n.phone),
})

/** Whether the community has people or households beside those of this batch: if not, there is nothing to compare with. */
export const hasOthers = (ctx: Ctx, communityId: string, batchId: string) => store.hasOthers(ctx.sql, communityId, batchId)
export const refreshStatistics = (ctx: Ctx) => store.refreshStatistics(ctx.sql)

/** After a roster came in: doubles and doubtful numbers in the importer's territory, in the background. */
export async function lookOver(ctx: Ctx): Promise<void> {
  await refreshStatistics(ctx)
  await ctx.enqueue('people.findDoubles', {})
  await ctx.enqueue('people.checkNumbers', {})
}

export type KnownPerson = store.KnownRecord
/** People of a community the rows may be about; the batch's own are left out. */
export const findLikelyPeople = (ctx: Ctx, communityId: string, batchId: string, wanted: store.LookedFor): Promise<KnownPerson[]> =>
  store.findLikely(ctx.sql, communityId, batchId, wanted)

export const knownPeople = (ctx: Ctx, ids: readonly string[]) => store.personsById(ctx.sql, ids)

export const findDoorsBelow = (ctx: Ctx, range: { lo: string; hi: string }, addressKeys: readonly string[]) =>
  store.findDoors(ctx.sql, range, addressKeys)

/** How many rows an export of the range has, from the maintained counters. */
export const countPresent = async (ctx: Ctx, range: { lo: string; hi: string }): Promise<number> =>
  (await countsOf(ctx.sql, range)).find((c) => c.subject === 'person' && c.state === 'present')?.n ?? 0

export const exportPage = (ctx: Ctx, ...[range, after, limit]: [Parameters<typeof store.exportPage>[1], Parameters<typeof store.exportPage>[2], number]) =>
  store.exportPage(ctx.sql, range, after, limit)
export type { ExportRow } from '../store/roster.ts'

/** Puts back what a roster changed, where nobody has changed it since. */
export const restoreMany = (ctx: Ctx, rows: Parameters<typeof store.restorePersons>[1]) => store.restorePersons(ctx.sql, rows, ctx.now)

export interface Removed {
  persons: number
  kept: { id: string; name: string; rowNo: number | null; why: 'inUse' | 'changedSince' }[]
  /** Nothing of the batch is left to look at. */
  done: boolean
}
/** Takes back some of what a batch added: whoever was changed by hand or is referred to by other records stays. */
export async function removeImportedPeople(ctx: Ctx, batchId: string, limit: number): Promise<Removed> {
  const persons = await store.importedPersons(ctx.sql, batchId, limit)
  const used = await store.usedIds(ctx.sql, 'person', persons.map((p) => p.id))
  const kept = persons.flatMap(({ id, name, rowNo, version }): Removed['kept'] =>
    used.has(id) ? [{ id, name, rowNo, why: 'inUse' }] : version > 1 ? [{ id, name, rowNo, why: 'changedSince' }] : [])
  const keptIds = new Set(kept.map((p) => p.id))
  const gone = persons.filter((p) => !keptIds.has(p.id))
  if (gone.length > 0) await store.removePersons(ctx.sql, gone)
  if (kept.length > 0) await store.releasePersons(ctx.sql, [...keptIds])
  return { persons: gone.length, kept, done: persons.length < limit }
}

/** Takes back doors a batch made that stand empty now. */
export async function removeImportedHouseholds(ctx: Ctx, batchId: string, limit: number): Promise<{ removed: number; done: boolean }> {
  const empty = (await store.emptyImportedHouseholds(ctx.sql, batchId, limit)).map((h) => h.id)
  const used = await store.usedIds(ctx.sql, 'household', empty)
  const gone = empty.filter((id) => !used.has(id))
  const removed = gone.length > 0 ? await store.removeHouseholds(ctx.sql, gone) : 0
  if (used.size > 0) await store.releaseHouseholds(ctx.sql, batchId, [...used])
  if (empty.length < limit) await store.releaseHouseholds(ctx.sql, batchId)
  return { removed, done: empty.length < limit }
}
