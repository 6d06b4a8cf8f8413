import { mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

/** A folder whose lock says what `change` makes of ours. */
function aFolder(change: (lines: string[]) => string[]): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-lock-'))
  const file = join(folder, 'lock')
  const unlock = lockFolder(folder)
  const ours = readFileSync(file, 'utf8').split('\n')
  unlock()
  writeFileSync(file, change(ours).join('\n'))
  return { folder, file }
}
const parent = `${process.ppid} wangge, since now`
const goesOn = (folder: string) => expect(() => lockFolder(folder)()).not.toThrow()

test.skipIf(process.platform !== 'linux')('a process that is there holds the folder, and one that has only got its number does not', () => {
  const began = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  expect(() => lockFolder(aFolder(([, where = '']) => [parent, where, began]).folder)).toThrow(`in use by process ${process.ppid}`)
  goesOn(aFolder(([, where = '', ours = '']) => [parent, where, `${Number(ours) + 1}`]).folder)
})

test.skipIf(process.platform !== 'linux')('another container holds the folder while it gives signs of life, one of before the machine started does not', () => {
  const elsewhere = (line = '') => line.replace(/\[\d+\]/, '[1]')
  const { folder, file } = aFolder(([said = '', where, began = '']) => [said, elsewhere(where), began])
  expect(() => lockFolder(folder)).toThrow('half a minute')
  utimesSync(file, new Date(), new Date(Date.now() - 60_000))
  goesOn(folder)
  goesOn(aFolder(([said = '', where, began = '']) => [said, `another-start ${elsewhere(where).split(' ')[1]}`, began]).folder)
})

test('a lock of the former kind, or half of one, is judged by the number alone', () => {
  expect(() => lockFolder(aFolder(() => [parent]).folder)).toThrow('in use by process')
  goesOn(aFolder(() => ['']).folder)
})
