import type { Tables } from '../../kernel/tables.ts'
import type { ImportColumn, ImportState } from './contract.ts'

export const rosterTables = {
  import_batch: { about: 'One imported file (导入批次)', scope: 'area' },
  import_issue: { about: 'A row that did not go in and why (错误行)', scope: 'area' },
  import_match: { about: 'A row that looks like somebody known (疑似重复)', scope: 'area', sealed: ['incoming_sealed'] },
  import_change: { about: 'What a batch changed, so that it can be put back (更新前)', scope: 'area' },
  import_mapping: { about: 'Columns remembered per community and form (列对应)', scope: 'area' },
} satisfies Tables

export interface BatchRow {
  id: string
  areaId: string
  areaPath: string
  areaName: string
  state: ImportState
  fileId: string
  createdBy: string | null
  filename: string
  format: 'xlsx' | 'csv'
  encoding: string | null
  bytes: number
  headerRow: number
  columns: ImportColumn[]
  progress: number | null
  rowsTotal: number | null
  rowsDone: number
  rowReached: number
  personsAdded: number
  personsChanged: number
  personsUnchanged: number
  householdsAdded: number
  rowsWrong: number
  rowsInQuestion: number
  rowsSkipped: number
  problem: string | null
  undone: Undone | null
  createdAt: string
  createdByName: string | null
  endedAt: string | null
  fileRemovedAt: string | null
}

export interface Undone {
  removed: number
  restored: number
  householdsRemoved: number
  kept: { personId: string; name: string; rowNo: number | null; why: 'inUse' | 'changedSince' }[]
  keptTotal: number
}

/** The counters a pass over the file moves. */
export interface Counts {
  rowsDone: number
  personsAdded: number
  personsChanged: number
  personsUnchanged: number
  householdsAdded: number
  rowsWrong: number
  rowsInQuestion: number
  rowsSkipped: number
}
export const noCounts: Counts = {
  rowsDone: 0, personsAdded: 0, personsChanged: 0, personsUnchanged: 0, householdsAdded: 0, rowsWrong: 0,
  rowsInQuestion: 0, rowsSkipped: 0,
}

export interface IssueRow {
  id: string
  rowNo: number
  columnIndex: number | null
  field: string | null
  code: string
  params: Record<string, string | number>
}

export interface MatchRow {
  id: string
  rowNo: number
  personId: string
  score: number
  reasons: string[]
  incomingSealed: string
  incoming: Record<string, string | null>
  answer: 'same' | 'different' | 'skip' | null
  appliedAt: string | null
}
