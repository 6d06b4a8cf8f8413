import { generateKeyPairSync, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyInBrowser, verifyInScript, verifySignature } from '../../../mobile/passes/ed25519.ts'
import { codeKinds, media, type PassClaims, type PassKeys, type PassStop, type Verified } from '../contract/code.ts'
import { fromBase45, toBase45 } from './base45.ts'
import { applyKeys, applyStops, decodePass, encodePass, judgePass, verifyPass, type Situation } from './code.ts'

const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const publicKey = String(pair.publicKey.export({ format: 'jwk' }).x)
const sign = (message: Uint8Array) => new Uint8Array(signBytes(null, message, pair.privateKey))
const verify = (_key: string, message: Uint8Array, signature: Uint8Array) => verifyBytes(null, message, pair.publicKey, signature)

const NOW = '2020-02-26T07:41:00.000Z'
const seconds = (at: string) => Date.parse(at) / 1000
const at = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString()
const keys: PassKeys = { keys: [{ keyId: 3, publicKey, from: at(-240), until: at(24 * 90) }], at: NOW, skewSeconds: 120, staleHours: 24 }
const claims: PassClaims = {
  kind: 'household', medium: 'paper', keyId: 3, serial: 200_123, issue: 2, areaNo: 17, householdId: '0190a000-0000-7000-8000-00000000abcd', personId: null,
  notBefore: seconds(NOW) - 60, expires: seconds(at(24 * 14)),
}
const stopped = (stop: PassStop['stop'], issue = 2, serial = claims.serial): PassStop => ({ serial, issue, stop, until: at(24 * 14) })
const areaId = '0190a000-0000-7000-8000-00000000c001'
const list = (...stops: PassStop[]) => ({ areaId, since: null, at: NOW, count: stops.length, stops })
const revocations = applyStops(null, list()).revocations
const phone: Situation = { keys, revocations, now: NOW }
const text = encodePass(claims, sign)
const check = (code: string, situation: Partial<Situation> = {}): Promise<Verified> => verifyPass(code, { ...phone, ...situation, verify })
const stopsOf = (...stops: PassStop[]) => applyStops(null, list(...stops)).revocations

describe('the layout', () => {
  const uuid = fc.uuid()
  const anyClaims: fc.Arbitrary<PassClaims> = fc.record({
    kind: fc.constantFrom(...codeKinds), medium: fc.constantFrom(...media), keyId: fc.nat(65_535), serial: fc.nat({ max: 2 ** 40 - 1 }), issue: fc.nat(65_535),
    areaNo: fc.nat(2 ** 32 - 1), householdId: fc.option(uuid), personId: fc.option(uuid), notBefore: fc.nat(2 ** 32 - 1), expires: fc.nat(2 ** 32 - 1),
  })
  const zeros = () => new Uint8Array(64)
  test('what is written is what is read', () => {
    fc.assert(fc.property(anyClaims, (one) => { expect(decodePass(encodePass(one, zeros))).toMatchObject({ claims: one }) }))
  })
  test('base45 of any bytes reads back, has one spelling, and keeps the examples of its standard', () => {
    expect([toBase45(new TextEncoder().encode('AB')), toBase45(new TextEncoder().encode('Hello!!')), toBase45(new TextEncoder().encode('base-45'))]).toEqual(['BB8', '%69 VD92EX0', 'UJCLQE7W581'])
    fc.assert(fc.property(fc.uint8Array(), (bytes) => { expect(fromBase45(toBase45(bytes))).toEqual(bytes) }))
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:') }), (s) => { const bytes = fromBase45(s); if (bytes) expect(toBase45(bytes)).toBe(s) }))
  })
  test('a household takes 158 signs, a person 182: a QR code of 45 or 49 squares', () => {
    expect([text.length, encodePass({ ...claims, kind: 'person', personId: claims.householdId }, sign).length]).toEqual([158, 182])
  })
  test('any text at all is answered, none throws', () => {
    fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.string().map((s) => `WG:${s}`)), async (any) => { expect((await check(any)).ok).toBe(false) }))
  })
})

describe('a signature', () => {
  test('of which any single bit is turned over is refused, and so is any exchanged sign', async () => {
    const bytes = fromBase45(text.slice(3)) ?? new Uint8Array()
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Uint8Array.from(bytes, (byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(await check(`WG:${toBase45(turned)}`)).toMatchObject({ ok: false, reason: expect.stringMatching(/^(notOurs|damaged|unknownKey|badSignature)$/) })
    }
    for (let i = 3; i < text.length; i++) expect((await check(text.slice(0, i) + (text[i] === '0' ? '1' : '0') + text.slice(i + 1))).ok).toBe(false)
    for (let i = 0; i < text.length; i++) expect((await check(text.slice(0, i))).ok).toBe(false)
  })
  test('of another office is refused, a scanner’s small letters and line ends are not', async () => {
    expect(await check(encodePass(claims, (message) => new Uint8Array(signBytes(null, message, other.privateKey))))).toMatchObject({ ok: false, reason: 'badSignature' })
    expect(await check(`${text.toLowerCase()}\n`)).toEqual({ ok: true, claims, warnings: [] })
    expect(await check('https://example.org/m/p/abc')).toMatchObject({ reason: 'notOurs' })
    expect(await check('WG:0123')).toMatchObject({ reason: 'damaged' })
  })
})

describe('the phone without network', () => {
  test('more than a day offline it still verifies, with a warning', async () => {
    expect(await check(text, { now: at(30) })).toMatchObject({ ok: true, warnings: [{ kind: 'keysOld', hours: 30 }, { kind: 'revocationsOld', hours: 30 }] })
    expect(await check(text, { now: at(23) })).toMatchObject({ ok: true, warnings: [] })
  })
  test('keys that are loaded again in vain stay as they were', async () => {
    for (const answer of [undefined, {}, { ...keys, keys: [] }, { ...keys, keys: [{ keyId: 3 }] }, '<html>']) expect(applyKeys(keys, answer)).toEqual({ keys, taken: false })
    const rotated = { ...keys, at: at(1), keys: [...keys.keys, { keyId: 4, publicKey: String(other.publicKey.export({ format: 'jwk' }).x), from: at(0), until: at(24 * 120) }] }
    expect(await check(text, { keys: applyKeys(keys, rotated).keys, now: at(1) })).toMatchObject({ ok: true })
    expect(await check(text, { keys: null })).toMatchObject({ ok: false, reason: 'unknownKey' })
    expect(await check(text, { now: at(24 * 91) })).toMatchObject({ reason: 'keyExpired' })
  })
  test('a list of stops that is old, empty, broken or cut short makes nobody’s pass void and nobody’s good again', async () => {
    const held = stopsOf(stopped('suspended'))
    for (const answer of [undefined, null, '', {}, [], { ...list(), count: 4 }, { ...list(stopped(null)), count: 2 }, list({ ...stopped('revoked'), serial: 0 }), { ...list(), at: at(-1) }, { ...list(stopped(null)), since: at(1) }]) {
      expect(applyStops(held, answer)).toEqual({ revocations: held, taken: false })
    }
    expect(await check(text, { revocations: held, now: at(48) })).toMatchObject({ ok: false, reason: 'revoked', stop: 'suspended' })
    for (const since of [NOW, null]) expect(applyStops(held, { ...list(), since, at: at(1) }).revocations?.stops).toHaveProperty(String(claims.serial))
    expect(await check(text, { revocations: null })).toMatchObject({ ok: true, warnings: [{ kind: 'noRevocations' }] })
    expect(applyStops(null, { ...list(stopped('revoked')), since: NOW })).toEqual({ revocations: null, taken: false })
  })
  test('a thousand stops void exactly those they name', async () => {
    const many = stopsOf(...Array.from({ length: 1000 }, (_, i) => stopped('revoked', 1, i + 1)))
    expect((await check(text, { revocations: many })).ok).toBe(true)
    expect(judgePass({ ...claims, serial: 77 }, { ...phone, revocations: many })).toMatchObject({ ok: false, reason: 'revoked', stop: 'revoked' })
  })
  test('what changed in one territory says nothing to who has the list of another', () => {
    const there = { ...list(stopped('revoked')), areaId: claims.householdId, at: at(1) }
    expect(applyStops(revocations, { ...there, since: NOW })).toEqual({ revocations, taken: false })
    expect(applyStops(revocations, there).revocations).toMatchObject({ areaId: claims.householdId, stops: { [claims.serial]: { stop: 'revoked' } } })
  })
  test('what has expired falls out of the list', () => {
    const later = applyStops(stopsOf(stopped('revoked'), { ...stopped('revoked', 1, 9), until: at(2) }), { areaId, since: NOW, at: at(3), count: 0, stops: [] })
    expect(Object.keys(later.revocations?.stops ?? {})).toEqual([String(claims.serial)])
  })
  test('a reprint voids what was printed before it, a release makes the last print good again', async () => {
    const delta = (stop: PassStop, hours: number) => ({ areaId, since: NOW, at: at(hours), count: 1, stops: [stop] })
    const reprinted = applyStops(revocations, delta(stopped(null, 3), 1)).revocations
    expect(await check(text, { revocations: reprinted })).toMatchObject({ ok: false, reason: 'replaced' })
    expect(await check(encodePass({ ...claims, issue: 3 }, sign), { revocations: reprinted })).toMatchObject({ ok: true })
    const suspended = applyStops(reprinted, delta(stopped('suspended', 3), 2)).revocations
    expect(await check(encodePass({ ...claims, issue: 3 }, sign), { revocations: suspended })).toMatchObject({ reason: 'revoked', stop: 'suspended' })
    expect(await check(encodePass({ ...claims, issue: 3 }, sign), { revocations: applyStops(suspended, delta(stopped(null, 3), 3)).revocations })).toMatchObject({ ok: true })
  })
})

describe('a wrong clock', () => {
  const minutes = encodePass({ ...claims, medium: 'phone', notBefore: seconds(NOW), expires: seconds(NOW) + 300 }, sign)
  test('within two minutes is nothing', async () => {
    expect(await check(minutes, { now: at(-2 / 60) })).toMatchObject({ ok: true, warnings: [] })
    expect(await check(minutes, { now: at(6 / 60) })).toMatchObject({ ok: true })
    expect(await check(minutes, { now: at(8 / 60) })).toMatchObject({ ok: false, reason: 'expired' })
  })
  test('that was measured is reckoned with, and shown', async () => {
    expect(await check(minutes, { now: at(5), clock: { aheadSeconds: 5 * 3600 } })).toMatchObject({ ok: true, warnings: [{ kind: 'clock', minutes: 300 }] })
    expect(await check(minutes, { now: at(-24), clock: { aheadSeconds: -24 * 3600 } })).toMatchObject({ ok: true, warnings: [{ kind: 'clock', minutes: -1440 }] })
  })
  test('set back after the last news is seen by that, and the time of the news taken', async () => {
    expect(await check(text, { now: at(-24 * 400) })).toMatchObject({ ok: true, warnings: [{ kind: 'clock' }] })
  })
  test('a code of tomorrow is not yet good', async () => {
    expect(await check(encodePass({ ...claims, notBefore: seconds(at(24)) }, sign))).toMatchObject({ ok: false, reason: 'notYetValid' })
  })
})

describe('the phone’s signature check', () => {
  const read = decodePass(text)
  const good: { message: Uint8Array; signature: Uint8Array } = typeof read === 'string' ? { message: new Uint8Array(), signature: new Uint8Array() } : read
  beforeAll(() => { expect(good.signature).toHaveLength(64) })
  test('in script answers like the server’s, to good and bad alike', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 120 }), fc.nat(511), async (message, bit) => {
      const signature = sign(message)
      const turned = Uint8Array.from(signature, (byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(await verifyInScript(publicKey, message, signature)).toBe(true)
      expect(await verifyInScript(publicKey, message, turned)).toBe(verify(publicKey, message, turned))
    }), { numRuns: 25 })
    expect(await verifyInScript('short', good.message, good.signature)).toBe(false)
  })
  test('the browser’s own and the one chosen answer the same', async () => {
    for (const by of [verifyInBrowser, verifySignature]) {
      expect(await by(publicKey, good.message, good.signature)).toBe(true)
      expect(await by(publicKey, good.message, sign(new Uint8Array([1])))).toBe(false)
    }
  })
})
