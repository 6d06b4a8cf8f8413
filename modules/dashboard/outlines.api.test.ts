import { expect, test } from 'vitest'
import { collection, compoundsFile, feature, square } from '../../testing/examples/dashboard.ts'
import { aCommunity, type Caller, type Community } from '../../testing/world.ts'
import { dashboardApi as api } from './contract.ts'

const upload = (worker: Caller, file: ReturnType<typeof collection>, datum: 'wgs84' | 'gcj02' = 'wgs84') => worker.call(api.uploadOutlines, { datum }, { upload: file })
const shown = async (caller: Caller, c: Community) => (await caller.call(api.areaOutlines, { areaId: c.community.id })).items

async function aWorker() {
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker') }
}

test('outlines find their areas by name, one that is none of ours says so, and nothing holds before it is applied', async () => {
  const { c, worker } = await aWorker()
  const read = await upload(worker, compoundsFile(c))
  expect(read).toMatchObject({ property: 'NAME', matched: 2, state: 'draft', filename: '辖区边界.geojson' })
  expect(read.features.map(({ label, areaName, why }) => [label, areaName !== null, why])).toEqual([['锦绣小区', true, null], ['金科小区', true, null], ['城南公园', false, 'noSuchArea']])
  expect(await shown(worker, c)).toEqual([])
  await worker.call(api.applyOutlines, { importId: read.importId })
  expect((await shown(worker, c)).map(({ areaId }) => areaId).toSorted()).toEqual(c.compounds.map(({ id }) => id).toSorted())
  expect((await shown(await c.as('districtCommand'), c))).toHaveLength(2)
})

test('what found nothing is assigned by hand, and an area goes from one feature to another', async () => {
  const { c, worker } = await aWorker()
  const { importId } = await upload(worker, compoundsFile(c))
  const assigned = await worker.call(api.assignOutline, { importId, no: 3, areaId: c.villageGroup.id })
  expect(assigned).toMatchObject({ matched: 3 })
  expect(assigned.features[2]).toMatchObject({ by: 'hand', why: null })
  const moved = await worker.call(api.assignOutline, { importId, no: 3, areaId: c.compounds[0]?.id ?? '' })
  expect(moved.features.map(({ why }) => why)).toEqual(['taken', null, null])
})

test('undone, the outlines that were there before hold again', async () => {
  const { c, worker } = await aWorker()
  const first = await upload(worker, compoundsFile(c))
  await worker.call(api.applyOutlines, { importId: first.importId })
  const before = await shown(worker, c)
  const second = await upload(worker, collection(feature({ NAME: '锦绣小区' }, square([101, 31]))))
  expect(second.features[0]).toMatchObject({ replaces: true })
  await worker.call(api.applyOutlines, { importId: second.importId })
  expect(await shown(worker, c)).not.toEqual(before)
  expect(await worker.call(api.undoOutlines, { importId: second.importId })).toMatchObject({ state: 'undone' })
  expect(await shown(worker, c)).toEqual(before)
  expect(await worker.refused(api.undoOutlines, { importId: second.importId })).toMatchObject({ status: 409, code: 'dashboard.notInState' })
  await worker.call(api.applyOutlines, { importId: second.importId })
  expect((await worker.call(api.listOutlineImports, {})).items.map(({ state, matched }) => [state, matched])).toEqual([['applied', 1], ['applied', 2]])
})

test('a feature that cannot be drawn stays with its reason and costs its neighbours nothing', async () => {
  const { worker } = await aWorker()
  const open = square([100, 30]).map((ring) => ring.slice(0, -1))
  const { features, matched } = await upload(worker, collection(
    feature({ NAME: '锦绣小区' }, open), feature({ NAME: '金科小区' }), feature({ NAME: '老城组' }, [[[30, 100], [30, 101], [31, 101], [30, 100]]]),
    feature({ NAME: 'metres' }, square([431_000, 2_590_000], 500)), feature({ NAME: 'point' }, [100, 30], 'Point'), feature({ NAME: 'thin' }, [[[100, 30], [101, 30], [100, 30]]])))
  expect(features.map(({ problem }) => problem)).toEqual(['notClosed', null, 'swapped', 'outOfRange', 'notAPolygon', 'tooFewPoints'])
  expect(matched).toBe(1)
})

test('coordinates of the shifted maps are set back to where the places are', async () => {
  const { worker } = await aWorker()
  const { features: [moved] } = await upload(worker, collection(feature({ NAME: '金科小区' }, square([104.25, 23.37]))), 'gcj02')
  const point = moved?.geometry?.type === 'Polygon' ? moved.geometry.coordinates[0]?.[0] : undefined
  expect(Math.abs((point?.[0] ?? 0) - 104.25)).toBeGreaterThan(0.0005)
  expect(Math.abs((point?.[0] ?? 0) - 104.25)).toBeLessThan(0.01)
})

test('what is no map is refused in words, and nobody reads the import of another territory', async () => {
  const { c, worker } = await aWorker()
  const file = (text: string) => ({ upload: { filename: 'x.geojson', bytes: new TextEncoder().encode(text) } })
  expect(await worker.refused(api.uploadOutlines, {}, file('PK\u0003\u0004 not json'))).toMatchObject({ status: 422, code: 'dashboard.notGeoJson' })
  expect(await worker.refused(api.uploadOutlines, {}, file('{"type":"FeatureCollection","features":[]}'))).toMatchObject({ status: 422, code: 'dashboard.noFeatures' })
  const nothing = await upload(worker, collection(feature({ NAME: '城南公园' })))
  expect(await worker.refused(api.applyOutlines, { importId: nothing.importId })).toMatchObject({ status: 409, code: 'dashboard.nothingMatched' })
  expect(await (await c.stranger('communityWorker')).refused(api.getOutlineImport, { importId: nothing.importId })).toMatchObject({ status: 404 })
})
