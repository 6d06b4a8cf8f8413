import { describe, expect, test } from 'vitest'
import { roles } from '../accounts/rules.ts'
import { byUrgency, nobodyThenOldest, stateOf, visitorOf, worstFirst } from './rules.ts'
import { kindsFor } from './service/kinds.ts'

const now = '2020-02-26T06:00:00.000Z'

test('what is past its time is overdue, what falls due within three hours is due soon', () => {
  expect(stateOf('2020-02-26T05:59:00.000Z', now)).toBe('overdue')
  expect(stateOf('2020-02-26T09:00:00.000Z', now)).toBe('soon')
  expect(stateOf('2020-02-26T09:01:00.000Z', now)).toBe('later')
  expect(stateOf(null, now)).toBe('later')
})

test('sorting by urgency leaves the way somebody walks as it is', () => {
  const doors = [{ door: 1, state: 'later' }, { door: 2, state: 'overdue' }, { door: 3, state: 'later' }, { door: 4, state: 'overdue' }] as const
  expect(doors.toSorted(byUrgency).map((d) => d.door)).toEqual([2, 4, 1, 3])
})

describe('everybody sees only what they can do something about', () => {
  test('a doctor takes leads over and calls at doors', () => expect(kindsFor({ role: 'healthCentreDoctor', above: false })).toEqual(['lead', 'visit', 'test', 'zoneItem', 'terminalDisinfection', 'certificate']))
  test('also where the health centre serves a whole subdistrict', () => expect(kindsFor({ role: 'healthCentreDoctor', above: true })).toEqual(['lead', 'visit', 'test', 'report', 'zoneItem', 'terminalDisinfection', 'certificate']))
  test('a grid worker walks', () => expect(kindsFor({ role: 'gridWorker', above: false })).toEqual(['careAlone', 'visit', 'check', 'careCall', 'careVisit', 'test', 'zoneItem', 'announcement', 'poster', 'matterMine', 'notBack', 'resumptionCheck', 'resumptionRecheck', 'resumptionReason', 'baseData']))
  test('a community worker has the whole desk', () => expect(kindsFor({ role: 'communityWorker', above: false })).toEqual(['careAlone', 'lead', 'declared', 'verify', 'list', 'visit', 'check', 'careCall', 'careVisit', 'release', 'test', 'gap', 'report', 'form', 'visitorToConfirm', 'vehicleRecheck', 'zoneItem', 'terminalDisinfection', 'disinfection', 'supplyLow', 'supplyCheck', 'supplyArrival', 'announcement', 'poster', 'matterMine', 'matterUnassigned', 'matterLate', 'matterCall', 'matterReportIn', 'matterRate', 'seal', 'volunteerWaiting', 'exit', 'notBack', 'departure', 'resumptionCheck', 'resumptionRecheck', 'resumptionReason', 'gateEmpty', 'callOpen', 'gateHeld', 'gatePattern', 'dutyGap', 'parcel', 'request', 'baseData']))
  test('the subdistrict confirms and asks', () => expect(kindsFor({ role: 'subdistrictOfficer', above: true })).toEqual(['lead', 'declared', 'verify', 'list', 'release', 'report', 'zoneItem', 'terminalDisinfection', 'supplyRequest', 'matterMine', 'matterUnassigned', 'matterLate', 'matterReportIn', 'matterRate', 'matterExclusion', 'seal', 'gateEmpty', 'dutyGap', 'request']))
  test('the health bureau asks', () => expect(kindsFor({ role: 'healthBureau', above: true })).toEqual(['lead', 'report']))
  test('the CDC takes leads over, confirms and asks', () => expect(kindsFor({ role: 'cdc', above: true })).toEqual(['lead', 'release', 'report', 'terminalDisinfection']))
  test('property staff bring what is needed, disinfect and pass on', () => expect(kindsFor({ role: 'propertyStaff', above: false })).toEqual(['visit', 'zoneItem', 'disinfection', 'announcement', 'poster', 'matterMine']))
  test.for([['systemAdmin', ['account', 'asked']], ['securityAdmin', ['grant']], ['auditor', ['chain']]] as const)('%s has the own narrow work and nothing of the others', ([role, own]) =>
    expect(kindsFor({ role, above: true })).toEqual(own))
  test('a gatekeeper registers who comes; nothing waits', () => expect(kindsFor({ role: 'gatekeeper', above: false })).toEqual([]))
})

test('the community with the oldest dangers stands first', () => {
  const none = { leadsLate: 0, verifyLate: 0, releaseLate: 0, missing: 0 }
  const all = [{ ...none, missing: 900 }, { ...none, releaseLate: 1 }, { ...none, leadsLate: 1 }, { ...none, verifyLate: 3 }]
  expect(all.toSorted(worstFirst).map((c) => Object.values(c).join())).toEqual(['1,0,0,0', '0,3,0,0', '0,0,1,0', '0,0,0,900'])
})

test('nobody sees visits who calls at no door', () => {
  for (const role of roles) expect(kindsFor({ role, above: false }).includes('visit')).toBe(visitorOf(role) !== undefined)
})

test('what nobody answers for stands first, then whoever has had something longest', () => {
  const hand = (who: string, since: string, overdue = 0, open = 1) => ({ who, since, overdue, open })
  const [early, late] = ['2020-02-20T01:00:00.000Z', '2020-02-25T01:00:00.000Z']
  const hands = [hand('a', late), hand('b', early, 0, 2), hand('c', early, 0, 7), hand('d', early, 1, 1), hand('nobody', late)]
  expect(hands.toSorted(nobodyThenOldest).map(({ who }) => who)).toEqual(['nobody', 'd', 'c', 'b', 'a'])
})
