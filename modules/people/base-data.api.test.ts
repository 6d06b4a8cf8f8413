import sql from 'sql-template-tag'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../testing/examples/screening.ts'
import { aNumber, aWorld, door, gridOf, register } from '../../testing/people.ts'
import { clock, runJobs, type Caller } from '../../testing/world.ts'
import { peopleApi as api } from './contract.ts'
import { completeShare, documentDoubt, type BaseDataGap } from './rules.ts'

const gapsOf = async (worker: Caller, areaId?: string) => (await worker.call(api.baseDataByArea, areaId ? { areaId } : {})).area
const todo = async (worker: Caller, gap: BaseDataGap) => (await worker.call(api.listBaseData, { gap })).items

describe('what is missing', () => {
  test('is counted as it comes and goes, adds up over the areas, and each count is the rows of its list', async () => {
    const { c, worker } = await aWorld()
    const first = await register(worker, c, { relation: '02', documentKind: 'residentId', documentNo: aNumber(), phone: '19900001111' })
    await register(worker, c, { name: '赵志强', room: '', building: '' })
    await worker.call(api.registerPerson, { areaId: c.villageGroup.id, room: '17号', name: '王芳' })
    const { area, below } = await worker.call(api.baseDataByArea, {})
    expect(area).toMatchObject({ households: 3, persons: 3, gaps: { unvisited: 3, noHouseholder: 2, noPhone: 2, noDocument: 2, doubtful: 0, noRoom: 1 } })
    expect(area.complete).toBeCloseTo(1 - 10 / 15)
    for (const gap of ['unvisited', 'noHouseholder', 'noPhone', 'noDocument', 'doubtful', 'noRoom'] as const) {
      expect([gap, below.reduce((n, one) => n + (one.gaps[gap] ?? 0), 0), (await todo(worker, gap)).length]).toEqual([gap, area.gaps[gap], area.gaps[gap]])
    }
    await worker.call(api.movePersonOut, { personId: first.personId, reason: '搬到外市' })
    expect((await gapsOf(worker)).persons).toBe(2)
    expect((await (await c.stranger('communityWorker')).call(api.listBaseData, { gap: 'noPhone' })).items).toEqual([])
    const gridWorker = await c.as('gridWorker')
    expect(await gapsOf(gridWorker)).toMatchObject({ persons: 1, gaps: { noPhone: 1 } })
    expect(await gridWorker.refused(api.baseDataByArea, { areaId: c.villageGroup.id })).toMatchObject({ status: 404 })
  })

  test('stands in the order in which somebody walks', async () => {
    const { c, worker } = await aWorld()
    for (const [building, room] of [['12', '101'], ['3', '1501'], ['3', '501'], ['3', '201']] as const) await register(worker, c, { building, room, unit: '1' })
    expect((await todo(worker, 'noPhone')).map((row) => row.door)).toEqual(['3幢1单元201', '3幢1单元501', '3幢1单元1501', '12幢1单元101'])
    const page = await worker.call(api.listBaseData, { gap: 'unvisited', limit: 3 })
    const rest = await worker.call(api.listBaseData, { gap: 'unvisited', limit: 3, after: page.next ?? '' })
    expect([...page.items, ...rest.items].map((row) => row.door)).toEqual(['3幢1单元201', '3幢1单元501', '3幢1单元1501', '12幢1单元101'])
  })
})

describe('completing', () => {
  test('a phone typed, a householder chosen, a door written: the row is gone; at the door it counts as a visit', async () => {
    const { c, worker } = await aWorld()
    const { personId, householdId } = await register(worker, c, { building: '', unit: '', room: '' })
    await worker.call(api.completeBaseData, { gap: 'noPhone', id: personId, value: '19900002222', atDoor: true })
    expect((await worker.call(api.personCard, { personId })).phoneMasked).toBe('199****2222')
    expect(await gapsOf(worker)).toMatchObject({ gaps: { noPhone: 0, unvisited: 0 } })
    await worker.call(api.completeBaseData, { gap: 'noHouseholder', id: householdId, value: personId })
    await worker.call(api.completeBaseData, { gap: 'noRoom', id: householdId, building: '3', unit: '2', value: '501' })
    await worker.call(api.completeBaseData, { gap: 'noDocument', id: personId, value: aNumber() })
    expect(await gapsOf(worker)).toMatchObject({ complete: 1 })
    expect(await worker.call(api.householdCard, { householdId })).toMatchObject({ householderId: personId, address: '锦绣小区第一网格3幢2单元501' })
    await worker.call(api.takeBackBaseData, { gap: 'noPhone', id: personId })
    expect(await todo(worker, 'noPhone')).toHaveLength(1)
  })

  test('a wrong number or phone is refused in words and nothing is lost; a door where somebody lives is said', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c)
    expect(await worker.refused(api.completeBaseData, { gap: 'noPhone', id: personId, value: '123' })).toMatchObject({ status: 422, code: 'people.phoneWrong' })
    expect(await worker.refused(api.completeBaseData, { gap: 'noDocument', id: personId, value: '110105194912310021' })).toMatchObject({ code: 'people.documentWrong' })
    const { householdId } = await register(worker, c, { name: '王芳', ...door(c, '') , building: '', unit: '' })
    expect(await worker.refused(api.completeBaseData, { gap: 'noRoom', id: householdId, building: '3', unit: '2', value: '501' })).toMatchObject({ status: 409, code: 'people.doorTaken' })
  })

  test('somebody who has no phone is asked no more, and that is taken back like everything else', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c)
    await worker.call(api.completeBaseData, { gap: 'noPhone', id: personId, none: true })
    expect(await todo(worker, 'noPhone')).toEqual([])
    await worker.call(api.takeBackBaseData, { gap: 'noPhone', id: personId, none: true })
    expect(await todo(worker, 'noPhone')).toHaveLength(1)
  })

  test('a visit that was none is taken back by whoever recorded it, with what was filled in at the door; both stay in the timeline', async () => {
    const { c, worker } = await aWorld()
    const { personId, householdId } = await register(worker, c)
    const home = () => worker.call(api.householdCard, { householdId })
    expect(await worker.call(api.completeBaseData, { gap: 'unvisited', id: householdId })).toEqual({ visited: true })
    const first = (await home()).visitedAt
    expect(await worker.call(api.completeBaseData, { gap: 'noPhone', id: personId, value: '19900002222', atDoor: true }), 'once a day is enough').toEqual({ visited: false })
    clock.forward(10)
    await worker.call(api.recordHouseholdVisit, { householdId, note: '记错门了' })
    expect((await (await c.as('gridWorker')).refused(api.takeBackHouseholdVisit, { householdId })).code).toBe('people.noVisitToday')
    await worker.call(api.takeBackHouseholdVisit, { householdId })
    expect((await home()).visitedAt, 'the visit before it holds again').toBe(first)
    expect((await worker.refused(api.takeBackHouseholdVisit, { householdId })).code).toBe('people.noVisitToday')
    expect((await home()).timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(['people.visited', 'people.visitTakenBack']))
    const other = await register(worker, c, { name: '王芳', ...door(c, '601') })
    expect(await worker.call(api.completeBaseData, { gap: 'noPhone', id: other.personId, value: '19900003333', atDoor: true })).toEqual({ visited: true })
    await worker.call(api.takeBackBaseData, { gap: 'noPhone', id: other.personId, visit: true })
    expect((await todo(worker, 'unvisited')).map((row) => row.id)).toEqual([other.householdId])
    clock.forward(24 * 60)
    await worker.call(api.completeBaseData, { gap: 'unvisited', id: other.householdId })
    clock.forward(24 * 60)
    expect((await worker.refused(api.takeBackBaseData, { gap: 'unvisited', id: other.householdId })).code).toBe('people.noVisitToday')
  })

  test('a visit by whoever makes it, or a screening at the door, fills the list out by itself; nobody at home does not', async () => {
    const { c, worker } = await aWorld()
    const { personId, householdId } = await register(worker, c)
    const visit = (result: string) => c.tx('system', (ctx) => ctx.sql.run(sql`
      insert into visit (id, household_id, area_path, visitor, purpose, state, made_at, result, created_at) values (${ctx.newId()}, ${householdId}, ${gridOf(c).path}, 'property', 'delivery', 'made', ${ctx.now}, ${result}, ${ctx.now})`))
    await visit('nobodyHome')
    expect(await todo(worker, 'unvisited')).toHaveLength(1)
    await visit('made')
    expect(await todo(worker, 'unvisited')).toEqual([])
    await c.tx('system', (ctx) => ctx.sql.run(sql`update household set visited_at = null where id = ${householdId}`))
    expect(await todo(worker, 'unvisited')).toHaveLength(1)
    await aRecord({ c, caller: worker }, { who: { personId }, channel: 'door' })
    expect(await todo(worker, 'unvisited')).toEqual([])
  })
})

test('numbers on record are looked at again by themselves: one that contradicts the record is doubtful until it is put right', async () => {
  const { c, worker } = await aWorld()
  const { personId } = await register(worker, c, { documentKind: 'residentId', documentNo: aNumber() })
  await c.tx('system', (ctx) => ctx.sql.run(sql`update person set birth_on = '1960-01-01' where id = ${personId}`))
  await worker.call(api.editPerson, { personId, version: 1, workplace: '新平小学' })
  await runJobs()
  expect(await todo(worker, 'doubtful')).toMatchObject([{ id: personId, doubt: 'birth' }])
  await worker.call(api.completeBaseData, { gap: 'doubtful', id: personId, value: aNumber('19600101') })
  expect(await todo(worker, 'doubtful')).toEqual([])
})

test('a doubt has its reason; old cards of fifteen digits are one', () => {
  const p = { documentKind: 'residentId', documentNo: '999100530412002', birthOn: null, sex: '0' }
  expect(documentDoubt(p, '2020-02-26')).toBe('oldForm')
  expect(documentDoubt({ ...p, documentNo: '110105194912310021' }, '2020-02-26')).toBe('fault')
  expect(documentDoubt({ ...p, documentNo: '11010519491231002X', sex: '1' }, '2020-02-26')).toBe('sex')
  expect(documentDoubt({ ...p, documentNo: '11010519491231002X', birthOn: '1949-12-31', sex: '2' }, '2020-02-26')).toBeUndefined()
  expect(completeShare({ households: 0, persons: 0, gaps: { unvisited: 0, noHouseholder: 0, noPhone: 0, noDocument: 0, doubtful: 0, noRoom: 0 } })).toBe(1)
})
