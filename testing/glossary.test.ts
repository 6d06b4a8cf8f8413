import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The glossary is only worth reading while its words are those of the code. */
const [inUse = ''] = readFileSync('docs/glossary.md', 'utf8').split('## Kept for later')
const identifiers = inUse.split('\n').filter((line) => line.startsWith('|')).flatMap((line) =>
  [...(line.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''))

const source = ['kernel', 'modules', 'server', 'migrations'].flatMap((top) =>
  readdirSync(top, { recursive: true }).map((path) => join(top, String(path))).filter((path) => /(?<!\.test)\.(ts|sql)$/.test(path)))
  .map((path) => readFileSync(path, 'utf8')).join('\n')
const inTables = (word: string) => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('every identifier of the glossary is one the code uses', () => {
  const missing = identifiers.filter((word) => !new RegExp(`\\b(${word}|${inTables(word)})`).test(source))
  expect(missing).toEqual([])
})

test('every identifier stands once', () => {
  expect(identifiers.filter((word, i) => identifiers.indexOf(word) !== i)).toEqual([])
})
