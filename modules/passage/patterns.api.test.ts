import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aGate, aRecord, atAGate, own, watchAll } from '../../testing/examples/passage.ts'
import { aHouseholdPass, aVehiclePass } from '../../testing/examples/passes.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { clock } from '../../testing/world.ts'
import { codedWords } from '../../ui/timeline-words.ts'
import { formatsOf } from '../../ui/format.ts'
import '../../console/words.ts'
import { sayIn } from '../../ui/words.ts'
import type { Runner } from '../../kernel/ctx.ts'
import { clockOf } from '../../kernel/dates.ts'
import { leadsApi } from '../leads/contract.ts'
import { passesApi } from '../passes/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { todayApi } from '../today/contract.ts'
import { passageApi as api } from './contract.ts'
import { stepsToWatch, watchFor } from './service.ts'

test('a quarantined household is turned back; a keeper who lets it through all the same raises a lead, once', async () => {
  const { c, keeper, gateId, ...rest } = await atAGate()
  const { householdId, personId } = await somebodyManaged(rest.w)
  const refused = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  expect(refused).toMatchObject({ outcome: 'refuse', step: 'managed', reason: { code: 'quarantine', params: { measure: 'homeQuarantine' } } })
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { happened: 'allow' })))
  for (const _ of [1, 2]) await watchAll(c)
  const { items: [found, ...others] } = await rest.worker.call(api.listPatterns, {})
  expect(others).toEqual([])
  expect(found).toMatchObject({ kind: 'quarantinePassed', householdId, params: { gate: '锦绣小区东门', day: expect.any(Number) } })
  expect((await rest.worker.call(leadsApi.listLeads, {})).items).toMatchObject([{ leadId: found?.leadId, personId, channel: 'gate' }])
})

test('one pass at two gates within minutes and in twice are said with their rows', async () => {
  const { c, w, keeper, worker, gateId } = await atAGate()
  const north = await aGate(w, { name: '北门' })
  const car = { subject: 'vehicle', plate: '云H30001', vehiclePass: 'valid', direction: 'in' } as const
  await keeper.call(api.recordPassage, aRecord(gateId, car))
  clock.forward(4)
  await keeper.call(api.recordPassage, aRecord(north.gateId, car))
  clock.forward(240)
  await keeper.call(api.recordPassage, aRecord(north.gateId, car))
  await watchAll(c)
  const { items } = await worker.call(api.listPatterns, {})
  expect(items.map((p) => [p.kind, p.params['minutes'], p.eventIds.length])).toEqual([['twiceIn', undefined, 2], ['twoGates', 4, 2]])
})

test('who left a quarantine stands before what happened later until somebody has looked into it, and times are said as everywhere', async () => {
  const { c, w, keeper, worker, gateId } = await atAGate()
  const { householdId } = await somebodyManaged(w)
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { happened: 'allow' })))
  await watchAll(c)
  clock.forward(24 * 60)
  const north = await aGate(w, { name: '北门' })
  for (const at of [gateId, north.gateId]) { clock.forward(2); await keeper.call(api.recordPassage, aRecord(at, { subject: 'vehicle', plate: '云H30002', vehiclePass: 'valid', direction: 'in' })) }
  await watchAll(c)
  const list = async (tab: 'open' | 'settled') => (await worker.call(api.listPatterns, { tab })).items
  const [first, second] = await list('open')
  expect([first?.kind, second?.kind]).toEqual(['quarantinePassed', 'twoGates'])
  const says = (p: typeof first) => codedWords('zh', formatsOf(sayIn('zh'), clock.now), `passage.patterns.${p?.kind}`, p?.params ?? {})
  expect([says(first), says(second)]).toEqual([expect.stringMatching(/^昨天 \d\d:\d\d 从锦绣小区东门出去/), expect.stringMatching(/^同一张证 今天 \d\d:\d\d 在锦绣小区东门、今天/)])
  for (const one of [first, second]) await worker.call(api.settlePattern, { patternId: one?.patternId ?? '', note: '问过了' })
  expect((await list('settled')).map((p) => p.kind), 'by time alone').toEqual(['twoGates', 'quarantinePassed'])
})

test('of two passages of which one is taken back nothing is left to look into; who went out of quarantine still is, by the community and not by whoever stood there, and the health centre hears of the slip', async () => {
  const { c, w, keeper, worker, gateId } = await atAGate()
  const car = { subject: 'vehicle', plate: '云H30071', vehiclePass: 'valid', direction: 'in' } as const
  await keeper.call(api.recordPassage, aRecord(gateId, car))
  clock.forward(1)
  const slip = await keeper.call(api.recordPassage, aRecord(gateId, car))
  const { householdId } = await somebodyManaged(w)
  const { eventId } = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { happened: 'allow' })))
  await watchAll(c)
  const open = async () => (await worker.call(api.listPatterns, {})).items.map((p) => p.kind).toSorted()
  expect(await open()).toEqual(['quarantinePassed', 'twiceIn'])
  await keeper.call(api.takeBackPassage, { eventId: slip.eventId })
  expect(await keeper.call(api.takeBackPassage, { eventId })).toMatchObject({ leadStays: true })
  expect(await open()).toEqual(['quarantinePassed'])
  const [{ patternId = '', leadId = '' } = {}] = (await worker.call(api.listPatterns, {})).items
  expect((await worker.call(leadsApi.getLead, { leadId: leadId ?? '' })).events.map(({ kind }) => kind)).toContain('leads.slip')
  expect((await keeper.refused(api.settlePattern, { patternId, note: '没有的事' })).status).toBe(403)
  expect((await worker.call(api.settlePattern, { patternId, note: '问过本人,去了药店' })).settledAt).toBe(clock.now)
})

test('two gates without signal that each let one out are found by their own times, though the earlier exit arrives last', async () => {
  const { c, w, keeper, worker, gateId, householdId } = await atAGate()
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
  expect(items).toMatchObject([{ kind: 'quotaBroken', gateName: '锦绣小区北门', householdId, subject: 'household', params: { clock: new Date(late).toISOString(), gate: '锦绣小区北门', persons: 1, days: 2 }, eventIds: [first.eventId, second.eventId] }])
  // Let through against the answer.
  await leave('2020-02-26T14:20:00.000+08:00', gateId, { happened: 'allow' })
  await watchAll(c)
  expect((await worker.call(api.listPatterns, {})).items.map((p) => [p.kind, clockOf(String(p.params['clock']))])).toEqual([['quotaBroken', '14:20'], ['quotaBroken', '09:00']])
  const work = async () => (await worker.call(todayApi.today, { kind: 'gatePattern', limit: 50 })).groups.flatMap((g) => g.items)
  expect((await work()).map((one) => [one.name, one.what.params['gatePattern'], one.opens?.page]), 'somebody of the community asks, once each').toEqual(Array.from({ length: 2 }, () => ['李桂兰', 'quotaBroken', '/passages/patterns']))
  await worker.call(api.settlePattern, { patternId: items[0]?.patternId ?? '', note: '两个门都没信号' })
  expect(await work()).toHaveLength(1)
})

test('a pass that was stopped before it was shown to a phone without signal is found when the passage arrives', async () => {
  const { c, w, keeper, worker, gateId } = await atAGate()
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
  expect(items).toMatchObject([{ kind: 'stoppedPass', passNo, householdId, params: { gate: '锦绣小区东门', clock: clock.now, passState: 'revoked', since }, eventIds: [eventId] }])
})

test('so is the pass of a car, also of a lorry that belongs to nobody here', async () => {
  const { c, w, keeper, worker, gateId } = await atAGate()
  const { passId, number: passNo, plate } = await aVehiclePass(w)
  await worker.call(passesApi.revokePass, { passId, reason: '卖掉了' })
  clock.forward(60)
  await keeper.call(api.recordPassage, aRecord(gateId, { subject: 'vehicle', direction: 'in', plate: plate ?? '', vehiclePass: 'valid', passNo, passState: 'valid', purpose: 'supply' }))
  await watchAll(c)
  expect((await worker.call(api.listPatterns, {})).items).toMatchObject([{ kind: 'stoppedPass', passNo, plate }])
})

test('what a thousand passages bring at once is looked at in steps between which nothing falls, and neither does what came to be there only after it was looked for', async () => {
  const { c, w, keeper, worker, gateId, householdId } = await atAGate()
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
