import { scopeOf, type Ctx, type Scope, type StaffActor } from '../../../kernel/ctx.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { maskName } from '../../people/rules.ts'
import { settingOf } from '../../settings/service.ts'
import { areaById } from '../../territory/service.ts'
import type { Clock } from '../store.ts'

export function callerOf(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
export const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
export const clockFor = async (ctx: Ctx): Promise<Clock> => ({ now: ctx.now, today: ctx.today, emptyMinutes: await settingOf(ctx, 'passage.emptyPostMinutes') })
/** A gate needs to know that it is 李**, and no more (domain §13.2, 8). */
export const nameFor = (ctx: Ctx, name: string): string => (ctx.actor.kind === 'staff' && !may(ctx.actor.role, 'people.view') ? maskName(name) : name)
