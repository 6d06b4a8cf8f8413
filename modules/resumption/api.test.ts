import { expect, test } from 'vitest'
import { aBusiness, aCode, allFour, aShopOf } from '../../testing/examples/resumption.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aCommunity, clock, todayInTest, type Caller } from '../../testing/world.ts'
import { mounted } from '../../server/modules.ts'
import { shippedPolicies } from '../policies/data.ts'
import { businessTabs, idleReasons, resumptionApi as api } from './contract.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  return { c, worker, w: { c, caller: worker } }
}
const namesIn = async (caller: Caller, input: object) => (await caller.call(api.listBusinesses, input)).items.map((one) => one.name)

test('one is registered, asks, is checked with a “no”, then with four: it has resumed at once; every step says who and by which order', async () => {
  const { worker, w } = await world()
  const { businessId } = await aBusiness(w, { name: '滇味餐馆', trade: 'catering' })
  expect((await worker.call(api.applyToResume, { businessId, note: '厨师已返岗' })).state).toBe('applied')
  expect((await worker.refused(api.applyToResume, { businessId })).code).toBe('resumption.notInState')
  expect(await worker.refused(api.checkReadiness, { businessId, answers: { masks: true } })).toMatchObject({ status: 422, code: 'resumption.notAnswered', params: { n: 3 } })
  expect((await worker.refused(api.checkReadiness, { businessId, answers: allFour, lookOn: '2020-02-25' })).code).toBe('resumption.wrongDay')
  const lacking = await worker.call(api.checkReadiness, { businessId, answers: { ...allFour, thermometer: false } })
  expect(lacking).toMatchObject({ state: 'notResumed', reason: 'equipment', lookOn: '2020-02-29', lookDue: false, missing: [{ id: 'thermometer' }], decision: { clause: '第九条' } })
  const card = await worker.call(api.checkReadiness, { businessId, answers: allFour, note: '测温枪已买' })
  expect(card).toMatchObject({ state: 'resumed', resumedOn: '2020-02-26', lookOn: '2020-03-11', reason: null, missing: [], actions: ['check', 'suspend', 'close'] })
  expect(card.steps.map((one) => [one.kind, one.actorName === null])).toEqual([['checked', false], ['checked', false], ['applied', false], ['registered', false]])
  expect(card.steps[0]?.params).toMatchObject({ note: '测温枪已买', answers: allFour, because: expect.stringContaining('准许复工') })
  expect(card.terms?.points).toHaveLength(4)
})

test('the last step is taken back on its day, one after the other, and stands again as before; the next day it stays', async () => {
  const { worker, w } = await world()
  const { businessId } = await aBusiness(w)
  const reasoned = await worker.call(api.nameReason, { businessId, reason: 'workers' })
  const resumed = await worker.call(api.checkReadiness, { businessId, answers: allFour })
  expect((await worker.refused(api.undoBusinessStep, { businessId, stepId: reasoned.undoable ?? '' })).code).toBe('resumption.notLastStep')
  const back = await worker.call(api.undoBusinessStep, { businessId, stepId: resumed.undoable ?? '' })
  expect(back).toMatchObject({ state: 'notResumed', reason: 'workers', resumedOn: null, lookOn: null, decision: null, undoable: reasoned.undoable })
  expect(back.steps.map((one) => [one.kind, one.undone])).toEqual([['undone', false], ['checked', true], ['reasoned', false], ['registered', false]])
  expect((await worker.call(api.undoBusinessStep, { businessId, stepId: back.undoable ?? '' })).reason).toBeNull()
  const again = await worker.call(api.nameReason, { businessId, reason: 'demand' })
  clock.set('2020-02-27T09:00:00+08:00')
  expect((await worker.call(api.getBusiness, { businessId })).undoable).toBeNull()
  expect((await worker.refused(api.undoBusinessStep, { businessId, stepId: again.undoable ?? '' })).code).toBe('resumption.notLastStep')
})

test('several are checked in one press and taken back in one: each by its own state and trade; what was dealt with meanwhile stays', async () => {
  const { c, worker, w } = await world()
  const [idle, waits, closed, last] = [await aBusiness(w), await aBusiness(w), await aBusiness(w, { name: '关了的店' }), await aBusiness(w)]
  await worker.call(api.applyToResume, { businessId: waits.businessId })
  await worker.call(api.closeBusiness, { businessId: closed.businessId, reason: '已转让' })
  const businessIds = [idle, waits, closed, last, idle].map((one) => one.businessId)
  expect((await worker.refused(api.checkMany, { businessIds, answers: allFour, lookOn: '2020-02-25' })).code).toBe('resumption.wrongDay')
  const open = await worker.call(api.checkMany, { businessIds, answers: { masks: true } })
  expect([open.done, new Set(open.left.map((one) => one.why))]).toEqual([[], new Set(['points', 'state'])])
  const { done, left } = await worker.call(api.checkMany, { businessIds, answers: { ...allFour, masks: false }, lookOn: '2020-02-28' })
  expect([done.map((one) => one.outcome), left]).toEqual([['missing', 'missing', 'missing'], [{ name: '关了的店', why: 'state' }]])
  expect(await worker.call(api.getBusiness, { businessId: waits.businessId })).toMatchObject({ state: 'notResumed', appliedOn: null, lookOn: '2020-02-28' })
  await worker.call(api.checkReadiness, { businessId: last.businessId, answers: allFour })
  const undone = await worker.call(api.undoChecks, { steps: done.map(({ businessId, stepId }) => ({ businessId, stepId })) })
  expect([undone.undone.toSorted(), undone.kept]).toEqual([[idle.businessId, waits.businessId].toSorted(), 1])
  expect((await worker.call(api.getBusiness, { businessId: waits.businessId })).state).toBe('applied')
  expect((await (await c.stranger('communityWorker')).refused(api.checkMany, { businessIds, answers: allFour })).status).toBe(404)
})

test('a recheck is due on its day; what was not mended by then stops the business, and with everything there it goes on', async () => {
  const { worker, w } = await world()
  const { businessId } = await aBusiness(w)
  await worker.call(api.checkReadiness, { businessId, answers: allFour })
  expect(await namesIn(worker, { tab: 'recheck' })).toEqual([])
  clock.set('2020-03-11T09:00:00+08:00')
  expect(await namesIn(worker, { tab: 'recheck' })).toHaveLength(1)
  const no = { ...allFour, disinfection: false }
  expect(await worker.call(api.checkReadiness, { businessId, answers: no })).toMatchObject({ state: 'resumed', decision: { outcome: 'mend' }, lookOn: '2020-03-14' })
  clock.set('2020-03-14T09:00:00+08:00')
  expect(await worker.call(api.checkReadiness, { businessId, answers: no })).toMatchObject({ state: 'suspended', reason: 'equipment', decision: { outcome: 'suspended' } })
  expect(await worker.call(api.checkReadiness, { businessId, answers: allFour })).toMatchObject({ state: 'resumed', reason: null })
})

test('nothing having come of an application, withdrawn or failed, the business is where it stood: 停业 stays 停业', async () => {
  const { worker, w } = await world()
  const { businessId } = await aBusiness(w)
  await worker.call(api.checkReadiness, { businessId, answers: allFour })
  await worker.call(api.suspendBusiness, { businessId, reason: 'demand' })
  await worker.call(api.applyToResume, { businessId })
  expect(await worker.call(api.withdrawApplication, { businessId })).toMatchObject({ state: 'suspended', reason: 'demand', appliedOn: null })
  await worker.call(api.applyToResume, { businessId })
  expect(await worker.call(api.checkReadiness, { businessId, answers: { ...allFour, masks: false } })).toMatchObject({ state: 'suspended', reason: 'demand', appliedOn: null, lookOn: '2020-02-29' })
  const other = await aBusiness(w)
  await worker.call(api.applyToResume, { businessId: other.businessId })
  expect(await worker.call(api.withdrawApplication, { businessId: other.businessId })).toMatchObject({ state: 'notResumed' })
})

test('closed for good it counts nowhere and can be opened again; “other” says what', async () => {
  const { worker, w } = await world()
  const { businessId } = await aBusiness(w)
  expect((await worker.refused(api.nameReason, { businessId, reason: 'other' })).code).toBe('resumption.noteMissing')
  expect(await worker.call(api.nameReason, { businessId, reason: 'other', note: '房东没有同意' })).toMatchObject({ reason: 'other', reasonNote: '房东没有同意' })
  await worker.call(api.closeBusiness, { businessId, reason: '店已转让' })
  expect((await worker.call(api.resumptionFigures, {})).tabs).toMatchObject({ all: 0, notResumed: 0, closed: 1 })
  expect(await worker.call(api.reopenBusiness, { businessId })).toMatchObject({ state: 'notResumed', reason: null, actions: ['check', 'apply', 'nameReason', 'close'] })
})

test('an enterprise needs its code, a wrong one is refused, and nobody is registered twice; the phone is masked and shown with a reason', async () => {
  const { worker, w } = await world()
  const code = aCode()
  const shop = { ...aShopOf(w), kind: 'enterprise' as const, name: '文山某某三七公司' }
  expect((await worker.refused(api.registerBusiness, shop)).code).toBe('resumption.codeMissing')
  expect((await worker.refused(api.registerBusiness, { ...shop, creditCode: `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}` })).code).toBe('resumption.codeWrong')
  expect((await worker.refused(api.registerBusiness, { ...shop, creditCode: code, phone: '123' })).code).toBe('resumption.phoneWrong')
  expect((await worker.refused(api.registerBusiness, { ...shop, creditCode: code, toReturn: 9 })).code).toBe('resumption.tooManyStaff')
  const { businessId, phoneMasked } = await worker.call(api.registerBusiness, { ...shop, creditCode: ` ${code.toLowerCase()}` })
  expect(await worker.refused(api.registerBusiness, { ...shop, name: '换个名字', creditCode: code })).toMatchObject({ code: 'resumption.alreadyThere' })
  expect(phoneMasked).toBe('199****1234')
  expect(await worker.call(api.revealBusinessPhone, { businessId, reason: '电话核实' })).toEqual({ phone: '19900001234' })
  const { phone: _none, ...unphoned } = shop
  expect(await worker.call(api.editBusiness, { businessId, ...unphoned, creditCode: code, staff: 20 }), 'an empty phone keeps the former').toMatchObject({ staff: 20, phoneMasked: '199****1234', steps: [{ kind: 'edited', params: { what: { zh: '员工总数', en: 'Staff' } } }, { kind: 'registered' }] })
  expect(await worker.call(api.removeBusinesses, { businessIds: [businessId] }), 'changed since').toEqual({ removed: [], kept: 1 })
})

test('what the order in force says nothing about, the community decides; a trade it closes stays closed', async () => {
  const { c, worker, w } = await world()
  const { businessId } = await worker.call(api.registerBusiness, aShopOf(w))
  expect((await worker.call(api.getBusiness, { businessId })).terms).toBeNull()
  expect(await worker.call(api.checkReadiness, { businessId, answers: {} })).toMatchObject({ state: 'resumed', lookOn: null, decision: { policyId: null, because: { zh: '现行方案没有规定复工条件,由社区准许。' } } })
  const resumption = shippedPolicies.reportOne.document.resumption
  if (!resumption) throw new Error('the order has lost its points')
  await policyInForceHere({ c, caller: worker }, { resumption: { ...resumption, closedTrades: [{ trade: 'footBath', clause: '第十条' }] } })
  const bath = await worker.call(api.registerBusiness, aShopOf(w, { name: '云海足浴', trade: 'footBath' }))
  expect(await worker.call(api.checkReadiness, { businessId: bath.businessId, answers: allFour })).toMatchObject({ state: 'notResumed', reason: 'other', decision: { outcome: 'tradeClosed', clause: '第十条' } })
})

test('every figure is as many as the list it opens, by tab, reason and trade, in the community and in one compound', async () => {
  const { c, worker, w } = await world()
  await policyInForceHere(w)
  const [here, there] = [c.compounds[0]?.id ?? '', c.compounds[1]?.grids[0]?.id ?? '']
  const make = async (over: object) => (await worker.call(api.registerBusiness, aShopOf(w, over))).businessId
  for (const [i, reason] of idleReasons.entries()) await worker.call(api.nameReason, { businessId: await make({ areaId: i % 2 ? here : there, trade: i % 2 ? 'footBath' : 'barbecue' }), reason, note: '说明' })
  await make({ areaId: there, trade: 'catering' })
  await worker.call(api.applyToResume, { businessId: await make({ areaId: here }) })
  const resumed = await make({ areaId: there, kind: 'enterprise', creditCode: aCode(), trade: 'hardware' })
  await worker.call(api.checkReadiness, { businessId: resumed, answers: allFour })
  await worker.call(api.suspendBusiness, { businessId: await make({ areaId: here }).then(async (businessId) => { await worker.call(api.checkReadiness, { businessId, answers: allFour }); return businessId }), reason: 'demand' })
  await worker.call(api.checkReadiness, { businessId: await make({ areaId: there }), answers: { ...allFour, masks: false }, lookOn: todayInTest() })
  await worker.call(api.closeBusiness, { businessId: await make({ areaId: there }), reason: '已转让' })
  for (const area of [{}, { areaId: here }, { areaId: c.compounds[1]?.id ?? '' }]) {
    const figures = await worker.call(api.resumptionFigures, area)
    const listed = async (input: object) => (await worker.call(api.listBusinesses, { ...area, limit: 200, ...input })).items.length
    for (const tab of businessTabs) expect(await listed({ tab }), tab).toBe(figures.tabs[tab])
    for (const { reason, n } of figures.byReason) expect(await listed({ tab: 'notResumed', why: reason ?? 'none' }), String(reason)).toBe(n)
    for (const { trade, all, notResumed } of figures.byTrade) expect([await listed({ trade }), await listed({ tab: 'notResumed', trade })], trade).toEqual([all, notResumed])
    expect([await listed({ kind: 'enterprise' }), await listed({ kind: 'soleTrader' })]).toEqual([figures.enterprises, figures.soleTraders])
    expect(figures.byReason.reduce((sum, one) => sum + one.n, 0)).toBe(figures.tabs.notResumed)
    for (const { trade, all, notResumed } of (await worker.call(api.resumptionFigures, { ...area, why: 'demand' })).byTrade) expect([await listed({ trade }), await listed({ tab: 'notResumed', trade, why: 'demand' })], `${trade} by reason`).toEqual([all, notResumed])
    const cut = { kind: 'soleTrader', trade: 'barbecue' } as const
    for (const tab of businessTabs) expect(await listed({ tab, ...cut }), `${tab} cut`).toBe((await worker.call(api.resumptionFigures, { ...area, ...cut })).tabs[tab])
  }
  expect((await worker.call(api.resumptionFigures, {})).tabs).toMatchObject({ all: 10, notResumed: 9, resumed: 1, toCheck: 1, recheck: 1, noReason: 2, suspended: 1, closed: 1 })
})

test('found by part of the name in whatever state; sorted by name and by day, page after page; taken away as a file with a reason', async () => {
  const { worker, w } = await world()
  const { businessId } = await aBusiness(w, { name: '老王烧烤' })
  for (const name of ['老李烧烤', '张记餐馆']) await worker.call(api.registerBusiness, aShopOf(w, { name }))
  await worker.call(api.closeBusiness, { businessId, reason: '已转让' })
  expect((await namesIn(worker, { text: '烧烤', tab: 'resumed' })).toSorted()).toEqual(['老李烧烤', '老王烧烤'])
  const first = await worker.call(api.listBusinesses, { order: '-business', limit: 1 })
  const second = await worker.call(api.listBusinesses, { order: '-business', limit: 1, after: first.next ?? '' })
  expect([first, second].flatMap((page) => page.items.map((one) => one.name)).toSorted()).toEqual(['张记餐馆', '老李烧烤'])
  expect(second.next).toBeNull()
  const listed = mounted.find((m) => m.name === 'resumption.listBusinesses/export')?.endpoint ?? api.listBusinesses
  const { bytes } = await worker.download(listed, { format: 'csv', columns: 'business,state', text: '张记', reason: '报街道' } as never)
  expect(bytes.toString().split('\r\n').filter((line) => line.includes('张记'))).toEqual(['张记餐馆,个体工商户,锦绣小区,,未复工,'])
})

test('who may look may not change, and a stranger sees nothing', async () => {
  const { c, worker, w } = await world()
  const { businessId } = await aBusiness(w)
  const bureau = await c.as('healthBureau')
  expect((await bureau.call(api.getBusiness, { businessId })).businessId).toBe(businessId)
  expect((await bureau.refused(api.applyToResume, { businessId })).status).toBe(403)
  expect((await (await c.as('gatekeeper')).refused(api.listBusinesses, {})).status).toBe(403)
  const stranger = await c.stranger('communityWorker')
  expect((await stranger.refused(api.getBusiness, { businessId })).status).toBe(404)
  expect(await namesIn(stranger, { tab: 'all' })).toEqual([])
  expect(await namesIn(worker, {})).toHaveLength(1)
})
