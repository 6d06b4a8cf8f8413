import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { addMinutes, toInstant } from '../kernel/dates.ts'
import { wholeTerritory, type Actor, type Jobs } from '../kernel/ctx.ts'
import { runnerFor, type Frame } from './ctx.ts'
import { transact, type Database } from './db.ts'

const MAX_ATTEMPTS = 5
/** So long a running job is its process's own; renewed while it works, so that only one that is gone or cut off loses it. By the database's clock: it is the same for all. */
const HELD_SECONDS = 60
const heldOn = sql`now() + ${HELD_SECONDS} * interval '1 second'`
export const systemActor: Actor = { kind: 'system', scope: wholeTerritory }

interface Claimed { id: string; name: string; payload: Record<string, unknown>; actor: Actor; attempts: number }

export interface JobLoop {
  /** Works off everything that is due now; returns how many jobs ran. */
  drain(): Promise<number>
  wake(): void
  stop(): Promise<void>
}

/**
 * The queue: rows written in the same transaction as what they follow from, worked off after commit, `for update skip locked`.
 * Two lanes run side by side, also on the embedded engine: there their short transactions take turns.
 */
export function createJobs(db: Database, frame: () => Frame, jobs: Jobs, log: (problem: string, job: string) => void): JobLoop {
  const nowAt = () => toInstant(frame().clock())
  const long = Object.keys(jobs).filter((name) => jobs[name]?.long)
  let stopping = false
  const runJob = async (job: Claimed): Promise<void> => {
    const hold = holdJob(db, job)
    try {
      const work = jobs[job.name]
      if (!work) throw new Error(`no job is called ${job.name}`)
      const runner = runnerFor(frame(), job.actor)
      await work.run({
        ...runner,
        async tx(step) {
          if (work.long) await frame().rush.calm(() => stopping)
          // At the end of the program long work breaks off between two steps; the next start goes on with it.
          if (stopping) throw new Error('the program is stopping')
          if (hold.lost) throw new Error('another process has taken this job over')
          return runner.tx(step)
        },
      }, job.payload)
      await settle(db, job, nowAt())
    } catch (error) {
      if (stopping) return putBack(db, job)
      log((error as Error).message, job.name)
      if (job.attempts >= MAX_ATTEMPTS && !hold.lost) await runnerFor(frame(), job.actor).tx(async (ctx) => jobs[job.name]?.givenUp?.(ctx, job.payload)).catch((e: Error) => log(e.message, job.name))
      await settle(db, job, nowAt(), (error as Error).message)
    } finally {
      hold.end()
    }
  }
  const queueDue = async () => {
    await takeOverJobs(db)
    await queueRecurring(db, jobs, nowAt())
  }
  const lanes = [
    createLane({ before: queueDue, next: () => claim(db, nowAt(), long, false), runJob, log }),
    createLane({ next: () => claim(db, nowAt(), long, true), runJob, log }),
  ]
  return {
    async drain() {
      // Before either lane looks: the other one may have looked before the first has queued what is due.
      await queueDue()
      for (let all = 0; ; ) {
        const counts = await Promise.all(lanes.map((lane) => lane.drain()))
        // What ran in one lane may have queued something for the other.
        const ran = counts.reduce((sum, n) => sum + n, 0)
        all += ran
        if (ran === 0) return all
      }
    },
    wake: () => lanes.forEach((lane) => lane.wake()),
    async stop() {
      stopping = true
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
  }
}

interface Lane {
  before?: () => Promise<void>
  next: () => Promise<Claimed | undefined>
  runJob: (job: Claimed) => Promise<void>
  log: (problem: string, job: string) => void
}

/** One job after another; looks again every second and whenever it is woken. */
function createLane({ before, next, runJob, log }: Lane): JobLoop {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<number> | undefined
  let stopped = false
  const drainOnce = async (): Promise<number> => {
    let count = 0
    if (!stopped) await before?.()
    while (!stopped) {
      const job = await next()
      if (!job) break
      await runJob(job)
      count++
    }
    return count
  }
  const lane: JobLoop = {
    drain() {
      running ??= drainOnce().finally(() => { running = undefined })
      return running
    },
    wake() {
      if (stopped) return
      clearTimeout(timer)
      timer = setTimeout(() => void lane.drain().catch((e: Error) => log(e.message, 'queue')).finally(() => {
        if (!stopped) timer = setTimeout(() => lane.wake(), 1000)
      }), 5)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running?.catch(() => undefined)
    },
  }
  return lane
}

/** One row per recurring job and period, for all processes together. */
async function queueRecurring(db: Database, jobs: Jobs, now: string): Promise<void> {
  const due = Object.entries(jobs).flatMap(([name, job]) =>
    job.everyMinutes ? [{ name, key: `${name}:${Math.floor(Date.parse(now) / (job.everyMinutes * 60_000))}` }] : [])
  if (due.length === 0) return
  await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`
    insert into job (id, name, actor, run_at, once_key)
    select unnest(${due.map(() => uuidv7())}::uuid[]), unnest(${due.map((d) => d.name)}::text[]),
           ${JSON.stringify(systemActor)}::jsonb, ${now}, unnest(${due.map((d) => d.key)}::text[])
    on conflict (once_key) do nothing`))
}

const claim = (db: Database, now: string, long: string[], wanted: boolean): Promise<Claimed | undefined> =>
  transact(db, wholeTerritory, ({ sql: q }) => q.find<Claimed>(sql`
    update job set state = 'running', started_at = ${now}, held_until = ${heldOn}, attempts = attempts + 1
    where id = (select id from job where state = 'waiting' and run_at <= ${now} and (name = any(${long})) = ${wanted}
                order by run_at, id for update skip locked limit 1)
    returning id, name, payload, actor, attempts`))

async function settle(db: Database, job: Claimed, now: string, problem?: string): Promise<void> {
  const again = problem !== undefined && job.attempts < MAX_ATTEMPTS
  const state = problem === undefined ? 'done' : again ? 'waiting' : 'failed'
  const runAt = again ? addMinutes(now, 2 ** job.attempts / 4) : now
  await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`
    update job set state = ${state}, run_at = ${runAt}, ended_at = ${again ? null : now}, problem = ${problem ?? null}
    where ${held(job)}`))
}

const putBack = async (db: Database, job: Claimed): Promise<void> => {
  await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`update job set state = 'waiting', attempts = attempts - 1 where ${held(job)}`))
}

/** Still this process's: whoever takes a job over counts another attempt. */
const held = ({ id, attempts }: Claimed) => sql`id = ${id} and state = 'running' and attempts = ${attempts}`

/** Says from time to time that the job is still worked on; `lost` once it is another process's. */
function holdJob(db: Database, job: Claimed): { readonly lost: boolean; end(): void } {
  let lost = false
  const renew = () => transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`update job set held_until = ${heldOn} where ${held(job)}`))
  // Where the database does not answer, the next time may tell.
  const timer = setInterval(() => void renew().then((found) => { lost = found === 0 }, () => {}), HELD_SECONDS * 250)
  return { get lost() { return lost }, end: () => clearInterval(timer) }
}

/** Jobs whose process is gone wait again; of one that starts alone all that are running are such. */
export async function takeOverJobs(db: Database, alone = false): Promise<void> {
  await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`update job set state = 'waiting' where state = 'running' and (${alone} or held_until < now())`))
}

export const frameJobs: Jobs = {
  /** What is done is forgotten: a job after a week, a receipt, with the answer it holds, after thirty days. */
  'server.forget': {
    everyMinutes: 24 * 60,
    run: (runner) => runner.tx(async ({ sql: q, now }) => {
      await q.run(sql`delete from job where state = 'done' and ended_at < ${addMinutes(now, -7 * 24 * 60)}`)
      await q.run(sql`delete from receipt where at < ${addMinutes(now, -30 * 24 * 60)}`)
    }),
  },
}
