// Serves a copy of the demo community to the browser journeys, which write into it.
import { cpSync, rmSync } from 'node:fs'
import { runCli } from '../scripts/prepare.mjs'
import { env, makeDemo } from './demo.mjs'

if (!(await makeDemo())) process.exit(1)
rmSync('build/browser', { recursive: true, force: true })
cpSync('build/demo', 'build/browser', { recursive: true })
process.exitCode = await runCli(['start'], { ...env, WANGGE_DATA: 'build/browser' })
