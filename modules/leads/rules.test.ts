import { expect, test } from 'vitest'
import { leadStates } from './contract.ts'
import { actionsOf, isOverdue, leadTable, mergeSummary } from './rules.ts'

test('every state of a lead says what may be done, and a closed one can be undone on its day only', () => {
  expect(Object.keys(leadTable).sort()).toEqual([...leadStates].sort())
  expect(actionsOf('open', null, '2020-02-26')).toEqual(['receive', 'close'])
  expect(actionsOf('closed', '2020-02-26T08:00:00.000Z', '2020-02-26')).toEqual(['reopen'])
  expect(actionsOf('closed', '2020-02-26T08:00:00.000Z', '2020-02-27')).toEqual([])
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
