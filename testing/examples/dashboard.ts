import { dashboardApi as api, type dashboardApi } from '../../modules/dashboard/contract.ts'
import type { Community } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

type Corner = readonly [number, number]
/** A square of about a kilometre, its lower left corner here. */
export const square = ([x, y]: Corner, side = 0.01): number[][][] => [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]
export const feature = (properties: Record<string, unknown>, coordinates: unknown = square([100, 30]), type = 'Polygon') => ({ type: 'Feature', properties, geometry: { type, coordinates } })
export const collection = (...features: unknown[]) => ({ filename: '辖区边界.geojson', bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })) })

/** The two compounds by name, and a place that is none of ours. */
export const compoundsFile = (c: Community) => collection(...c.compounds.map(({ name }, i) => feature({ NAME: name, AREA: 1 + i }, square([100 + i / 100, 30]))), feature({ NAME: '城南公园', AREA: 3 }, square([100.03, 30])))

const uploaded = async ({ c, caller }: ExampleWorld): Promise<{ importId: string }> =>
  ({ importId: (await caller.call(api.uploadOutlines, {}, { upload: compoundsFile(c) })).importId })

export const dashboardExamples: ExamplesOf<typeof dashboardApi> = {
  dashboard: async () => ({}),
  areaOutlines: async () => ({}),
  uploadOutlines: async () => ({ datum: 'wgs84' }),
  listOutlineImports: async () => ({}),
  getOutlineImport: uploaded,
  matchOutlines: async (w) => ({ ...(await uploaded(w)), property: 'NAME' }),
  assignOutline: async (w) => ({ ...(await uploaded(w)), no: 3, areaId: w.c.villageGroup.id }),
  applyOutlines: uploaded,
  undoOutlines: async (w) => {
    const made = await uploaded(w)
    await w.caller.call(api.applyOutlines, made)
    return made
  },
}
