import { freePort } from '../testing/postgres.ts'
import { startBeside, startProgram } from './load/program.ts'
import { driveApart } from './load/drive.ts'
import type { Driven } from './load/client.ts'
import { batches, batchOf } from './gate/batches.ts'
import { looking } from './gate/looking.ts'
import { overload } from './gate/overload.ts'
import { openScene, scans, type Scene } from './gate/scene.ts'

/** 单次进出 over HTTP: a row durable before its answer, against one INSERT a request on the same machine and pool. */
const limits = { timesPlain: 3, p99Ms: 50, seenPerSecond: 20_000, newPerSecond: 9_000 }
const CONNECTIONS = 64
const SECONDS = 8

const PARTS = ['singles', 'batches', 'overload', 'looking'] as const

/** `npm run bench -- gate [seconds] [singles|batches|overload|looking]` */
export async function main([seconds = SECONDS, ...only]: readonly (string | number)[] = []): Promise<void> {
  const scene = await openScene(() => new Date())
  const wanted = (part: (typeof PARTS)[number]) => only.length === 0 || only.includes(part)
  await scene.district.house.close()
  const program = startProgram(scene.district.config, scene.port)
  try {
    await program.ready
    await run(scene, 'warms up', { codes: [0, 200], connections: CONNECTIONS, seconds: 3 })
    if (wanted('singles') && !(await singles(scene, Number(seconds)))) process.exitCode = 1
    if (wanted('batches') && !(await batches(scene, program))) process.exitCode = 1
    if (wanted('overload') && !(await overload(scene, Number(seconds)))) process.exitCode = 1
    // Last, for it goes on after the part has ended.
    if (wanted('looking') && !(await looking(scene))) process.exitCode = 1
  } finally {
    await program.end()
    await scene.district.close()
  }
}

async function singles(scene: Scene, seconds: number): Promise<boolean> {
  console.log(`\nSingle passages over HTTP, PostgreSQL, ${CONNECTIONS} connections, ${seconds} s each, ${scene.keepers.length} gates; client, server and database on the same machine\n`)
  const plain = await beside(scene, 'one plain INSERT a request', 'plain', seconds)
  const bare = await beside(scene, 'gathered, nothing asked', 'bare', seconds)
  const each = await oneTransactionEach(scene, seconds)
  const fresh = await run(scene, 'passes never seen', { codes: [200, 7500], connections: CONNECTIONS, seconds })
  const seen = await run(scene, 'passes seen before', { codes: [0, 200], connections: CONNECTIONS, seconds })
  const many = await run(scene, 'seen before, 256 connections', { codes: [0, 200], connections: 256, seconds })
  return conclude(scene, { plain, bare, each }, { fresh, seen, many })
}

/** More than can be sent in that time, so that nothing is sent twice. */
const MOST_PER_SECOND = 26_000
interface Wanted { codes: readonly [number, number]; connections: number; seconds: number }
const run = async (scene: Scene, what: string, { codes, connections, seconds }: Wanted): Promise<Driven> =>
  report(what, await driveApart({ port: scene.port, path: '/api/passage/scan', cookies: scene.keepers.map((k) => k.cookie), bodies: scans(scene, MOST_PER_SECOND * seconds, codes), connections, seconds }))

function report(what: string, d: Driven): Driven {
  const others = Object.entries(d.statuses).filter(([status]) => !status.startsWith('2')).map(([status, n]) => `${status}: ${n}`).join(' ')
  console.log(`${what.padEnd(32)} ${d.perSecond.toFixed(0).padStart(6)} /s   p50 ${d.ok.p50.toFixed(1)}   p95 ${d.ok.p95.toFixed(1)}   p99 ${d.ok.p99.toFixed(1)}   max ${d.ok.max.toFixed(0)} ms${others ? `   ${others}` : ''}${d.unanswered ? `   unanswered ${d.unanswered}` : ''}`)
  return d
}

/** A peer, in a process of its own like the server: see gate/plain.ts and gate/bare.ts. */
async function beside(scene: Scene, what: string, command: 'plain' | 'bare', seconds: number): Promise<Driven> {
  const port = await freePort()
  const peer = startBeside(scene.district.config, port, ['bench', command])
  await peer.ready
  try {
    return report(what, await driveApart({ port, path: '/', cookies: [''], bodies: scans(scene, MOST_PER_SECOND * seconds, [0, 200]), connections: CONNECTIONS, seconds }))
  } finally {
    await peer.end()
  }
}

const EACH_AT_MOST = 4000
/** For comparison: the same service where every passage has a transaction, an INSERT and a line in the trail of its own, as it comes from a phone by itself. */
const oneTransactionEach = async (scene: Scene, seconds: number): Promise<Driven> =>
  report('a transaction each', await driveApart({ port: scene.port, path: '/api/passage/records', cookies: scene.keepers.map((k) => k.cookie), bodies: Array.from({ length: EACH_AT_MOST * seconds }, (_, b) => batchOf(scene, b, 1)), connections: CONNECTIONS, seconds, commands: true }))

async function conclude({ district }: Scene, { plain, bare, each }: Record<'plain' | 'bare' | 'each', Driven>, { fresh, seen, many }: Record<'fresh' | 'seen' | 'many', Driven>): Promise<boolean> {
  const { rows: [kept] } = await district.owner.query<{ n: string; doubled: string }>('select count(*) as n, count(*) - count(distinct id) as doubled from passage_event')
  const lines: [string, number, number, boolean][] = [
    ['times one plain INSERT a request, never seen', fresh.perSecond / plain.perSecond, limits.timesPlain, true], ['times one plain INSERT a request, seen before', seen.perSecond / plain.perSecond, limits.timesPlain, true],
    ['never seen, a second', fresh.perSecond, limits.newPerSecond, true], ['seen before, a second', Math.max(seen.perSecond, many.perSecond), limits.seenPerSecond, true],
    ['p99 at 64 connections, ms', Math.max(fresh.ok.p99, seen.ok.p99), limits.p99Ms, false],
  ]
  console.log('')
  for (const [what, value, limit, atLeast] of lines) console.log(`  ${what.padEnd(48)} ${value.toFixed(value < 100 ? 2 : 0).padStart(8)} of ${limit}   ${(value / limit).toFixed(2)}   ${(atLeast ? value >= limit : value <= limit) ? '✓' : '✗ MISSED'}`)
  console.log(`  of the same rows gathered with nothing asked, proven or decided: never seen ${(fresh.perSecond / bare.perSecond).toFixed(2)}, seen before ${(seen.perSecond / bare.perSecond).toFixed(2)}`)
  console.log(`  the same decided and kept by a transaction each: never seen ${(fresh.perSecond / each.perSecond).toFixed(2)} times as many, seen before ${(seen.perSecond / each.perSecond).toFixed(2)}, with 256 connections ${(many.perSecond / each.perSecond).toFixed(2)}`)
  console.log(`  ${kept?.n} rows kept, ${kept?.doubled} doubled`)
  return lines.every(([, value, limit, atLeast]) => (atLeast ? value >= limit : value <= limit))
}
