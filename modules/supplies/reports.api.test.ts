import { expect, test } from 'vitest'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { anItem, stocked, toTheGate } from '../../testing/examples/supplies.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { documentsApi } from '../documents/contract.ts'
import { pageBehind } from '../documents/rules.ts'
import { reportingApi } from '../reporting/contract.ts'
import { suppliesApi as api } from './contract.ts'

test('the daily report counts what was short at the cut-off and opens just these; the work report says what came and went this week, each figure opening as many', async () => {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const w = { c, caller: worker }
  await policyInForceHere(w)
  expect(JSON.stringify((await worker.call(documentsApi.getWorkReport, {})).paper)).not.toContain('防疫物资入库')
  await anItem(w, { name: '测温枪', spec: '额温', least: 5 })
  const { itemId } = await stocked(w, 200)
  await stocked(w, 300, { expiresOn: '2020-02-25' })
  await worker.call(api.giveSupplies, { itemId, quantity: 20, ...toTheGate })
  const { movementId } = await worker.call(api.giveSupplies, { itemId, quantity: 5, ...toTheGate })
  await worker.call(api.undoMovement, { movementId })
  const report = await worker.call(reportingApi.getDailyReport, {})
  expect(report.cells.find((one) => one.indicator === 'suppliesShort')?.persons).toBe(2)
  const behind = await worker.call(reportingApi.figurePeople, { areaId: report.areaId, day: report.day, indicator: 'suppliesShort', unit: 'persons' })
  expect([behind.total, behind.items.map((one) => one.name)]).toEqual([2, expect.arrayContaining(['测温枪 额温'])])
  const written = await worker.call(documentsApi.getWorkReport, {})
  expect(JSON.stringify(written.paper)).toMatch(/发放.*笔.*20只/)
  const figures = written.figures.filter(({ source }) => source.from === 'supplies')
  expect(figures.map(({ key, value }) => [key, value])).toEqual([['入库笔数', 2], ['出库笔数', 1]])
  for (const figure of figures) {
    const { page, search: { area, ...cut } } = pageBehind(figure, written)
    expect([page, (await worker.call(api.listMovements, { ...cut, areaId: area } as never)).items.length], figure.key).toEqual(['/supplies/ledger', figure.value])
  }
})
