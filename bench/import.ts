import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { reportOneCommunity, type DemoCommunity } from '../demo/places.ts'
import { checkDigit } from '../demo/persons.ts'
import type { ImportBatch } from '../modules/roster/contract.ts'
import { writeXlsx } from '../modules/sheets/service.ts'
import { askMeanwhile } from './import-latency.ts'
import { call, openBenchHouse, type BenchHouse, type Engine } from './import-house.ts'

/** The limits of the issue, printed beside what was measured. */
const limits = { postgresSeconds: 5, embeddedSeconds: 12, otherRequestsMs: 200, megabytes: 600 }
const HEADINGS = ['小区', '网格', '楼栋', '单元', '房号', '姓名', '与户主关系', '证件类型', '证件号码', '性别', '出生日期', '民族', '联系电话', '居住类别', '关爱类别']

const rssMb = () => Math.round(process.memoryUsage().rss / 1024 ** 2)
const seconds = (from: number) => (performance.now() - from) / 1000
const verdict = (value: number, limit: number) => `${(value / limit).toFixed(2)} of the limit ${value <= limit ? '✓' : '✗ MISSED'}`

/** `npm run bench import [postgres|embedded|million]`; without a word all three, one after the other. */
export async function main(args: readonly string[] = []): Promise<void> {
  const what = args[0] ?? 'all'
  if (what === 'file') return writeRoster(args[1] ?? '.')
  const engines = (['postgres', 'embedded'] as const).filter((engine) => what === 'all' || what === engine)
  const dir = mkdtempSync(join(tmpdir(), 'wangge-rosters-'))
  try {
    if (engines.length > 0) await small(dir, engines)
    if (what === 'all' || what === 'million') await million(dir, Number(args[1] ?? 1_000_000))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function small(dir: string, engines: readonly Engine[]): Promise<void> {
  // By a process of its own: what the making of 35,947 people leaves in memory is not the import's.
  const made = spawnSync(process.execPath, [process.argv[1] ?? '', 'bench', 'import', 'file', dir], { stdio: 'inherit' })
  if (made.status !== 0) throw new Error('the roster could not be written')
  const file = join(dir, 'roster.xlsx')
  const community = JSON.parse(readFileSync(join(dir, 'places.json'), 'utf8')) as Pick<DemoCommunity, 'name' | 'places'>
  console.log(`\nImport of the people of report 1 from .xlsx (15 columns, ${(statSync(file).size / 1e6).toFixed(1)} MB)`)
  for (const engine of engines) {
    const at = await openBenchHouse(engine, community)
    try {
      await measure(at, file, join(dir, 'roster.tsv'))
    } finally {
      await at.close()
    }
  }
}

/** The roster as .xlsx, the same as plain text, and the places it speaks of. */
async function writeRoster(dir: string): Promise<void> {
  const { name, places, households } = reportOneCommunity(1, '2020-02-26')
  const rows = households.flatMap((home) => home.persons.map((p) => [
    home.place, home.grid, home.building, home.unit, home.room, p.name, p.relation, '居民身份证', p.documentNo, p.sex, p.birthOn, p.nation, p.phone, p.residency, p.careGroup,
  ]))
  await writeWorkbook(join(dir, 'roster.xlsx'), rows)
  writeFileSync(join(dir, 'roster.tsv'), rows.map((row) => row.join('\t')).join('\n'))
  writeFileSync(join(dir, 'places.json'), JSON.stringify({ name, places }))
}

async function writeWorkbook(file: string, rows: string[][]): Promise<void> {
  const sheet = async function* () {
    yield [HEADINGS]
    for (let at = 0; at < rows.length; at += 1000) yield rows.slice(at, at + 1000)
  }
  await pipeline(Readable.from(writeXlsx({ name: '花名册', columns: HEADINGS.map(() => ({ width: 12 })), headRows: 1 }, sheet())), createWriteStream(file))
}

async function measure(at: BenchHouse, file: string, plainFile: string): Promise<void> {
  const limit = at.engine === 'postgres' ? limits.postgresSeconds : limits.embeddedSeconds
  const started = performance.now()
  const batch = await call<ImportBatch>(at, 'POST', `/roster/imports?areaId=${at.communityId}`, undefined, { filename: 'roster.xlsx', body: readFileSync(file) })
  const uploaded = seconds(started)
  const checked = await pass(at, batch.id, 'check')
  const meanwhile = askMeanwhile(`${at.url}/api/people?limit=50`, at.cookie)
  const imported = await pass(at, batch.id, 'run')
  const other = await meanwhile.stop()
  const again = await call<ImportBatch>(at, 'POST', `/roster/imports?areaId=${at.communityId}`, undefined, { filename: 'roster.xlsx', body: readFileSync(file) })
  const known = await pass(at, again.id, 'run')
  const copy = await plainCopy(at, readFileSync(plainFile, 'utf8'))
  console.log(`
  ${at.engine}: ${imported.batch.personsAdded} people, ${imported.batch.householdsAdded} households, ${imported.batch.rowsWrong} wrong, ${imported.batch.rowsInQuestion} in question
    upload ${uploaded.toFixed(2)} s · check (dry run) ${checked.seconds.toFixed(2)} s
    import ${imported.seconds.toFixed(2)} s   ${verdict(imported.seconds, limit)} (${limit} s)
    the same file once more, everybody compared with the register: ${known.seconds.toFixed(2)} s, ${known.batch.personsUnchanged} unchanged
    plain COPY of the same rows ${copy.toFixed(2)} s, ratio ${(imported.seconds / copy).toFixed(1)}
    other requests meanwhile: ${other.n} asked, ${other.failed} failed, median ${other.p50.toFixed(0)} ms, p95 ${other.p95.toFixed(0)} ms, longest ${other.max.toFixed(0)} ms   ${verdict(other.max, limits.otherRequestsMs)} (${limits.otherRequestsMs} ms)
    memory of the whole process: ${imported.startMb} MB before, at most ${imported.peakMb} MB   ${verdict(imported.peakMb, limits.megabytes)} (${limits.megabytes} MB)`)
}

interface Passed { batch: ImportBatch; seconds: number; startMb: number; peakMb: number; curve: string[] }

/** Starts a pass over the file and waits for its end, with the memory on the way. */
async function pass(at: BenchHouse, batchId: string, what: 'check' | 'run', everyRows = 0): Promise<Passed> {
  const started = performance.now()
  await call(at, 'POST', `/roster/imports/${batchId}/${what}`, {})
  const curve: string[] = []
  const startMb = rssMb()
  let peakMb = 0
  let nextMark = everyRows
  for (;;) {
    await new Promise((done) => setTimeout(done, everyRows > 0 ? 500 : 150))
    peakMb = Math.max(peakMb, rssMb())
    const batch = await call<ImportBatch>(at, 'GET', `/roster/imports/${batchId}`)
    if (everyRows > 0 && batch.rowsDone >= nextMark) {
      curve.push(`${Math.round(batch.rowsDone / 1000)}k rows ${rssMb()} MB ${seconds(started).toFixed(0)} s`)
      nextMark += everyRows
    }
    if (batch.state === 'failed') throw new Error(`the ${what} failed: ${batch.problem}`)
    if (batch.state === 'checked' || batch.state === 'imported') return { batch, seconds: seconds(started), startMb, peakMb, curve }
  }
}

/** What the engine does at best: the same values as text into a table without an index. */
async function plainCopy(at: BenchHouse, text: string): Promise<number> {
  const columns = HEADINGS.map((_, i) => `c${i} text`).join(', ')
  const { lite } = at.house.db.embedded ?? {}
  if (lite) {
    await lite.exec(`create table plain_copy (${columns})`)
    const started = performance.now()
    await lite.query("copy plain_copy from '/dev/blob'", [], { blob: new Blob([text]) })
    return seconds(started)
  }
  const client = await at.owner()
  await client.query(`create table plain_copy (${columns})`)
  const started = performance.now()
  await pipeline(Readable.from([text]), client.query(copyFrom('copy plain_copy from stdin')))
  const took = seconds(started)
  await client.end()
  return took
}

async function million(dir: string, people: number): Promise<void> {
  const places = Array.from({ length: 100 }, (_, i) => ({ level: 'compound' as const, name: `第${i + 1}小区`, grids: [] }))
  const file = join(dir, 'million.csv')
  await writeCsv(file, people)
  const engine: Engine = 'postgres'
  const at = await openBenchHouse(engine, { name: '百万社区', places })
  try {
    console.log(`\nImport of ${people} people from .csv on PostgreSQL`)
    const started = performance.now()
    const batch = await call<ImportBatch>(at, 'POST', `/roster/imports?areaId=${at.communityId}`, undefined, {
      filename: 'million.csv', body: Readable.toWeb(createReadStream(file)) as unknown as BodyInit,
    })
    console.log(`    upload ${seconds(started).toFixed(1)} s, ${(batch.bytes / 1e6).toFixed(0)} MB; memory ${rssMb()} MB`)
    const meanwhile = askMeanwhile(`${at.url}/api/people?limit=50`, at.cookie)
    const done = await pass(at, batch.id, 'run', people / 10)
    const other = await meanwhile.stop()
    console.log(`    ${done.batch.personsAdded} people in ${done.seconds.toFixed(0)} s (${Math.round(people / done.seconds)} a second), ${done.batch.rowsWrong} wrong
    memory: ${done.curve.join(' · ')}; at most ${done.peakMb} MB   ${verdict(done.peakMb, limits.megabytes)} (${limits.megabytes} MB)
    other requests meanwhile: ${other.n} asked, ${other.failed} failed, median ${other.p50.toFixed(0)} ms, p95 ${other.p95.toFixed(0)} ms, longest ${other.max.toFixed(0)} ms`)
  } finally {
    await at.close()
  }
}

/** Households of four, each person with a number of their own; written as a stream. */
async function writeCsv(file: string, people: number): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${['小区', '楼栋', '单元', '房号', '姓名', '与户主关系', '证件号码', '民族', '联系电话', '居住类别'].join(',')}\n`)
  for (let i = 0; i < people; i++) {
    const home = Math.floor(i / 4)
    const day = new Date(Date.UTC(1940, 0, 1) + (i % 28_000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
    const stem = `999${String(Math.floor(i / 28_000) % 1000).padStart(3, '0')}${day}${String(i % 1000).padStart(3, '0')}`
    const line = [
      `第${(home % 100) + 1}小区`, Math.floor(home / 10_000) + 1, (Math.floor(home / 100) % 4) + 1, Math.floor(home / 400) % 10_000,
      `${'王李张刘陈杨黄赵'[home % 8]}${'伟芳娜敏静磊军洋'[i % 8]}${'明红华丽'[Math.floor(i / 8) % 4]}`, i % 4 === 0 ? '户主' : '其他', stem + checkDigit(stem), '汉族', '', '常住',
    ].join(',')
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
