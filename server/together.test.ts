import { expect, test } from 'vitest'
import { meeting } from './together.ts'

test('the line of several callers stands where their territories meet', () => {
  expect(meeting(['/1/2/3/'])).toBe('/1/2/3/')
  expect(meeting(['/1/2/3/', '/1/2/34/'])).toBe('/1/2/')
  expect(meeting(['/1/2/3/', '/1/2/'])).toBe('/1/2/')
  expect(meeting(['/1/2/', '/7/'])).toBe('/')
})
