import { expect, test } from 'vitest'
import { anElder } from '../../testing/examples/care.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { careApi } from '../care/contract.ts'
import { documentsApi as api } from './contract.ts'
import { pageBehind } from './rules.ts'

test('the work report says how many are looked in on and were visited this week, each figure opens as many; without anybody it says nothing', async () => {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  expect(JSON.stringify((await worker.call(api.getWorkReport, {})).paper)).not.toContain('困难帮扶')
  const [{ personId }] = [await anElder({ c, caller: worker }), await anElder({ c, caller: worker })]
  await worker.call(careApi.recordCareVisit, { personId, result: 'fine', at: '2020-02-25T02:00:00.000Z' })
  clock.set('2020-02-26T20:00:00+08:00')
  const report = await worker.call(api.getWorkReport, {})
  expect(JSON.stringify(report.paper)).toContain('困难帮扶情况')
  const figures = report.figures.filter(({ source }) => source.from === 'care')
  expect(figures.map(({ key, value }) => [key, value])).toEqual([['关爱人数', 2], ['走访人数', 1]])
  for (const figure of figures) {
    const { page, search: { area, ...cut } } = pageBehind(figure, report)
    expect([page, area, (await worker.call(careApi.listCare, { ...cut, areaId: area } as never)).items.length], figure.key).toEqual(['/care', c.community.id, figure.value])
  }
})
