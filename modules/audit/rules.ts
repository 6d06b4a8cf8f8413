import { clockOf, type Instant } from '../../kernel/dates.ts'
import { traceHints, type AuditEvent, type TraceHint, type TraceViewer } from './contract.ts'

type Hash = (text: string) => string

/** Keys sorted at every depth: the database gives `jsonb` back in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/** The one text an event is hashed as. A field added later must be left out while null, or old links would break. */
export const canonical = (e: AuditEvent): string =>
  JSON.stringify([
    e.id, e.at, e.actorKind, e.accountId, e.accountName, e.role, e.sessionId, e.linkId, e.ip, e.device,
    e.endpoint, e.act, e.subjects, e.reason, e.areaPath, sorted(e.detail),
  ])

/** Link n seals event n together with everything before it. */
export const nextHash = (hash: Hash, previous: string, text: string): string => hash(`${previous}\n${text}`)

export interface Link {
  no: number
  eventId: string
  hash: string
  /** Undefined when the event is gone. */
  event: AuditEvent | undefined
}

export interface Broken {
  no: number
  eventId: string
  kind: 'changed' | 'missing' | 'gap'
}

/** The first link that does not follow from the one before it; undefined when all do. */
export function firstBroken(
  hash: Hash, links: readonly Link[], from: { no: number; hash: string } = { no: 0, hash: '' },
): Broken | undefined {
  let { no, hash: previous } = from
  for (const link of links) {
    const at = { no: link.no, eventId: link.eventId }
    if (link.no !== no + 1) return { ...at, kind: 'gap' }
    if (!link.event) return { ...at, kind: 'missing' }
    if (nextHash(hash, previous, canonical(link.event)) !== link.hash) return { ...at, kind: 'changed' }
    ;({ no, hash: previous } = link)
  }
  return undefined
}

/** The full hour of the clock an instant lies in. */
export const hourOf = (at: Instant): Instant => `${at.slice(0, 13)}:00:00.000Z`

interface Watch { from: string; to: string; peoplePerHour: number }

/** What stands out about one look: outside working hours, or among very many people in the same hour. */
export function hintsFor(at: Instant, act: string, peopleInHour: number, watch: Watch): TraceHint[] {
  if (act !== 'view' && act !== 'reveal' && act !== 'export') return []
  const clock = clockOf(at)
  return [
    ...(clock < watch.from || clock >= watch.to ? (['offHours'] as const) : []),
    ...(peopleInHour > watch.peoplePerHour ? (['manyPeople'] as const) : []),
  ]
}

const SHOWN_EACH = 50

/** Events about one person, newest first, by who did them; who has something that stands out comes first, then the last to look. */
export function viewersOf(events: readonly AuditEvent[], watch: Watch, peopleIn: (accountId: string, hour: Instant) => number): TraceViewer[] {
  const viewers = new Map<string, TraceViewer>()
  for (const event of events) {
    const { accountId, at, act } = event
    const key = accountId ?? event.linkId ?? event.actorKind
    const hints = hintsFor(at, act, accountId === null ? 0 : peopleIn(accountId, hourOf(at)), watch)
    const viewer = viewers.get(key) ?? {
      accountId, name: event.accountName, role: event.role, actorKind: event.actorKind, views: 0, reveals: 0, changes: 0, exports: 0, firstAt: at, lastAt: at, hints: [], entries: [],
    }
    viewer.firstAt = at
    viewer.views += Number(act === 'view')
    viewer.reveals += Number(act === 'reveal')
    viewer.changes += Number(act === 'change')
    viewer.exports += Number(act === 'export')
    viewer.hints = traceHints.filter((hint) => viewer.hints.includes(hint) || hints.includes(hint))
    if (viewer.entries.length < SHOWN_EACH) viewer.entries.push({ id: event.id, at, endpoint: event.endpoint, act, reason: event.reason, ip: event.ip, hints })
    viewers.set(key, viewer)
  }
  return [...viewers.values()].sort((a, b) => b.hints.length - a.hints.length || (a.lastAt < b.lastAt ? 1 : -1))
}
