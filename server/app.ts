import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import cookies from '@fastify/cookie'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { frameErrors, Refusal } from '../kernel/errors.ts'
import type { FileReply } from '../kernel/endpoint.ts'
import type { Frame } from './ctx.ts'
import type { Database } from './db.ts'
import { mountHealth, createMetrics } from './health.ts'
import { full, Full } from './lane.ts'
import { isFileReply, mounted, type Mounted } from './modules.ts'
import { mountDocs } from './openapi.ts'
import { answer, type Call } from './request.ts'
import { SESSION_COOKIE } from './session.ts'
import { limitStrangers, linkIn } from './strangers.ts'
import { takeTurns } from './turns.ts'
import { createCallers, gather, type Together } from './together.ts'
import { mountWeb } from './web.ts'

export interface AppOptions {
  db: Database
  frame: Frame
  /** The built clients; without them only the API is served. */
  webDir?: string
  secureCookies?: boolean
  logLevel?: string
  metricsToken?: string | undefined
  proxy?: string | undefined
  about: () => Record<string, unknown> | Promise<Record<string, unknown>>
}

const MEGABYTE = 1024 * 1024
const JSON_MEGABYTES = 10
const KEEP_ALIVE_MS = 72_000

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const gathered = new Map<string, Together>()
  const metrics = createMetrics()
  const app = Fastify({
    // An upload over a slow line may take as long as it takes.
    serverFactory: (handle) => createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0 }, (request, response) => {
      if (!turnedAway(gathered, request, response)) return handle(request, response)
      options.frame.rush.turnedAway()
      metrics.observe('POST', request.url ?? '', frameErrors.busy.status, 0)
    }),
    // Neither addresses with their query nor bodies are logged: they carry names.
    logger: { level: options.logLevel ?? 'silent', serializers: { req: () => ({}), res: () => ({}) } },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_MEGABYTES * MEGABYTE,
    trustProxy: options.proxy === undefined ? 'loopback' : `loopback, ${options.proxy}`,
    routerOptions: { maxParamLength: 400 },
  })
  await app.register(cookies)
  await mountWeb(app, options.webDir)
  app.addContentTypeParser('*', asItComes)
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply))
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime)
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  const callers = createCallers(options.db, options.frame)
  const limits = limitStrangers()
  for (const mount of mounted) {
    if (mount.endpoint.together) {
      const together = gather(options.db, options.frame, mount, callers)
      gathered.set(`/api${mount.endpoint.path}`, together)
      mountTogether(app, together, mount)
    } else if (mount.endpoint.inTurn) {
      const { inTurn } = mount.endpoint
      await app.register(async (scope) => {
        takeTurns(scope, inTurn)
        mountEndpoint(scope, options, mount, limits)
      })
    } else if (mount.endpoint.upload) {
      await app.register(async (scope) => {
        // Whatever it says it is: what Fastify reads by itself is in memory before anybody is asked who they are.
        scope.removeAllContentTypeParsers()
        scope.addContentTypeParser('*', asItComes)
        mountEndpoint(scope, options, mount, limits)
      })
    } else mountEndpoint(app, options, mount, limits, mount.module === 'accounts' && mount.endpoint.kind === 'command' ? callers.forget : undefined)
  }
  app.get('/api/about', () => options.about())
  mountHealth(app, options.db, metrics, options.metricsToken)
  mountDocs(app)
  return app
}

const asItComes = (_request: FastifyRequest, payload: IncomingMessage, done: (error: null, body: IncomingMessage) => void): void => done(null, payload)

function mountEndpoint(app: FastifyInstance, options: AppOptions, mount: Mounted, limits: ReturnType<typeof limitStrangers>, afterwards?: () => void): void {
  const { endpoint } = mount
  app.route({
    ...limits(endpoint),
    method: endpoint.kind === 'query' ? 'GET' : 'POST',
    url: `/api${endpoint.path}`,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const result = await answer(options.db, options.frame, mount, readCall(request, endpoint.upload !== undefined))
      afterwards?.()
      if (result.replayed) reply.header('x-replayed', '1')
      if (isFileReply(result.output) && endpoint.download) return sendFile(reply, result.output)
      return moveSessionToken(reply, mount.name, result.output, options.secureCookies ?? false)
    },
  })
}

function mountTogether(app: FastifyInstance, { answer: answerOne }: Together, { endpoint }: Mounted): void {
  app.route({
    method: 'POST',
    url: `/api${endpoint.path}`,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return answerOne(readCall(request, false))
    },
  })
}

const BUSY = JSON.stringify({ error: { code: frameErrors.busy.code, params: {} } })
const BUSY_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'content-length': BUSY.length, 'cache-control': 'no-store', 'retry-after': String(full.retrySeconds) }
/** Before anything of it is read, where more wait than can be served in time: that costs next to nothing, and the others go on. */
function turnedAway(gathered: ReadonlyMap<string, Together>, request: IncomingMessage, response: ServerResponse): boolean {
  if (!gathered.get(request.url ?? '')?.full) return false
  response.writeHead(frameErrors.busy.status, BUSY_HEADERS)
  response.end(BUSY)
  return true
}

function readCall(request: FastifyRequest, uploads: boolean): Call {
  const body = !uploads && typeof request.body === 'object' && request.body !== null && !(request.body instanceof Readable)
    ? (request.body as Record<string, unknown>) : {}
  const key = request.headers['idempotency-key']
  return {
    // A command's input is its body alone: another site's form can make an address, but no such body.
    input: { ...(uploads || request.method === 'GET' ? (request.query as object) : {}), ...body, ...(request.params as object) },
    commandId: typeof key === 'string' ? key : undefined,
    cookie: request.cookies[SESSION_COOKIE],
    link: linkIn(request),
    from: { ip: request.ip, device: String(request.headers['user-agent'] ?? '').slice(0, 200) },
    ...recordedOf(request.headers['x-recorded']),
    ...(uploads && request.body instanceof Readable
      ? { upload: {
          filename: decoded(String(request.headers['x-filename'] ?? 'file')),
          contentType: String(request.headers['content-type'] ?? ''),
          announcedBytes: Number(request.headers['content-length'] ?? 0),
          // Left open when we stop reading, or the caller would meet a broken line instead of our words.
          body: request.body.iterator({ destroyOnReturn: false }),
        } }
      : {}),
  }
}

/** A name that cannot be read as it should be is taken as it came. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** `2020-02-26T06:05:00.000Z;-37`, of a record that waited on a phone, and whose it is. */
function recordedOf(header: unknown): Pick<Call, 'recorded' | 'recordedBy'> {
  const [, phoneAt, clockOff, by] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z);(-?\d{1,12})(?:;([\da-f-]{36}))?$/.exec(String(header ?? '')) ?? []
  return phoneAt === undefined ? {} : { recorded: { phoneAt, clockOff: Number(clockOff) }, ...(by ? { recordedBy: by } : {}) }
}

/** The session token travels only in an httpOnly cookie; the body keeps an empty string in its place. */
function moveSessionToken(reply: FastifyReply, name: string, output: unknown, secure: boolean): unknown {
  if (name === 'accounts.signOut') reply.clearCookie(SESSION_COOKIE, { path: '/' })
  if (name !== 'accounts.signIn' || typeof output !== 'object' || output === null) return output
  const { sessionToken, ...rest } = output as { sessionToken: string }
  reply.setCookie(SESSION_COOKIE, sessionToken, { path: '/', httpOnly: true, sameSite: 'strict', secure })
  return { ...rest, sessionToken: '' }
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  reply.header('content-type', file.contentType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`)
  if (file.expectedBytes !== undefined) reply.header('x-expected-bytes', Math.round(file.expectedBytes))
  const { body } = file
  return reply.send(typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body as never) : Readable.from(body))
}

const byDatabaseCode: Record<string, keyof typeof frameErrors> = {
  // a row outside the caller's territory, a double, a row that something still hangs on
  42501: 'notFound', 23505: 'conflict', 23503: 'conflict',
  // the guard of what an event has closed (migration 0035)
  WG001: 'frozen',
  // the database is away or about to go: whoever asks again in a moment is answered
  ECONNREFUSED: 'busy', ECONNRESET: 'busy', EPIPE: 'busy', '57P01': 'busy', '57P02': 'busy', '57P03': 'busy',
}
/** A connection that broke while it was used says so in words alone. */
const codeOf = ({ code = '', message = '' }: { code?: string; message?: string }): string => (/Connection terminated|connection error and is not queryable/.test(message) ? 'ECONNRESET' : code)

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) {
    return reply.code(error.spec.status).send({ error: { code: error.spec.code, params: error.params } })
  }
  if (error instanceof Full) {
    return reply.code(frameErrors.busy.status).header('retry-after', error.retrySeconds).send({ error: { code: frameErrors.busy.code, params: {} } })
  }
  const { statusCode, message } = error as { statusCode?: number; message?: string }
  const code = codeOf(error as { code?: string; message?: string })
  const spec = code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? frameErrors.tooLarge : frameErrors[byDatabaseCode[code] ?? 'busy']
  if (byDatabaseCode[code]) request.log.warn({ code, route: request.routeOptions.url }, message)
  if (byDatabaseCode[code] || code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    if (spec === frameErrors.busy) reply.header('retry-after', full.retrySeconds)
    return reply.code(spec.status).send({ error: { code: spec.code, params: { limitMegabytes: Math.round((request.routeOptions.bodyLimit / MEGABYTE) * 100) / 100 } } })
  }
  if (statusCode !== undefined && statusCode < 500) {
    return reply.code(422).send({ error: { code: frameErrors.malformed.code, params: { issues: [{ path: '', problem: code }] } } })
  }
  request.log.error({ route: request.routeOptions.url, stack: (error as Error).stack }, 'failed')
  return reply.code(500).send({ error: { code: 'frame.failed', params: { requestId: request.id } } })
}
