import { isDay, type Day } from '../../../kernel/dates.ts'
import { readDocumentKind } from './codes.ts'

/** An identity document as the register keeps it, with what its number says. */
export interface Document {
  kind: string
  no: string | null
  birthOn?: Day
  sex?: string
}
export interface DocumentProblem {
  field: 'documentKind' | 'documentNo'
  code: string
  params: Record<string, string | number>
}

export function readDocument(kindCell: string, noCell: string, today: Day): Document | DocumentProblem {
  const kind = kindCell === '' ? undefined : readDocumentKind(kindCell)
  if (kindCell !== '' && kind === undefined) return { field: 'documentKind', code: 'codeUnknown', params: { given: kindCell.slice(0, 20) } }
  const no = noCell.normalize('NFKC').replace(/[\s'`]/g, '').toUpperCase()
  if (no === '' || no === '无') return { kind: 'none', no: null }
  if (/^\d(\.\d+)?E\+?\d+$/.test(no)) return { field: 'documentNo', code: 'numberRounded', params: {} }
  const effective = kind ?? 'residentId'
  if (effective !== 'residentId') return { kind: effective, no }
  if (!/^\d{17}[\dX]$/.test(no)) return { field: 'documentNo', code: 'documentLength', params: { length: no.length } }
  const expected = checkDigit(no)
  if (expected !== no[17]) return { field: 'documentNo', code: 'checkDigitWrong', params: { expected } }
  const birthOn = `${no.slice(6, 10)}-${no.slice(10, 12)}-${no.slice(12, 14)}`
  if (!isDay(birthOn) || birthOn > today) return { field: 'documentNo', code: 'documentBirthWrong', params: {} }
  return { kind: effective, no, birthOn, sex: Number(no[16]) % 2 === 1 ? '1' : '2' }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigit = (no: string): string => '10X98765432'[weights.reduce((sum, w, i) => sum + w * Number(no[i]), 0) % 11] ?? ''
