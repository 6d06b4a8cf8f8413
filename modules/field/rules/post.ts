import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { Post, Shift } from '../../passage/contract.ts'

/** A sign-on or hand-over this phone recorded; `known` once the server has it. */
export interface OwnDuty { on: boolean; gateId: string; at: Instant; known: boolean }
/** 在岗: since when this keeper stands there, and what shifts there are. */
export interface Duty { since: Instant | null; running: Shift | undefined; next: Shift | undefined; /** The one a sign-on now would be for. */ comes: Shift | undefined }

/** What the server said when the data were made, and what this phone has recorded itself since, which the server may not have heard of. */
export function dutyAt(post: Post, { onPost, madeAt }: { onPost: boolean; madeAt: Instant }, own: readonly OwnDuty[], now: Instant): Duty {
  const running = post.shifts.find((one) => one.startsAt <= now && now < one.endsAt)
  const next = post.shifts.find((one) => one.startsAt > now)
  const last = own.filter((one) => one.gateId === post.gateId && (!one.known || one.at > madeAt)).at(-1)
  const before = own.findLast((one) => one.gateId === post.gateId && one.on)
  const since = last ? (last.on ? last.at : null) : onPost ? (before?.at ?? post.shifts.find((one) => one.signedOnAt !== null)?.signedOnAt ?? madeAt) : null
  const soon = next !== undefined && addMinutes(now, post.earlyMinutes) >= next.startsAt && (running === undefined || running.signedOnAt !== null)
  return { since, running, next, comes: soon ? next : (running ?? next) }
}

/** What is counted when a shift changes: what the last one handed over. */
export const differing = <T extends { item: string; count: number; sound: boolean }>(handed: readonly T[], found: readonly T[]): T[] =>
  found.filter((one) => handed.some((other) => other.item === one.item && (other.count !== one.count || (other.sound && !one.sound))))
