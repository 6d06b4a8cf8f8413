import type { Ctx } from '../../../kernel/ctx.ts'
import type { ScreeningFacts } from '../../policies/contract.ts'
import type { Channel, Purpose, ScreeningState } from '../contract.ts'
import { factsFor } from '../rules.ts'
import { lastScreeningOf, rowsByIds } from '../store.ts'
import type { ScreeningRow } from '../tables.ts'

/** What was told in a record, and as the policy reads it; nothing of it identifies anybody. */
export interface Told {
  screeningId: string; state: ScreeningState; channel: Channel; reporterName: string | null; reportedAt: string; originName: string; arrivedOn: string; purpose: Purpose | null
  decision: ScreeningRow['decision']
  /** With the home code still to be set: it depends on where the person is managed. */
  facts: ScreeningFacts
}

const toTold = (row: ScreeningRow): Told => ({
  screeningId: row.id, state: row.state, channel: row.channel, reporterName: row.reporterName, reportedAt: row.reportedAt, originName: row.originName,
  arrivedOn: row.arrivedOn, purpose: row.purpose, decision: row.decision, facts: factsFor(row, ''),
})

/** The facts behind decisions, for deciding anew and for saying why. */
export async function toldIn(ctx: Ctx, screeningIds: readonly string[]): Promise<Map<string, Told>> {
  return new Map((await rowsByIds(ctx.sql, screeningIds)).map((row) => [row.id, toTold(row)]))
}

/** The last arrival on record of somebody. */
export async function lastTold(ctx: Ctx, personId: string): Promise<Told | undefined> {
  const row = await lastScreeningOf(ctx.sql, personId)
  return row && toTold(row)
}
