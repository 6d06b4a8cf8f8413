import { expect, test } from 'vitest'
import { departed } from '../../testing/examples/exits.ts'
import { aGate, aRecord } from '../../testing/examples/passage.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { passageApi } from '../passage/contract.ts'
import { exitsApi as api } from './contract.ts'

async function world() {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const [worker, keeper] = [await c.as('communityWorker'), await c.as('gatekeeper')]
  const w = { c, caller: worker }
  return { c, w, worker, keeper, gate: await aGate(w, { name: '东门' }), state: async (exitId: string) => (await worker.call(api.getExit, { exitId })).state }
}
const record = (gateId: string, exitId: string, of: object) => aRecord(gateId, { subject: 'person', name: undefined, told: undefined, temperature: 36.4, certificate: { number: '证明', kind: 'migrantWork', exitId }, ...of })

test('whoever left by a bus is back once let in at a gate; what a phone tells late of the hours before it left changes nothing', async () => {
  const { w, worker, keeper, gate: { gateId }, state } = await world()
  const { exitId } = await departed(w)
  const { personId, householdId } = await worker.call(api.getExit, { exitId })
  const home = (at: string) => keeper.call(passageApi.recordPassage, record(gateId, exitId, { personId, householdId, direction: 'in', at }))
  await home('2020-02-26T07:00:00+08:00')
  expect(await state(exitId)).toBe('out')
  clock.set('2020-04-20T10:00:00+08:00')
  const { eventId } = await home('2020-04-20T09:55:00+08:00')
  expect(await state(exitId)).toBe('back')
  await keeper.call(passageApi.takeBackPassage, { eventId })
  expect(await state(exitId)).toBe('out')
})
