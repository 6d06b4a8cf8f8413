import { expect, inject, test } from 'vitest'
import type { Ctx } from '../../kernel/ctx.ts'
import { Refusal } from '../../kernel/errors.ts'
import { aBus, anExit, certified, departed, seated, toShenzhen } from '../../testing/examples/exits.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aCommunity, Caller, clock, testApp, todayInTest } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { openLead } from '../leads/service.ts'
import { passesApi } from '../passes/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { todayApi } from '../today/contract.ts'
import { exitsApi as api } from './contract.ts'
import { exitsAtGate, exitsService } from './service.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const [worker, doctor, officer] = [await c.as('communityWorker'), await c.as('healthCentreDoctor'), await c.as('subdistrictOfficer')]
  return { c, worker, doctor, officer, w: { c, caller: worker } }
}

test('whoever sits in a bus of the office above is seen to below it, gives the seat up by withdrawing, and is given no second one', async () => {
  const { c, worker, doctor, officer, w } = await world()
  await policyInForceHere(w)
  const { householdId } = await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '12号', name: '孙小红', sex: '2' })
  const { url } = await worker.call(passesApi.householdLink, { householdId: householdId ?? '' })
  const phone = new Caller({ link: url.split('/').at(-1) ?? '' })
  const receipt = (await phone.call(api.askToGoOut, { kind: 'migrantWork', ...toShenzhen, leavesOn: todayInTest(), temperature: 36.5 })).receipt ?? ''
  const [{ exitId } = { exitId: '' }] = (await worker.call(api.listExits, { tab: 'certificateDue' })).items
  await doctor.call(api.certifyExit, { exitId })
  const { transportId } = await officer.call(api.createTransport, aBus())
  const { seatIds: [seatId = ''] } = await officer.call(api.assignSeats, {})
  expect((await phone.call(api.myExits, { receipts: receipt })).items).toMatchObject([{ plate: '云H12345', seatNo: 1, place: '社区广场', missing: [] }])
  expect(await worker.call(api.getExit, { exitId })).toMatchObject({ plate: '云H12345', missing: [], transportId: null })
  expect((await officer.call(api.getExit, { exitId })).transportId).toBe(transportId)
  expect(await c.tx('gatekeeper', (ctx) => exitsAtGate(ctx, { range: ctx.actor.scope }))).toMatchObject([{ exitId, missing: [] }])
  await certified(w)
  await worker.call(api.createTransport, { ...aBus(), plate: '云H00002' })
  expect((await worker.call(api.assignSeats, {})).seatIds).toHaveLength(1)
  await officer.call(api.boardPassenger, { seatId, temperature: 36.4 })
  expect((await phone.refused(api.withdrawOwnExit, { receipt })).code).toBe('exits.alreadyBoarded')
  await officer.call(api.undoBoarding, { seatId })
  await phone.call(api.withdrawOwnExit, { receipt })
  expect((await officer.call(api.getTransport, { transportId })).passengers).toEqual([])
  expect((await officer.refused(api.boardPassenger, { seatId, temperature: 36.4 })).code).toBe('exits.alreadyBoarded')
})

test('a phone sees what it asked for, and beside it what the community entered for the household', async () => {
  const { c, worker, w } = await world()
  await policyInForceHere(w)
  const { householdId, personId } = await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '12号', name: '孙小红', sex: '2' })
  const { url } = await worker.call(passesApi.householdLink, { householdId: householdId ?? '' })
  const phone = new Caller({ link: url.split('/').at(-1) ?? '' })
  const asked = { destinationName: '开化街道工地', leavesOn: todayInTest(), temperature: 36.5 }
  const { receipt } = await phone.call(api.askToGoOut, { kind: 'localWork', ...asked })
  await worker.call(api.applyForExit, { kind: 'medical', ...asked, personId })
  expect((await phone.call(api.myExits, { receipts: receipt ?? '' })).items.map((one) => [one.kind, one.receipt])).toEqual([['localWork', receipt], ['medical', null]])
})

test('whoever missed the bus or was turned away waits for a seat again, still stands on the list of that bus, and sits in it again where the hand-over is undone', async () => {
  const { worker, w } = await world()
  const { transportId, seatId, exitId: gone } = await seated(w)
  const { exitId } = await certified(w)
  await worker.call(api.assignSeats, {})
  await worker.call(api.boardPassenger, { seatId, temperature: 36.4 })
  await worker.call(api.handOver, { transportId, receiverName: '王站长' })
  expect(await worker.call(api.getExit, { exitId })).toMatchObject({ plate: null, missing: ['seat'] })
  expect((await worker.call(api.destinations, {})).items[0]).toMatchObject({ waiting: 1, seated: 0, gone: 1 })
  expect(await worker.call(api.undoHandOver, { transportId })).toMatchObject({ taken: 2, boarded: 1, noShow: 0 })
  expect((await worker.call(api.getExit, { exitId })).seatNo).toBe(2)
  await worker.call(api.handOver, { transportId, receiverName: '王站长' })
  await worker.call(api.createTransport, { ...aBus(), plate: '云H00002' })
  await worker.call(api.assignSeats, {})
  expect((await worker.call(api.getExit, { exitId })).plate).toBe('云H00002')
  const left = await worker.call(api.getTransport, { transportId })
  expect([left.taken, left.noShow, left.passengers.map((one) => [one.exitId, one.state])]).toEqual([2, 1, [[gone, 'boarded'], [exitId, 'noShow']]])
  expect((await worker.refused(api.moveSeat, { seatId: left.passengers[1]?.seatId ?? '', toTransportId: left.others[0]?.transportId ?? '' })).code).toBe('exits.alreadyBoarded')
  expect(await worker.call(api.undoHandOver, { transportId })).toMatchObject({ taken: 1 })
})

test('whoever the health centre is looking into is let on no bus and given no seat, however cool the forehead is by now', async () => {
  const { c, worker, w } = await world()
  const { seatId, exitId } = await seated(w)
  const fever = (personId: string) => c.tx('communityWorker', (ctx) => openLead(ctx, { kind: 'fever', personId, areaId: c.community.id, areaPath: c.community.path, summary: { temperature: 38.2, symptoms: [] }, dueMinutes: 120 }))
  await fever((await worker.call(api.getExit, { exitId })).personId)
  expect(await worker.call(api.boardPassenger, { seatId, temperature: 36.8 })).toEqual({ state: 'turnedAway', why: 'lead' })
  await fever((await certified(w)).personId)
  expect((await worker.refused(api.assignSeats, {})).code).toBe('exits.noOneFits')
})

test('a lead that another office raised, of which nobody here sees anything, lets nobody on a bus nor to a certificate either, and it is said whose it is', async () => {
  const { worker, doctor, w } = await world()
  const elsewhere = await aCommunity()
  const raise = (personId: string) => elsewhere.tx('communityWorker', (ctx) => openLead(ctx, { kind: 'fever', personId, areaId: elsewhere.community.id, areaPath: elsewhere.community.path, summary: { temperature: 38.2, symptoms: [] }, dueMinutes: 120 }))
  const { seatId, exitId } = await seated(w)
  await raise((await worker.call(api.getExit, { exitId })).personId)
  expect(await worker.call(api.boardPassenger, { seatId, temperature: 36.8 })).toEqual({ state: 'turnedAway', why: 'leadBeyond' })
  const asked = await anExit(w)
  await raise(asked.personId)
  expect(await doctor.refused(api.certifyExit, { exitId: asked.exitId })).toMatchObject({ code: 'exits.notHealthy', params: { finding: 'noLeadBeyond' } })
  expect((await doctor.call(leadsApi.leadsAbout, { personId: asked.personId })).items).toEqual([])
})

test('a bus with people in it stays in Today until it is handed over, also on the days after; an empty one does not', async () => {
  const { worker, w } = await world()
  const { transportId, seatId } = await seated(w)
  await worker.call(api.createTransport, { ...aBus(), plate: '云H00009' })
  clock.set('2020-02-27T07:50:00+08:00')
  await worker.call(api.boardPassenger, { seatId, temperature: 36.4 })
  clock.set('2020-02-28T08:30:00+08:00')
  const due = async () => (await worker.call(todayApi.today, { kind: 'departure' })).groups.flatMap((group) => group.items.map((one) => one.id))
  expect(await due()).toEqual([`departure:${transportId}`])
  await worker.call(api.handOver, { transportId, receiverName: '王站长' })
  expect(await due()).toEqual([])
})

test('a hand-over taken back says so where it stood that somebody had left', async () => {
  const { worker, w } = await world()
  const { transportId, exitId } = await departed(w)
  await worker.call(api.undoHandOver, { transportId })
  expect((await worker.call(api.getExit, { exitId })).events[0]?.kind).toBe('handOverUndone')
  await worker.call(api.handOver, { transportId, receiverName: '王站长' })
  clock.forward(24 * 60)
  expect((await worker.refused(api.undoHandOver, { transportId })).code, 'the next day, in words of its own').toBe('exits.handedBefore')
})

test('a bus that is handed over the next day left when it really left, as planned where nobody says otherwise, and never later than now', async () => {
  const { worker, w } = await world()
  const { transportId, seatId, exitId } = await seated(w)
  clock.set('2020-02-27T07:50:00+08:00')
  await worker.call(api.boardPassenger, { seatId, temperature: 36.4 })
  clock.set('2020-02-28T08:30:00+08:00')
  const handOver = (leftAt?: string) => worker.call(api.handOver, { transportId, receiverName: '王站长', ...(leftAt ? { leftAt } : {}) })
  await expect(handOver('2020-02-28T09:00:00+08:00')).rejects.toMatchObject({ code: 'exits.leavesLater' })
  expect(await handOver()).toMatchObject({ leftAt: '2020-02-27T00:00:00.000Z', handedAt: '2020-02-28T00:30:00.000Z' })
  expect(await worker.call(api.undoHandOver, { transportId })).toMatchObject({ leftAt: null, boarded: 1 })
  await handOver('2020-02-27T08:20:00+08:00')
  const { events } = await worker.call(api.getExit, { exitId })
  expect(events.find((one) => one.kind === 'departed' && one.at === '2020-02-27T00:20:00.000Z')).toBeDefined()
  expect(await worker.call(api.comeBack, { exitId, temperature: 36.5 })).toMatchObject({ trips: [{ outAt: '2020-02-27T00:20:00.000Z' }] })
})

test('a withdrawal or refusal taken back gives the seat back, also in a bus of the office above; where somebody else has it by now the request waits for another and says so', async () => {
  const { worker, officer, w } = await world()
  const { exitId } = await certified(w)
  const { transportId } = await officer.call(api.createTransport, aBus(1))
  await officer.call(api.assignSeats, {})
  await worker.call(api.withdrawExit, { exitId })
  expect((await officer.call(api.getTransport, { transportId })).taken).toBe(0)
  expect(await worker.call(api.reviveExit, { exitId })).toMatchObject({ state: 'allowed', plate: '云H12345', seatNo: 1, missing: [] })
  clock.forward(5)
  await worker.call(api.refuseExit, { exitId, reason: '厂里停工' })
  expect(await worker.call(api.reopenExit, { exitId })).toMatchObject({ state: 'allowed', seatNo: 1 })
  await worker.call(api.withdrawExit, { exitId })
  const { exitId: other } = await certified(w)
  await officer.call(api.assignSeats, {})
  const again = await worker.call(api.reviveExit, { exitId })
  expect([again.state, again.missing, again.events[0]?.kind, (await worker.call(api.getExit, { exitId: other })).seatNo]).toEqual(['allowed', ['seat'], 'seatGone', 1])
})

test('who had given the seat up before withdrawing is not put there again', async () => {
  const { worker, w } = await world()
  const { seatId, exitId } = await seated(w)
  await worker.call(api.releaseSeats, { seatIds: [seatId] })
  clock.forward(5)
  await worker.call(api.withdrawExit, { exitId })
  expect(await worker.call(api.reviveExit, { exitId })).toMatchObject({ seatNo: null, missing: ['seat'], events: [{ kind: 'reopened' }, {}, {}, {}, {}, {}] })
})

test.skipIf(inject('postgresUrl') === '')('a withdrawal and a boarding of the same moment do not cross: the second waits, and is refused', async () => {
  const { c, worker, w } = await world()
  const { db } = await testApp()
  const untilOneWaits = async (): Promise<void> => ((await db.pool.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows.length > 0 ? undefined : untilOneWaits())
  const signal = () => { let give = () => {}; const given = new Promise<void>((done) => { give = done }); return { give, given } }
  type Act = (ctx: Ctx) => Promise<unknown>
  /** The first stops before that statement, until the second has come as far as it can. */
  const atOnce = async (first: Act, before: string, second: Act) => {
    const [begun, end] = [signal(), signal()]
    const one = c.tx('communityWorker', (ctx) => first({ ...ctx, sql: { ...ctx.sql, run: async (statement) => {
      if (statement.text.includes(before)) { begun.give(); await end.given }
      return ctx.sql.run(statement)
    } } }))
    await begun.given
    const two = c.tx('communityWorker', second).then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.spec.code : error))
    await untilOneWaits()
    end.give()
    await one
    return two
  }
  const board = (seatId: string): Act => (ctx) => Promise.resolve(exitsService.boardPassenger(ctx, { seatId, temperature: 36.4 }))
  const withdraw = (exitId: string): Act => (ctx) => Promise.resolve(exitsService.withdrawExit(ctx, { exitId }))
  const [first, second] = [await seated(w), await seated(w)]
  expect(await atOnce(board(first.seatId), 'insert into exit_check', withdraw(first.exitId))).toBe('exits.alreadyBoarded')
  expect((await worker.call(api.getTransport, { transportId: first.transportId })).boarded).toBe(1)
  expect(await atOnce(withdraw(second.exitId), 'update transport_seat', board(second.seatId))).toBe('exits.alreadyBoarded')
  expect((await worker.call(api.getExit, { exitId: second.exitId })).state).toBe('withdrawn')
})
