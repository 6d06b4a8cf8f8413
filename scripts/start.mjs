// npm start: installs what is missing, builds what is stale, starts. Plain JavaScript, since it runs before anything is installed.
import { prepare, runCli } from './prepare.mjs'

await prepare()
process.exitCode = await runCli(['start', ...process.argv.slice(2)])
