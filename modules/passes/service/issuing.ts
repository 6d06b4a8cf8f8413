import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { recordTimeline } from '../../people/service.ts'
import { normalPlate, plateKind } from '../../people/rules.ts'
import { settingOf } from '../../settings/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { passesErrors, type PassAction, type PassCard, type passesApi } from '../contract.ts'
import { isSpecialPlate, mayDo, nextRecheck, numberOf, stateAgain, stateOf } from '../rules.ts'
import * as store from '../store.ts'
import type { PassRow } from '../tables.ts'
import { actorOf, cardOf } from './views.ts'

type Input<K extends keyof typeof passesApi> = ParsedInputOf<(typeof passesApi)[K]>

/** To the end of a day; as long as the setting allows where none is named. The keys that sign last as long: 纸证天数 may have been raised since they were made. */
export async function endOf(ctx: Ctx, validOn: Day | undefined): Promise<Instant> {
  const days = await settingOf(ctx, 'passes.paperDays')
  const last = addDays(ctx.today, days - 1)
  if (validOn !== undefined && (validOn > last || validOn < ctx.today)) throw refuse(passesErrors.tooLong, { days })
  const until = instantAt(validOn ?? last, '24:00')
  await store.keysLast(ctx.sql, ctx.now, addMinutes(until, 24 * 60))
  return until
}

/** What happened to a pass, in its own history and on the cards of whom it is about. */
export async function keep(ctx: Ctx, pass: Pick<PassRow, 'passId' | 'areaPath' | 'kind' | 'serial' | 'householdId' | 'personId'>, kind: string, params: Record<string, unknown> = {}): Promise<void> {
  const { by, byName } = actorOf(ctx)
  await store.insertEvents(ctx.sql, [{ id: ctx.newId(), passId: pass.passId, areaPath: pass.areaPath, at: ctx.now, kind, params, by, byName }])
  if (pass.householdId === null) return
  await recordTimeline(ctx, { kind: `passes.${kind}`, areaPath: pass.areaPath, householdId: pass.householdId, personId: pass.personId, params: { number: numberOf(pass.kind, pass.serial), ...params } })
}

/** Who is in quarantine stays at home, and so does whoever lives there. */
export async function mustBeFree(ctx: Ctx, householdId: string): Promise<void> {
  const kept = await store.keptIn(ctx.sql, householdId, await settingOf(ctx, 'passes.stoppedBy'))
  if (kept) throw refuse(passesErrors.quarantined, { name: kept.name, endsOn: kept.endsOn })
}

/** The pass, locked and in a state that allows the action. */
export async function forAction(ctx: Ctx, passId: string, action: PassAction): Promise<PassRow> {
  await store.lockPass(ctx.sql, passId)
  const pass = await store.getPass(ctx.sql, passId)
  if (!mayDo(pass, action, ctx.now)) throw refuse(passesErrors.notInState, { state: stateOf(pass, ctx.now) })
  return pass
}

/** One of a household or a person that is still good is not issued twice; one that has expired is renewed. */
async function renewed(ctx: Ctx, found: { id: string } | undefined, validUntil: Instant): Promise<PassCard | undefined> {
  if (!found) return undefined
  const pass = await store.getPass(ctx.sql, found.id)
  if (stateOf(pass, ctx.now) !== 'expired') throw refuse(passesErrors.alreadyHas, { number: numberOf(pass.kind, pass.serial) })
  return renew(ctx, pass, validUntil)
}
async function renew(ctx: Ctx, pass: PassRow, validUntil: Instant): Promise<PassCard> {
  const late = stateOf(pass, ctx.now) === 'expired'
  await store.raiseIssue(ctx.sql, pass.passId, ctx.now, validUntil, late ? ctx.now : null)
  await keep(ctx, pass, 'renewed', { issue: pass.issue + 1, until: validUntil })
  return cardOf(ctx, pass.passId)
}

const nobody = { personId: null, purpose: null, note: null }
async function issue(ctx: Ctx, p: Omit<store.NewPass, 'id' | 'at' | 'by' | 'byName' | 'validFrom' | 'state'>): Promise<PassCard> {
  const id = ctx.newId()
  const { by, byName } = actorOf(ctx)
  await store.insertPass(ctx.sql, { ...p, id, state: 'valid', validFrom: ctx.now, at: ctx.now, by, byName })
  await keep(ctx, await store.getPass(ctx.sql, id), 'issued', { until: p.validUntil })
  return cardOf(ctx, id)
}

export async function issueHousehold(ctx: Ctx, { householdId, validOn, note }: Input<'issueHousehold'>): Promise<PassCard> {
  await store.lockHome(ctx.sql, householdId)
  const home = await store.getHome(ctx.sql, householdId)
  if (home.members === 0) throw refuse(passesErrors.nobodyHere)
  await mustBeFree(ctx, householdId)
  const validUntil = await endOf(ctx, validOn)
  return (await renewed(ctx, await store.findGood(ctx.sql, { householdId }), validUntil))
    ?? issue(ctx, { ...nobody, kind: 'household', areaId: home.areaId, areaPath: home.areaPath, communityId: home.communityId, householdId, validUntil, note: note ?? null })
}

export async function issuePerson(ctx: Ctx, { personId, validOn, note }: Input<'issuePerson'>): Promise<PassCard> {
  const person = await store.getMember(ctx.sql, personId)
  if (person.householdId === null || person.state !== 'present') throw refuse(passesErrors.nobodyHere)
  const home = await store.getHome(ctx.sql, person.householdId)
  await mustBeFree(ctx, home.id)
  const validUntil = await endOf(ctx, validOn)
  return (await renewed(ctx, await store.findGood(ctx.sql, { personId }), validUntil))
    ?? issue(ctx, { ...nobody, kind: 'person', areaId: home.areaId, areaPath: home.areaPath, communityId: home.communityId, householdId: home.id, personId, validUntil, note: note ?? null })
}

/** Where a vehicle belongs: with a household, or with the area its office stands in, or with the caller's own. */
async function placeOf(ctx: Ctx, householdId: string | undefined, areaId: string | undefined): Promise<{ areaId: string; areaPath: string; communityId: string }> {
  if (householdId !== undefined) return store.getHome(ctx.sql, householdId)
  const area = await areaById(ctx, areaId ?? (ctx.actor.kind === 'staff' ? ctx.actor.areaId : ''))
  return { areaId: area.id, areaPath: area.areaPath, communityId: (await communityOf(ctx, area.areaPath)).id }
}

/** 到期后重新签发: the car may be somebody else's by now, so what was entered before ends; one that is still good is not issued twice. */
async function endExpired(ctx: Ctx, passId: string, plate: string): Promise<void> {
  const pass = await store.getPass(ctx.sql, passId)
  if (stateOf(pass, ctx.now) !== 'expired') throw refuse(passesErrors.plateHas, { plate, number: numberOf(pass.kind, pass.serial) })
  const { by, byName } = actorOf(ctx)
  await store.endPass(ctx.sql, passId, { state: 'revoked', at: ctx.now, by, byName, reason: 'reissued' })
  await keep(ctx, pass, 'reissued')
}

export async function issueVehicle(ctx: Ctx, { plate: typed, householdId, areaId, validOn, special, recheckDays, ...v }: Input<'issueVehicle'>): Promise<PassCard> {
  const plate = normalPlate(typed)
  const vehicleKind = plateKind(plate)
  if (vehicleKind === undefined) throw refuse(passesErrors.plateWrong)
  const { areaId: place, areaPath, communityId } = await placeOf(ctx, householdId, areaId)
  const always = special || isSpecialPlate(plate)
  if (householdId !== undefined && !always) await mustBeFree(ctx, householdId)
  const validUntil = await endOf(ctx, validOn)
  const known = await store.findGood(ctx.sql, { plate, communityId })
  if (known) await endExpired(ctx, known.id, plate)
  const days = always ? null : recheckDays === undefined ? await settingOf(ctx, 'passes.recheckDays') : recheckDays
  return issue(ctx, {
    ...nobody, kind: 'vehicle', areaId: place, areaPath, communityId, householdId: householdId ?? null, validUntil, plate, vehicleKind, special: always, purpose: v.purpose, note: v.note ?? null,
    owner: v.owner ?? null, driver: v.driver ?? null, companions: v.companions ?? null, route: v.route ?? null, recheckDays: days, recheckOn: nextRecheck(days, ctx.today),
  })
}

export async function reprintPass(ctx: Ctx, { passId, why }: Input<'reprintPass'>): Promise<PassCard> {
  const pass = await forAction(ctx, passId, 'reprint')
  await store.raiseIssue(ctx.sql, passId, ctx.now, null, null)
  await keep(ctx, pass, 'reprinted', { why, issue: pass.issue + 1 })
  return cardOf(ctx, passId)
}

export async function renewPass(ctx: Ctx, { passId, validOn }: Input<'renewPass'>): Promise<PassCard> {
  return renew(ctx, await forAction(ctx, passId, 'renew'), await endOf(ctx, validOn))
}

export async function revokePass(ctx: Ctx, { passId, reason }: { passId: string; reason: string }): Promise<PassCard> {
  const pass = await forAction(ctx, passId, 'revoke')
  const { by, byName } = actorOf(ctx)
  await store.endPass(ctx.sql, passId, { state: 'revoked', at: ctx.now, by, byName, reason })
  await keep(ctx, pass, 'revoked', { reason })
  return cardOf(ctx, passId)
}

export async function reinstatePass(ctx: Ctx, { passId }: Input<'reinstatePass'>): Promise<PassCard> {
  const pass = await forAction(ctx, passId, 'reinstate')
  const other = pass.kind === 'household' && pass.householdId ? await store.findGood(ctx.sql, { householdId: pass.householdId })
    : pass.kind === 'person' && pass.personId ? await store.findGood(ctx.sql, { personId: pass.personId })
      : pass.plate ? await store.findGood(ctx.sql, { plate: pass.plate, communityId: (await communityOf(ctx, pass.areaPath)).id }) : undefined
  if (other) throw refuse(passesErrors.alreadyHas, { number: numberOf(pass.kind, (await store.getPass(ctx.sql, other.id)).serial) })
  await store.reopenPass(ctx.sql, passId, stateAgain(pass), ctx.now, pass.confirmedAt)
  // Somebody may have come into quarantine, or out of it, meanwhile.
  if (pass.householdId) await store.followQuarantine(ctx.sql, pass.householdId)
  await keep(ctx, pass, 'reinstated')
  return cardOf(ctx, passId)
}

export async function recheckVehicle(ctx: Ctx, { passId, note }: Input<'recheckVehicle'>): Promise<PassCard> {
  const pass = await forAction(ctx, passId, 'recheck')
  await store.setRecheck(ctx.sql, passId, nextRecheck(pass.recheckDays, ctx.today))
  await keep(ctx, pass, 'rechecked', { note: note ?? '', before: pass.recheckOn })
  return cardOf(ctx, passId)
}

/** The last look is taken back: due again on the day it was. */
export async function undoRecheck(ctx: Ctx, { passId }: Input<'undoRecheck'>): Promise<PassCard> {
  const pass = await forAction(ctx, passId, 'recheck')
  const [last] = (await store.eventsOf(ctx.sql, passId)).filter(({ kind }) => kind === 'rechecked' || kind === 'recheckUndone')
  if (last?.kind !== 'rechecked' || addMinutes(last.at, 24 * 60) < ctx.now) throw refuse(passesErrors.notInState, { state: stateOf(pass, ctx.now) })
  await store.setRecheck(ctx.sql, passId, typeof last.params['before'] === 'string' ? last.params['before'] : ctx.today)
  await keep(ctx, pass, 'recheckUndone')
  return cardOf(ctx, passId)
}
