import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { CallLine, FreeTime, PointEntry, PointRules, ServiceState, Skill, VolunteerKind, VolunteerState, WorkKind } from './contract.ts'

export const volunteersTables = {
  volunteer: { about: '志愿者: residents and people of units who help', scope: 'area', sealed: ['phone_sealed'] },
  volunteer_call: { about: '招募: what hands are called for, where, from when to when', scope: 'area' },
  volunteer_service: { about: '服务记录: somebody stands on a call, and came from when to when or did not', scope: 'area' },
  volunteer_rule: { about: '积分办法: editions as offices published them', scope: 'area' },
  volunteer_point: { about: '积分台账: added to, never changed; the balance is its sum', scope: 'area' },
} satisfies Tables

export interface VolunteerRow {
  volunteerId: string; areaId: string; areaPath: string; areaName: string; personId: string | null; name: string; kind: VolunteerKind; unit: string | null; door: string | null; phoneMasked: string | null; phoneIndex: string | null
  skills: Skill[]; free: FreeTime[]; inPublic: boolean; state: VolunteerState; stateReason: string | null; reportedOn: Day | null; note: string | null; createdAt: Instant; creatorName: string | null; byCode: boolean
  measure: string | null; measureUntil: Day | null
  next: { callId: string | null; place: string; startsAt: Instant; endsAt: Instant } | null
  times: number; minutes: number; minutes7: number; absent: number; lastAt: Instant | null; balance: number
}
export interface CallRow {
  callId: string; areaId: string; areaPath: string; areaName: string; kind: WorkKind; place: string; startsAt: Instant; endsAt: Instant; wanted: number; skill: Skill | null; note: string | null; shift: CallLine['shift']; state: 'open' | 'withdrawn'
  askedAt: Instant; askerName: string | null; taken: number; unrecorded: number; names: string[]
}
export interface ServiceRow {
  serviceId: string; callId: string | null; volunteerId: string; areaPath: string; name: string; unit: string | null; phoneMasked: string | null; kind: WorkKind; place: string; startsAt: Instant; endsAt: Instant; state: ServiceState; cameAt: Instant | null; leftAt: Instant | null; minutes: number | null
  note: string | null; rating: number | null; takenAt: Instant; recordedAt: Instant | null; recorderName: string | null; points: number
}
export type PointRow = Omit<PointEntry, 'undoable'> & { volunteerId: string; areaPath: string; takenBack: boolean }
export interface RuleRow { ruleId: string; officeName: string; version: number; document: PointRules; publishedAt: Instant; publisherName: string | null }
