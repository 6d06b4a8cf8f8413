import { uuidv7 } from 'uuidv7'
import { addDays } from '../kernel/dates.ts'
import { openDistrict, TODAY, type District } from './district.ts'

const LIMIT_SECONDS = 5
/** The report of an office above, opened: when nobody below has sent it is counted from all rows, afterwards added up. */
const ABOVE_SECONDS = 5
/** Sent by that many officers at the same time. */
const AT_ONCE = 4

/** `npm run bench -- reports [communities] [people each]`: the daily report of every community, computed and sent by its own officer. */
export async function main(args: readonly string[] = []): Promise<void> {
  const communities = Number(args[0] ?? 100)
  const district = await openDistrict(communities, Number(args[1] ?? 10_000), ['fillDailyReports', 'fillAccounts', 'fillAudit', 'fillBatches'])
  try {
    await measureReports(district)
  } finally {
    await district.close()
  }
}

export async function measureReports(district: District): Promise<void> {
  const { communities } = district.size
  const officers: string[] = []
  for (let c = 1; c <= communities; c++) officers.push(await district.signIn('communityWorker', 1100 + c))
  const above = { district: await district.signIn('cdc', 1000), subdistrict: await district.signIn('subdistrictOfficer', 1001) }
  const before = { district: await opened(district, above.district), subdistrict: await opened(district, above.subdistrict) }
  const yesterday = await sendAll(district, officers, addDays(TODAY, -1))
  const today = await sendAll(district, officers, TODAY)
  const after = { district: await opened(district, above.district), subdistrict: await opened(district, above.subdistrict) }
  const missed = today.seconds > LIMIT_SECONDS
  const slow = before.district.seconds > ABOVE_SECONDS
  if (missed || slow) process.exitCode = 1
  console.log(`
Daily reports of ${communities} communities, computed, checked and sent by their officers, ${AT_ONCE} at a time
    today's ${today.seconds.toFixed(2)} s   ${(today.seconds / LIMIT_SECONDS).toFixed(2)} of the limit ${missed ? '✗ MISSED' : '✓'} (${LIMIT_SECONDS} s)
    each: median ${today.p50.toFixed(0)} ms, p95 ${today.p95.toFixed(0)} ms, longest ${today.max.toFixed(0)} ms; ${today.managed} people managed, ${today.cells} figures
    the day before, late: ${yesterday.seconds.toFixed(2)} s
The report of the district above them, opened: nobody has sent ${before.district.seconds.toFixed(2)} s   ${(before.district.seconds / ABOVE_SECONDS).toFixed(2)} of the limit ${slow ? '✗ MISSED' : '✓'} (${ABOVE_SECONDS} s); all have ${after.district.seconds.toFixed(2)} s (${after.district.managed} people managed${after.district.managed === today.managed ? '' : ', NOT those sent'})
    of a subdistrict: ${before.subdistrict.seconds.toFixed(2)} and ${after.subdistrict.seconds.toFixed(2)} s`)
  if (after.district.managed !== today.managed) process.exitCode = 1
}

async function opened({ house }: District, cookie: string) {
  const from = performance.now()
  const reply = await house.app.inject({ method: 'GET', url: '/api/reporting/daily', headers: { cookie } })
  const seconds = (performance.now() - from) / 1000
  if (reply.statusCode !== 200) throw new Error(`opening: ${reply.statusCode} ${reply.body}`)
  return { seconds, managed: reply.json<Sent>().cells.find((c) => c.indicator === 'managed' && c.originClass === null)?.persons ?? 0 }
}

interface Sent { figures?: unknown; cells: { indicator: string; originClass: string | null; persons: number }[] }

async function sendAll({ house }: District, officers: readonly string[], day: string) {
  const waiting = [...officers]
  const times: number[] = []
  let [managed, cells] = [0, 0]
  const started = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let cookie = waiting.shift(); cookie; cookie = waiting.shift()) {
      const from = performance.now()
      const reply = await house.app.inject({
        method: 'POST', url: '/api/reporting/daily/send', headers: { cookie, 'idempotency-key': uuidv7(), 'x-wangge': '1' }, payload: { day, answer: '已逐项核对' },
      })
      times.push(performance.now() - from)
      if (reply.statusCode !== 200) throw new Error(`sending: ${reply.statusCode} ${reply.body}`)
      const sent = reply.json<Sent>()
      managed += sent.cells.find((c) => c.indicator === 'managed' && c.originClass === null)?.persons ?? 0
      cells += sent.cells.length
    }
  }))
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { seconds: (performance.now() - started) / 1000, p50: at(0.5), p95: at(0.95), max: at(1), managed, cells }
}
