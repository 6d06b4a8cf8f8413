import { expect, test } from 'vitest'
import { formatsOf } from './format.ts'
import { timelineWords } from './timeline-words.ts'
import { addWords, sayIn } from './words.ts'

addWords({
  zh: { trial: { measures: { homeQuarantine: '居家隔离' }, timeline: { opened: '纳入管理:{because}', changed: '改为{measure}({orderNo} {reason})', until: '延长至 {endsOn}', visited: '入户走访 {note}', out: '转出:{reason}' } } },
  en: { trial: { timeline: { opened: 'Managed: {because}' } } },
})
const f = formatsOf(sayIn('zh'), '2020-02-26T06:20:00.000Z')
const zh = (kind: string, params: Record<string, unknown> = {}) => timelineWords('zh', f, `trial.${kind}`, params)

test('a code is said in words and a day as a day', () => {
  expect(zh('changed', { measure: 'homeQuarantine', orderNo: '令3号', reason: '' })).toBe('改为居家隔离(令3号)')
  expect(zh('until', { endsOn: '2020-03-06' })).toBe('延长至 3月6日')
})
test('what was not given leaves no hole', () => {
  expect(zh('visited')).toBe('入户走访')
  expect(zh('changed', { measure: 'homeQuarantine', orderNo: null, reason: null })).toBe('改为居家隔离')
  expect(zh('out', { reason: null })).toBe('转出')
})
test('a sentence kept in both languages is said in the one chosen', () => {
  const params = { because: '来自湖北', becauseEn: 'from Hubei' }
  expect(zh('opened', params)).toBe('纳入管理:来自湖北')
  expect(timelineWords('en', f, 'trial.opened', params)).toBe('Managed: from Hubei')
})
