import QRCode from 'qrcode'
import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn } from '../../../kernel/dates.ts'
import { may } from '../../accounts/rules.ts'
import type { Measure } from '../../policies/contract.ts'
import { settingOf } from '../../settings/service.ts'
import type { HealthStatus, PassCard, PassLine } from '../contract.ts'
import { actionsOf, healthOf, isRecheckLate, isSoon, numberOf, shortName, stateOf, whyOf } from '../rules.ts'
import * as store from '../store.ts'
import type { PassRow } from '../tables.ts'

export const actorOf = (ctx: Ctx): { by: string | null; byName: string | null; role: string } =>
  ctx.actor.kind === 'staff' ? { by: ctx.actor.accountId, byName: ctx.actor.name, role: ctx.actor.role } : { by: null, byName: null, role: '' }

/** Keepers and property staff see the conclusion and the first sign of a name. */
export const seesNames = (ctx: Ctx): boolean => ctx.actor.kind !== 'staff' || may(ctx.actor.role, 'people.view')
export const nameOf = (ctx: Ctx, pass: PassRow): string => {
  const name = pass.visitorName ?? pass.holder ?? pass.owner ?? ''
  // an office or firm is nobody’s name
  return seesNames(ctx) || (pass.kind === 'vehicle' && pass.householdId === null) ? name : shortName(name)
}

export function toLine(ctx: Ctx, pass: PassRow, soonDays: number): PassLine {
  return {
    passId: pass.passId, kind: pass.kind, serial: pass.serial, number: numberOf(pass.kind, pass.serial), state: stateOf(pass, ctx.now), special: pass.special, name: nameOf(ctx, pass), address: pass.address,
    householdId: pass.householdId, personId: pass.personId, members: pass.kind === 'household' ? pass.members : null, plate: pass.plate, purpose: pass.purpose, validFrom: pass.validFrom, validUntil: pass.validUntil,
    soon: isSoon(pass, ctx.now, soonDays), recheckOn: pass.recheckOn, recheckLate: isRecheckLate(pass.recheckOn, ctx.now), issue: pass.issue, issuedAt: pass.issuedAt, issuerName: pass.issuerName,
  }
}

export const healthStatusOf = async (ctx: Ctx, householdId: string): Promise<HealthStatus> => healthOf(await store.healthFactsOf(ctx.sql, householdId))

export async function cardOf(ctx: Ctx, passId: string): Promise<PassCard> {
  const pass = await store.getPass(ctx.sql, passId)
  const named = seesNames(ctx)
  const holders = pass.householdId !== null && named ? await store.holdersOf(ctx.sql, pass.householdId, pass.kind === 'person' ? pass.personId : null) : []
  return {
    ...toLine(ctx, pass, await settingOf(ctx, 'passes.soonDays')), areaId: pass.areaId, areaName: pass.compound, photoAt: (await store.findPhoto(ctx.sql, passId))?.takenAt ?? null, why: whyOf(pass, ctx.now, named), note: pass.note,
    holders: holders.map(({ birthOn, measure, ...one }) => ({ ...one, age: ageOn(birthOn, ctx.today) ?? null, measure: measure as Measure | null })),
    vehicle: pass.plate === null ? null : {
      plate: pass.plate, kind: pass.vehicleKind ?? 'other', special: pass.special, owner: named ? pass.owner : null, driver: named ? pass.driver : null, companions: pass.companions, route: pass.route, recheckDays: pass.recheckDays, recheckOn: pass.recheckOn,
    },
    visitor: pass.visitorName === null ? null : {
      name: nameOf(ctx, pass), phoneMasked: named ? pass.visitorPhoneMasked : null, from: pass.visitorFrom, host: named ? pass.holder : null, announcedBy: pass.announcedBy ?? 'community', confirmedAt: pass.confirmedAt, arrivedAt: pass.arrivedAt,
    },
    status: pass.householdId === null ? null : await healthStatusOf(ctx, pass.householdId),
    history: await store.eventsOf(ctx.sql, passId), actions: actionsOf(pass, actorOf(ctx).role, ctx.now),
  }
}

/** Level M survives rain and folding; the white around it on paper and screen does the rest of the margin. */
export const drawn = (text: string): Promise<string> => QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
