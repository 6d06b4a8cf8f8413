// The demo community of 26 February 2020, 15:41, for the browser journeys: made once and kept under build/demo while the sources stand.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { prepare, runCli, stampOf } from '../scripts/prepare.mjs'

export const env = { WANGGE_NOW: '2020-02-26T15:41:00+08:00', WANGGE_IDLE_MINUTES: '60', HOST: '127.0.0.1' }

/** Builds what is stale and makes the demo if there is none of these sources; tells whether it is there. */
export async function makeDemo() {
  await prepare()
  const stamp = stampOf(['kernel', 'modules', 'server', 'demo', 'migrations', 'scripts'])
  const made = 'build/demo/.made'
  if (existsSync(made) && readFileSync(made, 'utf8') === stamp) return true
  rmSync('build/demo', { recursive: true, force: true })
  if ((await runCli(['demo'], { ...env, WANGGE_DATA: 'build/demo' })) !== 0) return false
  writeFileSync(made, stamp)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && !(await makeDemo())) process.exitCode = 1
