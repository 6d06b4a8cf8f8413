import { createHash } from 'node:crypto'
import type { Ctx, Job } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { auditErrors, type auditApi, type ChainCheck } from '../contract.ts'
import { firstBroken, type Link } from '../rules.ts'
import * as store from '../store.ts'
import type { AuditLinkRow } from '../tables.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** One answer stays under a second; the reader asks on from `lastNo` until `complete`. */
const MOST_AT_ONCE = 20_000
const BATCH = 2_000
const CHECKS_SHOWN = 10

const toLink = ({ no, eventId, hash, found, ...event }: AuditLinkRow): Link => ({
  no, eventId, hash, event: found === null ? undefined : event,
})

export async function auditChainState(ctx: Ctx, input: ParsedInputOf<(typeof auditApi)['auditChainState']>) {
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

const toCheck = ({ lastHash: _hash, ...row }: store.CheckRow): ChainCheck => row

export const chainChecks = async (ctx: Ctx) => ({ items: (await store.listChecks(ctx.sql, CHECKS_SHOWN)).map(toCheck) })

/** 立即校验: the whole chain from its first link, in the background; one at a time. */
export async function verifyChain(ctx: Ctx): Promise<ChainCheck> {
  const [last] = await store.listChecks(ctx.sql, 1)
  if (last?.state === 'running') throw refuse(auditErrors.checkRunning)
  const id = ctx.newId()
  await store.insertCheck(ctx.sql, { id, at: ctx.now, byName: ctx.actor.kind === 'staff' ? ctx.actor.name : null, total: await store.lastLinkNo(ctx.sql) })
  await ctx.enqueue('audit.verify', { checkId: id })
  return toCheck(await store.getCheck(ctx.sql, id))
}

/** One stretch of links; true while there are more. A run that was broken off goes on where it stood. */
async function verifyOn(ctx: Ctx, checkId: string): Promise<boolean> {
  const check = await store.getCheck(ctx.sql, checkId)
  if (check.state !== 'running') return false
  const from = { no: check.verified, hash: check.lastHash }
  const rows = await store.listLinks(ctx.sql, from.no, BATCH)
  const broken = firstBroken(sha256, rows.map(toLink), from)
  const end = broken ? rows.filter((row) => row.no < broken.no).at(-1) : rows.at(-1)
  const state = broken ? 'broken' : rows.length < BATCH ? 'good' : 'running'
  await store.advanceCheck(ctx.sql, {
    id: check.id, state, verified: end?.no ?? from.no, lastHash: end?.hash ?? from.hash,
    broken: broken ? withEvent(broken, rows) : null, endedAt: state === 'running' ? null : ctx.now,
  })
  return state === 'running'
}

export const verifyJob: Job = {
  long: true,
  async run(runner, { checkId }) {
    while (await runner.tx((ctx) => verifyOn(ctx, String(checkId)))) { /* stretch by stretch, so that others get their turn */ }
  },
}

/** 每夜自动校验 */
export const nightlyJob: Job = {
  everyMinutes: 24 * 60,
  async run(runner) {
    await runner.tx(async (ctx) => { if ((await store.listChecks(ctx.sql, 1))[0]?.state !== 'running') await verifyChain(ctx) })
  },
}
