import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { sealAudit } from '../../server/audit.ts'
import { workOfKind } from '../../testing/examples/today.ts'
import { aCommunity, clock, testApp, type Caller, type Community } from '../../testing/world.ts'
import { roles, type Role } from '../accounts/rules.ts'
import { careApi } from '../care/contract.ts'
import { certificatesApi } from '../certificates/contract.ts'
import { exitsApi } from '../exits/contract.ts'
import { fieldApi } from '../field/contract.ts'
import { mattersApi } from '../matters/contract.ts'
import { leadsApi } from '../leads/contract.ts'
import { passageApi } from '../passage/contract.ts'
import { privacyApi } from '../privacy/contract.ts'
import { disinfectionApi } from '../disinfection/contract.ts'
import { suppliesApi } from '../supplies/contract.ts'
import { publicityApi } from '../publicity/contract.ts'
import { volunteersApi } from '../volunteers/contract.ts'
import { resumptionApi } from '../resumption/contract.ts'
import { sweepChecks } from '../quarantine/service.ts'
import { todayApi as api, todayKinds, type TodayKind } from './contract.ts'

/** The list behind a page of the console, for counts that lead there. */
const listOf: Record<string, Endpoint> = { '/leads': leadsApi.listLeads, '/privacy': privacyApi.listRequests, '/exits': exitsApi.listExits, '/gates': passageApi.listGates, '/passages': passageApi.listPassages, '/passages/patterns': passageApi.listPatterns, '/field': fieldApi.listParcels, '/disinfection': disinfectionApi.listPoints, '/disinfection/terminal': disinfectionApi.listTerminals, '/publicity': publicityApi.listAnnouncements, '/publicity/records': publicityApi.listPublicity, '/resumption': resumptionApi.listBusinesses, '/supplies': suppliesApi.listSupplies, '/supplies/requests': suppliesApi.listRequests, '/matters': mattersApi.listMatters, '/care': careApi.listCare, '/certificates': certificatesApi.listCertificates, '/volunteers': volunteersApi.listVolunteers, '/volunteers/calls': volunteersApi.listCalls }

let made: Promise<Community> | undefined
/** Two of every kind in the morning, looked at after the hour of the report: some of it is late by then. One day for all that only look. */
const aFullDay = (): Promise<Community> => (made ??= fullDay())
async function fullDay(): Promise<Community> {
  clock.set('2020-02-26T10:30:00+08:00')
  const c = await aCommunity()
  const caller = await c.as('communityWorker')
  for (const kind of todayKinds) for (let i = 0; i < 2; i++) await workOfKind[kind]({ c, caller })
  clock.set('2020-02-26T16:30:00+08:00')
  await c.tx('system', sweepChecks)
  return c
}

async function rowsOf(caller: Caller, endpoint: Endpoint, input: Record<string, string>): Promise<number> {
  let rows = 0
  let after: string | null | undefined
  do {
    const { body } = await caller.send(endpoint, { ...input, limit: 3, ...(after ? { after } : {}) })
    const page = body as { items: unknown[]; next?: string | null }
    rows += page.items.length
    after = page.next
  } while (after)
  return rows
}

describe('every count is the number of rows it opens', () => {
  test('for every kind and role: in the list of the kind, among the overdue, and on the page it leads to', async () => {
    const c = await aFullDay()
    const found = new Set<TodayKind>()
    for (const role of roles) {
      const caller = await c.as(role as Role)
      const { counts } = await caller.call(api.today, {})
      const { groups } = await caller.call(api.today, { limit: 500 })
      for (const { kind, total, overdue, list } of counts) {
        const where = `${role} ${kind}`
        const items = groups.find((g) => g.kind === kind)?.items ?? []
        expect(items.length, where).toBe(total)
        expect(items.filter(({ state }) => state === 'overdue').length, `${where} overdue`).toBe(overdue)
        expect(new Set(items.map(({ id }) => id)).size, `${where}: nothing twice`).toBe(total)
        expect(items.slice(0, overdue).every(({ state }) => state === 'overdue'), `${where}: the overdue first`).toBe(true)
        if (list) expect(await rowsOf(caller, listOf[list.page] ?? leadsApi.leadCounts, list.search), `${where} on ${list.page}`).toBe(total)
        if (total > 0) found.add(kind)
      }
    }
    expect([...found].toSorted(), 'every kind was really there').toEqual(todayKinds.filter((kind) => kind !== 'chain' && kind !== 'matterMine').toSorted())
  }, 240_000)

  test('for every person: what is in somebody’s hands is exactly the rows that open, and together they are all there is', async () => {
    const c = await aFullDay()
    for (const role of ['subdistrictOfficer', 'communityWorker'] as const) {
      const caller = await c.as(role)
      const { items } = await caller.call(api.workersToday, {})
      expect(items.length).toBeGreaterThan(0)
      const seen: string[] = []
      for (const { who, open, overdue } of items) {
        const { counts, groups } = await caller.call(api.today, { who, limit: 500 })
        const rows = groups.flatMap((group) => group.items)
        expect([rows.length, rows.filter(({ state }) => state === 'overdue').length], `${role} ${who}`).toEqual([open, overdue])
        expect(counts.reduce((sum, one) => sum + one.total, 0), `${role} ${who} in the chips`).toBe(open)
        seen.push(...rows.map(({ id }) => id))
      }
      expect(new Set(seen).size, `${role}: nothing in two hands`).toBe(seen.length)
      const worker = await (await c.as('communityWorker')).call(api.today, { limit: 500 })
      const all = worker.groups.filter(({ kind }) => ['declared', 'verify', 'visit', 'check', 'test', 'gap'].includes(kind)).flatMap((group) => group.items.map(({ id }) => id))
      expect(seen.toSorted(), `${role}: nothing is lost between the hands`).toEqual(all.toSorted())
    }
  }, 60_000)

  test('a list cut short says how many there are, and begins with the same rows', async () => {
    const c = await aFullDay()
    const worker = await c.as('communityWorker')
    const whole = await worker.call(api.today, { limit: 500 })
    const cut = await worker.call(api.today, { limit: 1 })
    for (const { kind, total } of whole.counts) {
      expect(cut.counts.find((one) => one.kind === kind)?.total, kind).toBe(total)
      const [first, ...more] = cut.groups.find((group) => group.kind === kind)?.items ?? []
      expect(more, kind).toEqual([])
      expect(first?.state, kind).toBe(whole.groups.find((group) => group.kind === kind)?.items[0]?.state)
    }
    const alone = await worker.call(api.today, { kind: 'verify', limit: 1 })
    expect([alone.counts, alone.groups]).toEqual([cut.counts, cut.groups.filter(({ kind }) => kind === 'verify')])
  })
})

test('the auditor reads on the first page that somebody broke the chain, and nothing while it holds', async () => {
  const c = await aCommunity()
  const auditor = await c.as('auditor')
  const { db } = await testApp()
  await sealAudit(db)
  expect((await auditor.call(api.today, {})).counts).toEqual([{ kind: 'chain', total: 0, overdue: 0, done: 0, list: null }])
  const last = 'id = (select event_id from audit_link order by no desc limit 1)'
  await db.pool.query('alter table audit_event disable trigger all')
  try {
    await db.pool.query(`update audit_event set reason = '例行' where ${last}`)
    expect((await auditor.call(api.today, {})).groups).toMatchObject([{ kind: 'chain', items: [{ state: 'overdue', opens: { page: '/audit' } }] }])
    await db.pool.query(`update audit_event set reason = null where ${last}`)
  } finally {
    await db.pool.query('alter table audit_event enable trigger all')
  }
})
