import sql from 'sql-template-tag'
import { addDays, dayOf, daysBetween, toInstant, type Day } from '../kernel/dates.ts'
import { wholeTerritory } from '../kernel/ctx.ts'
import { leadsApi } from '../modules/leads/contract.ts'
import { quarantineApi } from '../modules/quarantine/contract.ts'
import { reportingApi } from '../modules/reporting/contract.ts'
import { screeningApi, type Purpose } from '../modules/screening/contract.ts'
import { divisionName } from '../modules/territory/divisions.ts'
import { divisions } from '../modules/territory/service.ts'
import { transact } from '../server/db.ts'
import type { House } from '../server/main.ts'
import type { Arrival } from './arrivals.ts'
import { alsoTold, wayOf } from './asked.ts'
import { chance, type Chance } from './chance.ts'
import type { DemoClock } from './clock.ts'
import { openDesk, type Desk } from './desk.ts'
import { writePapers } from './papers.ts'
import { resumeWork } from './businesses.ts'
import { disinfectPoints } from './disinfection.ts'
import { sendWorkers } from './exits.ts'
import type { DemoCommunity } from './places.ts'
import type { DemoPerson } from './persons.ts'
import type { Town } from './town.ts'

export interface Life {
  house: House
  town: Town
  clock: DemoClock
  today: Day
  /** Arrivals by community, in the order of their days. */
  arrivals: Arrival[][]
  communities: readonly DemoCommunity[]
  personIdOf: (person: DemoPerson) => string | undefined
  say: (day: Day) => void
}

/** What plans go by is counted again after so many days: the days grow from nothing to a full community faster than any real one. */
const TIDY_EVERY = 5
const MISSED = 0.012
const MISSED_TODAY = 0.05
const OWN_REPORTS = 25
/** Milliseconds from one person to the next on a round. */
const PER_READING = 8_000

/** The weeks before today, one day after the other, as the people of the place would have lived them. */
export async function liveThrough(life: Life, from: Day, everyday: (day: Day) => Promise<void>): Promise<void> {
  const c = chance(77)
  for (let day = from; day <= life.today; day = addDays(day, 1)) {
    life.say(day)
    if (daysBetween(from, day) % TIDY_EVERY === TIDY_EVERY - 1) await life.house.db.embedded?.tidy()
    await liveDay(life, day, c, everyday)
  }
}

async function liveDay(life: Life, day: Day, c: Chance, everyday: (day: Day) => Promise<void>): Promise<void> {
  const { clock, house } = life
  const last = day === life.today
  if (!clock.to(day, '06:10')) return
  await house.jobs.drain()
  if (!clock.to(day, '08:20')) return
  if (last) await sameReading(life)
  await measure(life, c, last)
  if (!last) await receiveLeads(life)
  await ownReports(life, c)
  await receive(life, day, 0, 13)
  if (!clock.to(day, '12:05')) return
  await house.jobs.drain()
  if (!last) await everyday(day)
  await receive(life, day, 13, 15)
  if (!clock.to(day, '15:00')) return
  await measure(life, c, last)
  if (!last) await receiveLeads(life)
  await visit(life, last)
  if (!last) await release(life)
  await sendWorkers(life, day)
  await resumeWork({ today: life.today, worker: life.town.desk('communityWorker'), place: life.town.communities[0] }, day)
  await disinfectPoints(life, day)
  if (!clock.to(day, '15:40')) return
  await report(life, day)
  await writePapers(life, day)
  await receive(life, day, 15, 24)
  if (!clock.to(day, '20:05')) return
  await house.jobs.drain()
  if (!clock.to(day, '21:00')) return
  await explainGaps(life, c)
  if (!last) await settleLeads(life, day === addDays(life.today, -1))
}

/** Arrivals of half a day: at the desk and door by the worker, or by their own declaration, then verified. */
async function receive(life: Life, day: Day, fromHour: number, toHour: number): Promise<void> {
  for (const [community, arrivals] of life.arrivals.entries()) {
    const worker = life.town.desk('communityWorker', community)
    for (const arrival of arrivals.filter((a) => addDays(life.today, -a.daysAgo) === day && a.hour >= fromHour && a.hour < toHour)) {
      if (!life.clock.to(day, `${String(arrival.hour).padStart(2, '0')}:00`)) return
      life.clock.pass(40)
      await (arrival.channel === 'declaration' ? declared(life, community, worker, arrival, day) : asked(life, worker, arrival, day))
    }
  }
}

const journeyOf = (arrival: Arrival, day: Day) => ({
  origin: arrival.origin, originName: divisionName(divisions(), arrival.origin), arrivedOn: day, purpose: arrival.purpose as Purpose, companions: arrival.persons.length - 1,
})
const calm = (document: string) => 36.2 + (Number(document.slice(-3, -1)) % 7) / 10
const tenth = (t: number) => Math.round(t * 10) / 10

async function asked(life: Life, worker: Desk, arrival: Arrival, day: Day): Promise<void> {
  for (const person of arrival.persons) {
    const personId = life.personIdOf(person)
    if (!personId) continue
    await worker.call(screeningApi.recordScreening, {
      who: { personId }, channel: arrival.channel === 'door' ? 'door' : 'desk', ...journeyOf(arrival, day), symptoms: [], symptomsAsked: true,
      temperature: tenth(calm(person.documentNo)), temperatureSite: 'forehead', ...wayOf(arrival, arrival.persons[0] ?? person), ...alsoTold(arrival, person), verify: true,
    })
    life.clock.pass(50)
  }
}

async function declared(life: Life, community: number, worker: Desk, arrival: Arrival, day: Day): Promise<void> {
  const resident = openDesk(life.house, { link: life.town.declarationLink(community) })
  const [head] = arrival.persons
  if (!head) return
  await resident.call(screeningApi.declare, {
    ...journeyOf(arrival, day), ...wayOf(arrival, head), signedBy: head.name, privacyRead: true,
    people: arrival.persons.map((p) => ({
      name: p.name, documentKind: 'residentId' as const, documentNo: p.documentNo, ...(p.phone ? { phone: p.phone } : {}), building: arrival.household.building, unit: arrival.household.unit,
      room: arrival.household.room, symptoms: [], symptomsAsked: true, temperature: tenth(calm(p.documentNo)), ...alsoTold(arrival, p),
    })),
  })
  life.clock.pass(600)
  const waiting = await worker.call(screeningApi.listScreenings, { tab: 'toVerify', limit: 50 })
  for (const line of waiting.items.filter((s) => arrival.persons.some((p) => p.name === s.name))) {
    await worker.call(screeningApi.verifyScreening, { screeningId: line.screeningId })
  }
}

/** Some declare shortly before now and wait to be verified. */
export async function leaveWaiting(life: Life, waiting: readonly Arrival[]): Promise<void> {
  const resident = openDesk(life.house, { link: life.town.declarationLink(0) })
  for (const arrival of waiting) {
    const [head] = arrival.persons
    if (!head) continue
    await resident.call(screeningApi.declare, {
      ...journeyOf(arrival, dayOf(toInstant(life.clock.now()))), signedBy: head.name, privacyRead: true,
      people: [{ name: head.name, documentKind: 'residentId', documentNo: head.documentNo, ...(head.phone ? { phone: head.phone } : {}), building: arrival.household.building, unit: arrival.household.unit, room: arrival.household.room, symptoms: [], symptomsAsked: true }],
    })
  }
}

const open = (life: Life, measures: readonly string[], below = '/'): Promise<{ episodeId: string; documentIndex: string | null }[]> => {
  const now = toInstant(life.clock.now())
  return transact(life.house.db, wholeTerritory, ({ sql: q }) => q.rows(sql`
    select d.episode_id as "episodeId", p.document_index as "documentIndex" from check_due d join episode e on e.id = d.episode_id join person p on p.id = e.person_id
    where d.state = 'open' and d.opens_at <= ${now} and d.closes_at > ${now} and e.measure = any(${measures}::text[]) and starts_with(d.area_path, ${below}) order by d.episode_id`))
}

/** The doctor measures those in quarantine, each community telephones those it monitors; a few are missed, as everywhere. */
async function measure(life: Life, c: Chance, last: boolean): Promise<void> {
  await round(life, c, last, life.town.desk('healthCentreDoctor'), await open(life, ['centralQuarantine', 'homeQuarantine']))
  for (const [i, place] of life.town.communities.entries()) {
    await round(life, c, last, life.town.desk('communityWorker', i), await open(life, ['homeMonitoring'], place.path), i)
  }
}

async function round(life: Life, c: Chance, last: boolean, desk: Desk, owed: readonly { episodeId: string }[], community?: number): Promise<void> {
  const due = owed.filter(() => !c.hit(last ? MISSED_TODAY : MISSED))
  const checks = due.map(({ episodeId }, i) => ({ episodeId, temperature: tenth(36 + c.int(1, 9) / 10 - (c.hit(0.3) ? 0.1 : 0)), takenAt: toInstant(new Date(life.clock.now().getTime() - (due.length - i) * PER_READING)) }))
  const feverish = checks[Math.floor(checks.length / 2)]
  const yesterday = dayOf(toInstant(life.clock.now())) === addDays(life.today, -1)
  if (feverish && (last || yesterday ? community === 0 : c.hit(0.06))) feverish.temperature = 37.4
  for (let i = 0; i < checks.length; i += 500) {
    await desk.call(quarantineApi.recordChecks, { channel: community === undefined ? 'doctor' : 'worker', checks: checks.slice(i, i + 500) })
  }
  life.clock.pass(240)
}

/** Some report by their own link. */
async function ownReports(life: Life, c: Chance): Promise<void> {
  const some = await transact(life.house.db, wholeTerritory, ({ sql: q }) => q.rows<{ token: string }>(sql`
    select l.token_sealed as token from link l join episode e on e.id = l.episode_id where e.state = 'active' and e.measure = 'homeMonitoring' order by l.id limit ${OWN_REPORTS}`))
  for (const { token } of some) {
    await openDesk(life.house, { link: life.house.frame.vault.open(token) }).call(quarantineApi.reportOwnCheck, { temperature: tenth(36.1 + c.int(0, 8) / 10) })
    life.clock.pass(20)
  }
}

async function visit(life: Life, last: boolean): Promise<void> {
  const doctor = life.town.desk('healthCentreDoctor')
  for (let more = true; more;) {
    const owed = await doctor.call(quarantineApi.listVisits, { state: 'owed', visitor: 'doctor', limit: 200 })
    const made = owed.items.slice(0, last ? Math.floor(owed.items.length * 0.8) : owed.items.length)
    if (made.length > 0) await doctor.call(quarantineApi.recordVisits, { visits: made.map(({ id }) => ({ visitId: id, result: 'made' as const })) })
    more = !last && owed.items.length === 200
  }
  life.clock.pass(600)
}

async function release(life: Life): Promise<void> {
  const officer = life.town.desk('subdistrictOfficer')
  const ending = await officer.call(quarantineApi.listEpisodes, { tab: 'ending', limit: 200 })
  const over = ending.items.filter((e) => e.endsOn < dayOf(toInstant(life.clock.now()))).map((e) => e.id)
  if (over.length > 0) await officer.call(quarantineApi.releaseMany, { episodeIds: over })
}

/** Whoever missed a check is called upon; why is written down, for all but the newest. */
async function explainGaps(life: Life, c: Chance): Promise<void> {
  const now = toInstant(life.clock.now())
  const gaps = await transact(life.house.db, wholeTerritory, ({ sql: q }) => q.rows<{ episodeId: string; dueOn: Day; window: string; community: string }>(sql`
    select d.episode_id as "episodeId", d.due_on as "dueOn", d.check_window as "window", d.area_path as community from check_due d join episode e on e.id = d.episode_id
    where d.state = 'missed' and e.state = 'active' and d.closes_at < ${toInstant(new Date(Date.parse(now) - 8 * 3600_000))}`))
  for (const gap of gaps) {
    const community = life.town.communities.findIndex((p) => gap.community.startsWith(p.path))
    await life.town.desk('communityWorker', Math.max(0, community)).call(quarantineApi.explainGap, {
      episodeId: gap.episodeId, dueOn: gap.dueOn, window: gap.window, reason: c.pick(['体温计坏了,已补发', '老人不会操作,网格员上门已教', '在睡觉未接电话,随后上门正常', '做核酸途中,当晚已测正常']),
    })
  }
}

/** The health centre takes over what a round has raised, well before its time is up; today's are left to whoever opens the demo. */
async function receiveLeads(life: Life): Promise<void> {
  const doctor = life.town.desk('healthCentreDoctor')
  const open = await doctor.call(leadsApi.listLeads, { tab: 'open', limit: 50 })
  for (const { leadId } of open.items) await doctor.call(leadsApi.receiveLead, { leadId })
}

/** The evening before today one is still being looked into, so that the page has something at any hour. */
async function settleLeads(life: Life, leavesOne: boolean): Promise<void> {
  const doctor = life.town.desk('healthCentreDoctor')
  await receiveLeads(life)
  const active = await doctor.call(leadsApi.listLeads, { tab: 'active', limit: 50 })
  for (const [i, { leadId }] of active.items.entries()) {
    if (!leavesOne || i > 0) await doctor.call(leadsApi.closeLead, { leadId, result: 'excluded', note: '复测正常,核酸阴性,普通感冒' })
  }
}

/** Nobody measures like this: eight people of one group with the same reading within a minute. The day's report asks about it. */
async function sameReading(life: Life): Promise<void> {
  const group = life.town.communities[0]?.settlements.find((place) => place.name === '老城组')
  if (!group) return
  const due = (await open(life, ['homeMonitoring'], group.path)).slice(0, 8)
  await life.town.desk('communityWorker').call(quarantineApi.recordChecks, { channel: 'worker', checks: due.map(({ episodeId }) => ({ episodeId, temperature: 36.5, takenAt: toInstant(life.clock.now()) })) })
  life.clock.pass(120)
}

/** The day's report goes up before the cut-off. Today's of the main community is left to whoever opens the demo; one of a neighbour is missing. */
async function report(life: Life, day: Day): Promise<void> {
  for (const i of life.town.communities.keys()) {
    if ((i === 0 && day === life.today) || (i === 2 && day === addDays(life.today, -2)) || (i === 2 && day === life.today)) continue
    const worker = life.town.desk('communityWorker', i)
    const { answerNeeded } = await worker.call(reportingApi.reportChecks, {})
    await worker.call(reportingApi.sendDailyReport, { zero: true, ...(answerNeeded ? { answer: '已逐项核对名单,来返人员当天集中登记,情况属实' } : {}) })
    life.clock.pass(240)
  }
  // The offices above add up what came; today's is theirs to send.
  if (day === life.today) return
  for (const role of ['subdistrictOfficer', 'cdc'] as const) {
    const office = life.town.desk(role)
    const { looks, answerNeeded } = await office.call(reportingApi.reportChecks, {})
    const missing = looks.find(({ id }) => id === 'partsMissing')?.params['names']
    await office.call(reportingApi.sendDailyReport, { zero: true, ...(answerNeeded ? { answer: missing === undefined ? '各社区已逐项核对,情况属实' : `${missing}停电未能报送,已电话催报` } : {}) })
    life.clock.pass(240)
  }
}
