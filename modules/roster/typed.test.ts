import { expect, test } from 'vitest'
import { typedClock, typedDay } from './rules/days.ts'

test('a day is read as people write it, and not before it is finished', () => {
  for (const text of ['2020-02-26', '2020-2-26', '2020/2/26', '2020.2.26', '2020年2月26日', '20200226', ' 2020-2-26 ', '２０２０－２－２６']) expect(typedDay(text), text).toBe('2020-02-26')
  for (const text of ['', '2', '2020', '20200', '202002', '2020022', '2020-02', '2020-02-30', '26/2/2020', '今天']) expect(typedDay(text), text).toBeUndefined()
})

test('so is a time of the day', () => {
  for (const [text, clock] of [['8', '08:00'], ['8:30', '08:30'], ['830', '08:30'], ['0830', '08:30'], ['8点', '08:00'], ['8点30', '08:30'], ['8点30分', '08:30'], ['8点半', '08:30'], ['8点5分', '08:05'], ['8：30', '08:30'], ['23:59', '23:59'], ['0:00', '00:00']] as const) expect(typedClock(text), text).toBe(clock)
  for (const text of ['', '24:00', '8:60', '8:3', '12:', '8点5', '8半', '早上', '12345']) expect(typedClock(text), text).toBeUndefined()
})
