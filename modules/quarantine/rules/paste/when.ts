import { addDays, addMinutes, dayOf, instantAt, isDay, type Day, type Instant } from '../../../../kernel/dates.ts'
import type { CheckWindow } from '../../../policies/contract.ts'
import { readDay } from '../../../roster/rules/days.ts'
import { TOLERATED_MINUTES } from '../windows.ts'

type Half = 'early' | 'noon' | 'late' | 'night'
interface Moment { day?: Day; clock?: string; half?: Half }
export type When = { at: Instant; windowOnly?: CheckWindow['id'] } | { fault: 'dayWrong' | 'timeWrong' | 'timeMissing' | 'future'; field: 'day' | 'time' }

const halves: readonly [RegExp, Half][] = [[/中午|正午/, 'noon'], [/上午|早上|早晨|清晨|凌晨|晨|早|\bam\b|(?<=\d)\s*am/, 'early'], [/下午|午后|傍晚|\bpm\b|(?<=\d)\s*pm/, 'late'], [/晚上|夜里|夜间|晚|夜/, 'night']]
const CLOCK = /(\d{1,2})\s*(?::\s*(\d{1,2})(?::\d{1,2}(?:\.\d+)?)?|[点时]\s*(?:(半)|(\d{1,2})\s*分?)?)/

/** A cell that says a day, a time, a part of the day, or several of these at once; undefined when something in it says none of them. */
function readMoment(cell: string, today: Day): Moment | undefined {
  let text = cell.normalize('NFKC').trim().toLowerCase()
  const found: Moment = {}
  const serial = /^(\d{5})?(?:0?(\.\d+))$/.exec(text)
  if (serial) {
    const day = serial[1] ? readDay(serial[1]) : undefined
    return { ...(day ? { day } : {}), clock: clockFrom(Math.round(Number(serial[2]) * 1440)) }
  }
  for (const [word, half] of halves) {
    if (found.half === undefined && word.test(text)) {
      found.half = half
      text = text.replace(word, ' ')
    }
  }
  const clock = CLOCK.exec(text)
  if (clock) {
    const said = minutesOf(clock, found.half)
    if (said === undefined) return undefined
    found.clock = clockFrom(said)
    text = text.replace(CLOCK, ' ')
  }
  const rest = text.replace(/[体温t\s]+$/, '').trim()
  if (rest === '') return found
  const day = dayFrom(rest, today)
  return day === undefined ? undefined : { ...found, day }
}

const clockFrom = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function minutesOf(clock: RegExpExecArray, half: Half | undefined): number | undefined {
  const [, hour = '', minute, halfPast, minuteWord] = clock
  const said = Number(hour)
  const hours = said < 12 && (half === 'late' || half === 'night' || (half === 'noon' && said < 3)) ? said + 12 : said
  const minutes = halfPast ? 30 : Number(minute ?? minuteWord ?? 0)
  return hours > 23 || minutes > 59 ? undefined : hours * 60 + minutes
}

/** `2020/2/26`, `2-26`, `2月26日`, `26日`, `今天`; a day without its year is the last one that was. */
function dayFrom(text: string, today: Day): Day | undefined {
  if (/^(今天|今日|当天|当日)$/.test(text)) return today
  if (/^(昨天|昨日)$/.test(text)) return addDays(today, -1)
  const whole = readDay(text)
  if (whole) return whole
  const parted = /^(?:(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})\s*[日号]?$/.exec(text)
  if (!parted || (parted[1] === undefined && !/[日号]$/.test(text))) return undefined
  const two = (part: string) => part.padStart(2, '0')
  const day = `${today.slice(0, 5)}${two(parted[1] ?? today.slice(5, 7))}-${two(parted[2] ?? '')}`
  if (!isDay(day)) return undefined
  return day <= addDays(today, 1) ? day : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}

/** The window a part of the day stands for; where the order has no evening one, the last of the day. */
function windowFor(windows: readonly CheckWindow[], half: Half): CheckWindow | undefined {
  if (half === 'early') return windows.find(({ id }) => id === 'morning') ?? windows[0]
  if (half === 'night') return windows.find(({ id }) => id === 'evening') ?? windows.at(-1)
  return windows.find(({ id }) => id === 'afternoon') ?? windows.at(-1)
}

/**
 * When somebody was measured, from the cells of day and time. Nothing said: now. A part of the day only: now while that window is open,
 * else its last minute, and it is said that nobody wrote the hour. Never in the future.
 */
export function readWhen(dayCell: string, timeCell: string, windows: readonly CheckWindow[], now: Instant): When {
  const today = dayOf(now)
  const [fromDay, fromTime] = [readMoment(dayCell, today), readMoment(timeCell, today)]
  if (!fromDay) return { fault: 'dayWrong', field: 'day' }
  if (!fromTime) return { fault: 'timeWrong', field: 'time' }
  const day = fromDay.day ?? fromTime.day ?? today
  const clock = fromTime.clock ?? fromDay.clock
  const half = fromTime.half ?? fromDay.half
  if (clock !== undefined) return past(instantAt(day, clock), now, day > today ? 'day' : 'time')
  if (half === undefined) return day === today ? { at: now } : day > today ? { fault: 'future', field: 'day' } : { fault: 'timeMissing', field: 'time' }
  const window = windowFor(windows, half)
  if (!window) return { fault: 'timeWrong', field: 'time' }
  const [opens, closes] = [instantAt(day, window.from), instantAt(day, window.to)]
  if (opens > now) return { fault: 'future', field: day > today ? 'day' : 'time' }
  return closes > now ? { at: now } : { at: addMinutes(closes, -1), windowOnly: window.id }
}

const past = (at: Instant, now: Instant, field: 'day' | 'time'): When => (at > addMinutes(now, TOLERATED_MINUTES) ? { fault: 'future', field } : { at: at > now ? now : at })
