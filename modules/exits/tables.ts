import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { ExitKind } from '../policies/contract.ts'
import type { ExitChannel, ExitDecision, ExitState, SeatState, TransportState } from './contract.ts'

export const exitsTables = {
  exit_request: { about: '外出申请: who asks to go out, why, where to, and how far it has come', scope: 'area', sealed: ['emergency_sealed'] },
  exit_check: { about: '外出测温: a reading taken because somebody goes out', scope: 'area' },
  exit_trip: { about: '外出和返回: once out and back', scope: 'area' },
  exit_event: { about: '外出经过: every step of a request', scope: 'area' },
  group_transport: { about: '集中输送班次: a bus, its driver, from where and when', scope: 'area', sealed: ['driver_phone_sealed'] },
  exit_miss: { about: '没有对上的姓名和号码: which code, when; against guessing', scope: 'area' },
  transport_seat: { about: '座位: who sits in a bus', scope: 'area' },
} satisfies Tables

export interface ExitRow {
  exitId: string; areaId: string; areaPath: string; communityId: string; kind: ExitKind; state: ExitState; formerState: ExitState | null; channel: ExitChannel
  personId: string; householdId: string | null; name: string; sex: string | null; birthOn: Day | null; phoneMasked: string | null; documentMasked: string | null; address: string
  destinationName: string; destinationCode: string | null; employer: string | null; note: string | null; leavesOn: Day; untilOn: Day | null; askedOn: Day; appliedAt: Instant; applierName: string | null
  escortName: string | null; emergencyName: string | null; emergencyMasked: string | null; policyId: string | null; decision: ExitDecision
  decidedAt: Instant | null; deciderName: string | null; decideReason: string | null; certifiedAt: Instant | null; certifierName: string | null; certifiedUntil: Day | null; certificateNo: string | null; certificateValid: boolean; over: boolean
  leftAt: Instant | null; tripId: string | null; tripAt: Instant | null; tripRecordedAt: Instant | null; dueBackAt: Instant | null; notBackReason: string | null; seatId: string | null; seatNo: number | null; seatState: SeatState | null; transportId: string | null; plate: string | null; departsAt: Instant | null; place: string | null
}

export interface TransportRow {
  transportId: string; areaId: string; areaPath: string; destinationCode: string; destinationName: string; tripNo: string | null; plate: string; seats: number; company: string; driverName: string | null; driverPhoneMasked: string | null
  place: string; departsAt: Instant; state: TransportState; leftAt: Instant | null; handedAt: Instant | null; handedName: string | null; receiverName: string | null; cancelReason: string | null; taken: number; boarded: number; noShow: number; turnedAway: number
}

export interface SeatRow { seatId: string; transportId: string; exitId: string; areaPath: string; seatNo: number; state: SeatState; leftAt: Instant | null; boardedAt: Instant | null }
