import { readDoor } from '../../roster/rules/door.ts'
import { placeKey, type Place } from '../../roster/rules/places.ts'
import type { Door } from '../../people/rules.ts'

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
const noDoor: Door = { building: '', unit: '', room: '' }

/**
 * The community, compound or grid a row belongs to, by the names in its community and address cells; the compound wins over the
 * community, the longer name over the shorter. Undefined where nothing is named, or the same name stands in two communities.
 */
export function placeOfRow(places: readonly Place[], row: { community: string; address: string }): { place: Place; door: Door } | undefined {
  const [community, address] = [plain(row.community), plain(row.address)]
  const communities = places.filter((p) => p.level === 'community')
  const named = longest(communities.filter((p) => community !== '' && (placeKey(p.name) === placeKey(community) || community.includes(plain(p.name)))))
    ?? longest(communities.filter((p) => address.includes(plain(p.name))))
  const settlements = places.filter((p) => (p.level === 'compound' || p.level === 'villageGroup') && address.includes(plain(p.name)) && (!named || p.path.startsWith(named.path)))
  const settlement = longest(settlements)
  const place = settlement ?? named
  if (!place) return undefined
  const after = address.indexOf(plain(place.name))
  const behind = after < 0 ? '' : address.slice(after + plain(place.name).length).replace(/^(小区|社区)/u, '')
  // 锦绣小区第一网格3幢501: the grid stands between the compound and the door.
  const grid = places.find((p) => p.level === 'grid' && p.path.startsWith(place.path) && behind.startsWith(plain(p.name)))
  const rest = grid ? behind.slice(plain(grid.name).length) : behind
  return { place: grid ?? place, door: rest === '' || rest.length > 24 ? noDoor : readDoor(rest) }
}

/** The one with the longest name; none where two are equally long. */
function longest(places: readonly Place[]): Place | undefined {
  const [first, second] = places.toSorted((a, b) => b.name.length - a.name.length)
  return first && second && second.name.length === first.name.length ? undefined : first
}
