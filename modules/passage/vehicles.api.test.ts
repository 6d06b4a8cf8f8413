import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { aGate, aRecord, atAGate } from '../../testing/examples/passage.ts'
import { aVehiclePass } from '../../testing/examples/passes.ts'
import { gridOf, register } from '../../testing/people.ts'
import { aCommunity, clock, type Community } from '../../testing/world.ts'
import { passesApi } from '../passes/contract.ts'
import { codesFor } from '../passes/service/keys.ts'
import { getPass } from '../passes/store.ts'
import { passageApi as api } from './contract.ts'

const codeOf = (c: Community, passId: string) => c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId)?.text ?? '')

test('a car’s pass of another community is told apart: in a sentence of its own at a compound’s gate, where the car is a visitor, and good at a road’s; a special one passes', async () => {
  const { c, w, keeper, gateId } = await atAGate()
  const there = await aCommunity()
  const theirs = { c: there, caller: await there.as('communityWorker') }
  const [lorry, ambulance] = [await aVehiclePass(theirs), await aVehiclePass(theirs, { special: true })]
  const road = await aGate(w, { name: '路口', kind: 'road' })
  const scan = async (passId: string, at = gateId, more: object = {}) => {
    const { body } = await keeper.send(api.scanPassage, { eventId: uuidv7(), gateId: at, direction: 'in', temperature: 36.4, identity: 'same', scanned: await codeOf(there, passId), ...more })
    const { decision } = body as { decision: { outcome: string; reason: { code: string }; warnings: { code: string }[] } }
    return [decision.outcome, decision.reason.code]
  }
  expect([await scan(lorry.passId), await scan(lorry.passId, road.gateId), await scan(ambulance.passId)]).toEqual([['refuse', 'vehicleElsewhere'], ['allow', 'vehiclePass'], ['allow', 'special']])
  for (const who of [keeper, await c.as('gatekeeper', c.compounds[0])]) {
    expect(await who.call(api.findAtGate, { gateId, q: await codeOf(there, lorry.passId) })).toMatchObject({ pass: { no: lorry.number, kind: 'vehicle', state: 'otherCommunity' }, vehicle: { pass: 'otherCommunity' }, found: [] })
  }
  const places = (await keeper.call(api.gateData, { gateId })).gate.places ?? []
  const noOf = ({ path }: { path: string }) => Number(path.split('/').at(-2))
  expect([c.community, ...c.compounds, c.villageGroup].every((one) => places.includes(noOf(one))), 'the phone tells it by the numbers of its own places').toBe(true)
  expect(places.includes(noOf(there.community)) || places.includes(noOf(gridOf(c)))).toBe(false)
})

test('a household’s car at another compound’s gate is a visitor there: nobody of the household has come home, and it is inside until it leaves', async () => {
  const { c, w, worker, keeper, gateId, householdId } = await atAGate()
  const home = householdId ?? ''
  const plate = '云H71001'
  const pass = await worker.call(passesApi.issueVehicle, { plate, householdId: home, purpose: 'commuting' })
  const west = await aGate(w, { areaId: c.compounds[1]?.id ?? '', name: '西门' })
  const present = async () => { const { outNow, visitorsInside } = await worker.call(api.passageFlow, { areaId: c.community.id }); return [outNow, visitorsInside] }
  const drives = async (at: string, direction: 'in' | 'out', by = keeper) => {
    clock.forward(5)
    return by.call(api.recordPassage, aRecord(at, { subject: 'vehicle', householdId: home, plate, passNo: pass.number, passState: 'valid', vehiclePass: 'valid', direction, name: undefined, told: undefined, purpose: 'work' }))
  }
  await drives(gateId, 'out')
  expect(await present()).toEqual([1, 0])
  expect(await drives(west.gateId, 'in')).toMatchObject({ outcome: 'allow', reason: { code: 'vehiclePass' }, subject: 'visitor', plate })
  expect(await present(), 'still out of home').toEqual([1, 1])
  await drives(west.gateId, 'out', await c.as('gatekeeper', c.compounds[1]))
  expect(await present()).toEqual([1, 0])
  expect((await drives(gateId, 'in')).warnings.map(({ code }) => code)).not.toContain('stillOut')
  expect(await present()).toEqual([0, 0])
})

test('the code of a car of the community is known at the desk of one compound, as its plate is; of another compound’s household the plate stays unsaid', async () => {
  const { c, w, worker, gateId } = await atAGate()
  const keeper = await c.as('gatekeeper', c.compounds[0])
  const lorry = await aVehiclePass(w)
  const neighbour = await register(worker, c, { name: '童邻居', areaId: gridOf(c, 1).id })
  const theirs = await worker.call(passesApi.issueVehicle, { plate: '云H71002', householdId: neighbour.householdId ?? '', purpose: 'commuting' })
  for (const q of [await codeOf(c, lorry.passId), lorry.number]) expect(await keeper.call(api.findAtGate, { gateId, q })).toMatchObject({ pass: { no: lorry.number, kind: 'vehicle', state: 'valid' }, vehicle: { plate: lorry.plate, pass: 'valid' } })
  expect(await keeper.call(api.findAtGate, { gateId, q: await codeOf(c, theirs.passId) })).toMatchObject({ pass: { no: theirs.number, state: 'valid' }, vehicle: { plate: theirs.number, pass: 'valid' }, found: [], held: null })
  await worker.call(passesApi.revokePass, { passId: lorry.passId, reason: '转借他人' })
  expect((await keeper.call(api.findAtGate, { gateId, q: await codeOf(c, lorry.passId) })).pass?.state).toBe('revoked')
})

test('the pass of another place that is scanned at the desk of one compound is one of another place there, and not a stranger’s without any', async () => {
  const { c, worker, gateId } = await atAGate()
  const keeper = await c.as('gatekeeper', c.compounds[0])
  const neighbour = await register(worker, c, { name: '童邻居', areaId: gridOf(c, 1).id })
  const pass = await worker.call(passesApi.issueHousehold, { householdId: neighbour.householdId ?? '' })
  const found = await keeper.call(api.findAtGate, { gateId, q: await codeOf(c, pass.passId) })
  expect(found).toMatchObject({ pass: { no: pass.number, kind: 'household', state: 'valid' }, found: [], held: null })
  expect(await keeper.call(api.recordPassage, aRecord(gateId, { subject: 'household', direction: 'in', passNo: pass.number, passState: 'valid', name: undefined, told: undefined }))).toMatchObject({ outcome: 'refuse', reason: { code: 'passElsewhere' } })
})
