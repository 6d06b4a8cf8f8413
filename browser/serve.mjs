// A house on a copy of the demo community. `serve.mjs 0` makes the community where it is not there yet; the houses of the other workers wait for that.
import { cpSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { runCli } from '../scripts/prepare.mjs'
import { DEMO, env, isMade, makeDemo } from './demo.mjs'

const place = Number(process.argv[2] ?? 0)
if (place === 0) await makeDemo()
while (!isMade()) await wait(500)
const folder = `build/browser/${place}`
rmSync(folder, { recursive: true, force: true })
cpSync(DEMO, folder, { recursive: true })
process.exitCode = await runCli(['start'], { ...env, WANGGE_DATA: folder })
