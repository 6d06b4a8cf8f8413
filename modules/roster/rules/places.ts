/** An area of the community a row can belong to. */
export interface Place {
  id: string
  path: string
  level: string
  name: string
}

/** `阳光 花园(一期)小区` and `阳光花园(一期)` are the same compound; `第1网格` and `第一网格` the same grid. */
export const placeKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[一二三四五六七八九十]+/g, (n) => String(chineseNumber(n)))
    .replace(/^第(?=\d)/, '')
    .replace(/(小区|居民小组|村民小组|村小组|小组|号网格|网格|号楼|幢|栋|座)$/u, '')
    .toLowerCase()

const digits = '零一二三四五六七八九'
function chineseNumber(text: string): number | string {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match) return text
  const [, tens, ten, ones] = match
  if (!ten) return tens && ones ? text : digits.indexOf(tens ?? ones ?? '')
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)
}

/** How alike two names are, 0 to 1: shared pairs of characters over all pairs (Dice). */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1
  const pairs = (text: string) => Array.from({ length: text.length + 1 }, (_, i) => ` ${text} `.slice(i, i + 2))
  const left = pairs(a)
  const right = new Map<string, number>()
  for (const pair of pairs(b)) right.set(pair, (right.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of left) {
    const n = right.get(pair) ?? 0
    if (n > 0) {
      shared += 1
      right.set(pair, n - 1)
    }
  }
  return (2 * shared) / (a.length + b.length + 2)
}

export type Placed =
  | { place: Place; rest: string }
  | { problem: 'unknown' | 'ambiguous'; field: 'compound' | 'grid' | 'address'; given: string; nearest: string | null }

const below = (place: Place, root: Place | undefined) => root === undefined || place.path.startsWith(root.path)

/** Finds areas by the names in a row; built once per import, so that a row costs a few lookups. */
export class PlaceFinder {
  private readonly byKey = new Map<string, Place[]>()
  private readonly root: Place
  private readonly settlements: Place[]
  private readonly seen = new Map<string, Placed>()

  constructor(root: Place, places: readonly Place[]) {
    this.root = root
    for (const place of places) {
      const key = placeKey(place.name)
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), place])
    }
    this.settlements = places.filter((p) => p.level === 'compound' || p.level === 'villageGroup')
  }

  /** The area of a row; `rest` is what is left of the address after the names were taken off its front. */
  find(row: { compound: string; grid: string; building: string; address: string }): Placed {
    const memo = row.address === '' ? `${row.compound}|${row.grid}|${row.building}` : undefined
    const known = memo === undefined ? undefined : this.seen.get(memo)
    if (known) return known
    const found = this.search(row)
    if (memo !== undefined && this.seen.size < 20_000) this.seen.set(memo, found)
    return found
  }

  private search(row: { compound: string; grid: string; building: string; address: string }): Placed {
    let at: Place | undefined
    let rest = row.address.normalize('NFKC').replace(/\s+/g, '')
    if (row.compound !== '') {
      const placed = this.named('compound', row.compound, undefined)
      if ('problem' in placed) return placed
      at = placed.place
    }
    const front = this.frontOf(rest, at)
    if (front) {
      at ??= front.place
      rest = front.rest
    }
    if (row.grid !== '') {
      const placed = this.named('grid', row.grid, at)
      if ('problem' in placed) return placed
      at = placed.place
    }
    if (at === undefined) return this.withoutName(row.address, rest)
    return { place: this.building(row.building, at) ?? at, rest }
  }

  /** No compound named: fine where the community has no compounds at all, a question where it has. */
  private withoutName(given: string, rest: string): Placed {
    if (this.settlements.length === 0) return { place: this.root, rest }
    const only = this.settlements[0]
    if (this.settlements.length === 1 && only) return { place: only, rest }
    return { problem: 'unknown', field: given === '' ? 'compound' : 'address', given, nearest: this.nearest(given, undefined) }
  }

  private named(field: 'compound' | 'grid', given: string, within: Place | undefined): Placed {
    const wanted = field === 'grid' ? (p: Place) => p.level === 'grid' : (p: Place) => p.level !== 'building' && p.level !== 'unit'
    const hits = (this.byKey.get(placeKey(given)) ?? []).filter((p) => wanted(p) && below(p, within))
    const [first] = hits
    if (first && hits.length === 1) return { place: first, rest: '' }
    // Grids are often called the same in every compound; the compound column settles it.
    if (hits.length > 1) return { problem: 'ambiguous', field, given, nearest: hits[1]?.name ?? null }
    return { problem: 'unknown', field, given, nearest: this.nearest(given, within, field) }
  }

  private nearest(given: string, within: Place | undefined, field: 'compound' | 'grid' = 'compound'): string | null {
    const pool = field === 'grid' ? [...this.byKey.values()].flat().filter((p) => p.level === 'grid' && below(p, within)) : this.settlements
    const key = placeKey(given)
    let best: { name: string; score: number } | undefined
    for (const place of pool) {
      const score = nameLikeness(key, placeKey(place.name))
      if (score >= 0.3 && (best === undefined || score > best.score)) best = { name: place.name, score }
    }
    return best?.name ?? null
  }

  private frontOf(address: string, within: Place | undefined): { place: Place; rest: string } | undefined {
    let best: { place: Place; rest: string; length: number } | undefined
    for (const place of within ? [within] : this.settlements) {
      const name = place.name.normalize('NFKC').replace(/\s+/g, '')
      const at = address.indexOf(name)
      // The community's or the street's name may stand before the compound's.
      if (at >= 0 && (best === undefined || name.length > best.length)) {
        best = { place, rest: address.slice(at + name.length).replace(/^小区/u, ''), length: name.length }
      }
    }
    return best
  }

  private building(name: string, within: Place): Place | undefined {
    if (name === '') return undefined
    const hits = (this.byKey.get(placeKey(name)) ?? []).filter((p) => p.level === 'building' && below(p, within))
    return hits.length === 1 ? hits[0] : undefined
  }
}
