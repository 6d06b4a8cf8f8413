import { finished } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { full, openLane } from './lane.ts'

/** So many bodies may wait to be read; whoever comes then is told to come again before theirs is taken in. */
const WAITING = 500
/** And so much of them altogether, whoever sent it: 500 with the day of a phone are some 45 MB, 500 of the largest that may be sent would be 5 GB. */
const WAITING_BYTES = 64 * 1024 * 1024
/** Nor once one of them has waited so long: a phone sends again by itself. */
const PATIENCE_MS = 10_000

/**
 * What comes with hundreds of records, from many phones in the same minute (`inTurn`): so many at a time are read and answered. A body that waits is
 * as it came, and a slow line keeps nobody waiting; taken apart at once, those of a thousand phones were 1.5 GB.
 */
export function takeTurns(scope: FastifyInstance, abreast: number, { waiting = WAITING, waitingBytes = WAITING_BYTES } = {}): void {
  const lane = openLane<() => Promise<void>, void>({
    batch: 1, most: waiting, abreast, patienceMs: PATIENCE_MS, clock: () => performance.now(),
    flush: (turns) => Promise.all(turns.map((turn) => turn())),
  })
  const read = scope.getDefaultJsonParser('error', 'error')
  scope.removeContentTypeParser('application/json')
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  let held = 0
  scope.addHook('onRequest', async () => {
    if (lane.full || held >= waitingBytes) throw full
  })
  scope.addHook('preValidation', async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body.length : 0
    if (held + bytes > waitingBytes) throw full
    held += bytes
    finished(reply.raw, () => { held -= bytes })
    await new Promise<void>((begin, fail) => {
      const turn = () => new Promise<void>((end) => {
        finished(reply.raw, () => end())
        // Who has hung up meanwhile sends again.
        if (reply.raw.destroyed) fail(full)
        else begin()
      })
      lane.put(turn).catch(fail)
    })
    request.body = await taken(request)
  })

  const taken = (request: FastifyRequest) => new Promise<unknown>((done, fail) => {
    void read(request, Buffer.isBuffer(request.body) ? request.body.toString() : '', (error, value) => (error ? fail(error) : done(value)))
  })
}
