import { addDays, dayOf, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import { allows, type StateTable } from '../../../kernel/states.ts'
import type { ExitKind } from '../../policies/contract.ts'
import type { BoardingFault, ExitAction, ExitDecision, ExitEnd, ExitNeed, ExitState, Passenger, SeatState, TransportState } from '../contract.ts'

/** 申请 → 健康证明 → 准许或不批准 → 外出 → 返回或未返回. */
export const exitTable: StateTable<ExitState, ExitAction> = {
  applied: ['allow', 'refuse', 'withdraw'],
  certificateDue: ['certify', 'refuse', 'withdraw'],
  certified: ['allow', 'certify', 'uncertify', 'refuse', 'withdraw'],
  // Local work that came back waits for the next day, and what was written down of today is undone from here.
  allowed: ['goOut', 'nameEscort', 'certify', 'uncertify', 'refuse', 'reopen', 'undoTrip', 'withdraw'],
  refused: ['reopen'],
  out: ['comeBack', 'noteNotBack', 'undoTrip'],
  back: ['undoTrip'],
  notBack: ['comeBack', 'undoTrip'],
  withdrawn: ['reopen'],
}
export const mayDo = (state: ExitState, action: ExitAction): boolean => allows(exitTable, state, action)

/** Not closed: a second request for the same reason would be the same request. */
export const openStates: readonly ExitState[] = ['applied', 'certificateDue', 'certified', 'allowed', 'out']

export interface Standing {
  state: ExitState
  formerState: ExitState | null
  kind: ExitKind
  decision: Pick<ExitDecision, 'needs' | 'outcome'>
  certifiedAt: Instant | null
  certificateValid: boolean
  /** 已到期: its last day is past. */
  over: boolean
  escortName: string | null
  seatNo: number | null
  decidedAt: Instant | null
  /** When the beginning or the end of the last trip was written down. */
  tripRecordedAt: Instant | null
  leavesOn: Day
}

/** What is missing as things stand. */
export const missingOf = (e: Standing): ExitNeed[] => (e.over || ['refused', 'back', 'notBack', 'withdrawn', 'out'].includes(e.state) ? [] : e.decision.needs.filter((need) => {
  if (need === 'certificate') return !e.certificateValid
  if (need === 'escort') return !e.escortName
  if (need === 'approval') return e.state === 'applied' || e.state === 'certified' || e.state === 'certificateDue'
  return need === 'seat' ? e.seatNo === null : false
}))

/** 已到期、健康证明已失效: what was certified or allowed is so no longer. */
export const endedOf = (e: Standing): ExitEnd | null => (e.over ? 'day' : (e.state === 'certified' || e.state === 'allowed') && missingOf(e).includes('certificate') ? 'certificate' : null)

/** 撤销外出或返回: on the day it was written down and on the next, when the slip of an evening is found. */
export const mayUndoTrip = (recordedAt: Instant, today: Day): boolean => dayOf(recordedAt) >= addDays(today, -1)

/** What will succeed now; group transport leaves by its bus alone and is due back on no day. */
export const actionsOf = (e: Standing, today: Day): ExitAction[] => exitTable[e.state].filter((action) => {
  if (action === 'certify') return missingOf(e).includes('certificate')
  if (action === 'goOut') return !e.over && !e.decision.needs.includes('seat') && missingOf(e).length === 0 && e.leavesOn <= today
  if (action === 'nameEscort') return !e.escortName && endedOf(e) === null
  if (action === 'uncertify') return e.certifiedAt !== null && dayOf(e.certifiedAt) === today && e.seatNo === null
  if (action === 'undoTrip') return e.tripRecordedAt !== null && mayUndoTrip(e.tripRecordedAt, today)
  if (action === 'reopen') return e.formerState !== null && (e.state !== 'allowed' || (e.decidedAt !== null && dayOf(e.decidedAt) === today))
  if (action === 'noteNotBack') return !e.decision.needs.includes('seat')
  return action !== 'allow' || (!e.over && (e.state !== 'certified' || e.certificateValid))
})

/** 当天应返回: by the hour of the order, on the day somebody leaves, or the next where it is past already; a visit to a doctor elsewhere has its day of return. */
export function dueBackAt(outAt: Instant, kind: ExitKind, untilOn: Day | null, backBy: string): Instant {
  const day = dayOf(outAt)
  if (kind !== 'localWork' && untilOn !== null && untilOn > day) return instantAt(untilOn, backBy)
  const due = instantAt(day, backBy)
  return due > outAt ? due : instantAt(addDays(day, 1), backBy)
}

/** Where it stands after coming back: local work goes on until its last day. */
export const stateBack = (kind: ExitKind, untilOn: Day | null, today: Day): ExitState => (kind === 'localWork' && (untilOn === null || untilOn >= today) ? 'allowed' : 'back')

export const seatTable: StateTable<SeatState, 'board' | 'unboard' | 'move' | 'release'> = { seated: ['board', 'move', 'release'], boarded: ['unboard'], turnedAway: ['board', 'unboard', 'move', 'release'], noShow: ['move', 'release'] }
export const maySeat = (state: SeatState, action: 'board' | 'unboard' | 'move' | 'release'): boolean => allows(seatTable, state, action)

export const transportActions: StateTable<TransportState, 'board' | 'handOver' | 'undoHandOver' | 'edit' | 'cancel' | 'revive' | 'move'> = {
  planned: ['board', 'handOver', 'edit', 'cancel', 'move'], handedOver: ['undoHandOver', 'move'], cancelled: ['revive'],
}
/** 实际发车, where nobody says: as planned where that is past, else now. */
export const leftAtOf = (departsAt: Instant, now: Instant): Instant => (departsAt < now ? departsAt : now)

/** 线索未办结: one of this office, or of another that it sees nothing of. */
export type OpenLead = Extract<BoardingFault, 'lead' | 'leadBeyond'>
/** Why somebody may not board; nothing where nothing is against it. */
export const boardingFault = (p: Pick<Passenger, 'certificateValid'> & { keptIn: boolean; lead: OpenLead | null }, reading: 'normal' | 'fever' | 'deviceError'): BoardingFault | null =>
  reading !== 'normal' ? reading : p.keptIn ? 'managed' : p.lead ?? (p.certificateValid ? null : 'certificate')
