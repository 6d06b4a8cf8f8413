import * as z from 'zod'
import type { StaffActor } from './ctx.ts'
import type { ErrorSpec, Refusal } from './errors.ts'

/**
 * Who may call an endpoint: a permission (granted to roles in `modules/accounts/rules.ts`), anybody signed in,
 * anybody holding a personal or area link (`Authorization: Link <token>`), or everybody.
 */
export type Access = { permission: string } | 'signedIn' | 'link' | 'public'

/**
 * What the audit trail says about a call: whose data (ids) and what was done to them.
 * Methods, not function fields: only methods let a particular endpoint stand where any endpoint is wanted.
 */
export interface AuditSpec<I, O> {
  /** `view` for reading personal data, `reveal` for clear values, `change` for the rest. */
  act: 'view' | 'reveal' | 'change' | 'export'
  /** Ids of the persons, households, episodes… the call was about. */
  subjects?(input: I, output: O): string[]
  /** The caller's stated reason, where one is asked for. */
  reason?(input: I): string | undefined
  /** The line keeps that it happened and through which link, but neither address nor device: who says it stays unknown (docs/decisions/0023). */
  anonymous?: true
  /** Who the caller turned out to be, where nobody was signed in yet. */
  account?(output: O): string
}

export interface Endpoint<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  /** Below `/api`; `:name` segments are taken from the input of the same name. */
  readonly path: string
  readonly access: Access
  /** One line for the API document, with the Chinese term. */
  readonly summary: string
  readonly input: I
  readonly output: O
  readonly errors: readonly ErrorSpec[]
  readonly audit?: AuditSpec<z.output<I>, z.output<O>>
  /** The request body is a file, given to the handler as `ctx.upload`; the input comes from path and query. */
  readonly upload?: { megabytes: number }
  /** How large a body may be of somebody without a session, where that is more than a form. */
  readonly kilobytes?: number
  /** The answer is a file: the handler returns a `FileReply` and `output` is not parsed. */
  readonly download?: true
  /**
   * Facts that many report in the same moment: calls of different callers are carried to the disk in one transaction, at most so many at a
   * time. The handler gets all of them and answers each; it looks after every caller's territory by itself, and after repetition by an id
   * in the input, for there is neither scope nor receipt for each (docs/decisions/0070).
   */
  readonly together?: { readonly most: number }
  /** Comes hundreds of times a second and asks few and simple things: their plans are kept, whatever the values, for making them costs more than the asking. Never for lists. */
  readonly frequent?: boolean
  /**
   * What is recorded carries ids of its own in the input, by which it is known again: sent twice it adds nothing and says so. No receipt is kept then,
   * which for hundreds of records costs as much as keeping them.
   */
  readonly knownAgain?: true
  /** Comes with hundreds of records, from many phones in the same minute: so many are read and answered at a time, the others wait as they came, and whom that would take too long is told to come again. */
  readonly inTurn?: number
}

/** Whether a call needs an id of its own (`Idempotency-Key`). */
export const isNamed = (e: Endpoint): boolean => e.kind === 'command' && e.access !== 'public' && !e.together
/** Whether a call that comes again with the same id is answered with what was answered the first time. */
export const keepsReceipt = (e: Endpoint): boolean => isNamed(e) && !e.knownAgain

/** One of the calls that are answered together. */
export interface TogetherCall<I> { readonly actor: StaffActor; readonly from: { ip: string; device: string }; readonly input: I }

type Wide<I extends z.ZodObject, O extends z.ZodType> = Omit<Endpoint<I, O>, 'kind' | 'errors'> & {
  errors?: readonly ErrorSpec[]
}

/** A reading endpoint: GET, never changes anything, may be audited as a view. */
export function query<I extends z.ZodObject, O extends z.ZodType>(e: Wide<I, O> & { download: true }): Endpoint<I, O> & { kind: 'query'; download: true }
export function query<I extends z.ZodObject, O extends z.ZodType>(e: Wide<I, O>): Endpoint<I, O> & { kind: 'query' }
export function query<I extends z.ZodObject, O extends z.ZodType>(e: Wide<I, O>): Endpoint<I, O> & { kind: 'query' } {
  return { ...e, errors: e.errors ?? [], kind: 'query' }
}

/** A changing endpoint: POST with an `Idempotency-Key` (UUIDv7) made by the client; a replay gives the same answer once more. */
export function command<I extends z.ZodObject, O extends z.ZodType>(e: Wide<I, O> & { together: { most: number } }): Endpoint<I, O> & { kind: 'command'; together: { most: number } }
export function command<I extends z.ZodObject, O extends z.ZodType>(e: Wide<I, O>): Endpoint<I, O> & { kind: 'command' }
export function command<I extends z.ZodObject, O extends z.ZodType>(e: Wide<I, O>): Endpoint<I, O> & { kind: 'command' } {
  return { ...e, errors: e.errors ?? [], kind: 'command' }
}

export type Api = Record<string, Endpoint>
/** What a caller passes (before defaults). */
export type InputOf<E extends Endpoint> = z.input<E['input']>
/** What a handler receives (after parsing). */
export type ParsedInputOf<E extends Endpoint> = z.output<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

/** A file as an answer; `body` may be a stream so that a million rows need no memory. */
export interface FileReply {
  filename: string
  contentType: string
  body: AsyncIterable<Uint8Array | string> | Uint8Array | string
  /** About how many bytes a file that is still being made will have: for showing how far it is, for nothing else. */
  expectedBytes?: number
  /** Ids of those it is about, for the trail. */
  about?: readonly string[]
}

type Reply<E extends Endpoint> = E['download'] extends true ? FileReply : z.input<E['output']>

/** One function per endpoint: load → decide → save. */
export type Service<A extends Api, C> = {
  [K in keyof A]: A[K]['together'] extends { most: number }
    ? (ctx: C, calls: readonly TogetherCall<ParsedInputOf<A[K]>>[]) => Promise<readonly (Reply<A[K]> | Refusal)[]>
    : (ctx: C, input: ParsedInputOf<A[K]>) => Promise<Reply<A[K]>>
}

/** `/people/:personId` with `{ personId: 7, q: 'x' }` → `/people/7` and `{ q: 'x' }`. */
export function fillPath(path: string, input: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { path: filled, rest }
}
