import Fastify from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Full } from './lane.ts'
import { takeTurns } from './turns.ts'

/** A server whose answers wait until they are let go. */
async function house(abreast: number, most: { waiting?: number; waitingBytes?: number } = {}) {
  const app = Fastify({ forceCloseConnections: true })
  const begun: number[] = []
  const ends: (() => void)[] = []
  let [arrived, gone] = [0, 0]
  app.server.on('request', (_request, response) => {
    arrived += 1
    response.once('close', () => { gone += 1 })
  })
  app.setErrorHandler((error, _request, reply) => reply.code(error instanceof Full ? 503 : 422).send())
  await app.register(async (scope) => {
    takeTurns(scope, abreast, most)
    scope.post('/', async (request) => {
      begun.push((request.body as { n: number }).n)
      await new Promise<void>((done) => ends.push(done))
      return { kept: true }
    })
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  const send = async (body: string, signal?: AbortSignal) => (await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body, ...(signal ? { signal } : {}) })).status
  const reached = (what: () => unknown, value: unknown) => vi.waitFor(() => expect(what()).toEqual(value), { timeout: 10_000 })
  return {
    begun, send, of: (n: number) => send(JSON.stringify({ n })), end: () => ends.shift()?.(),
    arrive: (n: number) => reached(() => arrived, n), leave: (n: number) => reached(() => gone, n), begin: (n: number) => reached(() => begun.length, n),
  }
}

test('so many are read at a time, the next when one has its answer', async () => {
  const { begun, of, end, arrive, begin } = await house(2)
  const answers = [1, 2, 3, 4].map(of)
  await arrive(4)
  await begin(2)
  end()
  await begin(3)
  end()
  await begin(4)
  end()
  end()
  expect(await Promise.all(answers)).toEqual([200, 200, 200, 200])
  expect(begun.toSorted()).toEqual([1, 2, 3, 4])
})

test('what cannot be read and who has hung up keep nobody waiting', async () => {
  const { begun, send, of, end, arrive, leave, begin } = await house(1)
  const first = of(1)
  await begin(1)
  const gone = new AbortController()
  const left = send('{"n":2}', gone.signal).catch(() => 'left')
  await arrive(2)
  const bad = send('{"n":')
  await arrive(3)
  const last = of(3)
  await arrive(4)
  gone.abort()
  await leave(1)
  end()
  expect([await left, await bad]).toEqual(['left', 422])
  await begin(2)
  expect(begun).toEqual([1, 3])
  end()
  expect(await Promise.all([first, last])).toEqual([200, 200])
})

test('who comes where many wait already is told so at once', async () => {
  const { of, send, end, begin } = await house(1, { waiting: 3 })
  const waiting = [of(0)]
  await begin(1)
  // Three may wait; whoever finds no place is told before any of them has had a turn.
  const others = Array.from({ length: 8 }, (_, n) => of(n + 1))
  const refused = await Promise.any(others.map(async (one) => (await one === 503 ? 503 : Promise.reject(new Error('served')))))
  expect([refused, await send('{"n":99}')]).toEqual([503, 503])
  for (let n = 0; n < 3; n++) {
    end()
    await begin(n + 2)
  }
  end()
  expect((await Promise.all([...waiting, ...others])).filter((status) => status === 200)).toHaveLength(4)
})

test('what waits is bounded by its size too, and what has been answered or has hung up makes room', async () => {
  const { of, send, end, arrive, leave, begin } = await house(1, { waitingBytes: 1000 })
  const large = (n: number, signal?: AbortSignal) => send(JSON.stringify({ n, more: 'x'.repeat(430) }), signal)
  const first = large(1)
  await begin(1)
  const gone = new AbortController()
  const left = large(2, gone.signal).catch(() => 'left')
  await arrive(2)
  expect(await large(3), 'two of them are nearly all').toBe(503)
  const small = of(4)
  await arrive(4)
  gone.abort()
  await leave(2)
  const next = large(5)
  await arrive(5)
  end()
  await begin(2)
  end()
  await begin(3)
  end()
  expect([await first, await left, await small, await next]).toEqual([200, 'left', 200, 200])
})
