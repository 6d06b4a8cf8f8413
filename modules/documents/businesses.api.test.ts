import { expect, test } from 'vitest'
import { allFour, aShopOf } from '../../testing/examples/resumption.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { resumptionApi } from '../resumption/contract.ts'
import { documentsApi as api, type WorkReport } from './contract.ts'
import { pageBehind } from './rules.ts'

const KEYS = ['企业数', '个体工商户数', '已复工数', '未复工数'] as const

test('once businesses are registered the report counts them, each figure opens as many, and a former day is said as it was; without any they are declared as before', async () => {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const w = { c, caller: worker }
  await policyInForceHere(w)
  await worker.call(api.declareFigures, { source: '台账', figures: [{ indicator: 'enterprises', value: 46 }, { indicator: 'notResumed', value: 38, detail: '足浴' }] })
  const figuresOf = async (day?: string) => (await worker.call(api.getWorkReport, day ? { day } : {})).figures.filter((one) => KEYS.some((key) => key === one.key))
  const values = async (day?: string) => Object.fromEntries((await figuresOf(day)).map((one) => [one.key, one.value]))
  expect(await values()).toEqual({ 企业数: 46, 个体工商户数: null, 已复工数: null, 未复工数: 38 })

  clock.set('2020-02-27T09:00:00+08:00')
  const make = async (over: object) => (await worker.call(resumptionApi.registerBusiness, aShopOf(w, over))).businessId
  const [grill = '', ...others] = [await make({}), await make({}), await make({ trade: 'footBath' }), await make({ trade: 'catering', kind: 'enterprise', creditCode: '91350100M000100Y43' })]
  await worker.call(resumptionApi.checkReadiness, { businessId: others[2] ?? '', answers: allFour })
  await worker.call(resumptionApi.closeBusiness, { businessId: await make({}), reason: '已转让' })
  expect(await values()).toEqual({ 企业数: 1, 个体工商户数: 3, 已复工数: 1, 未复工数: 3 })
  /** Each figure of a report opens as many, as the page asks for what its address says. */
  const opened = async (report: WorkReport) => {
    for (const figure of report.figures.filter((one) => KEYS.some((key) => key === one.key))) {
      const { page, search: { area, at, ...cut } } = pageBehind(figure, report)
      expect([page, area, (await worker.call(resumptionApi.listBusinesses, { ...cut, asOf: at, areaId: area } as never)).items.length], figure.key).toEqual(['/resumption', c.community.id, figure.value])
    }
  }
  const report = await worker.call(api.getWorkReport, {})
  expect(report.businessesAddUp).toEqual({ all: 4, parts: 4 })
  expect(JSON.stringify(report.paper)).toContain('烧烤、足浴等')
  await opened(report)

  clock.set('2020-02-28T09:00:00+08:00')
  await worker.call(resumptionApi.checkReadiness, { businessId: grill, answers: allFour })
  const slip = await worker.call(resumptionApi.checkReadiness, { businessId: others[0] ?? '', answers: allFour })
  await worker.call(resumptionApi.undoBusinessStep, { businessId: others[0] ?? '', stepId: slip.undoable ?? '' })
  expect([await values(), await values('2020-02-27')]).toEqual([{ 企业数: 1, 个体工商户数: 3, 已复工数: 2, 未复工数: 2 }, { 企业数: 1, 个体工商户数: 3, 已复工数: 1, 未复工数: 3 }])
  const former = await worker.call(api.getWorkReport, { day: '2020-02-27' })
  await opened(former)
  const then = { asOf: former.asOf, areaId: c.community.id }
  expect((await worker.call(resumptionApi.listBusinesses, { ...then, tab: 'notResumed' })).items.find((one) => one.businessId === grill), 'as it stood').toMatchObject({ state: 'notResumed', resumedOn: null, lookOn: null })
  expect((await worker.call(resumptionApi.resumptionFigures, then)).tabs).toMatchObject({ all: 4, resumed: 1, notResumed: 3, closed: 1, recheck: 0 })
  expect(await values('2020-02-26'), 'before the register').toEqual({ 企业数: 46, 个体工商户数: null, 已复工数: null, 未复工数: 38 })
})
