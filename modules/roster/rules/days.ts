import { isDay, type Day } from '../../../kernel/dates.ts'

const DAY_MS = 86_400_000
/** Day 0 of Excel's calendar; one day early because Excel believes in 29 February 1900. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30)
/** Macintosh workbooks count from 1904. */
export const DAYS_1904 = 1462

const two = (text: string) => text.padStart(2, '0')
const asDay = (year: string, month: string, day: string): Day | undefined => {
  const text = `${year}-${two(month)}-${two(day)}`
  return isDay(text) ? text : undefined
}

/**
 * A birth date as people write it: 1990-1-2, 1990/1/2, 1990.1.2, 1990年1月2日, 19900102, with or without a time, or the
 * serial number a spreadsheet keeps. Two-digit years and month-first dates are not guessed.
 */
export function readDay(text: string, days1904 = false): Day | undefined {
  const clean = text.normalize('NFKC').trim()
  const compact = /^((?:18|19|20)\d{2})(\d{2})(\d{2})$/.exec(clean)
  if (compact) return asDay(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '')
  const parted = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*(?:日|号)?(?:[T\s]\s*\d{1,2}:.*)?$/.exec(clean)
  if (parted) return asDay(parted[1] ?? '', parted[2] ?? '', parted[3] ?? '')
  // A bare 1990 is a year, not the serial number of a day in 1905.
  if (/^(18|19|20)\d{2}$/.test(clean)) return undefined
  if (/^\d{1,5}(\.\d+)?$/.test(clean)) return excelDay(Number(clean), days1904)
  return undefined
}

function excelDay(serial: number, days1904: boolean): Day | undefined {
  const days = Math.floor(serial) + (days1904 ? DAYS_1904 : 0)
  // 367 is 1 January 1901: smaller numbers in a birth column are ages or mistakes.
  return days < 367 ? undefined : new Date(EXCEL_ZERO + days * DAY_MS).toISOString().slice(0, 10)
}

/** A day as it is typed, however people write it (`readDay`); digits alone are a day once they are eight, before that they are not finished. */
export function typedDay(text: string): Day | undefined {
  const clean = text.normalize('NFKC').trim()
  return /^\d{0,7}$/.test(clean) ? undefined : readDay(clean)
}

/** A time of the day as it is typed, `HH:mm`: 8:30, 0830, 830, 8点30, 8点半, 8点5分, 8点, 8. */
export function typedClock(text: string): string | undefined {
  const [, hour = '', minutes, half, few] = /^(\d{1,2})(?:[:.点时]?(\d{2})分?|[点时](?:(半)|(\d)分)?)?$/.exec(text.normalize('NFKC').trim()) ?? []
  const minute = minutes ?? (half ? '30' : `0${few ?? 0}`)
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, '0')}:${minute}`
}
