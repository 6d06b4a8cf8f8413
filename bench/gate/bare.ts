import { createServer } from 'node:http'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/db.ts'
import { openLane } from '../../server/lane.ts'

interface Row { eventId: string; gateId: string; direction: string; temperature: number }

/**
 * `bench bare`, started by the gate's bench: how far this runtime reaches on this machine. The same rows go into the same table, gathered as the
 * service gathers them; but nobody is asked who they are, nothing is proven, decided or told in a trail, and there is no framework.
 */
export async function main(): Promise<void> {
  const config = readConfig()
  const { pool, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  const paths = new Map((await pool.query<{ id: string; area_path: string }>('select id, area_path from gate')).rows.map((g) => [g.id, g.area_path]))
  async function keep(rows: readonly Row[]): Promise<readonly Row[]> {
    const at = new Date().toISOString()
    const events = rows.map((r) => ({
      id: r.eventId, gate_id: r.gateId, area_path: paths.get(r.gateId), at, received_at: at, direction: r.direction, subject: 'household', subject_key: r.eventId, identity: 'same', temperature: r.temperature,
      companions: [], persons: 1, outcome: 'allow', decided: 'allow', step: 'done', reason: {}, warnings: [], counted: true, differs: false,
    }))
    await pool.query({ name: 'bare', text: 'insert into passage_event select r.* from json_populate_recordset(null::passage_event, $1::json) r', values: [JSON.stringify(events)] })
    return rows
  }
  const lane = openLane<Row, Row>({ flush: keep, batch: 30, most: 150, abreast: 2, patienceMs: 100, clock: () => performance.now() })
  const KEPT = '{"kept":true}'
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Row & { items?: Row[] }
      const answer = (status: number) => response.writeHead(status, { 'content-type': 'application/json', 'content-length': KEPT.length }).end(KEPT)
      ;(body.items ? keep(body.items) : lane.put(body)).then(() => answer(200), () => answer(503))
    })
  })
  server.listen({ host: config.host, port: config.port })
  process.once('SIGTERM', () => {
    server.closeAllConnections()
    server.close(() => void close())
  })
  console.log('ready')
}
