import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Column, Filling, FormLine, Picks, Who } from './contract.ts'

export const formsTables = {
  form: { about: '部门报表: a form of a department, with its file, its layout and where each column comes from', scope: 'area' },
  form_filling: { about: '填报记录: one filling of a form, with how much of it the house knew', scope: 'area' },
  form_admission: { about: '报表准入: a layout an office has admitted or declined, with reason, basis and end', scope: 'area' },
} satisfies Tables

export interface FormRow extends Omit<FormLine, 'filled' | 'admission'> {
  areaPath: string
  /** Null once its time is over. */
  fileId: string | null
  fileRemovedAt: Instant | null
  filename: string
  format: 'xlsx' | 'csv'
  encoding: string | null
  bytes: number
  askedAt: Instant
  headFrom: number | null
  headTo: number | null
  signature: string
  columns: Column[]
  who: Who | null
  picks: Picks
  dueOn: Day | null
  dueWeekday: number | null
  dueDate: number | null
  dueTime: string
  stopReason: string | null
  filledAt: Instant | null
  filledBy: string | null
}
export interface FillingRow extends Filling { formId: string; areaPath: string; fileId: string | null; about: string[] }
