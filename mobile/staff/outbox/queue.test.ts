import { expect, test } from 'vitest'
import type { FieldCommand } from '../../../modules/field/contract.ts'
import type { BoxRecord } from '../state.ts'
import { isAside, nextOf } from './queue.ts'

const at = (minutes: number) => new Date(Date.UTC(2020, 1, 26, 8, minutes)).toISOString()
const record = (id: string, command: FieldCommand, more: Partial<BoxRecord> & { gateId?: string } = {}): BoxRecord =>
  ({ about: null, state: 'waiting', tries: 0, record: { id, command, input: { gateId: more.gateId }, at: at(0), phoneAt: at(0), clockOff: 0, words: { title: '', lines: [] } }, ...more })
const trouble = (troubles: number, minutes = 0) => ({ answer: { at: at(minutes), receiptNo: '', troubles } })
const next = (records: readonly BoxRecord[], minutes = 0) => nextOf(records, at(minutes)).map((one) => one.record.id)

test('what waits goes in the order it was recorded; passages that stand behind each other go together', () => {
  const passages = (from: number) => [from, from + 1].map((n) => record(`p${n}`, 'passage.recordPassages'))
  expect(next([record('a', 'passage.signOn'), ...passages(1)])).toEqual(['a'])
  expect(next([record('a', 'passage.signOn', { state: 'arrived' }), ...passages(1), record('b', 'passage.handOver'), ...passages(3)])).toEqual(['p1', 'p2'])
  expect(next([])).toEqual([])
})

test('what the server cannot deal with keeps its place a few times, then only what is about the same thing waits behind it', () => {
  const all = (troubles: number) => [
    record('call', 'quarantine.recordCall', { about: 'door', ...trouble(troubles) }), record('visit', 'quarantine.recordVisit', { about: 'door' }),
    record('on', 'passage.signOn', { gateId: 'g' }), record('pass', 'passage.recordPassages'), record('other', 'quarantine.recordCall', { about: 'next door' }),
  ]
  expect(next(all(3))).toEqual(['call'])
  const sent = (...ids: string[]) => all(4).map((one) => (ids.includes(one.record.id) ? { ...one, state: 'arrived' as const } : one))
  expect([next(sent()), next(sent('on')), next(sent('on', 'pass')), next(sent('on', 'pass', 'other'))]).toEqual([['on'], ['pass'], ['other'], []])
  expect(next([record('on', 'passage.signOn', { gateId: 'g', ...trouble(4) }), record('over', 'passage.handOver', { gateId: 'g' }), record('elsewhere', 'passage.signOn', { gateId: 'h' })])).toEqual(['elsewhere'])
  expect(next([record('new', 'screening.recordScreening', trouble(4)), record('newer', 'screening.recordScreening')]), 'two that are in no register are two').toEqual(['newer'])
})

test('what is aside is tried again later, after the others, farther apart each time', () => {
  const aside = record('a', 'quarantine.recordCall', { about: 'door', ...trouble(4) })
  expect([next([aside], 1), next([aside], 2), next([aside, record('b', 'quarantine.recordCall', { about: 'next door' })], 2)]).toEqual([[], ['a'], ['b']])
  expect([next([{ ...aside, ...trouble(20) }], 4), next([{ ...aside, ...trouble(20) }], 5)]).toEqual([[], ['a']])
})

test('a batch that makes trouble goes in ever smaller ones, until nearly only the one that makes it is left', () => {
  const batch = (troubles: number) => Array.from({ length: 300 }, (_, n) => record(`p${n}`, 'passage.recordPassages', trouble(troubles)))
  expect([0, 1, 2, 3].map((troubles) => next(batch(troubles)).length)).toEqual([200, 50, 12, 3])
  expect([next(batch(4), 2).length, batch(4).every(isAside), isAside(record('a', 'passage.signOn', trouble(3)))]).toEqual([1, true, false])
})
