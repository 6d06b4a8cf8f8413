import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from '../../kernel/dates.ts'
import type { Cell } from './contract.ts'
import { cellOf, corrected, isZero, looksOf, periodOf, standingOf, sumChecks, type Stay } from './rules.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { indicators } from './rules.ts'

const at = (clock: string, day = '2020-02-26') => instantAt(day, clock)
const cutOff = { today: '16:00', yesterday: '16:00' }

describe('the period of a report', () => {
  test('runs from yesterday’s cut-off to today’s', () => {
    expect(periodOf('2020-02-26', at('18:00'), cutOff)).toEqual({ openingAt: at('16:00', '2020-02-25'), asOf: at('16:00'), cutOffAt: at('16:00'), preliminary: false, late: true })
  })
  test('ends now, and is marked preliminary, before the cut-off', () => {
    expect(periodOf('2020-02-26', at('10:00'), cutOff)).toMatchObject({ asOf: at('10:00'), preliminary: true, late: false })
  })
  test('begins where yesterday’s report ended when that was sent early, so that nothing falls between two reports', () => {
    expect(periodOf('2020-02-26', at('18:00'), cutOff, at('15:41', '2020-02-25')).openingAt).toBe(at('15:41', '2020-02-25'))
  })
})

const T0 = at('16:00', '2020-02-25')
const T1 = at('16:00')
const instants = fc.integer({ min: -6, max: 6 }).map((hours) => new Date(Date.parse(T0) + hours * 6 * 3600_000).toISOString())
const stays = fc.array(fc.tuple(instants, fc.option(instants), fc.constantFrom('released' as const, 'otherwise' as const)), { maxLength: 4 })
  .map((all) => all.map(([openedAt, end, how]): Stay => ({ openedAt, closedAt: end !== null && end > openedAt ? end : null, ended: end !== null && end > openedAt ? how : null })))

describe('how a unit stands', () => {
  test('always balances: yesterday + new − released − moved out = in management', () => {
    fc.assert(fc.property(stays, (all) => {
      const s = standingOf(all, T0, T1)
      expect(Number(s.opening) + Number(s.opened) - Number(s.released) - Number(s.movedOut)).toBe(Number(s.managed))
    }))
  })
  test('opened and closed on the same day is both new and released', () => {
    expect(standingOf([{ openedAt: at('09:00'), closedAt: at('11:00'), ended: 'released' }], T0, T1)).toEqual({ opening: false, opened: true, released: true, movedOut: false, managed: false })
  })
  test('a household is released with its last member only', () => {
    const first: Stay = { openedAt: at('09:00', '2020-02-20'), closedAt: at('10:00'), ended: 'released' }
    const second: Stay = { openedAt: at('09:00', '2020-02-21'), closedAt: null, ended: null }
    expect(standingOf([first, second], T0, T1)).toMatchObject({ released: false, managed: true })
    expect(standingOf([first, { ...second, closedAt: at('15:00'), ended: 'otherwise' }], T0, T1)).toMatchObject({ released: false, movedOut: true, managed: false })
  })
})

const cells = (managed: number, opening = managed, households = managed): Cell[] => [
  { indicator: 'managed', originClass: null, households, persons: managed }, { indicator: 'managed', originClass: 'hubei', households, persons: managed },
  { indicator: 'opening', originClass: null, households, persons: opening }, { indicator: 'opened', originClass: null, households: 0, persons: Math.max(0, managed - opening) },
  { indicator: 'released', originClass: null, households: 0, persons: Math.max(0, opening - managed) },
]
const facts = (over: Partial<Parameters<typeof looksOf>[0]> = {}) => ({
  cells: cells(100), classIds: ['hubei'], yesterday: { managedPersons: 100, managedHouseholds: 100 }, anyBefore: true, sameReadings: [], preliminary: false, late: false, sent: false, missing: [], changed: { offices: [], figures: 0 }, ...over,
})

describe('what is looked at before sending', () => {
  test('nothing when everything agrees', () => expect(looksOf(facts())).toEqual([]))
  test('an opening balance other than yesterday’s report must be answered', () => {
    expect(looksOf(facts({ yesterday: { managedPersons: 101, managedHouseholds: 100 } }))).toMatchObject([{ id: 'openingDiffers', answerNeeded: true }])
  })
  test('a change of a fifth in a day must be answered, a small one need not', () => {
    expect(looksOf(facts({ cells: cells(121, 100, 100) })).map((l) => l.id)).toContain('bigChange')
    expect(looksOf(facts({ cells: cells(105, 100, 100) })).map((l) => l.id)).not.toContain('bigChange')
  })
  test('a household of two classes is said, never taken for a wrong sum', () => {
    const two: Cell[] = [...cells(10), { indicator: 'managed', originClass: 'abroad', households: 1, persons: 0 }]
    expect(looksOf(facts({ cells: two, classIds: ['hubei', 'abroad'], yesterday: { managedPersons: 10, managedHouseholds: 10 } }))).toMatchObject([{ id: 'householdsInTwoClasses', params: { n: 1 } }])
  })
  test('a sum that does not hold is shown with both sides', () => {
    const wrong = cells(100).map((c) => (c.indicator === 'opening' ? { ...c, persons: 90 } : c))
    expect(sumChecks(wrong, ['hubei']).find((s) => s.id === 'balancePersons')).toMatchObject({ holds: false, left: 100, parts: [90, 0, 0, 0] })
  })
})

test('zero is said for what no row speaks of, and a day of zeros is a zero report', () => {
  expect(cellOf([], 'managed')).toMatchObject({ households: 0, persons: 0 })
  expect(cellOf([], 'fever')).toMatchObject({ households: null, persons: 0 })
  expect(isZero([])).toBe(true)
  expect(isZero(cells(1))).toBe(false)
})

test('the latest correction of a figure stands', () => {
  const one = { indicator: 'managed' as const, originClass: null, householdsBefore: 9, personsBefore: 10, reason: '漏报', at: T1, accountName: '刘玉梅' }
  const all = corrected(cells(10), [{ ...one, householdsAfter: 10, personsAfter: 11 }, { ...one, householdsAfter: 10, personsAfter: 12 }])
  expect(cellOf(all, 'managed').persons).toBe(12)
  expect(cellOf(all, 'managed', 'hubei').persons).toBe(10)
})

test('every indicator has its words and its formula in both languages', () => {
  for (const { id } of indicators) for (const words of [zh, en]) expect(words.indicators[id].formula.length).toBeGreaterThan(4)
})
