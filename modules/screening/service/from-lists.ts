import type { Ctx } from '../../../kernel/ctx.ts'
import type { HealthFacts } from '../contract.ts'
import { getRow, lockRow, removeReports } from '../store.ts'
import { tell } from './happened.ts'
import { papersFrom, takeReport } from './intake.ts'
import { journeyOf } from './handing-over.ts'

/** What was heard by telephone while a list was worked off: a second report of the same arrival, so that a fever goes the way of all others. */
export async function addHealth(ctx: Ctx, screeningId: string, said: Omit<Partial<HealthFacts>, 'symptoms'> & Pick<HealthFacts, 'symptoms'>): Promise<void> {
  const row = await lockRow(ctx.sql, screeningId)
  await takeReport(ctx, {
    channel: 'phone', areaId: row.areaId, areaPath: row.areaPath, person: row.personId === null ? undefined : { personId: row.personId, householdId: row.householdId },
    papers: papersFrom(row), journey: journeyOf(row), reportedAt: ctx.now, extra: { dayTold: row.dayTold }, into: row,
    health: { contact: said.contact ?? 'none', contactAsked: said.contact !== undefined, symptoms: said.symptoms, symptomsAsked: said.symptomsAsked ?? false, ...(said.lastExposureOn === undefined ? {} : { lastExposureOn: said.lastExposureOn }),
      ...(said.temperature === undefined ? {} : { temperature: said.temperature }), ...(said.temperatureSite === undefined ? {} : { temperatureSite: said.temperatureSite }) },
  })
}

/** Why a report was settled, if it was: the reason of 不纳管. */
export const stateOfReport = async (ctx: Ctx, screeningId: string): Promise<string | null> => (await getRow(ctx.sql, screeningId)).outcomeReason

/** Takes back reports nobody has worked on: neither verified nor added to, without a lead. How many went. */
export async function withdrawReports(ctx: Ctx, screeningIds: readonly string[]): Promise<number> {
  for (const id of screeningIds) {
    const row = await lockRow(ctx.sql, id)
    if (row.state === 'toVerify') await tell(ctx, row, 'withdrawn')
  }
  return removeReports(ctx.sql, screeningIds)
}
