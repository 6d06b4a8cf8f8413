import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { recordTimelines } from '../../people/service.ts'
import { exitsErrors, type ExitAction } from '../contract.ts'
import { mayDo } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'

export const actorOf = (ctx: Ctx): { by: string | null; name: string | null } => (ctx.actor.kind === 'staff' ? { by: ctx.actor.accountId, name: ctx.actor.name } : { by: null, name: null })
export const channelOf = (ctx: Ctx): 'phone' | 'desk' => (ctx.actor.kind === 'link' ? 'phone' : 'desk')

/** The request, locked and in a state that allows the action. */
export async function forAction(ctx: Ctx, exitId: string, action: ExitAction): Promise<ExitRow> {
  await store.lock(ctx.sql, [exitId])
  const row = await store.getRow(ctx.sql, exitId, ctx.today)
  if (!mayDo(row.state, action)) throw refuse(exitsErrors.notInState, { state: row.state })
  return row
}

type About = Pick<ExitRow, 'exitId' | 'areaPath' | 'personId' | 'householdId' | 'kind' | 'destinationName'>
interface Step { row: About; kind: string; params?: Record<string, unknown>; at?: string }

/** Steps that stand on the person's card as well; the certificate is put there by the papers, seats are the request's own. */
const ON_CARD: ReadonlySet<string> = new Set(['applied', 'refusedByOrder', 'allowed', 'refused', 'withdrawn', 'wentOut', 'keptIn', 'cameBack', 'notBack', 'tripUndone', 'departed', 'noShow', 'turnedAway.fever', 'turnedAway.certificate', 'turnedAway.managed', 'turnedAway.lead', 'turnedAway.leadBeyond', 'handOverUndone'])

/** 经过: every step on the request, what matters to others on the person's card. */
export async function tell(ctx: Ctx, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return
  const { by, name } = actorOf(ctx)
  const channel = ctx.actor.kind === 'link' ? 'self' : null
  await store.insertEvents(ctx.sql, steps.map(({ row, kind, params = {}, at }) => ({ id: ctx.newId(), exitId: row.exitId, areaPath: row.areaPath, at: at ?? ctx.now, kind, params, channel, by, name })))
  await recordTimelines(ctx, steps.filter(({ kind }) => ON_CARD.has(kind)).map(({ row, kind, params = {}, at }) => ({
    kind: `exits.${kind}`, areaPath: row.areaPath, personId: row.personId, householdId: row.householdId, params: { exitKind: row.kind, destination: row.destinationName, ...params }, channel, at,
  })))
}
