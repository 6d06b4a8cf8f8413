import { uuidv7 } from 'uuidv7'
import { addMinutes, type Instant } from '../../kernel/dates.ts'
import { driveApart } from '../load/drive.ts'
import type { Driven } from '../load/client.ts'
import { scans, type Keeper, type Scene } from '../gate/scene.ts'

/** How long both streams send, and how long they insist afterwards, in seconds. */
export const SECONDS = 6
const INSIST_SECONDS = 15
const GATES_AT_ONCE = 64
const SCANS_A_SECOND = 3000
/** Phones that had no signal, and how many passages go up at once from each (mobile/staff/outbox). */
const PHONES = 2
const BATCH = 200
const BATCHES_A_SECOND = 30

/** What one stream sent, and the events of it that somebody was told are kept. */
export interface Sent { driven: Driven; told: string[]; records: number }

/** Keepers scan, and phones send what they have recorded: each goes on until everything it has sent is acknowledged. */
export function underLoad(scene: Scene, householdsOf: ReadonlyMap<number, readonly string[]>, now: Instant): { begun: Promise<unknown>; all: Promise<Sent[]> } {
  const phones = scene.keepers.filter((_, i) => i % (scene.keepers.length / PHONES) === 0)
  const streams = [
    send(scene, { path: '/api/passage/scan', keepers: scene.keepers, bodies: scans(scene, SCANS_A_SECOND * SECONDS, [0, 400]), connections: GATES_AT_ONCE, records: 1 }),
    send(scene, { path: '/api/passage/records', keepers: phones, bodies: batches(phones, householdsOf, now), connections: PHONES, records: BATCH, commands: true }),
  ]
  return { begun: Promise.all(streams.map((s) => s.begun)), all: Promise.all(streams.map((s) => s.sent)) }
}

interface Stream { path: string; keepers: readonly Keeper[]; bodies: string[]; connections: number; records: number; commands?: boolean }
function send({ port }: Scene, { keepers, records, ...stream }: Stream): { begun: Promise<void>; sent: Promise<Sent> } {
  let begin = () => {}
  const begun = new Promise<void>((done) => { begin = done })
  const drive = driveApart({ ...stream, port, cookies: keepers.map((k) => k.cookie), seconds: SECONDS, insistSeconds: INSIST_SECONDS }, begin)
  return { begun, sent: drive.then((driven) => ({ driven, records, told: driven.okLines.flatMap((line) => eventsOf(stream.bodies[line % stream.bodies.length] ?? '')) })) }
}
const eventsOf = (body: string): string[] => [...body.matchAll(/"eventId":"([^"]+)"/g)].map(([, id = '']) => id)

/** The n-th of the n-th phone, which recorded one passage after another in the hours before. */
const batches = (phones: readonly Keeper[], householdsOf: ReadonlyMap<number, readonly string[]>, now: Instant): string[] =>
  Array.from({ length: BATCHES_A_SECOND * SECONDS }, (_, b) => {
    const phone = phones[b % phones.length]
    const households = householdsOf.get(phone?.communityNo ?? 0) ?? []
    return JSON.stringify({ items: Array.from({ length: BATCH }, (_, i) => ({
      eventId: uuidv7(), gateId: phone?.gateId, at: addMinutes(now, i - BATCH), direction: i % 2 ? 'in' : 'out', subject: 'household', householdId: households[(b * 37 + (i >> 1)) % households.length],
      passState: 'valid', identity: 'same', temperature: 36 + (i % 10) / 10, purpose: 'shopping', decision: { outcome: 'allow', step: 'done', reason: { code: i % 2 ? 'home' : 'quotaFree', params: {} }, policy: null },
    })) })
  })
