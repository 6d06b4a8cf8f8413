import { expect, test } from 'vitest'
import { allFour, aShopOf } from '../../testing/examples/resumption.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aCommunity, Caller, clock } from '../../testing/world.ts'
import { linksApi } from '../links/contract.ts'
import { resumptionApi as api } from './contract.ts'
import { askLimits } from './data.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  const { url } = await worker.call(linksApi.createDeclarationLink, { areaId: c.community.id })
  return { c, worker, w: { c, caller: worker }, phone: new Caller({ link: url.split('/').at(-1) ?? '' }) }
}
const asked = { kind: 'soleTrader' as const, name: '阿香 烧烤店', trade: 'barbecue' as const, contactName: '周敏', phone: '19900001234', met: ['thermometer', 'masks', 'nonsense'] }

test('an owner asks by the community’s code: it waits for its check, in Today and in the list, with what the owner says is met; by its receipt the phone sees what came of it', async () => {
  const { c, worker, phone } = await world()
  expect((await phone.call(api.ownReadiness, {})).points.map(({ id }) => id)).toEqual(Object.keys(allFour))
  const own = await phone.call(api.askToResume, { ...asked, areaId: c.compounds[0]?.id ?? '' })
  expect(own).toEqual({ receipt: expect.any(String) as string, name: asked.name, askedAt: expect.any(String) as string, state: 'received', because: null, communityName: c.community.name, officePhone: null })
  const mine = async () => (await phone.call(api.myAsked, { receipts: `${own.receipt ?? ''},nonsense` })).items
  expect(await mine()).toEqual([{ ...own, receipt: null }])
  expect((await phone.call(api.myAsked, {})).items).toEqual([])
  const { items: [line] } = await worker.call(api.listBusinesses, { tab: 'toCheck' })
  expect(line).toMatchObject({ name: '阿香烧烤店', areaName: '锦绣小区', state: 'applied', phoneMasked: '199****1234' })
  const card = await worker.call(api.getBusiness, { businessId: line?.businessId ?? '' })
  expect(card.steps).toMatchObject([{ kind: 'asked', actorName: null, params: { phone: '199****1234', met: '有测温仪、人人有口罩' } }])
  await worker.call(api.checkReadiness, { businessId: card.businessId, answers: { ...allFour, masks: false } })
  expect(await mine()).toMatchObject([{ name: asked.name, state: 'missing', because: { zh: expect.stringContaining('还缺:人人有口罩。2月29日再看。') as string } }])
  expect((await worker.call(api.checkReadiness, { businessId: card.businessId, answers: allFour })).state).toBe('resumed')
  expect(await mine()).toMatchObject([{ state: 'resumed', because: { zh: expect.stringContaining('准许复工') as string } }])
})

test('a shop that is registered is found by its name and keeps what is known of it; one that works stays as it is, and both hear the same', async () => {
  const { worker, w, phone } = await world()
  const [idle, works] = [await worker.call(api.registerBusiness, aShopOf(w, { name: '阿香烧烤店', phone: '19900005678' })), await worker.call(api.registerBusiness, aShopOf(w, { name: '惠民超市' }))]
  await worker.call(api.checkReadiness, { businessId: works.businessId, answers: allFour })
  const answers = [await phone.call(api.askToResume, asked), await phone.call(api.askToResume, { ...asked, name: '惠民超市' }), await phone.call(api.askToResume, { ...asked, name: '谁也不知道的店' })]
  expect(new Set(answers.map((one) => JSON.stringify({ ...one, receipt: '', name: '' }))).size).toBe(1)
  expect((await phone.call(api.myAsked, { receipts: answers.map((one) => one.receipt).join() })).items.map((one) => [one.state, one.because]), 'nothing of how it stood').toEqual(answers.map(() => ['received', null]))
  const seen = await worker.call(api.getBusiness, { businessId: idle.businessId })
  expect(seen).toMatchObject({ state: 'applied', phoneMasked: '199****5678' })
  expect((await worker.call(api.undoBusinessStep, { businessId: idle.businessId, stepId: seen.undoable ?? '' })).state).toBe('notResumed')
  expect((await phone.call(api.myAsked, { receipts: answers[0]?.receipt ?? '' })).items).toMatchObject([{ state: 'withdrawn' }])
  expect(await worker.call(api.getBusiness, { businessId: works.businessId })).toMatchObject({ state: 'resumed', steps: [{ kind: 'asked' }, { kind: 'checked' }, { kind: 'registered' }] })
  expect((await worker.call(api.resumptionFigures, {})).tabs.all).toBe(3)
})

test('a wrong number is refused, and so is a flood through one code', async () => {
  const { phone } = await world()
  expect((await phone.refused(api.askToResume, { ...asked, phone: '123' })).code).toBe('resumption.phoneWrong')
  for (let i = 0; i < askLimits.perCodePerHour; i++) await phone.call(api.askToResume, { ...asked, name: `某店${i}` })
  expect(await phone.refused(api.askToResume, asked)).toMatchObject({ status: 429, code: 'resumption.tooManyAsk' })
  clock.forward(61)
  await phone.call(api.askToResume, asked)
})
