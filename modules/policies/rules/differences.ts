import { contactKinds, exitKinds, passageGrades, type CheckWindow, type ContactKind, type ExitKind, type ExitRule, type ExitTerms, type MeasureRule, type OriginClass, type PassageRules, type PolicyDocument, type ResumptionTerms, type RiskArea } from '../contract.ts'
import { ruleFor } from './decide.ts'

/** For which cases of an origin: with which contact, with or without symptoms; absent means all of them. */
export interface Cases { contacts?: readonly ContactKind[]; symptom?: boolean }

/** The single values of an order that can differ, each said with its own unit. */
export type ValueName =
  | 'fever' | 'inclusive' | 'deviceMin' | 'deviceMax' | 'counting' | 'feverLeadMinutes' | 'symptomLeadMinutes' | 'verifyMinutes' | 'missedVisitBy' | 'cutOff' | 'minutesPerLevel' | 'retroactive'

/** 出入规定, part by part: what a grade asks for, and what holds in all of them. */
export const passageParts = ['open', 'prevention', 'control', 'lockdown', 'quota', 'exempt', 'hoursOut', 'companions', 'toleranceMinutes', 'managed', 'code'] as const
export type PassagePart = (typeof passageParts)[number]

/** 复工复产, part by part. */
export const resumptionParts = ['points', 'closedTrades', 'recheckDays', 'mendDays'] as const
export type ResumptionPart = (typeof resumptionParts)[number]

/** One difference between two editions, ready to be said in a sentence; `before` or `after` is absent where there was or will be nothing. */
export type Difference =
  | { part: 'measure'; origins: OriginClass[]; cases: Cases; before: MeasureRule | undefined; after: MeasureRule | undefined }
  | { part: 'originClass'; before: OriginClass | undefined; after: OriginClass | undefined }
  | { part: 'riskArea'; before: RiskArea | undefined; after: RiskArea | undefined }
  | { part: 'window'; before: CheckWindow | undefined; after: CheckWindow | undefined }
  | { part: 'release'; what: 'requires' | 'confirmBy'; added: string[]; removed: string[] }
  | { part: 'exit'; kind: ExitKind; before: ExitRule | undefined; after: ExitRule | undefined }
  | { part: 'exitTerm'; name: ExitTermName; before: string | undefined; after: string | undefined }
  | { part: 'resumption'; what: ResumptionPart; before: ResumptionTerms | undefined; after: ResumptionTerms | undefined }
  | { part: 'passage'; what: PassagePart; before: PassageRules | undefined; after: PassageRules | undefined }
  | { part: 'value'; name: ValueName; before: string | number | boolean; after: string | number | boolean }

/** 外出管理 besides the four rules. */
export type ExitTermName = 'confining' | 'lookBackDays' | 'readings' | 'validDays' | 'backBy'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What another edition would do otherwise. Measures are compared by what they do to whom and not by how the rules are written or
 * ordered: two documents that decide everything alike differ in nothing.
 */
export const differences = (before: PolicyDocument, after: PolicyDocument): Difference[] => [
  ...measuresOf(before, after),
  ...pairs(before.originClasses, after.originClasses, (c) => c.id).map((p) => ({ part: 'originClass' as const, ...p })),
  ...pairs(before.riskAreas, after.riskAreas, (a) => `${a.code ?? ''} ${a.place ?? ''} ${a.level}`).map((p) => ({ part: 'riskArea' as const, ...p })),
  ...pairs(before.checkWindows, after.checkWindows, (w) => w.id).map((p) => ({ part: 'window' as const, ...p })),
  ...listOf('requires', before.release.requires, after.release.requires),
  ...listOf('confirmBy', before.release.confirmBy, after.release.confirmBy),
  ...exitsOf(before.exits, after.exits),
  ...passageOf(before.passage, after.passage),
  ...resumptionOf(before.resumption, after.resumption),
  ...valuesOf(before, after),
]

/** Members of two lists that are not alike, found by what makes them the same member. */
function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): { before: T | undefined; after: T | undefined }[] {
  const keys = [...new Set([...before, ...after].map(keyOf))]
  return keys.map((key) => ({ before: before.find((one) => keyOf(one) === key), after: after.find((one) => keyOf(one) === key) }))
    .filter((pair) => !same(pair.before, pair.after))
}

const partOf = (rules: PassageRules | undefined, what: PassagePart): unknown => (rules === undefined ? undefined : passageGrades.some((grade) => grade === what) ? rules.grades[what as (typeof passageGrades)[number]] : rules[what as Exclude<PassagePart, (typeof passageGrades)[number]>])
const passageOf = (before: PassageRules | undefined, after: PassageRules | undefined): Difference[] =>
  passageParts.filter((what) => !same(partOf(before, what), partOf(after, what))).map((what) => ({ part: 'passage', what, before, after }))

/** The trade is closed or it is not; by which clause is its wording. */
const askedBy = (terms: ResumptionTerms | undefined, what: ResumptionPart): unknown => (what === 'closedTrades' ? terms?.closedTrades.map((one) => one.trade).toSorted() : terms?.[what])
const resumptionOf = (before: ResumptionTerms | undefined, after: ResumptionTerms | undefined): Difference[] =>
  resumptionParts.filter((what) => !same(askedBy(before, what), askedBy(after, what))).map((what) => ({ part: 'resumption', what, before, after }))

function listOf(what: 'requires' | 'confirmBy', before: readonly string[], after: readonly string[]): Difference[] {
  const [added, removed] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))]
  return added.length + removed.length === 0 ? [] : [{ part: 'release', what, added, removed }]
}

const termsIn = (e: ExitTerms | undefined): Partial<Record<ExitTermName, string>> => (e === undefined ? {} : {
  confining: e.confining.join(','), lookBackDays: String(e.certificate.lookBackDays), readings: String(e.certificate.readings), validDays: String(e.certificate.validDays), backBy: e.backBy,
})
const exitTermNames: readonly ExitTermName[] = ['confining', 'lookBackDays', 'readings', 'validDays', 'backBy']
/** What a rule does, apart from its wording. */
const exitEffect = (rule: ExitRule | undefined) => rule && [rule.answer, rule.transport, rule.approval, rule.confined]

function exitsOf(before: ExitTerms | undefined, after: ExitTerms | undefined): Difference[] {
  const kinds = exitKinds.map((kind) => ({ part: 'exit' as const, kind, before: before?.kinds[kind], after: after?.kinds[kind] })).filter((one) => !same(exitEffect(one.before), exitEffect(one.after)))
  const [was, is] = [termsIn(before), termsIn(after)]
  return [...kinds, ...exitTermNames.filter((name) => was[name] !== is[name]).map((name) => ({ part: 'exitTerm' as const, name, before: was[name], after: is[name] }))]
}

const valuesIn = (d: PolicyDocument): Record<ValueName, string | number | boolean> => ({
  fever: d.temperature.fever, inclusive: d.temperature.inclusive, deviceMin: d.temperature.deviceMin, deviceMax: d.temperature.deviceMax, counting: d.counting,
  feverLeadMinutes: d.deadlines.feverLeadMinutes, symptomLeadMinutes: d.deadlines.symptomLeadMinutes, verifyMinutes: d.deadlines.verifyMinutes,
  missedVisitBy: d.deadlines.missedVisitBy, cutOff: d.report.cutOff, minutesPerLevel: d.report.minutesPerLevel, retroactive: d.retroactive ?? false,
})

function valuesOf(before: PolicyDocument, after: PolicyDocument): Difference[] {
  const [was, is] = [valuesIn(before), valuesIn(after)]
  return (Object.keys(was) as ValueName[]).filter((name) => was[name] !== is[name]).map((name) => ({ part: 'value', name, before: was[name], after: is[name] }))
}

/** What a rule does, apart from its wording. */
const effect = (rule: MeasureRule | undefined) => (rule === undefined ? null : { stages: rule.stages, anchor: rule.stages.length > 0 ? rule.anchor : null, household: rule.stages.length > 0 ? rule.household : null })

interface Case { contact: ContactKind; symptom: boolean; before: MeasureRule | undefined; after: MeasureRule | undefined }

/** One line for all origins and cases that change in the same manner. */
function measuresOf(before: PolicyDocument, after: PolicyDocument): Difference[] {
  const found = new Map<string, { origins: OriginClass[]; cases: Cases; before: MeasureRule | undefined; after: MeasureRule | undefined }>()
  for (const origin of after.originClasses.filter(({ id }) => before.originClasses.some((one) => one.id === id))) {
    for (const group of changedCases(before, after, origin.id)) {
      const key = JSON.stringify([group.cases, effect(group.before), effect(group.after)])
      const line = found.get(key)
      if (line) line.origins.push(origin)
      else found.set(key, { origins: [origin], ...group })
    }
  }
  return [...found.values()].map((line) => ({ part: 'measure', ...line }))
}

function changedCases(before: PolicyDocument, after: PolicyDocument, origin: string): { cases: Cases; before: MeasureRule | undefined; after: MeasureRule | undefined }[] {
  const all = contactKinds.flatMap((contact) => [false, true].map((symptom): Case => ({
    contact, symptom, before: ruleFor(before, origin, contact, symptom), after: ruleFor(after, origin, contact, symptom),
  })))
  const groups = new Map<string, Case[]>()
  for (const one of all.filter((c) => !same(effect(c.before), effect(c.after)))) {
    const key = JSON.stringify([effect(one.before), effect(one.after)])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((cases) => describe(cases).map((described) => ({ cases: described, before: cases[0]?.before, after: cases[0]?.after })))
}

/** Says a set of cases as shortly as it can be said truly. */
function describe(cases: readonly Case[]): Cases[] {
  const of = (symptom: boolean) => cases.filter((c) => c.symptom === symptom).map((c) => c.contact)
  const [well, ill] = [of(false), of(true)]
  const said = (contacts: readonly ContactKind[], symptom?: boolean): Cases => ({
    ...(contacts.length === contactKinds.length ? {} : { contacts }), ...(symptom === undefined ? {} : { symptom }),
  })
  if (same(well, ill)) return [said(well)]
  return [...(well.length > 0 ? [said(well, false)] : []), ...(ill.length > 0 ? [said(ill, true)] : [])]
}
