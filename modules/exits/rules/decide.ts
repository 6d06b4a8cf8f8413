import { addDays, dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import type { BothLanguages } from '../../../kernel/fields.ts'
import type { ExitKind, ExitRule, Measure, PolicyEdition, Symptom } from '../../policies/contract.ts'
import { readTemperature } from '../../policies/rules.ts'
import type { ExitDecision, ExitNeed, ExitState, Finding } from '../contract.ts'

export type Order = Pick<PolicyEdition, 'id' | 'orderNo' | 'document'>
export interface Management { measure: Measure; endsOn: Day }

/** What is known of somebody who asks to go out. */
export interface ExitFacts {
  kind: ExitKind
  /** 本人管控 */
  own: Management | null
  /** 同住人管控: the strictest there is. */
  household: Management | null
}

/** Whose measure keeps the person in, by the order. */
export function confinement(facts: Pick<ExitFacts, 'own' | 'household'>, confining: readonly Measure[]): Kept | null {
  if (facts.own && confining.includes(facts.own.measure)) return { who: 'managed', by: facts.own }
  return facts.household && confining.includes(facts.household.measure) ? { who: 'householdManaged', by: facts.household } : null
}

const needsOf = (rule: ExitRule, escort: boolean): ExitNeed[] => [
  ...(rule.answer === 'certificate' ? ['certificate' as const] : []), ...(escort ? ['escort' as const] : []), ...(rule.approval ? ['approval' as const] : []),
  ...(rule.transport === 'group' ? ['seat' as const] : []), ...(rule.answer === 'register' ? ['temperature' as const] : []),
]

type Kept = { who: 'managed' | 'householdManaged'; by: Management }
/** Which sentence says why; its words stand under `exits.decision`. */
export type ExitWhy = { key: 'nothingSaid' } | { key: 'said' } | { key: 'confined' | 'escorted'; kept: Kept }
export interface Decided extends Omit<ExitDecision, 'because'> { why: ExitWhy; says: BothLanguages | null }

/** 外出判定: what the order in force says about this person and this reason, and why. */
export function decideExit(facts: ExitFacts, order: Order | undefined): Decided {
  const exits = order?.document.exits
  if (!order || !exits) return { outcome: 'decide', needs: ['approval'], orderNo: order?.orderNo ?? '', clause: '', why: { key: 'nothingSaid' }, says: null, quote: null, against: null }
  const rule = exits.kinds[facts.kind]
  const kept = confinement(facts, exits.confining)
  const common = { orderNo: order.orderNo, clause: rule.clause, says: rule.says, quote: rule.quote ?? null, against: kept?.who ?? null }
  if (rule.answer === 'refuse') return { ...common, outcome: 'refuse', needs: [], why: { key: 'said' } }
  if (kept && rule.confined === 'refuse') return { ...common, outcome: 'refuse', needs: [], why: { key: 'confined', kept } }
  const escort = kept !== null && rule.confined === 'escort'
  const needs = needsOf(rule, escort)
  return { ...common, outcome: rule.answer === 'certificate' ? 'certificate' : needs.includes('approval') || escort ? 'decide' : 'allow', needs, why: kept && escort ? { key: 'escorted', kept } : { key: 'said' } }
}

export const firstState = ({ outcome }: Pick<ExitDecision, 'outcome'>): ExitState => ({ refuse: 'refused', certificate: 'certificateDue', decide: 'applied', allow: 'allowed' } as const)[outcome]

/** After the certificate: allowed at once, unless the community has a word in it or an escort is still to be named. */
export const stateCertified = ({ needs }: Pick<ExitDecision, 'needs'>, escortName: string | null): ExitState => (needs.includes('approval') || (needs.includes('escort') && !escortName) ? 'certified' : 'allowed')

/** A reading with what was said beside it. */
export interface ReadingFact { at: Instant; temperature: number | null; symptoms: readonly Symptom[] }
export interface HealthFacts { own: Management | null; household: Management | null; openLead: boolean; leadBeyond: boolean; /** 确诊、核酸阳性或转送医院, last. */ diagnosedAt: Instant | null; releasedOn: Day | null; readings: readonly ReadingFact[] }

const blank = { measure: null, endsOn: null, releasedOn: null, n: null, lowest: null, highest: null, at: null, symptoms: [] as Symptom[] }

/** 健康证明的条件: read from the data alone; who is escorted to a doctor need not be free of management, nor of what he goes there for. */
export function certificateFindings(facts: HealthFacts, order: Order, kind: ExitKind, now: Instant): Finding[] {
  const { exits } = order.document
  if (!exits) return []
  const from = addDays(dayOf(now), -exits.certificate.lookBackDays)
  const seen = facts.readings.filter(({ at }) => dayOf(at) >= from)
  const measured = seen.filter((r): r is ReadingFact & { temperature: number } => r.temperature !== null && readTemperature(order.document, r.temperature) !== 'deviceError')
  const fevers = measured.filter((r) => readTemperature(order.document, r.temperature) === 'fever')
  const ill = seen.filter((r) => r.symptoms.length > 0)
  const by = confinement(facts, exits.confining)
  const temperatures = measured.map((r) => r.temperature)
  const enough: Finding = { ...blank, id: 'readings', holds: measured.length >= exits.certificate.readings, n: measured.length, lowest: temperatures.length > 0 ? Math.min(...temperatures) : null, highest: temperatures.length > 0 ? Math.max(...temperatures) : null, at: measured[0]?.at ?? null }
  const free: Finding = { ...blank, id: 'notManaged', holds: by === null || exits.kinds[kind].confined === 'escort', measure: by?.by.measure ?? null, endsOn: by?.by.endsOn ?? null, releasedOn: facts.releasedOn !== null && facts.releasedOn >= from ? facts.releasedOn : null }
  // Who goes to a doctor may well be ill: it is said, and decides nothing.
  const well = kind !== 'medical'
  const diagnosed = facts.diagnosedAt !== null && dayOf(facts.diagnosedAt) >= from ? facts.diagnosedAt : null
  return [
    free, { ...blank, id: 'notDiagnosed', holds: diagnosed === null || !well, at: diagnosed }, { ...blank, id: 'noLead', holds: !facts.openLead || !well }, { ...blank, id: 'noLeadBeyond', holds: !facts.leadBeyond || !well },
    { ...blank, id: 'noFever', holds: fevers.length === 0 || !well, highest: fevers[0]?.temperature ?? null, at: fevers[0]?.at ?? null },
    { ...blank, id: 'noSymptom', holds: ill.length === 0 || !well, symptoms: [...new Set(ill.flatMap((r) => r.symptoms))], at: ill[0]?.at ?? null }, enough,
  ]
}

/** The first that speaks against it. */
export const against = (findings: readonly Finding[]): Finding['id'] | undefined => findings.find(({ holds }) => !holds)?.id

/** Last day a certificate holds. */
export const validUntil = (order: Order, today: Day): Day => addDays(today, (order.document.exits?.certificate.validDays ?? 1) - 1)
