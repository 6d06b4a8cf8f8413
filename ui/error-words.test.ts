import { expect, test } from 'vitest'
import { ApiError } from './client.ts'
import { addWords, errorWords } from './words.ts'

test('codes inside a refusal are said in words, and what is no code stays as it is', () => {
  addWords({
    zh: { accounts: { roles: { subdistrictOfficer: '街道干部', cdc: '疾控中心' } }, work: { missing: { noGap: '缺测说明', testsDone: '核酸' }, errors: { notReady: '缺:{missing},找{roles},{room}' } } },
    en: { work: { missing: { noGap: 'gaps', testsDone: 'tests' }, errors: { notReady: 'missing {missing}, ask {roles}, {room}' } } },
  })
  const refusal = new ApiError(409, 'work.notReady', { missing: 'noGap, testsDone', roles: 'subdistrictOfficer, cdc', room: '301' })
  expect(errorWords('zh', refusal)).toBe('缺:缺测说明、核酸,找街道干部、疾控中心,301')
  expect(errorWords('en', refusal)).toContain('missing gaps, tests')
})
