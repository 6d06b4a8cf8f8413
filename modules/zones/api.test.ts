import { expect, test } from 'vitest'
import { dutyApi } from '../duty/contract.ts'
import { exampleFile } from '../../testing/examples/files.ts'
import { firstCompound } from '../../testing/examples/duty.ts'
import { aGrade, gradeOrder, ownMeasure } from '../../testing/examples/zones.ts'
import { aCommunity, Caller, clock, runJobs } from '../../testing/world.ts'
import { zonesApi as api } from './contract.ts'
import { zoneItemsOpen } from './service.ts'

const START = '2020-02-26T14:00:00+08:00'
async function world() {
  clock.set(START)
  const c = await aCommunity()
  const [worker, officer] = [await c.as('communityWorker'), await c.as('subdistrictOfficer')]
  return { c, worker, officer, w: { c, caller: officer } }
}

test('a grade opens its checklist, each measure with whoever has the duty there and a deadline', async () => {
  const { c, worker, officer, w } = await world()
  const keeper = await c.as('communityWorker')
  await worker.call(dutyApi.assignDuty, { areaId: firstCompound(w).id, dutyRole: 'compoundKeeper', accountId: keeper.accountId })
  const preview = await officer.call(api.previewZone, { areaId: firstCompound(w).id, kind: 'compoundGrade', value: 'control' })
  expect([preview.opens.length, preview.closes.length, preview.keeps]).toEqual([10, 0, 0])
  const card = await aGrade(w)
  expect(card).toMatchObject({ total: 10, done: 0, late: 0, current: { value: 'control', orderNo: '指挥部通告第7号', state: 'current', mayUndo: true } })
  expect(card.items.every((item) => item.ownerAccountId === keeper.accountId)).toBe(true)
  expect(card.items[0]).toMatchObject({ dueAt: '2020-02-26T12:00:00.000Z', overdue: false })
  clock.forward(7 * 60)
  expect((await keeper.call(api.zoneCard, { areaId: card.area.areaId })).late).toBeGreaterThan(0)
})

test('lowering a grade closes what is no longer needed, keeps what goes on and says so; the former order stays in the history', async () => {
  const { officer, worker, w } = await world()
  const before = await aGrade(w)
  const [first] = before.items
  await worker.call(api.finishZoneItem, { itemId: first?.itemId ?? '', note: '已张贴' })
  const after = await officer.call(api.setZone, gradeOrder(w, 'prevention', '指挥部通告第9号'))
  expect(after.items.map((i) => [i.title.zh.slice(0, 4), i.state])).toContainEqual(['公告张贴', 'done'])
  expect(after.closed.length).toBeGreaterThan(0)
  expect(after.closed.every((i) => i.state === 'closed' && i.actions.length === 0)).toBe(true)
  expect(after.history.map((z) => [z.value, z.state])).toEqual([['prevention', 'current'], ['control', 'former']])
  expect((await officer.refused(api.setZone, gradeOrder(w, 'prevention', '指挥部通告第9号'))).code).toBe('zones.sameAlready')
  expect((await officer.refused(api.undoZone, { zoneId: before.current?.zoneId ?? '' })).code).toBe('zones.superseded')
})

test('a change of the same day is undone: the former grade and its measures stand as they were', async () => {
  const { officer, w } = await world()
  const before = await aGrade(w)
  const after = await officer.call(api.setZone, gradeOrder(w, 'lockdown', '指挥部通告第9号'))
  const undone = await officer.call(api.undoZone, { zoneId: after.current?.zoneId ?? '' })
  expect(undone.items.map((i) => [i.itemId, i.state])).toEqual(before.items.map((i) => [i.itemId, i.state]))
  expect(undone).toMatchObject({ current: { value: 'control' }, closed: [] })
  expect((await officer.call(api.zoneCounts, {})).openItems).toBe(10)
  clock.forward(24 * 60)
  expect((await officer.refused(api.undoZone, { zoneId: before.current?.zoneId ?? '' })).code).toBe('zones.notTheDay')
})

test('a measure is done with a photo, seen by those who see the area, and undone', async () => {
  const { c, worker, w } = await world()
  const itemId = (await aGrade(w)).items[1]?.itemId ?? ''
  const withPhoto = await worker.call(api.addZonePhoto, { itemId }, { upload: exampleFile('zones.addZonePhoto') })
  const photoId = withPhoto.photos[0]?.photoId ?? ''
  expect((await worker.download(api.zonePhoto, { photoId })).bytes.subarray(0, 4)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  expect((await (await c.stranger('communityWorker')).refused(api.zonePhoto, { photoId })).status).toBe(404)
  expect((await worker.refused(api.addZonePhoto, { itemId }, { upload: { filename: '照片.png', bytes: new TextEncoder().encode('<svg/>') } })).code).toBe('zones.notAPicture')
  expect(await worker.call(api.finishZoneItem, { itemId, note: '东门留用' })).toMatchObject({ state: 'done', note: '东门留用', settlerName: expect.any(String) })
  expect((await worker.refused(api.finishZoneItem, { itemId })).code).toBe('zones.itemSettled')
  expect(await worker.call(api.reopenZoneItem, { itemId })).toMatchObject({ state: 'open', settledAt: null, photos: [{ photoId }] })
  expect((await worker.call(api.removeZonePhoto, { photoId })).photos).toEqual([])
})

test('a measure that does not fit is skipped with its reason and no longer counts; the office adds its own', async () => {
  const { worker, officer, w } = await world()
  const card = await aGrade(w)
  await worker.call(api.skipZoneItem, { itemId: card.items[0]?.itemId ?? '', reason: '没有围墙' })
  const own = await officer.call(api.addZoneItem, { areaId: card.area.areaId, title: '给12幢加装门磁', dueAt: '2020-02-27T10:00:00.000Z' })
  expect(own).toMatchObject({ title: { zh: '给12幢加装门磁' }, source: null, state: 'open' })
  expect((await worker.refused(api.addZoneItem, { areaId: card.area.areaId, title: '加一项', dueAt: START })).status).toBe(403)
  expect((await worker.call(api.zoneCard, { areaId: card.area.areaId })).total).toBe(10)
})

test('states go with communities, grades with what is below; who sets them is the office', async () => {
  const { c, worker, officer } = await world()
  const order = { orderNo: '街道办〔2020〕2号', issuer: '街道指挥部' }
  expect((await officer.refused(api.setZone, { areaId: c.community.id, kind: 'compoundGrade', value: 'lockdown', ...order })).code).toBe('zones.notHere')
  expect((await officer.refused(api.setZone, { areaId: c.community.id, kind: 'communityState', value: 'lockdown', ...order })).code).toBe('zones.notHere')
  expect((await worker.refused(api.setZone, { areaId: c.community.id, kind: 'communityState', value: 'noCase', ...order })).status).toBe(403)
  expect((await officer.call(api.setZone, { areaId: c.community.id, kind: 'communityState', value: 'noCase', ...order })).items).toHaveLength(6)
  expect((await officer.refused(api.setZone, { areaId: c.community.id, kind: 'communityState', value: 'caseFound', ...order, orderNo: '街道办〔2020〕1号', fromAt: '2020-02-20T00:00:00.000Z' })).code).toBe('zones.beforeCurrent')
})

test('measures go along when duty hands the work over, and come back when that is undone', async () => {
  const { c, worker, w } = await world()
  const [former, next] = [await c.as('communityWorker'), await c.as('communityWorker')]
  const held = await worker.call(dutyApi.assignDuty, { areaId: firstCompound(w).id, dutyRole: 'compoundKeeper', accountId: former.accountId })
  await aGrade(w)
  const openFor = async (caller: Caller) => (await caller.call(api.zoneCard, { areaId: firstCompound(w).id })).items.filter(({ mine }) => mine).length
  expect([await openFor(former), await openFor(next)]).toEqual([10, 0])
  const after = await worker.call(dutyApi.changeDuty, { assignmentId: held.assignmentId, accountId: next.accountId, reason: '轮岗' })
  await runJobs()
  expect([await openFor(former), await openFor(next)]).toEqual([0, 10])
  await worker.call(dutyApi.undoDuty, { assignmentId: after.assignmentId })
  await runJobs()
  expect([await openFor(former), await openFor(next)]).toEqual([10, 0])
})

test('what is open stands for Today: one’s own, or for the office what is late', async () => {
  const { c, w } = await world()
  await aGrade(w)
  const open = (own: boolean, lateOnly: boolean) => c.tx('subdistrictOfficer', (ctx) => zoneItemsOpen(ctx, { own, lateOnly, limit: 50 }))
  expect([(await open(false, false)).total, (await open(false, true)).total, (await open(true, false)).total]).toEqual([10, 0, 0])
  clock.forward(7 * 60)
  expect((await open(false, true)).total).toBeGreaterThan(0)
})

test('the public reads grade, place, time and order, and nothing else', async () => {
  const { w } = await world()
  const card = await aGrade(w)
  const { items } = await new Caller().call(api.publicZones, { areaId: card.area.areaId })
  expect(items).toEqual([{ kind: 'compoundGrade', value: 'control', place: '锦绣小区', fromAt: '2020-02-26T06:00:00.000Z', orderNo: '指挥部通告第7号', issuer: '市疫情防控指挥部' }])
})

test('an office’s own list holds for the next change, below it too; what is open stays; the former list is one step back', async () => {
  const { officer, worker, w } = await world()
  const before = await aGrade(w)
  const shipped = (await worker.call(api.zoneChecklists, {})).items.find((list) => list.value === 'lockdown')
  expect(shipped).toMatchObject({ from: 'shipped', versions: [] })
  const saved = await officer.call(api.saveZoneChecklist, { value: 'lockdown', measures: [...(shipped?.measures ?? []).slice(0, 2), ownMeasure] })
  expect(saved.list).toMatchObject({ from: 'own', measures: [{ key: 'notice' }, { key: 'oneGate' }, { title: ownMeasure.title }] })
  expect((await worker.call(api.zoneChecklists, {})).items.find((list) => list.value === 'lockdown')).toMatchObject({ from: 'above', versions: [] })
  expect((await officer.call(api.zoneCard, { areaId: before.area.areaId })).items).toHaveLength(before.items.length)
  const preview = await officer.call(api.previewZone, { areaId: before.area.areaId, kind: 'compoundGrade', value: 'lockdown' })
  expect([preview.opens.map((o) => o.title.zh), preview.keeps]).toEqual([[ownMeasure.title.zh], 2])
  const again = await officer.call(api.useZoneChecklist, { value: 'lockdown', checklistId: saved.former })
  expect(again).toMatchObject({ from: 'shipped', versions: [{ version: 1, inForce: false }] })
  expect(await officer.call(api.useZoneChecklist, { value: 'lockdown', checklistId: saved.checklistId })).toMatchObject({ from: 'own', measures: { length: 3 } })
})

test('two measures of the same words are refused, and nobody else’s version can be put in force', async () => {
  const { officer, w } = await world()
  expect((await officer.refused(api.saveZoneChecklist, { value: 'control', measures: [ownMeasure, ownMeasure] }))).toMatchObject({ code: 'zones.sameTwice', params: { title: ownMeasure.title.zh } })
  const { checklistId } = await officer.call(api.saveZoneChecklist, { value: 'control', measures: [ownMeasure] })
  const stranger = await (await aCommunity()).as('subdistrictOfficer')
  expect(await stranger.refused(api.useZoneChecklist, { value: 'control', checklistId })).toMatchObject({ status: 404 })
  expect((await aGrade(w)).items.map((i) => i.title.zh)).toEqual([ownMeasure.title.zh])
})
