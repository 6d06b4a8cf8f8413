import type { Ctx, Jobs } from '../../../kernel/ctx.ts'
import { recordTimelines } from '../../people/service.ts'
import { advanceStages, insertChanges, insertDue, insertVisits, insertVisitsOwed, missOverdue, remindDue, withoutCompiling } from '../store.ts'

/** The day's checks and visits for everybody managed; as often as one likes, with one effect. */
export async function makeChecksDue(ctx: Ctx): Promise<{ moved: number; checks: number; visits: number }> {
  await withoutCompiling(ctx.sql)
  const moved = await advanceStages(ctx.sql, ctx.today)
  if (moved.length > 0) {
    await insertChanges(ctx.sql, moved.map((e) => ({
      id: ctx.newId(), episodeId: e.id, areaPath: e.areaPath, kind: 'stageMoved', before: { measure: e.before }, after: { measure: e.after }, at: ctx.now, accountId: null, name: null,
    })))
    await recordTimelines(ctx, moved.map((e) => ({ kind: 'quarantine.stageMoved', areaPath: e.areaPath, personId: e.personId, episodeId: e.id, params: { measure: e.after } })))
  }
  return { moved: moved.length, checks: await insertDue(ctx.sql, ctx.today), visits: await insertVisitsOwed(ctx.sql, ctx.today, ctx.now) }
}

/** Reminder → missed → the grid worker → a visit at the door the same day, each once. */
export async function sweepChecks(ctx: Ctx): Promise<{ reminded: number; missed: number }> {
  const reminded = await remindDue(ctx.sql, ctx.now)
  const missed = await missOverdue(ctx.sql, ctx.now)
  // What was missed on earlier days (the program was off) is a gap to explain; nobody calls at the door for yesterday.
  const today = missed.filter((m) => m.dueOn === ctx.today)
  if (today.length > 0) {
    await insertVisits(ctx.sql, today.map((m) => ({
      id: ctx.newId(), episodeId: m.episodeId, householdId: m.householdId, areaPath: m.areaPath, visitor: 'worker', purpose: 'missedCheck', dueAt: m.visitBy,
      onceKey: `${m.episodeId}:${m.dueOn}:missed`,
    })), ctx.now)
  }
  await recordTimelines(ctx, missed.map((m) => ({
    kind: 'quarantine.missed', areaPath: m.areaPath, personId: m.personId, householdId: m.householdId, episodeId: m.episodeId, params: { on: m.dueOn, window: m.window },
  })))
  return { reminded, missed: missed.length }
}

export const quarantineJobs: Jobs = {
  'quarantine.makeChecksDue': { everyMinutes: 60, run: async (runner) => { await runner.tx(makeChecksDue) } },
  'quarantine.sweepChecks': { everyMinutes: 5, run: async (runner) => { await runner.tx(sweepChecks) } },
}
