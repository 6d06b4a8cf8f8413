import sql from 'sql-template-tag'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { anExit } from '../../testing/examples/exits.ts'
import { aSite, somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, Caller, clock, runJobs, testApp, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { openLead } from '../leads/service.ts'
import { personalLinkOf } from '../links/service.ts'
import { peopleApi } from '../people/contract.ts'
import { reportingApi } from '../reporting/contract.ts'
import { cellOf } from '../reporting/rules.ts'
import { todayApi } from '../today/contract.ts'
import { quarantineApi as api } from './contract.ts'
import { makeChecksDue, sweepChecks } from './service.ts'

const at = (day: string, hour: string) => clock.set(`${day}T${hour}:00+08:00`)

async function managed(over: Parameters<typeof somebodyManaged>[1] = {}, c?: Community) {
  at('2020-02-21', '09:00')
  const community = c ?? (await aCommunity())
  const worker = await community.as('communityWorker')
  const made = await somebodyManaged({ c: community, caller: worker }, over)
  return { c: community, worker, ...made }
}
const daily = (c: Community) => c.tx('system', async (ctx) => ({ made: await makeChecksDue(ctx), swept: await sweepChecks(ctx) }))

/** Every window of every day measured, until the period is over. */
async function throughAllDays(c: Community, worker: Caller, episodeId: string, until: string, from = '2020-02-21'): Promise<void> {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    for (const hour of ['09:30', '15:00']) {
      at(day, hour)
      await daily(c)
      await worker.call(api.recordCheck, { episodeId, temperature: 36.5, symptoms: [] })
    }
    at(day, '21:00')
    await daily(c)
  }
}

test('fourteen days of checks lead to a release that the subdistrict confirms, and the card tells it all', async () => {
  const { c, worker, episodeId, personId } = await managed()
  await throughAllDays(c, worker, episodeId, '2020-03-06')
  const officer = await c.as('subdistrictOfficer')
  expect(await officer.refused(api.releaseEpisode, { episodeId })).toMatchObject({ status: 409, params: { missing: 'periodOver' } })
  at('2020-03-07', '08:00')
  expect((await officer.call(api.getEpisode, { episodeId })).actions).toContain('release')
  await officer.call(api.releaseEpisode, { episodeId })
  const card = await worker.call(api.getEpisode, { episodeId })
  expect(card).toMatchObject({ state: 'released', dayNo: 14, days: 14 })
  expect(card.readings).toHaveLength(30)
  const timeline = (await worker.call(peopleApi.personCard, { personId })).timeline.map((t) => t.kind)
  expect(timeline).toContain('quarantine.released')
  expect(timeline).toContain('quarantine.opened')
})

describe('a missed check', () => {
  test('is reminded, then missed, then owed as a visit the same day, each once', async () => {
    const { c, worker, episodeId } = await managed()
    at('2020-02-21', '09:10')
    expect((await daily(c)).swept).toMatchObject({ reminded: 1 })
    at('2020-02-21', '12:05')
    expect((await daily(c)).swept.missed).toBe(1)
    expect((await daily(c)).swept.missed).toBe(0)
    const owed = (await worker.call(api.listVisits, {})).items.filter((v) => v.purpose === 'missedCheck')
    expect(owed).toMatchObject([{ episodeId, dueAt: '2020-02-21T14:00:00.000Z' }])
    await worker.call(api.recordVisit, { visitId: owed[0]?.id ?? '', result: 'nobodyHome' })
    expect((await worker.call(api.listVisits, {})).items.filter((v) => v.purpose === 'missedCheck')).toHaveLength(1)
    await worker.call(api.recordVisit, { visitId: owed[0]?.id ?? '', result: 'made', temperature: 36.4 })
    expect((await worker.call(api.listVisits, {})).items.filter((v) => v.purpose === 'missedCheck')).toHaveLength(0)
  })

  test('is settled with others in one round; a row that was settled meanwhile or is nowhere says so and costs no other', async () => {
    const { c, worker, episodeId } = await managed()
    at('2020-02-21', '12:05')
    await daily(c)
    const owed = (await worker.call(api.listVisits, {})).items
    const [first, second] = owed
    await worker.call(api.recordVisit, { visitId: first?.id ?? '', result: 'made' })
    const nowhere = '00000000-0000-7000-8000-000000000000'
    const round = await worker.call(api.recordVisits, { visits: [first?.id ?? '', nowhere, second?.id ?? ''].map((visitId) => ({ visitId, result: 'made' as const })) })
    expect(round).toEqual({ recorded: 1, refused: [{ index: 0, visitId: first?.id, problem: 'visitDone' }, { index: 1, visitId: nowhere, problem: 'notFound' }] })
    const card = await worker.call(api.getEpisode, { episodeId })
    expect(card.visits.filter((v) => v.state === 'made').map((v) => v.id).sort()).toEqual([first?.id, second?.id].sort())
  })

  test('blocks the release until it is explained', async () => {
    const { c, worker, episodeId } = await managed()
    at('2020-02-21', '12:30')
    await daily(c)
    at('2020-02-21', '15:00')
    await worker.call(api.recordCheck, { episodeId, temperature: 36.5, symptoms: [] })
    await throughAllDays(c, worker, episodeId, '2020-03-06', '2020-02-22')
    at('2020-03-07', '08:00')
    const officer = await c.as('subdistrictOfficer')
    expect(await officer.refused(api.releaseEpisode, { episodeId })).toMatchObject({ params: { missing: 'noGap' } })
    const gap = (await worker.call(api.getEpisode, { episodeId })).due.find((d) => d.state === 'missed')
    await worker.call(api.explainGap, { episodeId, dueOn: gap?.dueOn ?? '', window: gap?.window ?? '', reason: '当天上午在办入住' })
    expect((await worker.call(api.getEpisode, { episodeId })).visits.filter((v) => v.purpose === 'missedCheck' && v.state === 'owed')).toHaveLength(0)
    await officer.call(api.releaseEpisode, { episodeId })
  })

  test('is closed by a reading taken in its window that arrives late', async () => {
    const { c, worker, episodeId } = await managed()
    at('2020-02-21', '13:00')
    await daily(c)
    await worker.call(api.recordCheck, { episodeId, takenAt: '2020-02-21T02:00:00.000Z', temperature: 36.6, symptoms: [] })
    expect((await worker.call(api.getEpisode, { episodeId })).due.find((d) => d.window === 'morning')?.state).toBe('done')
  })
})

test('a device error is kept, closes nothing and is said; a second value in the window is kept as extra', async () => {
  const { worker, episodeId } = await managed()
  const wrong = await worker.call(api.recordCheck, { episodeId, temperature: 34.2, symptoms: [] })
  expect(wrong).toMatchObject({ deviceError: true, abnormal: false })
  expect((await worker.call(api.getEpisode, { episodeId })).due.map((d) => d.state)).toContain('open')
  await worker.call(api.recordCheck, { episodeId, temperature: 36.6, symptoms: [] })
  await worker.call(api.recordCheck, { episodeId, temperature: 36.8, symptoms: [] })
  expect((await worker.call(api.getEpisode, { episodeId })).readings).toHaveLength(3)
  expect(await worker.refused(api.recordCheck, { episodeId, symptoms: [] })).toMatchObject({ code: 'quarantine.noReading' })
})

test('a fever opens a lead for the health centre, and an open lead blocks the release', async () => {
  const { c, worker, episodeId } = await managed({ arrivedOn: '2020-02-05' })
  expect(await worker.call(api.recordCheck, { episodeId, temperature: 37.3, symptoms: [] })).toMatchObject({ abnormal: true })
  const doctor = await c.as('healthCentreDoctor')
  const [lead] = (await doctor.call(leadsApi.listLeads, {})).items
  expect(lead).toMatchObject({ kind: 'fever', episodeId })
  const officer = await c.as('subdistrictOfficer')
  expect((await officer.refused(api.releaseEpisode, { episodeId })).params['missing']).toContain('noAnomaly')
  await doctor.call(leadsApi.closeLead, { leadId: lead?.leadId ?? '', result: 'excluded' })
  await officer.call(api.releaseEpisode, { episodeId })
})

test('a fever told anywhere while somebody is managed belongs to the episode: card, tab and release see it', async () => {
  const { c, worker, episodeId, personId } = await managed({ arrivedOn: '2020-02-05' })
  await anExit({ c, caller: worker }, 'medical', { personId, temperature: 38.5 })
  const [doctor, officer] = [await c.as('healthCentreDoctor'), await c.as('subdistrictOfficer')]
  const [about] = (await doctor.call(leadsApi.leadsAbout, { episodeId })).items
  expect(about).toMatchObject({ kind: 'fever', state: 'open' })
  const leadId = about?.leadId ?? ''
  expect((await worker.call(api.listEpisodes, { tab: 'lead' })).items.map((e) => e.id)).toEqual([episodeId])
  expect((await doctor.call(leadsApi.getLead, { leadId })).episodeId).toBe(episodeId)
  expect((await officer.refused(api.releaseEpisode, { episodeId })).params['missing']).toContain('noAnomaly')
  await doctor.call(leadsApi.closeLead, { leadId, result: 'excluded' })
  await officer.call(api.releaseEpisode, { episodeId })
})

test('a lead that another office raised blocks the release of an office that does not see it, which is told so', async () => {
  const { c, episodeId, personId } = await managed({ arrivedOn: '2020-02-05' })
  const elsewhere = await aCommunity()
  const { leadId } = await elsewhere.tx('communityWorker', (ctx) => openLead(ctx, { kind: 'fever', personId, areaId: elsewhere.community.id, areaPath: elsewhere.community.path, summary: { temperature: 38.2, symptoms: [] }, dueMinutes: 120 }))
  const officer = await c.as('subdistrictOfficer')
  expect(await officer.refused(api.releaseEpisode, { episodeId })).toMatchObject({ params: { missing: 'noAnomaly' } })
  expect((await officer.call(api.getEpisode, { episodeId })).conditions.find((one) => one.id === 'noAnomaly')).toEqual({ id: 'noAnomaly', required: true, met: false, missing: 1, beyond: true })
  await (await elsewhere.as('healthCentreDoctor')).call(leadsApi.closeLead, { leadId, result: 'excluded' })
  await officer.call(api.releaseEpisode, { episodeId })
})

test('a lead that is still open goes with its person into the next episode, and back into one whose release was a slip', async () => {
  at('2020-02-21', '09:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const w = { c, caller: worker }
  const { personId, householdId, episodeId: wrong } = await somebodyManaged(w)
  const [doctor, officer] = [await c.as('healthCentreDoctor'), await c.as('subdistrictOfficer')]
  const episodeOfLead = async () => (await doctor.call(leadsApi.listLeads, { tab: 'active' })).items[0]?.episodeId
  await worker.call(api.cancelEpisode, { episodeId: wrong, reason: '登记错误' })
  await anExit(w, 'medical', { personId, temperature: 38.5 })
  expect(await episodeOfLead()).toBeNull()
  const { episodeId } = await somebodyManaged(w, {}, { personId, householdId })
  expect(await episodeOfLead()).toBe(episodeId)
  await officer.call(api.releaseEarly, { episodeId, orderNo: '指挥部令第9号', reason: '政策调整' })
  const leadId = (await doctor.call(leadsApi.listLeads, {})).items[0]?.leadId ?? ''
  await doctor.call(leadsApi.closeLead, { leadId, result: 'excluded' })
  await anExit(w, 'visiting', { personId, temperature: 37.9 })
  expect(await episodeOfLead()).toBeNull()
  await officer.call(api.undoRelease, { episodeId })
  expect(await episodeOfLead()).toBe(episodeId)
  expect((await officer.call(api.getEpisode, { episodeId })).conditions.find((one) => one.id === 'noAnomaly')).toMatchObject({ met: false, missing: 1 })
})

test('a positive test goes to the health centre with the clock of a fever and blocks the release; put right, it is theirs to close', async () => {
  const { c, worker, episodeId } = await managed({ arrivedOn: '2020-02-05' })
  const doctor = await c.as('healthCentreDoctor')
  const test = { episodeId, dueOn: '2020-02-21', takenOn: '2020-02-21' }
  await worker.call(api.recordTest, { ...test, result: 'positive' })
  await worker.call(api.recordTest, { ...test, result: 'positive' })
  const [lead, ...others] = (await doctor.call(leadsApi.listLeads, {})).items
  expect([lead, others]).toMatchObject([{ kind: 'positive', episodeId, dueAt: '2020-02-21T03:00:00.000Z' }, []])
  const work = (await doctor.call(todayApi.today, {})).groups.find((g) => g.kind === 'lead')
  expect(work?.items).toMatchObject([{ leadId: lead?.leadId, why: { key: 'leadPositive' } }])
  await worker.call(api.recordTest, { ...test, result: 'negative' })
  const officer = await c.as('subdistrictOfficer')
  expect(await officer.refused(api.releaseEpisode, { episodeId })).toMatchObject({ params: { missing: 'noAnomaly' } })
  expect((await doctor.call(leadsApi.getLead, { leadId: lead?.leadId ?? '' })).events[0]).toMatchObject({ kind: 'leads.testCorrected', params: { finding: 'negative' } })
  await doctor.call(leadsApi.closeLead, { leadId: lead?.leadId ?? '', result: 'excluded' })
  await officer.call(api.releaseEpisode, { episodeId })
})

test('a result that comes after the release is kept where its sample was taken before: a positive one goes to the health centre', async () => {
  const { c, worker, episodeId } = await managed()
  const officer = await c.as('subdistrictOfficer')
  await c.tx('system', ({ sql: q, newId }) => q.run(sql`insert into episode_test (id, episode_id, area_path, due_on) select x.id, e.id, e.area_path, x.due_on from episode e, unnest(${[newId(), newId()]}::uuid[], ${['2020-02-28', '2020-03-03']}::date[]) as x (id, due_on) where e.id = ${episodeId}`))
  at('2020-02-28', '09:00')
  await officer.call(api.releaseEarly, { episodeId, orderNo: '指挥部令第9号', reason: '政策调整' })
  expect(await worker.call(api.getEpisode, { episodeId })).toMatchObject({ tests: [{ dueOn: '2020-02-28', result: null, recordedAt: null }, { dueOn: '2020-03-03' }], actions: ['test'] })
  at('2020-02-29', '10:00')
  const test = { episodeId, dueOn: '2020-02-28' }
  expect(await worker.refused(api.recordTest, { ...test, takenOn: '2020-02-29', result: 'negative' })).toMatchObject({ code: 'quarantine.notInState' })
  await worker.call(api.recordTest, { ...test, takenOn: '2020-02-28', result: 'positive' })
  expect(await worker.call(api.getEpisode, { episodeId })).toMatchObject({ state: 'released', tests: [{ result: 'positive', takenOn: '2020-02-28' }, { result: null }], actions: ['test'] })
  const doctor = await c.as('healthCentreDoctor')
  expect((await doctor.call(leadsApi.listLeads, {})).items).toMatchObject([{ kind: 'positive', episodeId }])
  at('2020-03-01', '10:00')
  expect((await worker.call(api.getEpisode, { episodeId })).actions).toEqual([])
  expect(await worker.refused(api.recordTest, { ...test, takenOn: '2020-02-28', result: 'negative' }), 'what an ended quarantine stands on is not rewritten').toMatchObject({ code: 'quarantine.notInState' })
})

test('a release taken back owes the calls of the day again, and not what had been settled before', async () => {
  const { c, worker, episodeId } = await managed()
  at('2020-02-21', '12:05')
  await daily(c)
  await worker.call(api.recordCheck, { episodeId, takenAt: '2020-02-21T02:00:00.000Z', temperature: 36.6, symptoms: [] })
  const doctor = await c.as('healthCentreDoctor')
  const states = async () => Object.fromEntries((await c.tx('system', (ctx) => ctx.sql.rows<{ key: string; state: string }>(sql`select visitor || ' ' || purpose as key, state from visit where episode_id = ${episodeId}`))).map((v) => [v.key, v.state]))
  const before = await states()
  expect(before).toEqual({ 'doctor routine': 'owed', 'worker missedCheck': 'cancelled' })
  const officer = await c.as('subdistrictOfficer')
  const release = () => officer.call(api.releaseEarly, { episodeId, orderNo: '指挥部令第9号', reason: '政策调整' })
  await release()
  await officer.call(api.undoRelease, { episodeId })
  expect(await states()).toEqual(before)
  const [visit] = (await doctor.call(api.listVisits, { visitor: 'doctor' })).items
  await doctor.call(api.recordVisit, { visitId: visit?.id ?? '', result: 'made' })
  at('2020-02-21', '13:00')
  await release()
  await doctor.call(api.undoVisit, { visitId: visit?.id ?? '' })
  await officer.call(api.undoRelease, { episodeId })
  expect(await states(), 'a call said to have been made by mistake is owed too').toEqual(before)
})

test('a batch takes 36.5 for the many and says which rows it could not take', async () => {
  const { c, worker, episodeId } = await managed()
  const other = await somebodyManaged({ c, caller: worker })
  const gone = '01890000-0000-7000-8000-00000000dead'
  const done = await worker.call(api.recordChecks, { checks: [{ episodeId, temperature: 36.5 }, { episodeId: gone, temperature: 36.5 }, { episodeId: other.episodeId }, { episodeId: other.episodeId, temperature: 36.9 }] })
  expect(done).toEqual({ recorded: 2, abnormal: 0, refused: [{ index: 1, episodeId: gone, problem: 'notFound' }, { index: 2, episodeId: other.episodeId, problem: 'noReading' }] })
})

test('the resident reports by the personal link, sees day and end, and nothing of anybody else', async () => {
  const { c, worker, episodeId } = await managed()
  const url = await c.tx('communityWorker', async (ctx) => (await personalLinkOf(ctx, episodeId))?.url ?? '')
  const me = new Caller({ link: url.split('/').at(-1) ?? '' })
  const page = await me.call(api.myEpisode, {})
  expect(page).toMatchObject({ name: '李桂兰', dayNo: 0, days: 14, measure: 'homeQuarantine' })
  expect(page.because.zh).toContain('第二条')
  expect(await me.call(api.reportOwnCheck, { temperature: 36.7 })).toMatchObject({ abnormal: false, window: 'morning' })
  expect((await me.call(api.myEpisode, {})).windows[0]?.state).toBe('done')
  expect(await me.refused(api.getEpisode, { episodeId })).toMatchObject({ status: 401 })
  expect((await worker.call(api.getEpisode, { episodeId })).readings[0]).toMatchObject({ channel: 'self', takerName: '李桂兰' })
})

test('an early release needs the number of an order and the office that decided; the same day it can be undone', async () => {
  const { c, worker, episodeId } = await managed()
  const order = { orderNo: '指挥部令第9号', reason: '政策调整' }
  expect((await worker.refused(api.releaseEarly, { episodeId, ...order })).status).toBe(403)
  expect((await (await c.as('subdistrictOfficer')).refused(api.releaseEarly, { episodeId, orderNo: '', reason: 'x' })).status).toBe(422)
  const officer = await c.as('subdistrictOfficer')
  await officer.call(api.releaseEarly, { episodeId, ...order })
  expect((await worker.call(api.getEpisode, { episodeId })).changes[0]).toMatchObject({ kind: 'releasedEarly', orderNo: '指挥部令第9号' })
  await officer.call(api.undoRelease, { episodeId })
  expect((await worker.call(api.getEpisode, { episodeId })).state).toBe('active')
})

test('a new exposure extends the period and an older one never shortens it', async () => {
  const { c, worker, episodeId } = await managed()
  expect((await worker.refused(api.recordExposure, { episodeId, contact: 'close', lastExposureOn: '2020-02-25', reason: '流调' })).status).toBe(403)
  const doctor = await c.as('healthCentreDoctor')
  at('2020-02-25', '09:00')
  const longer = await doctor.call(api.recordExposure, { episodeId, contact: 'close', lastExposureOn: '2020-02-25', reason: '流调' })
  expect(longer).toEqual({ measure: 'centralQuarantine', endsOn: '2020-03-10', extended: true })
  expect(await doctor.call(api.recordExposure, { episodeId, contact: 'close', lastExposureOn: '2020-02-20', reason: '流调' })).toEqual({ measure: 'centralQuarantine', endsOn: '2020-03-10', extended: false })
  expect(await doctor.refused(api.recordExposure, { episodeId, contact: 'close', lastExposureOn: '2020-02-26', reason: '流调' })).toMatchObject({ code: 'quarantine.notYet', params: { day: '2020-02-26' } })
  expect(await worker.refused(api.recordTest, { episodeId, dueOn: '2020-02-25', takenOn: '2020-02-26', result: 'negative' })).toMatchObject({ code: 'quarantine.notYet' })
})

test('an exposure whose period ends earlier is kept with its kind and day, takes the stricter measure to its end, and counts among the close contacts', async () => {
  const { c, worker, episodeId, personId } = await managed()
  at('2020-02-24', '09:00')
  const doctor = await c.as('healthCentreDoctor')
  const contacts = async () => cellOf((await worker.call(reportingApi.getDailyReport, {})).cells, 'closeContacts').persons
  expect(await contacts()).toBe(0)
  const exposed = { episodeId, contact: 'close', lastExposureOn: '2020-02-19', reason: '同乘火车' } as const
  expect(await doctor.call(api.recordExposure, exposed)).toEqual({ measure: 'centralQuarantine', endsOn: '2020-03-06', extended: false })
  const card = await worker.call(api.getEpisode, { episodeId })
  expect(card).toMatchObject({ measure: 'centralQuarantine', place: 'site', endsOn: '2020-03-06' })
  expect(card.changes[0]).toMatchObject({ kind: 'exposed', before: { measure: 'homeQuarantine', endsOn: '2020-03-06' }, after: { contact: 'close', lastExposureOn: '2020-02-19', measure: 'centralQuarantine', endsOn: '2020-03-06' } })
  expect((await worker.call(peopleApi.personCard, { personId })).timeline[0]).toMatchObject({ kind: 'quarantine.exposed', params: { contact: 'close', on: '2020-02-19', reason: '同乘火车' } })
  expect(await contacts()).toBe(1)
  await doctor.call(api.recordExposure, { ...exposed, contact: 'general' })
  expect((await worker.call(api.getEpisode, { episodeId })).changes.filter((one) => one.kind === 'exposed'), 'also what changes nothing').toHaveLength(2)
  at('2020-03-05', '00:30')
  await daily(c)
  expect(await worker.call(api.getEpisode, { episodeId })).toMatchObject({ measure: 'homeQuarantine', place: 'home' })
})

test('the same decision again changes nothing, also where an order has changed the manner since', async () => {
  const { c, worker, episodeId, personId, householdId } = await managed({ originCode: '420102' })
  await worker.call(api.changeMeasure, { episodeId, measure: 'homeQuarantine', orderNo: '第5号', reason: '孕妇' })
  await somebodyManaged({ c, caller: worker }, { originCode: '420102' }, { personId, householdId })
  const card = await worker.call(api.getEpisode, { episodeId })
  expect([card.measure, card.changes.map((one) => one.kind)]).toEqual(['homeQuarantine', ['measureChanged']])
  await somebodyManaged({ c, caller: worker }, { contact: 'close', arrivedOn: '2020-02-20' }, { personId, householdId })
  expect((await worker.call(api.getEpisode, { episodeId })).measure, 'another one does').toBe('centralQuarantine')
})

test('central quarantine takes a free bed; a full room is refused with the free ones', async () => {
  at('2020-02-21', '09:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const w = { c, caller: worker }
  const { roomId, siteId } = await aSite(w)
  const first = await somebodyManaged(w, { originCode: '420102' })
  expect(await worker.call(api.getEpisode, { episodeId: first.episodeId })).toMatchObject({ place: 'site', roomName: '大香格里拉酒店 301' })
  const second = await somebodyManaged(w, { originCode: '420102' })
  expect((await worker.call(api.episodeCounts, {})).noRoom).toBe(1)
  await (await c.as('subdistrictOfficer')).call(api.addRooms, { siteId, names: ['302'], beds: 2 })
  expect(await worker.refused(api.assignRoom, { episodeId: second.episodeId, roomId })).toMatchObject({ code: 'quarantine.roomFull', params: { room: '301', free: '302' } })
  expect((await worker.call(api.freeRooms, { episodeId: second.episodeId })).items).toMatchObject([{ name: '302', siteName: '大香格里拉酒店', free: 2 }])
  await worker.call(api.changeMeasure, { episodeId: second.episodeId, measure: 'homeQuarantine', orderNo: '第5号', reason: '孕妇' })
  expect(await worker.call(api.getEpisode, { episodeId: second.episodeId })).toMatchObject({ place: 'home', roomName: null, measure: 'homeQuarantine' })
})

test('the chips count what their lists hold', async () => {
  const { c, worker } = await managed()
  await somebodyManaged({ c, caller: worker }, { originCode: '530102' })
  await somebodyManaged({ c, caller: worker }, { originCode: '420102', arrivedOn: '2020-02-06' })
  const counts = await worker.call(api.episodeCounts, {})
  for (const [tab, n] of Object.entries(counts)) {
    expect([tab, (await worker.call(api.listEpisodes, { tab: tab as 'active', limit: 200 })).items.length]).toEqual([tab, n])
  }
})

test('the day is made once: the job run again adds nothing', async () => {
  const { c } = await managed()
  at('2020-02-22', '00:30')
  await runJobs()
  const { db } = await testApp()
  const count = async () => (await db.pool.query<{ n: number }>('select count(*) as n from check_due')).rows[0]?.n
  const before = await count()
  expect((await daily(c)).made).toMatchObject({ checks: 0, visits: 0 })
  expect(await count()).toBe(before)
})
