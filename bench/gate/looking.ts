import { driveApart } from '../load/drive.ts'
import { scans, type Scene } from './scene.ts'

/** 找异常 in all that has come in by then, while the gates go on. */
const [LOOKING_SECONDS, SCANS_A_SECOND, LONGEST_MS] = [20, 8000, 1000]
export async function looking(scene: Scene): Promise<boolean> {
  const { owner } = scene.district
  const waiting = async () => Number((await owner.query<{ n: string }>(`select count(*) as n from passage_event where received_at > coalesce((select (value #>> '{}')::timestamptz from setting where key = 'passage.watchedUntil'), '-infinity')`)).rows[0]?.n)
  const before = await waiting()
  await owner.query(`delete from job where name = 'passage.watch'`)
  const driven = await driveApart({ port: scene.port, path: '/api/passage/scan', cookies: scene.keepers.map((k) => k.cookie), bodies: scans(scene, SCANS_A_SECOND * LOOKING_SECONDS, [200, 7500]), connections: scene.keepers.length, seconds: LOOKING_SECONDS })
  const { max, p99 } = driven.ok
  // A second in which nobody was answered has no entry.
  const slowest = Math.min(...Array.from({ length: LOOKING_SECONDS }, (_, second) => driven.bySecond[second] ?? 0))
  const held = max <= LONGEST_MS && slowest > 0
  console.log(`\nLooking for what is unusual in ${before} passages, while the gates go on for ${LOOKING_SECONDS} s`)
  console.log(`  ${'longest anybody waited, ms'.padEnd(48)} ${max.toFixed(0).padStart(8)} of ${LONGEST_MS}   ${(max / LONGEST_MS).toFixed(2)}   ${held ? '✓' : '✗ MISSED'}`)
  console.log(`  p99 ${p99.toFixed(0)} ms; ${driven.perSecond.toFixed(0)} a second served, in the slowest second ${slowest}; still to look at ${await waiting()}, what came in meanwhile with it; answers ${JSON.stringify(driven.statuses)}`)
  return held
}
