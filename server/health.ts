import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Database } from './db.ts'

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

/** `/healthz`: the process lives. `/readyz`: it can serve (database answers). `/metrics`: Prometheus. */
export function mountHealth(app: FastifyInstance, db: Database, metrics: Metrics): void {
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
  app.get('/metrics', async (_request, reply) => {
    const jobs = await db.pool.query<{ n: number }>("select count(*) as n from job where state = 'waiting' and run_at <= now()")
    waiting.set(jobs.rows[0]?.n ?? 0)
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}
