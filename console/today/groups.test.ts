import { expect, test } from 'vitest'
import { todayKinds, type TodayKind } from '../../modules/today/contract.ts'
import { familyOf } from '../../modules/today/rules.ts'
import { chipsOf, groupsOf, type Today } from './groups.ts'

const work = (kinds: readonly TodayKind[]): Today => ({
  above: false,
  counts: kinds.map((kind, i) => ({ kind, total: 3, overdue: i === 0 ? 1 : 0, done: 0, list: null })),
  groups: kinds.map((kind) => ({ kind, items: [] })),
})

test('few kinds of work stand beside each other', () => {
  const { first, second } = chipsOf(work(['lead', 'visit', 'gateEmpty']), 'all')
  expect([first.map(({ id }) => id), second]).toEqual([['lead', 'visit', 'gateEmpty'], []])
})

test('many are put together by the words of the navigation, which hold all of them; the kinds of the one picked stand below', () => {
  const all = work(todayKinds)
  const { first, second } = chipsOf(all, 'all')
  expect(first.length).toBeLessThanOrEqual(8)
  expect(first.reduce((sum, c) => sum + c.total, 0)).toBe(3 * todayKinds.length)
  expect(first.filter(({ overdue }) => overdue > 0).map(({ id, overdue }) => [id, overdue])).toEqual([[familyOf[todayKinds[0]], 1]])
  expect(second).toEqual([])
  expect(chipsOf(all, 'passage').second.map(({ id }) => id)).toContain('gateEmpty')
  expect(chipsOf(all, 'gateEmpty').second).toEqual(chipsOf(all, 'passage').second)
})

test('a family opens its own groups alone', () => {
  const today = { ...work(['lead', 'visit', 'gateEmpty']), groups: [{ kind: 'lead' as const, items: [] }, { kind: 'gateEmpty' as const, items: [{ id: 'gateEmpty:1', kind: 'gateEmpty', state: 'soon' } as never] }] }
  expect(groupsOf(today, 'passage').map(({ id, total }) => [id, total])).toEqual([['gateEmpty', 3]])
  expect(groupsOf(today, 'control')).toEqual([])
})
