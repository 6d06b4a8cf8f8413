import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { contactKinds, symptoms } from '../policies/contract.ts'
import { screeningStates } from './contract.ts'
import {
  actionsOf, bringsNews, contradictionsOf, factsFor, gapsOf, isSameArrival, mergeHealth, receiptNoOf, screeningTable, stillRuns, type ArrivalKey, type HealthSaid, type Said,
} from './rules.ts'

const arrival: ArrivalKey = {
  personId: null, documentIndex: 'd1', phoneIndex: 'p1', name: '李桂兰', origin: '420100', arrivedOn: '2020-02-24', dayTold: true,
}
const said: Said = {
  origin: '420100', originName: '湖北省武汉市', originPlace: null, arrivedOn: '2020-02-24', dayTold: true, purpose: 'returnHome', contact: 'none',
  lastExposureOn: null, symptoms: [], symptomsAsked: true, temperature: 36.5, deviceError: false, reportedAt: '2020-02-25T01:00:00.000Z',
}
const papers = { documentKind: 'idCard', hasDocument: true, documentWrong: false, hasPhone: true, hasAddress: true }

describe('a second report of the same arrival', () => {
  test('is recognised by the identity number', () => {
    expect(isSameArrival(arrival, { ...arrival, name: '李贵兰', phoneIndex: null })).toBe(true)
  })
  test('is recognised when the date is three days off, not four', () => {
    expect(isSameArrival(arrival, { ...arrival, arrivedOn: '2020-02-27' })).toBe(true)
    expect(isSameArrival(arrival, { ...arrival, arrivedOn: '2020-02-28' })).toBe(false)
  })
  test('may name another city of the same province, not another province', () => {
    expect(isSameArrival(arrival, { ...arrival, origin: '420500' })).toBe(true)
    expect(isSameArrival(arrival, { ...arrival, origin: '440100' })).toBe(false)
    expect(isSameArrival({ ...arrival, origin: 'abroad' }, { ...arrival, origin: 'abroad' })).toBe(true)
  })
  test('is not another member of the family with the same telephone', () => {
    const child = { ...arrival, documentIndex: null, name: '李小明' }
    expect(isSameArrival(arrival, child)).toBe(false)
    expect(isSameArrival({ ...arrival, documentIndex: null }, { ...arrival, documentIndex: null })).toBe(true)
  })
  test('a list or a tip that knows neither day nor place joins whatever runs for that person, and nothing that is over', () => {
    const listed = { ...arrival, origin: 'unknown' as const, arrivedOn: '2020-03-20', dayTold: false }
    expect(isSameArrival(arrival, listed)).toBe(true)
    expect(isSameArrival(arrival, { ...listed, documentIndex: 'd2' })).toBe(false)
    const managed = { state: 'managed', decision: { endsOn: '2020-03-10' } }
    expect([stillRuns(managed, '2020-03-10'), stillRuns(managed, '2020-03-11'), stillRuns({ state: 'toVerify', decision: null }, '2020-03-11')]).toEqual([true, false, true])
  })
  test('two numbers that differ are two people, whatever else agrees', () => {
    expect(isSameArrival(arrival, { ...arrival, documentIndex: 'd2' })).toBe(false)
  })
  test('it does not matter which of the two came first', () => {
    const key = fc.record({
      personId: fc.constantFrom(null, 'a', 'b'), documentIndex: fc.constantFrom(null, 'd1', 'd2'), phoneIndex: fc.constantFrom(null, 'p1', 'p2'),
      name: fc.constantFrom('王芳', '王 芳', '李强'), origin: fc.constantFrom('420100', '420500', '440100', 'abroad' as const, 'unknown' as const),
      arrivedOn: fc.nat(8).map((n) => addDays('2020-02-20', n)), dayTold: fc.boolean(),
    })
    fc.assert(fc.property(key, key, (a, b) => isSameArrival(a, b) === isSameArrival(b, a)))
  })
})

describe('joining two reports', () => {
  const health = fc.record<HealthSaid>({
    contact: fc.constantFrom(...contactKinds), contactAsked: fc.boolean(), lastExposureOn: fc.constantFrom(null, '2020-02-20', '2020-02-22'),
    symptoms: fc.uniqueArray(fc.constantFrom(...symptoms)), symptomsAsked: fc.boolean(), temperature: fc.constantFrom(null, 36.5, 37.3, 38.2),
  })
  test('nothing told once is lost', () => {
    fc.assert(fc.property(health, health, (a, b) => {
      const merged = mergeHealth(a, b)
      expect(merged.symptoms).toEqual(expect.arrayContaining([...a.symptoms, ...b.symptoms]))
      expect(merged.temperature ?? 0).toBeGreaterThanOrEqual(Math.max(a.temperature ?? 0, b.temperature ?? 0))
    }))
  })
  test('the same report once more is no news', () => {
    fc.assert(fc.property(health, (a) => !bringsNews(a, mergeHealth(a, a))))
  })
})

describe('contradictions', () => {
  const told = {
    name: '李桂兰', origin: '420100' as const, originName: '湖北省武汉市', arrivedOn: '2020-02-24', dayTold: true, contact: 'none' as const, symptoms: [], symptomsAsked: true,
    temperature: 36.5, building: '3', unit: '2', room: '501',
  }
  test('two days, two cities, a cough denied and told are shown side by side', () => {
    const second = { ...told, origin: '420500' as const, originName: '湖北省宜昌市', arrivedOn: '2020-02-25', symptoms: ['cough' as const] }
    expect(contradictionsOf(told, second)).toEqual([
      { field: 'origin', first: '湖北省武汉市', second: '湖北省宜昌市' }, { field: 'arrivedOn', first: '2020-02-24', second: '2020-02-25' }, { field: 'symptoms', first: 'none', second: 'cough' },
    ])
  })
  test('what one of them does not speak of, or writes differently, is none', () => {
    expect(contradictionsOf(told, { ...told, origin: 'unknown', dayTold: false, temperature: null, symptomsAsked: false, building: '3幢', unit: '二单元', room: '501室' })).toEqual([])
  })
})

describe('what a record says', () => {
  test('a device error is kept but is no fact for the decision', () => {
    expect(factsFor({ ...said, temperature: 33.1, deviceError: true }, '532601')).not.toHaveProperty('temperature')
  })
  test('a blank is not a reading', () => {
    expect(factsFor({ ...said, temperature: null }, '532601')).not.toHaveProperty('temperature')
  })
  test('a complete record has no gaps', () => {
    expect(gapsOf(said, papers)).toEqual([])
  })
  test('no symptoms and nobody asked are two things', () => {
    expect(gapsOf({ ...said, symptomsAsked: false }, papers)).toEqual(['symptomsNotAsked'])
  })
  test('a newborn without papers lacks nothing', () => {
    expect(gapsOf(said, { ...papers, documentKind: 'none', hasDocument: false })).toEqual([])
  })
})

describe('states', () => {
  test('every state has its actions, and a record that waits can be decided, dismissed or handed over', () => {
    expect(Object.keys(screeningTable).sort()).toEqual([...screeningStates].sort())
    expect(actionsOf({ state: 'toVerify', verifiedAt: null, delivered: false }, '2020-02-25')).toEqual(['verify', 'dismiss', 'handOver'])
  })
  test('a verification can be undone on its day, not on the next, and not once another community has it', () => {
    const verifiedAt = '2020-02-25T10:00:00.000Z'
    expect(actionsOf({ state: 'managed', verifiedAt, delivered: false }, '2020-02-25')).toEqual(['undo'])
    expect(actionsOf({ state: 'managed', verifiedAt, delivered: false }, '2020-02-26')).toEqual([])
    expect(actionsOf({ state: 'handedOver', verifiedAt, delivered: true }, '2020-02-25')).toEqual([])
  })
})

test('a receipt number can be read out: the day and five letters', () => {
  expect(receiptNoOf('0192d3a0-7c00-7abc-8def-0123456789ab', '2020-02-25T17:00:00.000Z')).toMatch(/^0226-[2-9A-HJ-NP-Z]{5}$/)
})
