import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { addMinutes } from '../../kernel/dates.ts'
import { aPosterToTakeDown, aResident, published, written } from '../../testing/examples/publicity.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { register } from '../../testing/people.ts'
import { aCommunity, clock, type Caller, type Community } from '../../testing/world.ts'
import { documentsApi } from '../documents/contract.ts'
import { fieldApi } from '../field/contract.ts'
import { reportingApi } from '../reporting/contract.ts'
import { todayApi, type TodayKind } from '../today/contract.ts'
import { publicityApi as api, type AnnouncementTab } from './contract.ts'

async function world(at = '2020-02-26T09:00:00+08:00') {
  clock.set(at)
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  return { c, worker, w: { c, caller: worker }, placeId: c.compounds[0]?.id ?? '' }
}
/** Two compounds and a village group. */
const settlementsOf = (c: Community): string[] => [...c.compounds.map(({ id }) => id), c.villageGroup.id]
const idsIn = async (caller: Caller, tab: AnnouncementTab) => (await caller.call(api.listAnnouncements, { tab, limit: 200 })).items.map((one) => one.announcementId)
const todayOf = async (caller: Caller, kind: TodayKind) => (await caller.call(todayApi.today, { kind, limit: 500 })).groups.flatMap((g) => g.items)

test('what an office above publishes is in the communities below at once, is not changed there, and stands in Today until every settlement was told', async () => {
  const { c, worker } = await world()
  const district = await c.as('districtCommand')
  const draft = (await district.call(api.createAnnouncement, written({ areaIds: [c.community.id], tellBy: addMinutes(clock.now, 60) }))).announcementId
  expect(await idsIn(worker, 'all')).toEqual([])
  await district.call(api.publishAnnouncement, { announcementId: draft })
  const card = await worker.call(api.getAnnouncement, { announcementId: draft })
  expect(card).toMatchObject({ own: false, standing: 'inForce', orderNo: '指挥部通告第3号' })
  expect(card.placesOf.map(({ areaId, told }) => [areaId, told]).toSorted()).toEqual(settlementsOf(c).map((id) => [id, 0]).toSorted())
  expect((await worker.refused(api.withdrawAnnouncement, { announcementId: draft, reason: '不要了' })).code).toBe('publicity.notYours')
  expect(await todayOf(worker, 'announcement')).toMatchObject([{ state: 'soon', why: { params: { left: 3, places: 3 } } }])
  clock.set('2020-02-26T10:30:00+08:00')
  expect((await todayOf(worker, 'announcement')).map(({ state }) => state)).toEqual(['overdue'])
  const { recordId } = await worker.call(api.recordPublicity, { announcementId: draft, areaId: c.community.id, way: 'loudspeaker' })
  expect([await todayOf(worker, 'announcement'), await idsIn(worker, 'toTell')]).toEqual([[], []])
  expect((await district.call(api.getAnnouncement, { announcementId: draft })).placesOf).toMatchObject([{ name: c.community.name, told: 3 }])
  expect((await worker.call(api.undoPublicity, { recordId })).undoneAt).toBe(clock.now)
  expect(await idsIn(worker, 'toTell')).toEqual([draft])
  expect((await (await c.stranger('communityWorker')).refused(api.getAnnouncement, { announcementId: draft })).status).toBe(404)
})

test('coverage is derived: a loudspeaker tells all homes of its place, doorsteps as many as were gone to, never more than there are', async () => {
  const { c, worker, placeId } = await world()
  for (const room of ['101', '102', '201', '202']) await register(worker, c, { room })
  const { announcementId } = await published(worker, { areaIds: [placeId], tellBy: clock.now })
  const tellingOf = async () => (await worker.call(api.getAnnouncement, { announcementId })).placesOf.map(({ households, covered, told }) => [households, covered, told])
  expect(await tellingOf()).toEqual([[4, 0, 0]])
  expect((await worker.refused(api.recordPublicity, { announcementId, areaId: placeId, way: 'leaflet' })).code).toBe('publicity.reachedNeeded')
  await worker.call(api.recordPublicity, { announcementId, areaId: placeId, way: 'leaflet', reached: 3 })
  expect(await tellingOf()).toEqual([[4, 3, 1]])
  await worker.call(api.recordPublicity, { announcementId, areaId: placeId, way: 'group', reached: 200 })
  expect(await tellingOf()).toEqual([[4, 4, 1]])
  const other = await published(worker, { tellBy: clock.now })
  await worker.call(api.recordPublicity, { ...other, areaId: c.community.id, way: 'group', reached: 2 })
  expect((await worker.call(api.getAnnouncement, other)).telling).toMatchObject({ told: 3, covered: 2, households: 4 })
  await worker.call(api.recordPublicity, { ...other, areaId: placeId, way: 'poster' })
  expect((await worker.call(api.listAnnouncements, { tab: 'all' })).items.find((one) => one.announcementId === other.announcementId)?.telling).toMatchObject({ covered: 4 })
})

test('a resident reads by the code what holds at this door, newest first, and what holds no more; opening is a number and nobody', async () => {
  const { c, worker, w } = await world()
  const first = await published(worker, { title: '测温登记', toOn: '2020-02-27' })
  clock.forward(5)
  const second = await published(worker, { kind: 'rumour', title: '“封半个月”是谣言', rumour: '听说明天封半个月', body: '没有这回事。' })
  await worker.call(api.createAnnouncement, written({ title: '还没发的' }))
  await published(await (await aCommunity()).as('communityWorker'), { title: '别处的' })
  const resident = await aResident(w)
  const titles = async () => (await resident.call(api.residentsAnnouncements, {})).items.map(({ title, standing }) => [title, standing])
  expect(await titles()).toEqual([['“封半个月”是谣言', 'inForce'], ['测温登记', 'inForce']])
  expect((await resident.call(api.residentsAnnouncements, {})).items[0]).toMatchObject({ rumour: '听说明天封半个月', areas: [{ name: c.community.name }] })
  expect(JSON.stringify((await resident.call(api.residentsAnnouncements, {})).items)).not.toContain('publisherName')
  await resident.call(api.openAnnouncement, first)
  await resident.call(api.openAnnouncement, first)
  expect(await worker.call(api.getAnnouncement, first)).toMatchObject({ opened: 2, openedOn: [{ day: '2020-02-26', n: 2 }] })
  const columns = await c.tx('system', (ctx) => ctx.sql.rows<{ name: string }>({ text: `select column_name as name from information_schema.columns where table_name = 'announcement_opened' order by 1`, values: [] }))
  expect(columns.map(({ name }) => name)).toEqual(['announcement_id', 'area_path', 'day', 'n'])
  await worker.call(api.withdrawAnnouncement, { ...second, reason: '以新通告为准' })
  clock.set('2020-02-28T09:00:00+08:00')
  expect(await titles()).toEqual([['“封半个月”是谣言', 'withdrawn'], ['测温登记', 'expired']])
  expect((await resident.call(api.residentsAnnouncements, {})).items[0]?.withdrawnReason).toBe('以新通告为准')
})

test('published by a slip it is a draft again, but not once somebody was told or has read it; then it is withdrawn and may be restored', async () => {
  const { worker, w } = await world()
  const one = await published(worker)
  expect((await worker.call(api.takeBackAnnouncement, one)).standing).toBe('draft')
  await worker.call(api.publishAnnouncement, one)
  expect((await worker.refused(api.editAnnouncement, { ...one, ...written() })).code).toBe('publicity.notInState')
  await (await aResident(w)).call(api.openAnnouncement, one)
  expect((await worker.refused(api.takeBackAnnouncement, one)).code).toBe('publicity.alreadyTold')
  expect((await worker.call(api.withdrawAnnouncement, { ...one, reason: '写错了' })).standing).toBe('withdrawn')
  expect(await worker.call(api.restoreAnnouncement, one)).toMatchObject({ standing: 'inForce', withdrawnReason: null })
  expect((await worker.refused(api.createAnnouncement, written({ toOn: '2020-02-01' }))).code).toBe('publicity.endsBefore')
  expect((await worker.refused(api.createAnnouncement, written({ kind: 'rumour' }))).code).toBe('publicity.rumourNeeded')
})

test('for one compound only that compound is told; a grid worker’s phone carries it with the places of the duty, and sends the same record once', async () => {
  const { c, worker, placeId } = await world()
  const { announcementId } = await published(worker, { areaIds: [placeId], tellBy: clock.now })
  expect((await worker.call(api.getAnnouncement, { announcementId })).placesOf.map(({ areaId }) => areaId)).toEqual([placeId])
  const grid = await c.as('gridWorker')
  const carried = (await grid.call(fieldApi.carry, {})).parts.flatMap((part) => part.announcements ?? []).find((one) => one.announcementId === announcementId)
  expect(carried).toMatchObject({ orderNo: '指挥部通告第3号', places: [{ told: false }] })
  const said = { recordId: uuidv7(), announcementId, areaId: carried?.places[0]?.areaId ?? '', way: 'loudspeaker', at: addMinutes(clock.now, 90) } as const
  expect(await grid.call(api.recordPublicity, said)).toMatchObject({ at: clock.now, mayUndo: true })
  await grid.call(api.recordPublicity, said)
  expect((await worker.call(api.getAnnouncement, { announcementId })).records).toHaveLength(1)
  expect((await grid.call(fieldApi.carry, {})).parts.flatMap((part) => part.announcements ?? []).find((one) => one.announcementId === announcementId)?.places.map(({ told }) => told)).toEqual([true])
  clock.set('2020-02-27T09:00:00+08:00')
  expect((await grid.refused(api.undoPublicity, said)).code).toBe('publicity.notTheDay')
})

test('a poster of what holds no more is to be taken down, wherever it hangs; taken down it is done, and up again it is owed', async () => {
  const { worker, w } = await world()
  const { recordId } = await aPosterToTakeDown(w)
  expect((await todayOf(worker, 'poster')).map(({ id }) => id)).toEqual([`poster:${recordId}`])
  expect((await worker.call(api.announcementCounts, {})).takeDown).toBe(1)
  await worker.call(api.takeDownPoster, { recordId })
  expect([await todayOf(worker, 'poster'), (await worker.call(api.listPublicity, { tab: 'takeDown' })).items]).toEqual([[], []])
  expect((await worker.call(api.putUpAgain, { recordId })).toTakeDown).toBe(true)
})

test('the daily report counts publicity up to the cut-off and opens exactly these rows; the work report says it in a sentence; the poster bears the code of its place', async () => {
  const { c, worker, w, placeId } = await world()
  await policyInForceHere(w)
  await aResident(w)
  const one = await published(worker)
  await worker.call(api.recordPublicity, { ...one, areaId: placeId, way: 'poster', reached: 6 })
  await worker.call(api.recordPublicity, { areaId: placeId, way: 'consultation', reached: 12, people: '刘桂英' })
  const taken = await worker.call(api.recordPublicity, { areaId: placeId, way: 'loudspeaker' })
  await worker.call(api.undoPublicity, { recordId: taken.recordId })
  const report = await worker.call(reportingApi.getDailyReport, {})
  expect(report.cells.find(({ indicator }) => indicator === 'publicityTimes')?.persons).toBe(2)
  const rows = await worker.call(reportingApi.figurePeople, { areaId: report.areaId, day: report.day, indicator: 'publicityTimes', unit: 'persons' })
  expect([rows.total, rows.items.map(({ name, tag }) => [name, tag]).toSorted()]).toEqual([2, [['刘桂英', 'consultation'], [expect.stringContaining('通告'), 'poster']].toSorted()])
  expect(rows.items[0]?.address).toContain(c.compounds[0]?.name)
  const text = JSON.stringify((await worker.call(documentsApi.getWorkReport, {})).paper)
  expect(text).toMatch(/\([四五]\)宣传引导情况/)
  const board = await worker.call(api.noticeBoard, { areaId: placeId })
  expect([board.items.map(({ announcementId }) => announcementId), board.code?.url]).toEqual([[one.announcementId], expect.stringMatching(/\/m\/n\//)])
  expect((await worker.call(api.announcementPoster, { ...one, areaId: placeId })).code?.url).toBe(board.code?.url)
})
