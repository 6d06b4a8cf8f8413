import { inScope, type Ctx } from '../../../kernel/ctx.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { policiesErrors } from '../contract.ts'
import { getEdition, type PolicyRow } from '../store.ts'

/** An edition as far as the caller may know of it: a draft is for those who may have written it; to others it does not exist. */
export async function visible(ctx: Ctx, policyId: string): Promise<PolicyRow> {
  const row = await getEdition(ctx.sql, policyId)
  const own = inScope(ctx.actor.scope, row.scopePath)
  const holdsHere = ctx.actor.kind === 'staff' && ctx.actor.areaPath.startsWith(row.scopePath) && row.state !== 'draft'
  if (!own && !holdsHere) throw refuse(frameErrors.notFound)
  return row
}

/** An edition of one's own territory, to be changed. */
export async function own(ctx: Ctx, policyId: string): Promise<PolicyRow> {
  const row = await visible(ctx, policyId)
  if (!inScope(ctx.actor.scope, row.scopePath)) throw refuse(policiesErrors.outsideTerritory)
  return row
}
