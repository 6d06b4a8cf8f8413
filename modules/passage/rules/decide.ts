import { minutesBetween, type Instant } from '../../../kernel/dates.ts'
import { readTemperature } from '../../policies/rules.ts'
import type { PassageDecision, PassageFacts, PassagePolicy, PassageReason, PassageStep, PassageWarning, WarningCode } from '../contract/facts.ts'
import { plainRules } from '../data/plain.ts'
import { checks, comesHome, gateIsShut, gradeRuleOf, homeOf, isExempt, isVisitor, keepsSettlement, takesATurn, type Case, type Stop } from './stops.ts'

/**
 * 出入判定: pure, the same on the phone and on the server. The first check that stops somebody decides and says why; an emergency and
 * a special vehicle pass whatever the checks say, which is then told as a warning and kept with the record.
 */
export function decidePassage(facts: PassageFacts, policy: PassagePolicy | null, now: Instant): PassageDecision {
  const by = policy && { policyId: policy.policyId, orderNo: policy.orderNo }
  if (policy === null) return withoutOrder(facts)
  const c: Case = { facts, policy, rules: policy.passage ?? plainRules, now }
  const found = firstStop(c)
  const lead = leadOf(c)
  const anyhow = passesAnyhow(facts)
  if (anyhow) return { outcome: 'allow', ...anyhow, warnings: [...overridden(c, found), ...warningsOf(c)], counted: false, lead, policy: by }
  if (found) return { outcome: found.outcome, step: found.step, reason: found.reason, warnings: warningsOf(c), counted: takesATurn(c), lead, policy: by }
  return { outcome: 'allow', step: 'done', reason: whyAllowed(c), warnings: warningsOf(c), counted: takesATurn(c), lead, policy: by }
}

/** 紧急情况 and 特种车辆: never held up. */
function passesAnyhow({ emergency, vehicle }: PassageFacts): { step: PassageStep; reason: PassageReason } | undefined {
  if (emergency !== null) return { step: 'emergency', reason: { code: 'emergency', params: { emergency } } }
  return vehicle?.special ? { step: 'special', reason: { code: 'special', params: { special: vehicle.special, plate: vehicle.plate } } } : undefined
}

/** Without an order nobody can say who has a fever or may go out: somebody of the community decides. Emergencies pass all the same. */
function withoutOrder(facts: PassageFacts): PassageDecision {
  const anyhow = passesAnyhow(facts)
  const decided = anyhow ?? { step: 'status' as const, reason: { code: 'noOrder' as const, params: {} } }
  return { outcome: anyhow ? 'allow' : 'refer', ...decided, warnings: [{ code: 'noRules', params: {} }], counted: false, lead: null, policy: null }
}

/** 人证还没核对: whoever would be let through and was not compared with the pass, where the order asks for one. With one tap it is said that they are alike, or why nobody compared. */
export const identityOwed = ({ outcome, step, warnings }: Pick<PassageDecision, 'outcome' | 'step' | 'warnings'>): boolean => outcome === 'allow' && step === 'done' && warnings.some(({ code }) => code === 'notCompared')
/** Beside the reason why somebody is stopped these would only be noise. */
const ASIDE: ReadonlySet<WarningCode> = new Set(['notCompared', 'noPassShown', 'codeNotSeen'])
/** 提醒 as they are said: of an identity that is owed the question stands there instead. */
export const warningsSaid = (decision: PassageDecision): PassageWarning[] =>
  decision.warnings.filter(({ code }) => (decision.outcome === 'allow' ? code !== 'notCompared' || !identityOwed(decision) : !ASIDE.has(code)))
/** What may be said then. */
export const identitiesSaid = ['same', 'known', 'noDocument', 'differs'] as const satisfies readonly PassageFacts['identity'][]

function firstStop(c: Case): (Stop & { step: PassageStep }) | undefined {
  for (const [step, check] of checks) {
    const stop = check(c)
    if (stop) return { ...stop, step }
  }
  return undefined
}

/** The highest reading of all who pass, where it is a fever. */
function leadOf({ facts, policy }: Case): PassageDecision['lead'] {
  const readings = [facts.temperature, ...facts.companions.map((one) => one.temperature ?? null)].filter((t) => t !== null && readTemperature(policy, t) === 'fever')
  return readings.length === 0 ? null : { kind: 'fever', dueMinutes: policy.feverLeadMinutes, temperature: Math.max(...readings.map(Number)) }
}

/** What would have stopped somebody who passes all the same; a missing reading is said as such, nobody waits for it. */
function overridden({ facts }: Case, found: Stop | undefined): PassageWarning[] {
  if (!found) return []
  if (found.reason.code === 'measureFirst' || found.reason.code === 'measureCompanions') return [{ code: 'notMeasured', params: {} }]
  if (facts.emergency === null && (found.reason.code === 'fever' || found.reason.code === 'companionFever')) return [{ code: 'feverAboard', params: found.reason.params }]
  return [{ code: 'stopped', params: { ...found.reason.params, reason: found.reason.code } }]
}

function whyAllowed(c: Case): PassageReason {
  const { facts, rules } = c
  const say = (code: PassageReason['code'], params: PassageReason['params'] = {}): PassageReason => ({ code, params })
  if (facts.vehicle?.pass === 'valid') return say('vehiclePass', { plate: facts.vehicle.plate })
  if (facts.direction === 'in') return homeOf(c) !== null ? say('home') : facts.visitor?.confirmed ? say('visitorConfirmed') : say('visitorFree')
  if (homeOf(c) === null) return say('visitorLeaves')
  if (facts.certificate) return say('certificate', { kind: facts.certificate.kind, number: facts.certificate.number })
  const { leave } = gradeRuleOf(c)
  if (leave !== 'free' && isExempt(c)) return say('exempt', { purpose: facts.purpose ?? 'other' })
  return takesATurn(c) ? say('quotaFree', { persons: rules.quota.persons, days: rules.quota.days }) : say('free')
}

function warningsOf(c: Case): PassageWarning[] {
  const { facts, rules, now } = c
  const { household } = facts
  const home = homeOf(c)
  const rule = gradeRuleOf(c)
  const out = home?.outSince && home.outSince < now ? minutesBetween(home.outSince, now) / 60 : null
  const found: PassageWarning[] = []
  const warn = (holds: boolean | undefined, code: WarningCode, params?: () => PassageWarning['params']) => { if (holds) found.push({ code, params: params?.() ?? {} }) }
  warn(rule.pass && facts.vehicle === null && facts.identity === 'notCompared' && (facts.pass !== null || household !== null), 'notCompared')
  warn(household?.managed.some((m) => m.self === null && rules.managed.some((r) => r.measure === m.measure && r.whom === 'person')), 'memberManaged')
  warn(facts.direction === 'out' && household?.leadOpen?.self === null, 'memberLead')
  warn(comesHome(c) && home?.leadOpen?.self === true, 'leadComesHome')
  warn(rules.code.asked && facts.code === null, 'codeNotSeen')
  warn(comesHome(c) && facts.code !== null && facts.code !== 'green', 'codeComesHome', () => ({ code: facts.code ?? '' }))
  warn(rule.pass && home !== null && facts.pass === null && facts.vehicle?.pass !== 'valid', 'noPassShown')
  warn(comesHome(c) && facts.pass !== null && facts.pass.state !== 'valid', 'passComesHome', () => ({ state: facts.pass?.state ?? '' }))
  warn(comesHome(c) && facts.gate.elsewhere === null && gateIsShut(c), 'gateComesHome')
  warn(facts.direction === 'in' && out !== null && rules.hoursOut !== null && out > rules.hoursOut, 'lateBack', () => ({ hours: Math.floor(out ?? 0), most: rules.hoursOut ?? 0 }))
  warn(facts.direction === 'out' && keepsSettlement(facts.gate.kind) && out !== null, 'stillOut', () => ({ since: home?.outSince ?? '' }))
  warn(facts.direction === 'out' && isVisitor(c) && facts.visitor === null && household === null, 'unknown')
  warn(facts.held?.sure === false, 'sameNameHeld', () => ({ call: facts.held?.call ?? '' }))
  warn(facts.vehicle?.pass === 'otherCommunity', 'vehicleElsewhere', () => ({ plate: facts.vehicle?.plate ?? '' }))
  return found
}
