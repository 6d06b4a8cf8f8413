// npm start: installs what is missing, builds what is stale, starts. Plain JavaScript, since it runs before anything is installed.
import { prepare, runCli } from './prepare.mjs'

await prepare({
  // The demo keeps one core busy for a minute or two, the pages the other for a quarter of one.
  async meanwhile() {
    const code = await runCli(['demo'])
    if (code !== 0) process.exit(code)
  },
})
process.exitCode = await runCli(['start', ...process.argv.slice(2)])
