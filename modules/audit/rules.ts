import type { AuditEvent } from './contract.ts'

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
