import type { Day } from '../../../kernel/dates.ts'
import { normalName, type DocumentKind } from '../../people/rules.ts'
import { readDocumentKind, readSex } from '../../roster/rules/codes.ts'
import { readDay } from '../../roster/rules/days.ts'
import { readDocument } from '../../roster/rules/document.ts'
import { unneutralise } from '../../sheets/rules.ts'
import type { PushedField } from '../contract.ts'

/** A row as somebody to look for; what cannot be read stays as it was told. */
export interface ReadRow {
  name: string
  sex: string | null
  documentKind: DocumentKind
  documentNo: string
  phone: string
  address: string
  community: string
  subject: string
  origin: string
  arrivedOn: Day | null
  /** Why nobody can be found by it. */
  issue: RowIssue | null
}
export const rowIssues = ['nameless', 'nothingToFindBy', 'numberRounded', 'nameIsNumber'] as const
export type RowIssue = (typeof rowIssues)[number]

export function readPushedRow(cells: readonly string[], fields: readonly (PushedField | 'ignored' | null)[], today: Day, days1904: boolean): ReadRow {
  const at = (field: PushedField) => unneutralise((cells[fields.indexOf(field)] ?? '').trim())
  const documentNo = at('documentNo')
  const document = readDocument(at('documentKind'), documentNo, today)
  const row = {
    name: normalName(at('name')).slice(0, 60), sex: readSex(at('sex')) ?? null,
    // A number that cannot be one is taken as told and marked: that, too, has to be answered.
    documentKind: 'kind' in document ? document.kind : (readDocumentKind(at('documentKind')) ?? 'residentId'),
    documentNo: 'kind' in document ? (document.no ?? '') : documentNo.slice(0, 40),
    phone: at('phone').slice(0, 20), address: at('address').slice(0, 200), community: at('community').slice(0, 60), subject: at('subject').slice(0, 200), origin: at('origin').slice(0, 80),
    arrivedOn: readDay(at('arrivedOn'), days1904) ?? null,
  }
  return { ...row, issue: issueOf(row, 'code' in document && document.code === 'numberRounded') }
}

function issueOf(row: Omit<ReadRow, 'issue'>, rounded: boolean): RowIssue | null {
  if (rounded) return 'numberRounded'
  if (row.name === '' && row.documentNo === '' && row.phone === '') return 'nameless'
  if (/^[\d\s.]+$/.test(row.name)) return 'nameIsNumber'
  return row.documentNo === '' && row.phone === '' && row.address === '' && row.community === '' ? 'nothingToFindBy' : null
}

/** Nobody can be found without a name or a number. */
export const canBeTaken = (fields: readonly (PushedField | 'ignored' | null)[]): boolean => fields.includes('name') && ['documentNo', 'phone', 'address', 'community'].some((f) => fields.includes(f as PushedField))
