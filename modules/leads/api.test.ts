import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aLead } from '../../testing/examples/leads.ts'
import { somebody } from '../../testing/examples/people.ts'
import { aRecord } from '../../testing/examples/screening.ts'
import { aCommunity, clock, runJobs } from '../../testing/world.ts'
import { leadsApi as api } from './contract.ts'
import { attachLeads, openLead } from './service.ts'

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
  expect(await doctor.call(api.receiveLead, { leadId })).toMatchObject({ state: 'received', overdue: false, actions: ['note', 'refer', 'close'] })
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

test('taking over is taken back by who did it, the same day and while nothing was done; the clock runs on as before', async () => {
  clock.set(START)
  const c = await aCommunity()
  const doctor = await c.as('healthCentreDoctor')
  const { leadId } = await aLead({ c, caller: doctor })
  const { dueAt } = await doctor.call(api.receiveLead, { leadId })
  expect((await (await c.as('cdc')).refused(api.handBackLead, { leadId })).code).toBe('leads.receiptStands')
  const back = await doctor.call(api.handBackLead, { leadId })
  expect(back).toMatchObject({ state: 'open', receivedAt: null, dueAt })
  expect(back.events.map((e) => e.kind)).toEqual(expect.arrayContaining(['leads.received', 'leads.handedBack']))
  expect((await doctor.refused(api.handBackLead, { leadId })).code).toBe('leads.notInState')
  await doctor.call(api.noteLead, { leadId, step: 'firstCall', note: '电话联系到本人' })
  expect((await doctor.refused(api.handBackLead, { leadId })).code, 'it is being worked on').toBe('leads.receiptStands')
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

test('that another office has an open lead about somebody is answered where that person belongs and nowhere else, until it is closed', async () => {
  clock.set(START)
  const [c, elsewhere, third] = [await aCommunity(), await aCommunity(), await aCommunity()]
  const { personId } = await somebody({ c, caller: await c.as('communityWorker') })
  const beyond = async () => Promise.all([c, elsewhere, third].map((one) => one.tx('communityWorker', async (ctx) => (await ctx.sql.get<{ beyond: boolean }>(sql`select lead_beyond(${personId}) as beyond`)).beyond)))
  const { leadId } = await elsewhere.tx('communityWorker', (ctx) => openLead(ctx, fever(elsewhere.community.id, elsewhere.community.path, { personId, summary: { symptoms: [] } })))
  expect(await beyond()).toEqual([true, false, false])
  await (await elsewhere.as('healthCentreDoctor')).call(api.closeLead, { leadId, result: 'excluded' })
  expect(await beyond()).toEqual([false, false, false])
})

const fever = (areaId: string, areaPath: string, more: object) => ({ kind: 'fever' as const, areaId, areaPath, summary: { temperature: 38.2 }, dueMinutes: 120, personId: null, ...more })

test('one lead runs for one person: whatever comes later joins it with its time and channel, and only a fever shortens its clock', async () => {
  clock.set(START)
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { personId } = await somebody({ c, caller: worker })
  const at = (more: object) => c.tx('communityWorker', (ctx) => openLead(ctx, fever(c.community.id, c.community.path, { personId, ...more })))
  const first = await at({ kind: 'symptom', channel: 'declaration', summary: { symptoms: ['cough'] }, dueMinutes: 240 })
  clock.forward(30)
  const second = await at({ channel: 'gate' })
  expect([second.leadId, second.dueAt]).toEqual([first.leadId, '2020-02-26T08:30:00.000Z'])
  await at({ channel: 'gate' })
  const lead = await worker.call(api.getLead, { leadId: first.leadId })
  expect(lead).toMatchObject({ kind: 'fever', summary: { symptoms: ['cough'], temperature: 38.2 } })
  expect(lead.events.map((e) => [e.kind, e.channel])).toEqual([['leads.added', 'gate'], ['leads.opened', 'declaration']])
  expect((await worker.call(api.leadsAbout, { personId })).items).toMatchObject([{ leadId: first.leadId, state: 'open' }])
})

test('a record that turns out to be about somebody with a running lead brings its own into that one, with all that happened', async () => {
  clock.set(START)
  const c = await aCommunity()
  const [worker, doctor] = [await c.as('communityWorker'), await c.as('healthCentreDoctor')]
  const { personId } = await somebody({ c, caller: worker })
  const { screeningId } = await aRecord({ c, caller: worker })
  const [running, other] = await c.tx('communityWorker', async (ctx) => [
    await openLead(ctx, fever(c.community.id, c.community.path, { personId, kind: 'symptom', summary: { symptoms: ['cough'] } })),
    await openLead(ctx, fever(c.community.id, c.community.path, { screeningId, channel: 'gate' })),
  ] as const)
  await doctor.call(api.seeLead, { leadId: other.leadId })
  await c.tx('communityWorker', (ctx) => attachLeads(ctx, screeningId, { personId, episodeId: null }))
  const lead = await doctor.call(api.getLead, { leadId: other.leadId })
  expect(lead).toMatchObject({ leadId: running.leadId, kind: 'fever', screeningId })
  expect(lead.events.map((e) => e.kind).sort()).toEqual(['leads.opened', 'leads.opened', 'leads.seen'])
  expect(await doctor.call(api.leadCounts, {})).toMatchObject({ open: 1, closedToday: 0 })
})

test('who knew when: each office’s first look, the taking over, every step, the hospital and who was told', async () => {
  clock.set(START)
  const c = await aCommunity()
  const [worker, doctor, cdc] = [await c.as('communityWorker'), await c.as('healthCentreDoctor'), await c.as('cdc')]
  const { leadId } = await aLead({ c, caller: worker })
  clock.forward(5)
  await doctor.call(api.seeLead, { leadId })
  clock.forward(5)
  await doctor.call(api.seeLead, { leadId })
  await cdc.call(api.seeLead, { leadId })
  await doctor.call(api.noteLead, { leadId, step: 'firstCall', at: '2020-02-26T14:07:00+08:00', note: '电话联系到本人', told: ['community', 'family'] })
  clock.forward(20)
  await doctor.call(api.noteLead, { leadId, step: 'testResult', finding: 'positive' })
  await doctor.call(api.referLead, { leadId, hospital: '州人民医院发热门诊', transport: 'negativePressure' })
  expect((await doctor.refused(api.referLead, { leadId, hospital: '州人民医院', transport: 'family' })).code).toBe('leads.notInState')
  clock.forward(30)
  const arrived = await doctor.call(api.confirmArrival, { leadId })
  expect(arrived).toMatchObject({ state: 'received', hospital: '州人民医院发热门诊', referredAt: '2020-02-26T06:30:00.000Z', arrivedAt: '2020-02-26T07:00:00.000Z' })
  const closed = await doctor.call(api.closeLead, { leadId, result: 'referredToHospital' })
  const steps = closed.events.map((e) => [e.kind.replace('leads.', ''), e.at.slice(11, 16), e.actorRole]).toReversed()
  expect(steps).toEqual([
    ['opened', '06:00', 'communityWorker'], ['seen', '06:05', 'healthCentreDoctor'], ['noted.firstCall', '06:07', 'healthCentreDoctor'],
    ['seen', '06:10', 'cdc'], ['received', '06:10', 'healthCentreDoctor'], ['noted.testResult', '06:30', 'healthCentreDoctor'],
    ['referred', '06:30', 'healthCentreDoctor'], ['arrived', '07:00', 'healthCentreDoctor'], ['closed.referredToHospital', '07:00', 'healthCentreDoctor'],
  ])
  expect(closed.events.find((e) => e.kind === 'leads.noted.firstCall')).toMatchObject({ recordedAt: '2020-02-26T06:10:00.000Z', params: { told: ['community', 'family'] }, officeName: c.community.name })
})

test('nobody is closed as sent to hospital without saying where, and nothing is written down for tomorrow', async () => {
  clock.set(START)
  const c = await aCommunity()
  const doctor = await c.as('healthCentreDoctor')
  const { leadId } = await aLead({ c, caller: doctor })
  expect((await doctor.refused(api.closeLead, { leadId, result: 'referredToHospital' })).code).toBe('leads.noHospital')
  expect((await doctor.refused(api.noteLead, { leadId, step: 'sampling', at: '2020-02-27T09:00:00+08:00' })).code).toBe('leads.wrongTime')
  expect((await (await c.as('communityWorker')).refused(api.noteLead, { leadId, step: 'testResult', finding: 'positive' })).status).toBe(403)
})

test('what nobody takes over in time is put before the offices above, once, with the minute', async () => {
  clock.set(START)
  const c = await aCommunity()
  const { leadId } = await aLead({ c, caller: await c.as('communityWorker') })
  clock.forward(121)
  await runJobs()
  clock.forward(10)
  await runJobs()
  const lead = await (await c.as('subdistrictOfficer')).call(api.getLead, { leadId })
  expect(lead.escalatedAt).toBe('2020-02-26T08:01:00.000Z')
  const said = lead.events.filter((e) => e.kind === 'leads.escalated')
  expect(said).toHaveLength(1)
  expect(said[0]?.params['offices']).toBe(`${c.district.name}、${c.subdistrict.name}`)
})
