import type { Tables } from '../../kernel/tables.ts'
import type { Cell, ClassRow } from './contract.ts'

export const reportingTables = {
  daily_report: { about: 'A daily report as it was sent (日报)', scope: 'area' },
  daily_report_correction: { about: 'A figure put right after sending (更正单)', scope: 'area' },
  daily_report_return: { about: 'What an office above asked about a report that was sent (退回), and the answer', scope: 'area' },
} satisfies Tables

/** What is frozen at sending. */
export interface Figures {
  classes: ClassRow[]
  cells: Cell[]
  /** 汇总: the offices below that had not sent by then, by name; absent for a community. */
  missing?: string[]
}

export interface ReportRow {
  id: string
  areaId: string
  areaPath: string
  day: string
  issueNo: number
  openingAt: string
  asOf: string
  figures: Figures
  policyId: string | null
  differencesAnswered: string | null
  sentAt: string
  senderName: string | null
}
