import { expect, test } from 'vitest'
import { pictureType } from './pictures.ts'

test('a picture is known by its bytes, not by its name', () => {
  expect(pictureType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  expect(pictureType(new TextEncoder().encode('<svg onload=alert(1)>'))).toBeUndefined()
  expect(pictureType(new TextEncoder().encode('RIFF0000WEBPVP8 '))).toBe('image/webp')
})
