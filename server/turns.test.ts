import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { Full } from './lane.ts'
import { takeTurns } from './turns.ts'

const soon = () => new Promise((done) => setTimeout(done, 20))

/** A server whose answers wait until they are let go. */
async function house(abreast: number, waiting?: number) {
  const app = Fastify()
  const begun: number[] = []
  const ends: (() => void)[] = []
  app.setErrorHandler((error, _request, reply) => reply.code(error instanceof Full ? 503 : 422).send())
  await app.register(async (scope) => {
    takeTurns(scope, abreast, waiting)
    scope.post('/', async (request) => {
      begun.push((request.body as { n: number }).n)
      await new Promise<void>((done) => ends.push(done))
      return { kept: true }
    })
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const send = (body: string, signal?: AbortSignal) => fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body, ...(signal ? { signal } : {}) }).then(({ status }) => status)
  return { begun, send, of: (n: number) => send(JSON.stringify({ n })), end: () => { ends.shift()?.(); return soon() }, close: () => app.close() }
}

test('so many are read at a time, the next when one has its answer', async () => {
  const { begun, of, end, close } = await house(2)
  const answers = [1, 2, 3, 4].map(of)
  await soon()
  expect(begun).toHaveLength(2)
  await end()
  expect(begun).toHaveLength(3)
  for (let n = 0; n < 3; n++) await end()
  expect(await Promise.all(answers)).toEqual([200, 200, 200, 200])
  await close()
})

test('what cannot be read and who has hung up keep nobody waiting', async () => {
  const { begun, send, of, end, close } = await house(1)
  const first = of(1)
  await soon()
  const gone = new AbortController()
  const [left, bad, last] = [send('{"n":2}', gone.signal).catch(() => 'left'), send('{"n":'), of(3)]
  await soon()
  gone.abort()
  await soon()
  await end()
  expect([await left, await bad]).toEqual(['left', 422])
  await soon()
  expect(begun).toEqual([1, 3])
  await end()
  expect(await Promise.all([first, last])).toEqual([200, 200])
  await close()
})

test('who comes where many wait already is told so at once', async () => {
  const { of, end, close } = await house(1, 3)
  const waiting = Array.from({ length: 4 }, (_, n) => of(n))
  await soon()
  await soon()
  expect(await of(99)).toBe(503)
  for (let n = 0; n < 4; n++) await end()
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]))
  await close()
})
