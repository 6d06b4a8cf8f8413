import type { UnmatchedWhy } from '../contract.ts'
import type { ReadFeature } from './geojson.ts'

export interface KnownArea { id: string; code: string | null; name: string; fullName: string }
/** Which area a feature was taken for and by what, or why for none. */
export interface Match { areaId: string | null; by: 'code' | 'name' | 'hand' | null; why: UnmatchedWhy | null }

const none = (why: UnmatchedWhy): Match => ({ areaId: null, by: null, why })

/** What a word finds: an official code first, then a full name, then a name that only one area has. */
function find(areas: readonly KnownArea[], word: string): Match {
  if (word === '') return none('noName')
  const byCode = areas.find(({ code }) => code !== null && code === word)
  if (byCode) return { areaId: byCode.id, by: 'code', why: null }
  const full = areas.filter(({ fullName }) => fullName === word)
  const named = full.length > 0 ? full : areas.filter(({ name }) => name === word)
  const [only] = named
  if (!only) return none('noSuchArea')
  return named.length > 1 ? none('severalAreas') : { areaId: only.id, by: 'name', why: null }
}

/** Every feature by one property; an area goes to the first that finds it. */
export function matchBy(features: readonly ReadFeature[], property: string | null, areas: readonly KnownArea[]): Map<number, Match> {
  const taken = new Set<string>()
  return new Map(features.map((feature) => {
    const match = find(areas, property === null ? '' : feature.properties[property] ?? '')
    if (match.areaId !== null && taken.has(match.areaId)) return [feature.no, none('taken')]
    if (match.areaId !== null && feature.problem === null) taken.add(match.areaId)
    return [feature.no, match]
  }))
}

/** The properties of a file, those that find most areas first; one that is the same everywhere names nothing. */
export function propertiesOf(features: readonly ReadFeature[], areas: readonly KnownArea[]): { name: string; matches: number }[] {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
  return names
    .map((name) => ({ name, matches: [...matchBy(features, name, areas).values()].filter(({ areaId }) => areaId !== null).length }))
    .toSorted((a, b) => b.matches - a.matches)
}
