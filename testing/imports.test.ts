import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom, and why: the message of a failure is the lesson (docs/architecture.md). */
const kinds = ['kernel', 'contract', 'rules', 'data', 'tables', 'store', 'service', 'words', 'server', 'ui', 'console', 'mobile', 'test', 'open'] as const
type Kind = (typeof kinds)[number]

function kindOf(path: string): Kind {
  if (/\.test\.tsx?$/.test(path)) return 'test'
  const [top = '', , third = ''] = path.split('/')
  if (top === 'kernel') return 'kernel'
  if (top === 'server' || top === 'ui' || top === 'console' || top === 'mobile') return top
  if (top !== 'modules') return 'open'
  const part = third.replace(/\.tsx?$/, '')
  if (part.startsWith('words')) return 'words'
  if (part === 'contract' || part === 'rules' || part === 'tables' || part === 'store' || part === 'service' || part === 'data') return part
  return 'rules'
}

interface Edge { from: string; to: string; kinds: [Kind, Kind]; own: boolean; typeOnly: boolean }

const files = ['kernel', 'modules', 'server', 'ui', 'console', 'mobile'].flatMap((top) =>
  readdirSync(top, { recursive: true }).map((path) => join(top, String(path))).filter((path) => /\.tsx?$/.test(path)))
const moduleOf = (path: string) => (path.startsWith('modules/') ? path.split('/')[1] : undefined)

const edges: Edge[] = files.flatMap((from) => {
  const text = readFileSync(from, 'utf8')
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'"\n]*?(?:\{[^}]*\}[^'"\n]*?)?from\s+'(\.[^']+)'/g)].map((match) => {
    const to = normalize(join(dirname(from), match[2] ?? ''))
    return { from, to, kinds: [kindOf(from), kindOf(to)], own: moduleOf(from) !== undefined && moduleOf(from) === moduleOf(to), typeOnly: match[1] !== undefined }
  })
})

const reasons: Record<Exclude<Kind, 'test' | 'open'>, { may: (edge: Edge) => boolean; why: string }> = {
  kernel: { may: ({ kinds: [, to] }) => to === 'kernel', why: 'the kernel is the ground: it imports nothing else, so everything may stand on it' },
  contract: { may: ({ kinds: [, to], to: path }) => to === 'kernel' || to === 'contract' || path === 'modules/accounts/rules.ts', why: 'a contract is read by server and clients alike: shapes only' },
  rules: { may: ({ kinds: [, to] }) => ['kernel', 'contract', 'rules', 'data'].includes(to), why: 'rules are pure: the phone runs them too' },
  data: { may: ({ kinds: [, to] }) => ['kernel', 'contract', 'rules', 'data'].includes(to), why: 'data is data' },
  tables: { may: ({ kinds: [, to] }) => ['kernel', 'contract', 'tables'].includes(to), why: 'tables know shapes, not behaviour' },
  store: { may: ({ kinds: [, to], own, typeOnly }) => ['kernel', 'contract', 'tables'].includes(to) || (own && to === 'store') || typeOnly, why: 'a store is SQL and nothing else; decisions belong into rules' },
  service: { may: ({ kinds: [, to], own }) => ['kernel', 'contract'].includes(to) || (own ? to !== 'server' : to === 'service' || to === 'rules' || to === 'data'), why: 'another module is reached through its service or its rules, never its store' },
  words: { may: ({ kinds: [, to], own, typeOnly }) => to === 'kernel' || typeOnly || (own && to === 'words'), why: 'words are words' },
  server: { may: ({ kinds: [, to], to: path }) => ['kernel', 'contract', 'service', 'server', 'tables'].includes(to) || ['modules/audit/rules.ts', 'modules/accounts/rules.ts', 'modules/accounts/store.ts'].includes(path), why: 'the server mounts modules, it does not know their insides (it needs the permission table, the audit hash and the session look-up)' },
  ui: { may: ({ kinds: [, to] }) => ['kernel', 'ui', 'contract', 'rules', 'words', 'data'].includes(to), why: 'clients never see store, service or server: those would carry SQL and keys into the browser' },
  console: { may: ({ kinds: [, to] }) => ['kernel', 'ui', 'contract', 'rules', 'words', 'data', 'console'].includes(to), why: 'the console never imports store, service, server or the phone app' },
  mobile: { may: ({ kinds: [, to] }) => ['kernel', 'ui', 'contract', 'rules', 'words', 'data', 'mobile'].includes(to), why: 'the phone app never imports store, service, server or the console' },
}

test('everybody imports only what the plan of the house allows', () => {
  const broken = edges.filter((edge) => {
    const [from] = edge.kinds
    return from !== 'test' && from !== 'open' && !reasons[from].may(edge)
  })
  expect(broken.map((edge) => `${edge.from} imports ${edge.to}: ${reasons[edge.kinds[0] as 'kernel'].why}`)).toEqual([])
})

test('modules do not depend on each other in a circle', () => {
  const needs = new Map<string, Set<string>>()
  for (const edge of edges) {
    const [from, to] = [moduleOf(edge.from), moduleOf(edge.to)]
    if (from && to && from !== to && !edge.typeOnly && edge.kinds[0] !== 'test') needs.set(from, (needs.get(from) ?? new Set()).add(to))
  }
  const circles: string[] = []
  const walk = (name: string, path: string[]): void => {
    if (path.includes(name)) { circles.push([...path.slice(path.indexOf(name)), name].join(' → ')); return }
    for (const next of needs.get(name) ?? []) if (circles.length === 0) walk(next, [...path, name])
  }
  for (const name of needs.keys()) walk(name, [])
  expect(circles).toEqual([])
})

const only = (pattern: RegExp, allowed: readonly string[]) => files
  .filter((path) => !/\.test\.tsx?$/.test(path) && !allowed.includes(path))
  .filter((path) => pattern.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))

test('only the database files import a driver', () => {
  expect(only(/from '(pg|@electric-sql\/pglite[^']*)'/, ['server/db.ts', 'server/embedded.ts', 'server/wire.ts', 'server/move.ts', 'server/migrate.ts'])).toEqual([])
})

test('only the configuration reads the environment', () => {
  expect(only(/process\.env/, ['server/config.ts'])).toEqual([])
})

test('modules take time and chance from ctx alone', () => {
  expect(only(/Math\.random|Date\.now\(\)|new Date\(\)|randomUUID/, ['server/main.ts']).filter((path) => path.startsWith('modules/') || path.startsWith('kernel/'))).toEqual([])
})

test('no folder hides what it holds behind a word like utils', () => {
  expect(files.filter((path) => /(^|\/)(utils|helpers|common|services|shared|misc)\//.test(path))).toEqual([])
})
