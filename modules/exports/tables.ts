import type { Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { ExportState } from './contract.ts'

export const exportsTables = {
  data_export: { about: '导出登记: an export of personal data, asked for, decided, taken', scope: 'area', sealed: ['input_sealed'] },
} satisfies Tables

export interface ExportRow {
  id: string
  areaName: string
  endpoint: string
  inputSealed: string
  title: string
  format: string
  clear: boolean
  rows: number
  reason: string
  state: Exclude<ExportState, 'lapsed'>
  askedBy: string
  askedByName: string
  askedByRole: string
  askedAt: Instant
  exportsBefore: number
  rowsBefore: number
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: Instant | null
  decisionNote: string | null
  releaseUntil: Instant | null
  downloadedAt: Instant | null
}
