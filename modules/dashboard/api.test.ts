import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { episodesAsked } from '../../console/quarantine/asked.ts'
import { leadsAsked } from '../../console/leads/asked.ts'
import { screeningsAsked } from '../../console/screening/asked.ts'
import type { Endpoint, InputOf } from '../../kernel/endpoint.ts'
import { clock, type Caller, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { baseDataGaps } from '../people/rules.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { reportingApi } from '../reporting/contract.ts'
import { screeningApi } from '../screening/contract.ts'
import { zonesApi } from '../zones/contract.ts'
import { dashboardApi as api, figureIds, type Dashboard, type FigureId } from './contract.ts'
import { ageOpening, openingOf, originOpening, trendOpening, type Opening } from './rules.ts'
import { aBusyTown, BUSY_NOW, theDayAfter } from '../../testing/busy-town.ts'

type Row = Record<string, unknown>

/** Every row of a list, page by page, as somebody pressing “more” to its end would see it. */
async function allRows<E extends Endpoint>(caller: Caller, endpoint: E, input: object): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | undefined; ;) {
    const page = (await caller.call(endpoint, { ...input, limit: 9, ...(after ? { after } : {}) } as InputOf<E>)) as { items: Row[]; next: string | null }
    rows.push(...page.items)
    if (page.next === null) return rows
    after = page.next
  }
}

/** The list a page shows for an address. */
async function opened(caller: Caller, { page, search }: Opening): Promise<Row[]> {
  switch (page) {
    case '/quarantine': return allRows(caller, quarantineApi.listEpisodes, episodesAsked(search))
    case '/leads': return allRows(caller, leadsApi.listLeads, leadsAsked(search))
    case '/screening': return allRows(caller, screeningApi.listScreenings, screeningsAsked(search))
    case '/people': return allRows(caller, peopleApi.listPeople, { areaId: search['area'] })
    case '/base-data': return (await Promise.all(baseDataGaps.map((gap) => allRows(caller, peopleApi.listBaseData, { areaId: search['area'], gap })))).flat()
    case '/zones': return allRows(caller, zonesApi.zoneAreas, { tab: search['tab'], areaId: search['area'] })
    case '/reporting': return (await caller.call(reportingApi.reportsOfDay, { withinId: search['within'] })).items.filter((row) => row.sentAt === null)
  }
}

const householdsOf = (rows: readonly Row[]): number => new Set(rows.map((row) => {
  const { id, householdId } = (row['person'] ?? row) as { id: string; householdId: string | null }
  return householdId ?? id
})).size

/** A figure and what its list says. */
async function figureAndList(caller: Caller, figure: FigureId, areaId: string): Promise<number> {
  const opening = openingOf(figure, areaId)
  if (!opening) throw new Error(`${figure} opens nothing`)
  const rows = await opened(caller, opening)
  return figure === 'households' || figure === 'managedHouseholds' ? householdsOf(rows) : rows.length
}

async function everyFigure(caller: Caller, shown: Dashboard): Promise<void> {
  const { areaId } = shown.area
  for (const figure of figureIds) expect(shown.figures[figure], `${figure} of ${shown.area.name}`).toBe(await figureAndList(caller, figure, areaId))
  for (const row of shown.areas.filter(({ own }) => !own)) {
    for (const figure of figureIds) expect(row.figures[figure], `${figure} of ${row.name} in ${shown.area.name}`).toBe(await figureAndList(caller, figure, row.areaId))
  }
}

async function everyPicture(caller: Caller, { area: { areaId }, trend, origins, ages }: Dashboard): Promise<void> {
  const days = { from: trend[0]?.day ?? '', to: trend.at(-1)?.day ?? '' }
  for (const point of trend) {
    for (const line of ['opened', 'released', 'managed'] as const) {
      expect(point[line], `${line} on ${point.day}`).toBe((await opened(caller, trendOpening(line, point.day, areaId))).length)
    }
  }
  for (const { province, persons } of origins) expect(persons, `from ${province}`).toBe((await opened(caller, originOpening(province, days, areaId))).length)
  for (const age of ages) expect(age.persons, `since ${age.since} days`).toBe((await opened(caller, ageOpening(age, days.to, areaId))).length)
}

/** Made once: what only reads shares it. */
let c: Community
beforeAll(async () => { c = (await aBusyTown()).c }, 120_000)
beforeEach(() => clock.set(BUSY_NOW))
const places = ['district', 'subdistrict', 'community', 'compound', 'grid'] as const
const placeIn = (at: (typeof places)[number]) => (at === 'compound' ? c.compounds[0] : at === 'grid' ? c.compounds[0]?.grids[0] : c[at])

describe('every figure of the dashboard is the number of rows of the list it opens', () => {
  test.each(places)('in the %s', async (at) => {
    const command = await c.as('districtCommand')
    await everyFigure(command, await command.call(api.dashboard, { areaId: placeIn(at)?.id }))
  }, 60_000)

  test.each(['district', 'community', 'grid'] as const)('and so is every point and bar of its pictures in the %s', async (at) => {
    const command = await c.as('districtCommand')
    await everyPicture(command, await command.call(api.dashboard, { areaId: placeIn(at)?.id }))
  }, 60_000)

  test('and none of them is zero in a busy town, so that nothing is equal by being empty', async () => {
    const { figures, trend, origins, ages, before } = await (await c.as('districtCommand')).call(api.dashboard, {})
    for (const figure of figureIds) expect(figures[figure], figure).toBeGreaterThan(0)
    expect(origins.map(({ name, province }) => name || province)).toEqual(['四川省', '湖北省', 'abroad'])
    expect(trend).toHaveLength(14)
    expect(ages.filter(({ persons }) => persons > 0).length).toBeGreaterThan(2)
    expect(Object.keys(before).toSorted()).toEqual(['leads', 'managed', 'missed', 'opened', 'released', 'reportsMissing', 'toRelease', 'toVerify'])
  })
})

test('what was shown a day ago stands as yesterday’s figure, whatever has happened since', async () => {
  const own = (await aBusyTown()).c
  const command = await own.as('districtCommand')
  const shown = (await command.call(api.dashboard, {})).figures
  clock.set('2020-02-27T09:30:00+08:00')
  await theDayAfter(own)
  clock.set('2020-02-27T15:41:00+08:00')
  const { before } = await command.call(api.dashboard, {})
  for (const [figure, n] of Object.entries(before)) expect(n, figure).toBe(shown[figure as FigureId])
})

test('the areas below add up to the whole, whatever stands at the area itself included', async () => {
  const { figures, areas } = await (await c.as('communityWorker')).call(api.dashboard, {})
  for (const figure of figureIds.filter((id) => id !== 'managedHouseholds' && id !== 'reportsMissing')) {
    expect(areas.reduce((sum, row) => sum + row.figures[figure], 0), figure).toBe(figures[figure])
  }
  expect(areas.at(-1)).toMatchObject({ own: true, name: c.community.name })
})

test('completeness is that of the base data, and what is in force stands at its area and at those above it', async () => {
  const command = await c.as('districtCommand')
  for (const at of places) {
    const shown = await command.call(api.dashboard, { areaId: placeIn(at)?.id })
    const { area, below } = await command.call(peopleApi.baseDataByArea, { areaId: shown.area.areaId })
    expect(shown.complete, at).toBe(area.households + area.persons === 0 ? null : area.complete)
    for (const row of shown.areas.filter(({ own }) => !own)) {
      const line = below.find(({ areaId }) => areaId === row.areaId)
      expect(row.complete, row.name).toBe(line && line.households + line.persons > 0 ? line.complete : null)
      expect(row.zone, row.name).toBe((await command.call(zonesApi.zoneCard, { areaId: row.areaId })).current?.value ?? null)
    }
  }
  const { areas } = await command.call(api.dashboard, { areaId: c.community.id })
  expect(areas.find(({ areaId }) => areaId === c.compounds[0]?.id)).toMatchObject({ zone: 'lockdown', heaviest: 'lockdown', figures: { graded: 2 } })
  const above = await command.call(api.dashboard, { areaId: c.subdistrict.id })
  expect(above.areas.find(({ areaId }) => areaId === c.community.id)).toMatchObject({ zone: 'caseFound', heaviest: 'lockdown', figures: { affected: 1, graded: 2 } })
})

test('the area that needs help stands first', async () => {
  const { areas } = await (await c.as('communityWorker')).call(api.dashboard, {})
  expect(areas[0]?.name).toBe('锦绣小区')
})

test('nobody sees an area outside the own territory', async () => {
  const stranger = await c.stranger('districtCommand')
  expect(await stranger.refused(api.dashboard, { areaId: c.community.id })).toMatchObject({ status: 404 })
  const worker = await c.as('communityWorker')
  expect((await worker.call(api.dashboard, {})).above.map(({ name }) => name)).toEqual([c.community.name])
})
