import type { Day } from '../../../kernel/dates.ts'
import { isDay } from '../../../kernel/dates.ts'

/** 证件类型 (domain §8) */
export const documentKinds = ['residentId', 'hkMacauPermit', 'taiwanPermit', 'foreignPermit', 'passport', 'other', 'none'] as const
export type DocumentKind = (typeof documentKinds)[number]

export type DocumentFault = 'length' | 'letters' | 'checkDigit' | 'birthDate' | 'birthInFuture' | 'areaCode' | 'firstDigit' | 'missing' | 'notExpected'

export interface DocumentVerdict {
  /** Upper case, without spaces: the form that is sealed and indexed. */
  normal: string
  fault?: DocumentFault
  /** The digit that would be right. */
  expected?: string
  /** Accepted, but worth a second look. */
  warning?: 'areaUnknown' | 'oldForm'
  birthOn?: Day
  /** GB/T 2261.1: 1 male, 2 female. */
  sex?: '1' | '2'
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '))

/** GB 11643-1999: the eighteenth digit that belongs to seventeen. */
export const checkDigitOf = (first17: string): string =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11] ?? ''

export const normalDocument = (text: string): string => text.normalize('NFKC').replace(/[\s'`-]/g, '').toUpperCase()

/** Checks a number of a kind on a day; an unknown area code only warns, since areas are abolished and numbers stay. */
export function checkDocument(kind: DocumentKind, text: string | undefined, today: Day = '9999-12-31'): DocumentVerdict {
  const normal = normalDocument(text ?? '')
  if (kind === 'none') return normal === '' ? { normal } : { normal, fault: 'notExpected' }
  if (normal === '') return { normal, fault: 'missing' }
  if (kind === 'passport' || kind === 'other') {
    return /^[A-Z0-9]{5,20}$/.test(normal) ? { normal } : { normal, fault: normal.length < 5 || normal.length > 20 ? 'length' : 'letters' }
  }
  if (kind === 'foreignPermit') return checkForeignPermit(normal, today)
  if (kind === 'residentId' && /^\d{15}$/.test(normal)) return checkFifteen(normal, today)
  const verdict = checkEighteen(normal, today)
  if (verdict.fault) return verdict
  const wanted = { hkMacauPermit: ['810000', '820000'], taiwanPermit: ['830000'] }[kind as 'hkMacauPermit' | 'taiwanPermit']
  return wanted && !wanted.includes(normal.slice(0, 6)) ? { ...verdict, fault: 'areaCode' } : verdict
}

function checkEighteen(normal: string, today: Day): DocumentVerdict {
  if (normal.length !== 18) return { normal, fault: 'length' }
  if (!/^\d{17}[\dX]$/.test(normal)) return { normal, fault: 'letters' }
  const birthOn = `${normal.slice(6, 10)}-${normal.slice(10, 12)}-${normal.slice(12, 14)}`
  if (!isDay(birthOn) || birthOn < '1880-01-01') return { normal, fault: 'birthDate' }
  const expected = checkDigitOf(normal.slice(0, 17))
  if (normal[17] !== expected) return { normal, fault: 'checkDigit', expected }
  if (birthOn > today) return { normal, fault: 'birthInFuture' }
  const known = PROVINCES.has(normal.slice(0, 2))
  return { normal, birthOn, sex: Number(normal[16]) % 2 === 1 ? '1' : '2', ...(known ? {} : { warning: 'areaUnknown' as const }) }
}

/** 外国人永久居留证: 18 digits beginning with 9 since 2023, three letters and twelve digits before. */
function checkForeignPermit(normal: string, today: Day): DocumentVerdict {
  if (/^[A-Z]{3}\d{12}$/.test(normal)) return { normal, warning: 'oldForm' }
  if (normal.length !== 18) return { normal, fault: normal.length === 15 ? 'letters' : 'length' }
  return normal.startsWith('9') ? checkEighteen(normal, today) : { normal, fault: 'firstDigit' }
}

/** The fifteen-digit card of before 1999 has no check digit; read, never issued. */
function checkFifteen(normal: string, today: Day): DocumentVerdict {
  const birthOn = `19${normal.slice(6, 8)}-${normal.slice(8, 10)}-${normal.slice(10, 12)}`
  if (!isDay(birthOn) || birthOn > today) return { normal, fault: 'birthDate' }
  return { normal, birthOn, sex: Number(normal[14]) % 2 === 1 ? '1' : '2', warning: 'oldForm' }
}

export const birthOf = (kind: DocumentKind, text: string): Day | undefined => checkDocument(kind, text).birthOn
export const sexOf = (kind: DocumentKind, text: string): '1' | '2' | undefined => checkDocument(kind, text).sex

/** First three and last four stay: `999***********1234`. */
export const maskDocument = (normal: string): string =>
  normal.length <= 7 ? `${normal.slice(0, 1)}${'*'.repeat(Math.max(0, normal.length - 1))}` : `${normal.slice(0, 3)}${'*'.repeat(normal.length - 7)}${normal.slice(-4)}`
