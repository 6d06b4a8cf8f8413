import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rolePermissions, roles } from '../accounts/rules.ts'
import { mayKnow } from '../people/rules.ts'
import type { CareResult } from './contract.ts'
import { daysLate, dueOf, mustCall, rateOf, standingAfter, stateOf, untouched, weekStart, type Rhythm } from './rules.ts'

const weekly: Rhythm = { beganOn: '2020-02-03', days: 7, askAgainOn: null }
const at = (day: string, result: CareResult = 'fine') => ({ at: `${day}T02:00:00.000Z`, result })

describe('when somebody is to be visited next', () => {
  test('a new one within the rhythm, then so many days after somebody was met', () => {
    expect(dueOf(weekly, untouched)).toBe('2020-02-10')
    expect(dueOf(weekly, standingAfter(weekly, [at('2020-02-09')]))).toBe('2020-02-16')
    expect(dueOf(weekly, standingAfter(weekly, [at('2020-02-09'), at('2020-02-11', 'need')]))).toBe('2020-02-18')
  })
  test('nobody met: the next day again; twice running somebody is called', () => {
    const once = standingAfter(weekly, [at('2020-02-09'), at('2020-02-16', 'notMet')])
    expect([dueOf(weekly, once), once.missed, mustCall(once.missed)]).toEqual(['2020-02-17', 1, false])
    const twice = standingAfter(weekly, [at('2020-02-16', 'notMet'), at('2020-02-17', 'notMet')])
    expect([dueOf(weekly, twice), twice.missed, mustCall(twice.missed), twice.lastMetOn]).toEqual(['2020-02-18', 2, true, null])
    const reached = standingAfter(weekly, [at('2020-02-16', 'notMet'), at('2020-02-17', 'notMet'), at('2020-02-17', 'changed')])
    expect([dueOf(weekly, reached), reached.missed]).toEqual(['2020-02-24', 0])
  })
  test('whoever wants no visits is asked again on their day, whatever was visited', () => {
    expect(dueOf({ ...weekly, askAgainOn: '2020-03-20' }, standingAfter(weekly, [at('2020-02-09', 'notMet')]))).toBe('2020-03-20')
    expect(stateOf({ dueOn: '2020-03-20', askAgainOn: '2020-03-20' }, '2020-02-26')).toBe('notWanted')
    expect(stateOf({ dueOn: '2020-03-20', askAgainOn: '2020-03-20' }, '2020-03-20')).toBe('due')
  })
  test('in time is by the day that was due then', () => {
    expect(standingAfter(weekly, [at('2020-02-10')]).lastInTime).toBe(true)
    expect(standingAfter(weekly, [at('2020-02-11')]).lastInTime).toBe(false)
    expect(standingAfter(weekly, [at('2020-02-11'), at('2020-02-18')]).lastInTime).toBe(true)
  })
  test('a visit that arrives late takes its place among the others: the order of arrival changes nothing', () => {
    const visit = fc.record({ minute: fc.integer({ min: 0, max: 40_000 }), result: fc.constantFrom<CareResult>('fine', 'need', 'notMet', 'changed') })
    fc.assert(fc.property(fc.uniqueArray(visit, { maxLength: 12, selector: ({ minute }) => minute }), (all) => {
      const visits = all.map(({ minute, result }) => ({ at: new Date(Date.UTC(2020, 1, 4) + minute * 60_000).toISOString(), result }))
      expect(standingAfter(weekly, visits)).toEqual(standingAfter(weekly, visits.toSorted((a, b) => (a.at < b.at ? -1 : 1))))
    }))
  })
})

test('overdue from the day after; the week begins on Monday; no rate where nobody was due', () => {
  expect([stateOf({ dueOn: '2020-02-25', askAgainOn: null }, '2020-02-26'), stateOf({ dueOn: '2020-02-26', askAgainOn: null }, '2020-02-26'), stateOf({ dueOn: '2020-02-27', askAgainOn: null }, '2020-02-26')]).toEqual(['overdue', 'due', 'later'])
  expect([daysLate('2020-02-23', '2020-02-26'), daysLate('2020-02-27', '2020-02-26')]).toEqual([3, 0])
  expect(['2020-02-24', '2020-02-26', '2020-03-01'].map(weekStart)).toEqual(['2020-02-24', '2020-02-24', '2020-02-24'])
  expect([rateOf(3, 4), rateOf(0, 0)]).toEqual([0.75, null])
})

test('whoever corrects a record may know all its groups, so that none is lost in correcting; others are not told of a mental disorder', () => {
  for (const role of roles) if ((rolePermissions[role] as readonly string[]).includes('people.edit')) expect(rolePermissions[role], role).toContain('people.sensitive')
  const as = (role: string) => ({ kind: 'staff', role }) as Parameters<typeof mayKnow>[0]
  expect([mayKnow(as('gridWorker'), 'mentalDisorder'), mayKnow(as('cdc'), 'mentalDisorder'), mayKnow(as('cdc'), 'livingAlone')]).toEqual([true, false, true])
})
