import { dayOf, minutesBetween, type Day, type Instant } from '../../../kernel/dates.ts'
import { volunteerStates, type CallStanding, type VolunteerState } from '../contract.ts'
import { LONGEST_HOURS } from '../data.ts'

/** 状态 → 可以改成: 接收或不接收 what was signed up; a helper pauses, leaves, comes back. Back to waiting is only taken back, of what came by the code. */
const turns: Record<VolunteerState, readonly VolunteerState[]> = { waiting: ['active', 'declined'], active: ['paused', 'left', 'waiting'], paused: ['active', 'left'], left: ['active'], declined: ['active', 'waiting'] }
export const mayTurn = (from: VolunteerState, to: VolunteerState): boolean => turns[from].includes(to)
export const actionsOf = (state: VolunteerState): VolunteerState[] => volunteerStates.filter((to) => to !== 'waiting' && mayTurn(state, to))

export interface CallNow { state: 'open' | 'withdrawn'; endsAt: Instant; wanted: number; /** Who stands on it. */ taken: number; /** Of them neither came nor stayed away yet. */ unrecorded: number }
/** Where a call stands; the store asks the same of the rows. */
export function callStanding({ state, endsAt, wanted, taken, unrecorded }: CallNow, now: Instant): CallStanding {
  if (state === 'withdrawn') return 'withdrawn'
  if (endsAt <= now) return unrecorded > 0 ? 'toRecord' : 'over'
  return taken < wanted ? 'open' : 'full'
}

/** From before to, and no longer than anybody stands. */
export const timesRight = (from: Instant, to: Instant): boolean => from < to && minutesBetween(from, to) <= LONGEST_HOURS * 60

export const wholeMinutes = (from: Instant, to: Instant): number => Math.floor(minutesBetween(from, to))
/** The same day it was recorded. */
export const undoable = (recordedAt: Instant | null, today: Day): boolean => recordedAt !== null && dayOf(recordedAt) === today

const SEPARATOR = '、'
/** Names as they stand on the roster; null for nobody. */
export const rosterName = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join(SEPARATOR))
/** 值班表上写谁: what the calls wrote is the calls’ to change; what somebody else wrote there stays (undefined). */
export const keeperAfter = (written: string | null, before: readonly string[], after: readonly string[]): string | null | undefined => (written === null || written === rosterName(before) ? rosterName(after) : undefined)

interface Post { signedOnAt: Instant | null; signedOnName: string | null; also: readonly { at: Instant; name: string }[]; handOvers: readonly { at: Instant; name: string }[]; endsAt: Instant }
/** 卡点签到: from when to when somebody of this name stood there; until the shift ended where nobody handed over. */
export function signedOn(post: Post, name: string): { from: Instant; to: Instant } | null {
  const from = post.signedOnAt !== null && post.signedOnName === name ? post.signedOnAt : post.also.find((one) => one.name === name)?.at
  if (from === undefined) return null
  const to = post.handOvers.find((one) => one.name === name && one.at > from)?.at ?? post.endsAt
  return to > from ? { from, to } : null
}
