import sql from 'sql-template-tag'
import { describe, expect, test } from 'vitest'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aNumber, aWorld, door, register } from '../../testing/people.ts'
import { peopleApi as api } from './contract.ts'

describe('finding', () => {
  test('goes by any part of a name, pinyin, initials, last digits or a whole number, and says which', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    await register(worker, c, { name: '单国强', documentKind: 'residentId', documentNo, phone: '19900007777' })
    const found = async (text: string) => (await worker.call(api.findPeople, { text })).items.map((p) => [p.name, p.matched])
    for (const [text, matched] of [['单国', 'name'], ['shanguo', 'pinyin'], ['sgq', 'initials'], [documentNo, 'document'], ['199 0000 7777', 'phone'], ['国强', 'part'], ['强', 'part'], [documentNo.slice(-4), 'documentTail'], [documentNo.slice(-6), 'documentTail'], ['7777', 'phoneTail'], ['07777', 'phoneTail']] as const) {
      expect(await found(text)).toEqual([['单国强', matched]])
    }
    for (const text of ['17777', 'gq', '国军', documentNo.slice(-7)]) expect([text, await found(text)]).toEqual([text, []])
    expect((await worker.call(api.listPeople, { text: 'sgq' })).items).toHaveLength(1)
  })

  test('shows nobody of the next community, whichever way it is asked', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    const { personId, householdId } = await register(worker, c, { documentKind: 'residentId', documentNo, phone: '19900008888' })
    await worker.call(api.registerVehicle, { householdId, plate: '云H·A1234' })
    expect((await worker.call(api.search, { text: '云HA1234' })).vehicles).toHaveLength(1)
    const stranger = await c.stranger('communityWorker')
    for (const text of ['李桂兰', '桂兰', '兰', 'liguilan', 'lgl', documentNo, documentNo.slice(-4), documentNo.slice(-6), '19900008888', '8888', '3-2-501', '锦绣 501', '云HA1234']) {
      expect((await stranger.call(api.findPeople, { text })).items).toEqual([])
      expect((await stranger.call(api.listPeople, { text })).items).toEqual([])
      expect(await stranger.call(api.search, { text })).toMatchObject({ people: [], households: [], vehicles: [] })
    }
    expect(await stranger.call(api.peopleCounts, {})).toMatchObject({ households: 0, present: 0, movedOut: 0, groups: { care: 0 } })
    expect(await stranger.refused(api.personCard, { personId })).toMatchObject({ status: 404 })
    expect(await stranger.refused(api.householdCard, { householdId })).toMatchObject({ status: 404 })
    expect(await stranger.refused(api.listPeople, { areaId: c.community.id })).toMatchObject({ status: 404 })
  })

  test('a door is found however it is written, by the place’s name or pinyin, and leads to the household', async () => {
    const { c, worker } = await aWorld()
    const { householdId, personId } = await register(worker, c, { relation: '02' })
    await register(worker, c, { name: '王芳', room: '1501' })
    const doors = async (text: string) => (await worker.call(api.search, { text })).households.map((h) => h.id)
    for (const text of ['锦绣 3-2-501', '锦绣小区3幢2单元501', '锦绣3号楼二单元501室', '锦绣 501', '3-2-501', '3-501', '3-2-50', '锦绣 3-2']) expect([text, (await doors(text))[0]]).toEqual([text, householdId])
    expect(await doors('金科 3-2-501')).toEqual([])
    expect(await doors('3-2')).toHaveLength(2)
    expect((await worker.call(api.search, { text: '锦绣 501' })).households[0]).toEqual({ id: householdId, address: '锦绣小区第一网格', door: '3幢2单元501', householder: '李桂兰', members: 1 })
    expect((await worker.call(api.listPeople, { text: '锦绣 3-2-501' })).items.map((p) => p.id)).toEqual([personId])
    expect((await worker.call(api.search, { text: '锦绣' })).areas[0]).toMatchObject({ name: '锦绣小区', level: 'compound' })
  })

  test('what matched is marked in the name or the number', async () => {
    const { c, worker } = await aWorld()
    await register(worker, c, { name: '欧阳桂兰', phone: '19900004321' })
    const part = async (text: string) => { const [one] = (await worker.call(api.search, { text })).people; return one && { matched: one.matched, ...one.part } }
    expect(await part('桂兰')).toEqual({ matched: 'part', from: 2, length: 2 })
    expect(await part('ouyangg')).toEqual({ matched: 'pinyin', from: 0, length: 3 })
    expect(await part('oy')).toEqual({ matched: 'initials', from: 0, length: 2 })
    expect(await part('4321')).toEqual({ matched: 'phoneTail', from: 7, length: 4 })
  })

  test('a vehicle is found by its plate, the end of it too, and stands with its household until it is removed', async () => {
    const { c, worker } = await aWorld()
    const { householdId, personId } = await register(worker, c)
    const { vehicleId } = await worker.call(api.registerVehicle, { householdId, personId, plate: '云h·ad1234' })
    for (const text of ['云HAD1234', '1234', '云HAD1', 'AD1234']) expect((await worker.call(api.search, { text })).vehicles).toMatchObject([{ id: vehicleId, kind: 'newEnergy', owner: '李桂兰', householdId }])
    expect(await worker.refused(api.registerVehicle, { householdId, plate: '云HAD1234' })).toMatchObject({ status: 409, code: 'people.plateThere' })
    expect(await worker.refused(api.registerVehicle, { householdId, plate: '云HIO234' })).toMatchObject({ status: 422, code: 'people.plateWrong' })
    await worker.call(api.movePerson, { personId, ...door(c, '601') })
    expect(await worker.call(api.householdCard, { householdId: (await worker.call(api.personCard, { personId })).householdId ?? '' })).toMatchObject({ vehicles: [{ plate: '云HAD1234', ownerName: '李桂兰' }] })
    expect(await worker.call(api.removeVehicle, { vehicleId })).toMatchObject({ plate: '云HAD1234', personId })
    expect((await worker.call(api.search, { text: '云HAD1234' })).vehicles).toEqual([])
  })

  test('a list is read page by page in the order of the doors, each person once', async () => {
    const { c, worker } = await aWorld()
    for (let i = 0; i < 7; i++) await register(worker, c, { name: `张${'一二三四五六七'[i]}`, room: `${501 + (i % 3)}`, ...(i === 6 ? { areaId: c.villageGroup.id } : {}) })
    const seen: { id: string; householdId: string | null }[] = []
    let after: string | undefined
    do {
      const page = await worker.call(api.listPeople, { limit: 3, ...(after ? { after } : {}) })
      seen.push(...page.items)
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen.map((p) => p.id)).size).toBe(7)
    const homes = seen.map((p) => p.householdId)
    expect(homes.filter((h, i) => h !== homes[i - 1])).toHaveLength(new Set(homes).size)
    expect((await worker.call(api.listPeople, { areaId: c.villageGroup.id })).items).toHaveLength(1)
  })

  test('care groups and residency narrow the list', async () => {
    const { c, worker } = await aWorld()
    await register(worker, c, { name: '独居老人', careGroups: ['livingAlone', 'chronic'] })
    await register(worker, c, { name: '外来租户', residency: 'visitor' })
    const names = async (filter: Record<string, unknown>) => (await worker.call(api.listPeople, filter as never)).items.map((p) => p.name)
    expect(await names({ careGroup: 'chronic' })).toEqual(['独居老人'])
    expect(await names({ careGroup: 'pregnant' })).toEqual([])
    expect(await names({ anyCare: 'true' })).toEqual(['独居老人'])
    expect(await names({ residency: 'visitor' })).toEqual(['外来租户'])
    expect((await worker.call(api.peopleCounts, {})).groups).toEqual({ care: 1, registeredAway: 0, visitor: 1, returnee: 0 })
  })
})

describe('cards', () => {
  test('of somebody managed say by which measure, until when and why', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await somebodyManaged({ c, caller: worker })
    const { management, measure } = await worker.call(api.personCard, { personId })
    expect(management?.measure).toBe(measure)
    expect(management?.because.zh).toMatch(/天/)
  })

  test('the householder is one of the household, and a visit stands on its card', async () => {
    const { c, worker } = await aWorld()
    const { householdId } = await register(worker, c, { relation: '02' })
    const { personId } = await register(worker, c, { name: '赵志强' })
    const elsewhere = await register(worker, c, { name: '王芳', room: '502' })
    await worker.call(api.setHouseholder, { householdId, personId })
    expect(await worker.refused(api.setHouseholder, { householdId, personId: elsewhere.personId })).toMatchObject({ status: 404 })
    await worker.call(api.recordHouseholdVisit, { householdId, note: '家中有老人' })
    const home = await worker.call(api.householdCard, { householdId })
    expect(home).toMatchObject({ householderId: personId, visitedAt: '2020-02-26T06:00:00.000Z' })
    expect(home.timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(['people.visited', 'people.householder', 'people.registered']))
  })

  test('clear numbers are given for a reason, and the trail keeps who, whose and why', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    const { personId } = await register(worker, c, { documentKind: 'residentId', documentNo, phone: '19900001234' })
    expect(await worker.refused(api.revealPerson, { personId, reason: '' })).toMatchObject({ status: 422 })
    expect(await worker.call(api.revealPerson, { personId, reason: '电话核实行程' })).toEqual({ documentNo, phone: '19900001234' })
    const trail = await c.tx('system', (ctx) => ctx.sql.rows<{ act: string; reason: string; accountId: string }>(sql`
      select act, reason, account_id as "accountId" from audit_event where endpoint = 'people.revealPerson' and ${personId} = any(subjects)`))
    expect(trail).toEqual([{ act: 'reveal', reason: '电话核实行程', accountId: worker.accountId }])
    const gridWorker = await c.as('gridWorker')
    expect(await gridWorker.refused(api.revealPerson, { personId, reason: '电话核实行程' })).toMatchObject({ status: 403 })
  })
})
