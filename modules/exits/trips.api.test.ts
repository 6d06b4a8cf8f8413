import { expect, test } from 'vitest'
import { anExit } from '../../testing/examples/exits.ts'
import { aGate, aRecord } from '../../testing/examples/passage.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { passageApi } from '../passage/contract.ts'
import { todayApi } from '../today/contract.ts'
import { exitsApi as api } from './contract.ts'
import { exitsAtGate } from './service.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const w = { c, caller: worker }
  const out = async () => { const { exitId } = await anExit(w, 'localWork'); await worker.call(api.goOut, { exitId, temperature: 36.4 }); return exitId }
  const late = async () => [(await worker.call(api.exitCounts, {})).tabs.late, ...(await worker.call(api.listExits, { tab: 'late' })).items.map((one) => one.exitId)]
  return { c, worker, w, out, late, today: async () => (await worker.call(todayApi.today, { kind: 'notBack' })).groups.flatMap((group) => group.items) }
}

test('local work goes out and back every day with a temperature; who is not back by the hour is late; a fever stays in', async () => {
  const { worker, w, late } = await world()
  const { exitId, state } = await anExit(w, 'localWork')
  expect(state).toBe('allowed')
  expect(await worker.call(api.goOut, { exitId, temperature: 38.1 })).toMatchObject({ left: false, exit: { state: 'allowed' } })
  expect(await worker.call(api.goOut, { exitId, temperature: 36.4 })).toMatchObject({ left: true, exit: { state: 'out', dueBackAt: '2020-02-26T11:00:00.000Z' } })
  expect(await late()).toEqual([0])
  clock.set('2020-02-26T19:30:00+08:00')
  expect(await late()).toEqual([1, exitId])
  const back = await worker.call(api.comeBack, { exitId, temperature: 36.6 })
  expect([back.state, back.trips.length, back.trips[0]?.backAt]).toEqual(['allowed', 1, '2020-02-26T11:30:00.000Z'])
  expect((await worker.call(api.undoTrip, { exitId })).state).toBe('out')
})

test('whoever is noted as not back stays in the list and in Today with why, is to be telephoned again the next day, and is registered as back with the time of it', async () => {
  const { worker, out, late, today } = await world()
  const exitId = await out()
  clock.set('2020-02-26T19:30:00+08:00')
  expect(await today()).toMatchObject([{ state: 'overdue', dueAt: '2020-02-26T11:00:00.000Z', why: { key: 'notBack' }, opens: { page: '/exits', search: { tab: 'late', open: exitId } } }])
  expect(await worker.call(api.noteNotBack, { exitId, reason: '加班,在工地住' })).toMatchObject({ state: 'notBack', notBackReason: '加班,在工地住', dueBackAt: '2020-02-26T11:00:00.000Z', late: false })
  expect(await late()).toEqual([1, exitId])
  expect(await today()).toMatchObject([{ state: 'later', dueAt: '2020-02-26T16:00:00.000Z', why: { key: 'notBackNoted', params: { reason: '加班,在工地住' } } }])
  clock.set('2020-02-27T08:30:00+08:00')
  expect((await today()).map((one) => one.state)).toEqual(['overdue'])
  const at = (time: string) => worker.call(api.comeBack, { exitId, temperature: 36.5, at: `${time}:00+08:00` })
  for (const wrong of ['2020-02-26T08:00', '2020-02-27T09:30']) await expect(at(wrong), wrong).rejects.toMatchObject({ code: 'exits.wrongTime' })
  expect(await at('2020-02-26T23:10')).toMatchObject({ state: 'allowed', trips: [{ backAt: '2020-02-26T15:10:00.000Z' }] })
  expect([await late(), await today()]).toEqual([[0], []])
})

test('a return written down by mistake in the evening is taken back in the morning, and it stands as it was noted before; two days later nothing is', async () => {
  const { worker, out, late } = await world()
  const exitId = await out()
  clock.set('2020-02-26T19:30:00+08:00')
  await worker.call(api.noteNotBack, { exitId, reason: '加班,在工地住' })
  clock.set('2020-02-27T08:30:00+08:00')
  await worker.call(api.comeBack, { exitId, at: '2020-02-26T23:10:00+08:00' })
  clock.set('2020-02-28T08:30:00+08:00')
  expect(await worker.call(api.undoTrip, { exitId })).toMatchObject({ state: 'notBack', notBackReason: '加班,在工地住', actions: ['comeBack', 'undoTrip'] })
  expect(await worker.call(api.undoTrip, { exitId })).toMatchObject({ state: 'out', notBackReason: null, trips: [{ backAt: null, notBackReason: null }] })
  expect(await late()).toEqual([1, exitId])
  expect((await worker.refused(api.undoTrip, { exitId })).code, 'gone out two days ago').toBe('exits.tripSettled')
})

test('nothing is taken back into a second request for the same', async () => {
  const { worker, w } = await world()
  const { exitId, personId } = await anExit(w, 'localWork', { untilOn: '2020-02-26' })
  await worker.call(api.goOut, { exitId, temperature: 36.4 })
  clock.set('2020-02-27T08:30:00+08:00')
  expect((await worker.call(api.comeBack, { exitId })).state).toBe('back')
  await anExit(w, 'localWork', { personId })
  expect((await worker.refused(api.undoTrip, { exitId })).code).toBe('exits.alreadyAsked')
})

test('whoever is noted as not back and comes through a gate is back', async () => {
  const { c, worker, w, out } = await world()
  const exitId = await out()
  const [{ personId, householdId }, { gateId }] = [await worker.call(api.noteNotBack, { exitId, reason: '在外住一晚' }), await aGate(w)]
  clock.set('2020-02-27T07:00:00+08:00')
  const keeper = await c.as('gatekeeper')
  expect(await c.tx('gatekeeper', (ctx) => exitsAtGate(ctx, { range: ctx.actor.scope }))).toMatchObject([{ exitId, state: 'out', dueBackAt: '2020-02-26T11:00:00.000Z' }])
  await keeper.call(passageApi.recordPassage, aRecord(gateId, { subject: 'person', name: undefined, told: undefined, temperature: 36.4, certificate: { number: '登记', kind: 'localWork', exitId }, personId, ...(householdId ? { householdId } : {}), direction: 'in', at: '2020-02-27T07:00:00+08:00' }))
  expect((await worker.call(api.getExit, { exitId })).state).toBe('allowed')
})
