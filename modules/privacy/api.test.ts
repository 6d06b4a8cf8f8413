import { beforeEach, expect, test } from 'vitest'
import sql from 'sql-template-tag'
import { scopeOf } from '../../kernel/ctx.ts'
import { Caller, aCommunity, clock, runJob, runJobs, testApp, type Community } from '../../testing/world.ts'
import { withPhoto } from '../../testing/examples/passes.ts'
import { approved, anEvent, frozen } from '../../testing/examples/privacy.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { documentsApi } from '../documents/contract.ts'
import { linksApi } from '../links/contract.ts'
import { personalLinkOf } from '../links/service.ts'
import { mattersApi } from '../matters/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { reportsOwed } from '../reporting/service.ts'
import { resumptionApi } from '../resumption/contract.ts'
import { screeningApi } from '../screening/contract.ts'
import { privacyApi as api } from './contract.ts'
import { keptKinds } from './data/kept.ts'
import { privacyJobs } from './service.ts'
import { setCounted } from './store.ts'

beforeEach(() => clock.set('2020-02-26T10:00:00+08:00'))
const order = { orderNo: '指挥部令第30号', reason: '应急响应终止' }

async function arrival(c: Community, name = '李桂兰') {
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  const grid = c.compounds[0]?.grids[0] ?? c.community
  const { personId } = await worker.call(peopleApi.registerPerson, { areaId: grid.id, building: '3', unit: '2', room: '501', name, sex: '2', residency: 'visitor' } as never)
  const record = () => worker.send(screeningApi.recordScreening, { who: { personId }, origin: '532601', originName: '本市', arrivedOn: '2020-02-25', symptoms: [], symptomsAsked: true, temperature: 36.5, verify: true })
  return { worker, personId, record }
}
const rowsLeft = (c: Community, table: string) => c.tx('districtCommand', async ({ sql: q }) => {
  const tables: Record<string, ReturnType<typeof sql>> = { screening: sql`select count(*)::int as n from screening`, episode: sql`select count(*)::int as n from episode`, health_check: sql`select count(*)::int as n from health_check`, person: sql`select count(*)::int as n from person where name <> ''` }
  return (await q.get<{ n: number }>(tables[table] ?? sql`select 0 as n`)).n
})

test('a resident sees what is held and asks through the own link; the answer is owed by a day, given with its reason, and taken back the same day', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  const link = await c.tx('communityWorker', (ctx) => personalLinkOf(ctx, episodeId))
  const resident = new Caller({ link: link?.url.split('/').at(-1) ?? '' })
  const told = await resident.call(api.noticeHere, {})
  expect(told.points.map((p) => p.id)).toEqual(['who', 'why', 'what', 'howLong', 'rights'])
  expect([told.kept.map((one) => one.id), told.kept.find((one) => one.id === 'matters')?.howLong.zh, JSON.stringify(told).includes('{callerDays}') || JSON.stringify(told).includes('Days}')]).toEqual([keptKinds.map((one) => one.id), '办结 180 天后删去您的称呼和电话,办了什么留作工作记录。', false])
  const seen = await resident.call(api.myData, {})
  expect(Object.keys(seen.person).sort()).toEqual(['address', 'birthOn', 'documentMasked', 'name', 'phoneMasked', 'sex'])
  const { receiptNo, dueAt } = await resident.call(api.askMine, { kind: 'object', text: '我没有去过高风险地区' })
  expect(dueAt).toBe('2020-03-27T16:00:00.000Z')
  const [request] = (await worker.call(api.listRequests, { tab: 'open' })).items
  expect(request).toMatchObject({ receiptNo, kind: 'object', overdue: false })
  expect((await (await c.stranger('communityWorker')).call(api.listRequests, {})).items).toEqual([])
  await worker.call(api.answerRequest, { requestId: request?.requestId ?? '', granted: false, answer: '按登记的来源地决定,见告知书' })
  expect((await resident.call(api.myData, {})).requests).toMatchObject([{ state: 'refused', answer: '按登记的来源地决定,见告知书' }])
  await worker.call(api.reopenRequest, { requestId: request?.requestId ?? '' })
  await resident.call(api.withdrawMine, { requestId: request?.requestId ?? '' })
  expect(await worker.refused(api.answerRequest, { requestId: request?.requestId ?? '', granted: true, answer: '已经更正' })).toMatchObject({ code: 'privacy.answered' })
})

test('after the stop nothing new is taken for the event, by the posters’ codes either, while everyday matters are; resuming takes it back', async () => {
  const c = await aCommunity()
  const command = await c.as('districtCommand')
  const { record } = await arrival(c)
  const event = await anEvent({ c, caller: command })
  const worker = await c.as('communityWorker')
  const { url } = await worker.call(linksApi.createDeclarationLink, { areaId: c.community.id })
  const code = new Caller({ link: url.split('/').at(-1) ?? '' })
  expect(await command.call(api.stopCollecting, { ...event, ...order })).toEqual({ links: 1 })
  expect(await code.call(linksApi.openLink, {})).toMatchObject({ stopped: true })
  expect(await code.refused(resumptionApi.ownReadiness, {})).toMatchObject({ code: 'frame.frozen' })
  expect(await code.call(mattersApi.reportMatter, { kind: 'facility', words: '3栋路灯不亮' })).toMatchObject({ receipt: expect.any(String) as string })
  expect(await record()).toMatchObject({ status: 409, body: { error: { code: 'frame.frozen' } } })
  await command.call(api.resumeCollecting, event)
  expect((await record()).status).toBe(200)
  expect(await code.call(linksApi.openLink, {})).toMatchObject({ stopped: false })
  await code.call(resumptionApi.ownReadiness, {})
})

test('平战结合: in emergency while an order holds and its event goes on; in normal days no report is owed, until an order comes after the stop', async () => {
  const c = await aCommunity()
  const [command, worker, elsewhere] = [await c.as('districtCommand'), await c.as('communityWorker'), await c.stranger('communityWorker')]
  const mode = async (who: Caller) => (await who.call(api.modeHere, {})).mode
  const owed = async () => (await c.tx('communityWorker', reportsOwed)).items.length
  expect([await mode(worker), await owed()]).toEqual(['normal', 0])
  await policyInForceHere({ c, caller: command })
  expect([await mode(worker), await mode(command), await mode(elsewhere), await owed()]).toEqual(['emergency', 'emergency', 'normal', 1])
  clock.forward(1)
  const event = await anEvent({ c, caller: command })
  await command.call(api.stopCollecting, { ...event, ...order })
  // The event was this community’s alone: the district that gave the order goes on.
  expect([await mode(worker), await mode(command), await owed()]).toEqual(['normal', 'emergency', 0])
  await command.call(api.resumeCollecting, event)
  expect(await mode(worker)).toBe('emergency')
  // Whoever is managed still is an emergency, whatever has been stopped.
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  clock.forward(1)
  await command.call(api.stopCollecting, { ...event, ...order })
  expect([await mode(worker), await owed()]).toEqual(['emergency', 1])
  await (await c.as('subdistrictOfficer')).call(quarantineApi.releaseEarly, { episodeId, ...order })
  expect([await mode(worker), await owed()]).toEqual(['normal', 0])
  clock.forward(1)
  await policyInForceHere({ c, caller: command })
  expect([await mode(worker), await owed()]).toEqual(['emergency', 1])
})

test('nothing is frozen while somebody is managed, and the refusal says how much is left', async () => {
  const c = await aCommunity()
  const command = await c.as('districtCommand')
  await somebodyManaged({ c, caller: await c.as('communityWorker') })
  const event = await anEvent({ c, caller: command })
  await command.call(api.stopCollecting, { ...event, ...order })
  expect(await command.refused(api.freezeEvent, { ...event, ...order })).toMatchObject({ code: 'privacy.stillManaged', params: { episodes: 1, leads: 0, waiting: 0 } })
})

test('what is frozen cannot be changed, in this area and only there', async () => {
  const [c, other] = [await aCommunity(), await aCommunity()]
  const { record } = await arrival(c)
  await frozen({ c, caller: await c.as('districtCommand') })
  expect((await record()).status).toBe(409)
  expect((await (await arrival(other)).record()).status).toBe(200)
})

test('who froze it does not approve it', async () => {
  const c = await aCommunity()
  const command = await c.as('districtCommand')
  const event = await frozen({ c, caller: command })
  const reviewer = await c.as('districtCommand')
  await reviewer.call(api.reviewEvent, { ...event, kinds: [] })
  expect(await reviewer.refused(api.approveEvent, { ...event, ...order })).toMatchObject({ code: 'privacy.ownApproval' })
  await (await c.as('healthBureau')).call(api.approveEvent, { ...event, ...order })
})

test('the dry run counts and changes nothing; destroying keeps figures, removes the rest and certifies it', async () => {
  const c = await aCommunity()
  const { record, personId, worker } = await arrival(c)
  await record()
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 36.6, symptoms: [] })
  await (await c.as('subdistrictOfficer')).call(quarantineApi.releaseEarly, { episodeId, ...order })
  const receipts = async (staff: Caller) => (await (await testApp()).db.pool.query<{ n: number }>('select count(*)::int as n from receipt where actor_key = $1', [`account:${staff.accountId}`])).rows[0]?.n
  expect(await receipts(worker)).toBeGreaterThan(0)
  clock.forward(1)
  const event = await approved({ c, caller: await c.as('districtCommand') })
  const command = await c.as('districtCommand')
  const counted = await command.call(api.countEvent, event)
  const rows = (kind: string) => counted.kinds.find((k) => k.kind === kind)?.rows ?? 0
  expect([rows('screenings'), rows('episodes'), rows('readings')]).toEqual([1, 1, 1])
  expect(await rowsLeft(c, 'screening')).toBe(1)
  await command.call(api.destroyEvent, event)
  await runJobs()
  expect([await rowsLeft(c, 'screening'), await rowsLeft(c, 'episode'), await rowsLeft(c, 'health_check')]).toEqual([0, 0, 0])
  const [closed] = (await command.call(api.listEvents, {})).items
  expect(closed).toMatchObject({ state: 'closed', actions: [] })
  expect(closed?.certificate?.kinds.map((k) => [k.kind, k.left])).toEqual(counted.kinds.map((k) => [k.kind, 0]))
  expect(closed?.certificate).toMatchObject({ statistics: counted.statistics, checksum: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(counted.statistics).toBeGreaterThan(0)
  expect(await receipts(worker), 'answers told what is gone').toBe(0)
  // Known only because of the event: the record stays for what refers to it, without anything that identifies.
  expect(await worker.call(peopleApi.personCard, { personId })).toMatchObject({ name: '', documentMasked: null, phoneMasked: null })
})

test('a destruction that is given up says so, goes on at a press, and certifies all that went', async () => {
  const c = await aCommunity()
  const { record } = await arrival(c)
  await record()
  const command = await c.as('districtCommand')
  const event = await approved({ c, caller: command })
  await command.call(api.destroyEvent, event)
  const rows = Object.fromEntries((await command.call(api.countEvent, event)).kinds.map((k) => [k.kind, k.rows]))
  // The first try took the screening away and got no further.
  await c.tx('system', async (ctx) => {
    await setCounted(ctx.sql, event.eventId, { rows, files: 0 })
    await ctx.sql.run(sql`delete from job where name = 'privacy.destroyEvent' and payload->>'eventId' = ${event.eventId}`)
    await ctx.sql.run(sql`select set_config('wangge.destroying', 'yes', true)`)
    await ctx.sql.run(sql`delete from screening where area_path >= ${c.community.path} and area_path < ${scopeOf(c.community.path).hi}`)
  })
  await c.tx('system', async (ctx) => { await privacyJobs['privacy.destroyEvent']?.givenUp?.(ctx, event) })
  const shown = async () => (await command.call(api.listEvents, {})).items[0]
  expect(await shown()).toMatchObject({ state: 'broken', actions: ['destroy'], steps: expect.arrayContaining([expect.objectContaining({ step: 'broken' })]) as unknown })
  await command.call(api.destroyEvent, event)
  await runJobs()
  expect((await shown())?.certificate?.kinds.find((k) => k.kind === 'screenings')).toMatchObject({ destroyed: 1, left: 0 })
})

test('once its event is destroyed an area is free for the next one', async () => {
  const c = await aCommunity()
  const { record } = await arrival(c)
  await record()
  const command = await c.as('districtCommand')
  await command.call(api.destroyEvent, await approved({ c, caller: command }))
  await runJobs()
  await anEvent({ c, caller: command })
  expect((await (await arrival(c, '王芳')).record()).status).toBe(200)
})

test('what the review keeps stays, with what it refers to', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 36.6, symptoms: [] })
  await (await c.as('subdistrictOfficer')).call(quarantineApi.releaseEarly, { episodeId, ...order })
  clock.forward(1)
  const command = await c.as('districtCommand')
  const event = await frozen({ c, caller: command })
  expect(await command.refused(api.reviewEvent, { ...event, kinds: [{ kind: 'readings', decision: 'keep' }] })).toMatchObject({ code: 'privacy.reasonNeeded' })
  await command.call(api.reviewEvent, { ...event, kinds: [{ kind: 'readings', decision: 'keep', reason: '行政复议需要', keepUntil: '2020-02-27' }] })
  await (await c.as('healthBureau')).call(api.approveEvent, { ...event, ...order })
  await command.call(api.destroyEvent, event)
  await runJobs()
  expect([await rowsLeft(c, 'health_check'), await rowsLeft(c, 'episode')]).toEqual([1, 1])
  clock.set('2020-02-27T10:00:00+08:00')
  await runJob('privacy.destroyKept')
  expect(await rowsLeft(c, 'health_check'), 'kept until this day').toBe(1)
  clock.set('2020-02-28T10:00:00+08:00')
  await runJob('privacy.destroyKept')
  expect([await rowsLeft(c, 'health_check'), await rowsLeft(c, 'episode')]).toEqual([0, 0])
  expect((await command.call(api.listEvents, {})).items[0]?.steps.map((s) => s.step)).toContain('keepOver')
})

test('nothing on anybody’s card tells of an event that is over', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { episodeId, personId } = await somebodyManaged({ c, caller: worker })
  await worker.call(documentsApi.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })
  await (await c.as('subdistrictOfficer')).call(quarantineApi.releaseEarly, { episodeId, ...order })
  const command = await c.as('districtCommand')
  await command.call(api.destroyEvent, await approved({ c, caller: command }))
  await runJobs()
  expect((await worker.call(peopleApi.personCard, { personId })).timeline.filter((t) => !t.kind.startsWith('people.'))).toEqual([])
})

test('a photo past its term goes with its file', async () => {
  const c = await aCommunity()
  await withPhoto({ c, caller: await c.as('communityWorker') })
  const command = await c.as('districtCommand')
  const event = await anEvent({ c, caller: command })
  await command.call(api.setRetention, { kind: 'passPhotos', months: 6 })
  const { fileId } = await c.tx('districtCommand', ({ sql: q }) => q.get<{ fileId: string }>(sql`select file_id as "fileId" from pass_photo`))
  const read = () => c.tx('districtCommand', async ({ files }) => { for await (const piece of files.read(fileId)) return piece.length })
  expect(await read()).toBeGreaterThan(0)
  clock.set('2020-09-26T10:00:00+08:00')
  expect(await command.call(api.destroyExpired, event)).toEqual({ destroyed: 1 })
  await expect(read()).rejects.toThrow()
  await command.call(api.setRetention, { kind: 'passPhotos', months: null })
})

test('rows past their term go, what is under way stays', async () => {
  const c = await aCommunity()
  const { record } = await arrival(c)
  await record()
  const command = await c.as('districtCommand')
  const event = await anEvent({ c, caller: command })
  await command.call(api.setRetention, { kind: 'screenings', months: 6 })
  expect(await command.call(api.destroyExpired, event)).toEqual({ destroyed: 0 })
  clock.set('2020-09-26T10:00:00+08:00')
  expect((await command.call(api.countEvent, event)).kinds.find((k) => k.kind === 'screenings')).toMatchObject({ months: 6, expired: 1 })
  expect(await command.call(api.destroyExpired, event)).toEqual({ destroyed: 1 })
  await command.call(api.setRetention, { kind: 'screenings', months: null })
})
