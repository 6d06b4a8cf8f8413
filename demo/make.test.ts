import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import { clearHalfDemo } from './make.ts'

const folder = (unfinished: boolean) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-half-'))
  mkdirSync(join(dataDir, 'database'))
  if (unfinished) writeFileSync(join(dataDir, 'demo-unfinished'), '')
  return dataDir
}

test('a demo that was broken off goes, and the key stays; one that was finished is not touched', () => {
  const [half, whole] = [folder(true), folder(false)]
  for (const WANGGE_DATA of [half, whole]) clearHalfDemo(readConfig({ WANGGE_DATA }))
  expect([existsSync(join(half, 'database')), existsSync(join(half, 'demo-unfinished')), existsSync(join(half, 'key'))]).toEqual([false, false, true])
  expect(existsSync(join(whole, 'database'))).toBe(true)
})

test('on PostgreSQL nothing is emptied: it is said what to do', () => {
  const config = readConfig({ WANGGE_DATA: folder(true), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect(() => clearHalfDemo(config)).toThrow('demo-unfinished')
})
