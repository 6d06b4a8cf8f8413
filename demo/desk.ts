import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../kernel/ctx.ts'
import { toInstant } from '../kernel/dates.ts'
import type { Endpoint, InputOf, OutputOf } from '../kernel/endpoint.ts'
import { transact } from '../server/db.ts'
import type { House } from '../server/main.ts'
import { mounted } from '../server/modules.ts'
import { answer } from '../server/request.ts'

/** A member of staff at work in the demo: calls go through the product's own frame, with its permissions, receipts and audit. */
export interface Desk {
  readonly accountId: string
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>, upload?: { filename: string; bytes: Uint8Array }): Promise<OutputOf<E>>
}

const mountOf = new Map(mounted.map((mount) => [mount.endpoint, mount]))
const device = 'demo'

export function openDesk(house: House, credentials: { cookie?: string; link?: string }, accountId = ''): Desk {
  return {
    accountId,
    async call(endpoint, input, upload) {
      const mount = mountOf.get(endpoint)
      if (!mount) throw new Error(`no endpoint ${endpoint.path}`)
      const result = await answer(house.db, house.frame, mount, {
        input: input as Record<string, unknown>,
        commandId: uuidv7(),
        cookie: credentials.cookie,
        link: credentials.link,
        from: { ip: '127.0.0.1', device },
        ...(upload ? { upload: { filename: upload.filename, contentType: 'application/octet-stream', body: once(upload.bytes) } } : {}),
      })
      return result.output as never
    },
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** A session for an account that does not end while the demo's clock runs through weeks. */
export async function signInForDemo(house: House, accountId: string): Promise<Desk> {
  const token = randomBytes(24).toString('base64url')
  const now = toInstant(house.frame.clock())
  await transact(house.db, wholeTerritory, ({ sql: q }) => q.run(sql`
    insert into session (id, token_index, account_id, created_at, seen_at, device)
    values (${uuidv7()}, ${house.frame.vault.index('token', token)}, ${accountId}, ${now}, '2999-01-01', ${device})`))
  return openDesk(house, { cookie: token }, accountId)
}

/** Those sessions end with the demo. */
export const endDemoSessions = (house: House): Promise<number> =>
  transact(house.db, wholeTerritory, ({ sql: q }) => q.run(sql`delete from session where device = ${device}`))

export const readBytes = (path: string): Uint8Array => readFileSync(path)
