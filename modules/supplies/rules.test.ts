import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Lot } from './contract.ts'
import { recipientKinds } from './contract.ts'
import { startingItems, usualPurposes } from './data.ts'
import { arrive, count, daysLeft, dispose, give, isLow, movedOf, proposeAmount, reverse, standingOf, sumOf } from './rules.ts'

const TODAY = '2020-02-26'
const lot = (lotId: string | null, quantity: number, expiresOn: string | null = null, receivedAt = '2020-02-01T00:00:00.000Z'): Lot => ({ lotId, quantity, expiresOn, receivedAt })
const old = lot('old', 30, '2020-02-25')
const soon = lot('soon', 40, '2020-03-01')
const late = lot('late', 100, '2022-01-01')

describe('what is given out', () => {
  test('goes from the batch that expires first, then the next; what never expires comes last', () => {
    expect(give([lot('never', 50), late, soon], 60, TODAY)).toEqual({ parts: [{ lotId: 'soon', quantity: -40 }, { lotId: 'late', quantity: -20 }], stale: 0, beyond: 0 })
    expect(give([lot('never', 50), late], 120, TODAY).parts).toEqual([{ lotId: 'late', quantity: -100 }, { lotId: 'never', quantity: -20 }])
  })
  test('of two that expire on one day the one that came first', () => expect(give([lot('b', 5, '2020-03-01', '2020-02-10T00:00:00.000Z'), lot('a', 5, '2020-03-01')], 3, TODAY).parts[0]?.lotId).toBe('a'))
  test('is good on its last day, and expired goes only where nothing else is left, and is said', () => {
    expect(give([lot('today', 5, TODAY)], 5, TODAY).stale).toBe(0)
    expect(give([old, soon], 50, TODAY)).toEqual({ parts: [{ lotId: 'soon', quantity: -40 }, { lotId: 'old', quantity: -10 }], stale: 10, beyond: 0 })
  })
  test('more than there is is a fact all the same: it stands below zero without a batch', () => {
    expect(give([soon], 45, TODAY)).toEqual({ parts: [{ lotId: 'soon', quantity: -40 }, { lotId: null, quantity: -5 }], stale: 0, beyond: 5 })
    expect(give([lot(null, 3)], 5, TODAY).parts).toEqual([{ lotId: null, quantity: -5 }])
  })
})

describe('a count', () => {
  test('that agrees changes nothing', () => expect(count([soon, late], 140, TODAY)).toEqual([]))
  test('takes what is missing as if it had been given out, and adds what is there to no batch', () => {
    expect(count([soon, late], 90, TODAY)).toEqual([{ lotId: 'soon', quantity: -40 }, { lotId: 'late', quantity: -10 }])
    expect(count([soon], 45, TODAY)).toEqual([{ lotId: null, quantity: 5 }])
  })
  test('puts a batch right that stood below zero', () => expect(count([lot(null, -5), soon], 38, TODAY)).toEqual([{ lotId: null, quantity: 5 }, { lotId: 'soon', quantity: -2 }]))
  test('leaves exactly what was counted, and nothing below zero, whatever was in the books', () => {
    const lots = fc.uniqueArray(fc.record({ lotId: fc.constantFrom('a', 'b', 'c', null), quantity: fc.integer({ min: -50, max: 50 }), expiresOn: fc.constantFrom(null, '2020-02-01', '2020-03-01') }), { selector: (one) => one.lotId })
    fc.assert(fc.property(lots, fc.integer({ min: 0, max: 200 }), (some, n) => {
      const now = some.map((one): Lot => ({ ...one, receivedAt: null }))
      const parts = count(now, n, TODAY)
      const left = new Map(now.map(({ lotId, quantity }) => [lotId, quantity]))
      for (const { lotId, quantity } of parts) left.set(lotId, (left.get(lotId) ?? 0) + quantity)
      expect([...left.values()].reduce((a, b) => a + b, 0)).toBe(n)
      expect([...left.values()].every((quantity) => quantity >= 0)).toBe(true)
    }))
  })
})

test('disposed of is all that has expired, or so many, the expired first; nothing where nothing has', () => {
  expect(dispose([old, soon], undefined, TODAY)).toEqual([{ lotId: 'old', quantity: -30 }])
  expect(dispose([old, soon], 35, TODAY)).toEqual([{ lotId: 'old', quantity: -30 }, { lotId: 'soon', quantity: -5 }])
  expect(dispose([soon], undefined, TODAY)).toEqual([])
})

test('a reversal is the same with the other sign', () => {
  const { parts } = give([soon, late], 60, TODAY)
  expect(sumOf([...parts, ...reverse(parts)])).toBe(0)
})

test('what arrives keeps the expiry it was sent with; more than was sent has none', () => {
  const sent = [{ expiresOn: '2020-03-01', n: 40 }, { expiresOn: null, n: 60 }]
  expect(arrive(sent, 100)).toEqual(sent)
  expect(arrive(sent, 50)).toEqual([{ expiresOn: '2020-03-01', n: 40 }, { expiresOn: null, n: 10 }])
  expect([arrive(sent, 0), arrive([{ expiresOn: '2020-03-01', n: 40 }], 45)]).toEqual([[], [{ expiresOn: '2020-03-01', n: 40 }, { expiresOn: null, n: 5 }]])
})

test('how long it lasts is said by the use of seven days, and not where nothing was given out', () => {
  expect([daysLeft({ usable: 100, used: 70 }), daysLeft({ usable: 99, used: 70 }), daysLeft({ usable: -5, used: 7 }), daysLeft({ usable: 10, used: 0 })]).toEqual([10, 9, 0, null])
  expect([isLow({ usable: 99, least: 100 }), isLow({ usable: 100, least: 100 }), isLow({ usable: 0, least: 0 })]).toEqual([true, false, false])
})

test('asked for is enough for two weeks, at least twice the smallest stock, in round numbers', () => {
  expect(proposeAmount({ usable: 60, least: 100, used: 350 })).toBe(650)
  expect(proposeAmount({ usable: 60, least: 100, used: 0 })).toBe(150)
  expect(proposeAmount({ usable: 8, least: 10, used: 20 })).toBe(40)
  expect([proposeAmount({ usable: 3, least: 5, used: 0 }), proposeAmount({ usable: 50, least: 10, used: 0 }), proposeAmount({ usable: -5, least: 2, used: 0 })]).toEqual([7, 1, 4])
})

test('of an item the worst is said first', () => {
  const fine = { mismatch: false, usable: 200, least: 100, expired: 0, expiring: 0 }
  expect([fine, { ...fine, expiring: 5 }, { ...fine, usable: 90, expiring: 5 }, { ...fine, usable: 90, expired: 5 }, { ...fine, usable: 0 }, { ...fine, usable: 0, least: 0 }, { ...fine, usable: -1, mismatch: true }].map(standingOf)).toEqual(['enough', 'expiring', 'low', 'expired', 'none', 'enough', 'mismatch'])
})

test('the usual supplies are each there once, with a unit, and every recipient has usual purposes', () => {
  expect(new Set(startingItems.map(({ name, spec }) => `${name} ${spec}`)).size).toBe(startingItems.length)
  for (const { unit, least } of startingItems) expect([unit.length > 0, least > 0]).toEqual([true, true])
  for (const kind of recipientKinds) expect(usualPurposes[kind].length).toBeGreaterThan(0)
})

test('the work report names how many times something moved, and the most of it', () => {
  const row = (kind: 'received' | 'given', name: string, quantity: number, times = 1) => ({ kind, name, unit: '只', quantity, times })
  expect(movedOf('2020-02-24', [])).toBeUndefined()
  expect(movedOf('2020-02-24', [row('given', 'A', 50, 3), row('given', 'B', 20), row('given', 'C', 9), row('given', 'D', 8), row('given', 'E', 7)])).toEqual({ fromOn: '2020-02-24', received: { times: 0, most: '' }, given: { times: 7, most: 'A50只、B20只、C9只、D8只' } })
})
