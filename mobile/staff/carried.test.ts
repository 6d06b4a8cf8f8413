import { expect, test } from 'vitest'
import type { CarriedPerson } from '../../modules/field/contract.ts'
import { reportOne } from '../../modules/policies/data/report-one.ts'
import { duesOf, isOfToday, nextDue, peopleToday, recordedFor } from './carried.ts'
import type { BoxRecord, KeptHere } from './state.ts'

/** Beijing time of 26 February. */
const at = (clock: string, day = '26') => new Date(`2020-02-${day}T${clock}:00+08:00`).toISOString()
const window = (id: string, from: string, to: string, state: 'open' | 'done') => ({ window: id, opensAt: at(from), closesAt: at(to), state })
const person = (more: Partial<CarriedPerson> = {}): CarriedPerson => ({
  key: 'a', episodeId: 'a', personId: 'p', householdId: 'h', name: '石守家', sex: '1', birthOn: null, phoneMasked: null, place: '锦绣小区', building: '3', unit: '2', room: '501', measure: 'homeQuarantine', anchorOn: '2020-02-20', endsOn: '2020-03-05',
  windows: [window('morning', '06:00', '12:00', 'open'), window('afternoon', '14:00', '20:00', 'open')], visits: [], last: null, lead: false, ...more,
})
const carry = (madeAt: string, ...people: CarriedPerson[]): KeptHere => ({ madeAt, expiresAt: at('20:00', '28'), parts: [{ part: 'policy', hash: '', policy: { document: reportOne } as never }, { part: 'people0', hash: '', people }] })
const recorded = (recordedAt: string, box: Partial<BoxRecord> = {}): BoxRecord =>
  ({ about: 'a', state: 'waiting', tries: 0, record: { id: 'r', command: 'quarantine.recordCall', input: {}, at: recordedAt, phoneAt: recordedAt, clockOff: 0, words: { title: '', lines: [] } }, ...box })
const arrived = (clock: string): Partial<BoxRecord> => ({ state: 'arrived', answer: { at: at(clock), receiptNo: '' } })
/** What the list says of the one door. */
const left = (kept: KeptHere, now: string, ...records: BoxRecord[]) => peopleToday(kept, now).flatMap((one) => duesOf(one, now, recordedFor(records, one.key, kept)?.record.at).map(({ key, params: { windows }, late }) => [key, windows ?? '', late ? 'late' : '']))

test('a door recorded in the morning is due again in the afternoon, with or without a signal', () => {
  const morning = recorded(at('08:30'))
  expect(left(carry(at('07:00'), person()), at('09:00'), morning)).toEqual([])
  expect(left(carry(at('07:00'), person()), at('14:10'), morning), 'not sent yet').toEqual([['check', 'afternoon', '']])
  const known = person({ windows: [window('morning', '06:00', '12:00', 'done'), window('afternoon', '14:00', '20:00', 'open')] })
  expect(left(carry(at('14:05'), known), at('14:10'), recorded(at('08:30'), arrived('08:31')))).toEqual([['check', 'afternoon', '']])
})

test('once the data know of a record they say what is left: nobody at home, a reading that closed nothing, a second delivery', () => {
  const visit = { visitId: 'v', purpose: 'delivery', dueAt: at('20:00'), need: null, tried: true }
  const here = recorded(at('08:30'), arrived('08:31'))
  expect(left(carry(at('08:00'), person({ visits: [visit] })), at('09:00'), here)).toEqual([])
  expect(left(carry(at('08:35'), person({ visits: [visit] })), at('09:00'), here)).toEqual([['tried', '', ''], ['check', 'morning', '']])
})

test('what came back is not done', () => {
  expect(left(carry(at('07:00'), person()), at('09:00'), recorded(at('08:30'), { state: 'needsYou', answer: { at: at('08:31'), receiptNo: '', code: 'quarantine.visitDone' } }))).toEqual([['check', 'morning', '']])
})

test('past midnight without a signal the readings of the order are due, and nothing of yesterday is late', () => {
  const yesterday = carry(at('20:30', '25'), person({ windows: [{ ...window('morning', '06:00', '12:00', 'done'), opensAt: at('06:00', '25'), closesAt: at('12:00', '25') }, { window: 'afternoon', opensAt: at('14:00', '25'), closesAt: at('20:00', '25'), state: 'open' }], visits: [{ visitId: 'v', purpose: 'routine', dueAt: at('20:00', '25'), need: null, tried: false }] }))
  expect([isOfToday(yesterday, at('23:59', '25')), isOfToday(yesterday, at('00:01'))]).toEqual([true, false])
  expect(left(yesterday, at('05:00'))).toEqual([])
  expect(left(yesterday, at('08:00'), recorded(at('19:00', '25')))).toEqual([['check', 'morning', '']])
  expect(left(yesterday, at('09:00'), recorded(at('08:30')))).toEqual([])
  expect(left(carry(at('20:30', '25'), person({ endsOn: '2020-02-25' })), at('08:00')), 'whose days are over').toEqual([])
  expect(left(carry(at('20:30', '25'), person({ measure: null, anchorOn: null, endsOn: null, windows: [] })), at('08:00')), 'a delivery alone').toEqual([])
})

test('before a window begins nothing is done, it is only not due yet', () => {
  const next = (now: string, ...people: CarriedPerson[]) => nextDue(peopleToday(carry(at('05:00'), ...people), now), now)
  expect([next(at('05:30'), person()), next(at('12:30'), person()), next(at('14:00'), person())]).toEqual([at('06:00'), at('14:00'), undefined])
  expect(next(at('05:30'), person({ windows: [] })), 'deliveries alone').toBeUndefined()
})
