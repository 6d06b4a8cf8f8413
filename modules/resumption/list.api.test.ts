import { expect, test } from 'vitest'
import { aCode, allFour } from '../../testing/examples/resumption.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { resumptionApi as api } from './contract.ts'

const HEADS = '序号,市场主体名称,主体类型,统一社会信用代码,经营范围,小区,经营场所,经营者,联系方式,从业人数,返岗人数,复工情况,未复工原因'
async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  const file = (filename: string, text: string) => ({ upload: { filename, bytes: new TextEncoder().encode(text) } })
  const csv = (...rows: string[]) => file('商户.csv', ['里布嘎社区市场主体名单', HEADS, ...rows].join('\n'))
  return { c, worker, file, csv, send: (...rows: string[]) => worker.call(api.importBusinesses, { areaId: c.community.id }, csv(...rows)) }
}

test('a list goes in but for its wrong rows, which come back with row and reason; sent again it adds nothing, and it is taken back as a whole', async () => {
  const { c, worker, send } = await world()
  const code = aCode()
  const rows = [
    `1,文山三七公司,有限责任公司,${code},加工,锦绣小区,5号,周敏,19900001234,40,30,已复工,`, '2,阿香 烧烤店,个体,,,老城组,12号,赵强,0876-2190000,3,,未复工,厨师工人没回来', `3,惠民超市,,${aCode('soleTrader')},,,,,,,,是,`,
    '4,,个体,,,,,,,,,,', '5,没写种类,,,,,,,,,,,', '6,某某公司,企业,,,,,,,,,,', `7,某某公司,企业,${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'},,,,,,,,,`, '8,电话错,个体,,,,,,12,,,,', '9,哪里的店,个体,,,没有的小区,,,,,,,', '10,两处都有,个体,,,第一网格,,,,,,,', '11,阿香烧烤店,个体,,,老城组,12 号,,,,,,', '12,说不清,个体,,,,,,,,,差不多,',
  ]
  const { businessIds, already, wrong } = await send(...rows)
  expect([businessIds.length, already]).toEqual([3, []])
  expect(wrong.map(({ rowNo, fault }) => [rowNo, fault])).toEqual([[6, 'nameMissing'], [7, 'kindMissing'], [8, 'codeMissing'], [9, 'codeWrong'], [10, 'phoneWrong'], [11, 'placeUnknown'], [12, 'placeSeveral'], [13, 'twice'], [14, 'resumedWrong']])
  const { items } = await worker.call(api.listBusinesses, {})
  expect(items.map((b) => [b.name, b.kind, b.areaName, b.trade, b.state, b.reason, b.staff, b.toReturn, b.phoneMasked]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0]), 'zh'))).toEqual([
    ['阿香烧烤店', 'soleTrader', '老城组', 'barbecue', 'notResumed', 'workers', 3, null, '087****0000'], ['惠民超市', 'soleTrader', c.community.name, 'supermarket', 'resumed', null, null, null, null], ['文山三七公司', 'enterprise', '锦绣小区', 'manufacturing', 'resumed', null, 40, 30, '199****1234'],
  ])
  expect(await send(...rows.slice(0, 3))).toEqual({ businessIds: [], already: [{ rowNo: 3, name: '文山三七公司' }, { rowNo: 4, name: '阿香烧烤店' }, { rowNo: 5, name: '惠民超市' }], wrong: [] })
  const grill = items.find((b) => b.trade === 'barbecue')?.businessId ?? ''
  await worker.call(api.checkReadiness, { businessId: grill, answers: allFour })
  const undone = await worker.call(api.removeBusinesses, { businessIds })
  expect([undone.removed.toSorted(), undone.kept]).toEqual([businessIds.filter((one) => one !== grill).toSorted(), 1])
  expect((await send(...rows.slice(0, 3))).businessIds).toHaveLength(2)
})

test('what a list says has resumed has not been checked here: it waits for no recheck, and says so', async () => {
  const { worker, send } = await world()
  const { businessIds: [businessId = ''] } = await send('1,惠民超市,个体,,,,,,,,,已复工,')
  expect(await worker.call(api.getBusiness, { businessId })).toMatchObject({ state: 'resumed', resumedOn: null, lookOn: null, decision: null, steps: [{ kind: 'listed', params: { state: 'resumed' } }] })
  expect(await worker.call(api.checkReadiness, { businessId, answers: allFour })).toMatchObject({ state: 'resumed', decision: { outcome: 'kept' }, lookOn: '2020-03-11' })
})

test('a file without headings, that is too long or no sheet is refused with what to bring instead; nobody registers in another community', async () => {
  const { c, worker, file, csv } = await world()
  const to = { areaId: c.community.id }
  expect(await worker.refused(api.importBusinesses, to, file('名单.csv', '甲,乙\n1,2\n'))).toMatchObject({ code: 'resumption.listHeadings', params: { headings: '名称、企业或个体' } })
  expect((await worker.refused(api.importBusinesses, to, file('名单.xlsx', 'PK\u0003\u0004 half a file'))).code).toBe('resumption.listUnreadable')
  expect((await worker.refused(api.importBusinesses, to, csv(...Array.from({ length: 5001 }, (_, i) => `${i},某店${i},个体,,,,,,,,,,`)))).code).toBe('resumption.listTooLong')
  expect((await (await c.stranger('communityWorker')).refused(api.importBusinesses, to, csv('1,某店,个体,,,,,,,,,,'))).status).toBe(404)
})
