import type { Ctx } from '../../../kernel/ctx.ts'
import type { Decision, PolicyEdition } from '../../policies/contract.ts'
import { decide } from '../../policies/rules.ts'
import { homeCodeOf } from '../../territory/service.ts'
import { factsFor, isDeviceError, type Said } from '../rules.ts'

/** A fact is taken also where no order has been published yet. */
export { policyIfAny } from '../../policies/service.ts'

/** Decides by the order that was in force when the record was reported, not by a later one. */
export async function decideBy(ctx: Ctx, edition: PolicyEdition, said: Said & { areaPath: string }): Promise<Decision> {
  const deviceError = isDeviceError(edition.document, said.temperature ?? undefined)
  return decide(factsFor({ ...said, deviceError }, await homeCodeOf(ctx, said.areaPath)), edition, ctx.now)
}
