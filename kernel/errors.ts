import * as z from 'zod'

/**
 * One thing that can go wrong, declared in a contract and translated in the words files
 * under `errors.<code>`; `params` fill the placeholders of the sentence.
 */
export interface ErrorSpec<P extends z.ZodObject = z.ZodObject> {
  readonly code: string
  /** HTTP status. Not visible is 404, visible but not allowed is 403, a refused request is 409, bad input is 422. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  readonly params: P
}

const noParams = z.object({})
type ParamsOf<S> = S extends { params: infer P extends z.ZodObject } ? P : typeof noParams

type Declared<T extends Record<string, { status: ErrorSpec['status']; params?: z.ZodObject }>> = {
  readonly [K in keyof T]: ErrorSpec<ParamsOf<T[K]>>
}

/** Declares a module's errors; the code of each is `<module>.<name>`. */
export function declareErrors<T extends Record<string, { status: ErrorSpec['status']; params?: z.ZodObject }>>(
  module: string, specs: T,
): Declared<T> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      { code: `${module}.${name}`, status: spec.status, params: spec.params ?? noParams },
    ]),
  ) as unknown as Declared<T>
}

/** What the audit trail says of a refusal that is kept: whom it was about, and the exact cause the answer does not tell. */
export interface Trail {
  readonly accountId?: string | undefined
  readonly cause: string
}

/** Thrown by services; the frame turns it into `{ error: { code, params } }` with the spec's status. */
export class Refusal extends Error {
  readonly spec: ErrorSpec
  readonly params: Record<string, unknown>
  /** Commit what was written before refusing: a failed sign-in must still be counted. */
  readonly keepsWrites: boolean
  readonly trail: Trail | undefined
  constructor(spec: ErrorSpec, params: Record<string, unknown> = {}, keepsWrites = false, trail?: Trail) {
    super(`${spec.code} ${JSON.stringify(params)}`)
    this.name = 'Refusal'
    this.spec = spec
    this.params = params
    this.keepsWrites = keepsWrites
    this.trail = trail
  }
}

/** Refuses a request: `throw refuse(screeningErrors.alreadyManaged, { name })`. */
export function refuse<P extends z.ZodObject>(
  spec: ErrorSpec<P>,
  ...params: Record<never, never> extends z.input<P> ? [params?: z.input<P>] : [params: z.input<P>]
): Refusal {
  return new Refusal(spec as unknown as ErrorSpec, (params[0] ?? {}) as Record<string, unknown>)
}

/** Refuses, but commits what was written in this transaction (a counted failure, an attempt on record). */
export const refuseAndKeep = (spec: ErrorSpec, params: Record<string, unknown> = {}, trail?: Trail): Refusal =>
  new Refusal(spec, params, true, trail)

/** Errors the frame itself can answer with, on every endpoint. */
export const frameErrors = declareErrors('frame', {
  notSignedIn: { status: 401 },
  wrongPermission: { status: 403, params: z.object({ permission: z.string() }) },
  mustChangePassword: { status: 403 },
  /** 双因素: the code of the authenticator, or its first setting up, is still owed. */
  mustPassFactor: { status: 403 },
  notFound: { status: 404 },
  linkInvalid: { status: 404 },
  malformed: {
    status: 422,
    params: z.object({ issues: z.array(z.object({ path: z.string(), problem: z.string() })) }),
  },
  commandIdMissing: { status: 422 },
  commandIdReused: { status: 409 },
  conflict: { status: 409 },
  /** 已停止采集或冻结: the event is over or about to be destroyed. */
  frozen: { status: 409 },
  tooLarge: { status: 413, params: z.object({ limitMegabytes: z.number() }) },
  tooManyToSort: { status: 422, params: z.object({ most: z.number().int() }) },
  /** 一个码、一个地址来得太多: seconds until there is room again. */
  tooMany: { status: 429, params: z.object({ seconds: z.number().int() }) },
  busy: { status: 503 },
})
