import type { Ctx } from '../../../kernel/ctx.ts'
import { may } from '../../accounts/rules.ts'
import { policyById } from '../../policies/service.ts'
import { openEpisode } from '../../quarantine/service.ts'
import { ARRIVAL_DAYS, bringsNews, isDeviceError, isSameArrival, mergeHealth, stillRuns, toldOf, type HealthSaid } from '../rules.ts'
import { nearArrivals, saveChange } from '../store.ts'
import type { ScreeningRow } from '../tables.ts'
import { raiseLead, tell } from './happened.ts'
import { decideBy, policyIfAny } from './policy.ts'

export const mayVerify = (ctx: Ctx): boolean => ctx.actor.kind === 'staff' && may(ctx.actor.role, 'screening.verify')

/** The first report of the same arrival, if this is a second one. */
export async function earlierArrival(ctx: Ctx, row: ScreeningRow): Promise<ScreeningRow | undefined> {
  if (row.personId === null && row.documentIndex === null && row.phoneIndex === null) return undefined
  const near = await nearArrivals(ctx.sql, {
    ...row, days: ARRIVAL_DAYS, exceptId: row.id,
    // The program itself sees the whole land; what it takes in joins only what is known where it goes.
    within: ctx.actor.kind === 'system' ? row.communityId : null,
  })
  return near.find((other) => isSameArrival(other, row) && ((row.dayTold && other.dayTold) || stillRuns(other, ctx.today)))
}

const usable = (row: ScreeningRow): HealthSaid => ({ ...row, temperature: row.deviceError ? null : row.temperature })

/** What only the second report knows goes to the first; what the first says stays. */
function filled(first: ScreeningRow, second: ScreeningRow): Partial<ScreeningRow> {
  const blanks = ['personId', 'householdId', 'sex', 'birthOn', 'originPlace', 'leftOn', 'transport', 'tripNo', 'via', 'companions', 'purpose', 'purposeNote', 'occupation', 'closeContacts'] as const
  const change: Partial<ScreeningRow> = Object.fromEntries(blanks.filter((key) => first[key] === null && second[key] !== null).map((key) => [key, second[key]]))
  const withDocument = second.documentIndex !== null && !second.documentWrong && (first.documentIndex === null || first.documentWrong)
  const withPhone = second.phoneIndex !== null && first.phoneIndex === null
  const withDoor = first.building + first.unit + first.room === ''
  const withDay = !first.dayTold && second.dayTold
  const withOrigin = first.origin === 'unknown' && second.origin !== 'unknown'
  return {
    ...change,
    ...(withDocument ? {
      documentKind: second.documentKind, documentSealed: second.documentSealed, documentIndex: second.documentIndex, documentMasked: second.documentMasked, documentWrong: false,
    } : {}),
    ...(withPhone ? { phoneSealed: second.phoneSealed, phoneIndex: second.phoneIndex, phoneMasked: second.phoneMasked } : {}),
    ...(first.name === '' ? { name: second.name } : {}),
    ...(withDay ? { arrivedOn: second.arrivedOn, dayTold: true } : {}),
    ...(withOrigin ? { origin: second.origin, originName: second.originName } : {}),
    ...(withDoor ? { building: second.building, unit: second.unit, room: second.room } : {}),
  }
}

/** Adds a second report to the first. News of symptoms or contact is passed on, and decided upon again where it was decided already. */
export async function joinInto(ctx: Ctx, first: ScreeningRow, second: ScreeningRow): Promise<{ row: ScreeningRow; leadId?: string; leadDueAt?: string }> {
  const health = mergeHealth(usable(first), usable(second))
  const news = bringsNews(usable(first), health)
  // A device error stays visible until a usable reading replaces it.
  const reading = health.temperature === null ? {} : { temperature: health.temperature, deviceError: false, temperatureSite: second.temperatureSite ?? first.temperatureSite }
  const { temperature: _t, ...told } = health
  const change: Partial<ScreeningRow> = { ...filled(first, second), ...told, ...reading, asTold: first.asTold ?? toldOf(first) }
  await saveChange(ctx.sql, first.id, change)
  const row: ScreeningRow = { ...first, ...change }
  await tell(ctx, row, 'joined', { channel: second.channel })
  return news ? passOn(ctx, row) : { row }
}

/** News is passed on, and decided upon again where it was decided already. */
export async function passOn(ctx: Ctx, row: ScreeningRow): Promise<{ row: ScreeningRow; leadId?: string; leadDueAt?: string }> {
  const edition = row.policyId === null ? await policyIfAny(ctx, row.areaPath, row.reportedAt) : await policyById(ctx, row.policyId)
  if (!edition) return { row }
  const decision = await decideBy(ctx, edition, { ...row, deviceError: isDeviceError(edition.document, row.temperature ?? undefined) })
  const lead = await raiseLead(ctx, row, decision)
  // Only somebody who may verify changes what was decided; what a resident adds is passed on and waits to be looked at.
  if (row.state === 'toVerify' || decision.outcome === 'none' || row.personId === null || !mayVerify(ctx)) return { row, ...lead }
  const opened = await openEpisode(ctx, {
    screeningId: row.id, personId: row.personId, householdId: row.householdId, areaId: row.areaId, areaPath: row.areaPath, decision, policyId: edition.id,
  })
  const change = {
    state: 'managed' as const, decision, policyId: edition.id, originClass: decision.originClass, measure: decision.measure, outcomeReason: null,
    episodeId: opened.episodeId,
  }
  await saveChange(ctx.sql, row.id, change)
  await tell(ctx, { ...row, ...change }, 'decidedAgain', { measure: decision.measure, endsOn: decision.endsOn, orderNo: decision.orderNo })
  return { row: { ...row, ...change }, ...lead }
}
