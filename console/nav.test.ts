import { expect, test } from 'vitest'
import { rolePermissions } from '../modules/accounts/rules.ts'
import { nav, navAt, navFor, shownIn } from './nav.ts'

const paths = nav.flatMap(({ tabs }) => tabs.map(({ to }) => to))

const words = (role: keyof typeof rolePermissions) => navFor(rolePermissions[role], paths).map((item) => item.id)

test('a community worker sees every word but the system', () => {
  expect(words('communityWorker')).toEqual(['today', 'people', 'control', 'passage', 'reporting', 'territory', 'policies'])
})
test('the three administrators see what waits for them, the areas and their own narrow page', () => {
  expect(words('systemAdmin')).toEqual(['today', 'territory', 'system'])
  expect(navFor(rolePermissions.auditor, paths).at(-1)).toMatchObject({ to: '/audit' })
})
test('an address below a tab belongs to it, and the front page to today alone', () => {
  const items = navFor(rolePermissions.communityWorker, paths)
  expect(navAt(items, '/quarantine/abc').tab?.id).toBe('quarantine')
  expect(navAt(items, '/').item?.id).toBe('today')
  expect(navAt(items, '/nowhere')).toEqual({})
})
test('a page that is not there is not offered', () => {
  expect(navFor(rolePermissions.communityWorker, ['/people']).map((item) => item.to)).toEqual(['/people'])
})
test('in normal days what belongs to an epidemic steps back, but for where one stands', () => {
  const items = navFor(rolePermissions.communityWorker, paths)
  const words = (mode: 'normal' | 'emergency' | undefined, at = '/') => shownIn(items, mode, navAt(items, at).item).map((item) => item.id)
  expect(words('normal')).toEqual(['today', 'people', 'passage', 'reporting', 'territory', 'policies'])
  expect(words('normal', '/leads')).toContain('control')
  expect([words('emergency'), words(undefined)]).toEqual([items.map((item) => item.id), items.map((item) => item.id)])
})
