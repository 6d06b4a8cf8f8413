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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const zhDay = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const enDay = (day: Day) => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`
const ZH_MEASURES: Record<Measure, string> = { centralQuarantine: '集中隔离', homeQuarantine: '居家隔离', homeMonitoring: '居家健康监测', healthMonitoring: '健康监测', selfMonitoring: '自我健康监测' }
const EN_MEASURES: Record<Measure, string> = { centralQuarantine: 'in central quarantine', homeQuarantine: 'in home quarantine', homeMonitoring: 'under home health monitoring', healthMonitoring: 'under health monitoring', selfMonitoring: 'under self monitoring' }

/** Whose measure keeps the person in, by the order. */
export function confinement(facts: Pick<ExitFacts, 'own' | 'household'>, confining: readonly Measure[]): { who: 'managed' | 'householdManaged'; by: Management } | null {
  if (facts.own && confining.includes(facts.own.measure)) return { who: 'managed', by: facts.own }
  return facts.household && confining.includes(facts.household.measure) ? { who: 'householdManaged', by: facts.household } : null
}

const confined = ({ who, by }: { who: 'managed' | 'householdManaged'; by: Management }): BothLanguages => (who === 'managed'
  ? { zh: `本人正在${ZH_MEASURES[by.measure]},${zhDay(by.endsOn)}期满`, en: `${EN_MEASURES[by.measure]} until ${enDay(by.endsOn)}` }
  : { zh: `同住人正在${ZH_MEASURES[by.measure]},${zhDay(by.endsOn)}期满`, en: `somebody of the household is ${EN_MEASURES[by.measure]} until ${enDay(by.endsOn)}` })

const needsOf = (rule: ExitRule, escort: boolean): ExitNeed[] => [
  ...(rule.answer === 'certificate' ? ['certificate' as const] : []), ...(escort ? ['escort' as const] : []), ...(rule.approval ? ['approval' as const] : []),
  ...(rule.transport === 'group' ? ['seat' as const] : []), ...(rule.answer === 'register' ? ['temperature' as const] : []),
]

/** 外出判定: what the order in force says about this person and this reason, with the sentence why. */
export function decideExit(facts: ExitFacts, order: Order | undefined): ExitDecision {
  const exits = order?.document.exits
  if (!order || !exits) {
    const because = { zh: '现行方案没有规定外出,由社区决定。', en: 'The order in force says nothing about going out; the community decides.' }
    return { outcome: 'decide', needs: ['approval'], orderNo: order?.orderNo ?? '', clause: '', because, quote: null, against: null }
  }
  const rule = exits.kinds[facts.kind]
  const by = confinement(facts, exits.confining)
  const kept = { orderNo: order.orderNo, clause: rule.clause, quote: rule.quote ?? null, against: by?.who ?? null }
  if (by && rule.confined === 'refuse' && rule.answer !== 'refuse') {
    const why = confined(by)
    return { ...kept, outcome: 'refuse', needs: [], because: { zh: `${why.zh},按${order.orderNo}期满前不能外出(看病除外)。`, en: `${why.en}: by ${order.orderNo} not before that day, except to a doctor.` } }
  }
  const escort = by !== null && rule.confined === 'escort' && rule.answer !== 'refuse'
  const said = { zh: `按${order.orderNo}${rule.clause},${rule.says.zh}`, en: `${order.orderNo}, ${rule.clause}: ${rule.says.en}` }
  const accompanied = escort && by ? { zh: `;${confined(by).zh},须专人陪同`, en: `; ${confined(by).en}, so escorted` } : { zh: '', en: '' }
  const because = { zh: `${said.zh}${accompanied.zh}。`, en: `${said.en}${accompanied.en}.` }
  if (rule.answer === 'refuse') return { ...kept, outcome: 'refuse', needs: [], because }
  const needs = needsOf(rule, escort)
  return { ...kept, outcome: rule.answer === 'certificate' ? 'certificate' : needs.includes('approval') || escort ? 'decide' : 'allow', needs, because }
}

export const firstState = ({ outcome }: Pick<ExitDecision, 'outcome'>): ExitState => ({ refuse: 'refused', certificate: 'certificateDue', decide: 'applied', allow: 'allowed' } as const)[outcome]

/** After the certificate: allowed at once, unless the community has a word in it or an escort is still to be named. */
export const stateCertified = ({ needs }: Pick<ExitDecision, 'needs'>, escortName: string | null): ExitState => (needs.includes('approval') || (needs.includes('escort') && !escortName) ? 'certified' : 'allowed')

/** A reading with what was said beside it. */
export interface ReadingFact { at: Instant; temperature: number | null; symptoms: readonly Symptom[] }
export interface HealthFacts { own: Management | null; household: Management | null; openLead: boolean; releasedOn: Day | null; readings: readonly ReadingFact[] }

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
  return [
    free, { ...blank, id: 'noLead', holds: !facts.openLead || !well },
    { ...blank, id: 'noFever', holds: fevers.length === 0 || !well, highest: fevers[0]?.temperature ?? null, at: fevers[0]?.at ?? null },
    { ...blank, id: 'noSymptom', holds: ill.length === 0 || !well, symptoms: [...new Set(ill.flatMap((r) => r.symptoms))], at: ill[0]?.at ?? null }, enough,
  ]
}

/** The first that speaks against it. */
export const against = (findings: readonly Finding[]): Finding['id'] | undefined => findings.find(({ holds }) => !holds)?.id

/** Last day a certificate holds. */
export const validUntil = (order: Order, today: Day): Day => addDays(today, (order.document.exits?.certificate.validDays ?? 1) - 1)
