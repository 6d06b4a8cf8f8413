import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { aGate, aRecord, watchAll } from '../../testing/examples/passage.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aHouseholdPass, aVehiclePass } from '../../testing/examples/passes.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { door, register } from '../../testing/people.ts'
import { aCommunity, clock, todayInTest } from '../../testing/world.ts'
import type { Runner } from '../../kernel/ctx.ts'
import { knownOf } from '../../kernel/marks.ts'
import { certificateUrl } from '../documents/service.ts'
import { exitsApi } from '../exits/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { leadsApi } from '../leads/contract.ts'
import { passesApi } from '../passes/contract.ts'
import { codesFor } from '../passes/service/keys.ts'
import { getPass } from '../passes/store.ts'
import { passageApi as api } from './contract.ts'
import { plainRules } from './data/plain.ts'
import { decidePassage, factsOf, gateAt, homesOf, mergedGate, type PassageDraft } from './rules.ts'
import { stepsToWatch, watchFor } from './service.ts'
import { gatesEmpty, heldAtGates, takePassages } from './service.ts'

async function world(order?: Parameters<typeof policyInForceHere>[1]) {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const [worker, keeper] = [await c.as('communityWorker'), await c.as('gatekeeper')]
  const w = { c, caller: worker }
  await policyInForceHere(w, order)
  const gate = await aGate(w, { name: '东门' })
  const { personId, householdId } = await register(worker, c)
  return { c, w, worker, keeper, gate, gateId: gate.gateId, personId, householdId }
}
const own = (householdId: string, more: object = {}) => ({ subject: 'household', householdId, name: undefined, told: undefined, ...more }) as const

test('a household goes out once in two days; the second time is turned back with the hour it may again, an emergency is not', async () => {
  const { keeper, gateId, householdId } = await world()
  const first = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  expect(first).toMatchObject({ outcome: 'allow', reason: { code: 'quotaFree' }, who: '李**', address: '锦绣小区3幢2单元501', orderNo: expect.any(String) })
  clock.forward(60)
  const second = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  expect(second).toMatchObject({ outcome: 'refuse', step: 'quota', reason: { code: 'quotaUsed', params: { next: '2020-02-28T06:00:00.000Z' } } })
  expect(await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { emergency: 'birth', temperature: undefined })))).toMatchObject({ outcome: 'allow', step: 'emergency' })
  expect((await keeper.call(api.takeBackPassage, { eventId: first.eventId })).takenBackAt).not.toBeNull()
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).outcome, 'the slip used up no turn').toBe('allow')
})

test('two of a household that may go together use up two turns, whether it is read at once or from before', async () => {
  const { keeper, gateId, householdId } = await world({ passage: { ...plainRules, grades: { ...plainRules.grades, open: { ...plainRules.grades.open, leave: 'quota' } }, quota: { persons: 2, days: 2, counting: 'hours' } } })
  const along = (kind: 'adult' | 'child') => ({ companions: [{ kind, temperature: 36.3 }] })
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, along('child'))))
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, along('adult'))))).reason.code).toBe('quotaUsed')
  clock.forward(50 * 60)
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, along('adult'))))
  const went = clock.now
  clock.forward(60)
  expect((await keeper.call(api.gateData, { gateId })).moving[0]?.exits.filter((at) => at === went)).toHaveLength(2)
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).reason.code).toBe('quotaUsed')
})

test('whoever is let out against the verdict has had the household’s turn all the same', async () => {
  const { keeper, gateId, householdId } = await world()
  expect(await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { temperature: undefined, happened: 'allow' })))).toMatchObject({ outcome: 'allow', reason: { code: 'measureFirst' } })
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).reason.code).toBe('quotaUsed')
})

test('a batch keeps what can be read, returns what cannot, adds nothing when it is sent again, and decides its rows one after the other', async () => {
  const { c, keeper, worker, gateId, householdId } = await world()
  const at = (minutes: number) => new Date(Date.parse(clock.now) - minutes * 60_000).toISOString()
  const phone = { outcome: 'allow', step: 'done', reason: { code: 'free', params: {} }, policy: null } as const
  const items = [
    aRecord(gateId, own(householdId, { at: at(300), decision: phone })), aRecord(gateId, own(householdId, { at: at(20), decision: phone, happened: 'allow' })), { gateId, at: 'gestern' },
    aRecord(uuidv7()), aRecord(gateId, { at: new Date(Date.parse(clock.now) + 86_400_000).toISOString(), direction: 'in', subject: 'visitor', visitorConfirmed: true }),
  ]
  const sent = await keeper.call(api.recordPassages, { items })
  expect(sent.items.map((i) => [i.state, i.problem, i.differs, i.decision?.reason.code])).toEqual([
    ['kept', null, true, 'quotaFree'], ['kept', null, true, 'quotaUsed'], ['returned', 'malformed', false, undefined], ['returned', 'noSuchGate', false, undefined], ['kept', null, false, 'visitorConfirmed'],
  ])
  expect((await keeper.call(api.recordPassages, { items })).items.map((i) => i.state)).toEqual(['already', 'already', 'returned', 'returned', 'already'])
  const { items: kept } = await worker.call(api.listPassages, {})
  expect(kept.map((p) => [p.outcome, p.serverOutcome, p.clockSaid !== null])).toEqual([['allow', null, true], ['allow', 'refuse', false], ['allow', 'allow', false]])
  expect(kept[2]).toMatchObject({ at: at(300), who: '李桂兰', receivedAt: clock.now })
  expect(await worker.call(api.passageCounts, {})).toMatchObject({ all: 3, allowed: 3, differs: 2, late: 2 })
  const sums = await c.tx('system', ({ sql: q }) => q.get(sql`
    select (select sum(ins) from passage_hours where gate_id = ${gateId})::int as ins, (select sum(outs) from passage_hours where gate_id = ${gateId})::int as outs,
      (select sum(persons) from passage_event where gate_id = ${gateId} and outcome = 'allow' and direction = 'in' and taken_back_at is null)::int as "insOfRows",
      (select sum(persons) from passage_event where gate_id = ${gateId} and outcome = 'allow' and direction = 'out' and taken_back_at is null)::int as "outsOfRows"`))
  expect(sums).toEqual({ ins: 1, outs: 2, insOfRows: 1, outsOfRows: 2 })
  expect(await worker.call(api.passageFlow, {})).toMatchObject({ in: 1, out: 2, outNow: 2, visitorsInside: 1 })
  expect((await worker.call(api.listPresent, {})).items).toMatchObject([{ householdId, who: '李桂兰', late: false }])
  // The day the fast clock had said: what it said is now a time like any other.
  clock.forward(25 * 60)
  expect((await keeper.call(api.recordPassages, { items })).items.map((i) => i.state)).toEqual(['already', 'already', 'returned', 'returned', 'already'])
})

test('a record without a time it can be known by, sent again before the first is on the disk, waits for it and adds nothing', async () => {
  const { c, worker, gateId } = await world()
  const fast = aRecord(gateId, { at: new Date(Date.parse(clock.now) + 86_400_000).toISOString() })
  let end = () => {}
  const ended = new Promise<void>((done) => { end = done })
  let begun = () => {}
  const first = new Promise<void>((done) => { begun = done })
  const send = (wait?: Promise<void>) => c.tx('system', async (ctx) => {
    const [taken] = await takePassages(ctx, [fast])
    begun()
    await wait
    return taken?.state
  })
  const one = send(ended)
  await first
  clock.forward(1)
  const other = send()
  setTimeout(end, 200)
  expect(await Promise.all([one, other])).toEqual(['kept', 'already'])
  expect((await worker.call(api.passageCounts, {})).all).toBe(1)
})

test('the months of the passages have partitions of their own, what came before them moves in, and slips leave the counts', async () => {
  const { c, keeper, worker, gateId, householdId } = await world()
  const { eventId } = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { companions: [{ kind: 'child', temperature: 36.4 }] })))
  await c.tx('system', ({ sql: q }) => q.run(sql`select passage_month('2020-02-10')`))
  expect(await c.tx('system', ({ sql: q }) => q.get(sql`select tableoid::regclass::text as part from passage_event where id = ${eventId}`))).toEqual({ part: 'passage_part.m202002' })
  expect(await worker.call(api.passageFlow, { gateId })).toMatchObject({ out: 2 })
  await keeper.call(api.takeBackPassage, { eventId })
  expect(await worker.call(api.passageFlow, { gateId })).toMatchObject({ out: 0 })
  await expect(c.tx('communityWorker', ({ sql: q }) => q.run(sql`select * from passage_part.m202002`))).rejects.toThrow(/permission/)
})

test('a quarantined household is turned back; a keeper who lets it through all the same raises a lead, once', async () => {
  const { c, keeper, gateId, ...rest } = await world()
  const { householdId, personId } = await somebodyManaged(rest.w)
  const refused = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  expect(refused).toMatchObject({ outcome: 'refuse', step: 'managed', reason: { code: 'quarantine', params: { measure: 'homeQuarantine' } } })
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { happened: 'allow' })))
  for (const _ of [1, 2]) await watchAll(c)
  const { items: [found, ...others] } = await rest.worker.call(api.listPatterns, {})
  expect(others).toEqual([])
  expect(found).toMatchObject({ kind: 'quarantinePassed', householdId, params: { gate: '东门', day: expect.any(Number) } })
  expect((await rest.worker.call(leadsApi.listLeads, {})).items).toMatchObject([{ leadId: found?.leadId, personId, channel: 'gate' }])
})

test('one pass at two gates within minutes and in twice are said with their rows', async () => {
  const { c, w, keeper, worker, gateId } = await world()
  const north = await aGate(w, { name: '北门' })
  const car = { subject: 'vehicle', plate: '云H12345', vehiclePass: 'valid', direction: 'in' } as const
  await keeper.call(api.recordPassage, aRecord(gateId, car))
  clock.forward(4)
  await keeper.call(api.recordPassage, aRecord(north.gateId, car))
  clock.forward(240)
  await keeper.call(api.recordPassage, aRecord(north.gateId, car))
  await watchAll(c)
  const { items } = await worker.call(api.listPatterns, {})
  expect(items.map((p) => [p.kind, p.params['minutes'], p.eventIds.length])).toEqual([['twiceIn', undefined, 2], ['twoGates', 4, 2]])
})

test('two gates without signal that each let one out are found by their own times, though the earlier exit arrives last', async () => {
  const { c, w, keeper, worker, gateId, householdId } = await world()
  const north = await aGate(w, { name: '北门' })
  const [early, late] = ['2020-02-26T08:00:00.000+08:00', '2020-02-26T09:00:00.000+08:00']
  const leave = (at: string, by: string, more: object = {}) => keeper.call(api.recordPassage, aRecord(by, own(householdId, { at, ...more })))
  const second = await leave(late, north.gateId)
  await leave('2020-02-26T09:30:00.000+08:00', gateId, { emergency: 'birth' })
  await watchAll(c)
  expect((await worker.call(api.listPatterns, {})).items).toEqual([])
  clock.forward(30)
  const first = await leave(early, gateId)
  expect([first, second].map((p) => [p.outcome, p.reason.code])).toEqual([['allow', 'quotaFree'], ['allow', 'quotaFree']])
  for (const _ of [1, 2]) await watchAll(c)
  const { items } = await worker.call(api.listPatterns, {})
  expect(items).toMatchObject([{ kind: 'quotaBroken', gateName: '北门', householdId, subject: 'household', params: { clock: '09:00', gate: '北门', persons: 1, days: 2 }, eventIds: [first.eventId, second.eventId] }])
  // Let through against the answer.
  await leave('2020-02-26T14:20:00.000+08:00', gateId, { happened: 'allow' })
  await watchAll(c)
  expect((await worker.call(api.listPatterns, {})).items.map((p) => [p.kind, p.params['clock']])).toEqual([['quotaBroken', '14:20'], ['quotaBroken', '09:00']])
})

test('a pass that was stopped before it was shown to a phone without signal is found when the passage arrives', async () => {
  const { c, w, keeper, worker, gateId } = await world()
  const { passId, number: passNo, householdId } = await aHouseholdPass(w)
  const before = clock.now
  clock.forward(60)
  const since = clock.now
  await worker.call(passesApi.revokePass, { passId, reason: '冒用' })
  clock.forward(60)
  const show = (more: object) => keeper.call(api.recordPassage, aRecord(gateId, own(householdId ?? '', { passNo, passState: 'valid', purpose: 'work', ...more })))
  const { eventId } = await show({})
  await show({ direction: 'in' })
  await show({ at: before })
  await watchAll(c)
  const { items } = await worker.call(api.listPatterns, {})
  expect(items).toMatchObject([{ kind: 'stoppedPass', passNo, householdId, params: { gate: '东门', clock: '16:00', passState: 'revoked', since }, eventIds: [eventId] }])
})

test('what a thousand passages bring at once is looked at in steps between which nothing falls, and neither does what came to be there only after it was looked for', async () => {
  const { c, w, keeper, worker, gateId, householdId } = await world()
  const north = await aGate(w, { name: '北门' })
  const inBy = (at: string, plate: string, more: object = {}) => keeper.call(api.recordPassage, aRecord(at, { subject: 'vehicle', plate, vehiclePass: 'valid', direction: 'in', ...more }))
  const both = async () => (await worker.call(api.listPatterns, {})).items.filter((p) => p.kind === 'twoGates').map((p) => p.plate)
  // At its own gate the car is the household's, at the other one a plate that nobody knows.
  await worker.call(peopleApi.registerVehicle, { householdId, kind: 'small', plate: '云H20001' })
  await inBy(gateId, '云H20001', { householdId })
  await watchAll(c)
  for (const _ of [1, 2]) {
    clock.forward(1)
    await keeper.call(api.recordPassages, { items: Array.from({ length: 500 }, (_, i) => aRecord(gateId, { told: `${i}号`, direction: 'in' })) })
  }
  clock.forward(1)
  await inBy(north.gateId, '云H20001')
  const runner = { tx: (work: Parameters<typeof c.tx>[1]) => c.tx('system', work) } as Runner
  const queued = async () => (await c.tx('system', ({ sql: q }) => q.get<{ n: number }>(sql`select count(*)::int as n from job where name = 'passage.watch'`))).n
  const before = await queued()
  expect((await c.tx('system', stepsToWatch)).length).toBeGreaterThan(1)
  await watchFor(runner, 0)
  expect(await queued() - before, 'its turn is over after the first step, the rest is queued').toBe(1)
  await watchFor(runner, 60_000)
  expect([await both(), await queued() - before]).toEqual([['云H20001'], 1])
  clock.forward(3)
  await watchAll(c)
  for (const at of [gateId, north.gateId]) await inBy(at, '云H20002')
  await c.tx('system', ({ sql: q }) => q.run(sql`update passage_event set received_at = received_at - interval '30 seconds' where plate = '云H20002'`))
  await watchAll(c)
  expect(await both()).toEqual(['云H20002', '云H20001'])
})

test('a fever at the gate waits for somebody, is a lead of the health centre, and is settled', async () => {
  const { c, keeper, worker, gateId, householdId, personId } = await world()
  const held = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { personId, temperature: 38.4 })))
  expect(held).toMatchObject({ outcome: 'refer', reason: { code: 'fever' } })
  expect((await worker.call(leadsApi.listLeads, {})).items).toMatchObject([{ kind: 'fever', personId, channel: 'gate', summary: { temperature: 38.4 } }])
  expect((await c.tx('communityWorker', (ctx) => heldAtGates(ctx, 10))).total).toBe(1)
  await worker.call(api.settlePassage, { eventId: held.eventId, note: '卫生院已接走' })
  expect((await c.tx('communityWorker', (ctx) => heldAtGates(ctx, 10))).total).toBe(0)
  expect((await worker.refused(api.settlePassage, { eventId: held.eventId, note: '再来一次' })).code).toBe('passage.settledAlready')
})

test('a mistyped fever taken back stays with the health centre, which is told so; whoever took it back is told as well', async () => {
  const { keeper, worker, gateId, householdId, personId } = await world()
  const slip = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { personId, temperature: 38.4 })))
  expect(await keeper.call(api.takeBackPassage, { eventId: slip.eventId })).toMatchObject({ takenBackAt: clock.now, leadStays: true })
  const [lead] = (await worker.call(leadsApi.listLeads, {})).items
  const { events } = await worker.call(leadsApi.getLead, { leadId: lead?.leadId ?? '' })
  expect(events.filter(({ kind }) => kind.endsWith('slip'))).toMatchObject([{ params: { time: '14:00' }, channel: 'gate' }])
  const other = await keeper.call(api.recordPassage, aRecord(gateId))
  expect((await keeper.call(api.takeBackPassage, { eventId: other.eventId })).leadStays).toBe(false)
})

test('nobody signed on fifteen minutes after the shift began: the post is empty until somebody stands there', async () => {
  const { c, worker, keeper, gateId } = await world()
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
  const { c, worker, keeper, gateId } = await world()
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
  const { c, worker, keeper, gateId } = await world()
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
  const { worker, keeper, gateId } = await world()
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

test('a gate closed by order says so, and names the entrance that is open', async () => {
  const { w, worker, keeper, gateId, householdId } = await world()
  await aGate(w, { name: '北门' })
  await worker.call(api.closeGate, { gateId, orderNo: '指挥部通告第9号' })
  expect(await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).toMatchObject({ outcome: 'refuse', reason: { code: 'gateClosed', params: { orderNo: '指挥部通告第9号', elsewhere: '北门' } } })
  expect((await worker.refused(api.closeGate, { gateId, orderNo: '第10号' })).code).toBe('passage.notInState')
  expect((await worker.refused(api.createGate, { areaId: w.c.compounds[0]?.id ?? '', name: '北门', kind: 'compound' })).code).toBe('passage.nameTaken')
})

test('a keeper finds the household by room, name, initials or plate, masked, and a scanned pass is proven first', async () => {
  const { c, w, worker, keeper, gateId } = await world()
  const [pass, truck] = [await aHouseholdPass(w), await aVehiclePass(w)]
  const find = (q: string) => keeper.call(api.findAtGate, { gateId, q })
  for (const q of ['501', '3-2-501', '李桂兰', 'lgl']) expect((await find(q)).found[0]?.members[0]?.nameMasked, q).toBe('李**')
  const code = await c.tx('communityWorker', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, pass.passId)], 'paper')).get(pass.passId)?.text ?? '')
  expect(await find(code)).toMatchObject({ pass: { state: 'valid', no: pass.number }, found: [{ householdId: pass.householdId }] })
  expect((await find(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).pass?.state).not.toBe('valid')
  expect(await find('云A0120警')).toMatchObject({ vehicle: { special: 'police' }, found: [] })
  const carried = await keeper.call(api.gateData, { gateId })
  expect(JSON.stringify(carried)).not.toContain('李桂兰')
  expect(homesOf(mergedGate(null, carried)).passes).toEqual([{ serial: truck.serial, plate: truck.plate, special: false, householdId: null, suspended: false, until: truck.validUntil }])
  expect(carried).toMatchObject({ gate: { name: '东门' }, policy: { passage: { quota: { days: 2 } } } })
  expect((await (await c.stranger('gatekeeper')).refused(api.gateData, { gateId })).status).toBe(404)
  expect((await worker.call(api.myGates, {})).items).toMatchObject([{ gateId, rostered: false }])
})

test('hours after its data were made a phone decides by the entrance that is open then, as the server does', async () => {
  const { w, worker, keeper, gateId, householdId } = await world()
  await worker.call(api.editGate, { gateId, name: '东门', kind: 'compound', opensAt: '06:00', closesAt: '19:00' })
  const main = await aGate(w, { name: '正门', opensAt: '06:00', closesAt: '22:00' })
  clock.set('2020-02-26T18:30:00+08:00')
  const kept = mergedGate(null, await keeper.call(api.gateData, { gateId: main.gateId }))
  expect(kept.gate.elsewhere).toBe('东门')
  clock.set('2020-02-26T22:40:00+08:00')
  const record = aRecord(main.gateId, own(householdId, { direction: 'in' }))
  const decision = decidePassage(factsOf(record as PassageDraft, gateAt(kept.gate, clock.now), homesOf(kept).households.find((one) => one.householdId === householdId) ?? null), kept.policy, clock.now)
  expect(decision).toMatchObject({ outcome: 'allow', reason: { code: 'home' } })
  const { outcome, step, reason, policy } = decision
  expect((await keeper.call(api.recordPassages, { items: [{ ...record, decision: { outcome, step, reason, policy } }] })).items).toMatchObject([{ state: 'kept', differs: false }])
})

test('a search finds a door, a name, a plate that is known or told, the number of a pass and a told name, each with its own passages only', async () => {
  const { worker, keeper, gateId, householdId, c } = await world()
  const other = await register(worker, c, { ...door(c, '601'), name: '王建军' })
  await worker.call(peopleApi.registerVehicle, { householdId, plate: '云H12345' } as never)
  const say = async (more: object) => (await keeper.call(api.recordPassage, aRecord(gateId, { happened: 'allow', ...more } as never))).eventId
  const [home, car, elsewhere, stranger, visitor] = [
    await say(own(householdId)), await say({ subject: 'vehicle', householdId, plate: '云H12345', vehiclePass: 'valid', name: undefined, told: undefined }), await say(own(other.householdId)),
    await say({ subject: 'vehicle', plate: '云A98765', vehiclePass: 'valid', name: undefined, told: undefined }), await say({ name: '赵强生', told: '城东' }),
  ]
  const found = async (q: string) => new Set((await worker.call(api.listPassages, { q })).items.map((p) => p.eventId))
  expect(await found('3-2-501')).toEqual(new Set([home, car]))
  expect(await found('501')).toEqual(new Set([home, car]))
  expect(await found('王建军')).toEqual(new Set([elsewhere]))
  expect(await found('12345')).toEqual(new Set([car]))
  expect(await found('云H·12345')).toEqual(new Set([car]))
  expect(await found('云A98765')).toEqual(new Set([stranger]))
  expect(await found('赵强')).toEqual(new Set([visitor]))
  expect(await found('欧阳')).toEqual(new Set())
})

test('what a phone has of a gate it does not get again: one household that changes brings its own part, who is out comes each time', async () => {
  const { c, w, keeper, gateId, householdId } = await world()
  for (const room of ['502', '503', '504']) await register(w.caller, c, { name: '王强', room })
  const first = mergedGate(null, await keeper.call(api.gateData, { gateId }))
  expect(homesOf(first).households).toHaveLength(4)
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  const moved = await keeper.call(api.gateData, { gateId, known: knownOf(first.parts) })
  expect([moved.parts, moved.more, moved.moving.map((one) => [one.householdId, one.exits.length])]).toEqual([[], false, [[householdId, 1]]])
  await somebodyManaged(w)
  const changed = await keeper.call(api.gateData, { gateId, known: knownOf(first.parts) })
  expect(changed.parts.length, 'not all of them').toBeLessThan(changed.all.length)
  const whole = mergedGate(null, await keeper.call(api.gateData, { gateId }))
  expect(homesOf(mergedGate(first, changed)).households, 'the same by either way').toEqual(homesOf(whole).households)
})

test('a certificate is found by its code, its number or its holder; going out and coming back stand with the request, a slip is taken back there too', async () => {
  const { c, w, keeper, worker, gateId, householdId, personId } = await world()
  const doctor = await c.as('healthCentreDoctor')
  const { exitId } = await worker.call(exitsApi.applyForExit, { personId, kind: 'medical', destinationName: '州人民医院', leavesOn: todayInTest(), temperature: 36.5 })
  const { exit } = await doctor.call(exitsApi.certifyExit, { exitId })
  if (exit.state !== 'allowed') await worker.call(exitsApi.allowExit, { exitId })
  const url = await c.tx('system', (ctx) => certificateUrl(ctx, exitId)) ?? ''
  const find = (q: string) => keeper.call(api.findAtGate, { gateId, q })
  for (const q of [url, exit.certificateNo ?? '']) expect(await find(q), q).toMatchObject({ exitId, found: [{ householdId, personId }], exits: [{ kind: 'medical', missing: [], destinationName: '州人民医院' }] })
  expect((await find('501')).exits, 'of whoever lives there').toMatchObject([{ exitId }])
  expect((await keeper.call(api.gateData, { gateId })).parts.flatMap((part) => part.exits), 'carried, so that it is known without signal').toMatchObject([{ exitId, codeMark: createHash('sha256').update(url.split('/').at(-1) ?? '').digest('base64url') }])
  const state = async () => (await worker.call(exitsApi.getExit, { exitId })).state
  // A phone that did not have it yet sends what it scanned.
  const sent = await keeper.call(api.recordPassages, { items: [{ gateId, at: 'gestern', certificateCode: url }, aRecord(gateId, { certificateCode: url, temperature: 36.6, at: '2020-02-26T13:30:00+08:00' })] })
  expect(sent.items).toMatchObject([{ state: 'returned' }, { state: 'kept', decision: { outcome: 'allow', reason: { code: 'certificate' } } }])
  expect(await worker.call(exitsApi.getExit, { exitId })).toMatchObject({ state: 'out', trips: [{ outAt: '2020-02-26T05:30:00.000Z' }], readings: expect.arrayContaining([expect.objectContaining({ temperature: 36.6, occasion: 'out' })]) })
  const certificate = { number: exit.certificateNo ?? '', kind: 'medical', exitId } as const
  const back = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { subject: 'person', personId, direction: 'in', certificate, temperature: 36.7 })))
  expect(await state()).toBe('back')
  await keeper.call(api.takeBackPassage, { eventId: back.eventId })
  expect(await state()).toBe('out')
})

test('of two phones the one that saw somebody come back arrives first: the request ends as back all the same', async () => {
  const { keeper, worker, gateId, householdId, personId } = await world()
  const { exitId } = await worker.call(exitsApi.applyForExit, { personId, kind: 'localWork', destinationName: '开化街道工地', leavesOn: todayInTest(), temperature: 36.5 })
  const passed = (direction: 'in' | 'out', at: string) => aRecord(gateId, own(householdId, { subject: 'person', personId, direction, at, certificate: { number: '登记', kind: 'localWork', exitId }, temperature: 36.4 }))
  await keeper.call(api.recordPassages, { items: [passed('in', '2020-02-26T13:00:00+08:00')] })
  await keeper.call(api.recordPassages, { items: [passed('out', '2020-02-26T09:00:00+08:00')] })
  const { trips, state } = await worker.call(exitsApi.getExit, { exitId })
  expect([state, trips]).toMatchObject(['allowed', [{ outAt: '2020-02-26T01:00:00.000Z', backAt: '2020-02-26T05:00:00.000Z' }]])
})

test('a visitor let in at a gate has arrived, from the desk and from a phone, once; going home needs no pass, and a slip is taken back', async () => {
  const { c, keeper, worker, gateId, householdId } = await world()
  const visitor = async () => {
    const { passId } = await worker.call(passesApi.announceVisitor, { householdId, name: '赵来客', purpose: 'guest' })
    await worker.call(passesApi.confirmVisitor, { passId })
    return worker.call(passesApi.getPass, { passId })
  }
  const one = await visitor()
  const passed = (number: string, more: object = {}) => aRecord(gateId, { subject: 'visitor', passNo: number, passState: 'valid', visitorConfirmed: true, visitsHouseholdId: householdId, direction: 'in', ...more })
  const event = await keeper.call(api.recordPassage, passed(one.number))
  const arrivedAt = async (passId: string) => (await c.tx('system', ({ sql: q }) => getPass(q, passId))).arrivedAt
  expect(await arrivedAt(one.passId)).toBe(event.at)
  await keeper.call(api.takeBackPassage, { eventId: event.eventId })
  expect(await arrivedAt(one.passId)).toBeNull()
  const at = '2020-02-26T05:30:00.000Z'
  await keeper.call(api.recordPassages, { items: [passed(one.number, { temperature: 38.6, at }), passed(one.number, { at: '2020-02-26T14:00:00+08:00' })] })
  expect(await arrivedAt(one.passId), 'a fever was not let in').toBe('2020-02-26T06:00:00.000Z')
  expect((await keeper.call(passesApi.passStops, { since: clock.now, areaId: c.community.id })).stops, 'told to the phones, however late it came').toMatchObject([{ stop: 'used' }])
  expect((await keeper.call(api.findAtGate, { gateId, q: one.number })).pass, 'its number typed lets nobody in again').toMatchObject({ state: 'used' })
  expect(await keeper.call(api.recordPassage, passed(one.number, { passState: 'used', visitorConfirmed: false, at: clock.now }))).toMatchObject({ outcome: 'refuse', reason: { code: 'passUsed' } })
  expect(await keeper.call(api.recordPassage, passed(one.number, { direction: 'out', passState: 'revoked', visitorConfirmed: false }))).toMatchObject({ outcome: 'allow', reason: { code: 'visitorLeaves' } })
})
