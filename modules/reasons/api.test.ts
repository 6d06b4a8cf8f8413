import { beforeEach, expect, test } from 'vitest'
import { instantAt } from '../../kernel/dates.ts'
import { aCommunity, clock, runJobs, type Caller, type Community } from '../../testing/world.ts'
import { peopleApi } from '../people/contract.ts'
import { policiesApi, type PolicyDocument } from '../policies/contract.ts'
import { shippedPolicies } from '../policies/data.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { screeningApi } from '../screening/contract.ts'
import { todayApi } from '../today/contract.ts'
import { reasonsApi as api } from './contract.ts'

beforeEach(() => clock.set('2020-02-26T14:00:00+08:00'))

const { document: base } = shippedPolicies.reportOne
/** Report 1's order with another number of days for arrivals from other provinces. */
const otherProvince = (days: number): PolicyDocument => ({ ...base, rules: base.rules.map((rule) => (rule.id === 'otherProvince' ? { ...rule, stages: rule.stages.map((s) => ({ ...s, days })) } : rule)) })

interface World { c: Community; command: Caller; worker: Caller }
let number = 0
async function world(): Promise<World> {
  const c = await aCommunity()
  const made = { c, command: await c.as('districtCommand'), worker: await c.as('communityWorker') }
  await publish(made, base, '2020-02-01')
  return made
}
const draft = ({ c, command }: World, document: PolicyDocument, from: string, scopeAreaId = c.subdistrict.id) =>
  command.call(policiesApi.createDraft, { ...shippedPolicies.reportOne, orderNo: `指挥部令第${++number}号`, document, scopeAreaId, inForceFrom: instantAt(from, '00:00') })
async function publish(w: World, document: PolicyDocument, from: string, scopeAreaId?: string) {
  const { policyId } = await draft(w, document, from, scopeAreaId)
  await w.command.call(policiesApi.publishPolicy, { policyId })
  return policyId
}
async function arrived({ c, worker }: World, origin: string, arrivedOn: string, name = '李桂兰') {
  const grid = c.compounds[0]?.grids[0] ?? c.community
  const { personId } = await worker.call(peopleApi.registerPerson, { areaId: grid.id, building: '3', unit: '2', room: '501', name, sex: '2' } as never)
  const done = await worker.call(screeningApi.recordScreening, { who: { personId }, origin, originName: '四川省', arrivedOn, symptoms: [], symptomsAsked: true, temperature: 36.5, verify: true } as never)
  return { personId, episodeId: done.episodeId ?? '' }
}

test('before an order is published it is seen who would change, how, and who needs a call; nothing is written', async () => {
  const w = await world()
  const sichuan = await arrived(w, '510100', '2020-02-20')
  await arrived(w, '530100', '2020-02-20', '王德福')
  const { policyId } = await draft(w, otherProvince(7), '2020-02-26')
  const seen = await w.command.call(api.previewPolicy, { policyId })
  expect(seen).toMatchObject({ managed: 2, call: 1, retroactive: false, elsewhere: 0, counts: { shorter: 1, same: 1 } })
  expect(seen.items).toMatchObject([{ episodeId: sichuan.episodeId, effect: 'shorter', call: true, before: { endsOn: '2020-03-05' }, after: { measure: 'homeQuarantine', endsOn: '2020-02-27' } }])
  expect(seen.supersedes?.orderNo).toMatch(/指挥部令/)
  expect(await w.worker.call(quarantineApi.getEpisode, { episodeId: sichuan.episodeId })).toMatchObject({ endsOn: '2020-03-05' })
})

test('where a nearer order holds, a wider one changes nobody, and says how many', async () => {
  const w = await world()
  await arrived(w, '510100', '2020-02-20')
  const { policyId } = await draft(w, otherProvince(7), '2020-02-26', w.c.district.id)
  expect(await w.command.call(api.previewPolicy, { policyId })).toMatchObject({ managed: 0, elsewhere: 1, items: [] })
})

test('an order that decides nothing for some cases is not previewed, but says which', async () => {
  const w = await world()
  const { policyId } = await draft(w, { ...base, rules: base.rules.slice(0, 2) }, '2020-02-26')
  expect(await w.command.refused(api.previewPolicy, { policyId })).toMatchObject({ status: 422, code: 'policies.undecided' })
})

test('a retroactive order decides anew, once, keeps what was, and puts the call on the worker’s list of today', async () => {
  const w = await world()
  const { episodeId } = await arrived(w, '510100', '2020-02-20')
  const orderId = await publish(w, { ...otherProvince(7), retroactive: true }, '2020-02-26')
  await runJobs()
  const card = await w.worker.call(quarantineApi.getEpisode, { episodeId })
  expect(card).toMatchObject({ endsOn: '2020-02-27', policyId: orderId })
  expect(card.changes.filter((c) => c.kind === 'revised')).toMatchObject([{ before: { endsOn: '2020-03-05' }, after: { endsOn: '2020-02-27' } }])
  expect(card.visits.filter((v) => v.purpose === 'newOrder')).toMatchObject([{ visitor: 'worker', state: 'owed' }])
  const today = await w.worker.call(todayApi.today, { kind: 'visit' })
  expect(today.groups[0]?.items.map((i) => i.what.key)).toContain('visitTell')
})

test('a retroactive order that comes later is carried out when it begins', async () => {
  const w = await world()
  const { episodeId } = await arrived(w, '510100', '2020-02-25')
  await publish(w, { ...otherProvince(7), retroactive: true }, '2020-02-28')
  await runJobs()
  expect((await w.worker.call(quarantineApi.getEpisode, { episodeId })).endsOn).toBe('2020-03-10')
  clock.set('2020-02-28T08:00:00+08:00')
  await runJobs()
  expect((await w.worker.call(quarantineApi.getEpisode, { episodeId })).endsOn).toBe('2020-03-03')
}, 180_000)

test('whom a retroactive order no longer manages is not released by it, but over and waiting for the office that confirms', async () => {
  const w = await world()
  const { episodeId } = await arrived(w, '510100', '2020-02-20')
  const none: PolicyDocument = { ...base, retroactive: true, rules: base.rules.map((rule) => (rule.id === 'otherProvince' ? { ...rule, stages: [] } : rule)) }
  await publish(w, none, '2020-02-26')
  await runJobs()
  const card = await w.worker.call(quarantineApi.getEpisode, { episodeId })
  expect(card).toMatchObject({ state: 'active', endsOn: '2020-02-25' })
  expect(card.conditions.find((one) => one.id === 'periodOver')).toMatchObject({ met: true })
})

test('what was extended by an order of its own is left to be looked at', async () => {
  const w = await world()
  const { episodeId } = await arrived(w, '510100', '2020-02-20')
  const doctor = await w.c.as('healthCentreDoctor')
  await doctor.call(quarantineApi.recordExposure, { episodeId, contact: 'close', lastExposureOn: '2020-02-25', reason: '流调判定' }).catch(() => undefined)
  await w.worker.call(quarantineApi.changeMeasure, { episodeId, measure: 'centralQuarantine', orderNo: '指挥部令第99号', reason: '家中不具备条件' })
  const orderId = await publish(w, { ...otherProvince(7), retroactive: true }, '2020-02-26')
  expect(await w.command.call(api.previewPolicy, { policyId: orderId })).toMatchObject({ counts: { byHand: 1 }, call: 0 })
  await runJobs()
  expect((await w.worker.call(quarantineApi.getEpisode, { episodeId })).measure).toBe('centralQuarantine')
})

test('a measure is explained back to the record, the class, the rule and the sentence of the order', async () => {
  const w = await world()
  const { personId, episodeId } = await arrived(w, '510100', '2020-02-20')
  const why = await w.worker.call(api.explainMeasure, { personId })
  expect(why).toMatchObject({
    episode: { episodeId, measure: 'homeQuarantine', dayNo: 6, days: 14, endsOn: '2020-03-05' },
    told: { originName: '四川省', arrivedOn: '2020-02-20', temperature: 36.5 },
    order: { clause: '第二条', ruleNo: 3, originClass: { id: 'otherProvince' }, quote: expect.stringContaining('省外') },
  })
  const { personId: local } = await arrived(w, '532601', '2020-02-24', '王德福')
  expect(await w.worker.call(api.explainMeasure, { personId: local })).toMatchObject({ episode: null, order: { clause: '第四条' } })
  expect(await (await w.c.stranger('communityWorker')).refused(api.explainMeasure, { personId })).toMatchObject({ status: 404 })
})
