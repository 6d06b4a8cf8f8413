import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { Level } from '../../territory/contract.ts'
import { dutyRole, type DutyRole } from './views.ts'

/** One row as far as it can be understood without knowing who is there now. */
export interface ListRow {
  rowNo: number; areaId: string; areaPath: string; areaName: string; level: Level; dutyRole: DutyRole; name: string; title: string; officePhone: string; office: string; former: string; startsOn: Day | null
  /** A mobile number stood there: the public board shows office phones only, so it is not taken over. */
  mobile: boolean
}

/** A row with the account its name stands for, if there is one. */
export interface NamedRow extends ListRow { accountId: string | null }

/** 名单里的一行: who takes over what, from whom. */
export const listLine = z.object({
  rowNo: z.number().int(),
  /** 补上空缺 / 接替 / 增加一人 / 已在岗,不变 */
  kind: z.enum(['fills', 'takesOver', 'adds', 'same']),
  areaId: id(), areaName: z.string(), dutyRole, name: z.string(), title: z.string().nullable(), officePhone: z.string().nullable(), startsOn: day(),
  /** Somebody with an account; else only the name is kept. */
  hasAccount: z.boolean(),
  fromName: z.string().nullable(),
  /** 待移交: what the former has in hand here, null without an account; it goes over when the new one has an account. */
  work: z.object({ people: z.number().int(), visits: z.number().int(), leads: z.number().int(), matters: z.number().int() }).nullable(),
  /** 手机号码没有登记: only office phones stand on the public board. */
  mobileLeftOut: z.boolean(),
})
export type ListLine = z.infer<typeof listLine>

/** 错误行: which row and column of the file, why. Words at `duty.list.issues.<code>`. */
const wrongRow = z.object({
  rowNo: z.number().int(), heading: z.string(), cell: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const summary = z.object({
  sheetId: id(), filename: z.string(), state: z.enum(['read', 'done', 'undone']), readAt: instant(), readerName: z.string().nullable(), confirmedAt: instant().nullable(),
  /** Rows understood, and wrong ones. */
  rows: z.number().int(), wrongRows: z.number().int(),
  actions: z.array(z.enum(['confirm', 'undo'])),
})

/** 挂联名单 */
export const dutySheet = summary.extend({
  lines: z.array(listLine), wrong: z.array(wrongRow),
  /** Areas nobody answers for that this list fills. */
  closes: z.number().int(),
  /** What these lines would change, in short: confirmed is exactly what was looked at. */
  stamp: z.string(),
})
export type DutySheet = z.infer<typeof dutySheet>
export const dutySheetSummary = summary
