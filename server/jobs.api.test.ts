import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test, vi } from 'vitest'
import { addMinutes } from '../kernel/dates.ts'
import type { Jobs, Runner } from '../kernel/ctx.ts'
import { wholeTerritory } from '../kernel/ctx.ts'
import { clock, runJob, testApp } from '../testing/world.ts'
import { makeCtx } from './ctx.ts'
import { transact } from './db.ts'
import { createJobs, systemActor } from './jobs.ts'
import type { Rush } from './rush.ts'

/** A queue of our own jobs beside the program's, in the same table. */
async function queueOf(jobs: Jobs, names: string[], rush?: Rush) {
  const { db, frame: its } = await testApp()
  const frame = rush ? { ...its, rush } : its
  const problems: string[] = []
  const loop = createJobs(db, () => frame, jobs, (problem, job) => { problems.push(`${job}: ${problem}`) })
  await transact(db, wholeTerritory, async ({ sql: q }) => {
    for (const name of names) await makeCtx(frame, q, systemActor, clock.now).enqueue(name, {})
  })
  return { loop, problems }
}

test('a reminder does not wait behind an import that takes its time', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const ran: string[] = []
  let reminded = () => {}
  const reminder = new Promise<void>((done) => { reminded = done })
  const { loop } = await queueOf({
    'test.import': { long: true, run: async (runner) => { await runner.tx(async () => {}); await reminder; ran.push('import') } },
    'test.reminder': { run: async (runner) => { await runner.tx(async () => {}); ran.push('reminder'); reminded() } },
  }, ['test.import', 'test.reminder'])
  await loop.drain()
  expect(ran).toEqual(['reminder', 'import'])
})

test('long work runs one after the other, and what it queues is worked off as well', async () => {
  clock.forward(60)
  const ran: string[] = []
  let at = 0
  const { loop } = await queueOf({
    'test.long': { long: true, run: async (runner) => { ran.push(`begin ${++at}`); await runner.tx((ctx) => ctx.enqueue('test.after', {})); ran.push(`end ${at}`) } },
    'test.after': { run: async () => { ran.push('after') } },
  }, ['test.long', 'test.long'])
  await loop.drain()
  expect(ran.filter((line) => line !== 'after')).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2'])
  expect(ran.filter((line) => line === 'after')).toHaveLength(2)
})

test('a job that fails is tried again later, five times in all, says then that it was given up, and a job nobody knows says so', async () => {
  clock.forward(60)
  let tries = 0
  const givenUp: unknown[] = []
  const { loop, problems } = await queueOf({ 'test.broken': { run: async () => { tries += 1; throw new Error('no paper') }, givenUp: async (ctx) => { givenUp.push([ctx.actor.kind, tries]) } } }, ['test.broken', 'test.unknown'])
  for (let i = 0; i < 8; i++) {
    await loop.drain()
    clock.forward(30)
  }
  expect([tries, givenUp]).toEqual([5, [['system', 5]]])
  expect(problems).toContain('test.broken: no paper')
  expect(problems).toContain('test.unknown: no job is called test.unknown')
})

test('long work breaks off between two steps when the program stops, and goes on at the next start', async () => {
  clock.forward(60)
  let steps = 0
  let started = () => {}
  const underWay = new Promise<void>((done) => { started = done })
  const endless: Jobs = { 'test.endless': { long: true, run: async (runner) => { for (;;) { await runner.tx(async () => { steps += 1; started() }) } } } }
  const { loop, problems } = await queueOf(endless, ['test.endless'])
  const drained = loop.drain()
  await underWay
  await loop.stop()
  await drained
  expect(problems).toEqual([])
  const before = steps
  const { loop: next } = await queueOf({ 'test.endless': { long: true, run: async (runner) => { await runner.tx(async () => { steps += 1 }) } } }, [])
  await next.drain()
  expect(steps).toBe(before + 1)
})

/** What every process would find after a minute without a word of whoever runs it. */
const lapse = async (name: string) => {
  const { db } = await testApp()
  await db.pool.query(`update job set held_until = now() - interval '1 second' where name = $1 and state = 'running'`, [name])
}

test('a job whose database goes away while it runs is taken up again when it is back and a minute has passed', async () => {
  clock.forward(60)
  const { db, frame } = await testApp()
  let runs = 0
  const { pool } = db
  const cut = { ...db, pool: { connect: () => (runs === 1 ? Promise.reject(new Error('connect ECONNREFUSED')) : pool.connect()) } as unknown as typeof pool }
  const loop = createJobs(cut, () => frame, { 'test.cut': { run: async () => { runs += 1 } } }, () => {})
  await transact(db, wholeTerritory, ({ sql: q }) => makeCtx(frame, q, systemActor, clock.now).enqueue('test.cut', {}))
  await expect(loop.drain()).rejects.toThrow('ECONNREFUSED')
  runs = 2
  expect(await loop.drain()).toBe(0)
  await lapse('test.cut')
  expect(await loop.drain()).toBe(1)
  expect(runs).toBe(3)
})

test('a job of a process that gives no sign of life is taken over by another; the first, waking up, does nothing more and does not end it', async () => {
  clock.forward(60)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => { vi.useRealTimers() })
  const ran: string[] = []
  let wake = () => {}
  const sleep = new Promise<void>((done) => { wake = done })
  let asleep = () => {}
  const fellAsleep = new Promise<void>((done) => { asleep = done })
  const { loop: first } = await queueOf({ 'test.held': { run: async (runner) => { ran.push('first'); asleep(); await sleep; for (;;) await runner.tx(async () => {}) } } }, ['test.held'])
  const drained = first.drain()
  await fellAsleep
  const second = (jobs: Jobs) => queueOf(jobs, [])
  const { loop: other } = await second({ 'test.held': { run: async () => { ran.push('second'); throw new Error('once more') } } })
  expect(await other.drain(), 'held').toBe(0)
  await lapse('test.held')
  expect(await other.drain()).toBe(1)
  vi.advanceTimersByTime(15_000)
  wake()
  await drained
  clock.forward(5)
  const { loop: third } = await second({ 'test.held': { run: async () => { ran.push('third') } } })
  expect(await third.drain(), 'the first one did not settle what was not its own any more').toBe(1)
  expect(ran).toEqual(['first', 'second', 'third'])
})

test('long work steps aside while callers are turned away; what is due to the minute does not', async () => {
  clock.forward(60)
  const ran: string[] = []
  let calmed = () => {}
  const calm = new Promise<void>((done) => { calmed = done })
  const step = (name: string, long?: true) => ({ ...(long ? { long } : {}), run: (runner: Runner) => runner.tx(async () => { ran.push(name); if (name === 'reminder') calmed() }) })
  const { loop } = await queueOf({ 'test.long': step('long', true), 'test.reminder': step('reminder') }, ['test.long', 'test.reminder'], { turnedAway() {}, calm: () => calm })
  await loop.drain()
  expect(ran).toEqual(['reminder', 'long'])
})

test('an answer kept for repeated commands is forgotten after thirty days while the program runs', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const { db } = await testApp()
  const [old, fresh] = [uuidv7(), uuidv7()]
  await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`insert into receipt (command_id, actor_key, endpoint, input_hash, at)
    values (${old}, 'system', 'test', '', ${addMinutes(clock.now, -31 * 24 * 60)}), (${fresh}, 'system', 'test', '', ${addMinutes(clock.now, -29 * 24 * 60)})`))
  await runJob('server.forget')
  const left = await transact(db, wholeTerritory, ({ sql: q }) => q.rows<{ id: string }>(sql`select command_id as id from receipt where command_id = any(${[old, fresh]}::uuid[])`))
  expect(left).toEqual([{ id: fresh }])
})
