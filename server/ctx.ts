import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import type { Actor, Ctx, Files, Runner, Settings, Sql, Upload, Vault } from '../kernel/ctx.ts'
import { dayOf, toInstant } from '../kernel/dates.ts'
import { auditLine } from './audit.ts'
import { transact, type Database } from './db.ts'
import { passwords } from './passwords.ts'
import { inPlaceOf } from './receipts.ts'
import type { Rush } from './rush.ts'

/** What the whole process shares; made once in main (or by a test with a fixed clock). */
export interface Frame {
  readonly db: Database
  readonly clock: () => Date
  readonly vault: Vault
  readonly files: Files
  readonly settings: Settings
  /** Called after a transaction that queued work has committed. */
  readonly wakeJobs: () => void
  readonly rush: Rush
}

export function makeCtx(
  frame: Frame, db: Sql, actor: Actor, now: string,
  extra: { from?: Ctx['from']; upload?: Upload | undefined; onEnqueue?: () => void; passwords?: Ctx['passwords'] } = {},
): Ctx {
  const newId = () => uuidv7()
  return {
    sql: db,
    actor,
    now,
    today: dayOf(now),
    newId,
    newToken: () => randomBytes(32).toString('base64url'),
    vault: frame.vault,
    runner: runnerFor(frame, actor),
    passwords: extra.passwords ?? passwords,
    files: frame.files,
    settings: frame.settings,
    from: extra.from ?? { ip: '', device: '' },
    ...(extra.upload ? { upload: extra.upload } : {}),
    inPlaceOf: (command, run) => inPlaceOf(db, frame.vault, now, command, run),
    async trail({ does, ...line }) {
      await db.run(auditLine({ id: newId(), at: now, actor, endpoint: does, from: { ip: '', device: '' }, ...line }))
    },
    async enqueue(job, payload, runAt) {
      await db.run(sql`insert into job (id, name, payload, actor, run_at)
        values (${newId()}, ${job}, ${JSON.stringify(payload)}::jsonb, ${JSON.stringify(actor)}::jsonb, ${runAt ?? now})`)
      extra.onEnqueue?.()
    },
  }
}

/** Short transactions in an actor's territory, outside any request. */
export const runnerFor = (frame: Frame, actor: Actor): Runner => ({
  actor,
  patienceMs: frame.db.engine === 'embedded' ? 60 : 200,
  tx: (work) => {
    const now = toInstant(frame.clock())
    return transact(frame.db, actor.scope, ({ sql: q }) => work(makeCtx(frame, q, actor, now)), { now })
  },
})
