import type { PushedRow } from '../contract.ts'

export interface Knowing {
  /** The person is managed now, by which measure, until when. */
  activeMeasure: string | null
  activeUntil: string | null
  /** The last management that is over. */
  endedOn: string | null
  personState: string | null
  screeningState: string | null
  documentWrong: boolean
  hasPhone: boolean
}

/** 建议结果: only what the data prove; everything else is for somebody to find out. */
export function propose(k: Knowing): PushedRow['proposal'] {
  if (k.activeMeasure !== null) return { result: 'managed', why: 'episode', measure: k.activeMeasure, day: k.activeUntil }
  if (k.screeningState === 'managed') return { result: 'managed', why: 'screening', measure: null, day: null }
  if (k.personState === 'movedOut') return { result: 'notLivingHere', why: 'movedOut', measure: null, day: null }
  if (k.endedOn !== null) return { result: 'periodPast', why: 'episodeOver', measure: null, day: k.endedOn }
  return k.documentWrong && !k.hasPhone ? { result: 'wrongInformation', why: 'numbersWrong', measure: null, day: null } : null
}
