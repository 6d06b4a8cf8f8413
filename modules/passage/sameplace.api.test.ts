import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { aGate, aRecord } from '../../testing/examples/passage.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aVenue } from '../../testing/examples/venues.ts'
import { door, register } from '../../testing/people.ts'
import { aCommunity, Caller, clock, runJobs, type Community } from '../../testing/world.ts'
import { peopleApi } from '../people/contract.ts'
import { rosterApi } from '../roster/contract.ts'
import { venuesApi } from '../venues/contract.ts'
import { passageApi as api, type PassageRecord } from './contract.ts'

const reason = '3号线索流调'
async function world() {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const [worker, keeper, doctor] = [await c.as('communityWorker'), await c.as('gatekeeper'), await c.as('healthCentreDoctor')]
  const w = { c, caller: worker }
  await policyInForceHere(w)
  const [east, west] = [await aGate(w, { name: '东门' }), await aGate(w, { name: '西门' })]
  const { personId, householdId } = await register(worker, c, { phone: '19900001234' })
  return { c, w, worker, keeper, doctor, east: east.gateId, west: west.gateId, personId, householdId }
}
type World = Awaited<ReturnType<typeof world>>
const ago = (minutes: number) => new Date(Date.parse(clock.now) - minutes * 60_000).toISOString()
const DAY = 24 * 60
/** Passes a gate so many minutes ago, as somebody who is known or told. */
const passes = (w: World, gateId: string, minutes: number, more: Partial<PassageRecord> = {}) =>
  w.keeper.call(api.recordPassage, aRecord(gateId, { at: ago(minutes), ...more }) as never)
const home = (householdId: string, personId?: string) => ({ subject: personId ? 'person' : 'household', householdId, personId, name: undefined, told: undefined, happened: 'allow' }) as Partial<PassageRecord>
const told = (name: string) => ({ subject: 'unknown', name, told: '城东', happened: 'allow' }) as Partial<PassageRecord>
const near = (caller: Caller, input: { personId?: string; householdId?: string; days?: number; minutes?: number; after?: string; limit?: number }) => caller.call(api.listSamePlace, { reason, ...input })
const anotherHome = (w: World, room: string, name: string) => register(w.worker, w.c, { ...door(w.c, room), name })

test('whoever passed the same gate within half an hour is there, the nearest first, each once, with how often and when; other gates, other times and slips are not', async () => {
  const w = await world()
  const other = await anotherHome(w, '601', '王建军')
  await passes(w, w.east, 2 * DAY, home(w.householdId))
  await passes(w, w.east, 2 * DAY - 20, home(w.householdId))
  await passes(w, w.east, 600, home(w.householdId, w.personId))
  await passes(w, w.east, 2 * DAY + 12, home(other.householdId))
  await passes(w, w.east, 2 * DAY - 13, home(other.householdId))
  await passes(w, w.east, 605, told('赵强'))
  await passes(w, w.east, 630, told('钱坤'))
  await passes(w, w.east, 631, told('孙远'))
  await passes(w, w.west, 600, told('李别'))
  const slip = await passes(w, w.east, 601, told('误登'))
  await w.keeper.call(api.takeBackPassage, { eventId: slip.eventId })
  const { items } = await near(w.doctor, { personId: w.personId })
  expect(items.map((one) => [one.who, one.times, one.apart / 60, one.placeName])).toEqual([['赵强', 1, 5, '东门'], ['王建军', 2, 7, '东门'], ['钱坤', 1, 30, '东门']])
  expect(items[1]).toMatchObject({ at: 'gate', householdId: other.householdId, beside: '锦绣小区3幢2单元601', theirAt: ago(2 * DAY - 13), ownAt: ago(2 * DAY - 20), direction: 'out', eventId: expect.any(String) })
  expect((await near(w.doctor, { personId: w.personId, minutes: 5 })).items.map((one) => one.who)).toEqual(['赵强'])
  expect((await near(w.doctor, { personId: w.personId, days: 1 })).items.map((one) => one.who)).toEqual(['赵强', '钱坤'])
  expect(await w.doctor.call(api.ownWay, { personId: w.personId })).toMatchObject({ who: '李桂兰', passages: 3, gates: 1, days: 14, minutes: 30, venues: 'notYours' })
})

test('of a household’s pass nobody knows who of it passed: it counts for each of them; what another of them passed by name does not', async () => {
  const w = await world()
  const husband = await register(w.worker, w.c, { name: '周强' })
  await passes(w, w.east, 300, home(w.householdId))
  await passes(w, w.west, 300, home(w.householdId, husband.personId))
  await passes(w, w.east, 301, told('赵强'))
  await passes(w, w.west, 301, told('钱坤'))
  expect((await near(w.doctor, { personId: w.personId })).items.map((one) => one.who)).toEqual(['赵强'])
  expect((await near(w.doctor, { personId: husband.personId })).items.map((one) => one.who)).toEqual(['赵强', '钱坤'])
  expect((await near(w.doctor, { householdId: w.householdId })).items.map((one) => one.who)).toEqual(['赵强', '钱坤'])
})

test('somebody who moved takes along the passages of a household for as long as they lived there, and no others', async () => {
  const w = await world()
  await register(w.worker, w.c, { name: '周强' })
  const next = await anotherHome(w, '601', '王建军')
  for (const [gateId, householdId, who] of [[w.east, w.householdId, '赵强'], [w.west, next.householdId, '钱坤']] as const) {
    await passes(w, gateId, 300, home(householdId))
    await passes(w, gateId, 301, told(who))
  }
  await w.worker.call(peopleApi.movePerson, { personId: w.personId, ...door(w.c, '601') })
  clock.forward(120)
  for (const [gateId, householdId, who] of [[w.east, w.householdId, '孙远'], [w.west, next.householdId, '李别']] as const) {
    await passes(w, gateId, 60, home(householdId))
    await passes(w, gateId, 61, told(who))
  }
  await passes(w, w.west, 65, home(w.householdId))
  const seen = async (personId: string) => (await near(w.doctor, { personId })).items.map((one) => one.who).sort()
  expect(await seen(w.personId), 'also whom they left behind').toEqual(['周强', '赵强', '李别'].sort())
  expect(await w.doctor.call(api.ownWay, { personId: w.personId })).toMatchObject({ passages: 2, gates: 2 })
  await w.worker.call(peopleApi.movePersonOut, { personId: w.personId, reason: '搬到外市' })
  clock.forward(120)
  await passes(w, w.west, 60, home(next.householdId))
  expect(await w.doctor.call(api.ownWay, { personId: w.personId })).toMatchObject({ passages: 2, gates: 2 })
  await w.worker.call(peopleApi.bringPersonBack, { personId: w.personId })
  clock.forward(60)
  await passes(w, w.west, 10, home(next.householdId))
  expect(await w.doctor.call(api.ownWay, { personId: w.personId })).toMatchObject({ passages: 3, gates: 2 })
})

test('whom a roster brings back after they had moved out lives here from then on', async () => {
  const w = await world()
  const documentNo = '999001195001010021'
  const { personId, householdId } = await register(w.worker, w.c, { ...door(w.c, '701'), name: '周强', documentKind: 'residentId', documentNo })
  const passed = async () => (await w.doctor.call(api.ownWay, { personId })).passages
  await passes(w, w.east, 10, home(householdId))
  await w.worker.call(peopleApi.movePersonOut, { personId, reason: '搬到外市' })
  clock.forward(60)
  await passes(w, w.east, 10, home(householdId))
  const roster = new TextEncoder().encode(`小区,楼栋,单元,房号,姓名,证件号码\n锦绣小区,3,2,701,周强,${documentNo}\n`)
  const { id: batchId } = await w.worker.call(rosterApi.uploadImport, { areaId: w.c.community.id }, { upload: { filename: '花名册.csv', bytes: roster } })
  await w.worker.call(rosterApi.runImport, { batchId })
  await runJobs()
  clock.forward(60)
  await passes(w, w.east, 10, home(householdId))
  expect(await passed(), 'one before, one after, none between').toBe(2)
})

test('of two records put together each brings the stays it knows of; taken apart each has its own again', async () => {
  const w = await world()
  const [first, second] = [await anotherHome(w, '601', '王建军'), await anotherHome(w, '701', '王建军')]
  const another = await anotherHome(w, '801', '周强')
  const everywhere = async () => { for (const { householdId } of [w, first, second, another]) await passes(w, w.east, 10, home(householdId)) }
  const passed = async (personId: string) => (await w.doctor.call(api.ownWay, { personId })).passages
  clock.forward(60)
  await everywhere()
  await w.worker.call(peopleApi.movePerson, { personId: second.personId, ...door(w.c, '801') })
  clock.forward(60)
  await everywhere()
  expect([await passed(first.personId), await passed(second.personId)]).toEqual([2, 2])
  const { mergeId } = await w.worker.call(peopleApi.mergePeople, { keptId: first.personId, otherId: second.personId, choices: { home: 'kept' } })
  expect(await passed(first.personId), '601 twice, 701 once, 801 once').toBe(4)
  clock.forward(60)
  await everywhere()
  expect(await passed(first.personId), 'since then at 601 alone').toBe(5)
  await w.worker.call(peopleApi.unmergePeople, { mergeId })
  expect([await passed(first.personId), await passed(second.personId)]).toEqual([3, 3])
})

test('stays that overlap at one door count no passage twice', async () => {
  const w = await world()
  const [one, same] = [await anotherHome(w, '601', '王建军'), await anotherHome(w, '601', '王建军')]
  await passes(w, w.east, 10, home(one.householdId))
  await w.worker.call(peopleApi.movePerson, { personId: same.personId, ...door(w.c, '701') })
  await w.worker.call(peopleApi.mergePeople, { keptId: one.personId, otherId: same.personId, choices: { home: 'other' } })
  expect(await w.doctor.call(api.ownWay, { personId: one.personId })).toMatchObject({ passages: 1 })
})

test('page by page nobody is missing and nobody is twice', async () => {
  const w = await world()
  await passes(w, w.east, 300, home(w.householdId))
  for (let i = 0; i < 7; i++) await passes(w, w.east, 300 + (i % 3), told(`访客${i}`))
  const all = (await near(w.doctor, { householdId: w.householdId })).items.map((one) => one.key)
  const walked: string[] = []
  for (let after: string | undefined; ;) {
    const page = await near(w.doctor, { householdId: w.householdId, limit: 2, ...(after ? { after } : {}) })
    walked.push(...page.items.map((one) => one.key))
    if (page.next === null) break
    after = page.next
  }
  expect(walked).toEqual(all)
  expect(new Set(all).size).toBe(7)
})

test('visits to venues stand among the passages for disease control alone; both inside at once is no minute apart', async () => {
  const w = await world()
  const { token } = await aVenue(w.w)
  const phones = new Caller()
  clock.set('2020-02-26T15:00:00+08:00')
  const own = await phones.call(venuesApi.checkIn, { token, name: '李桂兰', phone: '19900001234' })
  clock.forward(5)
  await phones.call(venuesApi.checkIn, { token, name: '周敏', phone: '19900005678' })
  await phones.call(venuesApi.checkOut, { token, visitId: own.visitId })
  clock.forward(20)
  await phones.call(venuesApi.checkIn, { token, name: '赵强', phone: '19900009999' })
  clock.forward(60)
  await phones.call(venuesApi.checkIn, { token, name: '钱坤', phone: '19900008888' })
  await passes(w, w.east, 30, home(w.householdId))
  await passes(w, w.east, 32, told('孙远'))
  const cdc = await w.c.as('cdc')
  const { items } = await near(cdc, { personId: w.personId })
  expect(items.map((one) => [one.at, one.who, one.apart / 60])).toEqual([['venue', '周敏', 0], ['gate', '孙远', 2], ['venue', '赵强', 20]])
  expect(items[0]).toMatchObject({ placeName: '惠民超市', beside: '199****5678', eventId: null, direction: null })
  expect((await near(w.doctor, { personId: w.personId })).items.map((one) => one.who)).toEqual(['孙远'])
  expect(await cdc.call(api.ownWay, { personId: w.personId })).toMatchObject({ venues: 'shown', visits: 1 })
})

test('only those who follow contacts may ask, only in their own territory, with a reason that the trail keeps beside whom they saw', async () => {
  const w = await world()
  await passes(w, w.east, 300, home(w.householdId))
  const other = await anotherHome(w, '601', '王建军')
  await passes(w, w.east, 301, home(other.householdId))
  for (const role of ['gridWorker', 'gatekeeper', 'subdistrictOfficer', 'propertyStaff'] as const) expect((await (await w.c.as(role)).refused(api.listSamePlace, { personId: w.personId, reason })).status, role).toBe(403)
  expect((await (await w.c.stranger('healthCentreDoctor')).refused(api.listSamePlace, { personId: w.personId, reason })).status).toBe(404)
  expect((await w.doctor.refused(api.listSamePlace, { personId: w.personId, reason: '' })).status).toBe(422)
  await near(w.doctor, { personId: w.personId })
  const line = await w.c.tx('system', ({ sql: q }) => q.get(sql`select act, subjects, reason from audit_event where account_id = ${w.doctor.accountId} and endpoint = 'passage.listSamePlace' order by at desc, id desc limit 1`))
  expect(line).toEqual({ act: 'view', subjects: [w.personId, other.householdId], reason })
})

test('what the passages of another community say stays behind its wall, also where its household passed here', async () => {
  const w = await world()
  const stranger: Community = await aCommunity()
  const there = { c: stranger, caller: await stranger.as('communityWorker') }
  const gate = await aGate(there, { name: '远门' })
  const keeper = await stranger.as('gatekeeper')
  await passes(w, w.east, 300, home(w.householdId))
  await keeper.call(api.recordPassages, { items: [{ ...aRecord(gate.gateId, { at: ago(300), name: '远客' }), eventId: uuidv7() }] })
  await w.c.tx('system', ({ sql: q }) => q.run(sql`insert into passage_event select (jsonb_populate_record(e, jsonb_build_object('id', ${uuidv7()}::text, 'gate_id', ${gate.gateId}::text, 'area_path', ${stranger.community.path}::text))).* from passage_event e where gate_id = ${w.east}`))
  expect((await near(w.doctor, { personId: w.personId })).items).toEqual([])
  expect(await w.doctor.call(api.ownWay, { personId: w.personId })).toMatchObject({ passages: 1, gates: 1 })
})
