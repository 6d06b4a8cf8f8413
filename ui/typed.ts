import { type Day } from '../kernel/dates.ts'
import { readDay } from '../modules/roster/rules/days.ts'

/** A day as it is typed, however people write it (`readDay`); digits alone are a day once they are eight, before that they are not finished. */
export function typedDay(text: string): Day | undefined {
  const clean = text.normalize('NFKC').trim()
  return /^\d{0,7}$/.test(clean) ? undefined : readDay(clean)
}

/** A time of the day as it is typed, `HH:mm`: 8:30, 0830, 830, 8点30, 8点, 8. */
export function typedClock(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.点时]?(\d{2})分?|[点时])?$/.exec(text.normalize('NFKC').trim()) ?? []
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, '0')}:${minute}`
}
