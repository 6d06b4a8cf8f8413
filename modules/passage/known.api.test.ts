import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { addMinutes } from '../../kernel/dates.ts'
import { aGate, aRecord } from '../../testing/examples/passage.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aHouseholdPass } from '../../testing/examples/passes.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { passageApi as api } from './contract.ts'
import { knownOf } from './service/known.ts'

test('what is known of a household at a moment is the same, wherever the days before it were added up', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const w = { c, caller: await c.as('communityWorker') }
  await policyInForceHere(w)
  const { gateId } = await aGate(w, { name: '东门' })
  const { householdId } = await aHouseholdPass(w)
  const id = householdId ?? ''
  // Out and in by turns and not, alone and with others, some without a turn used up, one stopped and one a slip.
  const ways = 'oooiioiiiooioiiooooiii'.split('')
  const items = ways.map((way, n) => aRecord(gateId, {
    subject: 'household', householdId: id, direction: way === 'o' ? 'out' : 'in', at: addMinutes(clock.now, (n - ways.length) * 193), purpose: n % 3 ? 'shopping' : 'medical', happened: n === 9 ? 'refuse' : 'allow',
    companions: Array.from({ length: n % 3 }, () => ({ kind: 'child', temperature: 36.4 })),
  }))
  const keeper = await c.as('gatekeeper')
  await keeper.call(api.recordPassages, { items })
  await c.tx('system', ({ sql: q }) => q.run(sql`update passage_event set taken_back_at = at where id = ${items[4]?.eventId}`))
  const from = items.map(({ at }) => at)
  const seen = await c.tx('system', async (ctx) => Promise.all(from.map((start) => knownOf(ctx, [id], [], start, clock.now, 30))))
  const policy = { passage: { quota: { days: 3 } } } as never
  for (const [n, at] of from.entries()) {
    const told = seen.slice(0, n + 1).map((known) => { const { exits, outSince } = known.homeAt(id, addMinutes(at, 1), policy) ?? {}; return { exits, outSince } })
    expect(new Set(told.map((one) => JSON.stringify(one))).size, `at ${at}`).toBe(1)
  }
  const whole = seen[0]?.homeAt(id, clock.now, policy)
  expect(whole?.exits.length, 'exits that count').toBeGreaterThan(1)
  expect(from.some((at) => seen[0]?.homeAt(id, addMinutes(at, 1), policy)?.outSince), 'somebody was out').toBe(true)
})
