import { describe, expect, test } from 'vitest'
import { askedFields } from './contract.ts'
import { pointIds, tenPoints } from './data/ten-points.ts'
import { clarityOf, pointsOf } from './rules.ts'

describe('十清晰', () => {
  test('ten points, in the order of their source; every field asked for belongs to one of them', () => {
    expect(tenPoints.map(({ id }) => id)).toEqual([...pointIds])
    expect(tenPoints).toHaveLength(10)
    expect(tenPoints.flatMap(({ needs }) => needs).toSorted()).toEqual([...askedFields].toSorted())
  })

  test('nothing missing is ten of ten, everything missing none', () => {
    expect(pointsOf([])).toMatchObject({ clear: 10, missing: [] })
    expect(pointsOf(askedFields)).toMatchObject({ clear: 0, missing: tenPoints.flatMap(({ needs }) => needs) })
  })

  test.each(tenPoints.map(({ id, needs }) => ({ id, needs })))('$id is clear with all it needs, and unclear without any one of them', ({ id, needs }) => {
    for (const field of needs) {
      const { clear, points, missing } = pointsOf([field])
      expect([clear, missing]).toEqual([9, [field]])
      expect(points.filter((point) => point.missing.length > 0).map((point) => point.id)).toEqual([id])
    }
    expect(pointsOf(needs).clear).toBe(9)
    expect(pointsOf(askedFields.filter((field) => !needs.includes(field))).clear).toBe(1)
  })

  test('sums count a record once under each thing it lacks', () => {
    const { screened, complete, missing } = clarityOf([{ missing: [], n: 4 }, { missing: ['via', 'tripNo'], n: 2 }, { missing: ['via'], n: 1 }])
    expect([screened, complete, missing.via, missing.tripNo, missing.phone]).toEqual([7, 4, 3, 2, 0])
  })
})
