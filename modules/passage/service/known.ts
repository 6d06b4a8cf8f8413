import { addMinutes, ageOn, dayOf, type Instant } from '../../../kernel/dates.ts'
import { scopeOf, type Ctx, type Vault } from '../../../kernel/ctx.ts'
import { createMemory, type Memory } from '../../../kernel/memory.ts'
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
  /** `eventId`: of the passage that is decided, which may be here already where it was sent before. */
  householdAt(householdId: string, at: Instant, policy: PassagePolicy | null, eventId?: string): CarriedHousehold | null
  /** What passed just now counts for what comes after it. */
  passed(row: store.ExitRow): void
  /** None of it is remembered: what passed was not kept. */
  forget(): void
}

const holdsAt = (one: { fromAt: Instant; toAt: Instant | null }, at: Instant) => one.fromAt <= at && (one.toAt === null || at < one.toAt)
const kindOf = (birthOn: string | null, at: Instant, { childUnder, elderFrom }: PassageRules['companions']) => {
  const age = ageOn(birthOn, dayOf(at))
  return age === undefined ? 'adult' : age < childUnder ? 'child' : age >= elderFrom ? 'elder' : 'adult'
}

/** What is known of one household, over the time it was read for. */
interface Facts { door: store.DoorRow; members: store.MemberRow[]; managed: Map<string, store.ManagedRow[]>; leads: Map<string, store.LeadRow[]>; passed: store.ExitRow[] }
/** Between which instants people's states are asked for, and since when passages. */
type Span = store.FactsSpan

function grouped<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const some = map.get(by(row))
    if (some) some.push(row)
    else map.set(by(row), [row])
  }
  return map
}

async function readFacts(ctx: Ctx, ids: readonly string[], span: Span): Promise<Map<string, Facts>> {
  if (ids.length === 0) return new Map()
  const rows = await store.factsOf(ctx.sql, ids, span)
  const [passed, members, managed, leads] = [grouped(rows.passed, (r) => r.householdId), grouped(rows.members, (r) => r.householdId), grouped(rows.managed, (r) => r.personId), grouped(rows.leads, (r) => r.personId)]
  return new Map(rows.doors.map((door) => [door.householdId, { door, members: members.get(door.householdId) ?? [], managed, leads, passed: passed.get(door.householdId) ?? [] }]))
}

/** Households as they were between two instants, read anew. */
export async function knownOf(ctx: Ctx, households: readonly { householdId: string }[], grades: readonly GradeStanding[], from: Instant, to: Instant, daysOut: number): Promise<Known> {
  return knownFrom(await readFacts(ctx, [...new Set(households.map((d) => d.householdId))], { from, to, back: addMinutes(from, -daysOut * 24 * 60) }), grades)
}

/** So long a quarantine or a lead may take to be known at a busy gate; a pass that was stopped is asked for at every scan. */
const KNOWN_FOR_MINUTES = 0.05
/** How long before its arrival a passage may have been and still be judged by what is remembered. */
const WAITED_MINUTES = 10
const HALF = 20_000
interface Remembered { facts: Facts; span: Span; until: Instant }
const memories = new WeakMap<Vault, Memory<string, Remembered>>()

/**
 * The same for a stream of single passages, where one household comes again within seconds. What passes is remembered with the rest at once, so
 * that the next one of the household is judged by it; `forget` where it came to nothing.
 */
export async function knownLately(ctx: Ctx, households: readonly { householdId: string }[], grades: readonly GradeStanding[], from: Instant, to: Instant, daysOut: number): Promise<Known> {
  const memory = memories.get(ctx.vault) ?? createMemory<string, Remembered>(HALF)
  memories.set(ctx.vault, memory)
  const ids = [...new Set(households.map((d) => d.householdId))]
  const wanted: Span = { from, to, back: addMinutes(from, -daysOut * 24 * 60) }
  const held = (id: string) => {
    const one = memory.get(id)
    return one && one.until > ctx.now && one.span.from <= wanted.from && one.span.back <= wanted.back ? one.facts : undefined
  }
  const earliest = addMinutes(ctx.now, -WAITED_MINUTES)
  const span = from < earliest ? wanted : { from: earliest, to: to < ctx.now ? ctx.now : to, back: addMinutes(earliest, -daysOut * 24 * 60) }
  const read = await readFacts(ctx, ids.filter((id) => !held(id)), span)
  const facts = new Map<string, Facts>()
  for (const id of ids) {
    // Whoever else asked for it meanwhile may have added what passed.
    const one = held(id) ?? read.get(id)
    if (!one) continue
    facts.set(id, one)
    if (!held(id)) memory.set(id, { facts: one, span, until: addMinutes(ctx.now, KNOWN_FOR_MINUTES) })
  }
  return { ...knownFrom(facts, grades), forget: () => ids.forEach((id) => memory.delete(id)) }
}

function knownFrom(facts: ReadonlyMap<string, Facts>, grades: readonly GradeStanding[]): Known {
  return {
    passed(row) { facts.get(row.householdId)?.passed.push(row) },
    forget() {},
    householdAt(householdId, at, policy, eventId) {
      const known = facts.get(householdId)
      if (!known) return null
      const { door: d, members, managed, leads } = known
      const before = known.passed.filter((p) => p.at <= at && p.id !== eventId)
      const earliest = addMinutes(at, -(daysBack(policy) + 1) * 24 * 60)
      const companions = policy?.passage?.companions ?? plainRules.companions
      return {
        householdId, address: `${d.placeName}${d.address}`, doorKey: d.doorKey, grade: gradeAt(grades, d.areaPath, at),
        members: members.map((m) => {
          const episode = managed.get(m.personId)?.find((e) => holdsAt(e, at))
          return {
            personId: m.personId, nameMasked: maskName(m.name), initials: m.initials, kind: kindOf(m.birthOn, at, companions),
            managed: episode ? { measure: episode.measure, startsOn: episode.startsOn, endsOn: episode.endsOn } : null,
            leadOpen: leads.get(m.personId)?.some((l) => holdsAt(l, at)) ?? false,
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
