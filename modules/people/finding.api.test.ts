import sql from 'sql-template-tag'
import { describe, expect, test } from 'vitest'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aNumber, aWorld, register } from '../../testing/people.ts'
import { peopleApi as api } from './contract.ts'

describe('finding', () => {
  test('goes by name, pinyin, initials, or a whole number, and says which', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    await register(worker, c, { name: '单国强', documentKind: 'residentId', documentNo, phone: '19900007777' })
    const found = async (text: string) => (await worker.call(api.findPeople, { text })).items.map((p) => [p.name, p.matched])
    for (const [text, matched] of [['单国', 'name'], ['shanguo', 'pinyin'], ['sgq', 'pinyin'], [documentNo, 'document'], ['199 0000 7777', 'phone']] as const) {
      expect(await found(text)).toEqual([['单国强', matched]])
    }
    expect(await found('国强')).toEqual([])
    expect((await worker.call(api.listPeople, { text: 'sgq' })).items).toHaveLength(1)
  })

  test('shows nobody of the next community, whichever way it is asked', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    const { personId, householdId } = await register(worker, c, { documentKind: 'residentId', documentNo, phone: '19900008888' })
    const stranger = await c.stranger('communityWorker')
    for (const text of ['李桂兰', 'liguilan', documentNo, '19900008888']) {
      expect((await stranger.call(api.findPeople, { text })).items).toEqual([])
      expect((await stranger.call(api.listPeople, { text })).items).toEqual([])
    }
    expect(await stranger.call(api.peopleCounts, {})).toMatchObject({ households: 0, present: 0, movedOut: 0, groups: { care: 0 } })
    expect(await stranger.refused(api.personCard, { personId })).toMatchObject({ status: 404 })
    expect(await stranger.refused(api.householdCard, { householdId })).toMatchObject({ status: 404 })
    expect(await stranger.refused(api.listPeople, { areaId: c.community.id })).toMatchObject({ status: 404 })
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
