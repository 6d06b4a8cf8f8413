import { clockOf, dayOf, type Day, type Instant } from '../../../kernel/dates.ts'

/** Days as they stand on official paper; these are Chinese forms, whatever language the screen speaks. */
const parts = (day: Day) => day.split('-').map(Number) as [number, number, number]
/** 2020年2月26日 */
export const longDay = (day: Day): string => { const [y, m, d] = parts(day); return `${y}年${m}月${d}日` }
/** 2月26日 */
export const shortDay = (day: Day | null): string => { if (!day) return ''; const [, m, d] = parts(day); return `${m}月${d}日` }
/** 2020年2月26日15时41分 */
export const longTime = (at: Instant): string => { const [h = '', m = ''] = clockOf(at).split(':'); return `${longDay(dayOf(at))}${Number(h)}时${m === '00' ? '' : `${m}分`}` }
/** 2月26日15:41 */
export const shortTime = (at: Instant): string => `${shortDay(dayOf(at))}${clockOf(at)}`
