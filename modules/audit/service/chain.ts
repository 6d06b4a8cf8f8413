import { createHash } from 'node:crypto'
import type { Ctx, Job, Sql } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { auditErrors, type auditApi, type BrokenLink, type ChainCheck } from '../contract.ts'
import { firstBroken, type Broken, type Link } from '../rules.ts'
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
  let stretch: Stretch = { last: start, broken: null, complete: false }
  while (!stretch.complete && stretch.last.no - start.no < MOST_AT_ONCE) stretch = await verifyStretch(ctx.sql, stretch.last)
  const { last, broken, complete } = stretch
  return { verified: last.no - start.no, lastNo: last.no, lastHash: last.hash, waiting: await store.countWaiting(ctx.sql), complete, broken }
}

interface Stretch {
  /** The last link that holds. */
  last: { no: number; hash: string }
  broken: BrokenLink | null
  complete: boolean
}

/** Some links after one that holds; where the chain ends, also whether an event stands outside it. */
export async function verifyStretch(db: Sql, from: Stretch['last']): Promise<Stretch> {
  const rows = await store.listLinks(db, from.no, BATCH)
  const broken = firstBroken(sha256, rows.map(toLink), from)
  const end = broken ? rows.filter((row) => row.no < broken.no).at(-1) : rows.at(-1)
  const last = end ? { no: end.no, hash: end.hash } : from
  if (broken) return { last, broken: withEvent(broken, rows), complete: true }
  if (rows.length === BATCH) return { last, broken: null, complete: false }
  const outside = await store.findOutside(db)
  return { last, broken: outside ? { no: last.no, kind: 'outside', ...outside } : null, complete: true }
}

/** The newest links, quickly enough for every look at the auditor's Today; undefined when they hold. The whole chain is verified on its own page. */
export async function recentlyBroken(ctx: Ctx): Promise<{ no: number } | undefined> {
  const newest = await store.lastLinkNo(ctx.sql)
  const start = (await store.findLink(ctx.sql, Math.max(0, newest - BATCH))) ?? { no: 0, hash: '' }
  const rows = await store.listLinks(ctx.sql, start.no, BATCH)
  return firstBroken(sha256, rows.map(toLink), start)
}

function withEvent(broken: Broken, rows: AuditLinkRow[]): BrokenLink {
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
  return toCheck(await store.lockCheck(ctx.sql, id))
}

/** One stretch of links; true while there are more. A run that was broken off goes on where it stood. */
async function verifyOn(ctx: Ctx, checkId: string): Promise<boolean> {
  const check = await store.lockCheck(ctx.sql, checkId)
  if (check.state !== 'running') return false
  const { last, broken, complete } = await verifyStretch(ctx.sql, { no: check.verified, hash: check.lastHash })
  const state = broken ? 'broken' : complete ? 'good' : 'running'
  await store.advanceCheck(ctx.sql, { id: check.id, state, verified: last.no, lastHash: last.hash, broken, endedAt: complete ? ctx.now : null })
  return state === 'running'
}

export const verifyJob: Job = {
  long: true,
  async run(runner, { checkId }) {
    while (await runner.tx((ctx) => verifyOn(ctx, String(checkId)))) { /* stretch by stretch, so that others get their turn */ }
  },
}

/** 每夜自动校验; one that is still running since then was given up on and goes on where it stood. */
export const nightlyJob: Job = {
  everyMinutes: 24 * 60,
  async run(runner) {
    await runner.tx(async (ctx) => {
      const [last] = await store.listChecks(ctx.sql, 1)
      if (last?.state === 'running') await ctx.enqueue('audit.verify', { checkId: last.id })
      else await verifyChain(ctx)
    })
  },
}
