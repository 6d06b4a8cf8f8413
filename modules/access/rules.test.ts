import { describe, expect, test } from 'vitest'
import { administratorRoles, permissions, roles } from '../accounts/rules.ts'
import { endpoints, fitOf, opensBy, rolesWith, seeingRoles, sightOfRole } from './rules.ts'

describe('what a permission opens is read from the contracts', () => {
  test('every endpoint that asks for a permission stands under it once', () => {
    const asking = [...endpoints].filter(([, endpoint]) => typeof endpoint.access === 'object').map(([name]) => name)
    const listed = permissions.flatMap((permission) => (opensBy().get(permission) ?? []).map(({ name }) => name))
    expect(listed.toSorted()).toEqual(asking.toSorted())
  })
  test('a list of people shows numbers masked, the reveal shows them in the clear', () => {
    const people = opensBy().get('people.view')?.find(({ name }) => name === 'people.listPeople')
    expect(people).toMatchObject({ act: 'view', clear: false, personal: expect.arrayContaining(['name', 'document', 'phone', 'address']) })
    expect(opensBy().get('people.reveal')?.find(({ name }) => name === 'people.revealPerson')).toMatchObject({ act: 'reveal', clear: true, personal: ['document', 'phone'] })
  })
  test('the page of accounts shows nothing of residents, though it shows names and telephones', () => {
    expect(opensBy().get('accounts.manage')?.flatMap(({ personal }) => personal)).toEqual([])
  })
})

describe('what a role sees', () => {
  test('the three administrators see nothing of residents', () => {
    for (const role of administratorRoles) expect(sightOfRole(role)).toEqual({ masked: [], clear: [], takesOut: false })
    expect(seeingRoles().filter((role) => (administratorRoles as readonly string[]).includes(role))).toEqual([])
  })
  test('a grid worker sees numbers masked, in the clear the telephone of a matter only; a community worker may reveal them; a gatekeeper takes nothing out', () => {
    expect(sightOfRole('gridWorker')).toMatchObject({ masked: expect.arrayContaining(['name', 'phone']), clear: ['phone'] })
    expect(sightOfRole('gatekeeper')).toMatchObject({ clear: [], takesOut: false })
    expect(sightOfRole('communityWorker')).toMatchObject({ clear: ['document', 'phone'], takesOut: true })
  })
  test('who has a permission is asked of the one table', () => {
    expect(rolesWith('audit.read')).toEqual(['auditor'])
    expect(permissions.every((permission) => rolesWith(permission).every((role) => roles.includes(role)))).toBe(true)
  })
})

describe('an area and the duties it is for', () => {
  test.for([
    ['no duty says nothing about the area', '/1/', [], { fits: true }],
    ['one duty at the own area fits', '/1/10/', ['/1/10/'], { fits: true }],
    ['two duties that together need the whole area fit', '/1/10/', ['/1/10/100/', '/1/10/101/'], { fits: true }],
    ['duties in one community below a subdistrict are less than the subdistrict', '/1/', ['/1/10/100/', '/1/10/101/'], { fits: false, kind: 'broad', toPath: '/1/10/' }],
    ['a second grid beside the own one is out of sight', '/1/10/100/', ['/1/10/100/', '/1/10/101/'], { fits: false, kind: 'dutyOutside', toPath: '/1/10/' }],
    ['a duty for the whole community is out of sight of one grid', '/1/10/100/', ['/1/10/'], { fits: false, kind: 'dutyOutside', toPath: '/1/10/' }],
  ] as const)('%s', ([, area, duties, fit]) => expect(fitOf(area, duties)).toEqual(fit))
})
