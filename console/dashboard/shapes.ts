import type { Geometry } from '../../modules/dashboard/contract.ts'

/** Where an area is drawn: its path, where its words stand, and how much room they have. */
export interface Shape { areaId: string; d: string; x: number; y: number; room: number }
export interface Box { width: number; height: number }
type Point = readonly [number, number]
type Ring = readonly Point[]

const GAP = 8
const round = (n: number): number => Math.round(n * 10) / 10
const ringPath = (ring: Ring): string => `M${ring.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`

/** Equal squares in the order of the tree, where nobody has brought outlines yet: the page is never empty. */
export function tilesOf(areaIds: readonly string[], box: Box, top = 0): Shape[] {
  const columns = Math.max(1, Math.round(Math.sqrt((areaIds.length * box.width) / box.height)))
  const rows = Math.ceil(areaIds.length / columns)
  const width = (box.width - GAP * (columns - 1)) / columns
  const height = Math.min(width, (box.height - GAP * (rows - 1)) / rows)
  return areaIds.map((areaId, i) => {
    const [x, y] = [(i % columns) * (width + GAP), top + Math.floor(i / columns) * (height + GAP)]
    return { areaId, d: ringPath([[x, y], [x + width, y], [x + width, y + height], [x, y + height]]), x: x + width / 2, y: y + height / 2, room: width - 12 }
  })
}

const ringsOf = ({ type, coordinates }: Geometry): Ring[] => (type === 'Polygon' ? coordinates : coordinates.flat()) as Ring[]

/** Degrees as they are seen: a degree of longitude is shorter the farther north it lies. */
function viewOf(all: readonly Geometry[], box: Box): (point: Point) => Point {
  const points = all.flatMap(ringsOf).flat()
  const bounds = (of: (point: Point) => number) => points.reduce(([low, high], point) => [Math.min(low, of(point)), Math.max(high, of(point))], [Infinity, -Infinity])
  const [west = 0, east = 0] = bounds(([x]) => x)
  const [south = 0, north = 0] = bounds(([, y]) => y)
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(box.width / Math.max((east - west) * squeeze, 1e-9), box.height / Math.max(north - south, 1e-9))
  const [left, top] = [(box.width - (east - west) * squeeze * scale) / 2, (box.height - (north - south) * scale) / 2]
  return ([x, y]) => [left + (x - west) * squeeze * scale, top + (north - y) * scale]
}

/** Outlines drawn into the box by their own coordinates, without any ground below them. */
export function outlinesIn(outlines: readonly { areaId: string; geometry: Geometry }[], box: Box): Shape[] {
  const view = viewOf(outlines.map(({ geometry }) => geometry), box)
  return outlines.map(({ areaId, geometry }) => {
    const rings = ringsOf(geometry).map((ring) => ring.map(view))
    return { areaId, d: rings.map(ringPath).join(''), ...wordsIn(rings) }
  })
}

/** The middle of the longest stretch inside the outline, on the line through half its height and those around it. */
function wordsIn(rings: readonly Ring[]): { x: number; y: number; room: number } {
  const ys = rings.flat().map(([, y]) => y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const tries = [0.5, 0.42, 0.58, 0.34, 0.66].map((share) => stretchAt(rings, top + (bottom - top) * share))
  return tries.reduce((best, one) => (one.room > best.room * 1.2 ? one : best))
}

function stretchAt(rings: readonly Ring[], y: number): { x: number; y: number; room: number } {
  const crossings = rings.flatMap((ring) => ring.flatMap(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1]
    return (y1 <= y) === (y2 <= y) ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]
  })).sort((a, b) => a - b)
  let best = { x: crossings[0] ?? 0, y, room: 0 }
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = [crossings[i], crossings[i + 1]]
    if (to - from > best.room) best = { x: (from + to) / 2, y, room: to - from }
  }
  return best
}

/** Those with outlines by them, the others as squares in a strip below. */
export function shapesOf(areaIds: readonly string[], outlines: readonly { areaId: string; geometry: Geometry }[], box: Box): Shape[] {
  const known = outlines.filter(({ areaId }) => areaIds.includes(areaId))
  const unknown = areaIds.filter((id) => !known.some(({ areaId }) => areaId === id))
  if (known.length === 0) return tilesOf(unknown, box)
  const strip = unknown.length === 0 ? 0 : box.height / 5
  return [...outlinesIn(known, { width: box.width, height: box.height - strip }), ...tilesOf(unknown, { width: box.width, height: strip - GAP }, box.height - strip + GAP)]
}

/** 0 to 4: nothing, and four steps of one colour up to the highest value there is. */
export const stepOf = (value: number, highest: number): 0 | 1 | 2 | 3 | 4 =>
  (value <= 0 || highest <= 0 ? 0 : Math.min(4, Math.ceil((value / highest) * 4))) as 0 | 1 | 2 | 3 | 4
