import type { Cell, Look, SumCheck } from '../contract.ts'
import { cellOf } from './indicators.ts'

type Counted = 'persons' | 'households'
const read = (cells: readonly Cell[], counted: Counted) => (indicator: Parameters<typeof cellOf>[1], originClass: string | null = null): number =>
  cellOf(cells, indicator, originClass)[counted] ?? 0

/** 在管 = 昨日 + 新增 − 解除 − 转出, and the parts of the area make the area; each with both sides, in persons and households. */
export function sumChecks(cells: readonly Cell[], classIds: readonly string[]): SumCheck[] {
  return (['persons', 'households'] as const).flatMap((counted) => {
    const of = read(cells, counted)
    const name = counted === 'persons' ? 'Persons' : 'Households'
    const balance = [of('opening'), of('opened'), of('released'), of('movedOut')] as const
    const classes = classIds.map((id) => of('managed', id))
    const parts = [of('compounds'), of('villageGroups'), of('elsewhere')]
    const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
    return [
      { id: `balance${name}` as const, left: of('managed'), parts: [...balance], holds: of('managed') === balance[0] + balance[1] - balance[2] - balance[3] },
      // A household with members of two classes stands in both, so for households the sum may exceed the whole, never fall short.
      { id: `classes${name}` as const, left: of('managed'), parts: classes, holds: counted === 'persons' ? of('managed') === sum(classes) : of('managed') <= sum(classes) },
      { id: `settlements${name}` as const, left: of('total'), parts, holds: of('total') === sum(parts) },
    ]
  })
}

/** Readings alike, of one settlement, entered by the same person in one minute. */
export interface SameReadings { takerName: string; place: string; temperature: number; minute: string; people: Look['people'] }

export interface CheckFacts {
  cells: readonly Cell[]
  classIds: readonly string[]
  /** Yesterday's report as it was sent, corrections included; null when none was sent. */
  yesterday: { managedPersons: number; managedHouseholds: number } | null
  /** Reports were sent before at all. */
  anyBefore: boolean
  sameReadings: readonly SameReadings[]
  preliminary: boolean
  late: boolean
  sent: boolean
  /** 汇总: offices below that have not sent, and the figures that those below give otherwise since this one was sent; nothing for a community. */
  missing: readonly string[]
  changed: { offices: readonly string[]; figures: number }
}

/** So many equal readings of one taker in one place within a minute: nobody measures like that. */
export const SAME_READINGS_FROM = 5
/** A change of the people in management of a fifth in a day, and of ten people at least, is looked at twice. */
const BIG_CHANGE = { share: 0.2, persons: 10 }

/** What a person should look at before sending; differences must be answered with words. */
export function looksOf(f: CheckFacts): Look[] {
  const of = read(f.cells, 'persons')
  const [opening, managed] = [of('opening'), of('managed')]
  const wrong = sumChecks(f.cells, f.classIds).filter((s) => !s.holds).length
  const change = Math.abs(managed - opening)
  const households = cellOf(f.cells, 'opening').households ?? 0
  return [
    ...(f.missing.length > 0 && !f.sent ? [look('partsMissing', { n: f.missing.length, names: f.missing.join('、') }, true)] : []),
    ...(f.changed.figures > 0 ? [look('partsChanged', { n: f.changed.figures, names: f.changed.offices.join('、') }, false)] : []),
    ...(wrong > 0 ? [look('sumWrong', { n: wrong }, true)] : []),
    ...(f.yesterday && (f.yesterday.managedPersons !== opening || f.yesterday.managedHouseholds !== households)
      ? [look('openingDiffers', { sent: f.yesterday.managedPersons, sentHouseholds: f.yesterday.managedHouseholds, now: opening, nowHouseholds: households }, true)] : []),
    ...(opening > 0 && change >= BIG_CHANGE.persons && change >= opening * BIG_CHANGE.share ? [look('bigChange', { before: opening, now: managed }, true)] : []),
    ...f.sameReadings.map((s) => look('sameReadings', { place: s.place, n: s.people.length, temperature: s.temperature.toFixed(1), name: s.takerName, minute: s.minute }, true, s.people)),
    ...inTwoClasses(f),
    ...(f.yesterday === null && f.anyBefore ? [look('yesterdayMissing', {}, false)] : []),
    ...(f.late && !f.sent ? [look('late', {}, false)] : []),
    ...(f.preliminary ? [look('preliminary', {}, false)] : []),
  ]
}

const look = (id: Look['id'], params: Look['params'], answerNeeded: boolean, people: Look['people'] = []): Look => ({ id, params, answerNeeded, people })

function inTwoClasses({ cells, classIds }: CheckFacts): Look[] {
  const of = read(cells, 'households')
  const more = classIds.reduce((sum, id) => sum + of('managed', id), 0) - of('managed')
  return more > 0 ? [look('householdsInTwoClasses', { n: more }, false)] : []
}

/** Nothing new, nobody in management: a zero report, which somebody must say in so many words. */
export const isZero = (cells: readonly Cell[]): boolean =>
  (['opened', 'released', 'movedOut', 'managed', 'fever', 'toVerify'] as const).every((id) => cellOf(cells, id).persons === 0)
