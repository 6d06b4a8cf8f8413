import type { Ctx } from '../../../kernel/ctx.ts'
import { checksDone, dueChecks, visitsDone, visitsDue, type VisitWork } from '../../quarantine/service.ts'
import { stateOf, visitorOf } from '../rules.ts'
import type { Collected, Wanted } from './kinds.ts'
import { item, ofEpisode, say } from './item.ts'

/** 测温未报: windows open now without a reading. */
export async function checks(ctx: Ctx, { limit, of }: Wanted): Promise<Collected> {
  const rows = await dueChecks(ctx, { limit, of })
  const items = rows.map((row) => item({
    ...ofEpisode(ctx, row), id: `check:${row.episodeId}`, kind: 'check', dueAt: row.dueAt, state: row.toRemind && row.dueAt >= ctx.now ? 'soon' : stateOf(row.dueAt, ctx.now),
    what: say('check'), why: say(row.triedAt ? 'checkTried' : row.reminded ? 'checkReminded' : 'check', { windows: row.windows, at: row.triedAt ?? row.dueAt }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0, done: await checksDone(ctx) }
}

/** What is to be done at the door, and why, where it is not the daily round. */
const WHAT: Record<string, string> = { missedCheck: 'visitMissed', delivery: 'visitDelivery', newOrder: 'visitTell' }
const WHY: Record<string, string> = { missedCheck: 'visitMissed', newOrder: 'visitTell' }

/** 上门: what is owed at the door today; after a missed check first. */
export async function visits(ctx: Ctx, { role, limit, of }: Wanted): Promise<Collected> {
  const visitor = visitorOf(role)
  if (visitor === undefined) return { items: [], total: 0, overdue: 0 }
  const rows = await visitsDue(ctx, visitor, { limit, of })
  const items = rows.map((row) => item({
    ...ofEpisode(ctx, row), id: `visit:${row.episodeId}`, kind: 'visit', visitId: row.visitId, dueAt: row.dueAt, state: urgency(ctx, row),
    what: say(WHAT[row.purpose] ?? 'visit'),
    why: say(row.tried ? 'visitTried' : row.need !== null ? 'visitDelivery' : WHY[row.purpose] ?? 'visit', { windows: row.windows, measure: row.measure, need: row.need ?? '' }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0, done: await visitsDone(ctx, visitor) }
}

/** Whom nobody has measured is called at before the rounds. */
const urgency = (ctx: Ctx, row: VisitWork) => {
  const state = stateOf(row.dueAt, ctx.now)
  return state === 'later' && row.purpose === 'missedCheck' ? 'soon' : state
}
