import { expect, test } from 'vitest'
import { firstCompound } from '../../testing/examples/duty.ts'
import { aVehiclePass } from '../../testing/examples/passes.ts'
import { somebody } from '../../testing/examples/people.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { door as gridDoor } from '../../testing/people.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { passageApi } from '../passage/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { passesApi as api } from './contract.ts'

async function world() {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  return { c, worker, w: { c, caller: worker } }
}

test('vehicles: every kind of plate, special ones always pass, the others are looked at again in time', async () => {
  const { worker, w } = await world()
  const pass = await aVehiclePass(w, { plate: '云h·D12345', recheckDays: 3 })
  expect(pass).toMatchObject({ plate: '云HD12345', vehicle: { kind: 'newEnergy', special: false, recheckOn: '2020-02-29' }, name: '文山供销社' })
  expect(await worker.call(api.issueVehicle, { plate: '云A1234警', purpose: 'epidemic' })).toMatchObject({ special: true, recheckOn: null, why: { key: 'special' } })
  expect(await worker.call(api.issueVehicle, { plate: '云H20120', purpose: 'medical', special: true, owner: '市人民医院' })).toMatchObject({ special: true })
  expect((await worker.refused(api.issueVehicle, { plate: '云I12345', purpose: 'other' })).code).toBe('passes.plateWrong')
  expect((await worker.refused(api.issueVehicle, { plate: '云 HD12345', purpose: 'other' })).code).toBe('passes.plateHas')
  clock.forward(4 * 24 * 60)
  expect(await worker.call(api.getPass, { passId: pass.passId })).toMatchObject({ recheckLate: true })
  expect(await worker.call(api.recheckVehicle, { passId: pass.passId })).toMatchObject({ recheckOn: '2020-03-04', recheckLate: false })
  expect(await worker.call(api.undoRecheck, { passId: pass.passId })).toMatchObject({ recheckOn: '2020-02-29' })
})

test('a car whose pass has expired is issued for as it is now: its new household, driver and kind, and that household’s quarantine', async () => {
  const { worker, w } = await world()
  const [seller, buyer] = [await somebody(w), await somebodyManaged(w, { originCode: '420102' })]
  const sold = { plate: '云H77120', purpose: 'commuting' } as const
  const before = await worker.call(api.issueVehicle, { ...sold, householdId: seller.householdId, driver: '赵志强' })
  clock.forward(31 * 24 * 60)
  await (await w.c.as('subdistrictOfficer')).call(quarantineApi.cancelEpisode, { episodeId: buyer.episodeId, reason: '录错人' })
  const now = await worker.call(api.issueVehicle, { ...sold, householdId: buyer.householdId, driver: '周海', route: '小区—医院' })
  expect(now).toMatchObject({ state: 'valid', householdId: buyer.householdId, vehicle: { driver: '周海', route: '小区—医院' }, history: [{ kind: 'issued' }] })
  expect(await worker.call(api.getPass, { passId: before.passId })).toMatchObject({ state: 'revoked', why: { key: 'reissued' }, householdId: seller.householdId, history: [{ kind: 'reissued' }, { kind: 'issued' }] })
  await somebodyManaged(w, { originCode: '420102' }, buyer)
  expect((await worker.call(api.getPass, { passId: now.passId })).state).toBe('suspended')
  expect((await worker.refused(api.issueVehicle, { ...sold, householdId: seller.householdId })).params).toMatchObject({ number: now.number })
  clock.forward(31 * 24 * 60)
  expect(await worker.call(api.issueVehicle, { ...sold, special: true, owner: '市人民医院' })).toMatchObject({ state: 'valid', special: true, householdId: null, vehicle: { owner: '市人民医院' } })
})

test('a car that moves with its owner takes its pass along: it stops with the new home and not with the old one', async () => {
  const { c, worker, w } = await world()
  const living = (room: string, name: string) => worker.call(peopleApi.registerPerson, { ...gridDoor(c, room), name, sex: '1' })
  const kept = (one: { personId: string; householdId: string | null }) => somebodyManaged(w, { originCode: '420102' }, { personId: one.personId, householdId: one.householdId ?? '' })
  const [owner, stays, host] = [await living('621', '鲁车主'), await living('621', '鲁同住'), await living('622', '苗房东')]
  const plate = '云H66120'
  const first = { householdId: owner.householdId ?? '', plate }
  await worker.call(peopleApi.registerVehicle, { ...first, personId: owner.personId })
  const pass = await worker.call(api.issueVehicle, { ...first, purpose: 'commuting' })
  const card = () => worker.call(api.getPass, { passId: pass.passId })
  await policyInForceHere(w)
  await kept(host)
  await worker.call(peopleApi.movePerson, { personId: owner.personId, ...gridDoor(c, '622') })
  expect(await card()).toMatchObject({ householdId: host.householdId, state: 'suspended' })
  const moved = await worker.call(peopleApi.movePerson, { personId: owner.personId, ...gridDoor(c, '623') })
  expect(await card()).toMatchObject({ householdId: moved.householdId, state: 'valid' })
  await kept(stays)
  expect(await card(), 'nor does it stop with the home it has left').toMatchObject({ state: 'valid' })
})

test('a keeper sent to one compound knows the cars of offices that pass in the whole community, and hears when one is stopped; another compound’s households stay unseen', async () => {
  const { c, worker, w } = await world()
  const neighbour = await worker.call(peopleApi.registerPerson, { areaId: c.compounds[1]?.grids[0]?.id ?? c.villageGroup.id, room: '631', name: '童邻居', sex: '1' })
  const [lorry, theirs] = [await aVehiclePass(w), await worker.call(api.issueVehicle, { plate: '云H55120', householdId: neighbour.householdId ?? '', purpose: 'commuting' })]
  const { gateId } = await worker.call(passageApi.createGate, { areaId: firstCompound(w).id, name: '北门', kind: 'compound' })
  const keeper = await c.as('gatekeeper', c.compounds[0])
  const find = (plate: string | null) => keeper.call(passageApi.findAtGate, { gateId, q: plate ?? '' })
  const carried = async () => (await keeper.call(passageApi.gateData, { gateId })).parts.flatMap((part) => part.passes ?? [])
  expect(await find(lorry.plate)).toMatchObject({ pass: { no: lorry.number, state: 'valid' }, vehicle: { plate: lorry.plate, pass: 'valid' }, found: [] })
  expect(await find(theirs.plate)).toMatchObject({ pass: null, vehicle: { pass: null }, found: [] })
  expect(await carried()).toEqual([{ serial: lorry.serial, plate: lorry.plate, special: false, householdId: null, suspended: false, until: lorry.validUntil }])
  expect((await keeper.refused(api.getPass, { passId: lorry.passId })).status, 'its owner and driver are not theirs to read').toBe(404)
  const { at: since, areaId } = await keeper.call(api.passStops, {})
  for (const { passId } of [lorry, theirs]) await worker.call(api.revokePass, { passId, reason: '转借他人' })
  expect((await keeper.call(api.passStops, { since, areaId: areaId ?? '' })).stops.map(({ serial, stop }) => [serial, stop])).toEqual([[lorry.serial, 'revoked'], [theirs.serial, 'revoked']])
  expect([await carried(), (await find(lorry.plate)).pass?.state]).toEqual([[], 'revoked'])
  const stops = (await worker.call(api.passStops, {})).stops.map(({ serial }) => serial)
  expect(stops, 'whoever sees the community hears of each once').toEqual([...new Set(stops)])
})
