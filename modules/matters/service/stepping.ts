import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { recordTimeline } from '../../people/service.ts'
import { areaById } from '../../territory/service.ts'
import { mattersErrors as errors, type MatterAction, type MatterCard, type Standing } from '../contract.ts'
import { after, whyNot, type Step } from '../rules.ts'
import * as store from '../store.ts'
import type { MatterRow } from '../tables.ts'
import { cardOf, rowOf, seenBy, staffOf, standingOf } from './reading.ts'

/** What the card of the person tells of a matter as well. */
const ON_THE_CARD: ReadonlySet<string> = new Set(['registered', 'registeredByResident', 'finish', 'settleAtOnce', 'withdraw', 'undone'])

/** One entry of the record, and of the person's card where it is of interest there. */
export async function keep(ctx: Ctx, m: Pick<MatterRow, 'matterId' | 'areaPath' | 'personId' | 'kind' | 'number'>, kind: string, params: Record<string, unknown>, before: Standing | null): Promise<void> {
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertEvent(ctx.sql, { id: ctx.newId(), matterId: m.matterId, areaPath: m.areaPath, at: ctx.now, kind, params, before, accountId: staff?.accountId ?? null, actorName: staff?.name ?? null, actorRole: staff?.role ?? null })
  if (m.personId !== null && ON_THE_CARD.has(kind)) await recordTimeline(ctx, { kind: `matters.${kind}`, areaPath: m.areaPath, personId: m.personId, params: { kind: m.kind, number: m.number, ...params } })
}

/** The matter, locked, once it is sure that the caller may do this to it now. */
export async function rowFor(ctx: Ctx, matterId: string, action: MatterAction): Promise<MatterRow> {
  await rowOf(ctx, matterId)
  await store.lock(ctx.sql, matterId)
  const row = await rowOf(ctx, matterId)
  const { accountId, role } = staffOf(ctx)
  const why = whyNot(seenBy(row), action, { accountId, role })
  if (why === 'notInState') throw refuse(errors.notInState, { state: row.state })
  if (why === 'onceOnly') throw refuse(errors.onceOnly, { action })
  if (why === 'notYours') throw refuse(errors.notYours, { name: row.holderName ?? row.ownerName ?? '' })
  return row
}

/** Any step: how it stands after it is a rule, what stood before is kept beside it. `moved`: the place it is of from now on. */
export async function step(ctx: Ctx, row: MatterRow, what: Step, params: Record<string, unknown> = {}, moved?: { areaId: string; areaPath: string }): Promise<MatterCard> {
  const before = standingOf(row)
  const then = { ...after(before, what, ctx.now), ...moved }
  await store.saveStanding(ctx.sql, row.matterId, then, before)
  await keep(ctx, { ...row, areaPath: then.areaPath }, what.do, params, before)
  return cardOf(ctx, row.matterId)
}

/** What stood before a step of the time when nobody was called by name. */
const calledNobody = { whistleKind: null, whistledAt: null, reportBy: null, reportedAt: null, departments: [] }

/** 撤销上一步: the record keeps both. */
export async function undoMatterStep(ctx: Ctx, { matterId }: { matterId: string }): Promise<MatterCard> {
  await rowOf(ctx, matterId)
  await store.lock(ctx.sql, matterId)
  const [row, last] = [await rowOf(ctx, matterId), await store.lastStep(ctx.sql, matterId)]
  if (!last || last.accountId !== staffOf(ctx).accountId || dayOf(last.at) !== ctx.today) throw refuse(errors.nothingToUndo)
  // The area may have been moved in the tree since.
  const { areaPath } = await areaById(ctx, last.before.areaId)
  await store.saveStanding(ctx.sql, matterId, { ...calledNobody, ...last.before, areaPath }, standingOf(row))
  await store.setUndone(ctx.sql, last.id, ctx.now)
  await keep(ctx, { ...row, areaPath }, 'undone', { step: last.kind }, null)
  return cardOf(ctx, matterId)
}
