import { expect, test } from 'vitest'
import type { AreaFigures, Figures } from './contract.ts'
import { ageOpening, agesIn, lateOf, noFigures, openingOf, perThousand, trendOf, worstAreaFirst } from './rules.ts'

const area = (name: string, figures: Partial<Figures>, own = false): AreaFigures => ({
  areaId: name, name, level: 'community', own, place: 0, hasChildren: true, officePhone: null, figures: { ...noFigures(), ...figures }, communities: 1, sentAt: null,
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
