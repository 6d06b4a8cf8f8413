import sql from 'sql-template-tag'
import { describe, expect, test } from 'vitest'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aNumber, aWorld, door, gridOf, register } from '../../testing/people.ts'
import { aCommunity, clock, type Community } from '../../testing/world.ts'
import { peopleApi as api, type RosterPerson } from './contract.ts'
import { registerMany } from './service.ts'

/** PostgreSQL's code for a row outside the territory. */
const ROW_SECURITY = '42501'

describe('registering', () => {
  test('somebody makes the household behind the door, the next one finds it', async () => {
    const { c, worker } = await aWorld()
    const first = await register(worker, c, { relation: '02' })
    const second = await register(worker, c, { name: '赵志强', building: '3幢', unit: '二单元', room: '501室', relation: '11' })
    expect(second.householdId).toBe(first.householdId)
    const home = await worker.call(api.householdCard, { householdId: first.householdId })
    expect(home).toMatchObject({ householderId: first.personId, address: '锦绣小区第一网格3幢2单元501' })
    expect(home.members.map((m) => m.name)).toEqual(['李桂兰', '赵志强'])
    expect(await worker.call(api.peopleCounts, {})).toMatchObject({ households: 1, present: 2, movedOut: 0 })
  })

  test('in a compound finds the grid that has the door, or the rest of the building', async () => {
    const { c, worker } = await aWorld()
    const first = await register(worker, c)
    const compound = { areaId: c.compounds[0]?.id ?? '' }
    expect((await register(worker, c, { name: '赵志强', ...compound })).householdId).toBe(first.householdId)
    const upstairs = await register(worker, c, { name: '王芳', room: '601', ...compound })
    expect(await worker.call(api.personCard, { personId: upstairs.personId })).toMatchObject({ areaId: gridOf(c).id })
    await worker.call(api.registerPerson, { areaId: gridOf(c, 0, 1).id, building: '3', unit: '2', room: '701', name: '张伟' })
    const unclear = await register(worker, c, { name: '刘洋', room: '801', ...compound })
    expect(await worker.call(api.personCard, { personId: unclear.personId })).toMatchObject(compound)
  })

  test('takes birth and sex from the number, which is nowhere shown in clear', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    const { personId } = await register(worker, c, { documentKind: 'residentId', documentNo, sex: '0', phone: '19900001234' })
    const card = await worker.call(api.personCard, { personId })
    expect(card).toMatchObject({ birthOn: '1953-04-12', age: 66, sex: '2', documentMasked: `999***********${documentNo.slice(-4)}`, phoneMasked: '199****1234' })
    expect(JSON.stringify(card)).not.toContain(documentNo)
    const stored = await c.tx('system', (ctx) => ctx.sql.get<{ row: string }>(sql`select p::text as row from person p where id = ${personId}`))
    expect(stored.row).not.toContain(documentNo)
    expect(stored.row).not.toContain('19900001234')
  })

  test('a number that fails its check names the right character', async () => {
    const { c, worker } = await aWorld()
    const refusal = await worker.refused(api.registerPerson, { ...door(c), name: '李桂兰', documentKind: 'residentId', documentNo: '110105194912310021' })
    expect(refusal).toMatchObject({ status: 422, code: 'people.documentWrong', params: { fault: 'checkDigit', expected: 'X' } })
    expect(await worker.refused(api.registerPerson, { ...door(c), name: '李桂兰', phone: '12345' })).toMatchObject({ code: 'people.phoneWrong' })
  })

  test('the same number twice is refused with the record that is there', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    const { personId } = await register(worker, c, { documentKind: 'residentId', documentNo })
    const refusal = await worker.refused(api.registerPerson, { areaId: c.villageGroup.id, room: '17号', name: '李桂兰', documentKind: 'residentId', documentNo: documentNo.toLowerCase() })
    expect(refusal).toMatchObject({ status: 409, code: 'people.alreadyThere', params: { name: '李桂兰', personId } })
  })

  test('a grid worker learns nothing of somebody in the next grid, only that it cannot be', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    await worker.call(api.registerPerson, { areaId: gridOf(c, 1).id, name: '王芳', documentKind: 'residentId', documentNo })
    const gridWorker = await c.as('gridWorker')
    const refusal = await gridWorker.refused(api.registerPerson, { ...door(c), name: '王芳', documentKind: 'residentId', documentNo })
    expect(refusal).toMatchObject({ status: 409, code: 'frame.conflict' })
    expect(JSON.stringify(refusal)).not.toContain('王芳')
  })
})

describe('changing', () => {
  test('touches what was sent and nothing else', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c, {
      name: 'Anna Braun', sex: '2', nationality: 'DEU', documentKind: 'passport', documentNo: aNumber().slice(6, 15), residency: 'visitor', careGroups: ['pregnant'], nation: '98', phone: '19900004321',
    })
    const before = await worker.call(api.personCard, { personId })
    expect(await worker.call(api.editPerson, { personId, version: 1, workplace: '新平小学' })).toEqual({ version: 2 })
    const after = await worker.call(api.personCard, { personId })
    expect({ ...after, workplace: null, version: 1, timeline: [] }).toEqual({ ...before, timeline: [] })
    expect(after.timeline[0]).toMatchObject({ kind: 'people.edited', params: { fields: 1 } })
  })

  test('is refused with the other’s name and time when somebody saved meanwhile', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c)
    const other = await c.as('subdistrictOfficer')
    clock.set('2020-02-26T15:00:00+08:00')
    await other.call(api.editPerson, { personId, version: 1, phone: '19900009999' })
    const refusal = await worker.refused(api.editPerson, { personId, version: 1, workplace: '新平小学' })
    expect(refusal).toMatchObject({ status: 409, code: 'people.changedMeanwhile', params: { at: '2020-02-26T07:00:00.000Z' } })
    expect(refusal.params['by']).toContain('subdistrictOfficer')
  })

  test('a number, its kind or none at all: checked as at registration', async () => {
    const { c, worker } = await aWorld()
    const taken = aNumber()
    await register(worker, c, { name: '王芳', documentKind: 'residentId', documentNo: taken })
    const { personId } = await register(worker, c, { documentKind: 'residentId', documentNo: aNumber() })
    const edit = (change: Record<string, unknown>) => ({ personId, version: 1, ...change })
    expect(await worker.refused(api.editPerson, edit({ documentNo: taken }))).toMatchObject({ code: 'people.alreadyThere', params: { name: '王芳' } })
    expect(await worker.refused(api.editPerson, edit({ documentKind: 'taiwanPermit' }))).toMatchObject({ code: 'people.documentWrong', params: { fault: 'areaCode' } })
    await worker.call(api.editPerson, edit({ documentNo: aNumber('19600101', 3) }))
    expect(await worker.call(api.personCard, { personId })).toMatchObject({ birthOn: '1960-01-01', sex: '1' })
    await worker.call(api.editPerson, { personId, version: 2, documentKind: 'none' })
    expect(await worker.call(api.personCard, { personId })).toMatchObject({ documentMasked: null, birthOn: '1960-01-01' })
  })

  test('moving out is undone in one step', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c)
    await worker.call(api.movePersonOut, { personId, reason: '搬到外市' })
    expect((await worker.call(api.listPeople, {})).items).toEqual([])
    expect((await worker.call(api.listPeople, { state: 'movedOut' })).items.map((p) => p.id)).toEqual([personId])
    expect(await worker.refused(api.movePersonOut, { personId, reason: '搬到外市' })).toMatchObject({ status: 409, code: 'people.notPresent' })
    await worker.call(api.bringPersonBack, { personId })
    expect(await worker.call(api.peopleCounts, {})).toMatchObject({ present: 1, movedOut: 0 })
    expect((await worker.call(api.personCard, { personId })).timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(['people.movedOut', 'people.broughtBack']))
  })
})

describe('another door', () => {
  test('takes somebody along with all that is known, leaves no householder behind, and is undone by the former door', async () => {
    const { c, worker } = await aWorld()
    const old = await register(worker, c, { relation: '02', documentKind: 'residentId', documentNo: aNumber() })
    const { personId } = old
    await register(worker, c, { name: '赵志强' })
    const { from, householdId } = await worker.call(api.movePerson, { personId, areaId: c.villageGroup.id, room: '18号', relation: '50' })
    expect(from).toEqual({ ...door(c), relation: '02' })
    expect(await worker.call(api.personCard, { personId })).toMatchObject({ address: '老城组18号', relation: '50', householdId, areaId: c.villageGroup.id })
    expect(await worker.call(api.householdCard, { householdId: old.householdId })).toMatchObject({ householderId: null, members: [{ name: '赵志强' }] })
    expect((await worker.call(api.personCard, { personId })).timeline.find((e) => e.kind === 'people.moved')?.params).toEqual({ from: '锦绣小区第一网格3幢2单元501', to: '老城组18号' })
    await worker.call(api.movePerson, { personId, ...door(c), relation: from?.relation })
    expect(await worker.call(api.personCard, { personId })).toMatchObject({ householdId: old.householdId, isHouseholder: true })
    expect(await worker.call(api.peopleCounts, {})).toMatchObject({ households: 1, present: 2 })
  })

  test('brings back somebody who had moved out', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c)
    await worker.call(api.movePersonOut, { personId, reason: '搬到外市' })
    await worker.call(api.movePerson, { personId, ...door(c, '601') })
    expect(await worker.call(api.personCard, { personId })).toMatchObject({ state: 'present', address: '锦绣小区第一网格3幢2单元601' })
  })

  test('is not for somebody who must stay where they are', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await somebodyManaged({ c, caller: worker })
    expect(await worker.refused(api.movePerson, { personId, ...door(c, '601') })).toMatchObject({ status: 409, code: 'people.managedNow' })
  })

  test('outside one’s territory is not seen', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c)
    const other = await aCommunity()
    expect(await worker.refused(api.movePerson, { personId, areaId: other.villageGroup.id })).toMatchObject({ status: 404 })
  })
})

describe('registering many', () => {
  const row = (c: Community, rowNo: number, over: Partial<RosterPerson> = {}): RosterPerson => ({
    rowNo, areaId: gridOf(c).id, areaPath: gridOf(c).path, communityId: c.community.id, building: '5', unit: '1', room: `${100 + Math.floor(rowNo / 4)}`, name: '张伟', sex: '1', birthOn: '1970-01-01',
    nation: '01', nationality: 'CHN', documentKind: 'none', documentNo: null, phone: null, relation: rowNo % 4 === 0 ? '02' : '20', residency: 'permanent', careGroups: rowNo === 1 ? ['disabled', 'chronic'] : [],
    registeredCode: null, registeredAddress: null, workplace: null, note: null, batchId: null, ...over,
  })

  test('puts 400 people into 100 households with their heads, and into those that are there already', async () => {
    const { c, worker } = await aWorld()
    const known = await worker.call(api.registerPerson, { areaId: gridOf(c).id, building: '5幢', unit: '1单元', room: '100', name: '王芳' })
    const done = await c.tx('communityWorker', (ctx) => registerMany(ctx, Array.from({ length: 400 }, (_, i) => row(c, i))))
    expect(done).toMatchObject({ personsAdded: 400, householdsAdded: 99 })
    expect(done.ids[0]?.householdId).toBe(known.householdId)
    expect(await worker.call(api.peopleCounts, {})).toMatchObject({ households: 100, present: 401 })
    const home = await worker.call(api.householdCard, { householdId: known.householdId })
    expect(home.householderId).toBe(done.ids[0]?.personId)
    expect(home.members).toHaveLength(5)
    expect((await worker.call(api.listPeople, { careGroup: 'disabled' })).items.map((p) => p.careGroups)).toEqual([['disabled', 'chronic']])
  })

  test('is refused outside one’s territory', async () => {
    const { c } = await aWorld()
    const other = await aCommunity()
    await expect(c.tx('communityWorker', (ctx) => registerMany(ctx, [row(other, 1)]))).rejects.toMatchObject({ code: ROW_SECURITY })
  })
})
