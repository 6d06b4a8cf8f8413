import type { Day } from '../../../kernel/dates.ts'
import type { OriginClass, PolicyDocument, RiskArea, RiskLevel, ScreeningFacts } from '../contract.ts'

export type Relation = 'abroad' | 'otherProvince' | 'sameProvince' | 'sameCity'

/** Where somebody comes from, seen from the place that manages; an unknown origin counts as another province. */
export function relationOf(facts: Pick<ScreeningFacts, 'homeCode' | 'originCode' | 'originAbroad'>): Relation {
  const { homeCode, originCode } = facts
  if (facts.originAbroad) return 'abroad'
  if (originCode === null || originCode.slice(0, 2) !== homeCode.slice(0, 2)) return 'otherProvince'
  return originCode.slice(0, 6) === homeCode.slice(0, 6) ? 'sameCity' : 'sameProvince'
}

const STRICTEST: readonly RiskLevel[] = ['high', 'medium', 'low']

/** The strictest risk level of the origin on the day of leaving it (the arrival's day where only that is known). */
export function riskOf(areas: readonly RiskArea[], facts: Pick<ScreeningFacts, 'originCode' | 'originPlace'>, on: Day): RiskLevel | null {
  const levels = areas.filter((area) => matchesArea(area, facts) && area.from <= on && (area.to === undefined || on <= area.to)).map((area) => area.level)
  return STRICTEST.find((level) => levels.includes(level)) ?? null
}

function matchesArea(area: RiskArea, { originCode, originPlace }: Pick<ScreeningFacts, 'originCode' | 'originPlace'>): boolean {
  if (area.code !== undefined && !(originCode ?? '').startsWith(area.code)) return false
  if (area.place !== undefined && !(originPlace ?? '').includes(area.place)) return false
  return area.code !== undefined || area.place !== undefined
}

/** The first origin class that matches; undefined when the document has a hole (publishing refuses such a document). */
export function classify(document: PolicyDocument, facts: ScreeningFacts): { originClass: OriginClass | undefined; risk: RiskLevel | null } {
  const relation = relationOf(facts)
  const risk = riskOf(document.riskAreas, facts, facts.arrivedOn)
  const originClass = document.originClasses.find(({ match }) =>
    (match.codes === undefined || match.codes.some((code) => (facts.originCode ?? '').startsWith(code))) &&
    (match.risk === undefined || (risk !== null && match.risk.includes(risk))) &&
    (match.relation === undefined || match.relation === relation))
  return { originClass, risk }
}
