import { chance, cut, type Chance } from './chance.ts'
import { household, personMaker, type DemoHousehold } from './persons.ts'

/** The community of report 1, in its own figures. */
export const REPORT_ONE = {
  compounds: { count: 10, households: 8652, persons: 32_126 },
  villageGroups: { count: 6, households: 971, persons: 3821 },
  arrivals: {
    hubei: { households: 18, persons: 34 },
    otherProvince: { households: 255, persons: 287 },
    sameProvince: { households: 389, persons: 419 },
  },
} as const

export interface DemoPlace { level: 'compound' | 'villageGroup'; name: string; grids: string[] }
export interface DemoCommunity { name: string; places: DemoPlace[]; households: DemoHousehold[] }

const COMPOUNDS = ['锦绣小区', '金科小区', '阳光花园', '文华苑', '盘龙家园', '翠湖小区', '东风小区', '佳和苑', '新平小区', '学府小区']
const VILLAGE_GROUPS = ['老城组', '上寨组', '下寨组', '河边组', '石桥组', '新村组']
/** About what one grid worker can know; the real figure is a setting of the area tree. */
const HOUSEHOLDS_PER_GRID = 420

export function reportOneCommunity(seed: number, today: string): DemoCommunity {
  const c = chance(seed)
  const { compounds, villageGroups } = REPORT_ONE
  const weights = COMPOUNDS.map((_, i) => 14 - i)
  return build(c, today, '里布嘎社区', [
    ...parts('compound', COMPOUNDS, cut(compounds.households, weights), compounds.persons, c),
    ...parts('villageGroup', VILLAGE_GROUPS, cut(villageGroups.households, [6, 5, 5, 4, 4, 3]), villageGroups.persons, c),
  ])
}

export function smallCommunity(seed: number, today: string, name: string, compound: string, group: string, households: number): DemoCommunity {
  const c = chance(seed)
  const inGroup = Math.floor(households / 4)
  return build(c, today, name, [
    ...parts('compound', [compound], [households - inGroup], Math.round((households - inGroup) * 3.6), c),
    ...parts('villageGroup', [group], [inGroup], Math.round(inGroup * 3.9), c),
  ])
}

interface Part { level: DemoPlace['level']; name: string; sizes: number[] }

/** Household sizes that add up to exactly the persons there are. */
function parts(level: DemoPlace['level'], names: string[], households: number[], persons: number, c: Chance): Part[] {
  const sizes = Array.from({ length: households.reduce((a, b) => a + b, 0) }, () => c.pick([1, 2, 3, 3, 4, 4, 4, 5, 5, 6]))
  let off = persons - sizes.reduce((a, b) => a + b, 0)
  for (let i = 0; off !== 0; i = (i + 7) % sizes.length) {
    const size = sizes[i] ?? 1
    if (off > 0 && size < 8) { sizes[i] = size + 1; off-- }
    else if (off < 0 && size > 1) { sizes[i] = size - 1; off++ }
  }
  let from = 0
  return names.map((name, i) => {
    const mine = sizes.slice(from, from + (households[i] ?? 0))
    from += mine.length
    return { level, name, sizes: mine }
  })
}

function build(c: Chance, today: string, name: string, all: Part[]): DemoCommunity {
  const make = personMaker(c, today)
  const places = all.map(({ level, name: place, sizes }): DemoPlace => ({ level, name: place, grids: gridNames(level, sizes.length) }))
  const households = all.flatMap(({ level, name: place, sizes }, i) => sizes.map((size, n): DemoHousehold => ({
    place, grid: gridOf(places[i], n, sizes.length), ...door(level, n), persons: household(c, make, size),
  })))
  return { name, places, households }
}

const gridNames = (level: DemoPlace['level'], households: number): string[] =>
  level === 'villageGroup' ? [] : Array.from({ length: Math.ceil(households / HOUSEHOLDS_PER_GRID) }, (_, i) => `第${'一二三四五六七八九'[i] ?? i + 1}网格`)

const gridOf = (place: DemoPlace | undefined, n: number, households: number): string =>
  place?.grids[Math.floor((n * place.grids.length) / households)] ?? ''

/** Doors as people write them: 3幢2单元501 in a compound, 17号 in a village group. */
function door(level: DemoPlace['level'], n: number): Pick<DemoHousehold, 'building' | 'unit' | 'room'> {
  if (level === 'villageGroup') return { building: '', unit: '', room: `${n + 1}号` }
  const perUnit = 24
  const unit = Math.floor(n / perUnit)
  const floor = Math.floor((n % perUnit) / 2) + 1
  return { building: `${Math.floor(unit / 4) + 1}`, unit: `${(unit % 4) + 1}`, room: `${floor}0${(n % 2) + 1}` }
}
