import * as z from 'zod'
import { uuidv7 } from 'uuidv7'
import { isNamed, keepsReceipt, type Endpoint, type TogetherCall } from '../kernel/endpoint.ts'
import { frameErrors, Refusal, refuse, type ErrorSpec } from '../kernel/errors.ts'
import { toInstant } from '../kernel/dates.ts'
import { wholeTerritory, type Actor, type Ctx, type Query, type Sql, type Upload } from '../kernel/ctx.ts'
import { may, type SignInStep } from '../modules/accounts/rules.ts'
import { auditLine } from './audit.ts'
import { makeCtx, type Frame } from './ctx.ts'
import { transact, type Database, type Transaction } from './db.ts'
import { isFileReply, type Mounted } from './modules.ts'
import { withPasswords } from './passwords.ts'
import { claimCommand, dropReceipt, hashInput, keptOutput } from './receipts.ts'
import { identify, type Caller } from './session.ts'
import { receiveUpload, type Incoming } from './upload.ts'

/** A call as it arrives, free of HTTP. */
export interface Call {
  readonly input: Record<string, unknown>
  readonly commandId: string | undefined
  readonly cookie: string | undefined
  readonly link: string | undefined
  readonly from: { ip: string; device: string }
  readonly upload?: Incoming
  /** Recorded without signal and sent later: the phone’s clock as it stood, and how many seconds the server was ahead of it. */
  readonly recorded?: { phoneAt: string; clockOff: number }
  /** The account that recorded it. */
  readonly recordedBy?: string
}

export interface Answer {
  readonly output: unknown
  readonly actor: Actor
  readonly replayed: boolean
}

/** While a step of signing in is owed, nothing else than it can be reached. */
const ALWAYS = ['accounts.me', 'accounts.signOut']
const steps: Record<NonNullable<SignInStep>, { may: readonly string[]; refusal: ErrorSpec }> = {
  factor: { may: [...ALWAYS, 'accounts.passFactor'], refusal: frameErrors.mustPassFactor },
  password: { may: [...ALWAYS, 'accounts.changePassword'], refusal: frameErrors.mustChangePassword },
  enrol: { may: [...ALWAYS, 'accounts.enrolFactor', 'accounts.confirmFactor'], refusal: frameErrors.mustPassFactor },
}

/** session → permission → parse → territory → replay → handler → parse output → audit → commit. */
export async function answer(db: Database, frame: Frame, mount: Mounted, call: Call): Promise<Answer> {
  const now = toInstant(frame.clock())
  const upload = await receive(db, frame, mount, call, now)
  let queued = false
  const options = { keeps: (error: unknown) => error instanceof Refusal && error.keepsWrites, now, frequent: mount.endpoint.frequent ?? false }
  const result = await withPasswords((passwords) =>
    transact(db, wholeTerritory, (tx) => run(tx, frame, mount, call, now, { upload, passwords, onEnqueue: () => { queued = true } }), options))
    .catch(async (error: unknown) => {
      if (upload) await frame.files.remove(upload.fileId)
      throw error
    })
  if (upload && result.replayed) await frame.files.remove(upload.fileId)
  if (queued) frame.wakeJobs()
  return result
}

/** The file of a caller who may bring one, read before the transaction: the embedded engine has one connection for everybody. */
async function receive(db: Database, frame: Frame, mount: Mounted, call: Call, now: string): Promise<Upload | undefined> {
  const { endpoint } = mount
  if (!call.upload || !endpoint.upload) return undefined
  await transact(db, wholeTerritory, async ({ sql }) => admit(endpoint, mount.name, await identify(sql, frame.vault, now, frame.settings, call)))
  parseInput(endpoint, call.input)
  return receiveUpload(frame.files, call.upload, endpoint.upload.megabytes)
}

async function run(
  tx: Transaction, frame: Frame, mount: Mounted, call: Call, now: string, extra: { upload: Upload | undefined; passwords: Ctx['passwords']; onEnqueue: () => void },
): Promise<Answer> {
  const { endpoint } = mount
  const caller = await identify(tx.planned, frame.vault, now, frame.settings, call)
  admit(endpoint, mount.name, caller)
  const { actor } = caller
  // 换人: somebody else has signed in since, in another window of the phone; what one recorded is never taken under the name of the next.
  if (call.recordedBy !== undefined && actor.kind === 'staff' && actor.accountId !== call.recordedBy) throw refuse(frameErrors.notSignedIn)
  const input = parseInput(endpoint, call.input)
  // Whoever happens to be signed in has no less than whoever comes without a session.
  tx.setScope(endpoint.access === 'public' ? wholeTerritory : actor.scope)
  const commandId = isNamed(endpoint) ? readCommandId(call.commandId) : ''
  const replays = keepsReceipt(endpoint)
  if (replays) {
    const earlier = await claimCommand(tx.planned, frame.vault, {
      commandId, actor, endpoint: mount.name, inputHash: hashInput(input), now,
    })
    if (earlier) return { output: earlier.replay, actor, replayed: true }
  }
  const ctx = makeCtx(frame, tx.sql, actor, now, { from: call.from, ...extra })
  const raw = await (endpoint.together ? handleAlone(mount, ctx, input) : mount.handler(ctx, input)).catch(async (error: unknown) => {
    if (error instanceof Refusal && error.keepsWrites) {
      await auditRefusal(tx.sql, mount, actor, now, error, call)
      // What is kept of a refused command is its trace, not a receipt: sent again it is judged again.
      if (replays) await dropReceipt(tx.sql, commandId)
    }
    throw error
  })
  const output = endpoint.download && isFileReply(raw) ? raw : parseOutput(endpoint, raw, mount.name)
  const line = lineOf(mount, actor, now, input, output, call)
  if (line) tx.lastly(line)
  if (replays) tx.lastly(keptOutput(frame.vault, commandId, endpoint.download ? null : output))
  return { output, actor, replayed: false }
}

/** A call of an endpoint that answers many together, all by itself. */
async function handleAlone(mount: Mounted, ctx: Ctx, input: Record<string, unknown>): Promise<unknown> {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  const call: TogetherCall<Record<string, unknown>> = { actor: ctx.actor, from: ctx.from, input }
  const [one] = (await mount.handler(ctx, [call])) as readonly unknown[]
  if (one instanceof Error) throw one
  return one
}

/** 401 without a session where one is needed, 403 without the permission. */
export function admit(endpoint: Endpoint, name: string, caller: Caller): void {
  const { actor } = caller
  if (endpoint.access === 'public') return
  if (endpoint.access === 'link') {
    if (actor.kind !== 'link') throw refuse(frameErrors.notSignedIn)
    return
  }
  if (actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  const owed = caller.step && steps[caller.step]
  if (owed && !owed.may.includes(name)) throw refuse(owed.refusal)
  if (endpoint.access === 'signedIn') return
  if (!may(actor.role, endpoint.access.permission)) {
    throw refuse(frameErrors.wrongPermission, { permission: endpoint.access.permission })
  }
}

export function parseInput(endpoint: Endpoint, input: Record<string, unknown>): Record<string, unknown> {
  const parsed = endpoint.input.safeParse(input)
  if (parsed.success) return parsed.data
  throw refuse(frameErrors.malformed, {
    issues: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'), problem: issue.code === 'custom' ? issue.message : issue.code,
    })),
  })
}

function readCommandId(text: string | undefined): string {
  if (!z.uuid().safeParse(text).success || text === undefined) throw refuse(frameErrors.commandIdMissing)
  return text
}

/** The answer as declared. A field nobody declared is our bug and must not leave the house. */
export function parseOutput(endpoint: Endpoint, raw: unknown, name: string): unknown {
  const parsed = endpoint.output.parse(raw ?? {})
  const leak = undeclared(raw ?? {}, parsed)
  if (leak !== undefined) throw new Error(`${name} answers with ${leak}, which its contract does not declare`)
  return parsed
}

/** Path of the first key in `raw` that `parsed` has lost; undefined when there is none. */
export function undeclared(raw: unknown, parsed: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || typeof parsed !== 'object' || parsed === null) return undefined
  const [given, declared] = [raw as Record<string, unknown>, parsed as Record<string, unknown>]
  for (const key of Array.isArray(raw) ? raw.keys() : Object.keys(raw)) {
    if (given[key] === undefined) continue
    const leak = key in declared ? undeclared(given[key], declared[key]) : ''
    // items[0].name
    if (leak !== undefined) return `${typeof key === 'number' ? `[${key}]` : key}${leak === '' || leak.startsWith('[') ? '' : '.'}${leak}`
  }
  return undefined
}

function lineOf(mount: Mounted, actor: Actor, at: string, input: unknown, output: unknown, call: Call): Query | undefined {
  const spec = mount.endpoint.audit
  if (mount.endpoint.kind === 'query' && !spec) return undefined
  return auditLine({
    id: uuidv7(),
    at,
    actor,
    endpoint: mount.name,
    act: spec?.act ?? 'change',
    subjects: spec?.subjects?.(input as never, output as never) ?? [],
    reason: spec?.reason?.(input as never),
    signingIn: spec?.account?.(output as never),
    from: spec?.anonymous ? { ip: '', device: '' } : call.from,
    ...(call.commandId ? { detail: { commandId: call.commandId, ...call.recorded } } : {}),
  })
}

/** A refusal that commits leaves its line as well: without it nobody would see somebody trying passwords. */
const auditRefusal = (
  sql: Sql, mount: Mounted, actor: Actor, at: string, { spec, trail }: Refusal, call: Call,
): Promise<number> => sql.run(auditLine({
  id: uuidv7(), at, actor, signingIn: trail?.accountId, endpoint: mount.name, act: mount.endpoint.audit?.act ?? 'change',
  subjects: trail?.accountId ? [trail.accountId] : [], reason: undefined, from: call.from,
  detail: { refused: spec.code, ...(trail ? { cause: trail.cause } : {}) },
}))
