import { expect, test } from 'vitest'
import { commonArea, withAbove } from './ctx.ts'

test('an area and all above it, the highest first', () => {
  expect(withAbove('/1/10/100/')).toEqual(['/1/', '/1/10/', '/1/10/100/'])
  expect(withAbove('/')).toEqual([])
})

test('what places have in common is the area all lie in, never a part of a number', () => {
  expect(commonArea(['/1/2/3/'])).toBe('/1/2/3/')
  expect(commonArea(['/1/2/3/', '/1/2/34/'])).toBe('/1/2/')
  expect(commonArea(['/1/10/', '/1/100/'])).toBe('/1/')
  expect(commonArea(['/1/2/3/', '/1/2/'])).toBe('/1/2/')
  expect(commonArea(['/1/2/', '/7/'])).toBe('/')
  expect(commonArea([])).toBe('/')
})
