import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standardSettings } from '../settings/data.ts'
import type { CarriedPart } from './contract.ts'
import { findAtGate, findCertificate } from './rules/finding.ts'
import { clockOffKept, differing, dutyAt, homeOf, importKey, isStale, inParts, isLeft, knownOf, markOf, meaningOf, merged, newTo, open, partOf, seal, standardLimits, waitMs, wantedOf, withoutBlanks } from './rules.ts'

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

test('a phone that has heard of no other keeps to the standards of the settings', () => {
  expect(standardLimits).toEqual({ handOverHours: standardSettings['field.handOverHours'], syncMinutes: standardSettings['field.syncMinutes'], keptDays: standardSettings['field.keptDays'], clockSeconds: standardSettings['passes.skewSeconds'] })
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
  const data = { households: [home('a', '3-2-501', '锦绣小区3幢2单元501', '李**', 'lgl'), home('b', '13-2-501', '锦绣小区13幢2单元501', '王*', 'wj')], vehicles: [{ plate: '云HA1234', householdId: 'b' }], passes: [] } as never
  const found = (typed: string) => findAtGate(data, typed).map((one) => one.householdId)
  expect(['3-2-501', '3幢2单元501室', '3栋501', '501', '李', 'lg', '云H·A1234', '锦绣小区13', '', '502'].map(found)).toEqual([['a'], ['a'], ['a'], ['a', 'b'], ['a'], ['a'], ['b'], ['b'], [], []])
})

test('a certificate is found by its number as somebody reads it off the paper', () => {
  const exits = [{ exitId: 'a', number: '里布嘎社区健证〔2020〕1号' }, { exitId: 'b', number: '里布嘎社区健证〔2020〕11号' }, { exitId: 'c', number: '2020-02-26' }] as never
  expect(['里布嘎社区健证〔2020〕1号', '健证2020 1', '健证〔2020〕11', '证', '501', '2020-02-26'].map((typed) => findCertificate(exits, typed)?.exitId)).toEqual(['a', 'a', 'b', undefined, undefined, undefined])
})

const at = (clock: string) => `2020-02-26T${clock}:00.000Z`
const shift = (startsAt: string, endsAt: string, signedOnAt: string | null = null) => ({ startsAt: at(startsAt), endsAt: at(endsAt), signedOnAt })
test('a keeper is on post by what the phone recorded since the data were made, with or without a signal, else by what the server said', () => {
  const post = (more: object = {}) => ({ gateId: 'g', manned: true, shifts: [shift('00:00', '12:00'), shift('12:00', '24:00')], handed: null, earlyMinutes: 60, ...more }) as never
  const said = (onPost: boolean) => ({ onPost, madeAt: at('02:00') })
  const own = (on: boolean, clock: string, known = false, gateId = 'g') => ({ on, gateId, at: at(clock), known })
  const since = (carried: boolean, ...all: ReturnType<typeof own>[]) => dutyAt(post(), said(carried), all, at('03:00')).since
  expect([since(false), since(true), since(false, own(true, '02:30')), since(true, own(true, '00:01', true))]).toEqual([null, at('02:00'), at('02:30'), at('00:01')])
  expect(since(true, own(true, '00:01', true), own(false, '02:30')), 'handed over since').toBeNull()
  expect(since(false, own(true, '01:00')), 'the server has not heard of it yet').toBe(at('01:00'))
  expect(since(false, own(true, '01:00', true)), 'it has, and knows better').toBeNull()
  expect(since(false, own(true, '02:30', false, 'other gate'))).toBeNull()
  const comes = (now: string, more: object = {}) => dutyAt(post(more), said(false), [], at(now)).comes?.startsAt
  expect([comes('03:00'), comes('11:30'), comes('11:30', { shifts: [shift('00:00', '12:00', at('00:02')), shift('12:00', '24:00')] })], 'the next only where the running one has somebody').toEqual([at('00:00'), at('00:00'), at('12:00')])
})

test('a name typed and cleared again is not sent as an empty one', () => {
  expect(withoutBlanks({ name: ' ', told: '', plate: '云HA1234', temperature: 36.5, companions: [] })).toEqual({ plate: '云HA1234', temperature: 36.5, companions: [] })
})

test('what is less, more or broken than handed over is said', () => {
  const handed = [{ item: '测温枪', count: 2, sound: true }, { item: '口罩', count: 40, sound: true }]
  expect(differing(handed, [{ item: '测温枪', count: 1, sound: true }, { item: '口罩', count: 40, sound: true }, { item: '雨衣', count: 3, sound: true }]).map((one) => one.item)).toEqual(['测温枪'])
  expect(differing(handed, [{ item: '口罩', count: 40, sound: false }]).map((one) => one.item)).toEqual(['口罩'])
})

test('whoever stood at a gate half an hour ago has gone; a door is gone on with for some hours', () => {
  expect([isStale('gate/now', at('02:00'), at('02:30')), isStale('gate/now', at('02:00'), at('02:31')), isStale('door/x', at('02:00'), at('06:00')), isStale('door/x', at('02:00'), at('06:01'))]).toEqual([false, true, false, true])
})

test('a clock that is a hundred years off is written down as far off as can be', () => {
  expect([clockOffKept(-42), clockOffKept(4e9), clockOffKept(-4e9)]).toEqual([-42, 2 ** 31 - 1, 1 - 2 ** 31])
})
