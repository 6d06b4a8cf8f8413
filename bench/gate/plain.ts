import Fastify from 'fastify'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/db.ts'

/** `bench plain`, started by the gate's bench: the same row into the same table by one prepared INSERT a request, over a pool like the server's, with nothing proven and nothing decided. */
export async function main(): Promise<void> {
  const config = readConfig()
  const { pool, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  const paths = new Map((await pool.query<{ id: string; area_path: string }>('select id, area_path from gate')).rows.map((g) => [g.id, g.area_path]))
  const app = Fastify()
  app.post('/', async (request) => {
    const r = request.body as { eventId: string; gateId: string; direction: string; temperature: number }
    const now = new Date().toISOString()
    await pool.query({
      name: 'plain',
      text: `insert into passage_event (id, gate_id, area_path, at, received_at, direction, subject, subject_key, identity, temperature, persons, outcome, decided, step, reason, counted, differs)
        values ($1::uuid, $2, $3, $4, $4, $5, 'household', $1::uuid::text, 'same', $6, 1, 'allow', 'allow', 'done', '{}', true, false)`,
      values: [r.eventId, r.gateId, paths.get(r.gateId), now, r.direction, r.temperature],
    })
    return { kept: true }
  })
  await app.listen({ host: config.host, port: config.port })
  process.once('SIGTERM', () => void app.close().then(close))
  console.log('ready')
}
