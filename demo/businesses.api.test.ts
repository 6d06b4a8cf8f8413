import { expect, test } from 'vitest'
import { addDays, instantAt } from '../kernel/dates.ts'
import { resumptionApi as api } from '../modules/resumption/contract.ts'
import { policyInForceHere } from '../testing/examples/policies.ts'
import { aCommunity, clock } from '../testing/world.ts'
import type { Desk } from './desk.ts'
import { resumeWork } from './businesses.ts'

test('the demo has the businesses of report 1: 46 and 1,092, of which 1,100 have resumed and 38 of three trades have not, with something to check, to look at again and to ask', async () => {
  const today = '2020-02-26'
  clock.set(instantAt(addDays(today, -14), '15:00'))
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  const desk: Pick<Desk, 'call'> = { call: (endpoint, input, upload) => worker.call(endpoint, input, upload ? { upload } : {}) }
  const shops = { today, worker: desk, place: { id: c.community.id, settlements: [...c.compounds, c.villageGroup] } }
  for (const days of [14, 1, 0]) {
    clock.set(instantAt(addDays(today, -days), '15:00'))
    await resumeWork(shops, addDays(today, -days))
  }
  const figures = await worker.call(api.resumptionFigures, {})
  expect([figures.enterprises, figures.soleTraders]).toEqual([46, 1092])
  expect(figures.tabs).toMatchObject({ all: 1138, resumed: 1100, notResumed: 38, toCheck: 4, recheck: 5, noReason: 2, suspended: 0, closed: 0 })
  expect(figures.byTrade.filter((one) => one.notResumed > 0).map((one) => [one.trade, one.notResumed])).toEqual([['catering', 20], ['barbecue', 11], ['footBath', 7]])
  expect(figures.byReason.map((one) => one.reason).toSorted()).toEqual(['demand', 'equipment', 'materials', 'other', 'workers', null].toSorted())
})
