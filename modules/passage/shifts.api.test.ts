import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { clockOf } from '../../kernel/dates.ts'
import { aGate, atAGate } from '../../testing/examples/passage.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { passageApi as api, type Shift } from './contract.ts'
import { gatesEmpty } from './service.ts'

const at = (time: string) => clock.set(`2020-02-26T${time}:00+08:00`)
async function world() {
  at('08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const gate = await aGate({ c, caller: worker }, { name: '东门' })
  const { gateId } = gate
  const now = async () => {
    const { onPost, emptySince } = await worker.call(api.getGate, { gateId })
    return { onPost: onPost !== null, emptySince }
  }
  return { c, worker, gate, gateId, now, keepers: [await c.as('gatekeeper'), await c.as('gatekeeper')] as const }
}

test('of two at one post each hands over for themselves; it is empty when the last has gone, and whoever went comes again', async () => {
  const { worker, gateId, now, keepers: [first, second] } = await world()
  await first.call(api.signOn, { gateId })
  at('08:05')
  await second.call(api.signOn, { gateId })
  at('14:00')
  await first.call(api.handOver, { gateId, items: [{ item: '测温枪', count: 2 }], remarks: '北门锁坏了', abnormal: true })
  expect(await first.refused(api.undoSignOn, { gateId })).toMatchObject({ code: 'passage.notSignedOn' })
  at('14:30')
  expect(await now()).toEqual({ onPost: true, emptySince: null })
  for (const time of ['15:00', '16:00']) {
    at(time)
    await second.call(api.handOver, { gateId, items: [{ item: '口罩', count: 40 }] })
  }
  const signed = async () => (await worker.call(api.getGate, { gateId })).shifts.find((one) => one.signedOnAt !== null)
  const shift = await signed()
  expect(shift?.handOvers, 'said again it replaces one’s own').toMatchObject([{ at: '2020-02-26T06:00:00.000Z', items: [{ item: '测温枪' }], remarks: '北门锁坏了', abnormal: true }, { at: '2020-02-26T08:00:00.000Z', items: [{ item: '口罩' }], abnormal: false }])
  at('16:20')
  expect([await now(), (await signed())?.state]).toEqual([{ onPost: false, emptySince: '2020-02-26T08:00:00.000Z' }, 'done'])
  expect(await first.call(api.signOn, { gateId })).toMatchObject({ state: 'onPost' })
  expect([await now(), (await first.call(api.myGates, {})).items[0]?.onPost]).toEqual([{ onPost: true, emptySince: null }, true])
  await first.call(api.handOver, { gateId })
  expect((await signed())?.handOvers).toHaveLength(3)
})

test('a shift that ends while somebody has not handed over says so, until that hand-over arrives', async () => {
  const { worker, gateId, keepers: [first, second] } = await world()
  for (const one of [first, second]) await one.call(api.signOn, { gateId })
  at('19:55')
  await first.call(api.handOver, { gateId })
  const state = async () => (await worker.call(api.listShifts, { gateId, from: '2020-02-26', days: 1 })).items[0]?.state
  expect(await state()).toBe('onPost')
  at('20:30')
  expect(await state()).toBe('notHandedOver')
  await second.call(api.handOver, { gateId, at: '2020-02-26T20:02:00+08:00' })
  expect(await state()).toBe('done')
})

const hours = (shifts: readonly Shift[]) => shifts.map((s) => [clockOf(s.startsAt), clockOf(s.endsAt), s.signedOnAt !== null])

test('other shift times while somebody is on duty: they stay until the first new shift, the rest follows from there, and no gate stands twice', async () => {
  const { worker, gate, gateId, keepers: [first, second] } = await world()
  await first.call(api.signOn, { gateId })
  at('15:00')
  const fields = { gateId, name: gate.name, kind: gate.kind }
  await worker.call(api.editGate, { ...fields, shiftStarts: ['06:00', '14:00', '22:00'] })
  const today = async () => hours((await worker.call(api.listShifts, { gateId, from: '2020-02-26', days: 1 })).items)
  expect(await today()).toEqual([['08:00', '22:00', true], ['22:00', '06:00', false]])
  expect((await worker.call(api.listGates, {})).items).toMatchObject([{ gateId, emptySince: null, onPost: expect.any(String) }])
  expect(await worker.call(api.gateCounts, {})).toMatchObject({ all: 1, empty: 0 })
  await first.call(api.signOn, { gateId })
  expect(await today(), 'signed on again is once').toEqual([['08:00', '22:00', true], ['22:00', '06:00', false]])
  at('15:30')
  await worker.call(api.editGate, { ...fields, shiftStarts: ['08:00', '20:00'] })
  expect(await today(), 'and fewer shifts leave no night without one').toEqual([['08:00', '20:00', true], ['20:00', '08:00', false]])
  at('22:30')
  expect((await worker.call(api.listGates, { tab: 'empty' })).items).toMatchObject([{ gateId, emptySince: '2020-02-26T12:00:00.000Z' }])
  expect(await second.call(api.signOn, { gateId })).toMatchObject({ on: '2020-02-26', startsAt: '2020-02-26T12:00:00.000Z', state: 'onPost' })
})

test('a keeper whose account is closed is not copied into the next week, and no gate is set up that never opens', async () => {
  const { c, worker, gate, gateId, keepers: [first, second] } = await world()
  for (const [slot, { accountId }] of [first, second].entries()) await worker.call(api.setShift, { gateId, on: '2020-02-26', slot, keeperId: accountId })
  await c.tx('system', ({ sql: q }) => q.run(sql`update account set state = 'closed' where id = ${first.accountId}`))
  expect((await worker.call(api.copyShifts, { gateId, to: '2020-03-02' })).filled).toBe(1)
  const { items } = await worker.call(api.listShifts, { gateId, from: '2020-03-04', days: 1 })
  expect(items.map((s) => s.keeperId)).toEqual([null, second.accountId])
  expect((await worker.refused(api.editGate, { gateId, name: gate.name, kind: gate.kind, opensAt: '08:00', closesAt: '08:00' })).code).toBe('passage.neverOpen')
})

test('nobody signed on fifteen minutes after the shift began: the post is empty until somebody stands there', async () => {
  const { c, worker, keeper, gateId } = await atAGate()
  const empty = () => c.tx('communityWorker', (ctx) => gatesEmpty(ctx, { above: false, limit: 10 }))
  expect((await empty()).total, 'the shift of 08:00').toBe(1)
  expect((await worker.call(api.listGates, { tab: 'empty' })).items).toMatchObject([{ gateId, emptySince: '2020-02-26T00:00:00.000Z' }])
  const shift = await keeper.call(api.signOn, { gateId })
  expect(shift).toMatchObject({ state: 'onPost', signedOnAt: clock.now })
  expect((await empty()).total).toBe(0)
  const handed = await keeper.call(api.handOver, { gateId, items: [{ item: '测温枪', count: 2, sound: true }], remarks: '北门锁坏了', abnormal: true })
  expect(handed).toMatchObject({ state: 'done', handOvers: [{ abnormal: true, items: [{ item: '测温枪', count: 2 }] }] })
  expect((await keeper.refused(api.undoSignOn, { gateId })).code).toBe('passage.notSignedOn')
})

test('a sign-on that a phone without signal delivers hours late fills the post from its own time, beside whoever was sent meanwhile', async () => {
  const { c, worker, keeper, gateId } = await atAGate()
  const empty = async () => (await c.tx('communityWorker', (ctx) => gatesEmpty(ctx, { above: false, limit: 10 }))).total
  expect(await empty()).toBe(1)
  const sentThere = await c.as('gatekeeper')
  await sentThere.call(api.signOn, { gateId })
  clock.forward(60)
  const late = await keeper.call(api.signOn, { gateId, at: '2020-02-26T08:03:00+08:00', items: [{ item: '测温枪', count: 1 }], remarks: '少一把' })
  expect(late, 'of the shift of 08:00, not of the next').toMatchObject({ slot: 0, signedOnAt: '2020-02-26T00:03:00.000Z', state: 'onPost', takenItems: [{ item: '测温枪', count: 1, sound: true }], takenRemarks: '少一把' })
  expect(late.also, 'both stay').toMatchObject([{ at: '2020-02-26T06:00:00.000Z' }])
  const gate = async (who: typeof keeper) => (await who.call(api.myGates, {})).items.find((one) => one.gateId === gateId)
  expect([(await gate(keeper))?.onPost, (await gate(sentThere))?.onPost]).toEqual([true, true])
  await keeper.call(api.handOver, { gateId, items: [{ item: '测温枪', count: 1 }] })
  expect([(await gate(keeper))?.onPost, (await gate(sentThere))?.onPost], 'handed over, the other stays').toEqual([false, true])
  expect(await worker.call(api.gatePost, { gateId })).toMatchObject({ manned: true, shifts: [{ slot: 0 }, { slot: 1 }], handed: { items: [{ item: '测温枪', count: 1 }], abnormal: false } })
})

test('a post left to nobody is empty again after the same minutes; whoever comes early signs on for the next shift', async () => {
  const { c, worker, keeper, gateId } = await atAGate()
  const empty = async () => (await c.tx('communityWorker', (ctx) => gatesEmpty(ctx, { above: false, limit: 10 }))).items
  await keeper.call(api.signOn, { gateId })
  await keeper.call(api.handOver, { gateId })
  expect(await empty()).toEqual([])
  clock.forward(20)
  expect(await empty()).toMatchObject([{ gateId, onPost: null, emptySince: '2020-02-26T06:00:00.000Z' }])
  const relief = await c.as('gatekeeper')
  expect(await relief.call(api.signOn, { gateId }), 'six hours before the night').toMatchObject({ slot: 0, state: 'onPost' })
  expect([await empty(), (await worker.call(api.getGate, { gateId })).onPost]).toEqual([[], expect.any(String)])
  clock.set('2020-02-26T19:30:00+08:00')
  const night = await c.as('gatekeeper')
  expect(await night.call(api.signOn, { gateId })).toMatchObject({ slot: 1 })
  expect((await relief.call(api.handOver, { gateId })).slot).toBe(0)
  clock.set('2020-02-26T19:50:00+08:00')
  expect(await empty(), 'the night has taken over already').toEqual([])
  await night.call(api.undoSignOn, { gateId })
  expect(await empty()).toMatchObject([{ gateId }])
})

test('last week is copied in one press where nobody is named yet, and the press is undone', async () => {
  const { worker, keeper, gateId } = await atAGate()
  await worker.call(api.setShift, { gateId, on: '2020-02-26', slot: 0, keeperId: keeper.accountId, leaderName: '陈建国' })
  await worker.call(api.setShift, { gateId, on: '2020-02-26', slot: 1, keeperName: '周建国' })
  await worker.call(api.setShift, { gateId, on: '2020-03-04', slot: 1, keeperName: '吴秀英' })
  const copied = await worker.call(api.copyShifts, { gateId, to: '2020-03-02' })
  expect(copied).toMatchObject({ filled: 1, kept: 1 })
  const shifts = async () => (await worker.call(api.listShifts, { gateId, from: '2020-03-04', days: 1 })).items.map((s) => [s.keeperId === keeper.accountId, s.keeperName, s.leaderName, s.state])
  expect(await shifts()).toEqual([[true, expect.any(String), '陈建国', 'ahead'], [false, '吴秀英', null, 'ahead']])
  expect(await worker.call(api.undoCopyShifts, { copyId: copied.copyId })).toEqual({ emptied: 1 })
  expect((await shifts())[0]?.[3]).toBe('unfilled')
  expect((await worker.refused(api.copyShifts, { gateId, to: '2020-01-06' })).code).toBe('passage.nothingToCopy')
})
