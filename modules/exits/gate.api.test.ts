import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { anExit, departed } from '../../testing/examples/exits.ts'
import { aGate, aRecord } from '../../testing/examples/passage.ts'
import { register } from '../../testing/people.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { passageApi } from '../passage/contract.ts'
import { passesApi } from '../passes/contract.ts'
import { codesFor } from '../passes/service/keys.ts'
import { getPass } from '../passes/store.ts'
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

test('a passage says something of a request only where the household is the one that passed and the keeper reaches it, whatever the phone says', async () => {
  const { c, w, keeper, gate, state } = await world()
  const { exitId, householdId } = await anExit(w, 'localWork')
  const { householdId: next } = await register(await c.as('communityWorker'), c, { room: '909', name: '赵小妹' })
  await keeper.call(passageApi.recordPassage, record(gate.gateId, exitId, { householdId: next, emergency: 'illness' }))
  expect(await state(exitId), 'somebody else’s').toBe('allowed')
  const { passId } = await (await c.as('communityWorker')).call(passesApi.issueHousehold, { householdId: householdId ?? '' })
  const scanned = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId)?.text ?? '')
  const scan = { direction: 'out', temperature: 36.4, identity: 'same', emergency: 'illness', scanned, certificate: { number: '登记', kind: 'localWork', exitId } } as const
  const elsewhere = await aCommunity()
  const theirs = await aGate({ c: elsewhere, caller: await elsewhere.as('communityWorker') })
  expect(await (await elsewhere.as('gatekeeper')).call(passageApi.scanPassage, { ...scan, eventId: uuidv7(), gateId: theirs.gateId })).toMatchObject({ state: 'kept', decision: { outcome: 'allow' } })
  expect(await state(exitId), 'of another community').toBe('allowed')
  await keeper.call(passageApi.scanPassage, { ...scan, eventId: uuidv7(), gateId: gate.gateId })
  expect(await state(exitId)).toBe('out')
})
