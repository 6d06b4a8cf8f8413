import type { Ctx } from '../../../kernel/ctx.ts'
import { isPhone, checkDocument } from '../../people/rules.ts'
import { sealIdentity } from '../../people/service.ts'
import { communityOf } from '../../territory/service.ts'
import type { Channel, HealthFacts, JourneyFacts, Newcomer, ToldBy } from '../contract.ts'
import { isDeviceError, receiptNoOf, verifyByOf } from '../rules.ts'
import { insertScreening, waitForTwin } from '../store.ts'
import type { ScreeningRow } from '../tables.ts'
import { decideBy, policyIfAny } from './policy.ts'
import { raiseLead, tell } from './happened.ts'
import { earlierArrival, joinInto } from './joining.ts'

const paperKeys = [
  'name', 'sex', 'birthOn', 'documentKind', 'documentSealed', 'documentIndex', 'documentMasked', 'documentWrong', 'phoneSealed', 'phoneIndex',
  'phoneMasked', 'building', 'unit', 'room',
] as const
export type Papers = Pick<ScreeningRow, (typeof paperKeys)[number]>

/** The papers of a record that goes to another community. */
export const papersFrom = (row: ScreeningRow): Papers => Object.fromEntries(paperKeys.map((key) => [key, row[key]])) as Papers

/** A report on its way in, by whatever channel. */
export interface Report {
  channel: Channel
  areaId: string
  areaPath: string
  person: { personId: string; householdId: string | null } | undefined
  papers: Papers
  journey: JourneyFacts
  health: HealthFacts
  reportedAt: string
  extra?: Partial<ScreeningRow>
  /** The report it adds to, where that is known already. */
  into?: ScreeningRow
}

/** Numbers as told, sealed. One that cannot be right is kept and marked; the fact is not refused for it. */
export function papersOf(ctx: Ctx, told: Newcomer): Papers {
  const verdict = told.documentNo ? checkDocument(told.documentKind, told.documentNo, ctx.today) : undefined
  const phoneWrong = told.phone !== undefined && told.phone !== '' && !isPhone(told.phone)
  return {
    name: told.name, sex: verdict?.sex ?? told.sex ?? null, birthOn: verdict?.birthOn ?? told.birthOn ?? null, documentKind: told.documentKind,
    ...sealIdentity(ctx, { documentKind: told.documentKind, documentNo: told.documentNo, phone: told.phone }),
    documentWrong: verdict?.fault !== undefined || phoneWrong, building: told.building, unit: told.unit, room: told.room,
  }
}

/** 代报人, the telephone sealed. */
export function toldByOf(ctx: Ctx, told: ToldBy | undefined): Partial<ScreeningRow> {
  if (!told) return {}
  const { phoneSealed, phoneMasked } = sealIdentity(ctx, { documentKind: 'none', phone: told.phone })
  return { toldByName: told.name, toldByRelation: told.relation, toldByPhoneSealed: phoneSealed, toldByPhoneMasked: phoneMasked }
}

const NOT_DECIDED = {
  verifiedAt: null, verifiedBy: null, verifierName: null, decision: null, policyId: null, originClass: null, measure: null, outcomeReason: null,
  note: null, episodeId: null, episodeExtended: false, joinedTo: null, handedToAreaId: null, handedToName: null, deliveredAt: null,
  handedFromId: null, handedFromName: null, linkId: null, toldByName: null, toldByRelation: null, toldByPhoneSealed: null, toldByPhoneMasked: null, dayTold: true, asTold: null,
  confirmed: [] as string[],
} as const

export interface Taken { row: ScreeningRow; first: ScreeningRow; leadId?: string; leadDueAt?: string }

/** Takes a fact in: always. Joined to the report of the same arrival where there is one; a fever is passed on at once, verified or not. */
export async function takeReport(ctx: Ctx, report: Report): Promise<Taken> {
  const edition = await policyIfAny(ctx, report.areaPath, report.reportedAt)
  const row = await newRow(ctx, report, verifyByOf(edition?.document, ctx.now), isDeviceError(edition?.document, report.health.temperature))
  await waitForTwin(ctx.sql, row.personId ?? row.documentIndex ?? row.phoneIndex ?? row.id)
  const first = report.into ?? (await earlierArrival(ctx, row))
  if (first) {
    const joined = { ...row, state: 'joined' as const, joinedTo: first.id, verifiedAt: ctx.now }
    await insertScreening(ctx.sql, joined)
    const { row: merged, ...lead } = await joinInto(ctx, first, joined)
    return { row: joined, first: merged, ...lead }
  }
  await insertScreening(ctx.sql, row)
  await tell(ctx, row, 'reported')
  const lead = edition ? await raiseLead(ctx, row, await decideBy(ctx, edition, row)) : undefined
  return { row, first: row, ...lead }
}

async function newRow(ctx: Ctx, report: Report, verifyBy: string | null, deviceError: boolean): Promise<ScreeningRow> {
  const id = ctx.newId()
  const { journey: j, health: h } = report
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  return {
    ...NOT_DECIDED, id, receiptNo: receiptNoOf(id, report.reportedAt), areaId: report.areaId, areaPath: report.areaPath,
    communityId: (await communityOf(ctx, report.areaPath)).id, channel: report.channel, state: 'toVerify', ...report.papers,
    personId: report.person?.personId ?? null, householdId: report.person?.householdId ?? null,
    origin: j.origin, originName: j.originName, originPlace: j.originPlace ?? null, leftOn: j.leftOn ?? null, arrivedOn: j.arrivedOn,
    transport: j.transport ?? null, tripNo: j.tripNo ?? null, via: j.via ?? null, companions: j.companions ?? null, purpose: j.purpose ?? null,
    purposeNote: j.purposeNote ?? null, occupation: h.occupation ?? null, closeContacts: h.closeContacts ?? null,
    contact: h.contact, contactAsked: h.contactAsked || h.contact !== 'none', lastExposureOn: h.lastExposureOn ?? null, symptoms: h.symptoms,
    symptomsAsked: h.symptomsAsked || h.symptoms.length > 0, temperature: h.temperature ?? null, temperatureSite: h.temperatureSite ?? null, deviceError,
    reportedAt: report.reportedAt, receivedAt: ctx.now, reportedBy: staff?.accountId ?? null, reporterName: staff?.name ?? null, verifyBy,
    ...report.extra,
  }
}
