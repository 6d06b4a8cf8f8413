import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { ListSource, PushedColumn, PushedList, PushedResult, PushedRow, RowState } from './contract.ts'

export const pushedlistsTables = {
  pushed_list: { about: '协查名单: one file from above, with its deadline', scope: 'area' },
  pushed_row: { about: '名单上一人, where it has to be answered', scope: 'area', sealed: ['document_sealed', 'phone_sealed'] },
} satisfies Tables

export interface ListRow {
  id: string
  areaId: string
  areaPath: string
  state: PushedList['state']
  title: string
  source: ListSource | null
  issuer: string | null
  issuedAt: Instant | null
  deadlineAt: Instant | null
  fileId: string
  filename: string
  format: 'xlsx' | 'csv'
  encoding: string | null
  bytes: number
  headerRow: number
  columns: PushedColumn[]
  rowReached: number
  undone: PushedList['undone']
  createdAt: Instant
  createdByName: string | null
}

/** A row with what the register and the records know of it now. */
export interface RowRow {
  id: string
  listId: string
  listTitle: string
  listSource: ListSource
  areaId: string
  areaPath: string
  areaName: string
  rowNo: number
  issuedAt: Instant
  deadlineAt: Instant
  state: RowState
  issue: string | null
  name: string
  documentMasked: string | null
  documentWrong: boolean
  phoneMasked: string | null
  address: string
  subject: string
  personId: string | null
  screeningId: string | null
  reportId: string | null
  screeningState: PushedRow['screeningState']
  movingTo: string | null
  activeMeasure: string | null
  activeUntil: Day | null
  endedOn: Day | null
  personState: string | null
  result: PushedResult | null
  kind: PushedRow['kind']
  whereabouts: string | null
  measure: string | null
  answerNote: string | null
  answeredAt: Instant | null
  checkerName: string | null
}
