import { expect, test } from 'vitest'
import { anElder } from '../../testing/examples/care.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { aVolunteer } from '../../testing/examples/volunteers.ts'
import { careApi } from '../care/contract.ts'
import { volunteersApi } from '../volunteers/contract.ts'
import { documentsApi as api } from './contract.ts'
import { pageBehind } from './rules.ts'

test('the work report says how many are looked in on and were visited this week, and who helped how long by unit; each figure opens as many; without anybody it says nothing', async () => {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  expect(JSON.stringify((await worker.call(api.getWorkReport, {})).paper)).not.toContain('困难帮扶')
  const [{ personId }] = [await anElder({ c, caller: worker }), await anElder({ c, caller: worker })]
  await worker.call(careApi.recordCareVisit, { personId, result: 'fine', at: '2020-02-25T02:00:00.000Z' })
  expect(JSON.stringify((await worker.call(api.getWorkReport, {})).paper)).not.toContain('志愿服务')
  for (const over of [{}, { unit: '市林业局' }]) await worker.call(volunteersApi.recordService, { ...(await aVolunteer({ c, caller: worker }, over)), kind: 'gate', place: '东门', from: '2020-02-25T08:00:00+08:00', to: '2020-02-25T11:45:00+08:00' })
  clock.set('2020-02-26T20:00:00+08:00')
  const report = await worker.call(api.getWorkReport, {})
  expect(JSON.stringify(report.paper)).toContain('(四)困难帮扶情况')
  expect(JSON.stringify(report.paper)).toContain('市林业局1人、市水务局1人')
  const served = report.figures.filter(({ source }) => source.from === 'volunteers')
  expect(served.map(({ key, value }) => [key, value])).toEqual([['服务人数', 2], ['服务小时', 7]])
  for (const figure of served) {
    const { page, search: { area, ...cut } } = pageBehind(figure, report)
    expect([page, (await worker.call(volunteersApi.listVolunteers, { ...cut, areaId: area ?? '' } as never)).items.length]).toEqual(['/volunteers', 2])
  }
  const figures = report.figures.filter(({ source }) => source.from === 'care')
  expect(figures.map(({ key, value }) => [key, value])).toEqual([['关爱人数', 2], ['走访人数', 1]])
  for (const figure of figures) {
    const { page, search: { area, ...cut } } = pageBehind(figure, report)
    expect([page, area, (await worker.call(careApi.listCare, { ...cut, areaId: area } as never)).items.length], figure.key).toEqual(['/care', c.community.id, figure.value])
  }
})
