import type { Ctx } from '../../../kernel/ctx.ts'
import { attachLeads } from '../../leads/service.ts'
import { findPeopleByIndex, personBrief, registerPerson } from '../../people/service.ts'
import { registerPersonInput } from '../../people/contract.ts'
import { policyInForce } from '../../policies/service.ts'
import { openEpisode } from '../../quarantine/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { refuse } from '../../../kernel/errors.ts'
import { screeningErrors, type Corrections, type Newcomer, type Outcome, type Who } from '../contract.ts'
import { isDeviceError } from '../rules.ts'
import { saveChange } from '../store.ts'
import type { ScreeningRow } from '../tables.ts'
import { outcomeOf, raiseLead, tell } from './happened.ts'
import { papersOf } from './intake.ts'
import { earlierArrival, joinInto } from './joining.ts'
import { decideBy } from './policy.ts'

export interface Verification {
  who?: Who | undefined
  areaId?: string | undefined
  corrections?: Corrections | undefined
}

interface Place { personId: string; householdId: string | null; areaId: string; areaPath: string; name: string }

/** 核实: sets right, finds or registers the person, decides by the order of the day it was reported, and acts on it. */
export async function verify(ctx: Ctx, before: ScreeningRow, v: Verification): Promise<Outcome> {
  const corrected = {
    ...before, ...correct(v.corrections), dayTold: before.dayTold || v.corrections?.arrivedOn !== undefined, ...(v.who && 'newcomer' in v.who ? papersOf(ctx, v.who.newcomer) : {}),
  }
  if (!corrected.dayTold) throw refuse(screeningErrors.arrivalUnknown)
  if (corrected.name === '' && v.who === undefined) throw refuse(screeningErrors.nobodyNamed)
  const place = await findOrRegister(ctx, corrected, v)
  const row: ScreeningRow = {
    ...corrected, personId: place.personId, householdId: place.householdId, name: place.name, areaId: place.areaId, areaPath: place.areaPath,
    communityId: (await communityOf(ctx, place.areaPath)).id, documentWrong: false,
  }
  const edition = await policyInForce(ctx, row.areaPath, row.reportedAt)
  row.deviceError = isDeviceError(edition.document, row.temperature ?? undefined)
  if (before.personId === null) await tell(ctx, row, 'reported', {}, row.reportedAt)
  await attachLeads(ctx, row.id, { personId: place.personId, episodeId: null })
  const first = await earlierArrival(ctx, row)
  if (first) return joinVerified(ctx, row, first)
  return act(ctx, row, edition.id, await decideBy(ctx, edition, row))
}

/** After the person was found, it turns out that this arrival is on record already. */
async function joinVerified(ctx: Ctx, row: ScreeningRow, first: ScreeningRow): Promise<Outcome> {
  const joined = { ...row, ...stamp(ctx), state: 'joined' as const, joinedTo: first.id }
  await saveChange(ctx.sql, row.id, joined)
  const { row: merged, ...lead } = await joinInto(ctx, first, joined)
  return outcomeOf(joined, { decision: merged.decision, because: merged.decision?.because ?? null, episodeId: merged.episodeId, ...lead })
}

async function act(ctx: Ctx, row: ScreeningRow, policyId: string, decision: NonNullable<ScreeningRow['decision']>): Promise<Outcome> {
  const decided: ScreeningRow = {
    ...row, ...stamp(ctx), decision, policyId, originClass: decision.originClass, measure: decision.measure, outcomeReason: null,
    state: decision.outcome === 'manage' ? 'managed' : 'notManaged',
  }
  if (decision.outcome === 'manage' && row.personId !== null) {
    // Written first: the episode refers to this record.
    await saveChange(ctx.sql, row.id, decided)
    const opened = await openEpisode(ctx, {
      screeningId: row.id, personId: row.personId, householdId: row.householdId, areaId: row.areaId, areaPath: row.areaPath, decision, policyId,
    })
    const outcome = { episodeId: opened.episodeId, episodeExtended: opened.extended }
    await saveChange(ctx.sql, row.id, outcome)
    Object.assign(decided, outcome)
  } else {
    await saveChange(ctx.sql, row.id, decided)
  }
  const lead = await raiseLead(ctx, decided, decision)
  await tell(ctx, decided, decided.state, {
    orderNo: decision.orderNo, measure: decision.measure, endsOn: decision.endsOn, because: decision.because,
  })
  return outcomeOf(decided, lead ?? {})
}

export const stamp = (ctx: Ctx) => ({
  verifiedAt: ctx.now, verifiedBy: ctx.actor.kind === 'staff' ? ctx.actor.accountId : null, verifierName: ctx.actor.kind === 'staff' ? ctx.actor.name : null,
})

/** What was put right; a field that was not touched stays as told. */
function correct(corrections: Corrections = {}): Partial<ScreeningRow> {
  return Object.fromEntries(Object.entries(corrections).filter(([, value]) => value !== undefined))
}

async function findOrRegister(ctx: Ctx, row: ScreeningRow, v: Verification): Promise<Place> {
  const known = v.who && 'personId' in v.who ? v.who.personId : (row.personId ?? (await probablePerson(ctx, row))?.personId)
  const personId = known ?? (await register(ctx, row, v)).personId
  const person = await personBrief(ctx, personId)
  const area = await areaById(ctx, person.areaId)
  return { personId, householdId: person.householdId, areaId: area.id, areaPath: area.areaPath, name: person.name }
}

/** Somebody in the register with the same number; or the same telephone and the same name, since families share one. */
export async function probablePerson(ctx: Ctx, row: ScreeningRow): Promise<{ personId: string; name: string; by: 'document' | 'phone' } | undefined> {
  if (row.documentIndex === null && row.phoneIndex === null) return undefined
  const found = await findPeopleByIndex(ctx, { documentIndex: row.documentIndex, phoneIndex: row.phoneIndex })
  const byDocument = row.documentIndex !== null && !row.documentWrong ? found.find((p) => p.documentIndex === row.documentIndex) : undefined
  if (byDocument) return { personId: byDocument.id, name: byDocument.name, by: 'document' }
  const byPhone = found.filter((p) => p.phoneIndex !== null && p.phoneIndex === row.phoneIndex && p.name === row.name)
  const [only] = byPhone
  return only && byPhone.length === 1 ? { personId: only.id, name: only.name, by: 'phone' } : undefined
}

function register(ctx: Ctx, row: ScreeningRow, v: Verification): Promise<{ personId: string }> {
  const told: Partial<Newcomer> = v.who && 'newcomer' in v.who ? v.who.newcomer : {}
  const open = (sealed: string | null) => (sealed === null ? null : ctx.vault.open(sealed))
  // Without a door two strangers must not become one household.
  const nowhere = row.building + row.unit + row.room === ''
  return registerPerson(ctx, registerPersonInput.parse({
    areaId: v.areaId ?? row.areaId, building: row.building, unit: row.unit, room: nowhere ? `待补 ${row.receiptNo}` : row.room,
    name: row.name, sex: row.sex ?? '0', birthOn: row.birthOn, documentKind: row.documentKind,
    documentNo: told.documentNo ?? open(row.documentSealed), phone: told.phone ?? open(row.phoneSealed), residency: 'visitor',
  }))
}
