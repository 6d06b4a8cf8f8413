import { addDays, daysBetween, laterDay, type Day, type Instant } from '../../../kernel/dates.ts'
import { measures, type ContactKind, type Decision, type Measure, type MeasureRule, type PolicyDocument, type PolicyEdition, type ScreeningFacts, type Stage } from '../contract.ts'
import { classify } from './classify.ts'
import { sentence } from './sentence.ts'

export type Reading = 'normal' | 'fever' | 'deviceError'

/** What a reading means under this order; a fault of the device is never taken as a reading. */
export function readTemperature({ temperature: t }: Pick<PolicyDocument, 'temperature'>, celsius: number): Reading {
  if (celsius < t.deviceMin || celsius > t.deviceMax) return 'deviceError'
  return celsius > t.fever || (t.inclusive && celsius === t.fever) ? 'fever' : 'normal'
}

export const isSymptomatic = (document: PolicyDocument, facts: Pick<ScreeningFacts, 'symptoms' | 'temperature'>): boolean =>
  facts.symptoms.length > 0 || (facts.temperature !== undefined && readTemperature(document, facts.temperature) === 'fever')

/** The first measure rule whose conditions hold. */
export const ruleFor = (document: PolicyDocument, origin: string, contact: ContactKind, symptom: boolean): MeasureRule | undefined =>
  document.rules.find(({ when }) =>
    (when.origin === undefined || when.origin.includes(origin)) &&
    (when.contact === undefined || when.contact.includes(contact)) &&
    (when.symptom === undefined || when.symptom === symptom))

/** Combinations of origin class, contact and symptom that no rule decides; a policy is published only when there are none. */
export function undecided(document: PolicyDocument): { origin: string; contact: ContactKind; symptom: boolean }[] {
  const contacts: ContactKind[] = ['none', 'close', 'secondary', 'general']
  return document.originClasses.flatMap(({ id }) => contacts.flatMap((contact) =>
    [false, true].filter((symptom) => ruleFor(document, id, contact, symptom) === undefined).map((symptom) => ({ origin: id, contact, symptom }))))
}

/**
 * Decides by an edition; pure: the same facts give the same decision. Day 0 is the anchor (arrival, or last exposure),
 * unless the order counts the anchor itself as day 1; the last day is inclusive, release from its 24:00.
 */
export function decide(facts: ScreeningFacts, edition: PolicyEdition, _now: Instant): Decision {
  const { document } = edition
  const { originClass, risk } = classify(document, facts)
  const symptomatic = isSymptomatic(document, facts)
  const rule = originClass && ruleFor(document, originClass.id, facts.contact, symptomatic)
  if (!originClass || !rule) throw new Error(`order ${edition.orderNo} decides nothing for ${originClass?.id ?? 'this origin'} and ${facts.contact}`)
  const anchorOn = rule.anchor === 'lastExposure' ? (facts.lastExposureOn ?? facts.arrivedOn) : facts.arrivedOn
  const stages = stagesFrom(rule, anchorOn, document.counting)
  const first = stages[0]
  return {
    outcome: first ? 'manage' : 'none',
    policyId: edition.id,
    orderNo: edition.orderNo,
    ruleId: rule.id,
    clause: rule.clause,
    originClass: originClass.id,
    riskLevel: risk,
    measure: first?.measure ?? null,
    stages,
    anchor: rule.anchor,
    anchorOn,
    startsOn: first?.startsOn ?? anchorOn,
    endsOn: stages.at(-1)?.endsOn ?? anchorOn,
    household: rule.household,
    lead: leadOf(document, facts),
    because: sentence({ facts, edition, rule, originClass, anchorOn, symptomatic }),
  }
}

/** Stages one after the other; the first begins on the anchor and its days are counted by the order's convention. */
export function stagesFrom(rule: Pick<MeasureRule, 'stages'>, anchorOn: Day, counting: PolicyDocument['counting']): Stage[] {
  const stages: Stage[] = []
  let dayZero = counting === 'dayAfterAnchor' ? anchorOn : addDays(anchorOn, -1)
  for (const s of rule.stages) {
    const startsOn = stages.length === 0 ? anchorOn : addDays(dayZero, 1)
    const from = dayZero
    stages.push({
      measure: s.measure, days: s.days, startsOn, endsOn: addDays(from, s.days),
      testsOn: s.testsOnDays.map((n) => addDays(from, n)), visits: s.visits,
    })
    dayZero = addDays(from, s.days)
  }
  return stages
}

/** Fever or a symptom is a lead for the health centre, never a diagnosis. */
function leadOf(document: PolicyDocument, facts: ScreeningFacts): Decision['lead'] {
  const fever = facts.symptoms.includes('fever') || (facts.temperature !== undefined && readTemperature(document, facts.temperature) === 'fever')
  if (fever) return { kind: 'fever', dueMinutes: document.deadlines.feverLeadMinutes }
  if (facts.symptoms.length > 0) return { kind: 'symptom', dueMinutes: document.deadlines.symptomLeadMinutes }
  return null
}

/** From strict to light, as the contract names them. */
const stricter = (a: Measure, b: Measure): boolean => measures.indexOf(a) < measures.indexOf(b)

/**
 * 新的暴露: a new exposure extends, never shortens and never loosens: the later end wins. What was, was; from today on the stricter
 * of both stages holds on each day, whichever ends later, and every test of either stays. A period that is over adds nothing.
 */
export function extendStages(current: readonly Stage[], next: readonly Stage[], today: Day): Stage[] {
  const [currentEnd, nextEnd] = [current.at(-1)?.endsOn ?? '', next.at(-1)?.endsOn ?? '']
  if (nextEnd <= currentEnd && nextEnd < today) return [...current]
  const end = laterDay(currentEnd, nextEnd)
  const pieces: { stage: Stage; startsOn: Day; endsOn: Day }[] = []
  for (let day = current[0]?.startsOn ?? next[0]?.startsOn ?? end; day <= end; day = addDays(day, 1)) {
    const [was, will] = [stageOfDay(current, day), stageOfDay(next, day)]
    const stage = was && (!will || day < today || !stricter(will.measure, was.measure)) ? was : will
    const running = pieces.at(-1)
    if (running && running.stage === stage) running.endsOn = day
    else if (stage) pieces.push({ stage, startsOn: day, endsOn: day })
  }
  const tests = [...new Set([...current, ...next].flatMap((s) => s.testsOn))].toSorted()
  return pieces.map(({ stage, startsOn, endsOn }) => ({
    ...stage, startsOn, endsOn, testsOn: tests.filter((on) => on >= startsOn && on <= endsOn),
    days: startsOn === stage.startsOn ? Math.max(1, stage.days - daysBetween(endsOn, stage.endsOn)) : daysBetween(startsOn, endsOn) + 1,
  }))
}

const stageOfDay = (stages: readonly Stage[], day: Day): Stage | undefined => stages.findLast((s) => s.startsOn <= day && day <= s.endsOn)

export const laterEnd = (a: Day, b: Day): Day => laterDay(a, b)
