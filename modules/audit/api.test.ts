import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aNumber } from '../../testing/people.ts'
import { aCommunity, clock, runJob, runJobs, testApp, type Caller, type Community } from '../../testing/world.ts'
import { peopleApi } from '../people/contract.ts'
import { rosterApi } from '../roster/contract.ts'
import { sealAudit, verifyAudit } from '../../server/audit.ts'
import { territoryApi } from '../territory/contract.ts'
import { auditApi as api } from './contract.ts'

const rename = async (c: Community, name: string) =>
  (await c.as('communityWorker')).call(territoryApi.renameArea, { areaId: c.villageGroup.id, name })
const seal = async () => sealAudit((await testApp()).db)

test('the auditor finds who did what to whom, by subject, act, account and day', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await worker.call(territoryApi.renameArea, { areaId: c.villageGroup.id, name: '新城组' })
  const auditor = await c.as('auditor')
  const expected = [{ accountId: worker.accountId, endpoint: 'territory.renameArea', act: 'change', subjects: [c.villageGroup.id], ip: '127.0.0.1' }]
  for (const filter of [{ subject: c.villageGroup.id }, { accountId: worker.accountId }, { accountId: worker.accountId, day: '2020-02-26', act: 'change' as const }]) {
    expect((await auditor.call(api.listAuditEvents, filter)).items).toMatchObject(expected)
  }
  expect((await auditor.call(api.listAuditEvents, { subject: c.villageGroup.id, day: '2020-02-25' })).items).toEqual([])
})

test('an auditor reads the trail of the own territory only', async () => {
  const c = await aCommunity()
  await rename(c, '新城组')
  const stranger = await c.stranger('auditor')
  expect((await stranger.call(api.listAuditEvents, { subject: c.villageGroup.id })).items).toEqual([])
})

test('pages of the trail follow each other, newest first', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  for (const name of ['甲组', '乙组', '丙组']) {
    await rename(c, name)
    clock.forward(1)
  }
  const auditor = await c.as('auditor')
  const one = await auditor.call(api.listAuditEvents, { subject: c.villageGroup.id, limit: 2 })
  const two = await auditor.call(api.listAuditEvents, { subject: c.villageGroup.id, limit: 2, after: one.next ?? '' })
  const times = [...one.items, ...two.items].map((e) => e.at)
  expect(times).toHaveLength(3)
  expect(times).toEqual([...times].sort().reverse())
  expect(two.next).toBeNull()
})

test('nobody changes the trail, not even with SQL', async () => {
  const c = await aCommunity()
  await rename(c, '新城组')
  await seal()
  await expect(c.tx('system', ({ sql: q }) => q.run(sql`update audit_event set reason = '例行'`))).rejects.toThrow('append-only')
  await expect(c.tx('system', ({ sql: q }) => q.run(sql`delete from audit_link`))).rejects.toThrow()
})

test('the chain is verified, says what is waiting, and names the link somebody broke behind the program’s back', async () => {
  const c = await aCommunity()
  await rename(c, '新城组')
  const auditor = await c.as('auditor')
  expect((await auditor.call(api.auditChainState, {})).waiting).toBeGreaterThan(0)
  await seal()
  const good = await auditor.call(api.auditChainState, {})
  expect(good).toMatchObject({ broken: null, complete: true, waiting: 0 })
  await rename(c, '旧城组')
  await seal()
  expect(await auditor.call(api.auditChainState, { fromNo: good.lastNo })).toMatchObject({ verified: 1, broken: null })

  const { db } = await testApp()
  await db.pool.query('alter table audit_event disable trigger all')
  try {
    await db.pool.query('update audit_event set reason = $1 where id = (select event_id from audit_link where no = $2)', ['例行', good.lastNo])
    const broken = await auditor.call(api.auditChainState, {})
    expect(broken).toMatchObject({ lastNo: good.lastNo - 1, broken: { no: good.lastNo, kind: 'changed', endpoint: 'territory.renameArea' } })
    expect((await verified(auditor))?.broken).toEqual(broken.broken)
    await db.pool.query('update audit_event set reason = null where id = (select event_id from audit_link where no = $1)', [good.lastNo])
    expect((await auditor.call(api.auditChainState, {})).broken).toBeNull()

    await db.pool.query("insert into audit_event (id, at, actor_kind, endpoint, act) values (gen_random_uuid(), now(), 'staff', 'people.revealPerson', 'reveal')")
    expect(await verified(auditor)).toMatchObject({ state: 'broken', broken: { kind: 'outside', endpoint: 'people.revealPerson' } })
    expect((await verifyAudit(db)).text).toContain('链外有记录')
    await db.pool.query('delete from audit_event e where not exists (select from audit_link where event_id = e.id) and not exists (select from audit_pending where event_id = e.id)')
  } finally {
    await db.pool.query('alter table audit_event enable trigger all')
  }
  expect((await verifyAudit(db)).whole).toBe(true)
})

test('a verification nobody goes on with any more goes on where it stood with the next night’s', async () => {
  // Newer than what other tests have verified.
  clock.set('2031-02-26T14:00:00+08:00')
  const auditor = await (await aCommunity()).as('auditor')
  const { id } = await auditor.call(api.verifyChain, {})
  const { db } = await testApp()
  const waiting = async () => (await db.pool.query<{ n: number }>("select count(*) as n from job where name = 'audit.verify' and state = 'waiting' and payload ->> 'checkId' = $1", [id])).rows[0]?.n
  await db.pool.query("update job set state = 'failed' where name = 'audit.verify' and payload ->> 'checkId' = $1", [id])
  expect((await auditor.refused(api.verifyChain, {})).code).toBe('audit.checkRunning')
  await runJob('audit.nightly')
  expect(await waiting()).toBe(1)
  await runJob('audit.verify', { checkId: id })
  expect((await auditor.call(api.chainChecks, {})).items.find((one) => one.id === id)?.state).not.toBe('running')
})

/** The chain is one for all worlds of a test run; what another test broke on purpose is found first. */
async function verified(auditor: Caller) {
  const { id } = await auditor.call(api.verifyChain, {})
  await runJobs()
  return (await auditor.call(api.chainChecks, {})).items.find((one) => one.id === id)
}

test('“verify now” walks the whole chain in the background, says how far it is and keeps who asked', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  await rename(c, '新城组')
  await seal()
  const auditor = await c.as('auditor')
  const check = await verified(auditor)
  expect(check).toMatchObject({ byName: expect.stringContaining('auditor'), endedAt: '2020-02-26T06:00:00.000Z' })
  expect(['good', 'broken']).toContain(check?.state)
  if (check?.state === 'good') expect(check.verified).toBe(check.total)
  if (check?.state === 'broken') expect(check.broken?.no).toBe(check.verified + 1)
})

test('the auditor searches by words of the act, days, address and what was refused', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  await rename(c, '新城组')
  const auditor = await c.as('auditor')
  // Acts of no area are everybody's; here those of the two kinds below are looked for.
  const ours = ['territory.renameArea', 'people.editPerson', 'roster.exportPeople']
  const found = async (filter: object) => (await auditor.call(api.listAuditEvents, { endpoints: ours, ...filter })).items.map((e) => e.endpoint)
  expect(await found({ endpoints: ['territory.renameArea', 'people.editPerson'] })).toEqual(['territory.renameArea'])
  expect(await found({ from: '2020-02-26', to: '2020-02-26' })).toEqual(['territory.renameArea'])
  expect(await found({ from: '2020-02-27' })).toEqual([])
  expect(await found({ ip: '127.0.0.1' })).toEqual(['territory.renameArea'])
  expect(await found({ ip: '10.0.0.1' })).toEqual([])
  await (await c.as('communityWorker')).refused(rosterApi.exportPeople, { areaId: c.community.id, clear: 'true', reason: '核对' })
  expect(await found({ refused: 'true' })).toEqual(['roster.exportPeople'])
})

test('who looked at a person is found by a document number without showing the person, grouped by viewer, with what stands out', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const [worker, doctor, auditor] = [await c.as('communityWorker'), await c.as('healthCentreDoctor'), await c.as('auditor')]
  const { personId } = await worker.call(peopleApi.registerPerson, { areaId: c.compounds[0]?.id ?? '', room: '501', name: '李桂兰', documentKind: 'residentId', documentNo: aNumber() , phone: '19900004321' })
  await worker.call(peopleApi.personCard, { personId })
  clock.set('2020-02-26T23:30:00+08:00')
  await doctor.call(peopleApi.personCard, { personId })
  const trace = await auditor.call(api.traceAccess, { by: 'phone', text: '199 0000 4321', reason: '居民投诉' })
  expect(trace.personIds).toEqual([personId])
  expect(trace.viewers).toMatchObject([
    { accountId: doctor.accountId, views: 1, hints: ['offHours'], entries: [{ endpoint: 'people.personCard', hints: ['offHours'] }] },
    { accountId: worker.accountId, views: 1, changes: 1, hints: [] },
  ])
  expect(JSON.stringify(trace)).not.toContain('李桂兰')
  expect((await auditor.call(api.traceAccess, { by: 'id', text: personId, reason: '居民投诉' })).viewers).toHaveLength(3)
})

test('a number that matches nobody says nothing more, and a person of another territory is not there', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const { personId } = await worker.call(peopleApi.registerPerson, { areaId: c.compounds[0]?.id ?? '', room: '501', name: '李桂兰' })
  expect((await (await c.as('auditor')).refused(api.traceAccess, { by: 'document', text: '999001195001010088', reason: '投诉' })).code).toBe('audit.nobodyMatches')
  expect((await (await c.stranger('auditor')).refused(api.traceAccess, { by: 'id', text: personId, reason: '投诉' })).code).toBe('audit.nobodyMatches')
})
