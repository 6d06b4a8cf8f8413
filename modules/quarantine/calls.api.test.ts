import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, clock, type Caller, type Community } from '../../testing/world.ts'
import { quarantineApi as api } from './contract.ts'
import { makeChecksDue, sweepChecks } from './service.ts'

const daily = (c: Community) => c.tx('system', async (ctx) => { await makeChecksDue(ctx); await sweepChecks(ctx) })

/** Somebody whose morning nobody measured: a visit is owed, the afternoon is open. */
async function missedThisMorning() {
  clock.set('2020-02-26T09:30:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const made = await somebodyManaged({ c, caller: worker })
  await daily(c)
  clock.set('2020-02-26T14:20:00+08:00')
  await daily(c)
  return { c, worker, ...made, card: () => worker.call(api.getEpisode, { episodeId: made.episodeId }) }
}
type Card = Awaited<ReturnType<Awaited<ReturnType<typeof missedThisMorning>>['card']>>
const owedBy = (card: Card, visitor: string) => card.visits.filter((v) => v.visitor === visitor && v.state === 'owed')
const windowsOf = (card: Card) => Object.fromEntries(card.due.map((d) => [d.window, d.state]))

test('one call at the door writes the reading, the visit, the gap, what is needed and the telephone, and stands once in the timeline', async () => {
  const { c, worker, card, episodeId, personId } = await missedThisMorning()
  await c.tx('system', (ctx) => ctx.sql.run(sql`update person set phone_sealed = null, phone_index = null, phone_masked = null where id = ${personId}`))
  const [visit] = owedBy(await card(), 'worker')
  const done = await worker.call(api.recordCall, {
    episodeId, way: 'visit', reached: true, temperature: 36.6, site: 'forehead', visitIds: [visit?.id ?? ''], gaps: [{ dueOn: '2020-02-26', window: 'morning' }], gapReason: '体温计没电,已换',
    need: { what: '降压药', by: 'property', on: '2020-02-26' }, note: '老人独居', phone: '19900001234',
  })
  expect(done).toMatchObject({ abnormal: false, window: 'afternoon', leadId: null })
  const after = await card()
  expect(windowsOf(after)).toMatchObject({ morning: 'explained', afternoon: 'done' })
  expect(owedBy(after, 'worker')).toEqual([])
  expect(owedBy(after, 'property')).toMatchObject([{ purpose: 'delivery', need: '降压药' }])
  expect(after.calls).toMatchObject([{ way: 'visit', reached: true, need: '降压药', note: '老人独居', undone: false }])
  expect(after.readings).toMatchObject([{ temperature: 36.6, channel: 'visit' }])
  expect(after.person.phoneMasked).toMatch(/1234$/)
})

test('taken back, everything is due again as it was, and the call stays readable as taken back', async () => {
  const { worker, card, episodeId } = await missedThisMorning()
  const before = await card()
  const [visit] = owedBy(before, 'worker')
  const { callId } = await worker.call(api.recordCall, {
    episodeId, way: 'visit', reached: true, temperature: 36.6, visitIds: [visit?.id ?? ''], gaps: [{ dueOn: '2020-02-26', window: 'morning' }], gapReason: '忘了',
    need: { what: '米', by: 'property', on: '2020-02-26' },
  })
  await worker.call(api.undoCall, { callId })
  const after = await card()
  expect({ due: after.due, visits: after.visits, readings: after.readings }).toEqual({ due: before.due, visits: before.visits, readings: before.readings })
  expect(after.calls).toMatchObject([{ undone: true }])
  expect(await worker.refused(api.undoCall, { callId })).toMatchObject({ code: 'quarantine.callUndone' })
})

test('not reached: the visit stays owed, nothing is measured, and it is said that somebody tried', async () => {
  const { worker, card, episodeId } = await missedThisMorning()
  const [visit] = owedBy(await card(), 'worker')
  await worker.call(api.recordCall, { episodeId, way: 'visit', reached: false, visitIds: [visit?.id ?? ''] })
  await worker.call(api.recordCall, { episodeId, way: 'phone', reached: false, note: '关机' })
  const after = await card()
  expect(owedBy(after, 'worker')).toMatchObject([{ result: 'nobodyHome' }])
  expect(after.readings).toEqual([])
  expect(after.calls.map((call) => [call.way, call.reached])).toEqual([['phone', false], ['visit', false]])
})

test('a fever goes to the health centre with its clock and cannot be taken back', async () => {
  const { worker, episodeId } = await missedThisMorning()
  const { callId, abnormal, leadId } = await worker.call(api.recordCall, { episodeId, way: 'phone', reached: true, temperature: 38.1, symptoms: ['dryCough'] })
  expect([abnormal, leadId !== null]).toEqual([true, true])
  expect(await worker.refused(api.undoCall, { callId })).toMatchObject({ code: 'quarantine.callPassedOn' })
})

test('a visit a colleague has made meanwhile and a gap somebody has explained cost nothing of what was found', async () => {
  const { worker, card, episodeId } = await missedThisMorning()
  const [visit] = owedBy(await card(), 'worker')
  await worker.call(api.recordVisit, { visitId: visit?.id ?? '', result: 'made' })
  await worker.call(api.explainGap, { episodeId, dueOn: '2020-02-26', window: 'morning', reason: '在医院' })
  await worker.call(api.recordCall, { episodeId, way: 'visit', reached: true, temperature: 36.4, visitIds: [visit?.id ?? ''], gaps: [{ dueOn: '2020-02-26', window: 'morning' }], gapReason: '不知道' })
  const after = await card()
  expect(after.readings).toMatchObject([{ temperature: 36.4 }])
  expect(after.due.find((d) => d.window === 'morning')).toMatchObject({ explanation: '在医院' })
})

test('who may not explain gaps or edit the register is told so, and a stranger sees no call', async () => {
  const { c, worker, episodeId } = await missedThisMorning()
  const doctor = await c.as('healthCentreDoctor')
  const asDoctor = (more: object) => ({ episodeId, way: 'phone' as const, reached: true, temperature: 36.5, ...more })
  expect((await doctor.refused(api.recordCall, asDoctor({ gaps: [{ dueOn: '2020-02-26', window: 'morning' }], gapReason: '不在' }))).status).toBe(403)
  expect((await doctor.refused(api.recordCall, asDoctor({ phone: '19900001234' }))).status).toBe(403)
  const { callId } = await worker.call(api.recordCall, asDoctor({}))
  expect((await doctor.refused(api.undoCall, { callId })).status).toBe(404)
  const stranger: Caller = await c.stranger('communityWorker')
  expect((await stranger.refused(api.undoCall, { callId })).status).toBe(404)
})

test('what a phone without signal recorded before a release is kept with its own time; what was recorded after it is refused', async () => {
  const { c, worker, card, episodeId } = await missedThisMorning()
  const [visit] = owedBy(await card(), 'worker')
  clock.set('2020-02-26T15:00:00+08:00')
  await (await c.as('subdistrictOfficer')).call(api.releaseEarly, { episodeId, orderNo: '指挥部令第9号', reason: '政策调整' })
  clock.set('2020-02-26T18:00:00+08:00')
  const at = '2020-02-26T06:40:00.000Z'
  expect(await worker.call(api.recordVisit, { visitId: visit?.id ?? '', result: 'made', at, temperature: 36.6 })).toMatchObject({ abnormal: false })
  expect(await worker.call(api.recordCall, { episodeId, way: 'phone', reached: true, at, temperature: 38.4 })).toMatchObject({ abnormal: true, leadId: expect.any(String) })
  const after = await card()
  expect(after).toMatchObject({ state: 'released', visits: [{ id: visit?.id, state: 'made', madeAt: at }] })
  expect(after.readings).toMatchObject([{ takenAt: at, temperature: 36.6 }, { takenAt: at, temperature: 38.4 }])
  for (const late of [{}, { takenAt: '2020-02-26T07:30:00.000Z' }]) expect((await worker.refused(api.recordCheck, { episodeId, temperature: 36.5, ...late })).code).toBe('quarantine.notInState')
})
