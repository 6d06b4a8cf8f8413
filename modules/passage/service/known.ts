import { addMinutes, ageOn, dayOf, type Instant } from '../../../kernel/dates.ts'
import { scopeOf, type Ctx, type Vault } from '../../../kernel/ctx.ts'
import { createMemory, type Memory } from '../../../kernel/memory.ts'
import type { PassageRules } from '../../policies/contract.ts'
import { policiesFor } from '../../policies/service.ts'
import { maskName } from '../../people/rules.ts'
import type { CarriedHousehold, PassagePolicy } from '../contract.ts'
import { plainRules } from '../data/plain.ts'
import { daysBack, gradeAt, livesBehind, passagePolicyOf, type GradeStanding, type HomeFacts } from '../rules.ts'
import * as store from '../store.ts'
import type { GateRow } from '../tables.ts'

/** How far back somebody may have been out; more than any order's days. */
const MOST_DAYS = 30

/** All that decisions of one territory need, read once for a whole batch and asked for each instant. */
export interface Known {
  /** `eventId`: of the passage that is decided, which may be here already where it was sent before. */
  homeAt(householdId: string, at: Instant, policy: PassagePolicy | null, eventId?: string): HomeFacts | null
  /** Whether the household is in the territory at all. */
  sees(householdId: string): boolean
  /** 不住在这个卡点里面 */
  isOutside(householdId: string, gate: Pick<GateRow, 'kind' | 'areaPath'>): boolean
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

/** Between which instants people's states are asked for, and since when passages. */
type Span = store.FactsSpan
const readHomes = async (ctx: Ctx, ids: readonly string[], span: Span): Promise<Map<string, store.HomeRows>> =>
  new Map((ids.length === 0 ? [] : await store.homesOf(ctx.sql, ids, span)).map((home) => [home.householdId, home]))

/** Households as they were between two instants, read anew. */
export async function knownOf(ctx: Ctx, householdIds: readonly string[], grades: readonly GradeStanding[], from: Instant, to: Instant, daysOut: number): Promise<Known> {
  return knownFrom(await readHomes(ctx, [...new Set(householdIds)], { from, to, back: addMinutes(from, -daysOut * 24 * 60) }), grades)
}

/** 一户 as the gate shows it and a phone carries it: with its door and who lives there. */
export async function carriedHouseholds(ctx: Ctx, doors: readonly store.DoorRow[], grades: readonly GradeStanding[], policy: PassagePolicy | null): Promise<CarriedHousehold[]> {
  if (doors.length === 0) return []
  const ids = doors.map((d) => d.householdId)
  const known = await knownOf(ctx, ids, grades, ctx.now, ctx.now, longestLook([policy]))
  const living = new Map<string, store.MemberRow[]>(ids.map((id) => [id, []]))
  for (const member of await store.membersOf(ctx.sql, ids)) living.get(member.householdId)?.push(member)
  const companions = policy?.passage?.companions ?? plainRules.companions
  return doors.flatMap(({ householdId, placeName, address, doorKey }) => {
    const home = known.homeAt(householdId, ctx.now, policy)
    if (!home) return []
    const standing = new Map(home.members.map((m) => [m.personId, m]))
    return [{
      ...home, householdId, address: `${placeName}${address}`, doorKey,
      members: (living.get(householdId) ?? []).map(({ personId, name, initials, birthOn }) => ({
        personId, nameMasked: maskName(name), initials, kind: kindOf(birthOn, ctx.now, companions), managed: standing.get(personId)?.managed ?? null, leadOpen: standing.get(personId)?.leadOpen ?? false,
      })),
    }]
  })
}

/** So long a quarantine or a lead may take to be known at a busy gate; a pass that was stopped is asked for at every scan. */
const KNOWN_FOR_MINUTES = 0.05
/** How long before its arrival a passage may have been and still be judged by what is remembered. */
const WAITED_MINUTES = 10
const HALF = 20_000
interface Remembered { home: store.HomeRows; span: Span; until: Instant }
const memories = new WeakMap<Vault, Memory<string, Remembered>>()

/**
 * The same for a stream of single passages, where one household comes again within seconds. What passes is remembered with the rest at once, so
 * that the next one of the household is judged by it; `forget` where it came to nothing.
 */
export async function knownLately(ctx: Ctx, householdIds: readonly string[], grades: readonly GradeStanding[], from: Instant, to: Instant, daysOut: number): Promise<Known> {
  const memory = memories.get(ctx.vault) ?? createMemory<string, Remembered>(HALF)
  memories.set(ctx.vault, memory)
  const ids = [...new Set(householdIds)]
  const wanted: Span = { from, to, back: addMinutes(from, -daysOut * 24 * 60) }
  const held = (id: string) => {
    const one = memory.get(id)
    return one && one.until > ctx.now && one.span.from <= wanted.from && one.span.back <= wanted.back ? one.home : undefined
  }
  const earliest = addMinutes(ctx.now, -WAITED_MINUTES)
  const span = from < earliest ? wanted : { from: earliest, to: to < ctx.now ? ctx.now : to, back: addMinutes(earliest, -daysOut * 24 * 60) }
  const read = await readHomes(ctx, ids.filter((id) => !held(id)), span)
  const homes = new Map<string, store.HomeRows>()
  for (const id of ids) {
    // Whoever else asked for it meanwhile may have added what passed.
    const one = held(id) ?? read.get(id)
    if (!one) continue
    homes.set(id, one)
    if (!held(id)) memory.set(id, { home: one, span, until: addMinutes(ctx.now, KNOWN_FOR_MINUTES) })
  }
  return { ...knownFrom(homes, grades), forget: () => ids.forEach((id) => memory.delete(id)) }
}

function knownFrom(homes: ReadonlyMap<string, store.HomeRows>, grades: readonly GradeStanding[]): Known {
  return {
    passed(row) {
      const passed = homes.get(row.householdId)?.passed
      // One that is sent again is there already, and nobody goes out twice by it.
      if (passed?.every((other) => other.id !== row.id)) passed.push(row)
    },
    forget() {},
    sees: (householdId) => homes.has(householdId),
    isOutside: (householdId, gate) => !livesBehind(gate, homes.get(householdId)?.areaPath),
    homeAt(householdId, at, policy, eventId) {
      const home = homes.get(householdId)
      if (!home) return null
      const passed = home.passed.filter((p) => p.at <= at && p.id !== eventId).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      const earliest = addMinutes(at, -(daysBack(policy) + 1) * 24 * 60)
      const managed = home.managed.filter((e) => holdsAt(e, at))
      const leads = home.leads.filter((l) => holdsAt(l, at))
      return {
        grade: gradeAt(grades, home.areaPath, at),
        members: managed.length + leads.length === 0 ? [] : membersOf(managed, leads),
        exits: [...passed.flatMap((p) => (p.direction === 'out' ? Array<Instant>(p.turns).fill(p.at) : [])).reverse(), ...(home.before?.exits ?? [])].filter((out) => out >= earliest),
        outSince: outSince(home.before, passed),
      }
    },
  }
}

/** Of a household those who are managed or have a lead open. */
const membersOf = (managed: readonly store.ManagedRow[], leads: readonly store.LeadRow[]): HomeFacts['members'] =>
  [...new Set([...managed, ...leads].map((one) => one.personId))].map((personId) => {
    const episode = managed.find((e) => e.personId === personId)
    return { personId, managed: episode ? { measure: episode.measure, startsOn: episode.startsOn, endsOn: episode.endsOn } : null, leadOpen: leads.some((l) => l.personId === personId) }
  })

/** More went out than came back: since the last who did. In the order of time. */
function outSince(before: store.BeforeRow | undefined, ordered: readonly store.ExitRow[]): Instant | null {
  const out = ordered.reduce((n, p) => Math.max(0, n + (p.direction === 'out' ? p.persons : -p.persons)), before?.out ?? 0)
  return out > 0 ? (ordered.findLast((p) => p.direction === 'out')?.at ?? before?.since ?? null) : null
}

/** Policy and grades of the places of a batch, each read once. */
export async function rulesOf(ctx: Ctx, areaPath: string): Promise<{ grades: GradeStanding[]; policyAt: (at: Instant) => PassagePolicy | null }> {
  const [inForce, grades] = await Promise.all([policiesFor(ctx, areaPath), store.gradesAround(ctx.sql, scopeOf(areaPath), areaPath)])
  return { grades: grades.map((g) => ({ ...g, toAt: g.toAt ?? null })), policyAt: (at) => passagePolicyOf(inForce(at)) }
}

/** How far back the longest order of these instants looks, in days. */
export const longestLook = (policies: readonly (PassagePolicy | null)[]): number => Math.min(MOST_DAYS, Math.max(1, ...policies.map(daysBack)) + 1)
