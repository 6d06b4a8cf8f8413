import { uuidv7 } from 'uuidv7'
import { fillPath, type Endpoint, type InputOf, type OutputOf } from '../kernel/endpoint.ts'
import { SESSION_COOKIE } from '../server/session.ts'
import { testApp } from './app.ts'

export interface Response { status: number; body: unknown; headers: Record<string, unknown>; raw: Buffer }
export interface Refused { status: number; code: string; params: Record<string, unknown> }

export class CallFailed extends Error {
  readonly status: number
  readonly code: string
  readonly params: Record<string, unknown>
  constructor(endpoint: Endpoint, refused: Refused) {
    super(`${endpoint.path} → ${refused.status} ${refused.code} ${JSON.stringify(refused.params)}`)
    this.status = refused.status
    this.code = refused.code
    this.params = refused.params
  }
}

interface Options { commandId?: string; recorded?: { phoneAt: string; clockOff: number; by?: string }; upload?: { filename: string; bytes: Uint8Array; contentType?: string } }

/** Somebody calling through the real HTTP layer: a signed-in account, a link, or nobody. */
export class Caller {
  readonly credentials: { cookie?: string; link?: string }
  readonly accountId: string
  constructor(credentials: { cookie?: string; link?: string } = {}, accountId = '') {
    this.credentials = credentials
    this.accountId = accountId
  }

  async send(endpoint: Endpoint, input: Record<string, unknown>, options: Options = {}): Promise<Response> {
    const { app } = await testApp()
    const { path, rest } = fillPath(endpoint.path, input)
    const asQuery = endpoint.kind === 'query' || options.upload !== undefined
    const headers: Record<string, string> = {
      ...(this.credentials.link ? { authorization: `Link ${this.credentials.link}` } : {}),
      ...(this.credentials.cookie ? { cookie: `${SESSION_COOKIE}=${this.credentials.cookie}` } : {}),
      ...(options.recorded ? { 'x-recorded': [options.recorded.phoneAt, options.recorded.clockOff, ...(options.recorded.by ? [options.recorded.by] : [])].join(';') } : {}),
      ...(endpoint.kind === 'command' ? { 'idempotency-key': options.commandId ?? uuidv7() } : {}),
      ...(options.upload ? { 'content-type': options.upload.contentType ?? 'application/octet-stream', 'x-filename': encodeURIComponent(options.upload.filename) } : {}),
    }
    const response = await app.inject({
      method: endpoint.kind === 'query' ? 'GET' : 'POST',
      url: `/api${path}${asQuery ? queryOf(rest) : ''}`,
      headers,
      ...(options.upload ? { payload: Buffer.from(options.upload.bytes) } : endpoint.kind === 'command' ? { payload: rest } : {}),
    })
    const isJson = String(response.headers['content-type']).includes('json')
    return { status: response.statusCode, body: isJson ? response.json() : undefined, headers: response.headers, raw: response.rawPayload }
  }

  /** The declared output; throws CallFailed otherwise. */
  async call<E extends Endpoint>(endpoint: E, input: InputOf<E>, options: Options = {}): Promise<OutputOf<E>> {
    const response = await this.send(endpoint, input as Record<string, unknown>, options)
    if (response.status !== 200) throw new CallFailed(endpoint, refusedOf(response))
    return response.body as OutputOf<E>
  }

  /** A downloaded file. */
  async download<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<{ filename: string; bytes: Buffer }> {
    const response = await this.send(endpoint, input as Record<string, unknown>)
    if (response.status !== 200) throw new CallFailed(endpoint, refusedOf(response))
    const name = /filename\*=UTF-8''(.+)$/.exec(String(response.headers['content-disposition']))?.[1] ?? ''
    return { filename: decodeURIComponent(name), bytes: response.raw }
  }

  /** The refusal; throws when the call went through. */
  async refused<E extends Endpoint>(endpoint: E, input: InputOf<E>, options: Options = {}): Promise<Refused> {
    const response = await this.send(endpoint, input as Record<string, unknown>, options)
    if (response.status === 200) throw new Error(`${endpoint.path} was expected to refuse, but went through`)
    return refusedOf(response)
  }
}

function refusedOf(response: Response): Refused {
  const { error } = (response.body ?? {}) as { error?: { code: string; params?: Record<string, unknown> } }
  return { status: response.status, code: error?.code ?? '', params: error?.params ?? {} }
}

function queryOf(rest: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}
