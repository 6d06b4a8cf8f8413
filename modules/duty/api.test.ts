import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aKeeper, firstCompound, firstGrid } from '../../testing/examples/duty.ts'
import { aLead } from '../../testing/examples/leads.ts'
import { aDone, aMatter, anAssigned } from '../../testing/examples/matters.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { somebody } from '../../testing/examples/people.ts'
import { aCommunity, Caller, clock, runJobs, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { mattersApi } from '../matters/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { dutyApi as api } from './contract.ts'
import { handOverWork, undoHandOver } from './service.ts'

const START = '2020-02-26T14:00:00+08:00'
const world = async () => {
  clock.set(START)
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker') }
}
const suspend = (c: Community, accountId: string) => c.tx('system', (ctx) => ctx.sql.run(sql`update account set state = 'suspended' where id = ${accountId}`))

test('an area is a gap until somebody answers, again when the account is suspended, and counts up the tree', async () => {
  const { c, worker } = await world()
  const before = await worker.call(api.dutySummary, {})
  expect(before.gaps).toBe(1 + 3 + 4)
  const grid = await c.as('gridWorker')
  const held = await worker.call(api.assignDuty, { areaId: firstGrid({ c, caller: worker }).id, dutyRole: 'gridWorker', accountId: grid.accountId })
  expect(held).toMatchObject({ state: 'current', startsOn: '2020-02-26', actions: ['change', 'end', 'undo'] })
  expect((await worker.call(api.dutySummary, {})).gaps).toBe(7)
  await suspend(c, grid.accountId)
  const gaps = await worker.call(api.dutyGaps, {})
  expect(gaps.items.find((a) => a.areaId === held.areaId)).toMatchObject({ gap: 'gone', gapRole: 'gridWorker' })
  const [root] = (await worker.call(api.dutyAreas, {})).items
  expect(root).toMatchObject({ gap: 'nobody', gapRole: 'communitySupervisor', gapsBelow: 7 })
})

test('a community worker does not say who answers for the community; the subdistrict does', async () => {
  const { c, worker } = await world()
  const order = { areaId: c.community.id, dutyRole: 'communitySupervisor', accountId: worker.accountId } as const
  expect((await worker.refused(api.assignDuty, order)).code).toBe('duty.officeAbove')
  const held = await (await c.as('subdistrictOfficer')).call(api.assignDuty, order)
  expect((await worker.refused(api.endDuty, { assignmentId: held.assignmentId, reason: '想休息' })).code).toBe('duty.officeAbove')
  expect((await (await c.as('gridWorker')).refused(api.assignDuty, order)).status).toBe(403)
})

test('a leader is named without an account, with office and title, at the level where leaders stand', async () => {
  const { c } = await world()
  const officer = await c.as('subdistrictOfficer')
  expect(await officer.call(api.assignDuty, { areaId: c.community.id, dutyRole: 'leader', name: '潘建军', office: '市政府', title: '副市长', orderNo: '市委办〔2020〕3号' }))
    .toMatchObject({ name: '潘建军', title: '副市长', accountId: null })
  expect((await officer.refused(api.assignDuty, { areaId: firstGrid({ c, caller: officer }).id, dutyRole: 'leader', name: '潘建军' })).code).toBe('duty.roleNotHere')
  expect((await officer.refused(api.assignDuty, { areaId: c.community.id, dutyRole: 'leader', name: '潘建军' })).code).toBe('duty.already')
  expect((await officer.refused(api.assignDuty, { areaId: c.community.id, dutyRole: 'leader' })).code).toBe('duty.nobodyNamed')
})

test('who follows takes over the managed persons, owed visits and leads; it stands on the card and is taken back by undo', async () => {
  const { c, worker } = await world()
  const w = { c, caller: worker }
  const area = firstGrid(w)
  const [former, next] = [await c.as('gridWorker'), await c.as('gridWorker')]
  const { episodeId, personId } = await somebodyManaged(w)
  await worker.call(quarantineApi.assignStaff, { episodeId, workerId: former.accountId })
  const held = await worker.call(api.assignDuty, { areaId: area.id, dutyRole: 'gridWorker', accountId: former.accountId })
  expect(await worker.call(api.workToHandOver, { assignmentId: held.assignmentId })).toMatchObject({ asWorker: 1, asDoctor: 0, leads: 0, matters: 0 })
  const after = await worker.call(api.changeDuty, { assignmentId: held.assignmentId, accountId: next.accountId, reason: '轮岗' })
  expect(after.handed).toEqual({ from: expect.stringContaining('gridWorker'), episodes: 1, leads: 0, matters: 0 })
  const workerOf = async () => (await worker.call(quarantineApi.getEpisode, { episodeId })).worker
  expect(JSON.stringify(await workerOf())).toContain(next.accountId)
  const card = await worker.call(peopleApi.personCard, { personId })
  expect(card.timeline[0]).toMatchObject({ kind: 'quarantine.handedOver', params: { visitor: 'worker', reason: '轮岗' } })
  const history = (await worker.call(api.dutyCard, { areaId: area.id })).history
  expect(history.map((h) => [h.state, h.endReason])).toEqual([['current', null], ['ended', '轮岗']])
  await worker.call(api.undoDuty, { assignmentId: after.assignmentId })
  expect(JSON.stringify(await workerOf())).toContain(former.accountId)
  expect((await worker.call(api.dutyCard, { areaId: area.id })).history.map((h) => h.state).toSorted()).toEqual(['current', 'undone'])
})

test('a doctor hands over to a doctor only, leads in hand included; handOverWork serves other modules as well', async () => {
  const { c, worker } = await world()
  const [former, next] = [await c.as('healthCentreDoctor'), await c.as('healthCentreDoctor')]
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  await worker.call(quarantineApi.assignStaff, { episodeId, doctorId: former.accountId })
  const { leadId } = await aLead({ c, caller: worker })
  await former.call(leadsApi.receiveLead, { leadId })
  const order = { fromAccountId: former.accountId, areaPath: c.community.path, reason: '请假' }
  await expect(c.tx('communityWorker', (ctx) => handOverWork(ctx, { ...order, toAccountId: worker.accountId }))).rejects.toThrow('duty.notADoctor')
  const { handoverId, asDoctor, leads } = await c.tx('communityWorker', (ctx) => handOverWork(ctx, { ...order, toAccountId: next.accountId }))
  expect([asDoctor, leads]).toEqual([1, 1])
  const receiver = async () => (await worker.call(leadsApi.getLead, { leadId })).receiverName
  const there = await receiver()
  await c.tx('communityWorker', (ctx) => undoHandOver(ctx, handoverId))
  expect([there, await receiver()]).toEqual([`healthCentreDoctor·${c.community.name}`, `healthCentreDoctor·${c.community.name}`])
  expect((await c.tx('communityWorker', (ctx) => handOverWork(ctx, { ...order, toAccountId: next.accountId }))).asDoctor).toBe(1)
})

test('open matters go along: whoever follows has them on the day and answers for them, they come back by undo, and a post that does not deal with matters is refused', async () => {
  const { c, worker } = await world()
  const w = { c, caller: worker }
  const [former, next, keeper] = [await c.as('gridWorker'), await c.as('gridWorker'), await c.as('gatekeeper')]
  const held = await anAssigned(w, former.accountId)
  await former.call(mattersApi.contactMatter, held)
  const waiting = await anAssigned(w, former.accountId)
  const done = await anAssigned(w, former.accountId)
  await former.call(mattersApi.finishMatter, { ...done, outcome: '换了灯泡' })
  const [foreign, own] = [await aMatter(w), await aDone(w)]
  const duty = await worker.call(api.assignDuty, { areaId: firstGrid(w).id, dutyRole: 'gridWorker', accountId: former.accountId })
  expect(await worker.call(api.workToHandOver, { assignmentId: duty.assignmentId })).toMatchObject({ matters: 3 })
  expect((await worker.refused(api.changeDuty, { assignmentId: duty.assignmentId, accountId: keeper.accountId, reason: '轮岗' })).code).toBe('duty.noMatters')
  const after = await worker.call(api.changeDuty, { assignmentId: duty.assignmentId, accountId: next.accountId, reason: '轮岗' })
  expect(after.handed).toMatchObject({ matters: 3 })
  const of = async (caller: Caller) => (await caller.call(mattersApi.listMatters, { tab: 'active', by: 'me' })).items.map(({ matterId }) => matterId).toSorted()
  expect([await of(former), await of(next)]).toEqual([[], [held.matterId, waiting.matterId].toSorted()])
  const card = await next.call(mattersApi.getMatter, held)
  expect(card).toMatchObject({ mine: true, events: expect.arrayContaining([expect.objectContaining({ kind: 'matters.handedOver', params: expect.objectContaining({ reason: '轮岗' }) })]) })
  // What the former did is theirs; a matter that is not solved comes back to whoever follows.
  expect(await worker.call(mattersApi.callBackMatter, { ...done, satisfaction: 'unsatisfied', resolved: false })).toMatchObject({ state: 'inHand' })
  expect(await of(next)).toContain(done.matterId)
  await worker.call(api.undoDuty, { assignmentId: after.assignmentId })
  expect(await of(former)).toEqual([held.matterId, waiting.matterId, done.matterId].toSorted())
  for (const { matterId } of [foreign, own]) expect((await worker.call(mattersApi.getMatter, { matterId })).events.map(({ kind }) => kind)).not.toContain('matters.handedOver')
})

test('the same day is undone, the next day is history', async () => {
  const { c, worker } = await world()
  const { assignmentId } = await aKeeper({ c, caller: worker })
  await worker.call(api.endDuty, { assignmentId, reason: '调离' })
  expect(await worker.call(api.undoDuty, { assignmentId })).toMatchObject({ state: 'current' })
  clock.forward(24 * 60)
  expect((await worker.refused(api.undoDuty, { assignmentId })).code).toBe('duty.notTheDay')
})

test('a worker with more households than the standard is overloaded until another shares the grid', async () => {
  const { c, worker } = await world()
  const w = { c, caller: worker }
  const grid = await c.as('gridWorker')
  await somebody(w)
  await worker.call(api.assignDuty, { areaId: firstGrid(w).id, dutyRole: 'gridWorker', accountId: grid.accountId })
  const district = await c.as('districtCommand')
  const { standard } = await worker.call(api.dutySummary, {})
  const loads = async () => (await worker.call(api.dutyLoads, { overOnly: 'true' })).items
  expect(await loads()).toEqual([])
  await somebody(w)
  const households = (await worker.call(api.dutyLoads, {})).items[0]?.households ?? 0
  expect(households).toBeGreaterThan(0)
  await district.call(api.setDutyStandard, { from: 1, to: Math.max(1, households - 1), source: '试验' })
  const over = households > 1 ? await loads() : []
  await district.call(api.setDutyStandard, standard)
  if (households > 1) expect(over).toMatchObject([{ accountId: grid.accountId, over: true }])
  expect((await district.refused(api.setDutyStandard, { from: 500, to: 400, source: '试验' })).code).toBe('duty.standardWrong')
})

test('candidates are found by pinyin and initials, the least loaded first', async () => {
  const { c, worker } = await world()
  const grid = await c.as('gridWorker')
  await c.tx('system', (ctx) => ctx.sql.run(sql`update account set name = '陆小军' where id = ${grid.accountId}`))
  const find = async (text: string) => (await worker.call(api.dutyCandidates, { areaId: firstCompound({ c, caller: worker }).id, dutyRole: 'gridWorker', text })).items.map((one) => one.name)
  expect([await find('lxj'), await find('luxiao'), await find('小军'), await find('zzz')]).toEqual([['陆小军'], ['陆小军'], ['陆小军'], []])
})

test('the public board shows names, duties and office phones marked public, and not one key more', async () => {
  const { c, worker } = await world()
  const area = firstCompound({ c, caller: worker })
  const officer = await c.as('subdistrictOfficer')
  await officer.call(api.assignDuty, { areaId: c.subdistrict.id, dutyRole: 'subdistrictCoordinator', name: '龙志强', officePhone: '0876-1990010' })
  await aKeeper({ c, caller: worker })
  await worker.call(api.assignDuty, { areaId: area.id, dutyRole: 'propertyTeam', name: '不上牌的人', onBoard: false })
  const nobody = new Caller()
  expect((await nobody.refused(api.dutyBoard, { areaId: area.id })).code).toBe('duty.noBoard')
  await worker.call(api.saveDutyBoard, { areaId: area.id, supervisionPhone: '12345', published: true })
  const board = await nobody.call(api.dutyBoard, { areaId: area.id })
  expect(Object.keys(board).toSorted()).toEqual(['areaName', 'fullName', 'level', 'lines', 'officePhone', 'supervisionPhone', 'updatedOn'])
  expect(board.lines.map((l) => [l.dutyRole, l.name, l.officePhone])).toEqual([['subdistrictCoordinator', '龙志强', '0876-1990010'], ['compoundKeeper', '孙保华', '0876-1990001']])
  for (const line of board.lines) expect(Object.keys(line).toSorted()).toEqual(['dutyRole', 'name', 'office', 'officePhone', 'part', 'place', 'title'])
  const stranger = await c.stranger('communityWorker')
  expect(await stranger.call(api.dutyBoard, { areaId: area.id }), 'the same for everybody').toEqual(board)
  await worker.call(api.saveDutyBoard, { areaId: area.id, published: false })
  expect((await nobody.refused(api.dutyBoard, { areaId: area.id })).status).toBe(404)
})

test('a mobile number is refused wherever it would hang in the street', async () => {
  const { c, worker } = await world()
  const area = firstCompound({ c, caller: worker })
  expect((await worker.refused(api.assignDuty, { areaId: area.id, dutyRole: 'compoundKeeper', name: '孙保华', officePhone: '19900001234' })).code).toBe('duty.mobilePhone')
  expect((await worker.refused(api.saveDutyBoard, { areaId: area.id, supervisionPhone: '13800138000', published: true })).code).toBe('duty.mobilePhone')
})

test('the hand-over of an account on leave is done by a job as well', async () => {
  const { c, worker } = await world()
  const [former, next] = [await c.as('gridWorker'), await c.as('gridWorker')]
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  await worker.call(quarantineApi.assignStaff, { episodeId, workerId: former.accountId })
  await c.tx('communityWorker', (ctx) => ctx.enqueue('duty.handOver', { fromAccountId: former.accountId, toAccountId: next.accountId, areaPath: c.community.path, reason: '请假' }))
  await runJobs()
  expect(JSON.stringify((await worker.call(quarantineApi.getEpisode, { episodeId })).worker)).toContain(next.accountId)
})
