import type { Ctx } from '../../../kernel/ctx.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { policiesErrors, type Decision, type PolicyEdition } from '../../policies/contract.ts'
import { decide } from '../../policies/rules.ts'
import { policyInForce } from '../../policies/service.ts'
import { homeCodeOf } from '../../territory/service.ts'
import { factsFor, isDeviceError, type Said } from '../rules.ts'

/** The order in force, or none: a fact is taken also where no order has been published yet. */
export async function policyIfAny(ctx: Ctx, areaPath: string, at: string): Promise<PolicyEdition | undefined> {
  try {
    return await policyInForce(ctx, areaPath, at)
  } catch (error) {
    if (error instanceof Refusal && error.spec.code === policiesErrors.nonePolicy.code) return undefined
    throw error
  }
}

/** Decides by the order that was in force when the record was reported, not by a later one. */
export async function decideBy(ctx: Ctx, edition: PolicyEdition, said: Said & { areaPath: string }): Promise<Decision> {
  const deviceError = isDeviceError(edition.document, said.temperature ?? undefined)
  return decide(factsFor({ ...said, deviceError }, await homeCodeOf(ctx, said.areaPath)), edition, ctx.now)
}
