import { expect, test } from 'vitest'
import { venuesApi } from '../modules/venues/contract.ts'
import { createLimit, limitStrangers } from './strangers.ts'

const MINUTE = 60_000

test('as many as a minute may have go through at once, the next are told when, and there is room again as time goes on', () => {
  let now = 0
  const limit = createLimit(30, () => now)
  const at = (ms: number) => { now = ms; return limit('one') }
  expect(Array.from({ length: 30 }, () => at(0)).every((wait) => wait === 0)).toBe(true)
  expect(at(0)).toBe(2)
  expect(limit('other')).toBe(0)
  expect([at(1000), at(2000), at(2000)]).toEqual([1, 0, 2])
  expect(Array.from({ length: 31 }, () => at(2 * MINUTE)).filter((wait) => wait > 0)).toHaveLength(1)
})

test('who asks on while turned away does not wait longer for it', () => {
  let now = 0
  const limit = createLimit(60, () => now)
  for (let i = 0; i < 1000; i++) limit('one')
  now = 1000
  expect(limit('one')).toBe(0)
})

/** How many of so many calls in one moment are turned away. */
async function turnedAway(n: number, call: (i: number) => { ip: string; code: string }, limits = limitStrangers(() => 0)): Promise<number> {
  const { onRequest } = limits(venuesApi.checkIn)
  const calls = Array.from({ length: n }, async (_, i) => {
    const { ip, code } = call(i)
    await onRequest?.({ ip, params: { token: code }, headers: {} } as never, { header: () => {} } as never)
  })
  return (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected').length
}

test('one address cannot try codes without end, nor can the holder of many addresses of one line; nobody else is met by it', async () => {
  const limits = limitStrangers(() => 0)
  const tries = (address: (i: number) => string, n = 601) => turnedAway(n, (i) => ({ ip: address(i), code: `${address(i)} ${i}` }), limits)
  expect(await tries(() => '203.0.113.1')).toBe(1)
  expect(await tries(() => '203.0.113.2', 600)).toBe(0)
  expect(await tries((i) => `2001:db8:0:1::${i.toString(16)}`)).toBe(1)
  expect(await tries((i) => `2001:db8:0:2:${i.toString(16)}:1:1:1`)).toBe(1)
  expect(await tries(() => '127.0.0.1'), 'whom a proxy does not name are everybody').toBe(0)
})

test('a market is let in through one code, from one address or many; beyond that the code rests for a moment', async () => {
  expect(await turnedAway(300, () => ({ ip: '203.0.113.1', code: 'market' }))).toBe(0)
  expect(await turnedAway(310, (i) => ({ ip: `203.0.113.${i % 200}`, code: 'market' }))).toBe(10)
})

test('who has a session is not counted here', () => {
  expect(limitStrangers()(venuesApi.listVenues)).toEqual({})
})
