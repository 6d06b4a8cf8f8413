import { expect, test } from 'vitest'
import { createRush } from './rush.ts'

/** A clock that goes on as fast as it is looked at. */
function rush(msALook: number) {
  let now = 0
  return { ...createRush(() => now += msALook), elapsed: () => now }
}
const never = () => false

test('nobody turned away, nobody waits; after somebody was, it takes two seconds', async () => {
  const { calm, turnedAway, elapsed } = rush(100)
  await calm(never)
  expect(elapsed()).toBeLessThan(500)
  turnedAway()
  const from = elapsed()
  await calm(never)
  expect(elapsed() - from).toBeGreaterThanOrEqual(2000)
  expect(elapsed() - from).toBeLessThan(3000)
})

test('in a rush that does not end it goes on every few seconds, and at once where the program ends', async () => {
  const one = rush(500)
  one.turnedAway()
  const from = one.elapsed()
  await one.calm(() => { one.turnedAway(); return false })
  expect(one.elapsed() - from).toBeGreaterThanOrEqual(5000)
  one.turnedAway()
  const then = one.elapsed()
  await one.calm(() => true)
  expect(one.elapsed() - then).toBeLessThan(2000)
})
