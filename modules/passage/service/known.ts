import { addMinutes, ageOn, dayOf, type Instant } from '../../../kernel/dates.ts'
import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { PassageRules } from '../../policies/contract.ts'
import { policiesFor } from '../../policies/service.ts'
import { maskName } from '../../people/rules.ts'
import type { CarriedHousehold, PassagePolicy } from '../contract.ts'
import { plainRules } from '../data/plain.ts'
import { daysBack, gradeAt, passagePolicyOf, type GradeStanding } from '../rules.ts'
import * as store from '../store.ts'

/** How far back somebody may have been out; more than any order's days. */
const MOST_DAYS = 30

/** All that decisions of one territory need, read once for a whole batch and asked for each instant. */
export interface Known {
  householdAt(householdId: string, at: Instant, policy: PassagePolicy | null): CarriedHousehold | null
  /** What passed just now counts for what comes after it. */
  passed(householdId: string, at: Instant, direction: 'in' | 'out', persons: number, counted: boolean): void
}

const holdsAt = (one: { fromAt: Instant; toAt: Instant | null }, at: Instant) => one.fromAt <= at && (one.toAt === null || at < one.toAt)
const kindOf = (birthOn: string | null, at: Instant, { childUnder, elderFrom }: PassageRules['companions']) => {
  const age = ageOn(birthOn, dayOf(at))
  return age === undefined ? 'adult' : age < childUnder ? 'child' : age >= elderFrom ? 'elder' : 'adult'
}

function byHousehold<T extends { householdId: string }>(rows: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows) map.set(row.householdId, [...(map.get(row.householdId) ?? []), row])
  return map
}

/** Households as they were between two instants. */
export async function knownOf(ctx: Ctx, doors: readonly store.DoorRow[], grades: readonly GradeStanding[], from: Instant, to: Instant, daysOut: number): Promise<Known> {
  const ids = doors.map((d) => d.householdId)
  const rows = ids.length === 0 ? [] : await store.membersOf(ctx.sql, ids)
  const managed = ids.length === 0 ? [] : await store.managedOf(ctx.sql, ids, from, to)
  const leads = ids.length === 0 ? [] : await store.leadsOf(ctx.sql, ids, from, to)
  const passages = byHousehold(ids.length === 0 ? [] : await store.passedOf(ctx.sql, ids, addMinutes(from, -daysOut * 24 * 60), to))
  const members = byHousehold(rows)
  const managedBy = new Map(managed.map((m) => [m.personId, managed.filter((o) => o.personId === m.personId)]))
  const door = new Map(doors.map((d) => [d.householdId, d]))
  return {
    passed(householdId, at, direction, persons, counted) { passages.set(householdId, [...(passages.get(householdId) ?? []), { householdId, at, direction, persons, counted }]) },
    householdAt(householdId, at, policy) {
      const d = door.get(householdId)
      if (!d) return null
      const before = (passages.get(householdId) ?? []).filter((p) => p.at < at)
      const earliest = addMinutes(at, -(daysBack(policy) + 1) * 24 * 60)
      const companions = policy?.passage?.companions ?? plainRules.companions
      return {
        householdId, address: `${d.placeName}${d.address}`, doorKey: d.doorKey, grade: gradeAt(grades, d.areaPath, at),
        members: (members.get(householdId) ?? []).map((m) => {
          const episode = (managedBy.get(m.personId) ?? []).find((e) => holdsAt(e, at))
          return {
            personId: m.personId, nameMasked: maskName(m.name), initials: m.initials, kind: kindOf(m.birthOn, at, companions),
            managed: episode ? { measure: episode.measure, startsOn: episode.startsOn, endsOn: episode.endsOn } : null,
            leadOpen: leads.some((l) => l.personId === m.personId && holdsAt(l, at)),
          }
        }),
        exits: before.filter((p) => p.counted && p.direction === 'out' && p.at >= earliest).map((p) => p.at).toSorted().toReversed(),
        outSince: outSince(before),
      }
    },
  }
}

/** More went out than came back: since the last who did. */
function outSince(before: readonly { at: Instant; direction: 'in' | 'out'; persons: number }[]): Instant | null {
  const ordered = before.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const out = ordered.reduce((n, p) => Math.max(0, n + (p.direction === 'out' ? p.persons : -p.persons)), 0)
  return out > 0 ? (ordered.findLast((p) => p.direction === 'out')?.at ?? null) : null
}

/** Policy and grades of the places of a batch, each read once. */
export async function rulesOf(ctx: Ctx, areaPath: string): Promise<{ grades: GradeStanding[]; policyAt: (at: Instant) => PassagePolicy | null }> {
  const inForce = await policiesFor(ctx, areaPath)
  const grades = await store.gradesAround(ctx.sql, scopeOf(areaPath), areaPath)
  return { grades: grades.map((g) => ({ ...g, toAt: g.toAt ?? null })), policyAt: (at) => passagePolicyOf(inForce(at)) }
}

/** How far back the longest order of these instants looks, in days. */
export const longestLook = (policies: readonly (PassagePolicy | null)[]): number => Math.min(MOST_DAYS, Math.max(1, ...policies.map(daysBack)) + 1)
