import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aLead } from '../../testing/examples/leads.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, clock, type Caller, type Community } from '../../testing/world.ts'
import { dutyApi } from '../duty/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { makeChecksDue, sweepChecks } from '../quarantine/service.ts'
import { reportingApi } from '../reporting/contract.ts'
import { todayApi as api, type TodayKind } from './contract.ts'

const at = (day: string, hour: string) => clock.set(`${day}T${hour}:00+08:00`)
const daily = (c: Community) => c.tx('system', async (ctx) => { await makeChecksDue(ctx); await sweepChecks(ctx) })
const of = async (caller: Caller, kind: TodayKind) => {
  const today = await caller.call(api.today, {})
  return { items: today.groups.find((g) => g.kind === kind)?.items ?? [], count: today.counts.find((c) => c.kind === kind) }
}

async function managed() {
  at('2020-02-21', '09:30')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const made = await somebodyManaged({ c, caller: worker })
  await daily(c)
  return { c, worker, ...made }
}

test('a check nobody made is a line, a missed one is a visit at that door, and measured there both are gone', async () => {
  const { c, worker, episodeId } = await managed()
  expect((await of(worker, 'check')).items).toMatchObject([{ episodeId, state: 'soon', why: { params: { windows: ['morning'] } } }])
  at('2020-02-21', '14:10')
  await daily(c)
  expect((await of(worker, 'check')).items).toEqual([])
  const [visit] = (await of(worker, 'visit')).items
  expect(visit).toMatchObject({ episodeId, what: { key: 'visitMissed' }, why: { params: { windows: ['morning'] } } })
  await worker.call(quarantineApi.recordVisit, { visitId: visit?.visitId ?? '', result: 'made', temperature: 36.6 })
  expect((await of(worker, 'visit')).items).toEqual([])
  expect(await of(worker, 'check')).toMatchObject({ items: [], count: { total: 0, done: 1 } })
  expect((await of(worker, 'gap')).items).toMatchObject([{ episodeId, what: { params: { n: 1 } } }])
})

test('nobody at home: the visit stays and says that somebody has been there', async () => {
  const { c, worker } = await managed()
  at('2020-02-21', '14:10')
  await daily(c)
  const [visit] = (await of(worker, 'visit')).items
  await worker.call(quarantineApi.recordVisit, { visitId: visit?.visitId ?? '', result: 'nobodyHome' })
  expect((await of(worker, 'visit')).items).toMatchObject([{ id: visit?.id, why: { key: 'visitTried' } }])
})

test('the doctor sees the own rounds and not those of the community', async () => {
  const { c, episodeId } = await managed()
  at('2020-02-21', '14:10')
  await daily(c)
  const doctor = await c.as('healthCentreDoctor')
  expect((await of(doctor, 'visit')).items).toMatchObject([{ episodeId, what: { key: 'visit' } }])
})

test('a lead runs against the doctor, and stands at the community only when nobody took it over in time', async () => {
  at('2020-02-21', '09:00')
  const c = await aCommunity()
  const [worker, doctor] = [await c.as('communityWorker'), await c.as('healthCentreDoctor')]
  const { leadId } = await aLead({ c, caller: worker })
  expect((await of(doctor, 'lead')).items).toMatchObject([{ leadId, state: 'soon' }])
  expect((await of(worker, 'lead')).items).toEqual([])
  at('2020-02-21', '11:30')
  expect(await of(worker, 'lead')).toMatchObject({ items: [{ leadId, state: 'overdue', what: { key: 'leadCall' } }], count: { overdue: 1 } })
})

test('the day after the last one the subdistrict confirms with one press; where a check is missing the community reads what', async () => {
  const { c, worker, episodeId } = await managed()
  const officer = await c.as('subdistrictOfficer')
  at('2020-03-07', '08:00')
  expect((await of(officer, 'release')).items).toMatchObject([{ episodeId, ready: true, state: 'soon' }])
  expect((await of(worker, 'release')).items).toEqual([])
  await c.tx('system', sweepChecks)
  expect((await of(officer, 'release')).items).toMatchObject([{ ready: false, why: { key: 'releaseMissing', params: { missing: ['noGap'] } } }])
  expect((await of(worker, 'release')).items).toMatchObject([{ episodeId, what: { key: 'releaseMissing' } }])
  at('2020-03-08', '00:30')
  expect((await of(officer, 'release')).count).toMatchObject({ overdue: 1 })
})

test('the report is due until it is sent; from the hour on the subdistrict reads whom to ask', async () => {
  const { c, worker } = await managed()
  const officer = await c.as('subdistrictOfficer')
  expect((await of(worker, 'report')).items).toMatchObject([{ opens: { page: '/reporting', search: { area: c.community.id, day: '2020-02-21' } }, state: 'later', what: { key: 'reportSend' } }])
  const own = { id: `report:${c.subdistrict.id}:2020-02-21`, state: 'later', what: { key: 'reportAddUp' } }
  expect((await of(officer, 'report')).items).toMatchObject([own])
  at('2020-02-21', '16:05')
  expect((await of(officer, 'report')).items).toMatchObject([{ id: `report:${c.community.id}:2020-02-21`, state: 'overdue', what: { key: 'reportAsk' } }, { ...own, state: 'soon' }])
  await worker.call(reportingApi.sendDailyReport, { areaId: c.community.id, answer: '已核对' })
  expect((await of(worker, 'report')).count).toMatchObject({ total: 0, done: 1 })
  expect((await of(officer, 'report')).items).toMatchObject([{ id: own.id }])
  await officer.call(reportingApi.sendDailyReport, { areaId: c.subdistrict.id, answer: '已核对' })
  expect((await of(officer, 'report')).count).toMatchObject({ total: 0, done: 1 })
})

test('a stranger sees none of it, a gatekeeper has no kinds, and a list is cut but counted whole', async () => {
  const { c, worker } = await managed()
  expect(await (await c.stranger('gridWorker')).call(api.today, {})).toMatchObject({ groups: [] })
  expect(await (await c.as('gatekeeper')).call(api.today, {})).toMatchObject({ counts: [], groups: [] })
  await somebodyManaged({ c, caller: worker })
  await daily(c)
  const today = await worker.call(api.today, { kind: 'check', limit: 1 })
  expect(today.groups).toMatchObject([{ kind: 'check', items: [{}] }])
  expect(today.counts.find((one) => one.kind === 'check')?.total).toBe(2)
})

test('the subdistrict reads in which community something is late, in figures and without names', async () => {
  const { c } = await managed()
  const officer = await c.as('subdistrictOfficer')
  await aLead({ c, caller: officer })
  at('2020-02-21', '12:10')
  await daily(c)
  const { items } = await officer.call(api.communitiesToday, {})
  expect(items.find((one) => one.areaId === c.community.id)).toMatchObject({ leadsLate: 1, verifyLate: 0, missing: 1, releaseLate: 0, sentAt: null })
  for (const [slice, n] of [['unreported', 1], ['releaseLate', 0]] as const) {
    expect((await officer.call(quarantineApi.listEpisodes, { slice, areaId: c.community.id })).items, 'a figure opens exactly its people').toHaveLength(n)
  }
})

test('by person: whoever answers for the doors by duty, else the account it is assigned to, else it is nobody’s', async () => {
  at('2020-02-21', '09:30')
  const c = await aCommunity()
  const keeper = await c.as('communityWorker')
  const officer = await c.as('subdistrictOfficer')
  const made = await somebodyManaged({ c, caller: keeper })
  await daily(c)
  const whose = async () => (await officer.call(api.workersToday, {})).items.map(({ who, dutyRole, open }) => [who, dutyRole, open])
  expect(await whose()).toEqual([[keeper.accountId, null, 1]])
  await c.tx('system', (ctx) => ctx.sql.run(sql`update account set state = 'suspended' where id = ${keeper.accountId}`))
  expect(await whose()).toEqual([['nobody', null, 1]])
  await officer.call(dutyApi.assignDuty, { areaId: c.compounds[0]?.id ?? '', dutyRole: 'compoundKeeper', name: '包干人' })
  expect(await whose()).toEqual([['name:包干人', 'compoundKeeper', 1]])
  expect((await officer.call(api.today, { who: 'name:包干人' })).groups).toMatchObject([{ kind: 'check', items: [{ episodeId: made.episodeId }] }])
  expect((await officer.call(api.today, { who: 'nobody' })).groups).toEqual([])
})

test('somebody who may not read health records reads them by no person either', async () => {
  const { c, worker } = await managed()
  const property = await c.as('propertyStaff')
  expect((await property.call(api.today, { who: worker.accountId })).groups).toEqual([])
})
