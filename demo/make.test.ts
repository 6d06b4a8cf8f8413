import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import { clearHalfDemo } from './make.ts'

const folder = (unfinished: boolean, engine = 'embedded') => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-half-'))
  mkdirSync(join(dataDir, 'database'))
  if (unfinished) writeFileSync(join(dataDir, 'demo-unfinished'), engine)
  return dataDir
}

test('a demo that was broken off goes, and the key stays; one that was finished is not touched', () => {
  const [half, whole] = [folder(true), folder(false)]
  for (const WANGGE_DATA of [half, whole]) clearHalfDemo(readConfig({ WANGGE_DATA }))
  expect([existsSync(join(half, 'database')), existsSync(join(half, 'demo-unfinished')), existsSync(join(half, 'key'))]).toEqual([false, false, true])
  expect(existsSync(join(whole, 'database'))).toBe(true)
})

test('on PostgreSQL nothing is emptied: it is said what to do', () => {
  const config = readConfig({ WANGGE_DATA: folder(true, 'postgres'), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect(() => clearHalfDemo(config)).toThrow('demo-unfinished')
})

test('a database in use is not emptied, nor one that the demo was not made in', () => {
  const [used, other] = [folder(true), folder(true, 'postgres')]
  writeFileSync(join(used, 'lock'), `${process.ppid} wangge, since now\n`)
  expect(() => clearHalfDemo(readConfig({ WANGGE_DATA: used }))).toThrow('is in use by process')
  clearHalfDemo(readConfig({ WANGGE_DATA: other }))
  for (const dataDir of [used, other]) expect([existsSync(join(dataDir, 'database')), existsSync(join(dataDir, 'demo-unfinished'))]).toEqual([true, true])
})

test('a key that is not whole is told of, and taken for none', () => {
  const dataDir = folder(false)
  writeFileSync(join(dataDir, 'key'), '')
  expect(() => readConfig({ WANGGE_DATA: dataDir })).toThrow('is not whole')
})
