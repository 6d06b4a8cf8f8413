import { clockOf, type Instant } from '../../../kernel/dates.ts'
import { allows, type StateTable } from '../../../kernel/states.ts'
import { may } from '../../accounts/rules.ts'
import { passageGrades, type PassageGrade } from '../../policies/contract.ts'
import type { GateAction, GateState } from '../contract/gates.ts'
import type { GateBrief, PassageRecord } from '../contract/records.ts'

export const gateTable: StateTable<GateState, GateAction> = {
  open: ['edit', 'close', 'remove', 'roster', 'signOn'],
  closed: ['edit', 'reopen', 'remove', 'roster', 'signOn'],
  removed: ['restore'],
}
export const mayDo = (state: GateState, action: GateAction): boolean => allows(gateTable, state, action)
/** What will succeed now, for this caller. */
export const gateActionsOf = (state: GateState, role: string): GateAction[] =>
  gateTable[state].filter((action) => may(role, action === 'signOn' ? 'passage.record' : 'gates.edit'))

interface Standing { gateId: string; areaId: string; areaPath: string; areaName: string; name: string; kind: GateBrief['kind']; ways: GateBrief['ways']; opensAt: string | null; closesAt: string | null; state: GateState; closedBy: string | null }
const hoursOf = (g: Standing) => (g.opensAt !== null && g.closesAt !== null ? { from: g.opensAt, to: g.closesAt } : null)
const within = (clock: string, hours: { from: string; to: string } | null): boolean =>
  hours === null || (hours.from <= hours.to ? clock >= hours.from && clock < hours.to : clock >= hours.from || clock < hours.to)

/** A gate as a decision needs it at an instant; beside it another entrance of the same place that is open both ways then. */
export function briefOf(gate: Standing, beside: readonly Standing[], grade: PassageGrade, at: Instant): GateBrief {
  const others = beside.filter((g) => g.gateId !== gate.gateId && g.areaId === gate.areaId && g.state === 'open' && g.ways === 'both').map((g) => ({ name: g.name, hours: hoursOf(g) }))
  return gateAt({
    gateId: gate.gateId, name: gate.name, kind: gate.kind, areaId: gate.areaId, areaName: gate.areaName, ways: gate.ways, hours: hoursOf(gate),
    closedBy: gate.state === 'open' ? null : (gate.closedBy ?? ''), elsewhere: null, grade, beside: others,
  }, at)
}
/** The same later: the entrance that was open when the data were made may be shut, and another open. */
export const gateAt = (gate: GateBrief, at: Instant): GateBrief =>
  gate.beside ? { ...gate, elsewhere: gate.beside.find(({ hours }) => within(clockOf(at), hours))?.name ?? null } : gate

export interface GradeStanding { areaPath: string; value: string; fromAt: Instant; toAt: Instant | null }
/** The nearest grade at or above a place that held then. */
export function gradeAt(grades: readonly GradeStanding[], areaPath: string, at: Instant): PassageGrade {
  let nearest: GradeStanding | undefined
  for (const g of grades) if (areaPath.startsWith(g.areaPath) && g.fromAt <= at && (g.toAt === null || at < g.toAt) && (!nearest || isNearer(g, nearest))) nearest = g
  return passageGrades.find((grade) => grade === nearest?.value) ?? 'open'
}
const isNearer = (a: GradeStanding, b: GradeStanding): boolean => (a.areaPath.length === b.areaPath.length ? a.fromAt > b.fromAt : a.areaPath.length > b.areaPath.length)

const CAR = 'car '
/** Of a key of passages, where it is a car's. */
export const plateOf = (key: string): string | null => (key.startsWith(CAR) ? key.slice(CAR.length) : null)
/** By what the passages of one pass, person, car or told name are put together. */
export function subjectKeyOf(r: Pick<PassageRecord, 'subject' | 'passNo' | 'personId' | 'householdId' | 'plate' | 'name' | 'told'>): string {
  if (r.subject === 'vehicle' && r.plate) return `${CAR}${r.plate}`
  if (r.passNo) return `pass ${r.passNo}`
  if (r.personId) return `person ${r.personId}`
  if (r.householdId) return `household ${r.householdId}`
  return `told ${(r.name ?? '').trim()} ${(r.told ?? '').trim()}`
}
