import { expect, test } from 'vitest'
import { aLead } from '../../testing/examples/leads.ts'
import { somebody } from '../../testing/examples/people.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { leadsApi as api } from './contract.ts'
import { hasOpenLead, openLead } from './service.ts'

const START = '2020-02-26T14:00:00+08:00'

test('a lead runs against the clock until the health centre takes over, then to its result', async () => {
  clock.set(START)
  const c = await aCommunity()
  const [worker, doctor] = [await c.as('communityWorker'), await c.as('healthCentreDoctor')]
  const { leadId } = await aLead({ c, caller: worker })
  expect(await worker.call(api.getLead, { leadId })).toMatchObject({ state: 'open', overdue: false, dueAt: '2020-02-26T08:00:00.000Z', name: '李桂兰' })
  clock.forward(121)
  expect((await doctor.call(api.listLeads, { tab: 'overdue' })).items.map((l) => l.leadId)).toEqual([leadId])
  expect(await doctor.call(api.leadCounts, {})).toEqual({ overdue: 1, open: 1, received: 0, closedToday: 0 })
  expect(await doctor.call(api.receiveLead, { leadId })).toMatchObject({ state: 'received', overdue: false, actions: ['close'] })
  expect(await doctor.refused(api.receiveLead, { leadId })).toMatchObject({ status: 409, code: 'leads.notInState' })
  const closed = await doctor.call(api.closeLead, { leadId, result: 'excluded', note: '复测 36.8 ℃' })
  expect(closed).toMatchObject({ state: 'closed', result: 'excluded', actions: ['reopen'] })
})

test('the community never handles a lead; the medical side does', async () => {
  clock.set(START)
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { leadId } = await aLead({ c, caller: worker })
  expect((await worker.refused(api.closeLead, { leadId, result: 'excluded' })).status).toBe(403)
})

test('closing is undone on the same day, not later', async () => {
  clock.set(START)
  const c = await aCommunity()
  const doctor = await c.as('healthCentreDoctor')
  const { leadId } = await aLead({ c, caller: doctor })
  await doctor.call(api.closeLead, { leadId, result: 'other' })
  expect(await doctor.call(api.reopenLead, { leadId })).toMatchObject({ state: 'received', result: null })
  await doctor.call(api.closeLead, { leadId, result: 'other' })
  clock.forward(24 * 60)
  expect((await doctor.refused(api.reopenLead, { leadId })).code).toBe('leads.notTheDay')
})

test('a second sign of the same person adds to the open lead and does not restart its clock', async () => {
  clock.set(START)
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { personId } = await somebody({ c, caller: worker })
  const raise = (temperature: number) => c.tx('communityWorker', (ctx) => openLead(ctx, {
    kind: 'fever', personId, areaId: c.community.id, areaPath: c.community.path, summary: { temperature, symptoms: [] }, dueMinutes: 120 }))
  const first = await raise(37.6)
  clock.forward(60)
  const second = await raise(38.4)
  expect([second.leadId, second.dueAt, second.added]).toEqual([first.leadId, first.dueAt, true])
  expect((await worker.call(api.getLead, { leadId: first.leadId })).summary.temperature).toBe(38.4)
})

test('leads waiting longest stand first, page by page, and a stranger sees none', async () => {
  clock.set(START)
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const ids = []
  for (let n = 0; n < 3; n++) {
    ids.push((await aLead({ c, caller: worker })).leadId)
    clock.forward(10)
  }
  const first = await worker.call(api.listLeads, { limit: 2 })
  const second = await worker.call(api.listLeads, { limit: 2, after: first.next ?? '' })
  expect([...first.items, ...second.items].map((l) => l.leadId)).toEqual(ids)
  expect((await (await c.stranger('communityWorker')).call(api.listLeads, {})).items).toEqual([])
})

test('an episode with a lead that is not closed cannot be without anomaly', async () => {
  clock.set(START)
  const c = await aCommunity()
  const episodeId = '01900000-0000-7000-8000-00000000abcd'
  const { personId } = await somebody({ c, caller: await c.as('communityWorker') })
  await c.tx('communityWorker', (ctx) => openLead(ctx, {
    kind: 'symptom', personId, episodeId, areaId: c.community.id, areaPath: c.community.path, summary: { symptoms: ['cough'] }, dueMinutes: 240 }))
  expect(await c.tx('communityWorker', (ctx) => hasOpenLead(ctx, episodeId))).toBe(true)
})
