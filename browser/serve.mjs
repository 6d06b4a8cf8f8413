// The demo community of 26 February 2020, 15:41, for the browser journeys: made once, kept under build/demo while the sources stand, and run on a copy.
// `serve.mjs 0` makes it; the houses of the other workers wait for that.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { prepare, runCli, stampOf } from '../scripts/prepare.mjs'

const place = Number(process.argv[2] ?? 0)
if (place === 0) await prepare()
const env = { WANGGE_NOW: '2020-02-26T15:41:00+08:00', WANGGE_IDLE_MINUTES: '60', HOST: '127.0.0.1' }
const stamp = stampOf(['kernel', 'modules', 'server', 'demo', 'migrations', 'scripts'])
const made = 'build/demo/.made'
const isMade = () => existsSync(made) && readFileSync(made, 'utf8') === stamp
while (place > 0 && !isMade()) await wait(500)
if (!isMade()) {
  rmSync('build/demo', { recursive: true, force: true })
  if ((await runCli(['demo'], { ...env, WANGGE_DATA: 'build/demo' })) !== 0) process.exit(1)
  writeFileSync(made, stamp)
}
const folder = `build/browser/${place}`
rmSync(folder, { recursive: true, force: true })
cpSync('build/demo', folder, { recursive: true })
process.exitCode = await runCli(['start'], { ...env, WANGGE_DATA: folder })
