import { allows, type StateTable } from '../../../kernel/states.ts'
import { dayOf, daysBetween, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Measure, Stage } from '../../policies/contract.ts'
import type { EpisodeAction, EpisodeState } from '../contract.ts'

/** State → allowed actions; the server refuses by it, the card shows only what will succeed. */
export const episodeTable: StateTable<EpisodeState, EpisodeAction> = {
  active: ['check', 'visit', 'changeMeasure', 'expose', 'assignRoom', 'assignStaff', 'moveOut', 'hospital', 'release', 'releaseEarly', 'cancel', 'explainGap', 'test'],
  // A sample taken before the end may have its result after it.
  released: ['undoRelease', 'test'],
  hospital: ['test'],
  movedOut: ['test'],
  cancelled: [],
}
/** Facts are never refused: what was seen before the episode ended is kept, however late a phone finds a signal. */
export const wasRunning = ({ closedAt }: { closedAt: Instant | null }, at: Instant): boolean => closedAt === null || at < closedAt
/** 核酸结果: once its day has come, and after the end where that day was before it; what was written is put right on the same day only. */
export const mayWriteResult = (test: { dueOn: Day; result: string | null; recordedAt: Instant | null }, closedAt: Instant | null, today: Day): boolean =>
  test.dueOn <= (closedAt === null ? today : dayOf(closedAt)) && (test.result === null || (test.recordedAt !== null && dayOf(test.recordedAt) === today))
export const mayDo = (state: EpisodeState, action: EpisodeAction): boolean => allows(episodeTable, state, action)

/** 第 n 天 / 共 N 天: day 0 is the anchor; after the last day n stays at N. */
export function dayCount(anchorOn: Day, endsOn: Day, today: Day): { dayNo: number; days: number } {
  const days = Math.max(0, daysBetween(anchorOn, endsOn))
  return { days, dayNo: Math.min(days, Math.max(0, daysBetween(anchorOn, today))) }
}

/** The stage a day is in; the last one when all are over, the first one before. */
export function stageOn(stages: readonly Stage[], on: Day): Stage | undefined {
  return stages.findLast((s) => s.startsOn <= on) ?? stages[0]
}

export const placeOf = (measure: Measure): 'home' | 'site' => (measure === 'centralQuarantine' ? 'site' : 'home')
