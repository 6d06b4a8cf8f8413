import { beforeEach, describe, expect, test } from 'vitest'
import { instantAt } from '../../kernel/dates.ts'
import { screeningApi } from '../screening/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { aCommunity, clock, type Caller, type Community } from '../../testing/world.ts'
import { policiesApi, type PolicyDocument } from './contract.ts'
import { shippedPolicies } from './data.ts'

beforeEach(() => clock.set('2020-02-26T14:00:00+08:00'))

type Shipped = keyof typeof shippedPolicies
const dated = (key: Shipped, area: { id: string }, from = '2020-02-01', change: Partial<PolicyDocument> = {}) => {
  const { edition: _, ...shipped } = { edition: 0, ...shippedPolicies[key] }
  return { ...shipped, document: { ...shipped.document, ...change }, scopeAreaId: area.id, inForceFrom: instantAt(from, '00:00') }
}
interface Offices { c: Community; officer: Caller; command: Caller }
const offices = async (): Promise<Offices> => {
  const c = await aCommunity()
  return { c, officer: await c.as('subdistrictOfficer'), command: await c.as('districtCommand') }
}
const issue = async ({ officer, command }: Offices, draft: Parameters<typeof officer.call<typeof policiesApi.createDraft>>[1]) => {
  const { policyId } = await command.call(policiesApi.createDraft, draft)
  return { policyId, ...(await command.call(policiesApi.publishPolicy, { policyId })) }
}
const inForce = (who: Caller, areaId: string) => who.call(policiesApi.policyInForceFor, { areaId })

describe('draft, published, superseded', () => {
  test('a draft binds nobody and exists only for those who may have written it', async () => {
    const o = await offices()
    const { policyId } = await o.officer.call(policiesApi.createDraft, dated('reportOne', o.c.subdistrict))
    expect((await inForce(o.officer, o.c.community.id)).chosen?.id).not.toBe(policyId)
    const worker = await o.c.as('communityWorker')
    expect(await worker.refused(policiesApi.getPolicy, { policyId })).toMatchObject({ status: 404 })
    expect((await worker.call(policiesApi.listPolicies, {})).items.map((p) => p.id)).not.toContain(policyId)
  })

  test('the subdistrict drafts, the command post publishes', async () => {
    const o = await offices()
    const { policyId } = await o.officer.call(policiesApi.createDraft, dated('reportOne', o.c.subdistrict))
    expect(await o.officer.refused(policiesApi.publishPolicy, { policyId })).toMatchObject({ status: 403 })
    await o.command.call(policiesApi.publishPolicy, { policyId })
    expect((await inForce(o.officer, o.c.community.id)).chosen).toMatchObject({ id: policyId, state: 'published' })
    expect(await o.officer.refused(policiesApi.editDraft, { policyId, ...dated('reportOne', o.c.subdistrict) } as never)).toMatchObject({ status: 409, code: 'policies.notADraft' })
  })

  test('a new edition of a series supersedes the former one', async () => {
    const o = await offices()
    const first = await issue(o, dated('reportOne', o.c.subdistrict))
    const second = await issue(o, { ...dated('reportOne', o.c.subdistrict, '2020-02-20'), orderNo: '指挥部令第4号' })
    expect(second.supersededId).toBe(first.policyId)
    expect(await o.command.call(policiesApi.getPolicy, { policyId: first.policyId })).toMatchObject({ state: 'superseded' })
  })

  test('an office drafts only for its own territory', async () => {
    const o = await offices()
    const stranger = await o.c.stranger('subdistrictOfficer')
    expect(await stranger.refused(policiesApi.createDraft, dated('reportOne', o.c.subdistrict))).toMatchObject({ status: 404 })
  })

  test('a draft may be withdrawn, a published order not', async () => {
    const o = await offices()
    const { policyId } = await o.officer.call(policiesApi.createDraft, dated('reportOne', o.c.subdistrict))
    await o.officer.call(policiesApi.withdrawDraft, { policyId, reason: '文号有误' })
    expect(await o.officer.refused(policiesApi.getPolicy, { policyId })).toMatchObject({ status: 404 })
    const { policyId: published } = await issue(o, dated('reportOne', o.c.subdistrict))
    expect(await o.command.refused(policiesApi.withdrawDraft, { policyId: published, reason: '文号有误' })).toMatchObject({ code: 'policies.notADraft' })
  })

  test('an order that leaves a case undecided is not published, and says which', async () => {
    const o = await offices()
    const rules = shippedPolicies.reportOne.document.rules.filter((rule) => !JSON.stringify(rule.when).includes('otherProvince'))
    const { policyId } = await o.command.call(policiesApi.createDraft, dated('reportOne', o.c.district, '2020-02-01', { rules }))
    const refusal = await o.command.refused(policiesApi.publishPolicy, { policyId })
    expect(refusal).toMatchObject({ status: 422, code: 'policies.undecided' })
    expect(refusal.params['combinations']).toMatch(/其他省份 other provinces、/)
  })
})

describe('which order holds', () => {
  test('the nearest scope wins over a newer order of a wider one, and the choice is shown with what lost and why', async () => {
    const o = await offices()
    const near = await issue(o, dated('reportOne', o.c.subdistrict, '2020-02-01'))
    const wide = await issue(o, dated('ninthEdition', o.c.district, '2020-02-20'))
    const answer = await inForce(o.officer, o.c.community.id)
    expect(answer.chosen?.id).toBe(near.policyId)
    expect(answer.others.find((other) => other.id === wide.policyId)).toMatchObject({ lostBecause: 'widerScope' })
  })

  test('of one scope the newest in force wins; what begins later does not hold yet', async () => {
    const o = await offices()
    await issue(o, dated('twentyArticles', o.c.subdistrict, '2020-02-01'))
    const newer = await issue(o, dated('reportOne', o.c.subdistrict, '2020-02-10'))
    const later = await issue(o, dated('ninthEdition', o.c.subdistrict, '2020-03-01'))
    const answer = await inForce(o.officer, o.c.community.id)
    expect(answer.chosen?.id).toBe(newer.policyId)
    expect(answer.others.find((other) => other.id === later.policyId)).toMatchObject({ lostBecause: 'notYet' })
    clock.set('2020-03-02T09:00:00+08:00')
    expect((await inForce(o.officer, o.c.community.id)).chosen?.id).toBe(later.policyId)
  })
})

test('a later edition never rewrites what was decided before', async () => {
  const o = await offices()
  await issue(o, dated('reportOne', o.c.subdistrict))
  const worker = await o.c.as('communityWorker')
  const grid = o.c.compounds[0]?.grids[0] ?? o.c.community
  const { personId } = await worker.call(peopleApi.registerPerson, { areaId: grid.id, building: '3', unit: '2', room: '501', name: '李桂兰', sex: '2' } as never)
  const before = await worker.call(screeningApi.recordScreening, { who: { personId }, origin: '420100', originName: '湖北省武汉市', arrivedOn: '2020-02-25', symptoms: [], symptomsAsked: true, temperature: 36.5, verify: true })
  expect(before.decision).toMatchObject({ measure: 'centralQuarantine', endsOn: '2020-03-10' })
  const shorter = shippedPolicies.reportOne.document.rules.map((rule) => ({ ...rule, stages: rule.stages.map((s) => ({ ...s, days: 7 })) }))
  await issue(o, { ...dated('reportOne', o.c.subdistrict, '2020-02-26', { rules: shorter }), orderNo: '指挥部令第5号' })
  const after = await worker.call(screeningApi.getScreening, { screeningId: before.screeningId })
  expect(after.decision).toEqual(before.decision)
})

test('what an order would do can be tried without writing anything', async () => {
  const o = await offices()
  const { policyId } = await o.officer.call(policiesApi.createDraft, dated('reportOne', o.c.subdistrict))
  const tried = await o.officer.call(policiesApi.tryDecision, { policyId, areaId: o.c.community.id, originCode: '440300', arrivedOn: '2020-02-25' } as never)
  expect(tried).toMatchObject({ measure: 'homeQuarantine', originClass: 'otherProvince', because: { zh: expect.stringContaining('居家隔离14天') } })
})

test('three orders come along, each citing where it can be read, to begin a draft from', async () => {
  const o = await offices()
  const { items } = await o.officer.call(policiesApi.listShipped, {})
  expect(items.map(({ key }) => key)).toEqual(['reportOne', 'ninthEdition', 'twentyArticles'])
  for (const { document } of items) expect(document.source.length, document.source).toBeGreaterThan(10)
})
