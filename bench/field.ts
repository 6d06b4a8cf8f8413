import { gzipSync } from 'node:zlib'
import { fieldApi, type Carried } from '../modules/field/contract.ts'
import { knownOf } from '../modules/field/rules.ts'
import { openDistrict, type District } from './district.ts'

const FIRST_SECONDS = 3
const ALL_SECONDS = 15
const PHONES = 100
const COMMUNITIES = 4
/** Six grids a community, so 3,000 people a grid. */
const GRIDS = 6
const PEOPLE_OF_GRID = 3000

const verdict = (seconds: number, limit: number) => `${seconds.toFixed(2)} s, ${(seconds / limit).toFixed(2)} of the limit ${seconds <= limit ? '✓' : '✗ MISSED'} (${limit} s)`

/** `npm run bench -- field [phones]`: the first sync of a grid of 3,000 people, the second, and a hundred phones at once. */
export async function main(args: readonly string[] = []): Promise<void> {
  const phones = Number(args[0] ?? PHONES)
  const district = await openDistrict(COMMUNITIES, PEOPLE_OF_GRID * GRIDS, ['fillScreenings', 'fillLeads', 'fillDailyReports', 'fillAccounts', 'fillAudit', 'fillBatches'])
  try {
    const cookies = await Promise.all(Array.from({ length: phones }, (_, i) => district.signIn('gridWorker', 20000 + GRIDS * (1 + i % (COMMUNITIES - 1)) + (i % GRIDS))))
    const first = await timed(() => carry(district, cookies[0] ?? '', ''))
    const again = await timed(() => carry(district, cookies[0] ?? '', knownOf(first.done.parts)))
    const all = await timed(() => Promise.all(cookies.map((cookie) => carry(district, cookie, ''))))
    const people = first.done.parts.flatMap((part) => part.doors ?? []).reduce((sum, door) => sum + door.people.length, 0)
    console.log(`
What a phone carries of a grid: ${people} people behind ${first.done.parts.flatMap((part) => part.doors ?? []).length} doors, ${first.done.parts.flatMap((part) => part.people ?? []).length} managed; ${kilobytes(first.done)} kB, ${zipped(first.done)} kB compressed; PostgreSQL
    first sync                ${verdict(first.seconds, FIRST_SECONDS)}
    second, nothing changed   ${again.seconds.toFixed(2)} s, ${kilobytes(again.done)} kB
    ${phones} phones at once       ${verdict(all.seconds, ALL_SECONDS)}`)
    if (first.seconds > FIRST_SECONDS || all.seconds > ALL_SECONDS || people < PEOPLE_OF_GRID * 0.8) process.exitCode = 1
  } finally {
    await district.close()
  }
}

const kilobytes = (carried: Carried) => Math.round(JSON.stringify(carried).length / 1000)
const zipped = (carried: Carried) => Math.round(gzipSync(JSON.stringify(carried)).length / 1000)

async function carry({ house }: District, cookie: string, known: string): Promise<Carried> {
  const reply = await house.app.inject({ method: 'GET', url: `/api${fieldApi.carry.path}?${new URLSearchParams({ known })}`, headers: { cookie } })
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
  return reply.json<Carried>()
}

async function timed<T>(work: () => Promise<T>): Promise<{ done: T; seconds: number }> {
  const from = performance.now()
  const done = await work()
  return { done, seconds: (performance.now() - from) / 1000 }
}
