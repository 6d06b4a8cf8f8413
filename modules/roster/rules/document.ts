import type { Day } from '../../../kernel/dates.ts'
import { checkDocument, normalDocument, type DocumentKind, type DocumentVerdict } from '../../people/rules.ts'
import { readDocumentKind, wordOf } from './codes.ts'

/** An identity document as the register keeps it, with what its number says. */
export interface Document {
  kind: DocumentKind
  no: string | null
  birthOn?: Day
  sex?: string
}
export interface DocumentProblem {
  field: 'documentKind' | 'documentNo'
  code: string
  params: Record<string, string | number>
}

/** A number without a kind is an identity card, unless its form says otherwise. */
const kindOfNumber = (no: string): DocumentKind =>
  /^8[12]0000\d{11}[\dX]$/.test(no) ? 'hkMacauPermit' : /^830000\d{11}[\dX]$/.test(no) ? 'taiwanPermit'
  : /^[A-Z]{3}\d{12}$/.test(no) ? 'foreignPermit' : /^[A-Z]{1,2}\d{7,8}$/.test(no) ? 'passport' : 'residentId'

export function readDocument(kindCell: string, noCell: string, today: Day): Document | DocumentProblem {
  const given = kindCell === '' ? undefined : readDocumentKind(kindCell)
  if (kindCell !== '' && given === undefined) return { field: 'documentKind', code: 'codeUnknown', params: { given: kindCell.slice(0, 20) } }
  const no = normalDocument(noCell)
  // A kind without a number is a pre-filled column, no mistake: somebody without papers at hand.
  if (no === '' || no === '无') return { kind: 'none', no: null }
  if (/^\d(\.\d+)?E\+?\d+$/.test(no)) return { field: 'documentNo', code: 'numberRounded', params: {} }
  const kind = given ?? kindOfNumber(no)
  const verdict = checkDocument(kind, no, today)
  if (verdict.fault) return { field: 'documentNo', ...problemOf(kind, no, verdict) }
  return {
    kind, no: verdict.normal, ...(verdict.birthOn ? { birthOn: verdict.birthOn } : {}), ...(verdict.sex ? { sex: verdict.sex } : {}),
  }
}

function problemOf(kind: DocumentKind, no: string, { fault, expected }: DocumentVerdict): Omit<DocumentProblem, 'field'> {
  if (fault === 'checkDigit') return { code: 'checkDigitWrong', params: { expected: expected ?? '' } }
  if (fault === 'birthDate' || fault === 'birthInFuture') return { code: 'documentBirthWrong', params: {} }
  if (fault === 'length' && kind === 'residentId') return { code: 'documentLength', params: { length: no.length } }
  return { code: 'documentWrong', params: { kind: wordOf('documentKind', kind) } }
}
