import type { District } from '../district.ts'
import { mounted, type Mounted } from '../../server/modules.ts'
import { may, type Role } from '../../modules/accounts/rules.ts'
import type { Input, Probe } from './probes.ts'

export interface Reader { role: Role; cookie: string }
export interface Measured { probe: Probe; role: Role; rows: number; p50: number; p95: number; max: number }

const WARM_UP = 3

const mayAsk = ({ endpoint }: Mounted, role: Role) => typeof endpoint.access === 'string' || may(role, endpoint.access.permission)

/**
 * Everybody who may ask asks in turn, round by round: what else the machine does meanwhile falls on all alike.
 */
export async function measure(district: District, probe: Probe, readers: readonly Reader[], rounds: number): Promise<Measured[]> {
  const mount = mounted.find(({ name }) => name === probe.endpoint)
  if (!mount) throw new Error(`there is no ${probe.endpoint}`)
  const asking = readers.filter(({ role }) => mayAsk(mount, role)).map((reader) => ({ ...reader, times: [] as number[], rows: 0, next: undefined as string | undefined, refused: false }))
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const reader of asking.filter((r) => !r.refused)) {
      const input = probe.inputs[(round + WARM_UP) % probe.inputs.length] ?? {}
      const from = performance.now()
      const reply = await district.house.app.inject({
        method: 'GET', url: urlOf(mount, probe.walks && reader.next ? { ...input, after: reader.next } : input), headers: { cookie: reader.cookie },
      })
      const took = performance.now() - from
      // What a reader does not see, or what an office above has no answer to, is no list of theirs.
      reader.refused = round === -WARM_UP && (reply.statusCode === 404 || reply.statusCode === 409)
      if (reader.refused) continue
      if (reply.statusCode !== 200) throw new Error(`${mount.name} as ${reader.role}: ${reply.statusCode} ${reply.body}`)
      const page = reply.json<{ items?: unknown[]; next?: string | null }>()
      reader.next = page.next ?? undefined
      reader.rows = Math.max(reader.rows, page.items?.length ?? 0)
      // Back on the first page after the last: that is the other probe's.
      if (round >= 0) reader.times.push(took)
    }
  }
  return asking.filter((r) => !r.refused).map(({ role, times, rows }) => ({ probe, role, rows, ...spread(times) }))
}

function urlOf({ endpoint }: Mounted, input: Input): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input[name] ?? ''))
  const rest = Object.entries(input).filter(([name]) => !endpoint.path.includes(`:${name}`))
  return `/api${path}?${new URLSearchParams(rest)}`
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
