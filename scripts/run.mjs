// npm run <command>: the program's other commands (restore, move, audit, bench …), built like npm start does.
import { prepare, runCli } from './prepare.mjs'

await prepare({ web: false })
process.exitCode = await runCli(process.argv.slice(2))
