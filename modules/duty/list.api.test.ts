import { expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import { aDutySheet, firstGrid } from '../../testing/examples/duty.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, clock, type Caller } from '../../testing/world.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { dutyApi as api } from './contract.ts'

const world = async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker') }
}
const upload = (worker: Caller, text: string) => worker.call(api.readDutySheet, {}, { upload: { filename: '网格员.csv', bytes: new TextEncoder().encode(text) } })
const nameOf = async (worker: Caller, who: Caller): Promise<string> => (await worker.call(api.dutyCandidates, { areaId: (await worker.call(api.dutyAreas, {})).items[0]?.areaId ?? '', dutyRole: 'gridWorker' })).items.find(({ accountId }) => accountId === who.accountId)?.name ?? ''

test('a list says who follows whom and which gaps close before anything changes; confirmed once it is done, with the open work; taken back it is as before', async () => {
  const { c, worker } = await world()
  const grid = firstGrid({ c, caller: worker })
  const former = await c.as('communityWorker')
  const next = await c.as('gridWorker')
  const { episodeId } = await somebodyManaged({ c, caller: worker })
  await worker.call(quarantineApi.assignStaff, { episodeId, workerId: former.accountId })
  const held = await worker.call(api.assignDuty, { areaId: grid.id, dutyRole: 'gridWorker', accountId: former.accountId })
  const list = await upload(worker, `所属网格,小区名称,网格员姓名,职务,联系电话,到岗日期\n第一网格,锦绣小区,${await nameOf(worker, next)},网格员,19900001234,2020/2/26\n第2网格,锦绣小区,高玉兰,居委会副主任,0876-1990002,\n`)
  expect(list.lines).toEqual([
    expect.objectContaining({ kind: 'takesOver', fromName: held.name, hasAccount: true, mobileLeftOut: true, officePhone: null, startsOn: '2020-02-26', work: { people: 1, visits: expect.any(Number), leads: 0, matters: 0 } }),
    expect.objectContaining({ kind: 'fills', name: '高玉兰', hasAccount: false, title: '居委会副主任', officePhone: '0876-1990002', work: null }),
  ])
  expect(list).toMatchObject({ closes: 1, wrong: [], state: 'read', actions: ['confirm'] })
  expect((await worker.call(api.dutyCard, { areaId: grid.id })).history).toHaveLength(1)

  const done = await worker.call(api.confirmDutySheet, { sheetId: list.sheetId, stamp: list.stamp, reason: '轮岗' })
  expect(done).toMatchObject({ state: 'done', actions: ['undo'] })
  const workerOf = async () => (await worker.call(quarantineApi.getEpisode, { episodeId })).worker?.id
  expect(await workerOf()).toBe(next.accountId)
  expect((await worker.call(api.dutyCard, { areaId: grid.id })).history.map(({ state, endReason }) => [state, endReason])).toEqual([['current', null], ['ended', '轮岗']])
  expect((await worker.refused(api.confirmDutySheet, { sheetId: list.sheetId, stamp: list.stamp, reason: '轮岗' })).code).toBe('duty.listDone')

  expect(await worker.call(api.undoDutySheet, { sheetId: list.sheetId })).toEqual({ undone: 2, left: 0 })
  expect(await workerOf()).toBe(former.accountId)
  expect((await worker.call(api.dutyCard, { areaId: grid.id })).history.map(({ state }) => state).toSorted()).toEqual(['current', 'undone'])
  expect((await worker.call(api.listDutySheets, {})).items[0]).toMatchObject({ state: 'undone', rows: 2, wrongRows: 0, actions: [] })
})

test('wrong rows come back as a workbook with number and reason, the right ones go in; the same list again changes nothing', async () => {
  const { c, worker } = await world()
  const list = await upload(worker, '单位名单\n小区,网格,姓名,电话,起始日期\n锦绣小区,第一网格,孙保华,0876-1990001,\n锦绣小区,第九网格,高玉兰,,\n,第一网格,苏正明,,\n锦绣小区,第二网格,,12,哪天\n')
  expect(list.lines.map(({ name, kind }) => [name, kind])).toEqual([['孙保华', 'fills']])
  expect(list.wrong.map(({ rowNo, code }) => [rowNo, code])).toEqual([[4, 'placeUnknown'], [5, 'placeTwice'], [6, 'nameMissing'], [6, 'phoneWrong'], [6, 'notADay']])
  const { bytes, filename } = await worker.download(api.dutySheetErrors, { sheetId: list.sheetId })
  expect(filename).toBe('网格员-错误行.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const rows = book.worksheets[0]?.getSheetValues().slice(1).map((row) => (row as unknown[]).slice(1)) ?? []
  expect(rows[0]).toEqual(['小区', '网格', '姓名', '电话', '起始日期', '行号', '原因'])
  expect(rows[1]?.slice(-2)).toEqual(['4', expect.stringContaining('辖区里没有这个名称')])
  expect(rows).toHaveLength(4)
  await worker.call(api.confirmDutySheet, { sheetId: list.sheetId, stamp: list.stamp, reason: '按名单' })
  const again = await upload(worker, '小区,网格,姓名\n锦绣小区,第一网格,孙保华\n')
  expect(again).toMatchObject({ lines: [{ kind: 'same' }], actions: [], closes: 0 })
  const named = await upload(worker, '责任区域,姓名\n锦绣小区第一网格,高玉兰\n')
  expect(named.lines).toEqual([expect.objectContaining({ kind: 'takesOver', fromName: '孙保华' })])
})

test('where several are there the row says for whom somebody comes; a team is added to', async () => {
  const { c, worker } = await world()
  const areaId = firstGrid({ c, caller: worker }).id
  for (const name of ['孙保华', '高玉兰']) await worker.call(api.assignDuty, { areaId, dutyRole: 'gridWorker', name })
  expect((await upload(worker, '小区,网格,姓名\n锦绣小区,第一网格,苏正明\n')).wrong).toMatchObject([{ code: 'severalThere', params: { names: '孙保华、高玉兰' } }])
  expect((await upload(worker, '小区,网格,姓名,接替谁\n锦绣小区,第一网格,苏正明,高玉兰\n')).lines).toMatchObject([{ kind: 'takesOver', fromName: '高玉兰' }])
  expect((await upload(worker, '小区,网格,姓名,接替谁\n锦绣小区,第一网格,苏正明,白雪梅\n')).wrong).toMatchObject([{ code: 'formerUnknown' }])
  expect((await upload(worker, '小区,网格,姓名,职责\n锦绣小区,第一网格,苏正明,物业\n')).lines).toMatchObject([{ kind: 'adds', dutyRole: 'propertyTeam' }])
})

test('somebody else changed it meanwhile: the list is shown anew before it is confirmed', async () => {
  const { c, worker } = await world()
  const list = await upload(worker, '小区,网格,姓名\n锦绣小区,第一网格,孙保华\n')
  await worker.call(api.assignDuty, { areaId: firstGrid({ c, caller: worker }).id, dutyRole: 'gridWorker', name: '高玉兰' })
  expect((await worker.refused(api.confirmDutySheet, { sheetId: list.sheetId, stamp: list.stamp, reason: '按名单' })).code).toBe('duty.listChanged')
  const anew = await worker.call(api.dutySheet, { sheetId: list.sheetId })
  expect(anew.lines).toMatchObject([{ kind: 'takesOver', fromName: '高玉兰' }])
  expect(await worker.call(api.confirmDutySheet, { sheetId: list.sheetId, stamp: anew.stamp, reason: '按名单' })).toMatchObject({ state: 'done', lines: [{ fromName: '高玉兰' }] })
})

test('what was changed again since stays when the list is taken back; the day after it cannot be', async () => {
  const { worker } = await world()
  const list = await upload(worker, '小区,网格,姓名\n锦绣小区,第一网格,孙保华\n锦绣小区,第二网格,高玉兰\n')
  const done = await worker.call(api.confirmDutySheet, { sheetId: list.sheetId, stamp: list.stamp, reason: '按名单' })
  const card = await worker.call(api.dutyCard, { areaId: done.lines[0]?.areaId ?? '' })
  await worker.call(api.changeDuty, { assignmentId: card.history[0]?.assignmentId ?? '', name: '苏正明', reason: '又换了' })
  expect(await worker.call(api.undoDutySheet, { sheetId: list.sheetId })).toEqual({ undone: 1, left: 1 })
  const next = await upload(worker, '小区,网格,姓名\n锦绣小区,第二网格,高玉兰\n')
  await worker.call(api.confirmDutySheet, { sheetId: next.sheetId, stamp: next.stamp, reason: '按名单' })
  clock.set('2020-02-27T09:00:00+08:00')
  expect((await worker.refused(api.undoDutySheet, { sheetId: next.sheetId })).code).toBe('duty.listNotTheDay')
})

test('a community worker does not fill the community itself; a file without headings says what is needed; a stranger finds no list', async () => {
  const { c, worker } = await world()
  expect((await upload(worker, `社区,姓名\n${c.community.name},孙保华\n`)).wrong).toMatchObject([{ code: 'officeAbove' }])
  const officer = await c.as('subdistrictOfficer')
  expect((await upload(officer, `社区,姓名\n${c.community.name},孙保华\n`)).lines).toMatchObject([{ kind: 'fills', dutyRole: 'communitySupervisor' }])
  const file = { upload: { filename: '乱.csv', bytes: new TextEncoder().encode('甲,乙\n1,2\n') } }
  expect((await worker.refused(api.readDutySheet, {}, file)).code).toBe('duty.headingsMissing')
  const list = await aDutySheet({ c, caller: worker })
  expect((await (await c.stranger('communityWorker')).refused(api.dutySheet, list)).status).toBe(404)
  expect((await (await c.as('gridWorker')).refused(api.dutySheet, list)).status).toBe(403)
})
