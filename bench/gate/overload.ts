import { driveApart } from '../load/drive.ts'
import { scans, type Scene } from './scene.ts'

/** At so many times what it can serve, the rest is served within so many ms at p99, and seconds later all of it again. */
const limits = { times: 3, p99Ms: 500, recoverySeconds: 5 }
const CONNECTIONS = 2048

/** 过载: more than the server can do is refused early with a time to come again; what was acknowledged is there. */
export async function overload(scene: Scene, seconds: number): Promise<boolean> {
  const send = async (bodies: string[], options: { connections: number; seconds: number; rate?: number }) =>
    driveApart({ port: scene.port, path: '/api/passage/scan', cookies: scene.keepers.map((k) => k.cookie), bodies, ...options })
  // What it serves at its best: with more connections than may wait at a time it is busy refusing already.
  const served = []
  for (const connections of [64, 256]) served.push(await send(scans(scene, scene.keepers.length * 4000, [0, 200]), { connections, seconds }))
  const capacity = Math.max(...served.map((d) => d.perSecond))
  const rate = Math.round(capacity * limits.times)
  const bodies = scans(scene, Math.ceil((rate * seconds * 1.1) / scene.keepers.length) * scene.keepers.length, [0, 200])
  const driven = await send(bodies, { connections: CONNECTIONS, seconds, rate })
  const after = await send(scans(scene, scene.keepers.length * 1000, [0, 200]), { connections: 64, seconds: limits.recoverySeconds })
  const ids = driven.okLines.map((line) => (JSON.parse(bodies[line % bodies.length] ?? '{}') as { eventId: string }).eventId)
  const { rows: [kept] } = await scene.district.owner.query<{ n: string }>('select count(*) as n from passage_event where id = any($1::uuid[])', [ids])
  const lost = new Set(ids).size - Number(kept?.n)
  const recovered = Math.max(...after.bySecond.slice(0, limits.recoverySeconds)) / capacity
  console.log(`\nOverload: ${rate} a second asked of a server that serves ${capacity.toFixed(0)}, ${seconds} s, ${CONNECTIONS} connections`)
  console.log(`  served ${driven.ok.n} (p50 ${driven.ok.p50.toFixed(0)}, p99 ${driven.ok.p99.toFixed(0)} of ${limits.p99Ms} ms, ${(driven.ok.p99 / limits.p99Ms).toFixed(2)}), refused ${JSON.stringify(driven.statuses)} (p99 ${driven.other.p99.toFixed(0)} ms), unanswered ${driven.unanswered}`)
  console.log(`  acknowledged and not there: ${lost}; best second of the ${limits.recoverySeconds} s afterwards: ${recovered.toFixed(2)} of before`)
  return driven.ok.p99 <= limits.p99Ms && lost === 0 && recovered >= 0.8
}
