import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'

export const staff = (ctx: Ctx): StaffActor => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
