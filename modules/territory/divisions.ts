/** 行政区划 (GB/T 2260, province to county), for saying where somebody comes from. Pure: the data is handed in. */
export interface Division {
  /** Two, four or six digits: province, city, county. */
  code: string
  name: string
  /** 四川省成都市武侯区 */
  fullName: string
  /** Full pinyin, a space, the initials: `wuhouqu whq`. */
  pinyin: string
}

export const levelOfCode = (code: string): 'province' | 'city' | 'county' => (code.length === 2 ? 'province' : code.length === 4 ? 'city' : 'county')

/** The full name of a code; the nearest known division above it when the code itself is gone. */
export function divisionName(all: readonly Division[], code: string): string {
  const byCode = indexOf(all)
  for (const length of [6, 4, 2]) {
    const found = byCode.get(code.slice(0, length))
    if (found) return found.fullName
  }
  return code
}

const indexes = new WeakMap<readonly Division[], Map<string, Division>>()
function indexOf(all: readonly Division[]): Map<string, Division> {
  const known = indexes.get(all) ?? new Map(all.map((d) => [d.code, d]))
  indexes.set(all, known)
  return known
}

/**
 * Divisions by any part of the name, the full name, full pinyin or initials; exact beginnings first,
 * then provinces before cities before counties.
 */
export function findDivisions(all: readonly Division[], text: string, limit = 12): Division[] {
  const wanted = text.trim().toLowerCase().replace(/[\s'’]/g, '')
  if (wanted === '') return all.filter((d) => d.code.length === 2).slice(0, limit)
  const scored = all.flatMap((division) => {
    const score = scoreOf(division, wanted)
    return score === undefined ? [] : [{ division, score }]
  })
  return scored.sort((a, b) => a.score - b.score || a.division.code.length - b.division.code.length || (a.division.code < b.division.code ? -1 : 1))
    .slice(0, limit).map(({ division }) => division)
}

/**
 * 省市县 as people write it at the head of a cell (广东深圳, 深圳市宝安区鹏城电子厂): the division that takes most of the text. Several of the same name
 * (朝阳, 南山) are `unclear`, unless one of them is a province or has the others below it.
 */
export function readDivision(all: readonly Division[], text: string): Division | 'unclear' | undefined {
  const written = text.replace(/\s/g, '')
  const heads = headsOf(all)
  /** Each goes on with what lies below it, as long as the text does. */
  const read = (from: number, above: string): { division: Division; to: number }[] => (heads.get(written.slice(from, from + 2)) ?? []).flatMap((division) => {
    if (!division.code.startsWith(above) || division.code === above) return []
    let to = from + 2
    while (written[to] !== undefined && written[to] === division.name[to - from]) to++
    const below = read(to, division.code)
    return below.length > 0 ? below : [{ division, to }]
  })
  const found = read(0, '')
  const most = Math.max(...found.map(({ to }) => to))
  const [first, ...others] = found.filter(({ to }) => to === most).map(({ division }) => division).toSorted((a, b) => a.code.length - b.code.length)
  return !first || first.code.length === 2 || others.every(({ code }) => code.startsWith(first.code)) ? first : 'unclear'
}
/** By the first two characters of their names, by which people call them. */
const headed = new WeakMap<readonly Division[], Map<string, Division[]>>()
function headsOf(all: readonly Division[]): Map<string, Division[]> {
  const known = headed.get(all)
  if (known) return known
  const heads = new Map<string, Division[]>()
  for (const one of all) heads.set(one.name.slice(0, 2), [...(heads.get(one.name.slice(0, 2)) ?? []), one])
  headed.set(all, heads)
  return heads
}

function scoreOf({ name, fullName, pinyin, code }: Division, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return 0
  if (/^\d+$/.test(wanted)) return code.startsWith(wanted) ? 1 : undefined
  const [full = '', initials = ''] = pinyin.split(' ')
  if (initials === wanted || full === wanted) return 1
  if (fullName.startsWith(wanted) || full.startsWith(wanted) || initials.startsWith(wanted)) return 2
  return fullName.includes(wanted) ? 3 : undefined
}
