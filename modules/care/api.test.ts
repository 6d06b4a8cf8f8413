import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { anElder } from '../../testing/examples/care.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, clock, type Caller } from '../../testing/world.ts'
import { mounted } from '../../server/modules.ts'
import { dutyApi } from '../duty/contract.ts'
import { mattersApi } from '../matters/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { fieldApi } from '../field/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { todayApi } from '../today/contract.ts'
import { careApi as api, careSlices, careTabs } from './contract.ts'
import { dueOf } from './rules.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  return { c, worker, w: { c, caller: worker } }
}
const idsIn = async (caller: Caller, input: object) => (await caller.call(api.listCare, { limit: 200, ...input })).items.map((one) => one.personId)

test('whoever is in a care group is here by itself, by the shortest rhythm of the groups; no group, moved out or back: so it goes', async () => {
  const { worker, w } = await world()
  const { personId } = await anElder(w)
  expect(await worker.call(api.getCare, { personId })).toMatchObject({ active: true, groups: ['livingAlone', 'chronic'], days: 7, beganOn: '2020-02-26', dueOn: '2020-03-04', state: 'later', lastAt: null, rhythms: [{ group: 'livingAlone', days: 7, own: false }, { group: 'chronic', days: 14 }] })
  const { version } = await worker.call(peopleApi.personCard, { personId })
  await worker.call(peopleApi.editPerson, { personId, version, careGroups: ['chronic', 'unattendedChild'] })
  expect(await worker.call(api.getCare, { personId })).toMatchObject({ days: 1, dueOn: '2020-02-27' })
  await worker.call(peopleApi.movePersonOut, { personId, reason: '搬到外市' })
  expect([await idsIn(worker, { tab: 'all' }), (await worker.call(api.careAbout, { personId })).line, (await worker.call(api.getCare, { personId })).active]).toEqual([[], null, false])
  expect((await worker.refused(api.setCareRhythm, { personId, days: 2, reason: '刚出院' })).code).toBe('care.notInCare')
  await worker.call(peopleApi.bringPersonBack, { personId })
  expect(await idsIn(worker, { tab: 'all' })).toEqual([personId])
})

test('a visit is a fact, from the past too; the need is a matter in the same press; taken back the same day the matter goes along', async () => {
  const { c, w } = await world()
  const grid = await c.as('gridWorker')
  const { personId } = await anElder(w)
  expect((await grid.refused(api.recordCareVisit, { personId, result: 'need' })).code).toBe('care.needMissing')
  expect((await grid.refused(api.recordCareVisit, { personId, result: 'changed' })).code).toBe('care.wordsMissing')
  const need = await grid.call(api.recordCareVisit, { personId, result: 'need', need: { kind: 'errand', words: '降压药两盒', urgent: true }, at: '2020-02-26T00:30:00.000Z' })
  expect(need).toMatchObject({ dueOn: '2020-03-04', matterNumber: expect.any(String) as string })
  expect(await grid.call(mattersApi.getMatter, { matterId: need.matterId ?? '' })).toMatchObject({ kind: 'errand', personId, channel: 'door', urgent: true, words: '降压药两盒' })
  // What a phone kept since yesterday takes its place before it.
  await grid.call(api.recordCareVisit, { personId, result: 'notMet', at: '2020-02-25T02:00:00.000Z' })
  const card = await grid.call(api.getCare, { personId })
  expect(card).toMatchObject({ lastResult: 'need', missed: 0, dueOn: '2020-03-04', need: { words: '降压药两盒', state: 'registered' } })
  expect(card.visits.map(({ result, undoable }) => [result, undoable])).toEqual([['need', true], ['notMet', true]])
  const other = await c.as('communityWorker')
  expect((await other.refused(api.undoCareVisit, { visitId: need.visitId })).code).toBe('care.cannotTakeBack')
  expect(await grid.call(api.undoCareVisit, { visitId: need.visitId })).toEqual({ personId, matterWithdrawn: true })
  expect(await grid.call(api.getCare, { personId })).toMatchObject({ lastResult: 'notMet', missed: 1, dueOn: '2020-02-26', state: 'due', need: null })
  clock.set('2020-02-27T09:00:00+08:00')
  expect((await grid.refused(api.undoCareVisit, { visitId: card.visits[1]?.visitId ?? '' })).code).toBe('care.cannotTakeBack')
})

test('a need somebody works on stays when the visit is taken back', async () => {
  const { worker, w } = await world()
  const { personId } = await anElder(w)
  const { visitId, matterId } = await worker.call(api.recordCareVisit, { personId, result: 'need', need: { kind: 'transport', words: '周四去透析' } })
  await worker.call(mattersApi.takeMatter, { matterId: matterId ?? '' })
  expect((await worker.call(api.undoCareVisit, { visitId })).matterWithdrawn).toBe(false)
  expect((await worker.call(mattersApi.getMatter, { matterId: matterId ?? '' })).state).toBe('inHand')
})

test('not met twice running: no longer among those to go to, but to be called about; a call that reaches somebody ends it', async () => {
  const { worker, w } = await world()
  const { personId } = await anElder(w)
  await worker.call(api.nameContact, { personId, name: '周敏', relation: 'child', phone: '19900006666' })
  for (const at of ['2020-02-25T02:00:00.000Z', '2020-02-26T00:30:00.000Z']) await worker.call(api.recordCareVisit, { personId, result: 'notMet', at })
  clock.set('2020-02-28T09:00:00+08:00')
  expect([await idsIn(worker, { tab: 'toVisit' }), await idsIn(worker, { tab: 'missed' }), await idsIn(worker, { tab: 'overdue' })]).toEqual([[], [personId], []])
  expect(await worker.call(api.revealCarePhone, { personId, whose: 'contact', reason: '两次没见到人' })).toEqual({ phone: '19900006666' })
  await worker.call(api.nameContact, { personId, name: '周敏', relation: 'child' })
  expect((await worker.call(api.getCare, { personId })).contact).toEqual({ name: '周敏', relation: 'child', phoneMasked: '199****6666' })
  await worker.call(api.recordCareVisit, { personId, way: 'phone', result: 'fine', note: '在女儿家' })
  expect(await worker.call(api.getCare, { personId })).toMatchObject({ missed: 0, dueOn: '2020-03-06', visits: [{ way: 'phone', note: '在女儿家' }, {}, {}] })
})

test('a rhythm of their own with a reason; no visits wanted, until asked again; both as they were afterwards', async () => {
  const { worker, w } = await world()
  const { personId } = await anElder(w)
  expect(await worker.call(api.setCareRhythm, { personId, days: 2, reason: '刚出院' })).toMatchObject({ days: 2, own: true, ownReason: '刚出院', dueOn: '2020-02-28' })
  expect(await worker.call(api.setCareRhythm, { personId, days: null, reason: '已康复' })).toMatchObject({ days: 7, own: false, ownReason: null })
  expect((await worker.refused(api.declineCare, { personId, saidBy: '本人', askAgainOn: '2020-02-26' })).code).toBe('care.dayPast')
  expect(await worker.call(api.declineCare, { personId, saidBy: '女儿 周敏', note: '同住了', askAgainOn: '2020-03-26' })).toMatchObject({ state: 'notWanted', dueOn: '2020-03-26', declined: { by: '女儿 周敏', on: '2020-02-26' } })
  clock.set('2020-03-20T09:00:00+08:00')
  expect([await idsIn(worker, { tab: 'overdue' }), await idsIn(worker, { tab: 'notWanted' })]).toEqual([[], [personId]])
  clock.set('2020-03-26T09:00:00+08:00')
  expect(await idsIn(worker, { tab: 'toVisit' })).toEqual([personId])
  expect(await worker.call(api.resumeCare, { personId })).toMatchObject({ declined: null, state: 'overdue', daysLate: 22 })
})

test('a community sets its own days: whoever goes by the groups goes by them at once, and the standard comes back', async () => {
  const { c, worker, w } = await world()
  const [{ personId }, own] = [await anElder(w), await anElder(w)]
  await worker.call(api.setCareRhythm, { personId: own.personId, days: 3, reason: '刚出院' })
  expect(await worker.call(api.setCareRhythms, { items: [{ group: 'livingAlone', days: 5 }, { group: 'chronic', days: 14 }] })).toEqual({ changed: 1, persons: 1 })
  expect([(await worker.call(api.getCare, { personId })).days, (await worker.call(api.getCare, { personId: own.personId })).days]).toEqual([5, 3])
  expect((await worker.call(api.careRhythms, {})).items.filter((one) => one.own !== null)).toEqual([{ group: 'livingAlone', standard: 7, own: 5 }])
  const later = await anElder(w)
  expect((await worker.call(api.getCare, { personId: later.personId })).rhythms[0]).toEqual({ group: 'livingAlone', days: 5, own: true })
  expect(await worker.call(api.setCareRhythms, { items: [{ group: 'livingAlone', days: null }] })).toEqual({ changed: 1, persons: 2 })
  const officer = await c.as('subdistrictOfficer')
  expect([(await officer.call(api.careRhythms, {})).community, (await officer.refused(api.setCareRhythms, { items: [{ group: 'chronic', days: 3 }] })).code]).toEqual([null, 'care.whichCommunity'])
  expect((await (await c.as('gridWorker')).refused(api.setCareRhythms, { items: [{ group: 'chronic', days: 3 }] })).status).toBe(403)
})

test('who answers: the grid’s own by duty, else whoever is named since a day; nobody is a figure that opens its list', async () => {
  const { c, worker, w } = await world()
  const { personId } = await anElder(w)
  const bureau = await c.as('districtCommand')
  const unanswered = async () => [(await bureau.call(api.careByArea, {})).items[0]?.unanswered, await idsIn(bureau, { slice: 'unanswered' })]
  expect([(await worker.call(api.getCare, { personId })).answerer, await unanswered()]).toEqual([null, [1, [personId]]])
  expect((await worker.call(api.nameAnswerer, { personId, kind: 'volunteer', name: '陈志愿', phone: '19900005555' })).answerer).toEqual({ name: '陈志愿', kind: 'volunteer', phoneMasked: '199****5555', since: '2020-02-26' })
  expect(await unanswered()).toEqual([0, []])
  await worker.call(api.dropAnswerer, { personId })
  await worker.call(dutyApi.assignDuty, { areaId: c.compounds[0]?.grids[0]?.id ?? '', dutyRole: 'gridWorker', name: '杨网格', startsOn: '2020-02-20' })
  expect([(await worker.call(api.getCare, { personId })).answerer, await unanswered()]).toEqual([{ name: '杨网格', kind: null, phoneMasked: null, since: null }, [0, []]])
})

test('every figure is as many as the list it opens, by tab, slice and group; the database and the rule name the same day', async () => {
  const { c, worker, w } = await world()
  const people = []
  for (const careGroups of [['livingAlone'], ['livingAlone', 'chronic'], ['lowIncome'], ['mentalDisorder'], ['unattendedChild'], ['incapacitated']]) people.push((await anElder(w, { careGroups })).personId)
  const [fine, missed, declined, late, twice] = people
  clock.set('2020-03-05T09:00:00+08:00')
  await worker.call(api.recordCareVisit, { personId: fine ?? '', result: 'fine', at: '2020-03-04T02:00:00.000Z' })
  await worker.call(api.recordCareVisit, { personId: missed ?? '', result: 'notMet' })
  await worker.call(api.declineCare, { personId: declined ?? '', saidBy: '本人', askAgainOn: '2020-04-05' })
  await worker.call(api.recordCareVisit, { personId: late ?? '', result: 'changed', note: '住院了' })
  for (const day of ['03', '04']) await worker.call(api.recordCareVisit, { personId: twice ?? '', result: 'notMet', at: `2020-03-${day}T02:00:00.000Z` })
  const figures = await worker.call(api.careFigures, {})
  for (const tab of careTabs) expect((await idsIn(worker, { tab })).length, tab).toBe(figures.tabs[tab])
  for (const { group, n } of figures.byGroup) expect((await idsIn(worker, { tab: 'all', group })).length, group).toBe(n)
  expect(figures.tabs).toEqual({ toVisit: 1, overdue: 1, missed: 1, fine: 1, notWanted: 1, all: 6 })
  expect(figures).toMatchObject({ week: 4, visited: 2, inTime: 1, rate: 0.25 })
  const [area] = (await (await c.as('districtCommand')).call(api.careByArea, {})).items
  expect(area).toMatchObject({ name: c.community.name, all: 6, toVisit: 1, overdue: 1, missed: 1, week: 4, inTime: 1, unanswered: 6 })
  const counted = { visited: figures.visited, week: figures.week, inTime: figures.inTime, unanswered: area?.unanswered }
  for (const slice of careSlices) expect((await idsIn(worker, { slice })).length, slice).toBe(counted[slice])
  expect((await worker.call(api.careFigures, { group: 'livingAlone' })).tabs).toMatchObject({ all: 2, fine: 1 })
  const rows = await c.tx('communityWorker', (ctx) => ctx.sql.rows<{ dueOn: string; beganOn: string; days: number; askAgainOn: string | null; lastOn: string | null; lastMetOn: string | null; missed: number }>(sql`select due_on as "dueOn", began_on as "beganOn", days, ask_again_on as "askAgainOn", last_on as "lastOn", last_met_on as "lastMetOn", missed from care_person`))
  expect(rows.map((row) => row.dueOn)).toEqual(rows.map((row) => dueOf(row, row)))
  const first = await worker.call(api.listCare, { tab: 'all', order: 'due', limit: 4 })
  const second = await worker.call(api.listCare, { tab: 'all', order: 'due', limit: 4, after: first.next ?? '' })
  expect([...first.items, ...second.items].map((one) => one.dueOn)).toEqual(rows.map((row) => row.dueOn).toSorted())
})

test('a mental disorder is told to whoever goes to the door, and to nobody above: not in the list, the figures, the file or the register', async () => {
  const { c, worker, w } = await world()
  const { personId } = await anElder(w, { careGroups: ['mentalDisorder', 'lowIncome'] })
  const command = await c.as('districtCommand')
  expect((await worker.call(api.getCare, { personId })).groups).toEqual(['mentalDisorder', 'lowIncome'])
  expect((await command.call(api.getCare, { personId }))).toMatchObject({ groups: ['lowIncome'], days: 7, rhythms: [{ group: 'lowIncome' }] })
  expect([await idsIn(command, { tab: 'all', group: 'mentalDisorder' }), (await command.call(api.careFigures, {})).byGroup, (await command.call(peopleApi.listPeople, { careGroup: 'mentalDisorder' })).items]).toEqual([[], [{ group: 'lowIncome', n: 1 }], []])
  expect([(await command.call(peopleApi.personCard, { personId })).careGroups, (await command.call(peopleApi.listPeople, { anyCare: 'true' })).items[0]?.careGroups]).toEqual([['lowIncome'], ['lowIncome']])
  const listed = mounted.find((m) => m.name === 'care.listCare/export')?.endpoint ?? api.listCare
  const file = async (caller: Caller) => (await caller.download(listed, { format: 'csv', columns: 'name,groups,phone,rhythm', tab: 'all', reason: '报街道' } as never)).bytes.toString()
  expect(await file(worker)).toContain('周桂英,精神障碍、低保,199****4321,每 7 天')
  expect(await file(command)).toContain('周桂英,低保,199****4321')
})

test('a child whose parents were taken to central quarantine stands first in Today with the law, until somebody says who cares; taken again, again', async () => {
  const { c, worker, w } = await world()
  const home = { building: '8', unit: '1', room: '801', phone: undefined }
  const mother = await anElder(w, { ...home, name: '李敏', birthOn: '1988-05-01', careGroups: [] })
  const child = await anElder(w, { ...home, name: '李小宝', sex: '1', birthOn: '2012-05-01', careGroups: [] })
  const managed = await somebodyManaged(w, {}, mother)
  const homes = async () => (await worker.call(api.listUncared, {})).items
  expect(await homes(), 'quarantined at home she is with the child').toEqual([])
  clock.set('2020-02-26T10:00:00+08:00')
  await worker.call(quarantineApi.changeMeasure, { episodeId: managed.episodeId, measure: 'centralQuarantine', orderNo: '指挥部令第9号', reason: '家中不具备隔离条件' })
  const [alone] = await homes()
  expect(alone).toMatchObject({ householdId: child.householdId, since: '2020-02-26T02:00:00.000Z', taken: [{ name: '李敏', where: 'centralQuarantine' }], left: [{ name: '李小宝', age: 7, groups: [] }], law: { zh: expect.stringContaining('第九十二条') as string } })
  const today = await (await c.as('gridWorker')).call(todayApi.today, {})
  expect([today.groups[0]?.kind, today.groups[0]?.items[0]]).toMatchObject(['careAlone', { name: '李小宝', state: 'overdue' }])
  const carried = async () => (await (await c.as('gridWorker')).call(fieldApi.carry, {})).parts.flatMap((part) => part.homes ?? [])
  expect(await carried(), 'on the phone of whoever walks there').toEqual([{ ...alone, areaName: '第一网格' }])
  expect((await worker.refused(api.coverHome, { householdId: child.householdId, kind: 'relative' })).code).toBe('care.nameMissing')
  const { coverId } = await worker.call(api.coverHome, { householdId: child.householdId, kind: 'relative', carerName: '外婆 周桂英', phone: '19900006666', at: '2020-02-26T02:00:00.000Z' })
  expect([await homes(), await carried()]).toEqual([[], []])
  await worker.call(api.undoCover, { coverId })
  expect(await homes()).toHaveLength(1)
  await worker.call(api.coverHome, { householdId: child.householdId, kind: 'returned' })
  clock.set('2020-02-26T11:00:00+08:00')
  await worker.call(quarantineApi.sendToHospital, { episodeId: managed.episodeId, reason: '发热送医' })
  expect((await homes())[0]?.taken).toMatchObject([{ where: 'hospital' }])
  // A grown-up without any need at home cares for the child.
  await anElder(w, { ...home, name: '李大伯', sex: '1', birthOn: '1970-05-01', careGroups: [] })
  expect(await homes()).toEqual([])
})

test('who may look may not visit, and a stranger finds nobody', async () => {
  const { c, w } = await world()
  const { personId } = await anElder(w)
  const command = await c.as('districtCommand')
  expect((await command.refused(api.recordCareVisit, { personId, result: 'fine' })).status).toBe(403)
  expect((await (await c.as('cdc')).refused(api.listCare, {})).status).toBe(403)
  const stranger = await c.stranger('gridWorker')
  expect([await idsIn(stranger, { tab: 'all' }), (await stranger.refused(api.recordCareVisit, { personId, result: 'fine' })).status]).toEqual([[], 404])
})
