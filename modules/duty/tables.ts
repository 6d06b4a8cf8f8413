import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Level } from '../territory/contract.ts'
import type { DutyRole, NamedRow } from './contract.ts'

export const dutyTables = {
  duty_assignment: { about: '挂联: who answers for an area in which duty, from when to when', scope: 'area' },
  duty_handover: { about: '工作移交: open work that went from one account to another', scope: 'area' },
  duty_board: { about: '公示牌: whether the public board of an area is shown, and its supervision phone', scope: 'area' },
  duty_sheet: { about: '挂联名单: a table of an office, read, confirmed once and taken back the same day if need be', scope: 'area', sealed: ['wrong_sealed'] },
} satisfies Tables

export interface AssignmentRow {
  assignmentId: string
  areaId: string
  areaPath: string
  areaName: string
  level: Level
  dutyRole: DutyRole
  accountId: string | null
  name: string
  office: string | null
  title: string | null
  officePhone: string | null
  onBoard: boolean
  orderNo: string | null
  startsOn: Day
  endsOn: Day | null
  createdAt: Instant
  creatorName: string | null
  endedAt: Instant | null
  enderName: string | null
  endReason: string | null
  undone: boolean
  followsId: string | null
  handoverId: string | null
  /** The account can no longer be used, or has no role any more. */
  gone: boolean
}

export interface HandoverRow {
  id: string
  areaPath: string
  fromAccountId: string
  fromName: string
  toAccountId: string
  toName: string
  reason: string
  moved: { doctor: string[]; worker: string[]; leads: string[]; /** Left out in those of before. */ matters?: string[] }
  at: Instant
  undoneAt: Instant | null
}

export interface ListPlaceRow { id: string; areaPath: string; level: Level; name: string; fullName: string }

export interface DutySheetRow {
  sheetId: string; areaPath: string; filename: string; state: 'read' | 'done' | 'undone'; lines: StoredLine[]; wrongSealed: string | null; wrong: number; made: string[]
  readAt: Instant; readerName: string | null; confirmedAt: Instant | null
}
/** A right row as it was understood, and what it meant when it was last looked at or done. */
export interface StoredLine { row: NamedRow; kind: string; formerId: string | null }
