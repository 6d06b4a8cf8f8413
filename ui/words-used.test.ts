import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { WordTree } from '../kernel/words.ts'
import { addWords, findWords } from './words.ts'

/** Every key written out in a client must have its sentence: a bare key on a screen is a fault nobody sees in review. */
test('every words key used in a client has its sentence', async () => {
  const zh = import.meta.glob<WordTree>('../modules/*/words.zh.ts', { eager: true, import: 'zh' })
  addWords({ zh: Object.fromEntries(Object.entries(zh).map(([path, tree]) => [path.split('/').at(-2) ?? '', tree])), en: {} })
  const files = ['ui', 'console', 'mobile'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  const missing = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].flatMap(([, key = '']) => (findWords('zh', key) === undefined ? [`${file}: ${key}`] : [])))
  expect(missing).toEqual([])
})
