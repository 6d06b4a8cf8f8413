import { uuidv7 } from 'uuidv7'
import { toInstant } from '../kernel/dates.ts'
import { commonArea, wholeTerritory, type Query } from '../kernel/ctx.ts'
import type { TogetherCall } from '../kernel/endpoint.ts'
import { frameErrors, Refusal, refuse } from '../kernel/errors.ts'
import { auditLine } from './audit.ts'
import { makeCtx, type Frame } from './ctx.ts'
import { transact, type Database } from './db.ts'
import { openLane } from './lane.ts'
import type { Mounted } from './modules.ts'
import { admit, parseInput, parseOutput, type Call } from './request.ts'
import { identify, type Caller } from './session.ts'

type OneCall = TogetherCall<Record<string, unknown>>
export interface Together {
  answer(call: Call): Promise<unknown>
  /** More wait than can be served in time: the next one is better off coming again. */
  readonly full: boolean
}

/** How long a session once read is taken as it was. Within one process a sign-out or a change of duty counts at once (`forget`). */
const KNOWN_FOR_MS = 5000
const MOST_KNOWN = 10_000
/** One is read and decided while the other is on its way to the disk. */
const ABREAST = 2
/** So many may wait for their session to be read; they are read in one transaction. */
const SESSIONS = 100
/** So many batches may wait, for as long as none of it waits longer than the patience. */
const BATCHES_WAITING = 5
/** Whoever stands at a gate waits no longer for their batch to begin; they try again, or the phone keeps the record. */
const PATIENCE_MS = 100

/** Who calls, without asking the database at every passage; those it does not know are read together. */
export function createCallers(db: Database, frame: Frame) {
  let known = new Map<string, { caller: Promise<Caller>; until: number }>()
  const lane = openLane<Call, Caller>({
    batch: SESSIONS, most: SESSIONS, abreast: ABREAST, patienceMs: PATIENCE_MS, clock: () => performance.now(),
    flush: (calls) => transact(db, wholeTerritory, async ({ planned }) => {
      const now = toInstant(frame.clock())
      return Promise.all(calls.map((call) => identify(planned, frame.vault, now, frame.settings, call).catch(keptForItsCaller)))
    }, { frequent: true }),
  })
  const read = (call: Call) => lane.put(call)
  return {
    async of(call: Call): Promise<Caller> {
      if (call.cookie === undefined || call.link !== undefined) return read(call)
      const found = known.get(call.cookie)
      if (found && found.until > performance.now()) return found.caller
      if (known.size >= MOST_KNOWN) known = new Map()
      const caller = read(call)
      known.set(call.cookie, { caller, until: performance.now() + KNOWN_FOR_MS })
      caller.catch(() => known.delete(call.cookie ?? ''))
      return caller
    },
    forget: () => known.clear(),
  }
}
/** A link that is no longer good is its holder's answer and nobody else's. */
const keptForItsCaller = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error
  throw error
}
export type Callers = ReturnType<typeof createCallers>

/** The endpoint's calls, gathered. */
export function gather(db: Database, frame: Frame, mount: Mounted, callers: Callers): Together {
  const batch = mount.endpoint.together?.most ?? 1
  const lane = openLane<OneCall, unknown>({
    batch, most: BATCHES_WAITING * batch, abreast: ABREAST, patienceMs: PATIENCE_MS, clock: () => performance.now(),
    flush: (calls) => flush(db, frame, mount, calls),
  })
  // After a quiet while nobody's session is known, and the first second of a rush would wait for them in front of the lane, where nothing refuses it.
  let unknown = 0
  const callerOf = async (call: Call) => {
    unknown += 1
    try {
      return await callers.of(call)
    } finally {
      unknown -= 1
    }
  }
  return {
    get full() { return lane.full || unknown >= SESSIONS },
    async answer(call) {
      const caller = await callerOf(call)
      admit(mount.endpoint, mount.name, caller)
      if (caller.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
      return lane.put({ actor: caller.actor, from: call.from, input: parseInput(mount.endpoint, call.input) })
    },
  }
}

async function flush(db: Database, frame: Frame, mount: Mounted, calls: readonly OneCall[]): Promise<readonly unknown[]> {
  let queued = false
  const answers = await transact(db, wholeTerritory, async (tx) => {
    const now = toInstant(frame.clock())
    const ctx = makeCtx(frame, tx.sql, { kind: 'system', scope: wholeTerritory }, now, { onEnqueue: () => { queued = true } })
    const raw = (await mount.handler(ctx, calls)) as readonly unknown[]
    if (raw.length !== calls.length) throw new Error(`${mount.name} answers ${raw.length} of ${calls.length} calls`)
    const outputs = raw.map((one) => (one instanceof Error ? one : parseOutput(mount.endpoint, one, mount.name)))
    const line = lineOf(mount, calls, outputs, now)
    if (line) tx.lastly(line)
    return outputs
  }, { frequent: true })
  if (queued) frame.wakeJobs()
  return answers
}

/**
 * A batch of one caller is told in the trail as any call; of several it is one line, with all that was recorded and by whom, where their
 * territories meet: each record names its own recorder, and a line to each would cost more than the records (docs/decisions/0070).
 */
function lineOf(mount: Mounted, calls: readonly OneCall[], outputs: readonly unknown[], at: string): Query | undefined {
  const done = calls.flatMap((call, i) => (outputs[i] instanceof Error ? [] : [{ call, output: outputs[i] }]))
  const [first] = done
  if (!first) return undefined
  const { audit } = mount.endpoint
  const line = {
    id: uuidv7(), at, endpoint: mount.name, act: audit?.act ?? 'change', reason: undefined,
    subjects: done.flatMap(({ call: { input }, output }) => audit?.subjects?.(input as never, output as never) ?? []),
  }
  const actors = done.map(({ call }) => call.actor)
  const { actor, from } = first.call
  if (actors.every(({ sessionId }) => sessionId === actor.sessionId)) return auditLine({ ...line, actor, from })
  return auditLine({
    ...line, actor: { kind: 'system', scope: wholeTerritory }, from: { ip: '', device: '' },
    areaPath: commonArea(actors.map(({ areaPath }) => areaPath)), detail: { accounts: [...new Set(actors.map(({ accountId }) => accountId))] },
  })
}
