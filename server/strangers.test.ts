import { expect, test } from 'vitest'
import { createLimit } from './strangers.ts'

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
