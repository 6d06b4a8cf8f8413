import { dashboardApi } from '../modules/dashboard/contract.ts'
import type { DemoCommunity } from './places.ts'
import type { Town } from './town.ts'

/** Part of a unit square: what a map is cut into before it is bent. */
interface Block { x: number; y: number; width: number; height: number }
interface Cut { name: string; weight: number; parts: Cut[] }

const STEP = 0.02
/** Somewhere in the mountains where none of this is; degrees. */
const AT = { longitude: 100.35, latitude: 30.2, wide: 0.072, high: 0.05 }

/** Streets are not straight: a smooth bend, so that neighbours keep their common border. */
const bend = (x: number, y: number): [number, number] => [
  AT.longitude + AT.wide * (x + 0.03 * Math.sin(3.1 * y + 1) + 0.012 * Math.sin(11 * y + 5 * x)),
  AT.latitude + AT.high * (y + 0.035 * Math.sin(2.7 * x + 0.5) + 0.012 * Math.sin(9 * x + 4 * y)),
]

/** The points of an edge: its ends, and every step of the common grid between them. */
function along(from: number, to: number): number[] {
  const [low, high] = from < to ? [from, to] : [to, from]
  const inner = Array.from({ length: Math.ceil(1 / STEP) }, (_, i) => i * STEP).filter((at) => at > low + 1e-9 && at < high - 1e-9)
  return from < to ? [low, ...inner] : [high, ...inner.reverse()]
}

function ringOf({ x, y, width, height }: Block): [number, number][] {
  const [right, top] = [x + width, y + height]
  const ring = [...along(x, right).map((at) => bend(at, y)), ...along(y, top).map((at) => bend(right, at)), ...along(right, x).map((at) => bend(at, top)), ...along(top, y).map((at) => bend(x, at))]
  return [...ring, ring[0] ?? bend(x, y)]
}

/** Cut in two again and again, across the longer side, by weight. */
function cut(parts: readonly Cut[], block: Block): [Cut, Block][] {
  const [first] = parts
  if (!first) return []
  if (parts.length === 1) return [[first, block]]
  const half = Math.floor(parts.length / 2)
  const weigh = (some: readonly Cut[]) => some.reduce((sum, part) => sum + part.weight, 0)
  const share = weigh(parts.slice(0, half)) / weigh(parts)
  const across = block.width * AT.wide > block.height * AT.high
  const [width, height] = [across ? block.width * share : block.width, across ? block.height : block.height * share]
  return [
    ...cut(parts.slice(0, half), { ...block, width, height }),
    ...cut(parts.slice(half), across ? { ...block, x: block.x + width, width: block.width - width } : { ...block, y: block.y + height, height: block.height - height }),
  ]
}

/** Large communities do not lie so much wider as they have more doors. */
const weightOf = (households: number): number => Math.max(1, households) ** 0.3

function cutOf({ name, places, households }: DemoCommunity): Cut {
  const doors = (place: string, grid?: string) => households.filter((h) => h.place === place && (grid === undefined || h.grid === grid)).length
  return {
    name, weight: weightOf(households.length),
    parts: places.map((place) => ({ name: place.name, weight: weightOf(doors(place.name)), parts: place.grids.map((grid) => ({ name: grid, weight: weightOf(doors(place.name, grid)), parts: [] })) })),
  }
}

const featuresOf = (above: string, parts: readonly Cut[], block: Block): unknown[] => cut(parts, block).flatMap(([part, its]) => [
  { type: 'Feature', properties: { 名称: `${above}${part.name}` }, geometry: { type: 'Polygon', coordinates: [ringOf(its)] } },
  ...featuresOf(`${above}${part.name}`, part.parts, its),
])

/** Invented outlines for the invented communities, down to the grid, through the same import as anybody's. */
export async function drawOutlines(town: Town, communities: readonly DemoCommunity[]): Promise<void> {
  const features = featuresOf(town.subdistrict.name, communities.map(cutOf), { x: 0, y: 0, width: 1, height: 1 })
  const command = town.desk('districtCommand')
  const file = { filename: '新平街道辖区边界(演示).geojson', bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })) }
  const { importId, matched } = await command.call(dashboardApi.uploadOutlines, { datum: 'wgs84' }, file)
  if (matched !== features.length) throw new Error(`the demo's outlines found ${matched} of ${features.length} areas`)
  await command.call(dashboardApi.applyOutlines, { importId })
}
