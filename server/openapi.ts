import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { Access, Endpoint } from '../kernel/endpoint.ts'
import { frameErrors } from '../kernel/errors.ts'
import { mounted, type Mounted } from './modules.ts'

type JsonSchema = Record<string, unknown>

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(shape, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as JsonSchema

const accessText = (access: Access): string =>
  typeof access === 'string' ? { signedIn: 'anybody signed in', link: 'holder of a link', public: 'everybody' }[access] : access.permission

/** OpenAPI 3.1, computed from the contracts; there is no second description to go stale. */
export function openApi(): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { name, module, endpoint } of mounted) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    const method = endpoint.kind === 'query' ? 'get' : 'post'
    paths[path] = { ...paths[path], [method]: operation(name, module, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Wangge 网格', version: '0.1.0', description: 'Commands carry an Idempotency-Key header (UUIDv7) and may be replayed.' },
    components: { securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'wangge_session' },
      link: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Link <token>' },
    } },
    paths,
  }
}

function operation(name: string, module: string, endpoint: Endpoint): JsonSchema {
  const input = schemaOf(endpoint.input, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] }
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]))
  const fields = Object.entries(input.properties ?? {})
  const asParameters = endpoint.kind === 'query' || endpoint.upload !== undefined
  return {
    operationId: name,
    tags: [module],
    summary: endpoint.summary,
    description: `For: ${accessText(endpoint.access)}`,
    security: endpoint.access === 'public' ? [] : [endpoint.access === 'link' ? { link: [] } : { session: [] }],
    parameters: [
      ...fields.filter(([field]) => asParameters || inPath.has(field)).map(([field, schema]) => ({
        name: field, in: inPath.has(field) ? 'path' : 'query', required: inPath.has(field) || (input.required ?? []).includes(field), schema,
      })),
      ...(endpoint.kind === 'command' && endpoint.access !== 'public'
        ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }] : []),
    ],
    ...(endpoint.upload ? { requestBody: { content: { 'application/octet-stream': {} } } } : {}),
    ...(endpoint.kind === 'command' && !endpoint.upload ? { requestBody: { content: { 'application/json': { schema: {
      ...input, properties: Object.fromEntries(fields.filter(([field]) => !inPath.has(field))),
      required: (input.required ?? []).filter((field) => !inPath.has(field)),
    } } } } } : {}),
    responses: responses(endpoint),
  }
}

function responses(endpoint: Endpoint): JsonSchema {
  const errors = [...endpoint.errors, frameErrors.malformed, ...(endpoint.access === 'public' ? [] : [frameErrors.notSignedIn]),
    ...(endpoint.access === 'public' || endpoint.access === 'link' ? [frameErrors.tooMany] : [])]
  return {
    200: { description: 'done', content: endpoint.download ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: schemaOf(endpoint.output, 'output') } } },
    ...Object.fromEntries([...groupBy(errors, ({ status }) => status)].map(([status, specs]) => [status, { description: specs.map((s) => s.code).join(', ') }])),
  }
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** The same description for people: one page, no scripts, nothing fetched. */
function docsPage(): string {
  const section = ([module, list]: [string, Mounted[]]) => `<h2>${module}</h2>${list.map(entry).join('')}`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Wangge API</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2326}summary{cursor:pointer;padding:.35rem 0;border-bottom:1px solid #e6e4df}
pre{background:#f6f5f2;padding:1rem;overflow:auto;font-size:13px}small{color:#5a6468}b{display:inline-block;width:3rem;color:#0f6b74}</style>
<h1>Wangge API</h1><p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Commands (POST) carry an <code>Idempotency-Key</code> (UUIDv7) and may be sent again with one effect.</p>
${[...groupBy(mounted, ({ module }) => module)].map(section).join('')}</html>`
}

function entry({ name, endpoint }: Mounted): string {
  const errors = endpoint.errors.map(({ status, code }) => ` · ${status} ${escape(code)}`).join('')
  const shape = (of: z.ZodType, io: 'input' | 'output') => escape(JSON.stringify(schemaOf(of, io), null, 1))
  return `<details><summary><b>${endpoint.kind === 'query' ? 'GET' : 'POST'}</b> <code>/api${escape(endpoint.path)}</code> ${escape(endpoint.summary)}
    <small>${escape(accessText(endpoint.access))}</small></summary><p><code>${name}</code>${errors}</p>
    <h4>in</h4><pre>${shape(endpoint.input, 'input')}</pre>
    <h4>out</h4><pre>${endpoint.download ? 'a file' : shape(endpoint.output, 'output')}</pre></details>`
}

/** Some hundreds of shapes take a second of the one thread: anybody could ask for it again and again. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

export function mountDocs(app: FastifyInstance): void {
  const [description, page] = [once(openApi), once(docsPage)]
  app.get('/api/openapi.json', () => description())
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page()))
}
