import { addMinutes, dayOf, type Day, type Instant } from '../../kernel/dates.ts'
import { may } from '../accounts/rules.ts'
import type { Level } from '../territory/contract.ts'
import { communityStates, compoundGrades, type ChecklistMeasure, type ItemState, type ZoneItem, type ZoneKind, type ZoneValue } from './contract.ts'

const kindAt: Readonly<Partial<Record<Level, ZoneKind>>> = {
  community: 'communityState', compound: 'compoundGrade', villageGroup: 'compoundGrade', grid: 'compoundGrade', building: 'compoundGrade', unit: 'compoundGrade',
}
/** What an area of this level is put into: a state, a grade, or nothing. */
export const kindOf = (level: Level): ZoneKind | null => kindAt[level] ?? null
export const valuesOf = (kind: ZoneKind): readonly ZoneValue[] => (kind === 'communityState' ? communityStates : compoundGrades)
/** 由轻到重. */
export const rankOf = (value: ZoneValue): number => Math.max((communityStates as readonly string[]).indexOf(value), (compoundGrades as readonly string[]).indexOf(value))
export const isLower = (to: ZoneValue, from: ZoneValue): boolean => rankOf(to) < rankOf(from)

export const dueOf = (measure: Pick<ChecklistMeasure, 'dueHours'>, fromAt: Instant): Instant => addMinutes(fromAt, measure.dueHours * 60)

interface Standing { itemId: string; measureKey: string | null; state: ItemState }
/** What a change does to the list that stands: new measures open, what is not of the new list closes unless it is done or was the office's own; the rest goes on. */
export function changeOf<I extends Standing>(standing: readonly I[], wanted: readonly ChecklistMeasure[]): { opens: ChecklistMeasure[]; closes: I[]; keeps: I[] } {
  const needed = (item: Standing) => wanted.some(({ key }) => key === item.measureKey) || (item.measureKey === null && wanted.length > 0)
  return {
    opens: wanted.filter(({ key }) => !standing.some((item) => item.measureKey === key)),
    closes: standing.filter((item) => !needed(item)), keeps: standing.filter(needed),
  }
}

/** The title that stands twice in a list, if one does: nobody could tell the two apart. */
export function titleTwice(measures: readonly Pick<ChecklistMeasure, 'title'>[]): string | undefined {
  const titles = measures.map(({ title }) => title.zh.trim())
  return titles.find((title, i) => titles.indexOf(title) !== i)
}

export const isOverdue = (state: ItemState, dueAt: Instant, now: Instant): boolean => state === 'open' && dueAt < now

/** What will succeed now. */
export function actionsOf(item: { state: ItemState; settledAt: Instant | null }, role: string, today: Day): ZoneItem['actions'] {
  if (!may(role, 'zones.work')) return []
  if (item.state === 'open') return ['done', 'photo', 'skip', 'assign']
  if (item.state === 'closed' || item.settledAt === null) return []
  return [...(item.state === 'done' ? (['photo'] as const) : []), ...(dayOf(item.settledAt) === today || may(role, 'zones.set') ? (['reopen'] as const) : [])]
}
