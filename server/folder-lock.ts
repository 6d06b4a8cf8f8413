import { existsSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'

/** Touched so often while it is held; untouched for so long, a holder in another container is gone: its process cannot be seen from here. */
const TOUCH_MS = 5000
const SILENT_MS = 30_000

/** One process to a folder: two would silently lose each other's rows. */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, 'lock')
  if (existsSync(file) && isHeld(file)) {
    const [said = ''] = linesOf(file)
    throw new Error(
      `数据目录 ${dataDir} 正被进程 ${pidIn(said)} 使用。请先停止它,或换一个目录:WANGGE_DATA=其他目录。若是刚断掉的容器,请过半分钟再启动。\n` +
        `The data folder ${dataDir} is in use by process ${pidIn(said)} (${said}). ` +
        'Stop that one first, or start this one with WANGGE_DATA=another/folder. After the crash of a container, start again in half a minute.')
  }
  writeFileSync(file, [`${process.pid} wangge, since ${new Date().toISOString()}`, where(), beganAt(process.pid), ''].join('\n'))
  const touching = setInterval(() => {
    const now = new Date()
    void utimes(file, now, now).catch(() => {})
  }, TOUCH_MS)
  touching.unref()
  return () => {
    clearInterval(touching)
    rmSync(file, { force: true })
  }
}

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n')
const pidIn = (said: string): number => Number(said.split(' ')[0])

function isHeld(file: string): boolean {
  const [said = '', there = '', began = ''] = linesOf(file)
  const here = where()
  if (there !== '' && there !== here) return bootOf(there) === bootOf(here) && Date.now() - statSync(file).mtimeMs < SILENT_MS
  const pid = pidIn(said)
  if (!pid || pid === process.pid) return false
  const begins = beganAt(pid)
  return began === '' || begins === '' ? answers(pid) : begins === began
}

/** Within which start of the machine and which container a process number means what it says; empty where the system does not tell. */
const where = (): string => orEmpty(() => `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`)
const bootOf = (place: string): string => place.split(' ')[0] ?? ''

/** When a process began, for its number is given out again. After the name, which may hold anything, it is the twentieth field. */
const beganAt = (pid: number): string => orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '')

function orEmpty(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
