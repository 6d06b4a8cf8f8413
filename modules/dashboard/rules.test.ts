import { expect, test } from 'vitest'
import type { AreaFigures, Figures } from './contract.ts'
import { ageOpening, agesIn, lateOf, matchBy, noFigures, openingOf, perThousand, propertiesOf, toGcj02, toWgs84, trendOf, worstAreaFirst, type ReadFeature } from './rules.ts'

const area = (name: string, figures: Partial<Figures>, own = false): AreaFigures => ({
  areaId: name, name, level: 'community', own, place: 0, hasChildren: true, officePhone: null, figures: { ...noFigures(), ...figures }, complete: null, zone: null, heaviest: null, communities: 1, sentAt: null,
})
const order = (...areas: AreaFigures[]) => areas.toSorted(worstAreaFirst).map(({ name }) => name)

test('a fever nobody took over weighs before any number of missed checks', () => {
  expect(order(area('many', { missed: 40 }), area('fever', { leadsLate: 1 }))).toEqual(['fever', 'many'])
})

test('where nothing is late, a missing report stands first, then the denser area', () => {
  expect(order(area('few', { persons: 1000, managed: 1 }), area('many', { persons: 1000, managed: 9 }), area('silent', { reportsMissing: 1 }))).toEqual(['silent', 'many', 'few'])
})

test('what stands at none of the areas below comes last, however late it is', () => {
  expect(order(area('itself', { leadsLate: 5 }, true), area('calm', {}))).toEqual(['calm', 'itself'])
})

test('only what is late counts as late', () => {
  expect(lateOf({ ...noFigures(), leads: 9, leadsLate: 1, toVerify: 9, verifyLate: 2, missing: 9, missed: 3, toRelease: 9, releaseLate: 4 })).toBe(10)
})

test('the trend goes backwards from those managed now', () => {
  const flow = [{ day: '2020-02-26', opened: 2, released: 1, closed: 3 }, { day: '2020-02-25', opened: 5, released: 0, closed: 0 }]
  expect(trendOf(flow, 10, '2020-02-26', 3)).toEqual([
    { day: '2020-02-24', opened: 0, released: 0, managed: 6 }, { day: '2020-02-25', opened: 5, released: 0, managed: 11 }, { day: '2020-02-26', opened: 2, released: 1, managed: 10 },
  ])
})

test('every managed person stands in exactly one bar, also before the first day and after the last', () => {
  const ages = agesIn([{ since: -1, persons: 1 }, { since: 0, persons: 2 }, { since: 3, persons: 4 }, { since: 4, persons: 8 }, { since: 30, persons: 16 }], 4)
  expect(ages.map(({ persons }) => persons)).toEqual([3, 0, 0, 4, 24])
})

test('a figure opens its list in its area; the last bar of the ages opens all that are longer', () => {
  expect(openingOf('leadsLate', 'a')).toEqual({ page: '/leads', search: { tab: 'overdue', area: 'a' } })
  expect(openingOf('reportsMissing', 'a')).toEqual({ page: '/reporting', search: { within: 'a' } })
  expect(ageOpening({ since: 14, orMore: true }, '2020-02-26', 'a').search).toEqual({ tab: 'active', until: '2020-02-12', area: 'a' })
  expect(ageOpening({ since: 0, orMore: false }, '2020-02-26', 'a').search).toEqual({ tab: 'active', since: '2020-02-26', until: '2020-02-26', area: 'a' })
})

test('per thousand people, and nothing where nobody lives', () => {
  expect(perThousand({ ...noFigures(), managed: 34, persons: 35_947 })).toBe(0.9)
  expect(perThousand({ ...noFigures(), managed: 3 })).toBe(0)
})

test('a point of the shifted maps comes back to within a centimetre', () => {
  for (const point of [[104.25, 23.37], [116.4, 39.9], [87.6, 43.8], [126.6, 45.75]] as const) {
    const [x, y] = toWgs84(toGcj02(point))
    expect(Math.hypot((x - point[0]) * 100_000, (y - point[1]) * 111_000)).toBeLessThan(0.01)
    expect(Math.hypot((toGcj02(point)[0] - point[0]) * 100_000, (toGcj02(point)[1] - point[1]) * 111_000)).toBeGreaterThan(50)
  }
})

const known = [{ id: 'c', code: '532601003', name: '新平街道', fullName: '新平街道' }, ...['甲', '乙'].map((one) => ({ id: one, code: null, name: '第一网格', fullName: `${one}小区第一网格` }))]
const told = (...all: Record<string, string>[]) => all.map((properties, i): ReadFeature => ({ no: i + 1, properties, geometry: null, problem: null }))

test('an outline is found by code, by full name, by a name only one area has; otherwise it says why', () => {
  const found = matchBy(told({ n: '532601003' }, { n: '乙小区第一网格' }, { n: '第一网格' }, { n: '公园' }, {}, { n: '新平街道' }), 'n', known)
  expect([...found.values()].map(({ areaId, why }) => areaId ?? why)).toEqual(['c', '乙', 'severalAreas', 'noSuchArea', 'noName', 'taken'])
})

test('the property that finds most areas is proposed first', () => {
  expect(propertiesOf(told({ id: '1', title: '甲小区第一网格' }, { id: '2', title: '乙小区第一网格' }), known)[0]).toEqual({ name: 'title', matches: 2 })
})
