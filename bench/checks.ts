import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { addDays, dayOf, toInstant, type Day } from '../kernel/dates.ts'
import { decide } from '../modules/policies/rules.ts'
import { shippedPolicies } from '../modules/policies/data.ts'
import { makeChecksDue, sweepChecks } from '../modules/quarantine/service.ts'
import { runnerFor } from '../server/ctx.ts'
import { systemActor } from '../server/jobs.ts'
import { openHouse } from '../server/main.ts'
import { temporaryPostgres } from '../testing/postgres.ts'

const LIMIT_SECONDS = 5
const COMMUNITIES = 100

/** As the product's own ids (UUIDv7) are: later ones are greater. */
const IN_ORDER = "('01900000-0000-7000-8000-' || lpad(to_hex($10::int * 1000000 + p.n), 12, '0'))::uuid"

const verdict = (value: number, limit: number) => `${(value / limit).toFixed(2)} of the limit ${value <= limit ? '✓' : '✗ MISSED'} (${limit} s)`

/** `npm run bench checks [episodes]`: a day's checks for 100,000 people under management, made by the job itself. */
export async function main(args: readonly string[] = []): Promise<void> {
  const episodes = Number(args[0] ?? 100_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-bench-checks-'))
  const server = await temporaryPostgres({ shared_buffers: '256MB', max_wal_size: '4GB' })
  const clock = { now: new Date() }
  const house = await openHouse({
    host: '127.0.0.1', port: 0, publicUrl: 'http://localhost', dataDir, databaseUrl: server.url, masterKey: randomBytes(32), crypto: 'aes',
    idleMinutes: 600, phoneIdleMinutes: 600, demo: false, logLevel: 'error', webDir: join(dataDir, 'none'), secureCookies: false,
  }, () => clock.now)
  const owner = new pg.Client({ connectionString: server.url })
  try {
    await owner.connect()
    const today = dayOf(toInstant(clock.now))
    await plant(owner, episodes, today)
    const { tx } = runnerFor(house.frame, systemActor)
    const at = (hour: string) => { clock.now = new Date(`${today}T${hour}:00+08:00`) }
    at('00:10')
    const first = await timed(() => tx(makeChecksDue))
    const again = await timed(() => tx(makeChecksDue))
    const twice = await owner.query<{ n: string }>('select count(*) as n from (select 1 from check_due group by episode_id, due_on, check_window having count(*) > 1) x')
    at('08:05')
    const reminded = await timed(() => tx(sweepChecks))
    console.log(`
A day's checks of ${episodes} episodes in ${COMMUNITIES} communities, PostgreSQL
    made ${first.done.checks} checks and ${first.done.visits} visits owed in ${first.seconds.toFixed(2)} s   ${verdict(first.seconds, LIMIT_SECONDS)}
    again ${again.seconds.toFixed(2)} s: ${again.done.checks} new checks, ${again.done.visits} new visits, ${twice.rows[0]?.n} duplicates   ${verdict(again.seconds, LIMIT_SECONDS)}
    plain insert of the same rows into a table with the same keys: ${(await plainInsert(owner)).toFixed(2)} s
    reminders of a window, ${reminded.done.reminded} at once: ${reminded.seconds.toFixed(2)} s`)
    if (first.seconds > LIMIT_SECONDS || again.done.checks + again.done.visits > 0 || Number(twice.rows[0]?.n) > 0) process.exitCode = 1
  } finally {
    await owner.end()
    await house.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ done: T; seconds: number }> {
  const from = performance.now()
  const done = await work()
  return { done, seconds: (performance.now() - from) / 1000 }
}

/** What the engine does at best: the finished rows copied into a table with the same key and indexes. */
async function plainInsert(owner: pg.Client): Promise<number> {
  await owner.query('create table plain_due (like check_due including all)')
  return (await timed(() => owner.query('insert into plain_due select * from check_due'))).seconds
}

/** One subdistrict, its communities, report 1's order, and people who came in the last thirteen days from three kinds of places. */
async function plant(owner: pg.Client, episodes: number, today: Day): Promise<void> {
  const { document, orderNo, issuer, series, title } = shippedPolicies.reportOne
  await owner.query(`insert into area (id, no, parent_id, area_path, level, name, full_name, opened_on) overriding system value
    values (gen_random_uuid(), 900000, null, '/900000/', 'subdistrict', '新平街道', '新平街道', '2020-01-01')`)
  await owner.query(`insert into area (id, no, parent_id, area_path, level, name, full_name, opened_on) overriding system value
    select gen_random_uuid(), 900000 + n, (select id from area where no = 900000), '/900000/' || 900000 + n || '/', 'community', '第' || n || '社区', '新平街道第' || n || '社区', '2020-01-01' from generate_series(1, $1) n`, [COMMUNITIES])
  const { rows: [policy] } = await owner.query<{ id: string }>(`insert into policy (id, series, edition, state, scope_area_id, scope_path, order_no, issuer, title_zh, title_en, in_force_from, document, created_at)
    select gen_random_uuid(), $1, 1, 'published', id, area_path, $2, $3, $4, $5, '2020-01-01', $6, now() from area where no = 900000 returning id`, [series, orderNo, issuer, title.zh, title.en, JSON.stringify(document)])
  await owner.query(`insert into person (id, area_id, area_path, community_id, name, created_at, updated_at)
    select gen_random_uuid(), a.id, a.area_path, a.id, '第' || n || '人', now(), now() from generate_series(1, $1::int) n join area a on a.no = 900001 + n % $2::int`, [episodes, COMMUNITIES])
  const edition = { id: policy?.id ?? '', orderNo, issuer, title, document, inForceFrom: '2020-01-01T00:00:00.000Z', inForceTo: null, scopeAreaId: '', scopeAreaName: '', series, edition: 1 }
  for (let ago = 0; ago < 13; ago++) {
    for (const [kind, originCode] of ['420102', '510104', '530102'].entries()) {
      const arrivedOn = addDays(today, -ago)
      const decision = decide({ homeCode: '532601', originCode, originAbroad: false, originName: '', arrivedOn, contact: 'none', symptoms: [], reportedAt: `${arrivedOn}T02:00:00.000Z` }, edition as never, `${arrivedOn}T02:00:00.000Z`)
      await owner.query(`insert into episode (id, area_id, area_path, community_id, person_id, policy_id, decision, origin_class, state, measure, stages, anchor, anchor_on, starts_on, ends_on, place, opened_at)
        select ${IN_ORDER}, p.area_id, p.area_path, p.community_id, p.id, $1, $2, $3, 'active', $4, $5, $6, $7, $8, $9, 'home', $7::date
        from (select *, row_number() over (order by id) as n from person) p where p.n % 39 = $10`,
      [edition.id, JSON.stringify(decision), decision.originClass, decision.measure, JSON.stringify(decision.stages), decision.anchor, decision.anchorOn, decision.startsOn, decision.endsOn, ago * 3 + kind])
    }
  }
  await owner.query('analyze')
}
