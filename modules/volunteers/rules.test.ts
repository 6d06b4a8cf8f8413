import { describe, expect, test } from 'vitest'
import { rolePermissions, type Role } from '../accounts/rules.ts'
import { volunteerStates, type PointRules } from './contract.ts'
import { shippedRules } from './data.ts'
import { callStanding, certificateText, freeFor, honoursPaper, hoursSaid, keeperAfter, mayTurn, misfitOf, pointsFor, propose, readLines, signedOn, timesOf, timesRight, unitPaper, whyNot, type Candidate } from './rules.ts'

const at = (clock: string, day = '2020-02-26') => new Date(`${day}T${clock}:00+08:00`).toISOString()
const call = { kind: 'gate', skill: null, startsAt: at('08:00'), endsAt: at('18:00') } as const
const helper = (over: Partial<Candidate> = {}): Candidate => ({ volunteerId: 'a', name: '周敏', state: 'active', managed: false, busy: false, skills: [], free: [], minutes7: 0, ...over })

describe('when somebody can come', () => {
  test.for([
    [at('08:00'), at('18:00'), ['weekday']], [at('08:00', '2020-02-29'), at('12:00', '2020-02-29'), ['weekend']], [at('20:00'), at('08:00', '2020-02-27'), ['evening', 'night']], [at('17:30'), at('19:00'), ['weekday', 'evening']], [at('07:00'), at('09:00'), ['night', 'weekday']],
  ] as const)('from %s to %s', ([from, to, times]) => expect(timesOf(from, to)).toEqual(times))
  test('whoever said nothing may be asked; a part of the time is less than all of it', () => {
    const night = { startsAt: at('20:00'), endsAt: at('08:00', '2020-02-27') }
    expect([freeFor(helper(), night), freeFor(helper({ free: ['evening', 'night'] }), night), freeFor(helper({ free: ['evening'] }), night), freeFor(helper({ free: ['weekend'] }), night)]).toEqual(['unsaid', 'whole', 'part', 'none'])
  })
})

describe('whom one rings', () => {
  test('nobody who is managed, elsewhere or no longer helps is sent; quarantine weighs first', () => {
    expect([whyNot(helper()), whyNot(helper({ managed: true, busy: true, state: 'paused' })), whyNot(helper({ state: 'paused', busy: true })), whyNot(helper({ busy: true })), whyNot(helper({ state: 'waiting' }))]).toEqual([undefined, 'managed', 'notActive', 'busy', 'notActive'])
  })
  test('who lacks the skill or the time may still come when they offer, but is not rung', () => {
    const doctor = { ...call, skill: 'medical' } as const
    expect([misfitOf(helper(), doctor), whyNot(helper()), misfitOf(helper({ skills: ['medical'] }), doctor), misfitOf(helper({ free: ['night'] }), call)]).toEqual(['noSkill', undefined, undefined, 'notFree'])
  })
  test('the skilled first, then who has all the time, then who helped least in seven days; the rest is counted', () => {
    const some = [
      helper({ volunteerId: 'tired', minutes7: 600, skills: ['keeping'], free: ['weekday'] }), helper({ volunteerId: 'fresh', minutes7: 60, skills: ['keeping'], free: ['weekday'] }), helper({ volunteerId: 'unsaid', skills: ['keeping'] }), helper({ volunteerId: 'unskilled', free: ['weekday'] }),
      helper({ volunteerId: 'ill', managed: true }), helper({ volunteerId: 'away', busy: true }), helper({ volunteerId: 'owl', free: ['night'] }), helper({ volunteerId: 'owl2', free: ['night'] }),
    ]
    const { fit, misfits } = propose(some, call)
    expect(fit.map(({ volunteerId }) => volunteerId)).toEqual(['fresh', 'tired', 'unsaid', 'unskilled'])
    expect(misfits).toEqual([{ why: 'managed', n: 1 }, { why: 'busy', n: 1 }, { why: 'notFree', n: 2 }])
  })
})

describe('points', () => {
  const rules: PointRules = { basis: '公示', items: [{ kind: 'gate', points: 2, per: 'hour', mostADay: 16 }, { kind: 'publicity', points: 10, per: 'time', mostADay: 20 }] }
  test.for([['gate', 60, 0, 2], ['gate', 90, 0, 3], ['gate', 29, 0, 0], ['gate', 720, 0, 16], ['gate', 120, 15, 1], ['gate', 120, 16, 0], ['publicity', 5, 0, 10], ['publicity', 300, 20, 0], ['visit', 600, 0, 0]] as const)('%s for %i minutes, %i that day already: %i', ([kind, minutes, already, points]) => expect(pointsFor(rules, kind, minutes, already)).toBe(points))
  test('the example says of every kind of work what it counts', () => expect(new Set(shippedRules.items.map(({ kind }) => kind)).size).toBe(7))
})

describe('what was signed on', () => {
  const post = { signedOnAt: at('08:05'), signedOnName: '周敏', also: [{ at: at('12:00'), name: '王强' }], handOvers: [{ at: at('12:10'), name: '周敏' }], endsAt: at('20:00') }
  test('from sign-on to hand-over, else to the end of the shift; nobody else’s', () => expect([signedOn(post, '周敏'), signedOn(post, '王强'), signedOn(post, '李桂兰')]).toEqual([{ from: at('08:05'), to: at('12:10') }, { from: at('12:00'), to: at('20:00') }, null]))
  test('hours are said to a tenth, never more than were served', () => expect([0, 30, 60, 119, 125].map(hoursSaid)).toEqual(['0', '0.5', '1', '1.9', '2']))
  test('times: first from, then to, within two days', () => expect([timesRight(at('08:00'), at('12:00')), timesRight(at('12:00'), at('08:00')), timesRight(at('08:00'), at('08:00')), timesRight(at('08:00'), at('08:01', '2020-02-28'))]).toEqual([true, false, false, false]))
})

test('a unit’s own list is read as it is; what cannot be, comes back with its line', () => {
  const { entered, left } = readLines(['1、岑建国,市水务局,19900030001', '韦美芳\t19900030002', '', '市林业局 阿依·古丽 1990 003', '(3) 农志强 19900030004 州 医院', '19900030005'].join('\n'), '市税务局')
  expect(entered.map(({ line, name, unit }) => [line, name, unit])).toEqual([[1, '岑建国', '市水务局'], [2, '韦美芳', '市税务局'], [5, '农志强', '州医院']])
  expect(left.map(({ line, fault }) => [line, fault])).toEqual([[4, 'noPhone'], [6, 'noName']])
  expect(readLines('周敏 19900030001', '').left).toMatchObject([{ fault: 'noUnit' }])
})

test('where a call stands: places left, none left, over and not recorded, over', () => {
  const now = at('10:00')
  const of = (over: object) => callStanding({ state: 'open', endsAt: at('12:00'), wanted: 2, taken: 1, unrecorded: 1, ...over }, now)
  expect([of({}), of({ taken: 2 }), of({ endsAt: at('09:00') }), of({ endsAt: at('09:00'), unrecorded: 0 }), of({ state: 'withdrawn' })]).toEqual(['open', 'full', 'toRecord', 'over', 'withdrawn'])
})

test('the roster carries the names of a call and nobody else’s is overwritten', () => {
  expect([keeperAfter(null, [], ['周敏']), keeperAfter('周敏', ['周敏'], ['周敏', '王强']), keeperAfter('周敏', ['周敏'], []), keeperAfter('值守员', ['周敏'], []), keeperAfter('值守员', [], ['周敏'])]).toEqual(['周敏', '周敏、王强', null, undefined, undefined])
})

test('a sign-up is taken in or not, and either is taken back; a helper pauses, leaves and comes back', () => {
  expect(volunteerStates.map((from) => volunteerStates.filter((to) => mayTurn(from, to)))).toEqual([['active', 'declined'], ['waiting', 'paused', 'left'], ['active', 'left'], ['active'], ['waiting', 'active']])
})

test('whoever keeps volunteers may write the roster, so that taking a shift never stops half way', () => {
  for (const [role, own] of Object.entries(rolePermissions) as [Role, readonly string[]][]) if (own.includes('volunteers.keep')) expect(own, role).toContain('gates.edit')
})

describe('on paper', () => {
  const kindOf = () => '值守'
  const served = (day: string, minutes = 120) => ({ kind: 'gate', place: '东门', cameAt: at('08:00', day), minutes } as const)
  test('a certificate says each time while there is room, and always the sum', () => {
    expect([certificateText([], kindOf), certificateText([served('2020-02-26')], kindOf)]).toEqual([null, '2020-02-26共1次、2小时。02-26 08:00起东门值守2小时'])
    const many = certificateText(Array.from({ length: 28 }, (_, i) => served(`2020-02-${String(i + 1).padStart(2, '0')}`)), kindOf) ?? ''
    expect(many).toMatch(/^2020-02-01至2020-02-28共28次、56小时。其中:02-28 /)
    expect(many.length).toBeLessThanOrEqual(200)
  })
  const text = (paper: object) => JSON.stringify(paper)
  test('the letter to a unit counts who reported in and who never came', () => {
    const letter = text(unitPaper({ unit: '市水务局', office: { name: '新平社区', fullName: '', phone: null }, on: '2020-02-26', people: [{ name: '周敏', reportedOn: '2020-02-10', times: 2, minutes: 270, lastAt: at('08:00') }, { name: '王强', reportedOn: '2020-02-10', times: 0, minutes: 0, lastAt: null }] }))
    for (const said of ['报到2人,其中参加过服务1人,还没有参加过1人,累计服务4.5小时', '还没有']) expect(letter).toContain(said)
  })
  test('the public list names who consented and counts the others', () => {
    const list = text(honoursPaper({ month: '2020-02', office: { name: '新平社区', fullName: '', phone: null }, on: '2020-02-26', basis: '公示', unnamed: 3, rows: [{ volunteerId: 'a', name: '周敏', unit: null, times: 1, minutes: 60, points: 2 }] }))
    for (const said of ['周敏', '另有3人', '第二十条']) expect(list).toContain(said)
  })
})
