import { addDays, clockOf, dayOf, daysBetween, minutesBetween, type Day, type Instant } from '../kernel/dates.ts'
import type { Pair } from '../kernel/fields.ts'
import { useNow } from './now.ts'
import { useWords, type Say } from './words.ts'

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const parts = (day: Day) => {
  const [year = '', month = '1', date = '1'] = day.split('-')
  return { year, month: Number(month), day: Number(date), monthName: monthNames[Number(month) - 1] ?? '' }
}

/** Dates, spans and pairs as sentences of the chosen language; pure, given `t` and `now`. */
export function formatsOf(t: Say, now: Instant) {
  const today = dayOf(now)
  const day = (on: Day): string => t(on.slice(0, 4) === today.slice(0, 4) ? 'ui.time.day' : 'ui.time.dayYear', parts(on))
  const near: Record<Day, string> = { [today]: 'ui.time.today', [addDays(today, -1)]: 'ui.time.yesterday', [addDays(today, 1)]: 'ui.time.tomorrow' }
  return {
    /** The day in Shanghai by the server's clock. */
    today,
    /** `2月26日` */
    day,
    /** `2月26日 16:00` */
    at: (at: Instant): string => `${day(dayOf(at))} ${clockOf(at)}`,
    /** `今天 16:00`, `昨天 20:00`, else the date. */
    when: (at: Instant): string => {
      const key = near[dayOf(at)]
      return key ? t(key, { clock: clockOf(at) }) : `${day(dayOf(at))} ${clockOf(at)}`
    },
    /** `14:20` of today, `2月25日 14:20` of another day: since when something is as it is. */
    since: (at: Instant): string => (dayOf(at) === today ? clockOf(at) : `${day(dayOf(at))} ${clockOf(at)}`),
    /** `2月26日 周三 14:20` */
    clock: (at: Instant): string => t('ui.time.clock', { day: day(dayOf(at)), weekday: t(`ui.weekday.${new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay()}`), clock: clockOf(at) }),
    /** `3小时前` */
    ago: (at: Instant): string => relative(t, minutesBetween(now, at)),
    /** What is due: `超时 2时20分` or `今天 18:00`. */
    due: (at: Instant): string => (at < now ? overdue(t, minutesBetween(at, now)) : (near[dayOf(at)] ? t(near[dayOf(at)] ?? '', { clock: clockOf(at) }) : `${day(dayOf(at))} ${clockOf(at)}`)),
    /** bad when overdue, soon within three hours, else nothing. */
    dueTone: (at: Instant): 'bad' | 'soon' | 'off' => (at < now ? 'bad' : minutesBetween(now, at) <= 180 ? 'soon' : 'off'),
    /** `第5天 / 共14天` */
    dayOfTotal: (startsOn: Day, endsOn: Day, on: Day = today): string =>
      t('ui.time.dayOf', { n: daysBetween(startsOn, on) + 1, total: daysBetween(startsOn, endsOn) + 1 }),
    /** `18户 34人` */
    pair: (p: Pair): string => t('ui.time.pair', { households: number(p.households), persons: number(p.persons) }),
    persons: (n: number): string => t('ui.time.persons', { n: number(n) }),
    households: (n: number): string => t('ui.time.households', { n: number(n) }),
    number,
  }
}
export type Formats = ReturnType<typeof formatsOf>

/** `35,947` */
export const number = (n: number): string => n.toLocaleString('en-US')

function relative(t: Say, minutes: number): string {
  const n = Math.abs(minutes)
  if (n < 1) return t('ui.time.now')
  const unit = n < 60 ? 'Minutes' : n < 1440 ? 'Hours' : 'Days'
  const value = Math.floor(n < 60 ? n : n < 1440 ? n / 60 : n / 1440)
  return t(minutes < 0 ? `ui.time.${unit.toLowerCase()}Ago` : `ui.time.in${unit}`, { n: value })
}

function overdue(t: Say, minutes: number): string {
  const n = Math.floor(minutes)
  if (n < 60) return t('ui.time.overdueMinutes', { n: Math.max(n, 1) })
  if (n < 1440) return t('ui.time.overdueHours', { h: Math.floor(n / 60), m: n % 60 })
  return t('ui.time.overdueDays', { n: Math.floor(n / 1440) })
}

/** `const f = useFormats(); f.at(episode.startedAt)`, renewed as time goes on. */
export function useFormats(): Formats {
  return formatsOf(useWords(), useNow())
}
