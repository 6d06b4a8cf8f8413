import { expect, test } from 'vitest'
import { Full, openLane } from './lane.ts'

/** A store whose batches end when they are told to. */
function store(bad: (item: number) => boolean = () => false) {
  const batches: number[][] = []
  const kept: number[] = []
  const ends: (() => void)[] = []
  let now = 0
  const lane = openLane<number, string>({
    most: 4, abreast: 1, patienceMs: 100, clock: () => now,
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
  return { lane, batches, kept, end }
}

test('a lone call goes at once; what comes meanwhile goes together, never more than fit', async () => {
  const { lane, batches, end } = store()
  const answers = [1, 2, 3, 4, 5, 6].map((n) => lane.put(n))
  expect(batches).toEqual([[1]])
  await end()
  expect(batches).toEqual([[1], [2, 3, 4, 5]])
  await end()
  await end()
  expect(batches).toEqual([[1], [2, 3, 4, 5], [6]])
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `kept ${n}`))
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

test('who would wait longer than anybody should is refused at once, with a time to come again, and taken again afterwards', async () => {
  const { lane, end } = store()
  const first = lane.put(0)
  await end(40)
  expect(await first).toBe('kept 0')
  const waiting = [1, 2, 3, 4, 5].map((n) => lane.put(n))
  await expect(lane.put(7)).rejects.toBeInstanceOf(Full)
  await expect(lane.put(7)).rejects.toMatchObject({ retrySeconds: 1 })
  for (let i = 0; i < 4; i++) await end(40)
  expect(await Promise.all(waiting)).toHaveLength(5)
  const again = lane.put(8)
  await end(40)
  expect(await again).toBe('kept 8')
})
