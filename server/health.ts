import { timingSafeEqual } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Database } from './db.ts'
import { isThisMachine } from './strangers.ts'

export interface Metrics {
  registry: Registry
  observe(method: string, route: string, status: number, ms: number): void
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'wangge_request_seconds', help: 'Requests by route and status', labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5], registers: [registry],
  })
  return { registry, observe: (method, route, status, ms) => requests.observe({ method, route, status }, ms / 1000) }
}

/** `/healthz`: the process lives. `/readyz`: it can serve (database answers). `/metrics`: Prometheus, for this machine or whoever has the token. */
export function mountHealth(app: FastifyInstance, db: Database, metrics: Metrics, metricsToken: string | undefined): void {
  const waiting = new Gauge({ name: 'wangge_jobs_waiting', help: 'Jobs due and not done', registers: [metrics.registry] })
  const lag = monitorEventLoopDelay()
  lag.enable()
  app.addHook('onClose', async () => { lag.disable() })
  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await db.pool.query('select 1')
      return { ok: true, engine: db.engine, eventLoopLagMs: Math.round(lag.mean / 1e6) }
    } catch {
      return reply.code(503).send({ ok: false })
    }
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayMeasure(request, metricsToken)) return reply.code(403).send({ ok: false })
    const jobs = await db.pool.query<{ n: number }>("select count(*) as n from job where state = 'waiting' and run_at <= now()")
    waiting.set(jobs.rows[0]?.n ?? 0)
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

/** How many call what, how often in vain and how busy the house is are nobody's business outside. */
function mayMeasure({ ip, headers: { authorization = '' } }: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return isThisMachine(ip)
  const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
