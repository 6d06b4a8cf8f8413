import type { OutputOf } from '../../../kernel/endpoint.ts'
import type { PassageRecord, SubjectKind, passageApi } from '../../../modules/passage/contract.ts'
import { certificateOf, exitFits, identitiesSaid, type PassageDraft } from '../../../modules/passage/rules.ts'

export type Found = OutputOf<(typeof passageApi)['findAtGate']>
export type Home = Found['found'][number]
/** Whoever stands there: a household found, or somebody who is in no register here. */
export interface Standing { found: Found; home: Home | undefined; subject: SubjectKind; name: string; /** 身份证号 */ document: string; told: string }

/** What the keeper enters; nothing is pre-selected that has to be looked at or measured. */
export interface Entry {
  direction: 'in' | 'out' | undefined; personId: string | undefined; purpose: PassageRecord['purpose']; identity: (typeof identitiesSaid)[number] | undefined; temperature: number | undefined; code: 'green' | 'yellow' | 'red' | undefined
  emergency: PassageRecord['emergency']; special: PassageRecord['specialVehicle']; companions: { kind: 'child' | 'elder' | 'needsCare' | 'adult'; temperature: number | undefined }[]
  certificateNumber: string; certificate: 'medical' | 'migrantWork' | 'localWork' | undefined; visitorConfirmed: boolean | undefined
}
export const emptyEntry = (standing: Standing): Entry => ({
  direction: undefined, personId: standing.home?.personId ?? undefined, purpose: undefined, identity: undefined, temperature: undefined, code: undefined, emergency: undefined, special: standing.found.vehicle?.special ?? undefined, companions: [],
  certificateNumber: '', certificate: undefined, visitorConfirmed: standing.found.visitor?.confirmed,
})

/** 被访户 */
export const visitedOf = ({ found, visitor }: Found): Home | undefined => found.find((one) => one.householdId === visitor?.visitsHouseholdId)
/** 外出证明 of whoever it is. */
export const exitsOf = ({ exits }: Found, personId: string | undefined): Found['exits'] => exits.filter((one) => one.personId === personId)

/** A record without id and time; undefined until the direction is said. */
export function draftOf({ found, home, subject, name, document, told }: Standing, entry: Entry, now: string): PassageDraft | undefined {
  if (entry.direction === undefined) return undefined
  const { direction } = entry
  const { pass, vehicle, visitor } = found
  const exit = exitsOf(found, entry.personId).find((one) => exitFits(one, direction))
  return {
    direction: entry.direction, subject, identity: entry.identity ?? 'notCompared', companions: entry.companions.map(({ kind, temperature }) => ({ kind, ...(temperature === undefined ? {} : { temperature }) })),
    ...(home ? { householdId: home.householdId } : {}), ...(home && entry.personId ? { personId: entry.personId } : {}), ...(name.trim() ? { name: name.trim() } : visitor ? { name: visitor.nameMasked } : {}), ...(document.trim() ? { document: document.trim() } : {}), ...(told.trim() ? { told: told.trim() } : {}),
    ...(pass ? { passNo: pass.no, passState: pass.state, passUntil: pass.until } : {}), ...(vehicle ? { plate: vehicle.plate, ...(vehicle.pass ? { vehiclePass: vehicle.pass } : {}) } : {}), ...(entry.special ? { specialVehicle: entry.special } : {}),
    ...(subject === 'visitor' ? { visitorConfirmed: entry.visitorConfirmed === true } : {}), ...(visitor?.visitsHouseholdId ? { visitsHouseholdId: visitor.visitsHouseholdId } : {}), ...(entry.purpose ? { purpose: entry.purpose } : {}),
    ...(entry.emergency ? { emergency: entry.emergency } : {}), ...(entry.temperature === undefined ? {} : { temperature: entry.temperature }), ...(entry.code ? { code: { colour: entry.code, seenAt: now, how: 'seen' } } : {}),
    ...(exit ? { certificate: certificateOf(exit) } : entry.certificate && entry.certificateNumber.trim() ? { certificate: { number: entry.certificateNumber.trim(), kind: entry.certificate, escorted: false } } : {}),
  }
}
