import { expect, test } from 'vitest'
import { aGate, aRecord, atAGate, watchAll } from '../../testing/examples/passage.ts'
import { clock } from '../../testing/world.ts'
import { passageApi as api } from './contract.ts'

async function world() {
  const { c, worker, keeper, gateId, personId, householdId } = await atAGate()
  const pass = (direction: 'in' | 'out', at: string, more: object = {}) =>
    keeper.call(api.recordPassages, { items: [aRecord(gateId, { subject: 'household', householdId, name: undefined, told: undefined, purpose: 'work', direction, at: `2020-02-${at}:00+08:00`, ...more })] })
  const out = async () => ({ n: (await worker.call(api.passageFlow, {})).outNow, since: (await worker.call(api.listPresent, {})).items.map((one) => one.since) })
  return { c, worker, keeper, gateId, personId, householdId, pass, out }
}

test('a household is out as long as fewer came back than went, also where one came back after the last had gone', async () => {
  const { pass, out } = await world()
  await pass('out', '26T07:00')
  await pass('out', '26T08:00')
  await pass('in', '26T09:00')
  expect(await out()).toEqual({ n: 1, since: ['2020-02-26T00:00:00.000Z'] })
  await pass('in', '26T10:00')
  expect(await out()).toEqual({ n: 0, since: [] })
})

test('somebody who comes back from before the hours looked at does not hide the next who goes', async () => {
  const { pass, out } = await world()
  await pass('out', '23T08:00')
  await pass('in', '25T08:00')
  await pass('out', '26T08:00')
  expect(await out()).toEqual({ n: 1, since: ['2020-02-26T00:00:00.000Z'] })
})

test('how many are out is the sum of the rows it leads to, of a place and never of one gate', async () => {
  const { c, worker, gateId, pass } = await world()
  await pass('out', '26T08:00', { companions: [{ kind: 'child', temperature: 36.4 }, { kind: 'elder', temperature: 36.4 }] })
  await pass('in', '26T09:00', { householdId: undefined, subject: 'visitor', name: '赵来客', visitorConfirmed: true })
  for (const areaId of [c.compounds[0]?.id ?? '', c.compounds[1]?.id ?? '']) {
    const { outNow, visitorsInside } = await worker.call(api.passageFlow, { areaId })
    const rows = async (tab: 'out' | 'visitors') => (await worker.call(api.listPresent, { tab, areaId })).items.reduce((n, one) => n + one.persons, 0)
    expect([await rows('out'), await rows('visitors')]).toEqual([outNow, visitorsInside])
    expect([outNow, visitorsInside]).toEqual(areaId === c.compounds[0]?.id ? [3, 1] : [0, 0])
  }
  expect(await worker.call(api.passageFlow, { gateId })).toMatchObject({ in: 1, out: 3, outNow: null, visitorsInside: null })
})

test('on one trip the checkpoint of the road asks for no second turn, looks like no second place and counts nobody out twice', async () => {
  const { c, worker, keeper, gateId, personId, householdId, out } = await world()
  const road = await aGate({ c, caller: worker }, { name: '公路卡口', kind: 'road' })
  const own = { subject: 'person', householdId, personId, name: undefined, told: undefined } as const
  expect(await keeper.call(api.recordPassage, aRecord(gateId, own))).toMatchObject({ outcome: 'allow', reason: { code: 'quotaFree' } })
  clock.forward(8)
  expect(await keeper.call(api.recordPassage, aRecord(road.gateId, own))).toMatchObject({ outcome: 'allow', reason: { code: 'free' }, warnings: expect.not.arrayContaining([expect.objectContaining({ code: 'stillOut' })]) })
  expect((await out()).n).toBe(1)
  clock.forward(60)
  for (const at of [road.gateId, gateId]) await keeper.call(api.recordPassage, aRecord(at, { ...own, direction: 'in' }))
  expect((await out()).n).toBe(0)
  await watchAll(c)
  expect((await worker.call(api.listPatterns, {})).items).toEqual([])
  expect((await keeper.call(api.gateData, { gateId })).moving.filter((one) => one.outSince !== null), 'nor is it out for the next decision').toEqual([])
})
