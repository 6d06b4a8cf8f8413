import { expect, test } from 'vitest'
import { scannerKeys } from './typing.ts'

/** What is typed so many ms apart, and which of it was left to the page. */
function type(text: string, everyMs: number) {
  const [lines, left]: [string[], string[]] = [[], []]
  const keys = scannerKeys((line) => lines.push(line))
  let at = 1000
  for (const key of text) if (!keys.key(key === '\n' ? 'Enter' : key, (at += everyMs))) left.push(key)
  keys.end()
  return { lines, left: left.join('') }
}

test('a scanner’s line is taken whole with its spaces and its end, with or without a line end; what a person types is theirs', () => {
  const code = 'WG:A1 B2 $C/3'
  expect(type(`${code}\n`, 5)).toEqual({ lines: [code], left: 'WG:' })
  expect(type(code.toLowerCase(), 20).lines).toEqual([code.toLowerCase()])
  expect(type(`${code}\n${code}\n`, 5).lines).toEqual([code, code])
  for (const slow of [`${code}\n`, '501\n']) expect(type(slow, 150)).toEqual({ lines: [], left: slow })
  expect(type('3-2-501\n', 5)).toEqual({ lines: [], left: '3-2-501\n' })
})
