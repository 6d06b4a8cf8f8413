import { expect, test } from 'vitest'
import { readDegrees } from './temperature.ts'

test.each([['36.5', 36.5], ['365', 36.5], ['37', 37], ['36。8', 36.8], ['38.', 38], ['', undefined], ['36.55', undefined], ['abc', undefined]])(
  'typed %s is read as %s', (typed, degrees) => expect(readDegrees(typed)).toBe(degrees),
)
