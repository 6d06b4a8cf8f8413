import type { Ctx } from '../../../kernel/ctx.ts'
import { openLead } from '../../leads/service.ts'
import { doorText } from '../../people/rules.ts'
import { recordTimeline } from '../../people/service.ts'
import type { Decision } from '../../policies/contract.ts'
import type { Outcome } from '../contract.ts'
import type { ScreeningRow } from '../tables.ts'

/** Puts a step on the person's card; a record without a person has no card yet. */
export async function tell(ctx: Ctx, row: ScreeningRow, what: string, params: Record<string, unknown> = {}, at?: string): Promise<void> {
  if (row.personId === null) return
  await recordTimeline(ctx, {
    kind: `screening.${what}`, personId: row.personId, householdId: row.householdId, episodeId: row.episodeId, areaPath: row.areaPath,
    params: { originName: row.originName, ...params }, channel: row.channel === 'declaration' ? 'self' : row.channel, ...(at === undefined ? {} : { at }),
  })
}

export const addressOf = (row: Pick<ScreeningRow, 'building' | 'unit' | 'room'>): string | null =>
  row.building + row.unit + row.room === '' ? null : doorText(row)

/** Fever or a symptom goes to the health centre with a clock; the community judges nothing. */
export async function raiseLead(ctx: Ctx, row: ScreeningRow, decision: Decision | null): Promise<{ leadId: string; leadDueAt: string } | undefined> {
  if (!decision?.lead) return undefined
  const { leadId, dueAt } = await openLead(ctx, {
    kind: decision.lead.kind, channel: row.channel, dueMinutes: decision.lead.dueMinutes, personId: row.personId, screeningId: row.id, episodeId: row.episodeId,
    areaId: row.areaId, areaPath: row.areaPath,
    summary: {
      symptoms: row.symptoms, originName: row.originName, name: row.name,
      ...(row.temperature !== null && !row.deviceError ? { temperature: row.temperature } : {}),
      ...(row.phoneMasked !== null ? { phoneMasked: row.phoneMasked } : {}),
      ...withAddress(row),
    },
  })
  return { leadId, leadDueAt: dueAt }
}
const withAddress = (row: ScreeningRow) => {
  const address = addressOf(row)
  return address === null ? {} : { address }
}

export const outcomeOf = (row: ScreeningRow, more: Partial<Outcome> = {}): Outcome => ({
  screeningId: row.id, receiptNo: row.receiptNo, state: row.state, personId: row.personId, decision: row.decision,
  because: row.decision?.because ?? null, episodeId: row.episodeId, extended: row.episodeExtended, leadId: null, leadDueAt: null,
  joinedTo: row.joinedTo, deviceError: row.deviceError, verifyBy: row.state === 'toVerify' ? row.verifyBy : null, ...more,
})

