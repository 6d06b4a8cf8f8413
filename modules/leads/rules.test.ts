import { expect, test } from 'vitest'
import { leadStates } from './contract.ts'
import { actionsOf, couldBeAt, heavier, isOverdue, leadTable, mergeSummary } from './rules.ts'

test('every state of a lead says what may be done, and a closed one can be undone on its day only', () => {
  expect(Object.keys(leadTable).sort()).toEqual([...leadStates].sort())
  const lead = { state: 'open' as const, closedAt: null, referredAt: null, arrivedAt: null }
  expect(actionsOf(lead, '2020-02-26')).toEqual(['receive', 'note', 'refer', 'close'])
  const closed = { ...lead, state: 'closed' as const, closedAt: '2020-02-26T08:00:00.000Z' }
  expect([actionsOf(closed, '2020-02-26'), actionsOf(closed, '2020-02-27')]).toEqual([['reopen'], []])
})

test('somebody arrives at the hospital once, and only after leaving for it', () => {
  const received = { state: 'received' as const, closedAt: null, referredAt: null, arrivedAt: null }
  const at = '2020-02-26T08:00:00.000Z'
  expect(actionsOf(received, '2020-02-26')).toEqual(['note', 'refer', 'close'])
  expect(actionsOf({ ...received, referredAt: at }, '2020-02-26')).toEqual(['note', 'arrive', 'close'])
  expect(actionsOf({ ...received, referredAt: at, arrivedAt: at }, '2020-02-26')).toEqual(['note', 'close'])
})

test('a positive test names a lead before a fever, that before symptoms, and those before a contact', () => {
  expect([heavier('fever', 'positive'), heavier('symptom', 'fever'), heavier('fever', 'contact'), heavier('contact', 'symptom')]).toEqual(['positive', 'fever', 'fever', 'symptom'])
})

test('what is written down afterwards cannot have happened before the lead or later than now', () => {
  const [opened, now] = ['2020-02-26T08:00:00.000Z', '2020-02-26T09:00:00.000Z']
  expect(['2020-02-26T07:40:00.000Z', '2020-02-26T08:30:00.000Z', '2020-02-26T09:20:00.000Z'].map((at) => couldBeAt(at, opened, now))).toEqual([false, true, false])
})

test('the clock runs until the health centre has taken over', () => {
  const [due, later] = ['2020-02-26T08:00:00.000Z', '2020-02-26T08:00:01.000Z']
  expect(isOverdue('open', due, later)).toBe(true)
  expect(isOverdue('open', due, due)).toBe(false)
  expect(isOverdue('received', due, later)).toBe(false)
})

test('a second sign adds to what was seen; the higher reading stands', () => {
  expect(mergeSummary({ symptoms: ['cough'], temperature: 38.1, name: '王芳' }, { symptoms: ['cough', 'headache'], temperature: 37.4 }))
    .toEqual({ symptoms: ['cough', 'headache'], temperature: 38.1, name: '王芳' })
})
