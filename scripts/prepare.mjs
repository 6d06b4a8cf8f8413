import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs and builds what is missing or stale; what can be done without the pages is done beside them (`meanwhile`), where they are built. */
export async function prepare({ web = true, meanwhile = async () => {} } = {}) {
  install()
  await buildIfStale('server', ['kernel', 'modules', 'server', 'demo', 'bench', 'testing', 'scripts', 'vite.server.config.ts'], ['build', '-c', 'vite.server.config.ts'])
  if (web) await buildIfStale('web', ['kernel', 'modules', 'ui', 'console', 'mobile', 'vite.config.ts'], ['build'], meanwhile)
}

export function install() {
  const wanted = hashOf(readFileSync('package-lock.json'))
  const mark = 'node_modules/.wangge-installed'
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.log('Installing what is missing… 正在安装依赖…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--include=dev'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (done.status !== 0) process.exit(done.status ?? 1)
  writeFileSync(mark, wanted)
}

async function buildIfStale(name, sources, args, meanwhile = async () => {}) {
  const mark = join('dist', `.${name}-built`)
  const wanted = stampOf(sources)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.log(name === 'web' ? 'Building the web pages… 正在构建网页…' : 'Building the server… 正在构建服务…')
  const [code] = await Promise.all([run(['node_modules/vite/bin/vite.js', ...args, '--logLevel', 'warn']), meanwhile()])
  if (code !== 0) process.exit(code)
  mkdirSync('dist', { recursive: true })
  writeFileSync(mark, wanted)
}

/** Tells whether anything below these folders, or an installed package, is another one than before. */
export const stampOf = (sources) => hashOf([...sources.flatMap(filesBelow).sort().map((file) => `${file} ${hashOf(readFileSync(file))}`), readFileSync('package-lock.json')].join('\n'))

const hashOf = (content) => createHash('sha256').update(content).digest('hex')

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name))).filter((file) => !file.endsWith('.test.ts'))
}

function run(args) {
  return new Promise((done) => spawn(process.execPath, args, { stdio: 'inherit' }).once('exit', (code) => done(code ?? 1)))
}

// Short-lived rows of an import otherwise pile up to 100 MB before they are let go, for no time gained.
const MEMORY = '--max-semi-space-size=8'

/** Runs the built program in a process of its own; signals go to it. */
export function runCli(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--enable-source-maps', MEMORY, 'dist/server/cli.js', ...args], { stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    // Broken off by a signal it has no code, and nothing that comes after it is wanted.
    child.once('exit', (code) => done(code ?? 1))
  })
}
