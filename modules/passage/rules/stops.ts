import { addDays, clockOf, dayOf, daysBetween, instantAt, minutesBetween, type Instant } from '../../../kernel/dates.ts'
import type { PassageRules } from '../../policies/contract.ts'
import { readTemperature } from '../../policies/rules.ts'
import { settlementKinds, type Companion, type GateKind, type PassageFacts, type PassagePolicy, type PassageReason, type PassageStep, type PassState, type ReasonCode } from '../contract/facts.ts'

/** What a check has to go by. */
export interface Case { readonly facts: PassageFacts; readonly policy: PassagePolicy; readonly rules: PassageRules; readonly now: Instant }
export interface Stop { outcome: 'refuse' | 'refer'; reason: PassageReason }
type Check = (c: Case) => Stop | undefined

const refuse = (code: ReasonCode, params: PassageReason['params'] = {}): Stop => ({ outcome: 'refuse', reason: { code, params } })
const refer = (code: ReasonCode, params: PassageReason['params'] = {}): Stop => ({ outcome: 'refer', reason: { code, params } })

export const gradeRuleOf = ({ facts, rules }: Case) => rules.grades[facts.grade]
/** 这里的住户: who lives behind this gate. Of others the register tells only whether they may be out at all. */
export const homeOf = ({ facts: { household } }: Case): PassageFacts['household'] => (household?.outside ? null : household)
/** Lives here and is coming home: nobody is left standing outside for want of a paper. */
export const comesHome = (c: Case): boolean => c.facts.direction === 'in' && homeOf(c) !== null
/** From elsewhere: nobody who lives here, and not on a vehicle's pass. */
export const isVisitor = (c: Case): boolean => homeOf(c) === null && c.facts.vehicle?.pass !== 'valid'
/** 凭证明, or for a reason that uses up no turn. */
export const isExempt = ({ facts, rules }: Case): boolean =>
  facts.certificate !== null || facts.vehicle?.pass === 'valid' || (facts.purpose !== null && rules.exempt.includes(facts.purpose))

const identityStop: Check = ({ facts }) => (facts.identity === 'differs' ? refuse('notTheHolder') : undefined)

/** The strictest first: who may not go out at all, then who has to ask before. */
const managedStop: Check = ({ facts, rules, now }) => {
  const today = dayOf(now)
  const managed = (facts.household?.managed ?? []).flatMap((one) => rules.managed.filter((r) => r.measure === one.measure).map((r) => ({ ...one, ...r })))
  const closed = managed.find((m) => m.rule === 'closed' && (m.whom === 'household' || m.self === true))
  const escorted = facts.certificate?.kind === 'medical' && facts.certificate.escorted
  if (facts.held?.sure && !escorted) return refer('quarantineElsewhere', { call: facts.held.call })
  if (closed && !escorted) {
    const params = { measure: closed.measure, day: daysBetween(closed.startsOn, today) + 1, until: closed.endsOn }
    if (facts.direction === 'in') return refer('quarantineReturns', params)
    return refuse(closed.self === true ? 'quarantineSelf' : 'quarantine', params)
  }
  const asks = managed.find((m) => m.rule === 'approval' && (m.whom === 'household' || m.self === true))
  return asks && facts.direction === 'out' && facts.certificate === null ? refuse('approvalNeeded', { measure: asks.measure, until: asks.endsOn }) : undefined
}

const statusStop: Check = (c) => {
  const { facts, rules } = c
  if (facts.direction === 'out' && facts.household?.leadOpen?.self === true) return refer('leadOpen')
  const verdict = facts.code === 'red' ? rules.code.red : facts.code === 'yellow' ? rules.code.yellow : 'allow'
  if (verdict === 'allow' || comesHome(c)) return undefined
  const code = facts.code === 'red' ? 'codeRed' : 'codeYellow'
  return verdict === 'refer' ? refer(code) : refuse(code)
}

const temperatureStop: Check = ({ facts, policy }) => {
  const read = (celsius: number) => readTemperature(policy, celsius)
  const others = facts.companions.map((one) => one.temperature)
  if (facts.temperature !== null && read(facts.temperature) === 'fever') return refer('fever', { celsius: facts.temperature })
  const ill = others.find((t) => t !== undefined && read(t) === 'fever')
  if (ill !== undefined) return refer('companionFever', { celsius: ill })
  if (facts.temperature === null) return refuse('measureFirst')
  if (others.includes(undefined)) return refuse('measureCompanions')
  const faulty = [facts.temperature, ...others].find((t) => t !== undefined && read(t) === 'deviceError')
  return faulty === undefined ? undefined : refuse('measureAgain', { celsius: faulty })
}

const passCodes: Record<Exclude<PassState, 'valid'>, ReasonCode> = {
  notYetValid: 'passNotYetValid', expired: 'passExpired', codeExpired: 'passCodeExpired', suspended: 'passSuspended', revoked: 'passRevoked', used: 'passUsed', replaced: 'passReplaced', damaged: 'passDamaged', forged: 'passForged', unknownKey: 'passUnknownKey', notOurs: 'passNotOurs', otherCommunity: 'passElsewhere',
}
const vehicleCode = (pass: PassState | null): ReasonCode => (pass === null ? 'noVehiclePass' : pass === 'otherCommunity' ? 'vehicleElsewhere' : 'vehiclePassNotValid')
const passStop: Check = (c) => {
  const { facts } = c
  const rule = gradeRuleOf(c)
  if (facts.vehicle && rule.vehicles === 'pass' && facts.vehicle.pass !== 'valid') return refuse(vehicleCode(facts.vehicle.pass), { plate: facts.vehicle.plate })
  // A visitor who leaves has used the code up by coming in.
  if (comesHome(c) || (facts.direction === 'out' && facts.visitor !== null)) return undefined
  if (facts.pass && facts.pass.state !== 'valid') return refuse(passCodes[facts.pass.state], facts.pass.until ? { until: facts.pass.until } : {})
  // Whoever is found in the register needs no paper; a stranger inside shows one, or is a visitor who leaves.
  const nobody = facts.household === null && facts.pass === null && facts.visitor === null && facts.vehicle?.pass !== 'valid'
  return nobody && facts.direction === 'out' && rule.pass && rule.leave !== 'free' ? refuse('noPass') : undefined
}

const clockIn = (clock: string, { from, to }: { from: string; to: string }): boolean => (from <= to ? clock >= from && clock < to : clock >= from || clock < to)
/** Minutes from `now` back to the end, or on to the beginning, of the hours of its day. */
function minutesOutside(now: Instant, hours: { from: string; to: string }): number {
  if (clockIn(clockOf(now), hours)) return 0
  const day = dayOf(now)
  const edges = [addDays(day, -1), day, addDays(day, 1)].flatMap((on) => [instantAt(on, hours.from), instantAt(on, hours.to)])
  return Math.min(...edges.map((edge) => Math.abs(minutesBetween(edge, now))))
}

/** Where no other entrance is open, whoever lives here still comes home. */
const gateStop: Check = (c) => {
  const { facts: { gate, direction }, rules, now } = c
  const elsewhere = gate.elsewhere ?? ''
  if (comesHome(c) && gate.elsewhere === null) return undefined
  if (gate.closedBy !== null) return refuse('gateClosed', { orderNo: gate.closedBy, elsewhere })
  if (gate.ways !== 'both' && gate.ways !== direction) return refuse('wrongWay', { ways: gate.ways, elsewhere })
  return gate.hours && minutesOutside(now, gate.hours) > rules.toleranceMinutes ? refuse('outsideHours', { from: gate.hours.from, to: gate.hours.to, elsewhere }) : undefined
}
/** Whether the gate itself would have stopped somebody who comes home. */
export const gateIsShut = (c: Case): boolean => gateStop({ ...c, facts: { ...c.facts, gate: { ...c.facts.gate, elsewhere: '' } } }) !== undefined

/** 防疫物资、生活必需品凭通行证 (domain §4.3): a closed place is fed by lorries. */
const bringsSupplies = ({ facts: { vehicle, purpose } }: Case): boolean => vehicle?.pass === 'valid' && (purpose === 'supply' || purpose === 'epidemic')
const zoneStop: Check = (c) => {
  const { facts } = c
  const rule = gradeRuleOf(c)
  const shut = gateStop(c)
  if (shut) return shut
  if (facts.vehicle && rule.vehicles === 'refused' && !comesHome(c) && !bringsSupplies(c)) return refuse('vehiclesRefused', { grade: facts.grade })
  if (facts.direction === 'in') return isVisitor(c) ? visitorStop(c) : undefined
  if (homeOf(c) === null) return undefined
  if (rule.leave === 'closed' && facts.certificate === null) return refuse('lockdown', { grade: facts.grade })
  return rule.leave === 'purpose' && !isExempt(c) ? refuse('purposeOnly', { grade: facts.grade }) : undefined
}
const visitorStop: Check = (c) => {
  const { visitors } = gradeRuleOf(c)
  if (visitors === 'refused') return refuse('visitorsRefused', { grade: c.facts.grade })
  return visitors === 'confirmed' && c.facts.visitor?.confirmed !== true ? refuse(c.facts.elsewhere ? 'passElsewhere' : 'visitorNotConfirmed') : undefined
}

/** 人次: of those who pass together, whom somebody takes along by need counts with nobody. */
export const personsOf = (companions: readonly { kind: Companion['kind'] }[]): number => 1 + companions.filter(({ kind }) => kind === 'adult').length
/** Whether an exit still uses up a turn of its household. */
export const usesTurn = (at: Instant, { counting, days }: PassageRules['quota'], now: Instant): boolean =>
  at <= now && (counting === 'hours' ? minutesBetween(at, now) < days * 24 * 60 : dayOf(at) > addDays(dayOf(now), -days))
/** Exits that still do, newest first, one for each person. */
export const turnsUsed = ({ facts, rules: { quota }, now }: Case): Instant[] => (facts.household?.exits ?? []).filter((at) => usesTurn(at, quota, now))
/** One trip leads through the compound's gate and the road's: only the first is leaving home. */
export const keepsSettlement = (kind: GateKind): boolean => settlementKinds.includes(kind)
export const takesATurn = (c: Case): boolean => c.facts.direction === 'out' && keepsSettlement(c.facts.gate.kind) && homeOf(c) !== null && gradeRuleOf(c).leave === 'quota' && !isExempt(c)

const quotaStop: Check = (c) => {
  if (!takesATurn(c)) return undefined
  const { facts, rules: { quota } } = c
  const persons = personsOf(facts.companions)
  if (persons > quota.persons) return refuse('tooMany', { persons: quota.persons, days: quota.days })
  const used = turnsUsed(c)
  // Of these so many may stay; the first beyond has to be over.
  const [last, over] = [used[0], used[quota.persons - persons]]
  if (last === undefined || over === undefined) return undefined
  const next = quota.counting === 'hours' ? new Date(Date.parse(over) + quota.days * 86_400_000).toISOString() : instantAt(addDays(dayOf(over), quota.days), '00:00')
  return refuse('quotaUsed', { persons: quota.persons, days: quota.days, last, next })
}

/** In the order of domain §13.1: who it is, whether managed, status, temperature, pass, grade of the place, frequency. */
export const checks: readonly (readonly [PassageStep, Check])[] = [
  ['identity', identityStop], ['managed', managedStop], ['status', statusStop], ['temperature', temperatureStop], ['pass', passStop], ['zone', zoneStop], ['quota', quotaStop],
]
