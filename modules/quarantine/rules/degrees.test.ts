import { expect, test } from 'vitest'
import { readDegrees } from './degrees.ts'

test.each([
  ['36.5', 36.5], ['365', 36.5], ['37', 37], ['36。8', 36.8], ['38.', 38], ['３６．５', 36.5], ['36,5', 36.5], ['36，5', 36.5], ['36.5℃', 36.5], [' 36.5 °C', 36.5], ['36.5度', 36.5],
  ['', undefined], ['36.55', undefined], ['abc', undefined], ['正常', undefined], ['-36.5', undefined],
])('typed %s is read as %s', (typed, degrees) => expect(readDegrees(typed)).toBe(degrees))
