import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CarriedPart } from './contract.ts'
import { findAtGate } from './rules/finding.ts'
import { homeOf, importKey, inParts, isLeft, knownOf, markOf, meaningOf, merged, newTo, open, partOf, seal, waitMs, wantedOf } from './rules.ts'

test('an answer means what a person would make of it', () => {
  const meant = (status: number, code = '') => meaningOf({ status, code })
  expect([meant(200), meant(0), meant(503), meant(500), meant(429)]).toEqual(['arrived', 'waits', 'waits', 'waits', 'waits'])
  expect([meant(401), meant(403, 'frame.mustPassFactor')]).toEqual(['signIn', 'signIn'])
  expect([meant(403, 'frame.wrongPermission'), meant(404, 'frame.notFound')], 'the duty is lost, the fact is not').toEqual(['parcel', 'parcel'])
  expect([meant(409, 'quarantine.visitDone'), meant(422, 'frame.malformed')]).toEqual(['needsYou', 'needsYou'])
})

test('whatever the answer, no record is dropped', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 599 }), fc.string(), (status, code) => ['arrived', 'waits', 'signIn', 'parcel', 'needsYou'].includes(meaningOf({ status, code }))))
})

test('tries come further apart, five minutes at most', () => {
  expect([0, 1, 2, 3].map(waitMs)).toEqual([4000, 8000, 16_000, 32_000])
  expect(waitMs(50)).toBe(300_000)
})

test('what an absent owner left goes to the desk after the hours that were set, not before', () => {
  expect(isLeft('2020-02-24T06:00:00.000Z', '2020-02-26T05:59:00.000Z', 48)).toBe(false)
  expect(isLeft('2020-02-24T06:00:00.000Z', '2020-02-26T06:00:00.000Z', 48)).toBe(true)
})

test('every role of the field has its home and carries nothing beyond it', () => {
  expect(['gatekeeper', 'gridWorker', 'healthCentreDoctor', 'propertyStaff', 'communityWorker', 'auditor', null].map(homeOf)).toEqual(['gate', 'doors', 'patients', 'deliveries', 'desk', undefined, undefined])
  expect(wantedOf('gatekeeper')).toMatchObject({ people: 'none', health: false })
  expect(wantedOf('propertyStaff')).toMatchObject({ health: false, doors: false })
  expect(wantedOf('auditor')).toMatchObject({ people: 'none', doors: false, policy: false })
})

const households = fc.uniqueArray(fc.record({ householdId: fc.uuid(), room: fc.string() }), { selector: (one) => one.householdId, maxLength: 60 })
const partsOf = (all: { householdId: string; room: string }[]): CarriedPart[] => inParts('doors', all as never, (one: { householdId: string }) => one.householdId)

test('after a sync the phone has what the server has, by whatever way it came there', () => {
  fc.assert(fc.property(households, households, (before, after) => {
    const answer = (known: string, all: typeof before) => ({ madeAt: 'm', expiresAt: 'e', all: partsOf(all).map((one) => one.part), parts: newTo(known, partsOf(all)) })
    const kept = merged(undefined, answer('', before))
    expect(merged(kept, answer(knownOf(kept.parts), after)).parts).toEqual(partsOf(after))
  }))
})

test('what did not change does not travel, and what the duty does not name any more is forgotten', () => {
  const kept = merged(undefined, { madeAt: 'm', expiresAt: 'e', all: ['duty', 'policy'], parts: [partOf('duty', {}), partOf('policy', { policy: null })] })
  expect(newTo(knownOf(kept.parts), [partOf('duty', {}), partOf('policy', { policy: null })])).toEqual([])
  expect(merged(kept, { madeAt: 'm', expiresAt: 'e', all: ['duty'], parts: [] }).parts.map((one) => one.part)).toEqual(['duty'])
  expect(markOf('李桂兰')).not.toBe(markOf('李桂芳'))
})

test('a record opens with its own key, in its own place, whole; else not at all', async () => {
  const [mine, theirs] = [await importKey('A'.repeat(43)), await importKey('B'.repeat(43))]
  const bound = { phoneId: 'p', accountId: 'a', id: 'r' }
  const sealed = await seal(mine, bound, { t: 36.4, name: '李桂兰' }, new Uint8Array(12))
  expect(await open(mine, bound, sealed)).toEqual({ t: 36.4, name: '李桂兰' })
  expect(await open(theirs, bound, sealed)).toBeUndefined()
  expect(await open(mine, { ...bound, id: 'other' }, sealed)).toBeUndefined()
  expect(await open(mine, bound, `${sealed.slice(0, -2)}AA`)).toBeUndefined()
  await expect(crypto.subtle.exportKey('raw', mine), 'the key never leaves again').rejects.toThrow()
})

test('at a gate a household is found by door, name, letters or plate, as people say them', () => {
  const home = (householdId: string, doorKey: string, address: string, nameMasked: string, initials: string) => ({ householdId, doorKey, address, members: [{ nameMasked, initials }] })
  const data = { households: [home('a', '3-2-501', '锦绣小区3幢2单元501', '李**', 'lgl'), home('b', '13-2-501', '锦绣小区13幢2单元501', '王*', 'wj')], vehicles: [{ plate: '云HA1234', householdId: 'b' }] } as never
  const found = (typed: string) => findAtGate(data, typed).map((one) => one.householdId)
  expect(['3-2-501', '3幢2单元501室', '3栋501', '501', '李', 'lg', '云H·A1234', '锦绣小区13', '', '502'].map(found)).toEqual([['a'], ['a'], ['a'], ['a', 'b'], ['a'], ['a'], ['b'], ['b'], [], []])
})
