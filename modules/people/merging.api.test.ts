import sql from 'sql-template-tag'
import { describe, expect, test } from 'vitest'
import { aLead } from '../../testing/examples/leads.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aNumber, aWorld, door, gridOf, register } from '../../testing/people.ts'
import { clock, runJobs, type Community } from '../../testing/world.ts'
import { peopleApi as api } from './contract.ts'

/** Rows of every table that refer to one of these people, whoever of them. */
const belongingsOf = (c: Community, ids: string[]) => c.tx('system', async (ctx) => {
  const columns = await ctx.sql.rows<{ table: string; column: string }>(sql`select "table", "column" from person_columns()`)
  const counts: Record<string, Record<string, number>> = {}
  for (const id of ids) {
    counts[id] = Object.fromEntries((await ctx.sql.rows<{ table: string; n: number }>(sql`select "table", n from person_belongings(${id})`)).map((row) => [row.table, row.n]))
  }
  return { columns, counts }
})
const total = (counts: Record<string, Record<string, number>>) => {
  const sum: Record<string, number> = {}
  for (const of of Object.values(counts)) for (const [table, n] of Object.entries(of)) sum[table] = (sum[table] ?? 0) + n
  return sum
}

describe('pairs that may be one person', () => {
  test('are found by number, by name with phone or birth, by sound in one household; two numbers are two people', async () => {
    const { c, worker } = await aWorld()
    const a = await register(worker, c, { name: '李桂兰', phone: '19900001111', birthOn: '1953-04-12' })
    const b = await register(worker, c, { name: '李桂兰', phone: '19900001111', ...door(c, '601') })
    const d = await register(worker, c, { name: '李桂兰', birthOn: '1953-04-12', ...door(c, '701') })
    const e = await register(worker, c, { name: '李贵兰' })
    await register(worker, c, { name: '王芳', documentKind: 'residentId', documentNo: aNumber(), phone: '19900002222' })
    await register(worker, c, { name: '王芳', documentKind: 'residentId', documentNo: aNumber('19800101'), phone: '19900002222' })
    await runJobs()
    const { items } = await worker.call(api.listDoubles, {})
    const pair = (x: { personId: string }, y: { personId: string }) => items.find((i) => [i.one.id, i.other.id].every((id) => [x.personId, y.personId].includes(id)))
    expect(pair(a, b)).toMatchObject({ score: 85, reasons: ['sameNamePhone'] })
    expect(pair(a, d)).toMatchObject({ score: 75, reasons: ['sameNameBirth'] })
    expect(pair(a, e)).toMatchObject({ reasons: ['sameSoundHousehold', 'nameDiffers'] })
    expect(items.filter((i) => i.one.name === '王芳')).toEqual([])
    expect(await worker.call(api.doubleCounts, {})).toMatchObject({ open: items.length })
    expect((await (await c.stranger('communityWorker')).call(api.listDoubles, {})).items).toEqual([])
  })

  test('said not to be the same, they are never proposed again; a slip is undone', async () => {
    const { c, worker } = await aWorld()
    const one = await register(worker, c, { phone: '19900003333' })
    const other = await register(worker, c, { phone: '19900003333', ...door(c, '601') })
    await runJobs()
    await worker.call(api.decideDouble, { oneId: one.personId, otherId: other.personId, same: 'no' })
    await worker.call(api.editPerson, { personId: other.personId, version: 1, birthOn: '1953-04-12' })
    await runJobs()
    expect((await worker.call(api.listDoubles, {})).items).toEqual([])
    expect((await worker.call(api.listDoubles, { state: 'different' })).items).toMatchObject([{ state: 'different', deciderName: expect.stringContaining('communityWorker') as string }])
    await worker.call(api.decideDouble, { oneId: other.personId, otherId: one.personId, same: 'unknown' })
    expect((await worker.call(api.listDoubles, {})).items).toHaveLength(1)
  })

  test('are not compared with every pair that was found before', async () => {
    const { c, worker } = await aWorld()
    const { personId } = await register(worker, c, { phone: '19900004444' })
    const others = (n: number) => c.tx('system', (ctx) => ctx.sql.run(sql`
      insert into person select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).* from person p, generate_series(1, ${n}) where p.id = ${personId}`))
    const took = []
    for (const n of [99, 0]) {
      await others(n)
      const from = performance.now()
      await runJobs('people.findDoubles')
      took.push(performance.now() - from)
    }
    expect(await worker.call(api.doubleCounts, {})).toMatchObject({ open: 100 * 99 / 2 })
    // Nothing more is there beside 4,950: seeing that takes a twentieth of finding them, compared with each it was half.
    expect((took[1] ?? Infinity) / (took[0] ?? 1)).toBeLessThan(0.2)
  })

  test('one number in two communities is a pair for the subdistrict alone', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    const { personId } = await register(worker, c, { documentKind: 'residentId', documentNo })
    const officer = await c.as('subdistrictOfficer')
    const next = await c.tx('system', async (ctx) => {
      const [id, no] = [ctx.newId(), (await ctx.sql.get<{ no: number }>(sql`select nextval(pg_get_serial_sequence('area', 'no')) as no`)).no]
      await ctx.sql.run(sql`insert into area (id, no, parent_id, area_path, level, name, full_name, opened_on) overriding system value
        values (${id}, ${no}, ${c.subdistrict.id}, ${`${c.subdistrict.path}${no}/`}, 'community', '隔壁社区', '隔壁社区', '2020-01-01')`)
      return id
    })
    const other = await officer.call(api.registerPerson, { areaId: next, name: '李桂兰', documentKind: 'residentId', documentNo })
    await runJobs('people.findDoubles')
    expect((await worker.call(api.listDoubles, {})).items).toEqual([])
    const [pair] = (await officer.call(api.listDoubles, {})).items
    expect([pair?.one.id, pair?.other.id].sort()).toEqual([personId, other.personId].sort())
    expect(await worker.refused(api.mergePeople, { keptId: personId, otherId: other.personId })).toMatchObject({ status: 404 })
    await officer.call(api.mergePeople, { keptId: personId, otherId: other.personId })
    expect(await officer.call(api.personCard, { personId: other.personId })).toMatchObject({ state: 'merged', merges: [{ keptId: personId, keptName: '李桂兰' }] })
  })
})

describe('a merge', () => {
  async function two() {
    const { c, worker } = await aWorld()
    const { personId: keptId } = await register(worker, c, { ...door(c, '601'), relation: '02', birthOn: '1953-04-12', careGroups: ['chronic'], note: '腿脚不便' })
    const managed = await somebodyManaged({ c, caller: worker })
    await aLead({ c, caller: worker })
    const otherId = managed.personId
    const { householdId } = await worker.call(api.personCard, { personId: otherId })
    await worker.call(api.registerVehicle, { householdId: householdId ?? '', personId: otherId, plate: '云HA9876' })
    await worker.call(api.setHouseholder, { householdId: householdId ?? '', personId: otherId })
    return { c, worker, keptId, otherId, otherHome: householdId ?? '', episodeId: managed.episodeId }
  }
  /** Without what changes at every writing. */
  const plain = <T extends Record<string, unknown>>(card: T) => {
    const { version: _v, updatedAt: _u, timeline: _t, merges: _m, ...rest } = card
    return rest
  }

  test('loses nothing: what belonged to either belongs to the one that is kept, and taken apart each has its own again', async () => {
    const { c, worker, keptId, otherId, otherHome, episodeId } = await two()
    const ids = [keptId, otherId]
    const before = await belongingsOf(c, ids)
    expect(before.columns.map((one) => one.table)).toEqual(expect.arrayContaining(['episode', 'screening', 'lead', 'timeline_entry', 'link', 'vehicle', 'import_match', 'import_change']))
    const cards = [await worker.call(api.personCard, { personId: keptId }), await worker.call(api.personCard, { personId: otherId })] as const
    const { mergeId } = await worker.call(api.mergePeople, { keptId, otherId })
    const after = await belongingsOf(c, ids)
    expect(after.counts[otherId]).toEqual({})
    expect(after.counts[keptId], 'and the home that was not chosen').toEqual({ ...total(before.counts), timeline_entry: (total(before.counts)['timeline_entry'] ?? 0) + 1, former_home: 1 })
    expect(await worker.call(api.personCard, { personId: keptId })).toMatchObject({ management: { episodeId }, note: '腿脚不便' })
    expect(await worker.call(api.householdCard, { householdId: otherHome })).toMatchObject({ householderId: null, members: [] })
    expect(await worker.call(api.unmergePeople, { mergeId })).toMatchObject({ keptId, otherId, stayed: 0 })
    const back = await belongingsOf(c, ids)
    const unmerged = (counts: Record<string, number> | undefined) => ({ ...counts, timeline_entry: (counts?.['timeline_entry'] ?? 0) + 1 })
    expect(back.counts[otherId]).toEqual(unmerged(before.counts[otherId]))
    expect({ ...back.counts[keptId], timeline_entry: 0 }).toEqual({ ...before.counts[keptId], timeline_entry: 0 })
    expect(plain(await worker.call(api.personCard, { personId: keptId }))).toEqual(plain(cards[0]))
    expect(plain(await worker.call(api.personCard, { personId: otherId }))).toEqual(plain(cards[1]))
    expect(await worker.call(api.householdCard, { householdId: otherHome })).toMatchObject({ householderId: otherId })
    expect((await worker.call(api.listDoubles, { state: 'different' })).items).toHaveLength(1)
  })

  test('takes each field from the fuller record, else as chosen; what came later stays with the kept one', async () => {
    const { c, worker } = await aWorld()
    const documentNo = aNumber()
    const { personId: keptId } = await register(worker, c, { careGroups: ['chronic'] })
    const { personId: otherId } = await register(worker, c, { ...door(c, '601'), name: '李贵兰', documentKind: 'residentId', documentNo, phone: '19900005555', careGroups: ['livingAlone'] })
    const { fields } = await worker.call(api.comparePeople, { keptId, otherId })
    expect(Object.fromEntries(fields.filter((f) => f.differs).map((f) => [f.field, f.proposed]))).toEqual({ name: expect.any(String) as string, document: 'other', phone: 'other', birthOn: 'other', home: 'kept', careGroups: 'both' })
    const { mergeId } = await worker.call(api.mergePeople, { keptId, otherId, choices: { name: 'kept' } })
    const card = await worker.call(api.personCard, { personId: keptId })
    expect(card).toMatchObject({ name: '李桂兰', birthOn: '1953-04-12', phoneMasked: '199****5555', documentMasked: `999***********${documentNo.slice(-4)}`, careGroups: ['chronic', 'livingAlone'] })
    expect((await worker.call(api.findPeople, { text: documentNo })).items.map((p) => p.id)).toEqual([keptId])
    clock.forward(10)
    await worker.call(api.editPerson, { personId: keptId, version: card.version, workplace: '新平小学', phone: '19900006666' })
    expect(await worker.call(api.unmergePeople, { mergeId })).toMatchObject({ stayed: 1 })
    expect(await worker.call(api.personCard, { personId: keptId })).toMatchObject({ workplace: '新平小学', phoneMasked: '199****6666', documentMasked: null, birthOn: null, careGroups: ['chronic'] })
    expect(await worker.call(api.personCard, { personId: otherId })).toMatchObject({ state: 'present', phoneMasked: '199****5555', careGroups: ['livingAlone'] })
    expect(await worker.refused(api.unmergePeople, { mergeId })).toMatchObject({ status: 404 })
  })

  test('is refused where both are under management, and where one of them is merged away', async () => {
    const { c, worker, otherId, keptId } = await two()
    const second = await somebodyManaged({ c, caller: worker })
    expect(await worker.refused(api.mergePeople, { keptId: second.personId, otherId })).toMatchObject({ status: 409, code: 'people.bothManaged' })
    await worker.call(api.mergePeople, { keptId, otherId })
    expect(await worker.refused(api.mergePeople, { keptId: second.personId, otherId })).toMatchObject({ status: 409, code: 'people.mergedAlready' })
  })

  test('is nobody’s business outside the territory', async () => {
    const { c, worker, keptId, otherId } = await two()
    const { mergeId } = await worker.call(api.mergePeople, { keptId, otherId })
    const stranger = await c.stranger('communityWorker')
    for (const refusal of [await stranger.refused(api.comparePeople, { keptId, otherId }), await stranger.refused(api.mergePeople, { keptId, otherId }), await stranger.refused(api.unmergePeople, { mergeId })]) expect(refusal.status).toBe(404)
    const place = gridOf(c)
    await expect(c.tx('gridWorker', (ctx) => ctx.sql.run(sql`select move_belongings(${otherId}, ${keptId})`)).then(() => place.id)).resolves.toBe(place.id)
    await expect((await import('../../testing/world.ts')).aCommunity().then((other) => other.tx('communityWorker', (ctx) => ctx.sql.run(sql`select move_belongings(${otherId}, ${keptId})`)))).rejects.toThrow(/territory/)
  })
})
