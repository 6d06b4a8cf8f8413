import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Config } from '../../server/config.ts'

/** The program as users start it, in a process of its own, on an installation that is there already. */
export interface Program {
  /** ms since 1970 when it said that it is ready. */
  readonly ready: Promise<number>
  readonly alive: boolean
  /** The most memory it has held since the last time this was asked, in MB; NaN where the system does not tell (it is read from /proc). */
  peakMegabytes(): number
  /** kill -9 */
  kill(): Promise<void>
  /** Asked to end, as a service is; its exit code. */
  end(): Promise<number | null>
}

export const startProgram = (config: Config, port: number): Program => startBeside(config, port, ['start'])

/** The same for another command that says `ready` and ends when it is asked to. */
export function startBeside(config: Config, port: number, command: readonly string[]): Program {
  const { child, ended, said } = run(config, port, command)
  let alive = true
  void ended.then(() => { alive = false })
  return {
    ready: new Promise((done, fail) => {
      child.stdout.on('data', () => { if (said().includes('ready')) done(Date.now()) })
      void ended.then((code) => fail(new Error(`the program ended with ${code}: ${said()}`)))
    }),
    get alive() { return alive },
    peakMegabytes() {
      try {
        const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1])
        // The system's own way to begin anew with the peak.
        writeFileSync(`/proc/${child.pid}/clear_refs`, '5')
        return kilobytes / 1024
      } catch {
        return NaN
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async end() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** `npm run audit`: whether the chain is whole, and what it says. */
export async function verifyTrail(config: Config): Promise<{ whole: boolean; text: string }> {
  const { ended, said } = run(config, 0, ['audit'])
  const code = await ended
  return { whole: code === 0, text: said().trim() }
}

function run({ host, databaseUrl = '', masterKey, dataDir, webDir, idleMinutes, logLevel }: Config, port: number, command: readonly string[]) {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production', HOST: host, PORT: String(port), DATABASE_URL: databaseUrl, WANGGE_KEY: masterKey.toString('base64'), WANGGE_DATA: dataDir, WANGGE_WEB: webDir,
      WANGGE_IDLE_MINUTES: String(idleMinutes), LOG_LEVEL: logLevel,
    },
  })
  const abandon = () => child.kill('SIGKILL')
  process.once('exit', abandon)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-4000) })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => {
    process.off('exit', abandon)
    done(code)
  }))
  return { child, ended, said: () => said }
}
