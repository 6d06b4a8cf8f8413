import { uuidv7 } from 'uuidv7'
import type * as z from 'zod'
import { fillPath } from '../kernel/endpoint.ts'
import { currentLink } from './link.ts'

/** What the client needs of a contract's endpoint. */
export interface Asked<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly path: string
  readonly input: I
  readonly output: O
}

/** A refusal of the server, or `frame.offline` with status 0 when it could not be reached. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly params: Record<string, unknown>
  constructor(status: number, code: string, params: Record<string, unknown> = {}) {
    super(code)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.params = params
  }
}

/** A fresh id for one submission; keep it while the same submission is tried again. */
export const newCommandId = (): string => uuidv7()

let onSignedOut: (() => void) | undefined
/** What to do when the session is gone (401). A 403 never signs out. */
export const whenSignedOut = (act: () => void): void => { onSignedOut = act }

/** Query string: arrays as repeated keys, absent and empty values left out. */
export function toQueryString(input: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

interface Sent {
  commandId?: string
  /** On endpoints that take a file: the raw body. */
  file?: File
  signal?: AbortSignal
  /** Of a record that waited on a phone: its clock as it stood, the seconds the server was ahead of it, and whose it is. */
  recorded?: { phoneAt: string; clockOff: number; by: string }
  /** Of a download: how many bytes have come in so far, of about how many where the server can tell. */
  onBytes?: (bytes: number, expected: number | undefined) => void
}

/** Calls an endpoint and gives its output; `ask(api.getPerson, { personId })`. */
export async function ask<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Asked<I, O>, input: z.input<I>, sent: Sent = {},
): Promise<z.output<O>> {
  const response = await send(endpoint, input as Record<string, unknown>, sent)
  return (await response.json().catch(outOfReach)) as z.output<O>
}

/** Fetches a file and hands it to the browser under the server's name. */
export async function download<I extends z.ZodObject>(
  endpoint: Asked<I>, input: z.input<I>, sent: Sent = {},
): Promise<void> {
  const response = await send(endpoint, input as Record<string, unknown>, sent)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  saveAs(await bodyOf(response, sent.onBytes), named ? decodeURIComponent(named) : 'file')
}

async function bodyOf(response: Response, onBytes: Sent['onBytes']): Promise<Blob> {
  if (!onBytes || !response.body) return response.blob()
  const reader = response.body.getReader()
  const parts: BlobPart[] = []
  const expected = Number(response.headers.get('x-expected-bytes')) || undefined
  let bytes = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    bytes += next.value.length
    onBytes(bytes, expected)
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' })
}

export function saveAs(blob: Blob, filename: string): void {
  const address = URL.createObjectURL(blob)
  const anchor = Object.assign(document.createElement('a'), { href: address, download: filename })
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

async function send(endpoint: Asked, input: Record<string, unknown>, sent: Sent): Promise<Response> {
  const { path, rest } = fillPath(endpoint.path, input)
  const inQuery = endpoint.kind === 'query' || sent.file !== undefined
  const link = currentLink()
  const headers: Record<string, string> = { 'X-Wangge': '1' }
  if (link) headers['Authorization'] = `Link ${link}`
  if (endpoint.kind === 'command') headers['Idempotency-Key'] = sent.commandId ?? newCommandId()
  if (sent.recorded) headers['X-Recorded'] = `${sent.recorded.phoneAt};${sent.recorded.clockOff};${sent.recorded.by}`
  if (sent.file) {
    headers['content-type'] = sent.file.type || 'application/octet-stream'
    headers['x-filename'] = encodeURIComponent(sent.file.name)
  } else if (!inQuery) headers['content-type'] = 'application/json'
  const init: RequestInit = {
    method: endpoint.kind === 'query' ? 'GET' : 'POST', headers, credentials: 'same-origin',
    ...(sent.signal ? { signal: sent.signal } : patienceMs === undefined ? {} : { signal: AbortSignal.timeout(patienceMs) }),
    ...(sent.file ? { body: sent.file } : inQuery ? {} : { body: JSON.stringify(rest) }),
  }
  const response = await reach(`/api${path}${inQuery ? toQueryString(rest) : ''}`, init)
  if (response.ok) return response
  throw await refusalOf(response)
}

/** The one question a page asked before the program was there (mobile/shell/plugin.ts); taken once. */
function early(address: string): Promise<Response> | undefined {
  const here = globalThis as { wanggeEarly?: Promise<Response> | undefined }
  if (address !== '/api/link' || !here.wanggeEarly) return undefined
  const asked = here.wanggeEarly
  here.wanggeEarly = undefined
  return asked
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await (early(address) ?? fetch(address, init))
  } catch (error) {
    return outOfReach(error)
  }
}

/** Broken off on the way, waited for too long, or answered by something that is not us; who broke it off themselves knows. */
function outOfReach(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw new ApiError(0, 'frame.offline')
}

let patienceMs: number | undefined
/** How long a question may take with its answer; without, as long as the browser waits. */
export const beImpatient = (ms: number): void => { patienceMs = ms }

async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const { code = 'frame.failed', params = {} } =
    (body as { error?: { code?: string; params?: Record<string, unknown> } } | undefined)?.error ?? {}
  if (response.status === 401) onSignedOut?.()
  return new ApiError(response.status, code, params)
}
