import { createHash } from 'node:crypto'
import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import { instantAt } from '../../kernel/dates.ts'
import type { ParsedInputOf, Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import type { auditApi } from './contract.ts'
import { firstBroken, type Link } from './rules.ts'
import * as store from './store.ts'
import type { AuditLinkRow } from './tables.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** One answer stays under a second; the reader asks on from `lastNo` until `complete`. */
const MOST_AT_ONCE = 20_000
const BATCH = 2_000

async function listAuditEvents(ctx: Ctx, input: ParsedInputOf<(typeof auditApi)['listAuditEvents']>) {
  const { accountId, subject, act, endpoint, day, limit } = input
  const rows = await store.listEvents(ctx.sql, {
    scope: ctx.actor.scope, accountId, subject, act, endpoint, limit, desc: readOrder(input.order, '-at').desc, after: readKey(input.after, 2),
    between: day === undefined ? undefined : { from: instantAt(day, '00:00'), to: instantAt(day, '24:00') },
  })
  return toWalkedPage(rows, limit)
}

const toLink = ({ no, eventId, hash, found, ...event }: AuditLinkRow): Link => ({
  no, eventId, hash, event: found === null ? undefined : event,
})

async function auditChainState(ctx: Ctx, input: ParsedInputOf<(typeof auditApi)['auditChainState']>) {
  const start = (input.fromNo > 0 ? await store.findLink(ctx.sql, input.fromNo) : undefined) ?? { no: 0, hash: '' }
  let last = start
  let complete = false
  while (!complete && last.no - start.no < MOST_AT_ONCE) {
    const rows = await store.listLinks(ctx.sql, last.no, BATCH)
    const broken = firstBroken(sha256, rows.map(toLink), last)
    if (broken) {
      const good = rows.filter((row) => row.no < broken.no).at(-1) ?? last
      return { ...(await stateAt(ctx, start.no, good)), complete: true, broken: withEvent(broken, rows) }
    }
    const end = rows.at(-1)
    if (end) last = { no: end.no, hash: end.hash }
    complete = rows.length < BATCH
  }
  return { ...(await stateAt(ctx, start.no, last)), complete, broken: null }
}

/** The newest links, quickly enough for every look at the auditor's Today; undefined when they hold. The whole chain is verified on its own page. */
export async function recentlyBroken(ctx: Ctx): Promise<{ no: number } | undefined> {
  const newest = await store.lastLinkNo(ctx.sql)
  const start = (await store.findLink(ctx.sql, Math.max(0, newest - BATCH))) ?? { no: 0, hash: '' }
  const rows = await store.listLinks(ctx.sql, start.no, BATCH)
  return firstBroken(sha256, rows.map(toLink), start)
}

const stateAt = async (ctx: Ctx, startNo: number, last: { no: number; hash: string }) => ({
  verified: last.no - startNo, lastNo: last.no, lastHash: last.hash,
  waiting: await store.countWaiting(ctx.sql),
})

function withEvent(broken: NonNullable<ReturnType<typeof firstBroken>>, rows: AuditLinkRow[]) {
  const row = rows.find((r) => r.no === broken.no)
  return { ...broken, at: row?.at ?? null, accountName: row?.accountName ?? null, endpoint: row?.endpoint ?? null }
}

export const auditService: Service<typeof auditApi, Ctx> = { listAuditEvents, auditChainState }
export const auditJobs: Jobs = {}
