import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

interface Piece { file: string; imports?: string[]; css?: string[]; dynamicImports?: string[] }
type Manifest = Record<string, Piece>

/** Counted on a build of its own, compressed as it travels: what a cheap phone on a weak signal has to fetch before it shows anything. */
const LIMITS = { resident: 200_000, staff: 350_000 } as const
const out = mkdtempSync(join(tmpdir(), 'wangge-size-'))
let manifest: Manifest = {}

beforeAll(() => {
  // A process of its own: within a test the libraries would be built for testing.
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', out, '--manifest', '--emptyOutDir'], { env: { ...process.env, NODE_ENV: 'production' } })
  manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Manifest
}, 60_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const piece = manifest[name]
  if (!piece || seen.has(piece.file)) return seen
  seen.add(piece.file)
  for (const css of piece.css ?? []) seen.add(css)
  for (const one of piece.imports ?? []) filesOf(one, seen)
  return seen
}
const bytesOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file)), { level: 9 }).length, 0)
const firstLoad = (...pages: string[]): number => bytesOf(new Set(['mobile/index.html', ...pages].flatMap((one) => [...filesOf(one)]))) + gzipSync(readFileSync(join(out, 'mobile/index.html'))).length

test('a resident’s page loads 200 kB at most, the staff’s first page 350 kB', () => {
  const residents = Object.keys(manifest).filter((name) => /^mobile\/\w+\/\w+Page\.tsx$/.test(name))
  const staff = ['mobile/staff/StaffApp.tsx', ...Object.keys(manifest).filter((name) => /^mobile\/staff\/pages\/(Home|Gate)\.tsx$/.test(name))]
  const sizes: Record<string, number> = { ...Object.fromEntries(residents.map((page) => [page, firstLoad(page)])), staff: firstLoad(...staff) }
  console.log(Object.entries(sizes).map(([page, bytes]) => `${page} ${(bytes / 1000).toFixed(0)} kB`).join('\n'))
  expect(residents.length).toBeGreaterThan(3)
  expect(residents.filter((page) => (sizes[page] ?? 0) > LIMITS.resident)).toEqual([])
  expect(sizes['staff']).toBeLessThanOrEqual(LIMITS.staff)
})

test('no library of the desk travels to a phone', () => {
  const all = new Set<string>()
  const walk = (name: string): void => { for (const file of filesOf(name)) all.add(file); for (const next of manifest[name]?.dynamicImports ?? []) if (!all.has(manifest[next]?.file ?? '')) walk(next) }
  walk('mobile/index.html')
  expect([...all].filter((file) => /antd|echarts|console/.test(file))).toEqual([])
})

test('the service worker names files that are there, and every page of the staff', () => {
  const worker = readFileSync(join(out, 'm/sw.js'), 'utf8')
  const named = [...worker.matchAll(/"(\/[^"]+)"/g)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(join(out, path)))).toEqual([])
  const pages = Object.keys(manifest).filter((name) => name.startsWith('mobile/staff/')).map((name) => `/${manifest[name]?.file ?? ''}`)
  expect(pages.filter((path) => !named.includes(path))).toEqual([])
})
