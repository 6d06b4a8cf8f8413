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
    if (row.episodeExtended) throw refuse(screeningErrors.hasFollowUps, { name: row.name })
    await cancel(ctx, row.episodeId, row.name)
  }
  const change: Partial<ScreeningRow> = {
    state: 'toVerify', verifiedAt: null, verifiedBy: null, verifierName: null, decision: null, policyId: null, originClass: null, measure: null,
    outcomeReason: null, note: null, episodeId: null, episodeExtended: false, joinedTo: null, handedToAreaId: null, handedToName: null,
  }
  await saveChange(ctx.sql, row.id, change)
  await tell(ctx, { ...row, episodeId: null }, 'undone', { state: row.state })
  return outcomeOf({ ...row, ...change })
}

/** Refused where something was recorded already, naming who of the household stands against it; or where somebody else has ended it. */
async function cancel(ctx: Ctx, episodeId: string, name: string): Promise<void> {
  try {
    await quarantineService.cancelEpisode(ctx, { episodeId, reason: '撤销核实' })
  } catch (error) {
    const { hasRecords, householdHasRecords, notInState } = quarantineErrors
    if (!(error instanceof Refusal) || ![hasRecords, householdHasRecords, notInState].some(({ code }) => code === error.spec.code)) throw error
    const { names } = error.params as { names?: string }
    throw refuse(screeningErrors.hasFollowUps, { name: names ?? name })
  }
}
