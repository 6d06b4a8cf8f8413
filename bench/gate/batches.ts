import { uuidv7 } from 'uuidv7'
import { decodePass, numberOf } from '../../modules/passes/rules.ts'
import { driveApart } from '../load/drive.ts'
import type { Program } from '../load/program.ts'
import type { Scene } from './scene.ts'

/** Of the rate of INSERT…SELECT of the same finished rows by SQL alone, and passages a second. */
const limits = { share: 0.5, perSecond: 60_000 }
/** A phone sends up to 200, an upload may hold 500; each gate's phone has so many of them. */
const [ROWS, BATCHES_EACH] = [500, 3]

/** 批量上传: passages verified and decided at the gates, uploaded by the hundred; sent again they add nothing. */
export async function batches(scene: Scene, program: Program): Promise<boolean> {
  const { owner } = scene.district
  const [connections, count] = [scene.keepers.length, scene.keepers.length * BATCHES_EACH]
  const bodies = Array.from({ length: count }, (_, b) => batchOf(scene, b))
  const send = () => driveApart({ port: scene.port, path: '/api/passage/records', cookies: scene.keepers.map((k) => k.cookie), bodies, connections, seconds: 120, once: true, commands: true })
  const before = await rowsIn(owner)
  const first = await send()
  const kept = (await rowsIn(owner)) - before
  const ours = (count * ROWS) / first.lastOkSeconds
  const again = await send()
  const added = (await rowsIn(owner)) - before - kept
  const alone = await bySqlAlone(owner, kept)
  console.log(`\nBatches of ${ROWS} passages over ${connections} connections: read, decided once more, kept with their trail`)
  const lines: [string, number, number][] = [['of INSERT…SELECT of the same rows, ' + `${alone.toFixed(0)} a second`, ours / alone, limits.share], ['passages a second', ours, limits.perSecond]]
  for (const [what, value, limit] of lines) console.log(`  ${what.padEnd(48)} ${value.toFixed(value < 100 ? 2 : 0).padStart(8)} of ${limit}   ${(value / limit).toFixed(2)}   ${value >= limit ? '✓' : '✗ MISSED'}`)
  console.log(`  kept ${kept} of ${count * ROWS}; sent again (${((count * ROWS) / again.lastOkSeconds).toFixed(0)} a second) added ${added}; answers ${JSON.stringify(first.statuses)}, a batch p50 ${first.ok.p50.toFixed(0)}, p99 ${first.ok.p99.toFixed(0)} ms`)
  const flooded = await flood(scene, program)
  return kept === count * ROWS && added === 0 && lines.every(([, value, limit]) => value >= limit) && flooded
}

/** Phones that were without signal for a day and have it back in the same moment, each with what a phone sends at once; told to come again, they do after two seconds. */
const [PHONES, ROWS_EACH, AGAIN_MS, MOST_MEGABYTES] = [1024, 200, 2000, 256]
async function flood(scene: Scene, program: Program): Promise<boolean> {
  const { owner } = scene.district
  const bodies = Array.from({ length: PHONES }, (_, b) => batchOf(scene, b, ROWS_EACH))
  const before = await rowsIn(owner)
  program.peakMegabytes()
  const held = program.peakMegabytes()
  const driven = await driveApart({
    port: scene.port, path: '/api/passage/records', cookies: scene.keepers.map((k) => k.cookie), bodies, connections: PHONES, seconds: 60, once: true, commands: true, insistSeconds: 60, againMs: AGAIN_MS,
  })
  const [kept, megabytes] = [(await rowsIn(owner)) - before, program.peakMegabytes() - held]
  console.log(`\n${PHONES} phones send ${ROWS_EACH} passages each in the same moment`)
  console.log(`  ${'of the server’s memory above its beginning, MB'.padEnd(48)} ${megabytes.toFixed(0).padStart(8)} of ${MOST_MEGABYTES}   ${(megabytes / MOST_MEGABYTES).toFixed(2)}   ${megabytes <= MOST_MEGABYTES ? '✓' : '✗ MISSED'}`)
  console.log(`  the server held ${held.toFixed(0)} MB before; kept ${kept} of ${PHONES * ROWS_EACH}, all after ${driven.lastOkSeconds.toFixed(1)} s; answers ${JSON.stringify(driven.statuses)}, unanswered ${driven.unanswered}; a phone is done after p50 ${(driven.ok.p50 / 1000).toFixed(1)}, p99 ${(driven.ok.p99 / 1000).toFixed(1)} s`)
  return kept === PHONES * ROWS_EACH && !(megabytes > MOST_MEGABYTES)
}

const rowsIn = async (owner: Scene['district']['owner']) => Number((await owner.query<{ n: string }>('select count(*) as n from passage_event')).rows[0]?.n)

/** The last rows of the table taken out and put in again by one statement, with the same indexes and counts. */
async function bySqlAlone(owner: Scene['district']['owner'], n: number): Promise<number> {
  await owner.query(`create unlogged table staged as select * from passage_event order by received_at desc limit ${n}`)
  await owner.query('delete from passage_event e using staged s where e.id = s.id and e.at = s.at')
  await owner.query('vacuum (analyze) passage_event')
  await owner.query('checkpoint')
  const from = performance.now()
  await owner.query('insert into passage_event select * from staged')
  const seconds = (performance.now() - from) / 1000
  await owner.query('drop table staged')
  return n / seconds
}

/** What one gate's phone saw over a morning, decided there. */
export function batchOf({ district, keepers, codesOf }: Scene, b: number, rows = ROWS): string {
  const keeper = keepers[b % keepers.length]
  const codes = codesOf[(keeper?.communityNo ?? 1) - 1] ?? []
  const now = district.house.frame.clock().getTime()
  return JSON.stringify({
    items: Array.from({ length: rows }, (_, i) => {
      const read = decodePass(codes[(2 * (Math.floor(b / keepers.length) * rows + Math.floor((b % 4) / 2) * ROWS * BATCHES_EACH + i) + (b % 2)) % codes.length] ?? '')
      const claims = typeof read === 'string' ? undefined : read.claims
      return {
        eventId: uuidv7(), gateId: keeper?.gateId, at: new Date(now - (rows - i) * 30_000).toISOString(), direction: i % 2 ? 'in' : 'out', subject: 'household', householdId: claims?.householdId,
        passNo: numberOf('household', claims?.serial ?? 0), passState: 'valid', identity: 'same', temperature: 36 + (i % 10) / 10, purpose: 'shopping', companions: [],
        decision: { outcome: 'allow', step: 'done', reason: { code: i % 2 ? 'home' : 'quotaFree', params: {} }, policy: null },
      }
    }),
  })
}
