import { expect, test } from 'vitest'
import { capacityOf, isFull, leaveBy, overAt } from './rules.ts'

test('one person to ten square metres, an order’s own number before it, and never nobody', () => {
  expect([capacityOf({ squareMetres: 305, ownCapacity: null }, 10), capacityOf({ squareMetres: 305, ownCapacity: 12 }, 10), capacityOf({ squareMetres: 6, ownCapacity: null }, 10)]).toEqual([30, 12, 1])
})
test('the last place is taken by the one who makes it full', () => expect([isFull(29, 30), isFull(30, 30), isFull(31, 30)]).toEqual([false, true, true]))
test('time to go after the recommended stay', () => expect(leaveBy('2020-02-26T06:50:00.000Z', 15)).toBe('2020-02-26T07:05:00.000Z'))
test('nobody is inside overnight: a visit is over at midnight, also one that began minutes before', () =>
  expect([overAt('2020-02-26T02:00:00.000Z'), overAt('2020-02-26T15:55:00.000Z')]).toEqual(['2020-02-26T16:00:00.000Z', '2020-02-26T16:00:00.000Z']))
