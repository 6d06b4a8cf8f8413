import { describe, expect, test } from 'vitest'
import { matterActions, matterStates, type MatterAction, type MatterState, type Standing } from './contract.ts'
import { actionsOf, after, earlierOf, figuresToRates, matterTable, overdueOf, samePlace, termOf, whyNot } from './rules.ts'

const NOW = '2020-02-26T02:00:00.000Z'
const [lin, wu] = [{ id: 'lin', name: '林' }, { id: 'wu', name: '吴' }]
const fresh: Standing = {
  areaId: 'a', areaPath: '/1/', state: 'registered', ownerId: 'lin', ownerName: '林', holderId: null, holderName: null, dueAt: '2020-02-27T02:00:00.000Z', dispatchedAt: null, contactedAt: null, objectedAt: null, extendedAt: null,
  doneAt: null, doerName: null, outcome: null, callsInVain: 0, calledAt: null, resolved: null, satisfaction: null, reopenedAt: null, closedAt: null, whistleKind: null, whistledAt: null, reportBy: null, reportedAt: null, departments: [], exclusion: null, exclusionGround: null, exclusionReason: null, exclusionAskedBy: null,
}
const seen = (state: MatterState, more: object = {}) => ({ ...fresh, state, registeredBy: 'lin', reachable: true, ...more })

describe('what may be done where', () => {
  const worker = { accountId: 'w', role: 'communityWorker' }
  const officer = { accountId: 'o', role: 'subdistrictOfficer' }
  const grid = { accountId: 'g', role: 'gridWorker' }
  test.each<[MatterState, object, typeof worker, MatterAction[]]>([
    ['registered', {}, worker, ['take', 'contact', 'assign', 'finish', 'withdraw', 'exclude', 'photo', 'whistle']],
    ['registered', {}, grid, ['take', 'contact', 'photo']],
    ['registered', { registeredBy: 'g' }, grid, ['take', 'contact', 'finish', 'withdraw', 'photo']],
    ['assigned', { holderId: 'g' }, grid, ['take', 'contact', 'finish', 'photo', 'object', 'extend']],
    ['assigned', { holderId: 'g', objectedAt: NOW }, grid, ['take', 'contact', 'finish', 'photo', 'extend']],
    ['assigned', { holderId: 'x' }, grid, ['photo']],
    ['inHand', { holderId: 'g', contactedAt: NOW, extendedAt: NOW }, grid, ['finish', 'photo']],
    ['inHand', { holderId: 'g' }, worker, ['assign', 'finish', 'withdraw', 'exclude', 'photo', 'whistle', 'extend']],
    ['whistled', {}, worker, ['exclude', 'photo']],
    ['whistled', {}, officer, ['take', 'assign', 'finish', 'handBack', 'exclude', 'photo']],
    ['inHand', { holderId: 'o' }, officer, ['contact', 'assign', 'finish', 'withdraw', 'exclude', 'photo', 'extend', 'handBack']],
    ['done', {}, worker, ['callBack', 'exclude', 'photo']],
    ['done', {}, grid, ['photo']],
    ['closed', { exclusion: 'asked', exclusionAskedBy: 'w' }, officer, ['rule', 'photo']],
    ['closed', { exclusion: 'asked', exclusionAskedBy: 'o' }, officer, ['photo']],
    ['withdrawn', {}, worker, []],
  ])('%s %o', (state, more, who, can) => expect(actionsOf(seen(state, more), who, false)).toEqual(can))

  test('nobody without the permission does anything, and what a state does not allow nobody does', () => {
    for (const state of matterStates) {
      expect(actionsOf(seen(state, { holderId: 'd', registeredBy: 'd', exclusion: 'asked' }), { accountId: 'd', role: 'districtCommand' }, false)).toEqual([])
      for (const action of matterActions) if (!matterTable[state].includes(action)) expect(whyNot(seen(state), action, worker)).toBe('notInState')
    }
  })
})

describe('how it stands after a step', () => {
  const assigned = after(fresh, { do: 'assign', to: wu, dueAt: fresh.dueAt }, NOW)
  test('whoever had it first answers for it until somebody else accepts', () => {
    expect(assigned).toMatchObject({ state: 'assigned', ownerId: 'lin', holderId: 'wu', dispatchedAt: NOW })
    expect(after(assigned, { do: 'take', by: wu }, NOW)).toMatchObject({ state: 'inHand', ownerId: 'wu', holderId: 'wu' })
    expect(after(assigned, { do: 'object' }, NOW)).toMatchObject({ state: 'registered', ownerId: 'lin', holderId: null, objectedAt: NOW })
  })
  test('what is done is called back where somebody asked, and is closed where nobody did', () => {
    expect(after(assigned, { do: 'finish', by: wu, outcome: '换了灯泡', reachable: true }, NOW)).toMatchObject({ state: 'done', holderId: null, ownerId: 'wu', doerName: '吴', contactedAt: NOW, closedAt: null })
    expect(after(assigned, { do: 'finish', by: lin, outcome: '换了灯泡', reachable: true }, NOW).ownerId).toBe('lin')
    expect(after(assigned, { do: 'finish', by: wu, outcome: '清走了', reachable: false }, NOW)).toMatchObject({ state: 'closed', contactedAt: null, closedAt: NOW })
    expect(after(fresh, { do: 'settleAtOnce', by: lin, outcome: '说清了' }, NOW)).toMatchObject({ state: 'closed', ownerId: 'lin', dispatchedAt: null })
  })
  test('not solved goes back to whoever answers for it, once; the second time it is closed as not solved', () => {
    const back = { do: 'callBack', satisfaction: 'unsatisfied', resolved: false, dueAt: '2020-03-01T02:00:00.000Z' } as const
    const again = after({ ...fresh, state: 'done', doneAt: NOW }, back, NOW)
    expect(again).toMatchObject({ state: 'inHand', holderId: 'lin', dueAt: back.dueAt, reopenedAt: NOW, resolved: false, doneAt: null })
    expect(after({ ...again, state: 'done' }, back, NOW)).toMatchObject({ state: 'closed', resolved: false, closedAt: NOW })
    expect(after({ ...fresh, state: 'done' }, { ...back, satisfaction: 'satisfied', resolved: true }, NOW)).toMatchObject({ state: 'closed', resolved: true, satisfaction: 'satisfied', calledAt: NOW })
  })
  test('a call in vain leaves it waiting, the second closes it without an answer', () => {
    const vain = { do: 'callBack', satisfaction: 'notReached', resolved: null, dueAt: NOW } as const
    const once = after({ ...fresh, state: 'done' }, vain, NOW)
    expect(once).toMatchObject({ state: 'done', callsInVain: 1, calledAt: null })
    expect(after(once, vain, NOW)).toMatchObject({ state: 'closed', resolved: null, satisfaction: null, calledAt: null })
  })
})

test('urgent is two hours at most, and never longer than the kind has anyway', () => {
  expect(termOf('facility', false, NOW)).toEqual({ dueAt: '2020-02-29T02:00:00.000Z', respondBy: '2020-02-27T02:00:00.000Z' })
  expect(termOf('facility', true, NOW)).toEqual({ dueAt: '2020-02-26T04:00:00.000Z', respondBy: '2020-02-26T03:00:00.000Z' })
  expect(termOf('transport', false, NOW).respondBy).toBe('2020-02-26T06:00:00.000Z')
  expect(overdueOf({ state: 'inHand', dueAt: '2020-02-26T01:59:00.000Z' }, NOW)).toBe(true)
  expect(overdueOf({ state: 'done', dueAt: '2020-02-26T01:59:00.000Z' }, NOW)).toBe(false)
})

test('吹哨: an emergency has the shortest clock; the first to come leads, those called must all have come; a rating stands by who gave it', () => {
  const due = (kind: 'routine' | 'hard' | 'emergency') => after(fresh, { do: 'whistle', kind, departments: [] }, NOW).reportBy ?? ''
  expect(due('emergency') < due('routine') && due('routine') < due('hard')).toBe(true)
  const called = after(fresh, { do: 'whistle', kind: 'emergency', departments: ['城管', '消防', '城管'] }, NOW)
  expect(called.departments.map(({ name }) => name)).toEqual(['城管', '消防'])
  const first = after(called, { do: 'reportIn', name: '消防', who: '李队', lead: undefined }, NOW)
  expect(first).toMatchObject({ reportedAt: null, departments: [{ name: '城管', lead: false }, { name: '消防', lead: true, reportedAt: NOW, who: '李队' }] })
  const both = after(after(first, { do: 'reportIn', name: '城管', who: null, lead: undefined }, NOW), { do: 'reportIn', name: '供电', who: null, lead: true }, NOW)
  expect(both).toMatchObject({ reportedAt: NOW, departments: [{ lead: false }, { lead: false }, { name: '供电', lead: true }] })
  const rated = after(after(both, { do: 'rate', name: '消防', by: 'subdistrict', score: 5, word: '来得快' }, NOW), { do: 'rate', name: '消防', by: 'community', score: 3, word: null }, NOW)
  expect(rated.departments[1]).toMatchObject({ subdistrict: { score: 5, word: '来得快' }, community: { score: 3 } })
  const worker = { accountId: 'w', role: 'communityWorker' }
  expect([whyNot(seen('inHand'), 'reportIn', worker), whyNot(seen('inHand', called), 'rate', worker), whyNot(seen('done', first), 'rate', worker)]).toEqual(['notInState', 'notInState', undefined])
})

test('three rates, and none where there is nothing to divide by', () => {
  const n = { dispatched: 8, responded: 6, called: 4, resolved: 3, satisfied: 2, fair: 1, excluded: 1, exclusionAsked: 0, whistles: 4, reportedInTime: 1, repeats: 2, toReportIn: 0, reportedIn: 0, rateBySubdistrict: 0, rateByCommunity: 0 }
  expect(figuresToRates(n)).toEqual({ response: 0.75, resolution: 0.75, satisfaction: 0.5, reportIn: 0.25 })
  expect(figuresToRates({ ...n, dispatched: 0, called: 0, whistles: 0 })).toEqual({ response: null, resolution: null, satisfaction: null, reportIn: null })
})

test('the same door is the same however it was written, another is not, and a place that is no door is itself', () => {
  for (const same of ['3-2-101', '3幢2单元101', '3号楼二单元101室', '3栋2单元101号', ' 3 幢 2 单元 101 ']) expect([same, samePlace('3栋2单元101', same)]).toEqual([same, true])
  for (const other of ['3-2-102', '3-101', '3幢2单元', '2-3-101', '3栋2单元101门口', '东门口']) expect([other, samePlace('3栋2单元101', other)]).toEqual([other, false])
  expect([samePlace('东 门口', '东门口'), samePlace('东门口', '西门口')]).toEqual([true, false])
  const one = { id: 'a', place: '3-2-101', sameCaller: false, near: true }
  expect([earlierOf('3栋2单元101', [{ ...one, id: 'b', near: false }, one]), earlierOf(null, [one]), earlierOf(null, [{ ...one, sameCaller: true, near: false }]), earlierOf('8幢', [one])]).toEqual(['a', null, 'a', null])
})
