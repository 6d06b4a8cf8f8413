import { expect, test } from 'vitest'
import { Full, openLane } from './lane.ts'

/** A store whose batches end when they are told to. */
function store(bad: (item: number) => boolean = () => false, abreast = 1) {
  const batches: number[][] = []
  const kept: number[] = []
  const ends: (() => void)[] = []
  let now = 0
  const lane = openLane<number, string>({
    batch: 3, most: 4, abreast, patienceMs: 100, clock: () => now,
    flush: async (items) => {
      batches.push([...items])
      await new Promise<void>((done) => ends.push(done))
      if (items.some(bad)) throw new Error(`bad among ${items.join()}`)
      kept.push(...items)
      return items.map((item) => (item < 0 ? new Error('refused') : `kept ${item}`))
    },
  })
  const end = async (ms = 10) => {
    now += ms
    ends.shift()?.()
    await new Promise((done) => setImmediate(done))
  }
  return { lane, batches, kept, end, pass: (ms: number) => { now += ms } }
}

test('a lone call goes at once; what comes meanwhile goes together, so many at a time', async () => {
  const { lane, batches, end } = store()
  const answers = [1, 2, 3, 4, 5].map((n) => lane.put(n))
  expect(batches).toEqual([[1]])
  await end()
  expect(batches).toEqual([[1], [2, 3, 4]])
  await end()
  expect(batches).toEqual([[1], [2, 3, 4], [5]])
  await end()
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5].map((n) => `kept ${n}`))
})

test('one bad record fails by itself and costs its neighbours nothing', async () => {
  const { lane, kept, end } = store((item) => item === 3)
  const answers = Promise.allSettled([1, 2, 3, 4, 5].map((n) => lane.put(n)))
  for (let i = 0; i < 8; i++) await end()
  expect((await answers).map((a) => a.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(kept).toEqual([1, 2, 4, 5])
})

test('a refusal in the answers reaches its caller alone', async () => {
  const { lane, end } = store()
  const answers = Promise.allSettled([1, -2, 3].map((n) => lane.put(n)))
  for (let i = 0; i < 3; i++) await end()
  expect((await answers).map((a) => a.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('once the first of those who wait has waited longer than anybody should, the next is refused at once with a time to come again', async () => {
  const { lane, end, pass } = store()
  const kept = [lane.put(0), lane.put(1)]
  pass(101)
  await expect(lane.put(2)).rejects.toMatchObject({ retrySeconds: 1 })
  await end()
  expect(lane.full, 'nobody waits now').toBe(false)
  kept.push(lane.put(3))
  await end()
  await end()
  expect(await Promise.all(kept)).toEqual(['kept 0', 'kept 1', 'kept 3'])
})

test('more than may wait are refused at once', async () => {
  const { lane, end } = store()
  const kept = [0, 1, 2, 3, 4].map((n) => lane.put(n))
  await expect(lane.put(5)).rejects.toBeInstanceOf(Full)
  await end()
  kept.push(lane.put(6))
  await end()
  await end()
  expect(await Promise.all(kept)).toHaveLength(6)
})

test('a second batch begins beside the first once enough wait for it', async () => {
  const { lane, batches, end } = store(undefined, 2)
  const answers = [1, 2, 3].map((n) => lane.put(n))
  expect(batches).toEqual([[1]])
  answers.push(lane.put(4))
  expect(batches).toEqual([[1], [2, 3, 4]])
  await end()
  await end()
  expect(await Promise.all(answers)).toHaveLength(4)
})
