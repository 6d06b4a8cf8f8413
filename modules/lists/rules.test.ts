import { expect, test } from 'vitest'
import { kept } from './rules.ts'

test('a saved view forgets which card was open, a shared one also whom somebody searched for', () => {
  expect(kept('show=care&text=王&open=7&order=-age', false)).toBe('show=care&text=%E7%8E%8B&order=-age')
  expect(kept('?show=care&text=王&open=7&order=-age', true)).toBe('show=care&order=-age')
})
