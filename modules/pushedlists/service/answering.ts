import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { addHealth, handOver, screeningService, stateOfReport } from '../../screening/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { pushedlistsErrors, type PushedResult, type pushedlistsApi, type PushedRow } from '../contract.ts'
import { specOf } from '../rules.ts'
import { clearAnswer, getListRow, getRow, lockRow, papersOfRow, placeRow, rowsById, setAnswer } from '../store.ts'
import type { RowRow } from '../tables.ts'
import { cardOf, rowOf, toRow } from './reading.ts'
import { reportOf } from './taking.ts'

type Input<K extends keyof typeof pushedlistsApi> = ParsedInputOf<(typeof pushedlistsApi)[K]>
const e = pushedlistsErrors

const staff = (ctx: Ctx): StaffActor => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}

export async function answerRow(ctx: Ctx, { rowId, temperature, symptoms, contact, ...answer }: Input<'answerRow'>): Promise<PushedRow> {
  await lockRow(ctx.sql, rowId)
  const row = await getRow(ctx.sql, rowId)
  if (row.state !== 'waiting' && row.state !== 'wrong') throw refuse(e.rowNotInState, { state: row.state })
  if (specOf(answer.result).kinds.length > 0 && answer.kind === undefined) throw refuse(e.kindMissing)
  // Said first: a fever goes to the health centre whatever becomes of the row.
  if (row.screeningId !== null && (temperature !== undefined || symptoms?.length || (contact ?? 'none') !== 'none')) {
    await addHealth(ctx, row.screeningId, { temperature, symptoms: symptoms ?? [], symptomsAsked: symptoms !== undefined, ...(contact === undefined ? {} : { contact }) })
  }
  await settle(ctx, row, answer)
  return rowOf(ctx, rowId)
}

interface Answered { result: PushedResult; kind?: PushedRow['kind'] | undefined; whereabouts?: string | undefined; measure?: string | undefined; note?: string | undefined }

async function settle(ctx: Ctx, row: RowRow, a: Answered): Promise<void> {
  const actor = staff(ctx)
  await setAnswer(ctx.sql, row.id, {
    result: a.result, kind: a.kind ?? null, whereabouts: a.whereabouts ?? null, measure: a.measure ?? null, note: a.note ?? null, at: ctx.now, by: actor.accountId, byName: actor.name,
  })
  const { dismisses } = specOf(a.result)
  // Only the row's own record that waits for nothing else is settled with it; what others reported stays theirs.
  if (dismisses && row.screeningId !== null && row.screeningId === row.reportId && row.screeningState === 'toVerify') {
    await screeningService.dismissScreening(ctx, { screeningId: row.screeningId, reason: dismisses, note: a.note })
  }
}

export async function acceptProposals(ctx: Ctx, { listId, rowIds }: Input<'acceptProposals'>): Promise<{ answered: number }> {
  await cardOf(ctx, listId)
  let answered = 0
  for (const row of await rowsById(ctx.sql, rowIds)) {
    const { proposal } = toRow(ctx, row)
    if (row.state !== 'waiting' || proposal === null) continue
    await settle(ctx, row, { result: proposal.result })
    answered += 1
  }
  return { answered }
}

export async function undoAnswer(ctx: Ctx, { rowId }: Input<'undoAnswer'>): Promise<PushedRow> {
  await lockRow(ctx.sql, rowId)
  const row = await getRow(ctx.sql, rowId)
  if (row.state !== 'answered' || row.answeredAt === null) throw refuse(e.rowNotInState, { state: row.state })
  if (dayOf(row.answeredAt) !== ctx.today) throw refuse(e.notTheDay)
  await clearAnswer(ctx.sql, rowId)
  const dismissed = row.result !== null && specOf(row.result).dismisses
  if (dismissed && row.reportId !== null && (await stateOfReport(ctx, row.reportId)) === dismissed) await screeningService.undoVerification(ctx, { screeningId: row.reportId })
  return rowOf(ctx, rowId)
}

/** Rows without a place, or with a wrong one, go to the community that has to answer; there they become a record. */
export async function assignRows(ctx: Ctx, { rowIds, areaId }: Input<'assignRows'>): Promise<{ assigned: number }> {
  const area = await areaById(ctx, areaId)
  const { id: communityId } = await communityOf(ctx, area.areaPath)
  let assigned = 0
  for (const row of await rowsById(ctx.sql, rowIds)) {
    if (row.state !== 'unassigned') continue
    const list = await getListRow(ctx.sql, row.listId)
    const papers = { ...(await papersOfRow(ctx.sql, row.id)), name: row.name, sex: null, birthOn: null, building: '', unit: '', room: '' }
    const taken = await reportOf(ctx, list, { areaId: area.id, areaPath: area.areaPath, person: undefined, papers: papers as never, row: { subject: row.subject, origin: '', arrivedOn: null } })
    await placeRow(ctx.sql, row.id, { areaId: area.id, areaPath: area.areaPath, communityId, ...taken })
    assigned += 1
  }
  return { assigned }
}

export async function handOverRow(ctx: Ctx, { rowId, toAreaId, note }: Input<'handOverRow'>): Promise<PushedRow> {
  await lockRow(ctx.sql, rowId)
  const row = await getRow(ctx.sql, rowId)
  if (row.state !== 'waiting' || row.screeningId === null || row.screeningState !== 'toVerify') throw refuse(e.nothingToHandOver)
  await handOver(ctx, { screeningId: row.screeningId, toAreaId, note })
  return rowOf(ctx, rowId)
}
