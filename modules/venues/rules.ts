import { addDays, addMinutes, dayOf, instantAt, type Instant } from '../../kernel/dates.ts'

/** 一人10平方米: the area decides how many may be inside at once, unless an order names another number; somebody always may. */
export const capacityOf = (v: { squareMetres: number; ownCapacity: number | null }, perPerson: number): number => v.ownCapacity ?? Math.max(1, Math.floor(v.squareMetres / perPerson))

/** Whoever comes when it is full waits at the door. */
export const isFull = (inside: number, capacity: number): boolean => inside >= capacity

/** 建议停留: when the phone says that it is time to go. */
export const leaveBy = (inAt: Instant, stayMinutes: number): Instant => addMinutes(inAt, stayMinutes)

/** 过夜不算在内: nobody is inside overnight; a visit nobody scanned out of was over at midnight, and the next scan is another one. */
export const overAt = (inAt: Instant): Instant => instantAt(addDays(dayOf(inAt), 1), '00:00')

/** What stands at the door: 停用, 已满 or 可进. */
export const doorOf = (v: { state: 'open' | 'closed'; full: boolean }): 'closed' | 'full' | 'free' => (v.state === 'closed' ? 'closed' : v.full ? 'full' : 'free')
