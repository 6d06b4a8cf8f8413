import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { permissions, rolePermissions } from '../modules/accounts/rules.ts'
import { frameErrors } from '../kernel/errors.ts'
import { mounted, allTables } from '../server/modules.ts'
import { en as shellEn } from '../ui/words.en.ts'
import { zh as shellZh } from '../ui/words.zh.ts'
import { examples } from './examples/all.ts'

type Tree = { readonly [key: string]: string | Tree }
/** Both trees as the clients put them together: the shell's words, and every module's under its name. */
async function wordsOf(language: 'zh' | 'en', shell: Tree): Promise<Tree> {
  const all: Record<string, string | Tree> = { ...shell }
  for (const name of readdirSync('modules')) {
    const path = `../modules/${name}/words.${language}.ts`
    if (existsSync(join('modules', name, `words.${language}.ts`))) all[name] = ((await import(path)) as Record<string, Tree>)[language] ?? {}
  }
  return all
}
const words = { zh: await wordsOf('zh', shellZh), en: await wordsOf('en', shellEn) }
const leaves = (tree: Tree, path = ''): string[] => Object.entries(tree).flatMap(([key, value]) =>
  typeof value === 'string' ? [`${path}${key}`] : leaves(value, `${path}${key}.`))
const at = (tree: Tree, path: string): unknown => path.split('.').reduce<unknown>((node, key) => (node as Tree | undefined)?.[key], tree)

test('both languages have the same keys', () => {
  expect(leaves(words.en).sort()).toEqual(leaves(words.zh).sort())
})

test('no sentence is empty, and both languages use the same placeholders', () => {
  const holes = (text: unknown) => [...String(text).matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort().join()
  // A date is given as number and as name of the month; each language takes what it writes.
  const bad = leaves(words.zh).filter((key) => !key.startsWith('ui.time.day')).filter((key) => {
    const [zh, en] = [at(words.zh, key), at(words.en, key)]
    return String(zh).trim() === '' || String(en).trim() === '' || holes(zh) !== holes(en)
  })
  expect(bad).toEqual([])
})

const CHINESE = /[\u4e00-\u9fff]/
/** Where English needs Chinese: a placeholder or heading as it stands in the office's own file, a place or verb as it is typed, and the other language's name. */
const QUOTED = ['audit.page.does', 'documents.problems.noRepeatedRow', 'roster.issues.documentMasked', 'screening.declaration.language', 'screening.declaration.fromHint', 'ui.top.language', 'ui.phone.language']

test('English is English', () => {
  expect(leaves(words.en).filter((key) => CHINESE.test(String(at(words.en, key)))).filter((key) => !QUOTED.includes(key))).toEqual([])
})

test('no page has a Chinese word of its own: all of them stand in the words', () => {
  const code = ['console', 'mobile', 'ui'].flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
    .filter((path) => /\.tsx?$/.test(path) && !/words\.|\.test\./.test(path))
  const own = code.filter((path) => CHINESE.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
  expect(own).toEqual([])
})

test('every declared error has its sentence in both languages', () => {
  const codes = new Set([...mounted.flatMap((m) => m.endpoint.errors.map((e) => e.code)), ...Object.values(frameErrors).map((e) => e.code)])
  const missing = [...codes].filter((code) => {
    const [module = '', name = ''] = code.split('.')
    return [words.zh, words.en].some((tree) => typeof at(tree, `${module}.errors.${name}`) !== 'string')
  })
  expect(missing).toEqual([])
})

test('every role and permission has its name in both languages', () => {
  const keys = [...Object.keys(rolePermissions).map((r) => `accounts.roles.${r}`), ...permissions.map((p) => `accounts.permissions.${p}`)]
  expect(keys.filter((key) => [words.zh, words.en].some((tree) => typeof at(tree, key) !== 'string'))).toEqual([])
})

test('every endpoint asks for a permission that exists and that some role has', () => {
  const granted = new Set<string>(Object.values(rolePermissions).flat())
  const bad = mounted.filter(({ endpoint }) => typeof endpoint.access === 'object' && !granted.has(endpoint.access.permission))
  expect(bad.map((m) => m.name)).toEqual([])
})

test('every endpoint has an example for the generic suites', () => {
  expect(mounted.map((m) => m.name).filter((name) => !(name in examples))).toEqual([])
})

test('every table says what a row is and why it is open if it is', () => {
  const vague = Object.entries(allTables).filter(([, spec]) => spec.about.length < 4 || (typeof spec.scope === 'object' && spec.scope.open.length < 8))
  expect(vague.map(([name]) => name)).toEqual([])
})

test('no two endpoints share a path and method', () => {
  const paths = mounted.map((m) => `${m.endpoint.kind} ${m.endpoint.path.replace(/:\w+/g, ':')}`)
  expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([])
})
