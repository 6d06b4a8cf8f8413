import { chance, type Chance } from './chance.ts'
import { REPORT_ONE, type DemoCommunity } from './places.ts'
import type { DemoHousehold, DemoPerson } from './persons.ts'

export interface Arrival {
  household: DemoHousehold
  persons: DemoPerson[]
  /** Days before the demo's today. */
  daysAgo: number
  hour: number
  origin: string
  purpose: 'returnHome' | 'visitFamily' | 'work' | 'study' | 'business'
  channel: 'desk' | 'door' | 'declaration'
}

/** Where report 1's arrivals came from, by division code (a city stands for one of its counties). */
const ORIGINS = {
  hubei: ['420100', '420100', '420500', '420600', '421000'],
  otherProvince: ['440100', '440300', '441300', '450100', '450200', '520100', '430100', '510100', '340100'],
  sameProvince: ['530100', '530100', '530300', '532500', '532300', '530400', '530900'],
} as const
type OriginKey = keyof typeof ORIGINS
const CENTRAL_SINCE = 12

/** Exactly the households and persons of the report, each household with its own journey. */
export function planArrivals(community: DemoCommunity, seed: number, figures: Record<OriginKey, { households: number; persons: number }> = REPORT_ONE.arrivals): Arrival[] {
  const c = chance(seed)
  const homes = c.shuffle(community.households)
  const taken = new Set<DemoHousehold>()
  const all = (Object.keys(ORIGINS) as OriginKey[]).flatMap((key) => partySizes(figures[key]).map((size): Arrival => {
    const household = homes.find((h) => !taken.has(h) && h.persons.length >= size) ?? homes[0]
    if (!household) throw new Error('the demo community has too few households')
    taken.add(household)
    return {
      household, persons: household.persons.slice(0, size), daysAgo: daysAgo(c, key), hour: c.pick([9, 10, 11, 14, 15, 17]), origin: c.pick(ORIGINS[key]),
      purpose: c.pick(['returnHome', 'returnHome', 'returnHome', 'visitFamily', 'work', 'study', 'business']), channel: c.hit(0.25) ? 'declaration' : c.hit(0.5) ? 'desk' : 'door',
    }
  }))
  return all.sort((a, b) => b.daysAgo - a.daysAgo || a.hour - b.hour)
}

/** Everybody alone, then second and third members until the persons are placed. */
function partySizes({ households, persons }: { households: number; persons: number }): number[] {
  const sizes = Array.from({ length: households }, () => 1)
  for (let left = persons - households, i = 0; left > 0; left--, i = (i + 1) % households) sizes[i] = (sizes[i] ?? 0) + 1
  return sizes
}

/** Central quarantine is all still running; of the others a few have ended, most are on their way. Nobody arrives today: the demo must hold its figures at any hour. */
function daysAgo(c: Chance, key: OriginKey): number {
  if (key === 'hubei') return c.int(2, CENTRAL_SINCE)
  return c.hit(0.1) ? c.int(15, 18) : c.int(1, 14)
}
