import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { addMinutes, toInstant } from '../kernel/dates.ts'
import { wholeTerritory, type Actor, type Jobs } from '../kernel/ctx.ts'
import { runnerFor, type Frame } from './ctx.ts'
import { transact, type Database } from './db.ts'

const MAX_ATTEMPTS = 5
export const systemActor: Actor = { kind: 'system', scope: wholeTerritory }

interface Claimed { id: string; name: string; payload: Record<string, unknown>; actor: Actor; attempts: number }

export interface JobLoop {
  /** Works off everything that is due now; returns how many jobs ran. */
  drain(): Promise<number>
  wake(): void
  stop(): Promise<void>
}

/** The queue: rows written in the same transaction as what they follow from, worked off after commit, `for update skip locked`. */
export function createJobs(db: Database, frame: () => Frame, jobs: Jobs, log: (problem: string, job: string) => void): JobLoop {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<number> | undefined
  let stopped = false
  const nowAt = () => toInstant(frame().clock())

  async function drainOnce(): Promise<number> {
    await queueRecurring(db, jobs, nowAt())
    let count = 0
    for (let job = await claim(db, nowAt()); job && !stopped; job = await claim(db, nowAt())) {
      await runJob(job)
      count++
    }
    return count
  }
  async function runJob(job: Claimed): Promise<void> {
    try {
      const work = jobs[job.name]
      if (!work) throw new Error(`no job is called ${job.name}`)
      await work.run(runnerFor(frame(), job.actor), job.payload)
      await settle(db, job, nowAt())
    } catch (error) {
      log((error as Error).message, job.name)
      await settle(db, job, nowAt(), (error as Error).message)
    }
  }
  const loop: JobLoop = {
    drain() {
      running ??= drainOnce().finally(() => { running = undefined })
      return running
    },
    wake() {
      if (stopped) return
      clearTimeout(timer)
      timer = setTimeout(() => void loop.drain().catch((e: Error) => log(e.message, 'queue')).finally(() => {
        if (!stopped) timer = setTimeout(() => loop.wake(), 1000)
      }), 5)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running?.catch(() => undefined)
    },
  }
  return loop
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

const claim = (db: Database, now: string): Promise<Claimed | undefined> =>
  transact(db, wholeTerritory, ({ sql: q }) => q.find<Claimed>(sql`
    update job set state = 'running', started_at = ${now}, attempts = attempts + 1
    where id = (select id from job where state = 'waiting' and run_at <= ${now}
                order by run_at, id for update skip locked limit 1)
    returning id, name, payload, actor, attempts`))

async function settle(db: Database, job: Claimed, now: string, problem?: string): Promise<void> {
  const again = problem !== undefined && job.attempts < MAX_ATTEMPTS
  const state = problem === undefined ? 'done' : again ? 'waiting' : 'failed'
  const runAt = again ? addMinutes(now, 2 ** job.attempts / 4) : now
  await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`
    update job set state = ${state}, run_at = ${runAt}, ended_at = ${again ? null : now}, problem = ${problem ?? null}
    where id = ${job.id}`))
}

/** Jobs a stopped process left running are taken up again; old ones that are done are forgotten. */
export async function tidyJobs(db: Database, now: string, single: boolean): Promise<void> {
  await transact(db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`update job set state = 'waiting' where state = 'running'
      and (${single} or started_at < ${addMinutes(now, -120)})`)
    await q.run(sql`delete from job where state = 'done' and ended_at < ${addMinutes(now, -7 * 24 * 60)}`)
    await q.run(sql`delete from receipt where at < ${addMinutes(now, -30 * 24 * 60)}`)
  })
}
