import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, atMs, clockOf, dayOf, msOf, toInstant } from './dates.ts'

const anyMoment = fc.date({ min: new Date('1600-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })

test('an instant read and written by hand is what the language says it is, to the millisecond', () => {
  fc.assert(fc.property(anyMoment, (moment) => {
    expect([msOf(moment.toISOString()), atMs(moment.getTime()), toInstant(moment)]).toEqual([moment.getTime(), moment.toISOString(), moment.toISOString()])
  }), { numRuns: 2000 })
  for (const edge of ['2020-02-29T23:59:59.999Z', '2020-03-01T00:00:00.000Z', '2100-02-28T23:59:59.999Z', '2100-03-01T00:00:00.000Z', '2000-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z']) expect([msOf(edge), atMs(msOf(edge))]).toEqual([Date.parse(edge), edge])
})

test('other spellings are understood as before, and what is no time is none', () => {
  expect([msOf('2020-02-26T07:41:00Z'), msOf('2020-02-26T15:41:00+08:00')]).toEqual([Date.parse('2020-02-26T07:41:00Z'), Date.parse('2020-02-26T07:41:00Z')])
  expect(msOf('never')).toBeNaN()
  expect(() => atMs(Number.NaN)).toThrow(RangeError)
  expect(() => toInstant(new Date('never'))).toThrow(RangeError)
  expect([addMinutes('2020-02-26T15:59:30.250Z', 0.5), dayOf('2020-02-26T16:00:00.000Z'), clockOf('2020-02-26T16:05:00.000Z')]).toEqual(['2020-02-26T16:00:00.250Z', '2020-02-27', '00:05'])
})
