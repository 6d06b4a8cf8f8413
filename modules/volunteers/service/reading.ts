import { scopeOf, type Ctx, type Scope, type StaffActor } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, addMonths, dayOf, instantAt } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import type { CallCard, CallLine, Taker, VolunteerCard, VolunteerLine } from '../contract.ts'
import { PROPOSED_MOST, RECENT_DAYS, SOON_HOURS } from '../data.ts'
import type { Shift } from '../../passage/contract.ts'
import { listShifts } from '../../passage/service.ts'
import { actionsOf, callStanding, certificateText, propose, signedOn, undoable } from '../rules.ts'
import * as store from '../store.ts'
import type { CallRow, PointRow, ServiceRow, VolunteerRow } from '../tables.ts'
import { zh } from '../words.zh.ts'

export function staffOf(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
export const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
export const nowOf = (ctx: Ctx): store.Now => ({ now: ctx.now, recent: instantAt(addDays(ctx.today, 1 - RECENT_DAYS), '00:00') })
export const clockOf = (ctx: Ctx): store.Clock => ({ now: ctx.now, soon: addMinutes(ctx.now, SOON_HOURS * 60) })
/** From the first of a month to the first of the next. */
export const monthSpan = (month: string) => ({ from: instantAt(`${month}-01`, '00:00'), to: instantAt(addMonths(`${month}-01`, 1), '00:00') })

export function toLine(row: VolunteerRow): VolunteerLine {
  const { volunteerId, name, kind, unit, areaName, personId, door, phoneMasked, skills, free, inPublic, state, reportedOn, createdAt, next, times, minutes, minutes7, absent, lastAt, balance } = row
  return {
    volunteerId, name, kind, unit, areaName, personId, door, phoneMasked, skills, free, inPublic, state, reportedOn, createdAt, next, times, minutes, minutes7, absent, balance,
    lastOn: lastAt === null ? null : dayOf(lastAt), managed: row.measure === null ? null : { measure: row.measure, until: row.measureUntil },
  }
}
const toEntry = (ctx: Ctx, { volunteerId: _v, areaPath: _p, takenBack, ...entry }: PointRow) => ({ ...entry, undoable: entry.kind === 'exchanged' && !takenBack && undoable(entry.at, ctx.today) })
const toService = (ctx: Ctx, s: ServiceRow) => ({
  serviceId: s.serviceId, callId: s.callId, kind: s.kind, place: s.place, startsAt: s.startsAt, endsAt: s.endsAt, state: s.state, cameAt: s.cameAt, leftAt: s.leftAt, minutes: s.minutes, note: s.note, rating: s.rating, recordedAt: s.recordedAt, recorderName: s.recorderName, points: s.points, undoable: undoable(s.recordedAt, ctx.today),
})

export async function cardOf(ctx: Ctx, volunteerId: string): Promise<VolunteerCard> {
  const row = await store.getRow(ctx.sql, volunteerId, nowOf(ctx))
  const services = await store.servicesOf(ctx.sql, volunteerId)
  const came = services.flatMap((s) => (s.state === 'came' && s.cameAt !== null && s.minutes !== null ? [{ ...s, cameAt: s.cameAt, minutes: s.minutes }] : []))
  const likely = row.state === 'waiting' && row.personId === null ? await store.likelyPeople(ctx.sql, scopeOf((await communityOf(ctx, row.areaPath)).areaPath), row.name, row.phoneIndex) : []
  return {
    ...toLine(row), note: row.note, stateReason: row.stateReason, creatorName: row.creatorName, byCode: row.byCode, actions: actionsOf(row.state), likely,
    services: services.map((s) => toService(ctx, s)), points: (await store.entriesOf(ctx.sql, volunteerId)).map((entry) => toEntry(ctx, entry)), certificate: certificateText(came, (kind) => zh.works[kind]),
  }
}

export function toCall(ctx: Ctx, { areaPath: _p, state, unrecorded, ...row }: CallRow): CallLine {
  return { ...row, standing: callStanding({ ...row, state, unrecorded }, ctx.now) }
}
/** The shift of the roster a call is for, as it stands. */
export const postOf = async (ctx: Ctx, shift: CallLine['shift']): Promise<Shift | undefined> => (shift === null ? undefined : (await listShifts(ctx, { gateId: shift.gateId, from: shift.on, days: 1, limit: 10 })).items.find(({ slot }) => slot === shift.slot))
export async function callCardOf(ctx: Ctx, callId: string): Promise<CallCard> {
  const row = await store.getCall(ctx.sql, callId)
  const line = toCall(ctx, row)
  const post = await postOf(ctx, row.shift)
  const takers = (await store.takersOf(ctx.sql, callId)).map((s): Taker => ({
    serviceId: s.serviceId, volunteerId: s.volunteerId, name: s.name, unit: s.unit, phoneMasked: s.phoneMasked, state: s.state, cameAt: s.cameAt, leftAt: s.leftAt, minutes: s.minutes, rating: s.rating, note: s.note, undoable: undoable(s.recordedAt, ctx.today), signedOn: post ? signedOn(post, s.name) : null,
  }))
  if (line.standing !== 'open') return { ...line, takers, proposals: [], misfits: [] }
  const community = scopeOf((await communityOf(ctx, row.areaPath)).areaPath)
  const { fit, misfits } = propose(await store.candidates(ctx.sql, community, row, nowOf(ctx).recent), row)
  const proposals = fit.slice(0, PROPOSED_MOST).map(({ volunteerId, name, kind, unit, phoneMasked, minutes7, skilled, freeFor }) => ({ volunteerId, name, kind, unit, phoneMasked, minutes7, skilled, free: freeFor }))
  return { ...line, takers, proposals, misfits }
}

/** Whose paper it is. */
export async function officeFor(ctx: Ctx) {
  const { name, fullName, officePhone } = await areaById(ctx, staffOf(ctx).areaId)
  return { name, fullName, phone: officePhone }
}
