import { generateKeyPairSync, sign } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { aGate, aRecord, own } from '../../testing/examples/passage.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aHouseholdPass, aVehiclePass } from '../../testing/examples/passes.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { door, register } from '../../testing/people.ts'
import { aCommunity, clock, type Caller } from '../../testing/world.ts'
import { decodePass, encodePass } from '../passes/rules.ts'
import { codesFor, rotateKeys } from '../passes/service/keys.ts'
import { getPass } from '../passes/store.ts'
import { passesApi } from '../passes/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { passageApi as api } from './contract.ts'
import { decidePassage, factsOf, homesOf, mergedGate, type PassageDraft } from './rules.ts'

async function world() {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const w = { c, caller: worker }
  await policyInForceHere(w)
  const { gateId } = await aGate(w, { name: '东门' })
  const pass = await aHouseholdPass(w)
  const scanned = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, pass.passId)], 'paper')).get(pass.passId)?.text ?? '')
  const scan = (by: Caller, more: object = {}) => by.send(api.scanPassage, { eventId: uuidv7(), gateId, direction: 'out', temperature: 36.4, purpose: 'shopping', identity: 'same', scanned, ...more })
  return { c, worker, scanned, pass, householdId: pass.householdId ?? '', scan, keeper: await c.as('gatekeeper'), stranger: await c.stranger('gatekeeper') }
}
const decided = ({ body }: { body: unknown }) => { const b = body as { state?: string; decision?: { outcome: string; reason: { code: string } } }; return [b.state, b.decision?.outcome, b.decision?.reason.code] }

test('what many report in the same moment is proven, decided and kept for each, in the territory of each', async () => {
  const { keeper, stranger, scan, worker } = await world()
  const [first, bad, foreign, faulty] = await Promise.all([scan(keeper), scan(keeper, { scanned: 'WG:NOTACODE' }), scan(stranger), scan(keeper, { temperature: 'hot' })])
  expect([first, bad, foreign, faulty].map((a) => a.status)).toEqual([200, 200, 404, 422])
  expect(decided(first)).toEqual(['kept', 'allow', 'quotaFree'])
  expect(decided(bad).slice(0, 2), 'who shows something that is no code of ours is a fact too').toEqual(['kept', 'refuse'])
  expect((await worker.call(api.passageCounts, {})).all).toBe(2)
})

test('two of one household at once: the one that goes through uses up the turn of the other; sent again nothing is added', async () => {
  const { keeper, scan, worker } = await world()
  const eventId = uuidv7()
  const answers = await Promise.all([scan(keeper, { eventId }), scan(keeper)])
  expect(answers.map((a) => decided(a)[1]).toSorted()).toEqual(['allow', 'refuse'])
  clock.forward(1)
  expect(decided(await scan(keeper, { eventId }))[0], 'a minute later, since the answer never came').toBe('already')
  expect((await worker.call(api.passageCounts, {})).all).toBe(2)
})

test('a code somebody else has signed is none of ours, whatever it says; one signed with the key before is good until its end', async () => {
  const { c, keeper, scan, pass } = await world()
  const scanned = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, pass.passId)], 'paper')).get(pass.passId)?.text ?? '')
  const read = decodePass(scanned)
  if (typeof read === 'string') throw new Error(read)
  const forger = generateKeyPairSync('ed25519').privateKey
  const forged = encodePass({ ...read.claims, expires: read.claims.expires + 60 }, (message) => new Uint8Array(sign(null, message, forger)))
  const altered = encodePass({ ...read.claims, serial: read.claims.serial + 1 }, () => new Uint8Array(read.signature))
  const unknown = encodePass({ ...read.claims, keyId: read.claims.keyId + 40 }, (message) => new Uint8Array(sign(null, message, forger)))
  for (const [text, why] of [[forged, 'passForged'], [altered, 'passForged'], [unknown, 'passUnknownKey'], ['https://example.org/m/p/abc', 'passNotOurs']]) expect(decided(await scan(keeper, { scanned: text }))).toEqual(['kept', 'refuse', why])
  const { items: [gate] } = await keeper.call(api.myGates, {})
  expect(await keeper.call(api.findAtGate, { gateId: gate?.gateId ?? '', q: forged }), 'at the desk it is nobody’s either').toMatchObject({ pass: { state: 'forged', no: '' }, found: [] })
  await c.tx('system', async (ctx) => {
    await ctx.sql.run(sql`update pass_key set signs_until = ${ctx.now}`)
    await rotateKeys(ctx)
  })
  clock.forward(1)
  const later = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, pass.passId)], 'paper')).get(pass.passId)?.text ?? '')
  expect(keyIdIn(later), 'another key signs now').not.toBe(read.claims.keyId)
  for (const text of [scanned, later]) expect(decided(await scan(keeper, { scanned: text, purpose: 'medical' }))).toEqual(['kept', 'allow', 'exempt'])
})
function keyIdIn(text: string): number | undefined {
  const read = decodePass(text)
  return typeof read === 'string' ? undefined : read.claims.keyId
}

test('a code on a screen that was not refreshed is too old, and says nothing of the pass; its visitor’s lasts as long as the visit', async () => {
  const { c, worker, keeper, scan, pass, householdId } = await world()
  const { passId } = await worker.call(passesApi.announceVisitor, { householdId, name: '赵来客', purpose: 'guest', hours: 1 })
  await worker.call(passesApi.confirmVisitor, { passId })
  const onScreen = async (id: string) => c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, id)], 'phone')).get(id)?.text ?? '')
  const [own, visit] = [await onScreen(pass.passId), await onScreen(passId)]
  clock.forward(30)
  expect([decided(await scan(keeper, { scanned: own })), decided(await scan(keeper, { scanned: own, direction: 'in' }))]).toEqual([['kept', 'refuse', 'passCodeExpired'], ['kept', 'allow', 'home']])
  expect((await keeper.call(api.findAtGate, { gateId: (await keeper.call(api.myGates, {})).items[0]?.gateId ?? '', q: own })).pass).toMatchObject({ state: 'codeExpired' })
  expect(decided(await scan(keeper, { scanned: visit, direction: 'in', purpose: 'other' }))[1]).toBe('allow')
  clock.forward(60)
  expect(decided(await scan(keeper, { scanned: visit, direction: 'in', purpose: 'other' }))).toEqual(['kept', 'refuse', 'passExpired'])
})

test('a pass that was revoked is refused at the next scan, although its signature was proven before', async () => {
  const { keeper, scan, worker, pass } = await world()
  expect(decided(await scan(keeper, { direction: 'in' }))[1]).toBe('allow')
  await worker.call(passesApi.revokePass, { passId: pass.passId, reason: '冒用' })
  expect(decided(await scan(keeper))).toEqual(['kept', 'refuse', 'passRevoked'])
})

test('a visitor whose code is scanned has arrived, and the code lets nobody in a second time', async () => {
  const { c, worker, keeper, scan, householdId } = await world()
  const { passId } = await worker.call(passesApi.announceVisitor, { householdId, name: '赵来客', purpose: 'guest' })
  await worker.call(passesApi.confirmVisitor, { passId })
  const scanned = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId)?.text ?? '')
  expect(decided(await scan(keeper, { scanned, direction: 'in', purpose: 'other' })).slice(0, 2)).toEqual(['kept', 'allow'])
  expect((await c.tx('system', ({ sql: q }) => getPass(q, passId))).arrivedAt).toBe(clock.now)
  expect(decided(await scan(keeper, { scanned, direction: 'in', purpose: 'other' }))[1]).toBe('refuse')
})

test('a lorry whose pass is scanned is let in and recorded by its plate, though it belongs to no household here', async () => {
  const { c, worker, keeper, scan } = await world()
  const code = async (more: Record<string, unknown>) => {
    const { passId } = await aVehiclePass({ c, caller: worker }, more)
    return c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId)?.text ?? '')
  }
  expect(decided(await scan(keeper, { scanned: await code({ plate: '云H60218' }), direction: 'in', purpose: 'supply' }))).toEqual(['kept', 'allow', 'vehiclePass'])
  expect((await worker.call(api.listPassages, { q: '云H60218' })).items).toMatchObject([{ plate: '云H60218', subject: 'vehicle', outcome: 'allow' }])
  expect(decided(await scan(keeper, { scanned: await code({ plate: '云H20120', special: true }), direction: 'in', temperature: undefined }))).toEqual(['kept', 'allow', 'special'])
})

test('a pass opens the gate of its own place only: at another one its people and its visitors are strangers there, as the phone says; quarantine holds everywhere, and a road is everybody’s', async () => {
  const { c, worker, keeper, scan, scanned, householdId } = await world()
  const there = { areaId: c.compounds[1]?.id ?? '', name: '西门' }
  const w = { c, caller: worker }
  const [{ gateId }, road] = [await aGate(w, there), await aGate(w, { ...there, name: '路口', kind: 'road' })]
  const { passId } = await worker.call(passesApi.announceVisitor, { householdId, name: '赵来客', purpose: 'guest' })
  await worker.call(passesApi.confirmVisitor, { passId })
  const visit = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId)?.text ?? '')
  const arrives = (more: object = {}) => scan(keeper, { gateId, direction: 'in', ...more })
  await scan(keeper)
  expect(decided(await arrives())).toEqual(['kept', 'refuse', 'passElsewhere'])
  expect(decided(await arrives({ scanned: visit, purpose: 'other' }))).toEqual(['kept', 'refuse', 'passElsewhere'])
  expect((await c.tx('system', ({ sql: q }) => getPass(q, passId))).arrivedAt, 'still good where it is for').toBeNull()
  expect(decided(await scan(keeper, { scanned: visit, direction: 'in', purpose: 'other' }))).toEqual(['kept', 'allow', 'visitorConfirmed'])
  expect(decided(await arrives({ gateId: road.gateId }))).toEqual(['kept', 'allow', 'home'])

  // Let in as a visitor, whose turn at home has been used already, and home again.
  const shown = await keeper.call(api.findAtGate, { gateId, q: scanned })
  expect(shown.found).toMatchObject([{ householdId, outside: true }])
  const record = { ...aRecord(gateId, own(householdId, { passNo: shown.pass?.no, passState: 'valid' })), at: clock.now }
  expect(await keeper.call(api.recordPassage, { ...record, direction: 'in', happened: 'allow' })).toMatchObject({ subject: 'visitor', decided: 'refuse', outcome: 'allow' })
  const present = async () => { const { outNow, visitorsInside } = await worker.call(api.passageFlow, { areaId: c.community.id }); return { outNow, visitorsInside } }
  expect(await present(), 'out of home, inside there; and the one who visits the home').toEqual({ outNow: 1, visitorsInside: 2 })
  clock.forward(1)
  const kept = mergedGate(null, await keeper.call(api.gateData, { gateId }))
  const leaves = { ...record, eventId: uuidv7(), at: clock.now }
  const { outcome, step, reason, policy } = decidePassage(factsOf(leaves as PassageDraft, kept.gate, homesOf(kept).households.find((one) => one.householdId === householdId) ?? null), kept.policy, clock.now)
  expect([outcome, reason.code]).toEqual(['allow', 'visitorLeaves'])
  expect((await keeper.call(api.recordPassages, { items: [{ ...leaves, decision: { outcome, step, reason, policy } }] })).items, 'the server says the same').toMatchObject([{ state: 'kept', differs: false }])
  expect(await present()).toEqual({ outNow: 1, visitorsInside: 1 })
  clock.forward(1)
  expect(decided(await scan(keeper, { direction: 'in' }))).toEqual(['kept', 'allow', 'home'])
  expect((await present()).outNow).toBe(0)

  // A keeper of that place alone, who does not see the household.
  const guard = await c.as('gatekeeper', c.compounds[1])
  await guard.call(api.recordPassages, { items: [{ ...record, eventId: uuidv7(), at: clock.now, direction: 'in', happened: 'allow' }] })
  expect(await present()).toEqual({ outNow: 0, visitorsInside: 2 })
  expect((await worker.call(api.listPassages, { householdId })).items[0]).toMatchObject({ subject: 'visitor', decided: 'refuse', reason: { code: 'passElsewhere' } })
})

test('a personal pass goes with its person: printed at the door before, it takes the turn of the home they live in by now', async () => {
  const { c, worker, keeper, scan, householdId } = await world()
  const { personId } = await register(worker, c, { name: '王建军' })
  const { passId } = await worker.call(passesApi.issuePerson, { personId })
  const scanned = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId)?.text ?? '')
  await worker.call(peopleApi.movePerson, { personId, ...door(c, '601') })
  expect(decided(await scan(keeper, { scanned }))).toEqual(['kept', 'allow', 'quotaFree'])
  const [passed] = (await worker.call(api.listPassages, { personId })).items
  expect([passed?.address, passed?.householdId === householdId]).toEqual(['锦绣小区3幢2单元601', false])
  expect(decided(await scan(keeper)), 'who stayed has a turn of their own').toEqual(['kept', 'allow', 'quotaFree'])
  clock.forward(1)
  expect(decided(await scan(keeper, { scanned })), 'and so has the new home').toEqual(['kept', 'refuse', 'quotaUsed'])
})

test('somebody of a household in quarantine is held at every gate, also where nobody knows the home', async () => {
  const { c, worker, keeper } = await world()
  const w = { c, caller: worker }
  const { gateId } = await aGate(w, { areaId: c.compounds[1]?.id ?? '', name: '西门' })
  const { householdId } = await somebodyManaged(w)
  const passes = async (direction: 'in' | 'out') => { const p = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { direction, passNo: '户000001', passState: 'valid' }))); return [p.outcome, p.reason.code] }
  expect([await passes('in'), await passes('out')]).toEqual([['refer', 'quarantineReturns'], ['refuse', 'quarantine']])
})

test('one way out that is sent twice is one way out: who came back is not out any more', async () => {
  const { keeper, scan } = await world()
  const eventId = uuidv7()
  for (const _ of [1, 2]) await scan(keeper, { eventId })
  clock.forward(0.01)
  await scan(keeper, { direction: 'in' })
  clock.forward(0.01)
  const { body } = await scan(keeper)
  expect((body as { decision: { warnings: { code: string }[] } }).decision.warnings.map(({ code }) => code)).not.toContain('stillOut')
})
