import { expect, test } from 'vitest'
import { clockOf } from './clock.ts'

const say = (key: string, params?: Readonly<Record<string, unknown>>) => `${key.replace('leads.clock.', '')} ${Object.values(params ?? {}).join(' ')}`.trim()
const lead = { state: 'open' as const, openedAt: '2020-02-26T00:00:00.000Z', dueAt: '2020-02-26T02:00:00.000Z', receivedAt: null }

test('the clock of a lead says how long there is, turns amber half an hour before and red when it is over', () => {
  expect(clockOf(lead, '2020-02-26T00:10:00.000Z', say)).toEqual({ text: 'leftHours 1 50', tone: 'on' })
  expect(clockOf(lead, '2020-02-26T01:40:00.000Z', say)).toEqual({ text: 'left 20', tone: 'soon' })
  expect(clockOf(lead, '2020-02-26T02:20:00.000Z', say)).toEqual({ text: 'over 20', tone: 'bad' })
  expect(clockOf(lead, '2020-02-26T05:05:00.000Z', say)).toEqual({ text: 'overHours 3 5', tone: 'bad' })
  expect(clockOf(lead, '2020-02-29T02:00:00.000Z', say)).toEqual({ text: 'overDays 3', tone: 'bad' })
})

test('the clock stops when the health centre takes over', () => {
  expect(clockOf({ ...lead, state: 'received', receivedAt: '2020-02-26T00:25:00.000Z' }, '2020-02-27T00:00:00.000Z', say)).toEqual({ text: 'took 25', tone: 'on' })
})
