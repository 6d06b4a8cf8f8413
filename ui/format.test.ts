import { expect, test } from 'vitest'
import { formatsOf } from './format.ts'
import { sayIn } from './words.ts'

const now = '2020-02-26T06:20:00.000Z'
const zh = formatsOf(sayIn('zh'), now)
const en = formatsOf(sayIn('en'), now)

test('dates are said as people here write them', () => {
  expect(zh.at('2020-02-26T08:00:00.000Z')).toBe('2月26日 16:00')
  expect(zh.clock(now)).toBe('2月26日 周三 14:20')
  expect(zh.day('2019-12-31')).toBe('2019年12月31日')
  expect(en.at('2020-02-26T08:00:00.000Z')).toBe('26 Feb 16:00')
})
test('what is near is said by its day', () => {
  expect(zh.when('2020-02-25T12:00:00.000Z')).toBe('昨天 20:00')
  expect(zh.due('2020-02-26T10:00:00.000Z')).toBe('今天 18:00')
  expect(zh.due('2020-02-26T04:00:00.000Z')).toBe('超时 2时20分')
  expect(zh.ago('2020-02-26T03:00:00.000Z')).toBe('3小时前')
})
test('an episode counts its days from one', () => {
  expect(zh.dayOfTotal('2020-02-22', '2020-03-06')).toBe('第5天 / 共14天')
})
test('households and persons are always a pair', () => {
  expect(zh.pair({ households: 8652, persons: 32126 })).toBe('8,652户 32,126人')
})
