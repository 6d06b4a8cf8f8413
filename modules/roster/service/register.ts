import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addressKey } from '../../people/rules.ts'
import type { RosterPerson } from '../../people/contract.ts'
import { recordTimelines, registerMany, rememberDifferent } from '../../people/service.ts'
import { changeMany, findDoorsBelow, findLikelyPeople, indexesOf, type KnownPerson, type RosterChange } from '../../people/service/roster.ts'
import { nameKey, type Traits } from '../../people/rules.ts'
import type { Place } from '../rules/places.ts'
import type { IncomingPerson } from '../rules/row.ts'
import { placesBelow } from '../store/places.ts'
import { insertChanges } from '../store/findings.ts'
import type { BatchRow } from '../tables.ts'

/** The one place where a roster meets the register. */

export async function placesOf(ctx: Ctx, areaId: string): Promise<{ root: Place; places: Place[] }> {
  const places = await placesBelow(ctx.sql, areaId)
  const root = places.find((place) => place.id === areaId)
  if (!root) throw new Error('the community of the batch is gone')
  return { root, places: places.filter((place) => place.id !== areaId) }
}

type Owner = Pick<BatchRow, 'id' | 'areaId' | 'areaPath'>

export interface Judged { row: IncomingPerson; traits: Traits; known: KnownTraits[] }
export type KnownTraits = Traits & { id: string }

/** Each row with the people of the register it may be about. */
export async function findKnown(ctx: Ctx, batch: Owner, rows: readonly IncomingPerson[]): Promise<Judged[]> {
  const all = rows.map((row): Judged => ({
    row, known: [],
    traits: { id: row.personId, name: row.name, birthOn: row.birthOn, addressKey: row.door && addressKey(row.door), ...(row.sealed ?? indexesOf(ctx, row)) },
  }))
  const filled = <T>(values: (T | null)[]) => values.filter((value) => value !== null)
  const dated = all.filter(({ traits }) => traits.birthOn !== null)
  const people = await findLikelyPeople(ctx, batch.areaId, batch.id, {
    ids: filled(all.map(({ traits }) => traits.id)),
    documentIndexes: filled(all.map(({ traits }) => traits.documentIndex)),
    phoneIndexes: filled(all.map(({ traits }) => traits.phoneIndex)),
    names: dated.map(({ traits }) => traits.name), births: filled(dated.map(({ traits }) => traits.birthOn)),
  })
  if (people.length === 0) return all
  const by = groupsOf(people)
  for (const one of all) {
    const { traits } = one
    const near = new Set([
      ...(by.get(`i${traits.id}`) ?? []), ...(by.get(`d${traits.documentIndex}`) ?? []), ...(by.get(`p${traits.phoneIndex}`) ?? []),
      ...(by.get(`n${nameKey(traits.name)}|${traits.birthOn}`) ?? []),
    ])
    one.known = [...near]
  }
  return all
}

function groupsOf(people: readonly KnownPerson[]): Map<string, KnownTraits[]> {
  const by = new Map<string, KnownTraits[]>()
  const put = (key: string, traits: KnownTraits) => by.set(key, [...(by.get(key) ?? []), traits])
  for (const { id, name, documentIndex, phoneIndex, birthOn, addressKey: key } of people) {
    const traits = { id, name, documentIndex, phoneIndex, birthOn, addressKey: key }
    put(`i${id}`, traits)
    if (documentIndex !== null) put(`d${documentIndex}`, traits)
    if (phoneIndex !== null) put(`p${phoneIndex}`, traits)
    if (birthOn !== null) put(`n${nameKey(name)}|${birthOn}`, traits)
  }
  return by
}

/**
 * A roster that names the compound but no grid means the household that stands in one of its grids; without this, every
 * door would be made a second time. Rows are changed in place.
 */
export async function settleDoors(ctx: Ctx, batch: Owner, rows: readonly IncomingPerson[]): Promise<void> {
  const keys = [...new Set(rows.flatMap((row) => (row.door ? [addressKey(row.door)] : [])))]
  if (keys.length === 0) return
  const doors = new Map<string, { areaId: string; areaPath: string }[]>()
  for (const door of await findDoorsBelow(ctx, scopeOf(batch.areaPath), keys)) doors.set(door.addressKey, [...(doors.get(door.addressKey) ?? []), door])
  for (const row of rows) {
    if (!row.door) continue
    const below = (doors.get(addressKey(row.door)) ?? []).filter((door) => door.areaPath.startsWith(row.areaPath))
    const [only] = below
    if (only && below.length === 1) Object.assign(row, { areaId: only.areaId, areaPath: only.areaPath })
  }
}

const newPerson = (row: IncomingPerson, batch: Owner): RosterPerson => ({
  rowNo: row.rowNo, areaId: row.areaId, areaPath: row.areaPath, communityId: batch.areaId,
  building: row.door?.building ?? '', unit: row.door?.unit ?? '', room: row.door?.room ?? '',
  name: row.name, sex: row.sex ?? '0', birthOn: row.birthOn, nation: row.nation, nationality: row.nationality ?? 'CHN',
  documentKind: row.documentKind ?? 'none', documentNo: row.documentNo, phone: row.phone, relation: row.relation,
  residency: (row.residency ?? 'permanent') as RosterPerson['residency'], careGroups: row.careGroups ?? [], registeredCode: null,
  registeredAddress: row.registeredAddress, workplace: row.workplace, note: row.note, batchId: batch.id, sealed: row.sealed,
})

/** `others`: whom an answer has told apart from the person of a row; remembered as it is for any two records. */
export async function addPeople(ctx: Ctx, batch: Owner, rows: readonly IncomingPerson[], others: ReadonlyMap<number, string> = new Map()): Promise<{ households: number }> {
  const { householdsAdded, ids } = await registerMany(ctx, rows.map((row) => newPerson(row, batch)))
  await rememberDifferent(ctx, rows.flatMap(({ rowNo }, i) => {
    const [oneId, otherId] = [ids[i]?.personId, others.get(rowNo)]
    return oneId && otherId ? [{ oneId, otherId }] : []
  }))
  return { households: householdsAdded }
}

const changeOf = (row: IncomingPerson): RosterChange => ({
  rowNo: row.rowNo, name: row.name, areaId: row.areaId || null, areaPath: row.areaPath || null,
  building: row.door?.building ?? null, unit: row.door?.unit ?? null, room: row.door?.room ?? null,
  sex: row.sex, birthOn: row.birthOn, nation: row.nation, nationality: row.nationality, documentKind: row.documentKind,
  documentNo: row.documentNo, phone: row.phone, relation: row.relation, residency: row.residency as RosterPerson['residency'] | null,
  careGroups: row.careGroups, registeredAddress: row.registeredAddress, workplace: row.workplace, note: row.note, sealed: row.sealed,
})

export interface Change { personId: string; row: IncomingPerson }

/** Known people brought to what their rows say, with what was before kept for an undo. */
export async function changePeople(ctx: Ctx, batch: Owner, changes: readonly Change[], dry: boolean): Promise<{ changed: number; unchanged: number; households: number }> {
  const stamp = { communityId: batch.areaId, batchId: batch.id, at: ctx.now }
  const result = await changeMany(ctx, changes.map(({ personId, row }) => ({ personId, row: changeOf(row) })), stamp, dry)
  if (!dry && result.changed.length > 0) {
    await insertChanges(ctx.sql, { batchId: batch.id, areaPath: batch.areaPath }, result.changed.map((c) => ({ id: ctx.newId(), ...c })))
    await recordTimelines(ctx, result.changed.map((c) => ({ kind: 'roster.importChanged', areaPath: c.areaPath, personId: c.personId, params: { row: c.rowNo } })))
  }
  return { changed: result.changed.length, unchanged: result.unchanged, households: result.households }
}

/** Doors that the register does not have yet. */
export async function newDoors(ctx: Ctx, batch: Owner, rows: readonly IncomingPerson[]): Promise<{ rowNo: number; key: string }[]> {
  const wanted = rows.flatMap((row) => (row.door ? [{ rowNo: row.rowNo, areaId: row.areaId, addressKey: addressKey(row.door) }] : []))
  const there = new Set((await findDoorsBelow(ctx, scopeOf(batch.areaPath), [...new Set(wanted.map((w) => w.addressKey))])).map((d) => `${d.areaId}|${d.addressKey}`))
  return wanted.map((w) => ({ rowNo: w.rowNo, key: `${w.areaId}|${w.addressKey}` })).filter((w) => !there.has(w.key))
}
