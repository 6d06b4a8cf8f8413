import type { Cell, Correction, IndicatorId } from '../contract.ts'

/** A figure of the form. Words and formula stand at `reporting.indicators.<id>`; its people are listed by `store/sources.ts`. */
export interface Indicator {
  id: IndicatorId
  /** pair: 户 and 人; persons: 人 or 条; times: 次; businesses: 家; squareMetres: ㎡; items: 种. */
  unit: 'pair' | 'persons' | 'times' | 'businesses' | 'squareMetres' | 'items'
  /** Told for every origin class besides the sum. */
  byClass: boolean
}

const pair = (id: IndicatorId, byClass = false): Indicator => ({ id, unit: 'pair', byClass })
const only = (id: IndicatorId, unit: Exclude<Indicator['unit'], 'pair'> = 'persons'): Indicator => ({ id, unit, byClass: false })

export const indicators: readonly Indicator[] = [
  pair('total'), pair('compounds'), pair('villageGroups'), pair('elsewhere'), pair('screened'),
  pair('cumulative', true), pair('opening', true), pair('opened', true), pair('released', true), pair('movedOut', true), pair('managed', true),
  pair('central'), pair('home'), pair('monitoring'), pair('closeContacts'),
  only('fever'), only('sentToHospital'), only('leadsOpen'), only('leadsClosed'), only('toVerify'), only('handedOver'), only('checksDue', 'times'), only('checksDone', 'times'),
  only('migrantWork'), only('resumed', 'businesses'), only('notResumed', 'businesses'),
  only('disinfections', 'times'), only('disinfectedArea', 'squareMetres'), only('suppliesShort', 'items'),
  only('publicityTimes', 'times'),
]

/** The lines of the form below that table, in their order on screen and paper; 外出和复工, 消毒, 物资 and 宣传 are not told by reports sent before the house counted them. */
export const sheetLines = {
  register: ['total', 'compounds', 'villageGroups', 'elsewhere', 'screened'],
  manner: ['central', 'home', 'monitoring', 'closeContacts', 'fever', 'sentToHospital'],
  rest: ['leadsClosed', 'leadsOpen', 'toVerify', 'handedOver', 'checksDue', 'checksDone'],
  work: ['migrantWork', 'resumed', 'notResumed'],
  hygiene: ['disinfections', 'disinfectedArea', 'suppliesShort', 'publicityTimes'],
} as const satisfies Record<string, readonly IndicatorId[]>
/** The later lines with as much of them as a report tells. */
export const laterLines = (cells: readonly Cell[]): { line: 'work' | 'hygiene'; ids: readonly IndicatorId[] }[] =>
  (['work', 'hygiene'] as const).map((line) => ({ line, ids: sheetLines[line].filter((id) => cells.some(({ indicator }) => indicator === id)) })).filter(({ ids }) => ids.length > 0)

/** The columns of the table by origin class, in their order on paper. */
export const classIndicators = ['cumulative', 'opening', 'opened', 'released', 'movedOut', 'managed'] as const satisfies readonly IndicatorId[]

export const indicatorOf = (id: IndicatorId): Indicator => {
  const found = indicators.find((one) => one.id === id)
  if (!found) throw new Error(`no such indicator: ${id}`)
  return found
}

/** Whether the form has this figure. */
export function isFigure(id: IndicatorId, originClass: string | null, unit: 'persons' | 'households'): boolean {
  const { byClass, unit: counted } = indicatorOf(id)
  return (originClass === null || byClass) && (unit === 'persons' || counted === 'pair')
}

const NOTHING = { households: 0, persons: 0 }

/** A figure that no row speaks of is zero, said explicitly. */
export function cellOf(cells: readonly Cell[], indicator: IndicatorId, originClass: string | null = null): Cell {
  const found = cells.find((cell) => cell.indicator === indicator && cell.originClass === originClass)
  return found ?? { indicator, originClass, ...NOTHING, ...(indicatorOf(indicator).unit === 'pair' ? {} : { households: null }) }
}

/** Which figure it is. */
export const keyOf = ({ indicator, originClass }: Pick<Cell, 'indicator' | 'originClass'>): string => `${indicator} ${originClass ?? ''}`

/** The figures as corrected, the latest correction of each standing; one that was not told before comes with its correction. */
export function corrected(cells: readonly Cell[], corrections: readonly Correction[]): Cell[] {
  const standing = new Map(cells.map((cell) => [keyOf(cell), cell]))
  for (const c of corrections) standing.set(keyOf(c), { indicator: c.indicator, originClass: c.originClass, households: c.householdsAfter, persons: c.personsAfter })
  return [...standing.values()]
}
