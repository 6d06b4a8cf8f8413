import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { addMinutes } from '../../kernel/dates.ts'
import { aGate } from '../../testing/examples/passage.ts'
import { aPoint, aPointOf, byTeam, byWiping } from '../../testing/examples/disinfection.ts'
import { aVenue } from '../../testing/examples/venues.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { register } from '../../testing/people.ts'
import { aCommunity, clock, type Caller } from '../../testing/world.ts'
import { documentsApi } from '../documents/contract.ts'
import { fieldApi } from '../field/contract.ts'
import { reportingApi } from '../reporting/contract.ts'
import { todayApi, type TodayKind } from '../today/contract.ts'
import { venuesApi } from '../venues/contract.ts'
import { disinfectionApi as api, type PointTab } from './contract.ts'

async function world(at = '2020-02-26T11:00:00+08:00') {
  clock.set(at)
  const c = await aCommunity()
  const [worker, property] = [await c.as('communityWorker'), await c.as('propertyStaff')]
  return { c, worker, property, w: { c, caller: worker } }
}
const namesIn = async (caller: Caller, tab: PointTab) => (await caller.call(api.listPoints, { tab })).items.map((one) => one.name)
const todayOf = async (caller: Caller, kind: TodayKind) => (await caller.call(todayApi.today, { kind, limit: 50 })).groups.flatMap((g) => g.items)

test('a point is late past its hour, done once for each time, and stands with how it was done last', async () => {
  const { w, property } = await world()
  const { pointId } = await aPoint(w, { name: '1单元', timesADay: 2 })
  expect(await namesIn(property, 'late')).toEqual(['1单元'])
  const first = await property.call(api.recordDisinfection, { pointId, ...byWiping })
  expect(first).toMatchObject({ record: { squareMetres: 60, marks: [], byName: expect.any(String), mayUndo: true }, point: { doneToday: 1, standing: 'due', last: { agent: 'chlorine', concentration: 500, method: 'wipe' } } })
  expect([await namesIn(property, 'late'), await namesIn(property, 'open')]).toEqual([[], ['1单元']])
  clock.set('2020-02-26T16:00:00+08:00')
  expect(await namesIn(property, 'late')).toEqual(['1单元'])
  expect((await property.call(api.recordDisinfection, { pointId, ...byWiping })).point.standing).toBe('done')
  expect(await property.call(api.pointCounts, {})).toMatchObject({ late: 0, open: 0, done: 1, all: 1, times: 2, squareMetres: 120 })
  clock.set('2020-02-27T08:00:00+08:00')
  expect((await property.call(api.getPoint, { pointId })).doneToday).toBe(0)
})

test('a fact is never refused: what was not as it should be is marked, sought out and told; what is yet to come happened now', async () => {
  const { w, property } = await world()
  const { pointId } = await aPoint(w)
  const { record } = await property.call(api.recordDisinfection, { pointId, agent: 'alcohol', concentration: 75, method: 'spray', at: addMinutes(clock.now, 300) })
  expect(record).toMatchObject({ at: clock.now, concentration: null, marks: [{ id: 'alcoholSprayed' }] })
  await property.call(api.recordDisinfection, { pointId, ...byWiping })
  expect((await property.call(api.listDisinfections, { marked: 'true' })).items.map((one) => one.marks[0]?.id)).toEqual(['alcoholSprayed'])
  expect((await property.refused(api.recordDisinfection, { pointId, ...byWiping, fromAt: addMinutes(clock.now, 60) })).code).toBe('disinfection.endsBefore')
})

test('the same record sent twice is one; it is taken back on the day it was written, not the next', async () => {
  const { c, w, property } = await world()
  const { pointId } = await aPoint(w)
  const disinfectionId = uuidv7()
  const said = { pointId, disinfectionId, ...byWiping, at: addMinutes(clock.now, -24 * 60) }
  await property.call(api.recordDisinfection, said)
  await property.call(api.recordDisinfection, said)
  expect((await property.call(api.getPoint, { pointId })).records.map((one) => [one.disinfectionId, one.mayUndo])).toEqual([[disinfectionId, true]])
  expect((await (await c.as('communityWorker')).call(api.undoDisinfection, { disinfectionId })).undoneAt).toBe(clock.now)
  expect((await property.call(api.listDisinfections, { from: '2020-02-20', to: '2020-02-26' })).items).toEqual([])
  const again = await property.call(api.recordDisinfection, { pointId, ...byWiping })
  clock.set('2020-02-27T09:00:00+08:00')
  expect((await property.refused(api.undoDisinfection, { disinfectionId: again.disinfectionId })).code).toBe('disinfection.notTheDay')
})

test('entrances of the register, gates and venues are offered and registered in one go; then they are offered no more, and the list once more adds nothing', async () => {
  const { c, worker, w } = await world()
  const compound = c.compounds[0]?.id ?? ''
  await register(worker, c)
  await aGate(w)
  const { venueId } = await aVenue(w)
  const { items } = await worker.call(api.offeredPoints, { areaId: c.community.id })
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['gate', 'stairwell', 'venue']))
  expect(items.find(({ kind }) => kind === 'stairwell')).toMatchObject({ placeName: '锦绣小区', building: '3幢', name: '2单元', squareMetres: null })
  expect(items.find((one) => one.venueId === venueId)).toMatchObject({ squareMetres: 300, areaId: compound })
  const points = items.map(({ placeName: _p, squareMetres, ...one }) => ({ ...one, squareMetres: squareMetres ?? 40, timesADay: 2 }))
  const { pointIds } = await worker.call(api.addPoints, { points })
  expect(pointIds).toHaveLength(items.length)
  expect([(await worker.call(api.offeredPoints, { areaId: c.community.id })).items, (await worker.call(api.addPoints, { points })).pointIds]).toEqual([[], []])
  await worker.call(api.recordDisinfection, { pointId: pointIds[0] ?? '', ...byWiping })
  expect(await worker.call(api.removePoints, { pointIds })).toMatchObject({ kept: 1 })
})

test('a list goes in by its rows; wrong ones come back with row and reason', async () => {
  const { c, worker } = await world()
  const place = c.compounds[0]?.name ?? ''
  const bytes = new TextEncoder().encode(`消毒区域,类别,小区,面积\n东侧电梯,,${place},6㎡\n西侧电梯,,没有的小区,6\n北门,出入口,${place},不知道\n`)
  const made = await worker.call(api.importPoints, { areaId: c.community.id }, { upload: { filename: '点位.csv', bytes } })
  expect(made).toMatchObject({ pointIds: [expect.any(String)], already: [], wrong: [{ rowNo: 3, fault: 'placeUnknown' }, { rowNo: 4, fault: 'areaWrong' }] })
  expect((await worker.call(api.importPoints, { areaId: c.community.id }, { upload: { filename: '点位.csv', bytes } })).already).toEqual([{ rowNo: 2, name: '东侧电梯' }])
})

test('Today: the community has a line for each compound to ring about, the property each point', async () => {
  const { c, worker, property, w } = await world()
  await aPoint(w)
  await aPoint(w)
  expect(await todayOf(worker, 'disinfection')).toMatchObject([{ name: c.compounds[0]?.name, why: { params: { late: 2, points: 2 } } }])
  expect((await todayOf(property, 'disinfection')).map((one) => one.why.params['times'])).toEqual([2, 2])
  expect((await worker.call(api.disinfectionPlaces, {})).items).toMatchObject([{ late: 2, points: 2, times: 0 }])
  const above = await (await c.as('districtCommand')).call(api.disinfectionPlaces, {})
  expect(above.items.map((one) => [one.name, one.late])).toContainEqual([c.community.name, 2])
})

test('a terminal one is asked for, only by who may, stands in Today, and is done once the evaluation of a named team is good', async () => {
  const { c, property, w } = await world()
  const doctor = await c.as('healthCentreDoctor')
  const asked = { areaId: c.compounds[0]?.id ?? '', kind: 'household', place: '3幢1单元502', why: '病例转运后' } as const
  expect((await property.refused(api.askTerminal, asked)).status).toBe(403)
  const { terminalId, dueAt } = await doctor.call(api.askTerminal, asked)
  expect(dueAt).toBe(addMinutes(clock.now, 24 * 60))
  expect(await todayOf(doctor, 'terminalDisinfection')).toMatchObject([{ name: '3幢1单元502', what: { key: 'terminalDisinfection' } }])
  const bad = await doctor.call(api.recordTerminal, { terminalId, ...byTeam, concentration: 500, evaluation: 'unqualified' })
  expect(bad.terminal).toMatchObject({ state: 'asked', records: [{ people: '市消杀应急队', marks: [{ id: 'terminalWeak' }] }] })
  expect(await todayOf(doctor, 'terminalDisinfection')).toMatchObject([{ what: { key: 'terminalAgain' } }])
  const good = await w.caller.call(api.recordTerminal, { terminalId, ...byTeam })
  expect(good.terminal).toMatchObject({ state: 'done', evaluation: 'qualified', team: '市消杀应急队' })
  expect(await todayOf(doctor, 'terminalDisinfection')).toEqual([])
  expect((await doctor.refused(api.withdrawTerminal, { terminalId, reason: '不用了' })).code).toBe('disinfection.terminalSettled')
  expect((await doctor.call(api.undoTerminal, { disinfectionId: good.disinfectionId })).state).toBe('asked')
})

test('what a venue wrote on its own card counts at its point, and what was recorded at the point stands on its card', async () => {
  const { c, worker, w } = await world()
  const { venueId } = await aVenue(w)
  const { pointId } = await aPoint(w, { name: '惠民超市', kind: 'venue', building: '', squareMetres: 300, venueId, areaId: c.compounds[0]?.id })
  await worker.call(venuesApi.recordDisinfection, { venueId, place: '收银台', agent: 'chlorine', concentration: 500, minutes: 30 })
  const { disinfectionId } = await worker.call(api.recordDisinfection, { pointId, ...byWiping })
  expect(await worker.call(api.getPoint, { pointId })).toMatchObject({ doneToday: 2, standing: 'done', records: [{ method: 'wipe' }, { method: null, mayUndo: false }] })
  expect((await worker.call(venuesApi.getVenue, { venueId })).disinfections.map((one) => one.disinfectionId)).toContain(disinfectionId)
})

test('the daily report counts times and m² up to the cut-off, opens exactly these rows, and the work report tells them', async () => {
  const { worker, w } = await world('2020-02-26T09:00:00+08:00')
  await policyInForceHere(w)
  const [{ pointId }, other] = [await aPoint(w), await aPoint(w, { squareMetres: 15 })]
  await worker.call(api.recordDisinfection, { pointId, ...byWiping })
  await worker.call(api.recordDisinfection, { ...other, ...byWiping, squareMetres: 20 })
  const taken = await worker.call(api.recordDisinfection, { ...other, ...byWiping })
  await worker.call(api.undoDisinfection, { disinfectionId: taken.disinfectionId })
  const report = await worker.call(reportingApi.getDailyReport, {})
  const figure = (indicator: string) => report.cells.find((one) => one.indicator === indicator)?.persons
  expect([figure('disinfections'), figure('disinfectedArea')]).toEqual([2, 80])
  const rows = await worker.call(reportingApi.figurePeople, { areaId: report.areaId, day: report.day, indicator: 'disinfectedArea', unit: 'persons' })
  expect([rows.total, rows.items.map((one) => one.persons).toSorted((a, b) => a - b)]).toEqual([80, [20, 60]])
  const written = await worker.call(documentsApi.getWorkReport, {})
  expect(written.figures.filter(({ key }) => key.startsWith('消毒')).map(({ value, unit }) => [value, unit])).toEqual([[2, 'occasions'], [80, 'squareMetres']])
  expect(JSON.stringify(written.paper)).toContain('坚持每天消毒')
})

test('a phone carries the points of its duty; a stranger sees and does nothing', async () => {
  const { c, property, w } = await world()
  const { pointId } = await aPoint(w)
  const parts = (await property.call(fieldApi.carry, {})).parts.flatMap((part) => part.points ?? [])
  expect(parts.map((one) => one.pointId)).toEqual([pointId])
  const gate = await c.as('gatekeeper')
  expect((await gate.call(fieldApi.carry, {})).parts.flatMap((part) => part.points ?? [])).toEqual([])
  const stranger = await c.stranger('communityWorker')
  expect([(await stranger.call(api.listPoints, { tab: 'all' })).items, (await stranger.call(api.listDisinfections, {})).items, (await stranger.refused(api.getPoint, { pointId })).status]).toEqual([[], [], 404])
  expect((await property.call(api.pointLabels, { pointId })).items[0]?.url).toMatch(new RegExp(`/m/w/point/${pointId}$`))
})

test('with a point comes its own values; where it is not is 404', async () => {
  const { c, worker } = await world()
  const other = await (await aCommunity()).as('communityWorker')
  expect((await other.refused(api.addPoints, { points: [aPointOf({ c, caller: worker })] })).status).toBe(404)
})
