import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantAt } from '../../kernel/dates.ts'
import { shippedPolicies } from '../policies/data.ts'
import { differences } from '../policies/rules.ts'
import { businessActions, businessStates, type Standing } from './contract.ts'
import { applied, businessTable, checkCharacterOf, checked, decideReadiness, isCreditCode, isSame, kindOfCode, mayDo, newStanding, normalCode, readListRow, reasonOf, stateOfAsked, stoodBefore, suspended, tradeOf, unanswered, undoable, withdrawn, type ListRow, type Order, type Seen } from './rules.ts'
import { said } from './service/saying.ts'

const TODAY = '2020-02-26'
const order: Order = { id: '01900000-0000-7000-8000-000000000001', orderNo: '指挥部令第3号', document: shippedPolicies.reportOne.document }
const terms = order.document.resumption
if (!terms) throw new Error('the order has lost its points')
const all = (yes: boolean, over: Record<string, boolean> = {}) => ({ ...Object.fromEntries(terms.points.map(({ id }) => [id, yes])), ...over })
const seen = (over: Partial<Seen> = {}): Seen => ({ trade: 'catering', standing: newStanding, answers: all(true), lookOn: undefined, ...over })
const check = (standing: Standing, over: Partial<Seen> = {}, today = TODAY): Standing => checked(standing, said(decideReadiness(seen({ standing, ...over }), order, today)), today)

describe('统一社会信用代码', () => {
  test('a real one holds, with any character changed it does not', () => {
    // Two that are printed everywhere as examples.
    for (const code of ['91350100M000100Y43', '91110000802100433B']) expect([code, isCreditCode(code)]).toEqual([code, true])
    fc.assert(fc.property(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, character) => {
      const code = '91350100M000100Y43'
      return code[at] === character || !isCreditCode(code.slice(0, at) + character + code.slice(at + 1))
    }))
    expect([isCreditCode('91350100M000100Y4'), isCreditCode('I1350100M000100Y43'), checkCharacterOf('123')]).toEqual([false, false, undefined])
  })
  test('spaces and small letters are taken, and the second character says which kind it is', () => {
    expect(normalCode(' 91 3501-00m000100y43 ')).toBe('91350100M000100Y43')
    expect(['91', '92', '93', '12'].map(kindOfCode)).toEqual(['enterprise', 'soleTrader', undefined, undefined])
  })
})

describe('whoever meets the points resumes at once', () => {
  test('all four and it resumes in the same press, with the day of the recheck', () => {
    const now = check({ ...applied(newStanding, TODAY), reason: 'workers' })
    expect(now).toMatchObject({ state: 'resumed', resumedOn: TODAY, lookOn: addDays(TODAY, terms.recheckDays), reason: null, appliedOn: null, decision: { outcome: 'resumed', policyId: order.id, because: { zh: '按指挥部令第3号第九条,4条都达到,准许复工。' } } })
    expect(now.decision?.because.en).toBe('指挥部令第3号, 第九条: all 4 points are met, work resumes.')
  })
  test('an application that is withdrawn leaves the day to look again as it was', () => {
    const lacks = check(newStanding, { answers: all(false) })
    expect(withdrawn(applied(lacks, TODAY), lacks.state)).toEqual(lacks)
    const stopped = suspended(check(newStanding), 'other', '房东收回')
    const step = (before: Standing | null, undone = false) => ({ before, undone })
    const asking = applied(stopped, TODAY)
    expect([[step(stopped)], [step(asking), step(null), step(asking), step(stopped)], [step(lacks, true), step(stopped)], [step(lacks), step(stopped)], []].map(stoodBefore)).toEqual(['suspended', 'suspended', 'suspended', 'notResumed', 'notResumed'])
    expect(withdrawn(asking, 'suspended'), '停业').toEqual(stopped)
    expect(checked(asking, said(decideReadiness(seen({ standing: asking, answers: all(false) }), order, TODAY)), TODAY, 'suspended'), 'a check that fails').toMatchObject({ state: 'suspended', reason: 'other', reasonNote: '房东收回', appliedOn: null, lookOn: addDays(TODAY, terms.mendDays) })
  })
  test('with one missing it stays, says which, and has its day; nobody having asked why not, it is the equipment', () => {
    const now = check(applied(newStanding, TODAY), { answers: all(true, { masks: false }) })
    expect(now).toMatchObject({ state: 'notResumed', reason: 'equipment', lookOn: addDays(TODAY, terms.mendDays), decision: { outcome: 'missing', missing: [{ id: 'masks' }], because: { zh: '按指挥部令第3号第九条,还缺:人人有口罩。2月29日再看。' } } })
    expect(check({ ...newStanding, reason: 'workers' }, { answers: all(false), lookOn: '2020-02-27' })).toMatchObject({ reason: 'workers', lookOn: '2020-02-27' })
  })
  test('a recheck that fails has its day to mend, and stops the business only when that day has come', () => {
    const works = check(newStanding)
    const told = check(works, { answers: all(true, { thermometer: false }) }, '2020-03-11')
    expect(told).toMatchObject({ state: 'resumed', lookOn: '2020-03-14', resumedOn: TODAY, decision: { outcome: 'mend' } })
    expect(check(told, { answers: all(true, { thermometer: false }) }, '2020-03-12'), 'sooner than that').toMatchObject({ state: 'resumed', lookOn: '2020-03-14' })
    const stopped = check(told, { answers: all(true, { thermometer: false }) }, '2020-03-14')
    expect(stopped).toMatchObject({ state: 'suspended', reason: 'equipment', decision: { outcome: 'suspended' } })
    expect(check(stopped, {}, '2020-03-15'), 'mended').toMatchObject({ state: 'resumed', reason: null, resumedOn: '2020-03-15' })
    expect(check(stopped, { answers: all(false) }, '2020-03-15').state).toBe('suspended')
    expect(check(told, {}, '2020-03-14'), 'mended in time').toMatchObject({ state: 'resumed', resumedOn: TODAY, decision: { outcome: 'kept', missing: [] } })
  })
  test('a trade the order closes does not open by the points; without an order the community decides', () => {
    const strict: Order = { ...order, document: { ...order.document, resumption: { ...terms, closedTrades: [{ trade: 'footBath', clause: '第十条' }] } } }
    const closed = said(decideReadiness(seen({ trade: 'footBath' }), strict, TODAY))
    expect(closed).toMatchObject({ outcome: 'tradeClosed', clause: '第十条', because: { zh: '按指挥部令第3号第十条,足浴暂不复工。', en: '指挥部令第3号, 第十条: Foot bath may not resume yet.' } })
    expect(checked(newStanding, closed, TODAY)).toMatchObject({ state: 'notResumed', reason: 'other', reasonNote: closed.because.zh, lookOn: addDays(TODAY, terms.recheckDays) })
    expect(decideReadiness(seen(), strict, TODAY).outcome).toBe('resumed')
    for (const none of [undefined, { ...order, document: shippedPolicies.ninthEdition.document }]) {
      expect(decideReadiness(seen({ answers: {} }), none, TODAY)).toMatchObject({ outcome: 'resumed', missing: [], lookOn: null })
      expect(unanswered(none?.document.resumption, {})).toEqual([])
    }
  })
  test('every point is to be answered', () => {
    expect(unanswered(terms, { masks: false }).map(({ id }) => id)).toEqual(['thermometer', 'disinfection', 'registration'])
  })
  test('another order, another answer: the differences are named', () => {
    const later = { ...order.document, resumption: { ...terms, recheckDays: 7, closedTrades: [{ trade: 'footBath' as const, clause: '' }] } }
    expect(differences(order.document, later).map((d) => ('what' in d ? d.what : ''))).toEqual(['closedTrades', 'recheckDays'])
    expect(differences(shippedPolicies.ninthEdition.document, order.document).filter((d) => d.part === 'resumption')).toHaveLength(4)
  })
})

describe('what may be done in which state', () => {
  test('the table, state by state', () => {
    expect(Object.fromEntries(businessStates.map((state) => [state, businessActions.filter((action) => mayDo(state, action))]))).toEqual({
      notResumed: ['apply', 'check', 'nameReason', 'close'], applied: ['withdraw', 'check', 'nameReason', 'close'], resumed: ['check', 'suspend', 'close'], suspended: ['apply', 'check', 'nameReason', 'close'], closed: ['reopen'],
    })
    expect(Object.keys(businessTable).toSorted()).toEqual([...businessStates].toSorted())
  })
  test('whatever comes one after the other, who has resumed has no reason why not, and an application waits until it is looked at', () => {
    const acts: ((s: Standing) => Standing)[] = [
      (s) => (mayDo(s.state, 'apply') ? applied(s, TODAY) : s), (s) => (mayDo(s.state, 'withdraw') ? withdrawn(s, 'notResumed') : s), (s) => (mayDo(s.state, 'check') ? check(s) : s), (s) => (mayDo(s.state, 'check') ? check(s, { answers: all(false) }) : s),
      (s) => (mayDo(s.state, 'suspend') ? suspended(s, 'demand', null) : s),
    ]
    fc.assert(fc.property(fc.array(fc.nat(acts.length - 1), { maxLength: 12 }), (steps) => {
      const end = steps.reduce((s, i) => acts[i]?.(s) ?? s, newStanding)
      return (end.state !== 'resumed' || (end.resumedOn !== null && end.reason === null)) && (end.state === 'applied') === (end.appliedOn !== null)
    }))
  })
  test('whoever asked by phone hears what was done since, the newest of it that stands', () => {
    const { decision } = check(newStanding, { answers: all(false) })
    const done = (kind: string, undone = false) => ({ kind, undone })
    const told = (...later: ReturnType<typeof done>[]) => stateOfAsked({ undone: false }, later, decision)
    expect([told(), told(done('edited')), told(done('checked')), told(done('reasoned'), done('checked')), told(done('checked', true)), told(done('asked'), done('checked')), told(done('closed'), done('withdrawn')), told(done('withdrawn'))])
      .toEqual(['received', 'received', 'missing', 'missing', 'received', 'received', 'closed', 'withdrawn'])
    expect(stateOfAsked({ undone: true }, [done('checked')], decision), 'taken back at the desk').toBe('withdrawn')
  })
  test('the last step is taken back, the same day, and not an edit', () => {
    const at = instantAt(TODAY, '10:00')
    const a = { id: 'a', at, kind: 'applied', undone: false, before: newStanding }
    const b = { id: 'b', at, kind: 'checked', undone: false, before: newStanding }
    expect(undoable([{ ...b, kind: 'edited', before: null }, b, a], TODAY)?.id).toBe('b')
    expect(undoable([{ ...b, kind: 'undone', before: null }, { ...b, undone: true }, a], TODAY)?.id).toBe('a')
    expect(undoable([b, a], addDays(TODAY, 1))).toBeUndefined()
    expect(undoable([{ ...a, kind: 'registered', before: null }], TODAY)).toBeUndefined()
  })
})

describe('a list as offices have it', () => {
  const row = (cells: Record<string, string>) => readListRow(3, (column) => cells[column] ?? '')
  const code = '91350100M000100Y43'
  test('is read with the kind from the code, the trade from the name, and people with or without the word', () => {
    expect(row({ name: '阿香 烧烤店', creditCode: code.toLowerCase(), staff: '12人', toReturn: '8', resumed: '未复工', reason: '厨师工人没有回来' })).toEqual({
      rowNo: 3, kind: 'enterprise', name: '阿香烧烤店', creditCode: code, trade: 'barbecue', place: '', address: '', contactName: null, phone: null, staff: 12, toReturn: 8, fromHighRisk: null, resumed: false, reason: 'workers', reasonNote: null,
    } satisfies ListRow)
    expect(row({ name: '惠民店', kind: '个体', resumed: '是', reason: '没有客源' })).toMatchObject({ kind: 'soleTrader', resumed: true, reason: null, trade: 'other' })
  })
  test.for([
    [{ kind: '个体' }, 'nameMissing'], [{ name: '惠民店' }, 'kindMissing'], [{ name: '惠民公司', kind: '企业' }, 'codeMissing'], [{ name: '惠民公司', creditCode: `${code.slice(0, 17)}4` }, 'codeWrong'], [{ name: '惠民店', kind: '个体', phone: '123' }, 'phoneWrong'],
    [{ name: '惠民店', kind: '个体', staff: '很多' }, 'numberWrong'], [{ name: '惠民店', kind: '个体', staff: '3', toReturn: '5' }, 'numberWrong'], [{ name: '惠民店', kind: '个体', resumed: '差不多' }, 'resumedWrong'], [{ name: '惠民店', kind: '个体', address: '长'.repeat(121) }, 'tooLong'],
  ] as const)('%j is left out as %s', ([cells, fault]) => { expect(row(cells)).toMatchObject({ fault }) })
  test('trades and reasons are understood from their words; a reason that is none of the four is kept as it stands', () => {
    expect([['餐饮服务', '阿香店'], ['', '康宁大药房'], ['', '云海足道'], ['ktv', '金碧'], ['小吃', '刘记烧烤'], ['', '某某']].map(([trade = '', name = '']) => tradeOf(trade, name))).toEqual(['catering', 'pharmacy', 'footBath', 'entertainment', 'catering', 'other'])
    expect(['', '口罩不够', '进货进不来', '没有生意', '房东不让'].map((text) => reasonOf(text).reason)).toEqual([null, 'equipment', 'materials', 'demand', 'other'])
    expect(reasonOf('房东不让').reasonNote).toBe('房东不让')
  })
  test('the same business is known by its code, or by name, place and door', () => {
    const one = { creditCode: null, nameKey: '阿香烧烤店', areaId: 'a', address: '1 号' }
    expect([isSame(one, { ...one, address: '1号' }), isSame(one, { ...one, areaId: 'b' }), isSame(one, { ...one, creditCode: code }), isSame({ ...one, creditCode: code }, { ...one, creditCode: code, nameKey: 'x' }), isSame({ ...one, creditCode: code }, { ...one, creditCode: 'other' })]).toEqual([true, false, true, true, false])
  })
})
