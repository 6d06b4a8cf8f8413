import { addDays, dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import type { AnnouncementStanding } from '../contract.ts'
import { OVER_DAYS } from '../data.ts'

interface Days { state: 'draft' | 'published' | 'withdrawn'; fromOn: Day; toOn: Day | null }

/** 过期 by itself: nobody presses anything on the day after the last. */
export function standingOf({ state, fromOn, toOn }: Days, today: Day): AnnouncementStanding {
  if (state !== 'published') return state
  if (toOn !== null && toOn < today) return 'expired'
  return fromOn > today ? 'coming' : 'inForce'
}

export const announcementActs = ['edit', 'remove', 'publish', 'takeBack', 'withdraw', 'restore', 'tell'] as const
export type AnnouncementAct = (typeof announcementActs)[number]
const allowed: Readonly<Record<AnnouncementStanding, readonly AnnouncementAct[]>> = {
  draft: ['edit', 'remove', 'publish'],
  coming: ['takeBack', 'withdraw', 'tell'],
  inForce: ['takeBack', 'withdraw', 'tell'],
  expired: ['withdraw'],
  withdrawn: ['restore'],
}
export const mayDo = (standing: AnnouncementStanding, act: AnnouncementAct): boolean => allowed[standing].includes(act)

/** Residents who have read it are told for a while that it holds no more. */
export function isShown({ standing, toOn, withdrawnAt }: { standing: AnnouncementStanding; toOn: Day | null; withdrawnAt: Instant | null }, today: Day): boolean {
  const since = standing === 'expired' ? toOn : standing === 'withdrawn' && withdrawnAt !== null ? dayOf(withdrawnAt) : today
  return standing === 'inForce' || ((standing === 'expired' || standing === 'withdrawn') && since !== null && addDays(since, OVER_DAYS) >= today)
}
