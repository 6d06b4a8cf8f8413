import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt, type Instant } from '../../../kernel/dates.ts'
import { settingOf } from '../../settings/service.ts'

/** How far back the trail is counted: whole days, today included. */
export async function lookBack(ctx: Ctx): Promise<{ days: number; since: Instant }> {
  const days = await settingOf(ctx, 'audit.lookBackDays')
  return { days, since: instantAt(addDays(ctx.today, 1 - days), '00:00') }
}
