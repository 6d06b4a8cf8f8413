import { expect, test } from 'vitest'
import { gather, type Callers } from './together.ts'

test('who waits for their session waits as well: after so many the next is refused early', () => {
  const callers: Callers = { of: () => new Promise(() => {}), forget: () => {} }
  const together = gather({} as never, {} as never, { endpoint: { together: { most: 30 } } } as never, callers)
  expect(together.full).toBe(false)
  for (let n = 0; n < 100; n++) void together.answer({} as never)
  expect(together.full).toBe(true)
})
