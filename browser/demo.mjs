// The demo community of 26 February 2020, 15:41, for the browser journeys: made once, kept under build/demo while the sources stand.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { prepare, runCli, stampOf } from '../scripts/prepare.mjs'

export const env = { WANGGE_NOW: '2020-02-26T15:41:00+08:00', WANGGE_IDLE_MINUTES: '60', HOST: '127.0.0.1' }
export const DEMO = 'build/demo'
const stamp = stampOf(['kernel', 'modules', 'server', 'demo', 'migrations', 'scripts'])
const mark = `${DEMO}/.made`
export const isMade = () => existsSync(mark) && readFileSync(mark, 'utf8') === stamp

export async function makeDemo() {
  await prepare()
  if (isMade()) return
  rmSync(DEMO, { recursive: true, force: true })
  if ((await runCli(['demo'], { ...env, WANGGE_DATA: DEMO })) !== 0) process.exit(1)
  writeFileSync(mark, stamp)
}

if (process.argv[1]?.endsWith('demo.mjs')) await makeDemo()
