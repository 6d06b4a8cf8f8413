import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf, type Day } from '../../../kernel/dates.ts'
import type { Decision, PolicyEdition } from '../../policies/contract.ts'
import { classify, decide, undecided } from '../../policies/rules.ts'
import { policiesErrors } from '../../policies/contract.ts'
import { holdsWhere, sayHoles } from '../../policies/service.ts'
import { managedBelow, type ManagedRow } from '../../quarantine/service.ts'
import { toldIn, type Told } from '../../screening/service.ts'
import { homeCodeOf } from '../../territory/service.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { Effect, Standing } from '../contract.ts'
import { effectOf, standingOn } from '../rules.ts'

export interface Redecided { row: ManagedRow; effect: Effect; before: Standing; after: Standing | null; decision: Decision | undefined }

/** Everybody managed where this order holds (or would), decided anew by it; pure but for reading. */
export async function redecideAll(ctx: Ctx, policyId: string): Promise<{ edition: PolicyEdition; supersedes: PolicyEdition | undefined; all: Redecided[]; elsewhere: number }> {
  const { edition, supersedes, holdsAt } = await holdsWhere(ctx, policyId)
  const holes = undecided(edition.document)
  if (holes.length > 0) throw refuse(policiesErrors.undecided, { combinations: sayHoles(edition.document, holes) })
  const below = await managedBelow(ctx, edition.scopePath)
  const rows = below.filter((row) => holdsAt(row.areaPath))
  const ids = rows.flatMap((row) => row.screeningId ?? row.becauseOfScreeningId ?? [])
  const told = await toldIn(ctx, [...new Set(ids)])
  const homeCode = await homeCodes(ctx, rows)
  const on = dayOf(edition.inForceFrom > ctx.now ? edition.inForceFrom : ctx.now)
  const all = rows.map((row) => redecide(row, edition, on, told.get(row.screeningId ?? row.becauseOfScreeningId ?? ''), homeCode(row), ctx.now))
  return { edition, supersedes, all, elsewhere: below.length - rows.length }
}

/** The county a community belongs to is looked up once. */
async function homeCodes(ctx: Ctx, rows: readonly ManagedRow[]): Promise<(row: ManagedRow) => string> {
  const codes = new Map<string, string>()
  for (const row of rows) if (!codes.has(row.communityId)) codes.set(row.communityId, await homeCodeOf(ctx, row.areaPath))
  return (row) => codes.get(row.communityId) ?? ''
}

function redecide(row: ManagedRow, edition: PolicyEdition, on: Day, told: Told | undefined, homeCode: string, now: string): Redecided {
  const before = standingOn(row.stages, on) ?? { measure: row.measure, endsOn: row.endsOn }
  const left = (effect: Effect): Redecided => ({ row, effect, before, after: null, decision: undefined })
  if (row.byHand) return left('byHand')
  if (!told) return left('unclear')
  const facts = { ...told.facts, homeCode }
  if (!classify(edition.document, facts).originClass) return left('unclear')
  const own = decide(facts, edition, now)
  // Somebody who only lives there is managed as long as the order takes the household together.
  const decision: Decision = row.cohabitant && own.household !== 'together' ? { ...own, outcome: 'none', measure: null, stages: [] } : own
  return { row, before, decision, ...effectOf(before, decision, on) }
}
