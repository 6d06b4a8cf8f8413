import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CarriedHousehold, PassageRecord } from '../../../modules/passage/contract.ts'
import { reportOne } from '../../../modules/policies/data/report-one.ts'
import type { PassClaims } from '../../../modules/passes/contract.ts'
import { encodePass } from '../../../modules/passes/rules/code.ts'
import { setState, type BoxRecord } from '../state.ts'
import { ownPassages, withOwn, type GateCarried } from './known.ts'
import { decideAtGate, going, ofHousehold, ofNobody, ofPlate, ofWhoever, readCode, warningsOf, type Standing } from './passing.ts'

const [GATE, HOME, PERSON] = ['0190a000-0000-7000-8000-0000000000a1', '0190a000-0000-7000-8000-0000000000b1', '0190a000-0000-7000-8000-0000000000c1']
const pair = generateKeyPairSync('ed25519')
const publicKey = String(pair.publicKey.export({ format: 'jwk' }).x)
const at = (minutes: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + minutes * 60_000).toISOString()
const codeOf = (claims: Partial<PassClaims>) => encodePass({
  kind: 'household', medium: 'paper', keyId: 1, serial: 7, issue: 1, areaNo: 3, householdId: HOME, personId: null, notBefore: Date.parse(at(-60)) / 1000, expires: Date.parse(at(600)) / 1000, ...claims,
}, (message) => new Uint8Array(sign(null, message, pair.privateKey)))

const home: CarriedHousehold = {
  householdId: HOME, address: '锦绣小区3幢2单元501', doorKey: '3-2-501', grade: 'open', exits: [], outSince: null,
  members: [{ personId: PERSON, nameMasked: '李**', initials: 'lgl', kind: 'adult', managed: null, leadOpen: false }],
}
const truck = { special: false, householdId: null, suspended: false, until: at(600) }
const gate = (more: Partial<GateCarried> = {}): GateCarried => ({
  gateId: GATE, gates: [], post: null, keys: { keys: [{ keyId: 1, publicKey, from: at(-9000), until: at(9000) }], at: at(-10), skewSeconds: 120, staleHours: 24 }, revocations: { at: at(-10), areaId: null, stops: {} },
  data: {
    gate: { gateId: GATE, name: '东门', kind: 'compound', areaId: GATE, areaName: '锦绣小区', grade: 'open', ways: 'both', hours: null, closedBy: null, elsewhere: null }, says: null, madeAt: at(-10), moving: [],
    policy: { policyId: GATE, orderNo: '指挥部令第3号', temperature: reportOne.temperature, feverLeadMinutes: 120, passage: reportOne.passage ?? null },
    parts: [{ part: 'v0', hash: '', households: [], vehicles: [], exits: [], passes: [{ ...truck, serial: 31, plate: '云H60218' }, { ...truck, serial: 32, plate: '云H50501', householdId: HOME }, { ...truck, serial: 33, plate: '云H20120', special: true }] }, { part: 'h0', hash: '', households: [home], vehicles: [{ plate: '云H40404', householdId: HOME }], exits: [] }],
  },
  ...more,
})
let made = 0
/** What this phone recorded before. */
const recorded = (record: Partial<PassageRecord>, box: Partial<BoxRecord> = {}, counted = false): BoxRecord => {
  const id = `0190a000-0000-7000-8000-0000000001${String(10 + ++made)}`
  const item = { eventId: id, gateId: GATE, at: at(-5), direction: 'in', subject: 'visitor', ...record }
  const decided = { outcome: 'allow', step: 'done', reason: { code: 'free', params: {} }, warnings: [], counted, lead: null, policy: null }
  return { about: null, state: 'waiting', tries: 0, record: { id, command: 'passage.recordPassages', input: { items: [item], decided }, at: item.at, phoneAt: item.at, clockOff: 0, words: { title: '', lines: [] } }, ...box }
}
const arrived = (minutes: number): Partial<BoxRecord> => ({ state: 'arrived', answer: { at: at(minutes), receiptNo: '' } })
const passing = async (shown: string | Standing, direction: 'in' | 'out', here = gate()) => {
  const standing = typeof shown === 'string' ? await readCode(shown, here) : shown
  const { outcome, reason } = decideAtGate(going({ ...standing, draft: { ...standing.draft, temperature: 36.4 } }, direction, here), here)
  return [outcome, reason.code]
}
beforeEach(() => setState({ records: [] }))

describe('what this phone has recorded and the server cannot have said yet', () => {
  const visit = codeOf({ kind: 'visitor', serial: 9 })
  test('uses up a visitor’s code at once, sent or not; going home is not asked, and a visit made good again is good', async () => {
    expect(await passing(visit, 'in')).toEqual(['allow', 'visitorConfirmed'])
    for (const box of [{}, arrived(-4), { state: 'needsYou' }, { state: 'handed' }] as const) {
      setState({ records: [recorded({ passNo: '访000009' }, box)] })
      expect(await passing(visit, 'in')).toEqual(['refuse', 'passUsed'])
      expect(await passing(visit, 'out')).toEqual(['allow', 'visitorLeaves'])
    }
    expect(await passing(codeOf({ kind: 'visitor', serial: 10 }), 'in'), 'another one’s').toEqual(['allow', 'visitorConfirmed'])
    setState({ records: [recorded({ passNo: '访000009', at: at(-20) }, arrived(-15))] })
    expect(await passing(visit, 'in'), 'the list of stops came after it').toEqual(['allow', 'visitorConfirmed'])
  })

  test('counts a way out that was not sent, came back or was handed over, however new the data are', () => {
    const out = { householdId: HOME, subject: 'household', direction: 'out' } as const
    const after = (...records: BoxRecord[]) => { const { exits, outSince } = withOwn(home, ownPassages(records), at(-10)); return { exits, outSince } }
    const early = at(-30)
    for (const box of [{}, { state: 'needsYou' }, { state: 'handed' }, arrived(-5)] as const) expect(after(recorded({ ...out, at: early }, box, true))).toEqual({ exits: [early], outSince: early })
    const two = recorded({ ...out, at: early, companions: [{ kind: 'adult' }, { kind: 'child' }] }, {}, true)
    expect(after(two).exits, 'two adults and a child').toEqual([early, early])
    expect(withOwn({ ...home, exits: [early, early] }, ownPassages([two]), at(-10)).exits, 'kept, but its answer was lost').toEqual([early, early])
    expect(after(recorded({ ...out, at: early }, arrived(-20), true)), 'the data have it').toEqual({ exits: [], outSince: null })
    expect(after(recorded({ ...out, at: early }, {}, true), recorded({ ...out, direction: 'in', at: at(-12) }, arrived(-11)))).toEqual({ exits: [early], outSince: null })
  })
})

test('what verifying says is said: an old screen, a forgery and a key this phone has not heard of are three things, and old lists are warned of', async () => {
  const forger = generateKeyPairSync('ed25519').privateKey
  const forged = encodePass({ kind: 'household', medium: 'paper', keyId: 1, serial: 7, issue: 1, areaNo: 3, householdId: HOME, personId: null, notBefore: 1, expires: Date.parse(at(600)) / 1000 }, (message) => new Uint8Array(sign(null, message, forger)))
  const old = { expires: Date.parse(at(-5)) / 1000 }
  expect(await passing(codeOf({ ...old, medium: 'phone' }), 'out')).toEqual(['refuse', 'passCodeExpired'])
  expect(await passing(codeOf(old), 'out')).toEqual(['refuse', 'passExpired'])
  expect(await passing(forged, 'out')).toEqual(['refuse', 'passForged'])
  expect([await passing(codeOf({}), 'out', gate({ keys: null })), await passing(codeOf({ keyId: 2 }), 'out')]).toEqual([['refuse', 'passUnknownKey'], ['refuse', 'passUnknownKey']])
  const warned = async (more: Partial<GateCarried>) => warningsOf(await readCode(codeOf({}), gate(more)))
  expect([await warned({}), await warned({ revocations: null }), await warned({ revocations: { at: at(-3 * 24 * 60), areaId: null, stops: {} } })]).toEqual([[], [['passes.warnings.noRevocations', {}]], [['passes.warnings.revocationsOld', { hours: 72 }]]])
})

test('a pass or a visitor’s code of another place lets nobody in at a compound’s gate, and everybody leaves; at a road’s it is one like all', async () => {
  const of = (claims: Partial<PassClaims>) => codeOf({ householdId: '0190a000-0000-7000-8000-0000000000b9', ...claims })
  for (const code of [of({}), of({ kind: 'visitor', serial: 9 })]) {
    expect([await passing(code, 'in'), await passing(code, 'out')]).toEqual([['refuse', 'passElsewhere'], ['allow', 'visitorLeaves']])
  }
  const { data } = gate()
  const road = gate({ data: data && { ...data, gate: { ...data.gate, kind: 'road' } } })
  expect(await passing(of({ kind: 'visitor', serial: 9 }), 'in', road)).toEqual(['allow', 'visitorConfirmed'])
})

test('whoever is in no register and shows an identity number goes with it, not with a name', () => {
  expect(['999101195304120020', '周敏'].map((typed) => ofNobody(typed).draft)).toEqual([expect.objectContaining({ document: '999101195304120020' }), expect.objectContaining({ name: '周敏' })])
})

test('a personal pass is known by its person, wherever they live by now', async () => {
  const code = codeOf({ kind: 'person', personId: PERSON, householdId: '0190a000-0000-7000-8000-0000000000b9' })
  expect(await readCode(code, gate())).toMatchObject({ draft: { householdId: HOME, personId: PERSON }, household: { householdId: HOME } })
  expect((await readCode(codeOf({ kind: 'person', personId: GATE }), gate())).draft, 'not known here: the server looks it up').not.toHaveProperty('householdId')
})

describe('a car', () => {
  const kept = { ...home, members: [{ ...home.members[0], managed: { measure: 'homeQuarantine', startsOn: '2020-02-20', endsOn: '2099-01-01' } }] } as CarriedHousehold
  const with_ = (household: CarriedHousehold): GateCarried => { const one = gate(); return { ...one, data: one.data && { ...one.data, parts: one.data.parts.map((part) => (part.part === 'h0' ? { ...part, households: [household] } : part)) } } }

  test('whose pass is scanned is known by its plate and its household, and none of a household in quarantine drives out', async () => {
    expect((await readCode(codeOf({ kind: 'vehicle', serial: 31, householdId: null }), gate())).draft).toMatchObject({ subject: 'vehicle', plate: '云H60218', vehiclePass: 'valid', passNo: '车000031' })
    const own = codeOf({ kind: 'vehicle', serial: 32 })
    expect(await readCode(own, gate())).toMatchObject({ draft: { plate: '云H50501', householdId: HOME }, household: { householdId: HOME } })
    expect(await passing(own, 'out')).toEqual(['allow', 'vehiclePass'])
    expect(await passing(own, 'out', with_(kept))).toEqual(['refuse', 'quarantine'])
    expect((await readCode(codeOf({ kind: 'vehicle', serial: 99, householdId: null }), gate())).draft.plate, 'issued since the data were made').toBe('车000099')
    const { data } = gate()
    const placed = (kind: 'compound' | 'road') => gate({ data: data && { ...data, gate: { ...data.gate, kind, places: [3, 4] } } })
    const of = (areaNo: number) => codeOf({ kind: 'vehicle', serial: 99, householdId: null, areaNo })
    expect([await passing(of(4), 'in', placed('compound')), await passing(of(5), 'in', placed('compound')), await passing(of(5), 'in', placed('road'))], 'of another community').toEqual([['allow', 'vehiclePass'], ['refuse', 'vehicleElsewhere'], ['allow', 'vehiclePass']])
  })

  test('goes with the number and the state of its own pass, scanned or typed, so that it is found where that pass had been stopped; no other pass is asked of it', async () => {
    const lorry = await readCode(codeOf({ kind: 'vehicle', serial: 31, householdId: null }), gate())
    const typed = ofPlate('云H60218', gate())
    for (const one of [lorry, typed]) expect(one.draft).toMatchObject({ plate: '云H60218', passNo: '车000031', passState: 'valid', vehiclePass: 'valid' })
    const { data } = gate()
    const policy = data?.policy && { ...data.policy, passage: null }
    const free = gate({ data: data && { ...data, policy: policy ?? null } })
    const old = await readCode(codeOf({ kind: 'vehicle', serial: 31, householdId: null, expires: Date.parse(at(-5)) / 1000 }), free)
    expect([old.draft.passState, await passing(old, 'in', free)]).toEqual(['expired', ['allow', 'visitorFree']])
  })

  test('whose plate is typed has its pass, its household, and is special by its plate or its pass', async () => {
    const typed = (plate: string) => ofPlate(plate, gate())
    expect(await passing(typed('云H60218'), 'in')).toEqual(['allow', 'vehiclePass'])
    expect(await passing(typed('云H11111'), 'in')).toEqual(['refuse', 'noVehiclePass'])
    for (const plate of ['云X1234应急', '云A0120警', '云H20120']) expect((await passing({ ...typed(plate) }, 'in'))[1], plate).toBe('special')
    expect(typed('云h·40404')).toMatchObject({ draft: { subject: 'vehicle', plate: '云H40404', householdId: HOME }, household: { householdId: HOME } })
    const shut = with_({ ...home, grade: 'lockdown' })
    expect(await passing(ofPlate('云H40404', shut), 'in', shut)).toEqual(['allow', 'home'])
    expect(await passing(ofPlate('云H50501', shut), 'out', shut), 'judged as a car').toEqual(['refuse', 'vehiclesRefused'])
  })
})

test('an emergency goes the way that was pressed before it; without a press, the way of whoever stands there; nobody yet goes out', () => {
  const way = (standing: Standing) => standing.draft.direction
  expect([way(going(ofHousehold(home), 'in', gate())), way(going(ofNobody('赵来客'), 'out', gate()))]).toEqual(['in', 'out'])
  expect([way(ofHousehold(home)), way(ofNobody('赵来客')), way(ofWhoever())]).toEqual(['out', 'in', 'out'])
})
