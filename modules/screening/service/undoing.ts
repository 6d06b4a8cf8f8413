import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { Refusal, refuse } from '../../../kernel/errors.ts'
import { quarantineErrors } from '../../quarantine/contract.ts'
import { quarantineService } from '../../quarantine/service.ts'
import { screeningErrors, type Outcome, type ScreeningAction } from '../contract.ts'
import { mayDo } from '../rules.ts'
import { lockRow, saveChange } from '../store.ts'
import type { ScreeningRow } from '../tables.ts'
import { outcomeOf, tell } from './happened.ts'

export async function forAction(ctx: Ctx, screeningId: string, action: ScreeningAction): Promise<ScreeningRow> {
  const row = await lockRow(ctx.sql, screeningId)
  if (!mayDo(row.state, action)) throw refuse(screeningErrors.notInState, { state: row.state })
  return row
}

/** 撤销核实: as if nobody had verified yet. The facts, and a lead to the health centre, stay. */
export async function undo(ctx: Ctx, screeningId: string): Promise<Outcome> {
  const row = await forAction(ctx, screeningId, 'undo')
  if (row.deliveredAt !== null) throw refuse(screeningErrors.alreadyDelivered, { area: row.handedToName ?? '' })
  if (row.verifiedAt === null || dayOf(row.verifiedAt) !== ctx.today) throw refuse(screeningErrors.notTheDay)
  if (row.episodeId !== null) {
    const cancelled = !row.episodeExtended && (await cancel(ctx, row.episodeId))
    if (!cancelled) throw refuse(screeningErrors.hasFollowUps, { name: row.name })
  }
  const change: Partial<ScreeningRow> = {
    state: 'toVerify', verifiedAt: null, verifiedBy: null, verifierName: null, decision: null, policyId: null, originClass: null, measure: null,
    outcomeReason: null, note: null, episodeId: null, episodeExtended: false, joinedTo: null, handedToAreaId: null, handedToName: null,
  }
  await saveChange(ctx.sql, row.id, change)
  await tell(ctx, { ...row, episodeId: null }, 'undone', { state: row.state })
  return outcomeOf({ ...row, ...change })
}

/** False when something was recorded in the episode already, or somebody else has ended it. */
async function cancel(ctx: Ctx, episodeId: string): Promise<boolean> {
  try {
    await quarantineService.cancelEpisode(ctx, { episodeId, reason: '撤销核实' })
    return true
  } catch (error) {
    const known = [quarantineErrors.hasRecords.code, quarantineErrors.notInState.code]
    if (error instanceof Refusal && known.includes(error.spec.code)) return false
    throw error
  }
}
