import type { Day, Instant } from './dates.ts'

/** A statement with its values, as made by the `sql` tag. */
export interface Query {
  readonly text: string
  readonly values: unknown[]
}

/**
 * The open transaction of this request, seen through the caller's territory.
 * `int8` and `numeric` come as number, `date` as `YYYY-MM-DD`, `timestamptz` as ISO string, `jsonb` parsed.
 */
export interface Sql {
  rows<T>(query: Query): Promise<T[]>
  /** The single row, or undefined. */
  find<T>(query: Query): Promise<T | undefined>
  /** The single row; throws `frame.notFound` when it is not there or not visible. */
  get<T>(query: Query): Promise<T>
  /** Runs a statement; the number of rows it touched. */
  run(query: Query): Promise<number>
}

/** Half-open range of area paths a session may see: `path >= lo and path < hi`. */
export interface Scope {
  readonly lo: string
  readonly hi: string
}

export interface StaffActor {
  readonly kind: 'staff'
  readonly accountId: string
  readonly name: string
  readonly role: string
  readonly areaId: string
  readonly areaPath: string
  readonly scope: Scope
  readonly sessionId: string
}
/** A resident without an account, holding a link: an area's declaration QR or a personal link. */
export interface LinkActor {
  readonly kind: 'link'
  readonly linkId: string
  readonly purpose: 'declaration' | 'personal'
  readonly areaId: string
  readonly areaPath: string
  readonly scope: Scope
  readonly personId: string | null
  /** The home it was made for, while its person lives there. */
  readonly householdId: string | null
  readonly episodeId: string | null
  /** 停止采集: nothing is taken for an event by it any more, only what is asked for every day. */
  readonly stopped: boolean
}
/** The program itself (jobs), with the territory it works in. */
export interface SystemActor {
  readonly kind: 'system'
  readonly scope: Scope
}
export interface NobodyActor {
  readonly kind: 'nobody'
  readonly scope: Scope
}
export type Actor = StaffActor | LinkActor | SystemActor | NobodyActor

/** Keeps identity numbers and phones: encrypted at rest, found by a keyed blind index. */
export interface Vault {
  /** Clear text → sealed text (authenticated encryption, a fresh nonce each time). */
  seal(clear: string): string
  open(sealed: string): string
  /** Keyed one-way index: equal inputs give equal indexes, nothing else can be read from it. */
  index(kind: 'document' | 'phone' | 'token', clear: string): string
}

/** The only ambient thing a service gets. One `now` per request. */
export interface Ctx {
  readonly sql: Sql
  readonly actor: Actor
  readonly now: Instant
  readonly today: Day
  /** UUIDv7. */
  newId(): string
  /** An unguessable token (32 bytes, base64url) for links and passwords. */
  newToken(): string
  readonly vault: Vault
  /** Slow, salted hash of a password and its check (argon2id). */
  readonly passwords: { hash(clear: string): Promise<string>; verify(hash: string, clear: string): Promise<boolean> }
  /**
   * 代为: does once, in their place, what somebody's own command asks. The receipt is theirs, so that the command itself, should it still come, is
   * answered by it; nothing is done where it has come already.
   */
  inPlaceOf(command: SomebodysCommand, run: () => Promise<unknown>): Promise<void>
  /** 审计: the line of what the program does by itself. What somebody asks for has its line from the frame. */
  trail(line: { does: string; act: 'change'; subjects: string[]; reason: string; areaPath: string }): Promise<void>
  /** Puts work into the queue in this transaction; it runs after commit. `runAt` defaults to now. */
  enqueue(job: string, payload: Record<string, unknown>, runAt?: Instant): Promise<void>
  /**
   * Further short transactions in the caller's territory, for a download that still streams when this one has ended:
   * `body: pagesOf(ctx.runner)`.
   */
  readonly runner: Runner
  /** The uploaded file, on endpoints that take one. */
  readonly upload?: Upload
  /** Files kept outside the database (imports, attachments), encrypted at rest. */
  readonly files: Files
  /** Who called from where, for rows that keep it themselves. */
  readonly from: { ip: string; device: string }
  /** Settings a service may need; the environment itself is read only in `server/config.ts`. */
  readonly settings: Settings
}

export interface SomebodysCommand {
  readonly commandId: string
  readonly accountId: string
  /** `quarantine.recordCall` */
  readonly endpoint: string
  /** As parsed. */
  readonly input: unknown
}

export interface Settings {
  /** Where residents' pages are reached, for QR codes and links. */
  readonly publicUrl: string
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number
  /** The same on a phone of the staff, which has no signal for hours and can be wiped. */
  readonly phoneIdleMinutes: number
}

/** A file that came with the request: already received, sealed and stored, so that no slow line holds up a transaction. */
export interface Upload {
  readonly filename: string
  readonly contentType: string
  /** Its id in `ctx.files`. The frame removes it when the request fails; else it is the handler's to keep or remove. */
  readonly fileId: string
  readonly bytes: number
}

export interface Files {
  /** Stores a stream under an id; returns its size in bytes. */
  save(fileId: string, body: AsyncIterable<Uint8Array>): Promise<number>
  read(fileId: string): AsyncIterable<Uint8Array>
  remove(fileId: string): Promise<void>
}

/** Opens transactions outside a request; what a job gets, so that long work can be cut into short pieces. */
export interface Runner {
  readonly actor: Actor
  /** How many milliseconds one transaction may last before others feel it: on the embedded engine everybody waits for its end. */
  readonly patienceMs: number
  /** One short transaction in the job's territory. */
  tx<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
}

/** A module's background work: `jobs` in its `service.ts`. */
export interface Job {
  /** Runs once per queued payload; throws to be tried again later. */
  run(runner: Runner, payload: Record<string, unknown>): Promise<void>
  /** Tried as often as jobs are, and in vain: what waits for its end hears of it here, so that somebody can begin again. */
  givenUp?(ctx: Ctx, payload: Record<string, unknown>): Promise<void>
  /** Also queued by itself every so many minutes, once for all processes, in the territory of the whole system. */
  everyMinutes?: number
  /** May take minutes: runs in a lane of its own, so that what is due to the minute does not wait behind it, and steps aside while callers are turned away. */
  long?: true
}
export type Jobs = Record<string, Job>

/** The whole territory, for the program itself. */
export const wholeTerritory: Scope = { lo: '/', hi: '0' }

/** The range of paths at or below an area: `/1/10/` → `['/1/10/', '/1/100')` is avoided by replacing the last slash. */
export const scopeOf = (areaPath: string): Scope => ({ lo: areaPath, hi: `${areaPath.slice(0, -1)}0` })

export const inScope = (scope: Scope, areaPath: string): boolean => areaPath >= scope.lo && areaPath < scope.hi

/** `/1/10/100/` → itself and every area above it, the highest first. */
export const withAbove = (areaPath: string): string[] => [...areaPath.matchAll(/(?<=\d)\//g)].map(({ index }) => areaPath.slice(0, index + 1))

/** The smallest area all of these lie in: `/1/2/3/` and `/1/2/34/` → `/1/2/`; `/` where they have none in common. */
export function commonArea([first = '/', ...others]: readonly string[]): string {
  let end = first.length
  for (const path of others) while (!path.startsWith(first.slice(0, end))) end = first.lastIndexOf('/', end - 2) + 1
  return first.slice(0, end)
}
