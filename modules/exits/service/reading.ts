import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn } from '../../../kernel/dates.ts'
import type { ExitCard, ExitLine } from '../contract.ts'
import { actionsOf, endedOf, missingOf, type Standing } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'
import { findingsOf, keptIn, ordersOf } from './facts.ts'

export function toLine(ctx: Ctx, r: ExitRow): ExitLine {
  return {
    exitId: r.exitId, kind: r.kind, state: r.state, channel: r.channel, personId: r.personId, householdId: r.householdId, name: r.name, sex: r.sex, age: ageOn(r.birthOn, ctx.today) ?? null, phoneMasked: r.phoneMasked, documentMasked: r.documentMasked,
    address: r.address, destinationName: r.destinationName, destinationCode: r.destinationCode, employer: r.employer, leavesOn: r.leavesOn, untilOn: r.untilOn, askedOn: r.askedOn, appliedAt: r.appliedAt,
    certificateNo: r.certificateNo, certifiedUntil: r.certifiedUntil, ended: endedOf(standingOf(r)), dueBackAt: r.dueBackAt, late: r.state === 'out' && r.dueBackAt !== null && r.dueBackAt < ctx.now, notBackReason: r.notBackReason, plate: r.plate, seatNo: r.seatNo,
  }
}

export const standingOf = (r: ExitRow): Standing => r

export async function cardOf(ctx: Ctx, exitId: string): Promise<ExitCard> {
  const r = await store.getRow(ctx.sql, exitId, ctx.today)
  const orders = ordersOf(ctx)
  const kept = r.state === 'allowed' && !r.over ? (await keptIn(ctx, [r], orders)).get(exitId) : undefined
  const stays = kept !== undefined && !(kept.escort && r.escortName)
  const actions = actionsOf(standingOf(r), ctx.today)
  const findings = actions.includes('certify') ? ((await findingsOf(ctx, [r], orders)).get(exitId)?.findings ?? []) : []
  return {
    ...toLine(ctx, r), decision: r.decision, missing: missingOf(standingOf(r)), note: r.note, applierName: r.applierName, escortName: r.escortName, emergencyName: r.emergencyName, emergencyMasked: r.emergencyMasked,
    decidedAt: r.decidedAt, deciderName: r.deciderName, decideReason: r.decideReason, certifiedAt: r.certifiedAt, certifierName: r.certifierName, certificateValid: r.certificateValid, certificatePaper: r.certificateValid ? ((await store.certificatePaperOf(ctx.sql, exitId)) ?? null) : null, findings,
    transportId: r.transportId, departsAt: r.departsAt, trips: await store.tripsOf(ctx.sql, exitId), readings: await store.checksOf(ctx.sql, exitId), events: await store.eventsOf(ctx.sql, exitId), actions: actions.filter((action) => (action === 'goOut' ? !stays : action !== 'nameEscort' || (stays && kept.escort))), keptIn: stays && kept ? kept.who : null,
  }
}
