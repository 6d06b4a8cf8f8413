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

function scoreOf({ name, fullName, pinyin, code }: Division, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return 0
  if (/^\d+$/.test(wanted)) return code.startsWith(wanted) ? 1 : undefined
  const [full = '', initials = ''] = pinyin.split(' ')
  if (initials === wanted || full === wanted) return 1
  if (fullName.startsWith(wanted) || full.startsWith(wanted) || initials.startsWith(wanted)) return 2
  return fullName.includes(wanted) ? 3 : undefined
}
