import { expect, test } from 'vitest'
import { toShenzhen } from '../../testing/examples/exits.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aNumber, register } from '../../testing/people.ts'
import { aCommunity, clock, todayInTest } from '../../testing/world.ts'
import { peopleApi } from '../people/contract.ts'
import { exitsApi as api } from './contract.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  const numbers = Array.from({ length: 3 }, () => aNumber())
  const named = (i: number) => register(worker, c, { name: `沐外出${i}`, documentKind: 'residentId', documentNo: numbers[i] })
  const [first, second, gone] = [await named(0), await named(1), await named(2)]
  const byPhone = await register(worker, c, { name: '沐有电话', phone: '19900004321' })
  await register(worker, c, { name: '沐同住', phone: '19900004321' })
  await worker.call(peopleApi.movePersonOut, { personId: gone.personId, reason: '搬到外市' })
  const csv = (...rows: string[]) => ({ upload: { filename: '名单.csv', bytes: new TextEncoder().encode(['某某公司务工名单', '序号,姓 名,身份证号码,联系电话,用工企业,体温', ...rows].join('\n')) } })
  const send = (...rows: string[]) => worker.call(api.importExits, { kind: 'migrantWork', ...toShenzhen, leavesOn: todayInTest(), employer: '鹏城电子厂' }, csv(...rows))
  return { c, worker, numbers, ids: [first.personId, second.personId, byPhone.personId], csv, send }
}

test('a list goes in but for its wrong rows, which come back with row and reason; sent again it adds nothing, and it is taken back as a whole', async () => {
  const { worker, numbers: [one = '', two = '', gone = ''], ids, send } = await world()
  const rows = [
    `1,沐外出0,${one},,,364`, `2,沐 外出1,${two.toLowerCase()},,宝安五金厂,`, `3,沐有电话,,199 0000 4321,,`,
    `4,,${one},,,`, '5,沐没号,,,,', `6,沐外出0,${one.slice(0, 17)}${one.endsWith('1') ? '2' : '1'},,,`, `7,沐外出0,${one},,,不烧`, `8,沐不在册,${aNumber()},,,`, `9,沐别人,${two},,,`, `10,沐外出0,${one},,,`, `11,沐外出2,${gone},,,`,
  ]
  const { exitIds, already, wrong } = await send(...rows)
  expect([exitIds.length, already]).toEqual([3, []])
  expect(wrong.map(({ rowNo, fault }) => [rowNo, fault])).toEqual([[6, 'nameMissing'], [7, 'numberMissing'], [8, 'documentWrong'], [9, 'temperatureWrong'], [10, 'notFound'], [11, 'otherName'], [12, 'twice'], [13, 'notPresent']])
  const cards = await Promise.all(exitIds.map((exitId) => worker.call(api.getExit, { exitId })))
  expect(new Map(cards.map((card) => [card.personId, [card.employer, card.channel, card.state, card.readings.map((r) => r.temperature)]]))).toEqual(new Map([
    [ids[0], ['鹏城电子厂', 'paper', 'certificateDue', [36.4]]], [ids[1], ['宝安五金厂', 'paper', 'certificateDue', []]], [ids[2], ['鹏城电子厂', 'paper', 'certificateDue', []]],
  ]))
  expect(await send(...rows.slice(0, 3))).toEqual({ exitIds: [], already: [{ rowNo: 3, name: '沐外出0' }, { rowNo: 4, name: '沐外出1' }, { rowNo: 5, name: '沐有电话' }], wrong: [] })
  expect(await worker.call(api.withdrawExits, { exitIds })).toEqual({ withdrawn: expect.arrayContaining(exitIds), kept: 0 })
  expect((await send(...rows.slice(0, 3))).exitIds).toHaveLength(3)
})

test('where a row says itself where it goes it goes there, an empty one where all go; what nobody can make out comes back', async () => {
  const { c, worker, numbers: [one = '', two = ''], ids } = await world()
  const csv = (...rows: string[]) => ({ upload: { filename: '名单.csv', bytes: new TextEncoder().encode(['姓名,身份证号,手机号,务工去向', ...rows].join('\n')) } })
  const asked = { kind: 'migrantWork', leavesOn: todayInTest() } as const
  const third = await register(worker, c, { name: '沐外出3', phone: '19900004323' })
  const places = async (exitIds: string[]) => Object.fromEntries((await Promise.all(exitIds.map((exitId) => worker.call(api.getExit, { exitId })))).map((card) => [card.personId, [card.destinationName, card.destinationCode]]))
  const first = await worker.call(api.importExits, asked, csv(`沐外出0,${one},,浙江义乌`, `沐外出1,${two},,`, '沐外出3,,19900004323,朝阳'))
  expect(first.wrong.map(({ rowNo, fault }) => [rowNo, fault])).toEqual([[3, 'destinationMissing'], [4, 'destinationUnclear']])
  expect(await places(first.exitIds)).toEqual({ [ids[0] ?? '']: ['浙江义乌', '330782'] })
  const second = await worker.call(api.importExits, { ...asked, ...toShenzhen }, csv(`沐外出1,${two},,`, '沐外出3,,19900004323,北京朝阳'))
  expect(await places(second.exitIds)).toEqual({ [ids[1] ?? '']: ['广东省深圳市', '440300'], [third.personId]: ['北京朝阳', '110105'] })
})

test('by a telephone that several people of that name have nobody is taken, and nobody of another community', async () => {
  const { c, worker, numbers: [one = ''], send, csv } = await world()
  await register(worker, c, { name: '沐有电话', phone: '19900004321' })
  expect((await send('1,沐有电话,,19900004321,,')).wrong).toEqual([{ rowNo: 3, name: '沐有电话', fault: 'severalPeople' }])
  const stranger = await c.stranger('communityWorker')
  expect((await stranger.call(api.importExits, { kind: 'localWork', destinationName: '马塘工业园区', leavesOn: todayInTest() }, csv(`1,沐外出0,${one},,,`))).wrong).toMatchObject([{ fault: 'notFound' }])
})

test('a file without headings, that is too long or no sheet is refused with what to bring instead; work elsewhere says the county first', async () => {
  const { worker, numbers: [one = ''], csv } = await world()
  const to = { kind: 'migrantWork', ...toShenzhen, leavesOn: todayInTest() } as const
  const file = (filename: string, text: string) => ({ upload: { filename, bytes: new TextEncoder().encode(text) } })
  expect(await worker.refused(api.importExits, to, file('名单.csv', '甲,乙\n1,2\n'))).toMatchObject({ code: 'exits.listHeadings', params: { headings: '姓名、身份证号' } })
  expect((await worker.refused(api.importExits, to, file('名单.xlsx', 'PK\u0003\u0004 half a file'))).code).toBe('exits.listUnreadable')
  expect((await worker.refused(api.importExits, to, csv(...Array.from({ length: 1001 }, (_, i) => `${i},沐某${i},,1990000${1000 + i},,`)))).code).toBe('exits.listTooLong')
  expect((await worker.refused(api.importExits, { kind: 'migrantWork', leavesOn: todayInTest() }, csv(`1,沐外出0,${one},,,`))).code, 'named nowhere').toBe('exits.noDestination')
  expect((await worker.refused(api.importExits, { kind: 'migrantWork', destinationName: '深圳', leavesOn: todayInTest() }, csv(`1,沐外出0,${one},,,`))).code).toBe('exits.noDivision')
})
