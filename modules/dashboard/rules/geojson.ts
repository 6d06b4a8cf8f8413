import * as z from 'zod'
import type { Datum, Geometry, OutlineProblem } from '../contract.ts'
import { toWgs84 } from './datum.ts'

/** One feature as it was read: its properties as text, and its outline, or why there is none. */
export interface ReadFeature { no: number; properties: Record<string, string>; geometry: Geometry | null; problem: OutlineProblem | null }

type Refused = { refused: 'notGeoJson' | 'noFeatures' | 'tooMany'; n?: number }

/** More than a district has areas, and more points than anybody can see: the page would stand still. */
export const MOST_FEATURES = 3000
const MOST_POINTS = 20_000
/** Mainland, islands and all: outside of it a coordinate is none, or is in metres. */
const CHINA = { west: 73, east: 136, south: 3, north: 54 }

const raw = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({
    type: z.literal('Feature'), properties: z.record(z.string(), z.unknown()).nullish(),
    geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
  })),
})
const rings = z.array(z.array(z.array(z.number()).min(2)))

/** Reads a FeatureCollection; a feature that cannot be drawn stays with its reason and costs its neighbours nothing. */
export function readFeatures(text: string, datum: Datum): ReadFeature[] | Refused {
  const parsed = raw.safeParse(json(text))
  if (!parsed.success) return { refused: 'notGeoJson' }
  const { features } = parsed.data
  if (features.length === 0) return { refused: 'noFeatures' }
  if (features.length > MOST_FEATURES) return { refused: 'tooMany', n: features.length }
  return features.map((feature, i) => ({ no: i + 1, properties: textsOf(feature.properties ?? {}), ...outlineOf(feature.geometry ?? undefined, datum) }))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const textsOf = (properties: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(properties).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, String(value).trim()]] : [])))

function outlineOf(given: { type: string; coordinates?: unknown } | undefined, datum: Datum): { geometry: Geometry | null; problem: OutlineProblem | null } {
  const polygons = given?.type === 'Polygon' ? rings.array().safeParse([given.coordinates]) : given?.type === 'MultiPolygon' ? rings.array().safeParse(given.coordinates) : undefined
  if (!polygons?.success || polygons.data.flat().length === 0) return { geometry: null, problem: 'notAPolygon' }
  const problem = problemOf(polygons.data.flat())
  if (problem) return { geometry: null, problem }
  const coordinates = polygons.data.map((polygon) => polygon.map((ring) => ring.map(([x = 0, y = 0]) => rounded(datum === 'gcj02' ? toWgs84([x, y]) : [x, y]))))
  const [only, ...more] = coordinates
  return { problem: null, geometry: more.length === 0 && only ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates } }
}

/** About ten centimetres: finer than any boundary stone. */
const rounded = ([x, y]: readonly [number, number]): [number, number] => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]

function problemOf(all: readonly (readonly number[][])[]): OutlineProblem | null {
  const points = all.flat()
  const inChina = (x = 0, y = 0) => x >= CHINA.west && x <= CHINA.east && y >= CHINA.south && y <= CHINA.north
  if (points.length > MOST_POINTS) return 'tooDetailed'
  if (!points.every(([x, y]) => inChina(x, y))) return points.every(([x, y]) => inChina(y, x)) ? 'swapped' : 'outOfRange'
  if (all.some((ring) => ring.length < 4)) return 'tooFewPoints'
  return all.some((ring) => ring[0]?.[0] !== ring.at(-1)?.[0] || ring[0]?.[1] !== ring.at(-1)?.[1]) ? 'notClosed' : null
}
