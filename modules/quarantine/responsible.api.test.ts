import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, clock, type Caller, type Community } from '../../testing/world.ts'
import { dutyApi, type DutyRole } from '../duty/contract.ts'
import { quarantineApi } from './contract.ts'

/** A community whose only account by role is the worker's own: what the rule without duties would take. */
async function world(): Promise<{ c: Community; worker: Caller; officer: Caller }> {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker'), officer: await c.as('subdistrictOfficer') }
}
const workerOf = async (c: Community, worker: Caller) => {
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  const card = await worker.call(quarantineApi.getEpisode, { episodeId })
  return { worker: card.worker?.id, doctor: card.doctor?.id }
}
const grid = (c: Community) => c.compounds[0]?.grids[0] ?? c.community
const compound = (c: Community) => c.compounds[0] ?? c.community
const assign = (by: Caller, areaId: string, dutyRole: DutyRole, who: Caller) => by.call(dutyApi.assignDuty, { areaId, dutyRole, accountId: who.accountId })

test('somebody new under management goes to whoever answers for the place, the nearest first, not to whoever was granted nearest', async () => {
  const { c, worker, officer } = await world()
  const second = await c.as('communityWorker')
  expect((await workerOf(c, worker)).worker).toBe(worker.accountId)
  await assign(officer, c.community.id, 'communitySupervisor', second)
  expect((await workerOf(c, worker)).worker).toBe(second.accountId)
  const third = await c.as('communityWorker')
  await assign(worker, compound(c).id, 'compoundKeeper', third)
  expect((await workerOf(c, worker)).worker).toBe(third.accountId)
  const fourth = await c.as('gridWorker')
  await assign(worker, grid(c).id, 'gridWorker', fourth)
  expect((await workerOf(c, worker)).worker).toBe(fourth.accountId)
})

test('a doctor of the team of the community comes before another one granted there', async () => {
  const { c, worker, officer } = await world()
  const first = await c.as('healthCentreDoctor')
  expect((await workerOf(c, worker)).doctor).toBe(first.accountId)
  const second = await c.as('healthCentreDoctor')
  await assign(officer, c.community.id, 'doctorTeam', second)
  expect((await workerOf(c, worker)).doctor).toBe(second.accountId)
})

test('whoever has no account, another role, a suspended or expired account, an area elsewhere, leave, or a duty not begun or over is passed over', async () => {
  const { c, worker, officer } = await world()
  const area = grid(c).id
  await worker.call(dutyApi.assignDuty, { areaId: area, dutyRole: 'gridWorker', name: '孙保华' })
  const keeper = await c.as('propertyStaff')
  await assign(worker, compound(c).id, 'compoundKeeper', keeper)
  const before = await c.as('communityWorker')
  await assign(officer, c.community.id, 'communitySupervisor', before)
  expect((await workerOf(c, worker)).worker, 'a name without account, and property staff').toBe(before.accountId)

  const elsewhere = await c.as('gridWorker', c.compounds[1]?.grids[0])
  const away = await c.as('gridWorker')
  const set = (accountId: string, what: 'suspended' | 'expired' | 'leave') => c.tx('system', async (ctx) => {
    if (what === 'suspended') await ctx.sql.run(sql`update account set state = 'suspended' where id = ${accountId}`)
    else if (what === 'expired') await ctx.sql.run(sql`update account set valid_until = '2020-02-25' where id = ${accountId}`)
    else await ctx.sql.run(sql`insert into leave (id, account_id, from_on, to_on, stand_in_id, reason, made_by_name, made_at)
      values (${ctx.newId()}, ${accountId}, '2020-02-20', '2020-03-01', ${worker.accountId}, '病假', '管理员', ${ctx.now})`)
  })
  const [suspended, expired] = [await c.as('gridWorker'), await c.as('gridWorker')]
  for (const one of [elsewhere, away, suspended, expired]) await assign(worker, area, 'gridWorker', one)
  await set(away.accountId, 'leave')
  await set(suspended.accountId, 'suspended')
  await set(expired.accountId, 'expired')
  const planned = await c.as('gridWorker')
  await worker.call(dutyApi.assignDuty, { areaId: area, dutyRole: 'gridWorker', accountId: planned.accountId, startsOn: '2020-03-01' })
  const over = await c.as('gridWorker')
  const held = await assign(worker, area, 'gridWorker', over)
  await worker.call(dutyApi.endDuty, { assignmentId: held.assignmentId, reason: '调离' })
  expect((await workerOf(c, worker)).worker).toBe(before.accountId)
})

test('who is managed already keeps their worker when the duty changes hands without a hand-over', async () => {
  const { c, worker } = await world()
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  await assign(worker, grid(c).id, 'gridWorker', await c.as('gridWorker'))
  expect((await worker.call(quarantineApi.getEpisode, { episodeId })).worker?.id).toBe(worker.accountId)
})
