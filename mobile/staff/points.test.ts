import { expect, test } from 'vitest'
import type { PointLine } from '../../modules/disinfection/contract.ts'
import { pointOfCode, pointsToday } from './points.ts'
import type { BoxRecord } from './state.ts'

const point: PointLine = { pointId: 'p1', areaId: 'a', placeName: '锦绣小区', building: '3幢', name: '1单元', kind: 'stairwell', squareMetres: 60, timesADay: 2, doneToday: 1, standing: 'due', dueAt: null, lastAt: null, last: null, gateId: null, venueId: null, state: 'open' }
const carry = { madeAt: '2020-02-26T01:00:00.000Z', expiresAt: '2020-02-28T01:00:00.000Z', parts: [{ part: 'points0', hash: 'x', points: [point] }] }
const record = (at: string, more: Partial<BoxRecord> = {}): BoxRecord => ({
  record: { id: 'r', command: 'disinfection.recordDisinfection', input: { agent: 'chlorine', concentration: 300, method: 'mop' }, at, phoneAt: at, clockOff: 0, words: { title: '', lines: [] } }, about: 'p1', state: 'waiting', tries: 0, ...more,
})

test('what was done without a signal counts at once, and the next time is offered as it was done', () => {
  const [one] = pointsToday(carry, [record('2020-02-26T02:00:00.000Z')], '2020-02-26T03:00:00.000Z')
  expect(one).toMatchObject({ doneToday: 2, standing: 'done', last: { agent: 'chlorine', concentration: 300, method: 'mop' } })
})
test('what the carried data know already, what was refused and what is of yesterday does not count twice', () => {
  const known = record('2020-02-26T00:30:00.000Z', { state: 'arrived', answer: { at: '2020-02-26T00:31:00.000Z', receiptNo: '' } })
  const refused = record('2020-02-26T02:00:00.000Z', { state: 'needsYou' })
  expect(pointsToday(carry, [known, refused], '2020-02-26T03:00:00.000Z')[0]?.doneToday).toBe(1)
  expect(pointsToday(carry, [record('2020-02-26T02:00:00.000Z')], '2020-02-27T03:00:00.000Z')[0]).toMatchObject({ doneToday: 0, standing: 'late' })
})
test('a label names its point, anything else none', () => {
  expect(pointOfCode('https://w.example/m/w/point/01953a00-0000-7000-8000-000000000001')).toBe('01953a00-0000-7000-8000-000000000001')
  expect(pointOfCode('https://w.example/m/s/abcdefgh')).toBeUndefined()
})
