import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drive, type Drive, type Driven } from './client.ts'

/** The client in a process of its own, so that it does not share the server's thread; `begun` is called when its connections stand. */
export async function driveApart(options: Omit<Drive, 'bodiesFile'> & { bodies: readonly string[] }, begun = () => {}): Promise<Driven> {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-drive-'))
  const { bodies, ...rest } = options
  writeFileSync(join(folder, 'bodies'), bodies.join('\n'))
  writeFileSync(join(folder, 'options.json'), JSON.stringify({ ...rest, bodiesFile: join(folder, 'bodies') }))
  try {
    const child = spawn(process.execPath, [process.argv[1] ?? '', 'bench', 'drive', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.once('data', begun)
    const code = await new Promise<number | null>((done) => child.once('exit', done))
    if (code !== 0) throw new Error(`the client ended with ${code}`)
    return JSON.parse(readFileSync(join(folder, 'driven.json'), 'utf8')) as Driven
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `bench drive <folder>`: the client's side, started by the benches themselves. */
export async function main([folder = '']: readonly string[]): Promise<void> {
  writeFileSync(join(folder, 'driven.json'), JSON.stringify(await drive(JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8')) as Drive, () => console.log('begun'))))
}
