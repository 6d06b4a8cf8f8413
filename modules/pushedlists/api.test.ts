import ExcelJS from 'exceljs'
import { beforeEach, expect, test } from 'vitest'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aList, listHeading } from '../../testing/examples/pushedlists.ts'
import { anArrival, aNeighbour, anIdentityNumber } from '../../testing/examples/screening.ts'
import { aCommunity, clock, runJobs, type Caller, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { screeningApi } from '../screening/contract.ts'
import { pushedlistsApi as api } from './contract.ts'
import { pushedlistsJobs } from './service.ts'
import { setListState } from './store.ts'

beforeEach(() => clock.set('2020-02-26T14:00:00+08:00'))

async function aDesk(): Promise<{ c: Community; worker: Caller; officer: Caller }> {
  const c = await aCommunity()
  const [worker, officer] = [await c.as('communityWorker'), await c.as('subdistrictOfficer')]
  await policyInForceHere({ c, caller: worker })
  return { c, worker, officer }
}
const rowsOf = async (caller: Caller, listId: string) => (await caller.call(api.listRows, { listId })).items
const reading = async (bytes: Buffer) => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets[0]?.getSheetValues().slice(1).map((row) => (row as unknown[]).slice(1)) ?? []
}

test('each row goes where it must be answered: by number, by door, by address; what nobody knows waits with the uploader, what cannot be read says why', async () => {
  const { c, worker, officer } = await aDesk()
  const other = await aNeighbour(c)
  const documentNo = anIdentityNumber()
  await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '8号', name: '赵志强', documentKind: 'residentId', documentNo })
  const { listId } = await aList(officer, [
    `1,赵志强,${documentNo},,昆明市五华区,途经武汉`, `2,周敏,,19900005678,${c.community.name}锦绣小区1幢1单元101,同乘`, `3,吴平,,19900005679,${other.name},途经武汉`,
    '4,钱程,,19900005670,不知道哪里,途经武汉', '5,孙一,,,,途经武汉', '6,李四,5.32601E+17,,锦绣小区,途经武汉',
  ].join('\n'))
  const rows = await rowsOf(officer, listId)
  expect(rows.map((r) => [r.rowNo, r.name, r.state, r.issue])).toEqual([
    [2, '赵志强', 'waiting', null], [3, '周敏', 'waiting', null], [4, '吴平', 'waiting', null], [5, '钱程', 'unassigned', null], [6, '孙一', 'wrong', 'nothingToFindBy'], [7, '李四', 'wrong', 'numberRounded'],
  ])
  expect((await rowsOf(worker, listId)).map((r) => r.name)).toEqual(['赵志强', '周敏'])
  expect(await worker.call(api.getList, { listId })).toMatchObject({ title: '2月26日第1批', own: false, total: 2, waiting: 2 })
  const { items } = await worker.call(screeningApi.listScreenings, { tab: 'toVerify' })
  expect(items.map((s) => [s.name, s.channel, s.dayTold])).toEqual(expect.arrayContaining([['赵志强', 'pushedList', false], ['周敏', 'pushedList', false]]))
  await officer.call(api.assignRows, { rowIds: [rows[3]?.rowId ?? ''], areaId: c.community.id })
  expect((await rowsOf(worker, listId)).map((r) => r.name)).toEqual(['赵志强', '周敏', '钱程'])
})

test('a row about somebody managed joins that record whatever its day and proposes that; one press answers it, nothing is set by itself', async () => {
  const { c, worker } = await aDesk()
  const documentNo = anIdentityNumber()
  const arrived = await worker.call(screeningApi.recordScreening, anArrival({ c }, { verify: true, arrivedOn: '2020-02-17', who: { newcomer: { name: '赵志强', documentKind: 'residentId', documentNo } } }))
  const { listId } = await aList(worker, `1,赵志强,${documentNo},,,途经武汉\n`)
  const [row] = await rowsOf(worker, listId)
  expect(row).toMatchObject({ state: 'waiting', joined: true, screeningId: arrived.screeningId, proposal: { result: 'managed', why: 'episode', measure: 'homeQuarantine' }, result: null })
  await worker.call(api.acceptProposals, { listId, rowIds: [row?.rowId ?? ''] })
  expect(await worker.call(api.getList, { listId })).toMatchObject({ answered: 1, waiting: 0, results: [{ result: 'managed', kind: null, n: 1 }] })
  const card = await worker.call(screeningApi.getScreening, { screeningId: arrived.screeningId })
  expect(card).toMatchObject({ state: 'managed', joined: [{ channel: 'pushedList' }], contradictions: [] })
})

test('the answer settles the row’s own record with its reason, is taken back on its day, and a stay needs its kind', async () => {
  const { c, worker } = await aDesk()
  const { listId } = await aList(worker, `1,周敏,,19900005678,锦绣小区1幢1单元101,途经武汉\n`)
  const [row] = await rowsOf(worker, listId)
  const rowId = row?.rowId ?? ''
  expect((await worker.refused(api.answerRow, { rowId, result: 'stayedInKeyArea' })).code).toBe('pushedlists.kindMissing')
  expect(await worker.call(api.answerRow, { rowId, result: 'notLivingHere', whereabouts: '已返回昆明' })).toMatchObject({ state: 'answered', screeningState: 'notManaged', checkerName: expect.stringContaining(c.community.name) })
  expect(await worker.call(api.undoAnswer, { rowId })).toMatchObject({ state: 'waiting', screeningState: 'toVerify', result: null })
  await worker.call(api.answerRow, { rowId, result: 'stayedInKeyArea', kind: 'outsideProvince' })
  clock.forward(24 * 60)
  expect((await worker.refused(api.undoAnswer, { rowId })).code).toBe('pushedlists.notTheDay')
})

test('somebody missed is registered and managed out of the row, once the day they came is known', async () => {
  const { worker } = await aDesk()
  const { listId } = await aList(worker, `1,周敏,,19900005678,锦绣小区1幢1单元101,途经武汉\n`)
  const [row] = await rowsOf(worker, listId)
  const answered = await worker.call(api.answerRow, { rowId: row?.rowId ?? '', result: 'missed' })
  expect(answered).toMatchObject({ state: 'answered', screeningState: 'toVerify' })
  const screeningId = answered.screeningId ?? ''
  expect((await worker.refused(screeningApi.verifyScreening, { screeningId })).code).toBe('screening.arrivalUnknown')
  const done = await worker.call(screeningApi.verifyScreening, { screeningId, corrections: { arrivedOn: '2020-02-24', origin: '420100', originName: '湖北省武汉市' } })
  expect(done).toMatchObject({ state: 'managed', decision: { measure: 'centralQuarantine' } })
})

test('a fever heard while a row is checked goes to the health centre, whatever the row is answered with', async () => {
  const { c, worker } = await aDesk()
  const { listId } = await aList(worker, `1,周敏,,19900005678,锦绣小区1幢1单元101,途经武汉\n`)
  const [row] = await rowsOf(worker, listId)
  await worker.call(api.answerRow, { rowId: row?.rowId ?? '', result: 'missed', temperature: 38.4, symptoms: ['cough'] })
  const { items } = await (await c.as('healthCentreDoctor')).call(leadsApi.listLeads, {})
  expect(items).toMatchObject([{ kind: 'fever', channel: 'pushedList', summary: { temperature: 38.4 } }])
})

test('handed to another community, the row goes there with its record', async () => {
  const { c, worker } = await aDesk()
  const other = await aNeighbour(c)
  const { listId } = await aList(await c.as('subdistrictOfficer'), `1,周敏,,19900005678,${c.community.name}锦绣小区1幢1单元101,途经武汉\n`)
  const [row] = await rowsOf(worker, listId)
  const rowId = row?.rowId ?? ''
  expect((await worker.call(api.handOverRow, { rowId, toAreaId: other.id })).movingTo).toContain(other.name)
  clock.forward(6)
  await runJobs('screening.deliverHandOvers')
  await runJobs('pushedlists.follow')
  expect((await worker.refused(api.getRow, { rowId })).status).toBe(404)
  const there = await c.as('communityWorker', other)
  expect(await there.call(api.getRow, { rowId })).toMatchObject({ state: 'waiting', screeningState: 'toVerify', listTitle: '2月26日第1批' })
  await there.call(api.answerRow, { rowId, result: 'notLivingHere' })
})

test('the feedback is the file as it came: one row per row, in its order, with the columns it had and those it lacked', async () => {
  const { c, worker, officer } = await aDesk()
  const { listId } = await aList(officer, `1,周敏,,19900005678,${c.community.name}锦绣小区1幢1单元101,途经武汉\n2,孙一,,,,途经武汉\n3,吴平,,19900005679,${c.community.name}金科小区,同乘\n`)
  const rows = await rowsOf(worker, listId)
  await worker.call(api.answerRow, { rowId: rows[0]?.rowId ?? '', result: 'stayedInKeyArea', kind: 'insideProvince', whereabouts: '在本地', measure: '居家健康监测' })
  const { filename, bytes } = await officer.download(api.downloadFeedback, { listId })
  expect(filename).toBe('2月26日第1批-核查反馈-2020-02-26.xlsx')
  const [head, first, second, third] = await reading(bytes)
  expect(head).toEqual([...listHeading.trim().split(','), '核查结果', '去向', '措施', '核查人', '反馈时间'])
  expect(first).toEqual(['1', '周敏', undefined, '19900005678', `${c.community.name}锦绣小区1幢1单元101`, '途经武汉', '途经重点区停留(省内重点地市)', '在本地', '居家健康监测', expect.stringContaining(c.community.name), '2020-02-26 14:00'])
  expect(second?.[6]).toContain('未核查:只有姓名')
  expect(third?.slice(0, 6)).toEqual(['3', '吴平', undefined, '19900005679', `${c.community.name}金科小区`, '同乘'])
  const wrong = await reading((await officer.download(api.downloadWrongRows, { listId })).bytes)
  expect(wrong.map((row) => row.slice(6))).toEqual([['行号', '原因'], ['3', expect.stringContaining('只有姓名')]])
})

test('a batch is taken back whole; what somebody has worked on stays and is counted', async () => {
  const { c, officer, worker } = await aDesk()
  const { listId } = await aList(officer, `1,周敏,,19900005678,${c.community.name}锦绣小区,途经武汉\n2,吴平,,19900005679,${c.community.name}金科小区,同乘\n`)
  const [row] = await rowsOf(worker, listId)
  await worker.call(api.answerRow, { rowId: row?.rowId ?? '', result: 'wrongInformation' })
  expect(await officer.call(api.undoList, { listId })).toMatchObject({ state: 'undone', undone: { removed: 1, kept: 1 }, total: 0 })
  expect((await worker.call(screeningApi.screeningCounts, {})).toVerify).toBe(0)
  expect((await officer.refused(api.undoList, { listId })).code).toBe('pushedlists.listNotInState')
})

test('a list stands with its deadline until every row is answered, and a stranger knows nothing of it', async () => {
  const { c, worker } = await aDesk()
  const { listId } = await aList(worker, `1,周敏,,19900005678,锦绣小区,途经武汉\n`)
  expect(await worker.call(api.getList, { listId })).toMatchObject({ overdue: false })
  clock.set('2020-02-27T12:30:00+08:00')
  expect(await worker.call(api.getList, { listId })).toMatchObject({ overdue: true, waiting: 1 })
  expect((await worker.call(api.listRows, { listId, tab: 'overdue' })).items).toHaveLength(1)
  expect((await (await c.stranger('communityWorker')).refused(api.getList, { listId })).status).toBe(404)
})

test('a list whose taking is given up says so, and opened again it goes on; nobody is assigned twice', async () => {
  const { worker, c } = await aDesk()
  const rows = `1,周敏,,19900005678,${c.community.name}锦绣小区1幢1单元101,同乘\n`
  const { listId } = await worker.call(api.uploadList, {}, { upload: { filename: '名单.csv', bytes: new TextEncoder().encode(listHeading + rows) } })
  const open = () => worker.call(api.openList, { listId, title: '第2批', source: 'police', issuedAt: '2020-02-26T09:00:00+08:00', deadlineAt: '2020-02-27T12:00:00+08:00' })
  await open()
  await runJobs()
  expect((await worker.refused(api.openList, { listId, title: '第2批', source: 'police', issuedAt: '2020-02-26T09:00:00+08:00', deadlineAt: '2020-02-27T12:00:00+08:00' })).code).toBe('pushedlists.listNotInState')
  await c.tx('system', async (ctx) => { await setListState(ctx.sql, listId, 'taking'); await pushedlistsJobs['pushedlists.take']?.givenUp?.(ctx, { listId }) })
  expect((await worker.call(api.getList, { listId })).state).toBe('failed')
  await open()
  await runJobs()
  expect(await worker.call(api.getList, { listId })).toMatchObject({ state: 'open', total: 1 })
})
