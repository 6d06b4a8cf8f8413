import type { Instant, Day } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Direction, Emergency, GateKind, GateState, Outcome, Passage, PassageReason, PassageStep, PassageWarning, Pattern, PatternKind, SubjectKind } from './contract.ts'

export const passageTables = {
  gate: { about: '卡点: where people pass', scope: 'area' },
  gate_shift: { about: '值班表、交接班: one shift of a gate, filled or not', scope: 'area' },
  passage_event: { about: '进出记录: one passage with what was decided and why; partitioned by month', scope: 'area' },
  passage_hour: { about: '进出人次: counts of persons per gate and hour', scope: 'area' },
  passage_day: { about: '进出记录数: counts of rows per gate and day', scope: 'area' },
  passage_count: { about: '未汇总的计数: what each statement that wrote passages adds to the hours and days; `passage_hours` and `passage_days` read both together', scope: 'area' },
  passage_pattern: { about: '出入异常: what looks wrong in the rows', scope: 'area' },
} satisfies Tables

export interface GateRow {
  gateId: string; areaId: string; areaPath: string; areaName: string; name: string; kind: GateKind; ways: 'both' | 'in' | 'out'; opensAt: string | null; closesAt: string | null
  manned: boolean; shiftStarts: string[]; note: string | null; state: GateState; closedBy: string | null; closedAt: Instant | null
}
/** With whoever stands there now and what passed today. */
export interface GateNow extends GateRow { onPost: string | null; rostered: string | null; emptySince: Instant | null; inToday: number; outToday: number; stoppedToday: number }

/** 交班, by one of those who stood there. */
export interface HandOverRow { at: Instant; by: string | null; name: string; items: { item: string; count: number; sound: boolean }[]; remarks: string | null; abnormal: boolean }
export interface ShiftRow {
  shiftId: string; gateId: string; areaPath: string; gateName: string; areaName: string; on: Day; slot: number; startsAt: Instant; endsAt: Instant
  keeperId: string | null; keeperName: string | null; keeperPhone: string | null; leaderName: string | null; signedOnAt: Instant | null; signedOnBy: string | null; signedOnName: string | null
  also: { at: Instant; by: string | null; name: string }[]; takenItems: { item: string; count: number; sound: boolean }[]; takenRemarks: string | null
  handOvers: HandOverRow[]
}

export interface EventRow {
  eventId: string; areaPath: string; at: Instant; receivedAt: Instant; clockSaid: Instant | null; gateId: string; gateName: string; areaName: string; direction: Direction; subject: SubjectKind
  householdId: string | null; personId: string | null; personName: string | null; householder: string | null; address: string | null; toldName: string | null; toldPlace: string | null
  plate: string | null; passNo: string | null; purpose: Passage['purpose']; emergency: Emergency | null; identity: Passage['identity']; temperature: number | null; code: Passage['code']; companions: number
  outcome: Outcome; decided: Outcome; step: PassageStep; reason: PassageReason; warnings: PassageWarning[]; differs: boolean; serverOutcome: Outcome | null; serverReason: PassageReason | null
  orderNo: string | null; keeperId: string | null; keeperName: string | null; note: string | null; takenBackAt: Instant | null; settledAt: Instant | null; settlerName: string | null; settleNote: string | null
}

export interface PatternRow {
  patternId: string; areaPath: string; kind: PatternKind; gateName: string; householdId: string | null; householder: string | null; address: string | null; toldName: string | null; plate: string | null; passNo: string | null; subject: Pattern['subject']; at: Instant; foundAt: Instant
  params: Record<string, string | number>; eventIds: string[]; leadId: string | null; settledAt: Instant | null; settlerName: string | null; settleNote: string | null
}
