import { leadsApi } from '../modules/leads/contract.ts'
import { quarantineApi } from '../modules/quarantine/contract.ts'
import { makeChecksDue, sweepChecks } from '../modules/quarantine/service.ts'
import { reportingApi } from '../modules/reporting/contract.ts'
import { screeningApi } from '../modules/screening/contract.ts'
import { zonesApi } from '../modules/zones/contract.ts'
import { addDays } from '../kernel/dates.ts'
import { policyInForceHere } from './examples/policies.ts'
import { anArrival, aNeighbour, anIdentityNumber } from './examples/screening.ts'
import { aCommunity, clock, type Caller, type Community, type Place } from './world.ts'

/** The day and minute at which a busy town is left. */
export const BUSY_NOW = '2020-02-26T15:41:00+08:00'

interface Came { place: Place; origin?: string; fever?: boolean; verify?: boolean; room?: string }

/** A community after three weeks of arrivals: something of everything a figure counts, in several areas and at the community itself. */
export async function aBusyTown(): Promise<{ c: Community; neighbour: Place }> {
  clock.set('2020-02-07T08:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  const neighbour = await aNeighbour(c)
  const grids = c.compounds.flatMap(({ grids: all }) => all)
  const [first = c.community, second = c.community, third = c.community] = grids
  const came = { sichuan: '510104', hubei: '420102', abroad: 'abroad' }
  const early = await arrive(c, worker, '2020-02-08', [{ place: first, room: '501' }, { place: first, room: '501' }, { place: third }, { place: c.community }])
  await arrive(c, worker, '2020-02-12', [{ place: first }, { place: second, origin: came.hubei }, { place: c.villageGroup }])
  const later = await arrive(c, worker, '2020-02-20', [{ place: second }, { place: third, origin: came.abroad }, { place: first, origin: came.hubei }])
  await days(c, '2020-02-21', '2020-02-25')
  const officer = await c.as('subdistrictOfficer')
  await release(officer, early[3])
  await arrive(c, worker, '2020-02-25', [{ place: c.villageGroup, fever: true, verify: false }, { place: first, verify: false }])
  await days(c, '2020-02-26', '2020-02-26')
  clock.set('2020-02-26T10:00:00+08:00')
  await release(officer, later[0])
  await arrive(c, worker, '2020-02-26', [{ place: first, fever: true }, { place: third }, { place: second, verify: false }])
  await twice(c, worker)
  await zones(c, officer, first)
  await (await c.as('communityWorker', neighbour)).call(reportingApi.sendDailyReport, { areaId: neighbour.id, zero: true })
  clock.set('2020-02-26T13:00:00+08:00')
  await sweep(c)
  clock.set(BUSY_NOW)
  return { c, neighbour }
}

/** What happens on the day after: a lead is taken over, a record verified, somebody released, somebody new. */
export async function theDayAfter(c: Community): Promise<void> {
  const [worker, doctor] = [await c.as('communityWorker'), await c.as('healthCentreDoctor')]
  const lead = (await doctor.call(leadsApi.listLeads, { tab: 'open' })).items[0]
  await doctor.call(leadsApi.receiveLead, { leadId: lead?.leadId ?? '' })
  const record = (await worker.call(screeningApi.listScreenings, { tab: 'toVerify' })).items[0]
  await worker.call(screeningApi.verifyScreening, { screeningId: record?.screeningId ?? '' })
  const managed = (await worker.call(quarantineApi.listEpisodes, {})).items[0]
  await release(await c.as('subdistrictOfficer'), managed?.id)
  await arrive(c, worker, '2020-02-27', [{ place: c.community }])
}

const release = (officer: Caller, episodeId: string | null | undefined) =>
  officer.call(quarantineApi.releaseEarly, { episodeId: episodeId ?? '', orderNo: '指挥部令第9号', reason: '转出本市管理' })

let serial = 0
async function arrive(c: Community, worker: Caller, day: string, all: readonly Came[]): Promise<(string | null)[]> {
  const episodes: (string | null)[] = []
  for (const { place, origin = '510104', fever = false, verify = true, room = String(600 + ++serial) } of all) {
    clock.set(`${day}T09:${String(10 + (serial % 40))}:00+08:00`)
    const { episodeId } = await worker.call(screeningApi.recordScreening, {
      ...anArrival({ c }, { origin, originName: origin, arrivedOn: day, temperature: fever ? 38.3 : 36.5 }), areaId: place.id, verify,
      who: { newcomer: { name: '周敏', documentKind: 'residentId', documentNo: anIdentityNumber(), building: '1', unit: '1', room } },
    })
    episodes.push(episodeId)
  }
  return episodes
}

/** The community has cases; one of its compounds and a grid of it are under a grade. */
async function zones(c: Community, officer: Caller, grid: Place): Promise<void> {
  const order = { orderNo: '指挥部令第7号', issuer: '市指挥部' }
  await officer.call(zonesApi.setZone, { ...order, areaId: c.community.id, kind: 'communityState', value: 'caseFound' })
  await officer.call(zonesApi.setZone, { ...order, areaId: c.compounds[0]?.id ?? '', kind: 'compoundGrade', value: 'lockdown' })
  await officer.call(zonesApi.setZone, { ...order, areaId: grid.id, kind: 'compoundGrade', value: 'control' })
}

/** One person reported a second time, and a record of somebody who never came: neither is an arrival. */
async function twice(c: Community, worker: Caller): Promise<void> {
  const told = anArrival({ c }, { arrivedOn: '2020-02-26' })
  await worker.call(screeningApi.recordScreening, told)
  await worker.call(screeningApi.recordScreening, told)
  const { screeningId } = await worker.call(screeningApi.recordScreening, anArrival({ c }))
  await worker.call(screeningApi.dismissScreening, { screeningId, reason: 'wrongInformation' })
}

/** Checks fall due and are missed; nobody measures anybody. */
async function days(c: Community, from: string, to: string): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    clock.set(`${day}T08:00:00+08:00`)
    await c.tx('system', makeChecksDue)
    clock.set(`${day}T09:00:00+08:00`)
  }
}
const sweep = (c: Community) => c.tx('system', sweepChecks)
