import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from '../../kernel/dates.ts'
import { exitKinds } from '../policies/contract.ts'
import { shippedPolicies } from '../policies/data.ts'
import { differences } from '../policies/rules.ts'
import { exitStates } from './contract.ts'
import { actionsOf, against, assignSeats, boardingFault, certificateFindings, decideExit, destinationTree, dueBackAt, endedOf, firstState, missingOf, stateBack, stateCertified, takes, type HealthFacts, type Order, type Standing } from './rules.ts'
import { said } from './service/saying.ts'

const order: Order = { id: '01900000-0000-7000-8000-000000000001', orderNo: '指挥部令第3号', document: shippedPolicies.reportOne.document }
const free = { own: null, household: null }
const inQuarantine = { measure: 'homeQuarantine', endsOn: '2020-03-03' } as const
const NOW = instantAt('2020-02-26', '15:00')

describe('four reasons, four rules', () => {
  test('work elsewhere waits for the certificate and a seat, a visit is refused with the sentence of the order, local work goes at once', () => {
    expect(exitKinds.map((kind) => firstState(decideExit({ kind, ...free }, order)))).toEqual(['certificateDue', 'refused', 'certificateDue', 'allowed'])
    expect(decideExit({ kind: 'migrantWork', ...free }, order).needs).toEqual(['certificate', 'seat'])
    expect(decideExit({ kind: 'visiting', ...free }, order)).toMatchObject({ quote: '二是走亲访友,一律不允批准。' })
    expect(said(decideExit({ kind: 'visiting', ...free }, order)).because).toEqual({ zh: '按指挥部令第3号第六条,走亲访友一律不批。', en: expect.stringMatching(/^指挥部令第3号, 第六条: .*[^.]\.$/) })
  })
  test('a household in quarantine goes out to a doctor only, with an escort', () => {
    for (const facts of [{ own: inQuarantine, household: null }, { own: null, household: inQuarantine }]) {
      expect(exitKinds.map((kind) => decideExit({ kind, ...facts }, order).outcome)).toEqual(['refuse', 'refuse', 'certificate', 'refuse'])
      expect(decideExit({ kind: 'medical', ...facts }, order).needs).toEqual(['certificate', 'escort'])
    }
    expect(said(decideExit({ kind: 'medical', own: inQuarantine, household: null }, order)).because.en).toMatch(/; this person is in home quarantine until 3 Mar, so escorted\.$/)
    expect(said(decideExit({ kind: 'localWork', own: null, household: inQuarantine }, order)).because.zh).toBe('同住人正在居家隔离,3月3日期满,按指挥部令第3号期满前不能外出(看病除外)。')
  })
  test('an order that says nothing leaves it to the community, and so does no order at all', () => {
    expect([decideExit({ kind: 'visiting', ...free }, { ...order, document: shippedPolicies.ninthEdition.document }).outcome, decideExit({ kind: 'medical', ...free }, undefined).outcome]).toEqual(['decide', 'decide'])
  })
  test('another order, another answer: the differences are named', () => {
    const exits = order.document.exits
    if (!exits) throw new Error('the order has lost its rules')
    const later = { ...order.document, exits: { ...exits, backBy: '20:00', kinds: { ...exits.kinds, visiting: { ...exits.kinds.visiting, answer: 'register' as const } } } }
    expect(decideExit({ kind: 'visiting', ...free }, { ...order, document: later }).outcome).toBe('allow')
    expect(differences(order.document, later).map((d) => d.part)).toEqual(['exit', 'exitTerm'])
  })
})

describe('the certificate is made from the data', () => {
  const well: HealthFacts = { ...free, openLead: false, leadBeyond: false, diagnosedAt: null, releasedOn: null, readings: [{ at: NOW, temperature: 36.5, symptoms: [] }] }
  const found = (change: Partial<HealthFacts>, kind: 'migrantWork' | 'medical' = 'migrantWork') => against(certificateFindings({ ...well, ...change }, order, kind, NOW))
  test('clean data give one; management, a lead, a fever, a symptom or no reading speak against it', () => {
    expect(found({})).toBeUndefined()
    expect([found({ own: inQuarantine }), found({ household: inQuarantine }), found({ openLead: true }), found({ leadBeyond: true }), found({ readings: [] })]).toEqual(['notManaged', 'notManaged', 'noLead', 'noLeadBeyond', 'readings'])
    expect([found({ readings: [{ at: NOW, temperature: 37.3, symptoms: [] }] }), found({ readings: [...well.readings, { at: NOW, temperature: null, symptoms: ['cough'] }] })]).toEqual(['noFever', 'noSymptom'])
  })
  test('a positive test, a hospital or a diagnosis within the days looked back on speaks against it, before whatever else does', () => {
    expect(found({ diagnosedAt: NOW, openLead: true })).toBe('notDiagnosed')
    expect([found({ diagnosedAt: instantAt('2020-01-10', '08:00') }), found({ diagnosedAt: NOW }, 'medical')]).toEqual([undefined, undefined])
  })
  test('who was released is said with the day; what lies further back than the order looks is no longer held against anybody', () => {
    expect(certificateFindings({ ...well, releasedOn: '2020-02-20' }, order, 'migrantWork', NOW)[0]).toMatchObject({ holds: true, releasedOn: '2020-02-20' })
    expect(found({ readings: [...well.readings, { at: instantAt('2020-02-10', '08:00'), temperature: 38.5, symptoms: ['fever'] }] })).toBeUndefined()
  })
  test('whoever goes to a doctor may be ill, and a faulty thermometer is no reading', () => {
    expect(found({ readings: [{ at: NOW, temperature: 38.2, symptoms: ['fever'] }], own: inQuarantine }, 'medical')).toBeUndefined()
    expect(found({ readings: [{ at: NOW, temperature: 30.1, symptoms: [] }] })).toBe('readings')
  })
})

const standing = (change: Partial<Standing>): Standing => ({
  state: 'allowed', formerState: null, kind: 'localWork', decision: { needs: ['temperature'], outcome: 'allow' }, certifiedAt: null, certificateValid: false, over: false, escortName: null, seatNo: null, decidedAt: null, tripRecordedAt: null, leavesOn: '2020-02-26', ...change,
})

test('nobody escorted leaves before the escort is named, and whoever has a bus leaves by the bus', () => {
  const medical = standing({ kind: 'medical', state: 'certified', decision: { needs: ['certificate', 'escort'], outcome: 'certificate' }, certificateValid: true })
  expect([missingOf(medical), stateCertified(medical.decision, null), stateCertified(medical.decision, '王医生')]).toEqual([['escort'], 'certified', 'allowed'])
  expect(actionsOf(standing({ kind: 'migrantWork', decision: { needs: ['certificate', 'seat'], outcome: 'certificate' }, certificateValid: true }), '2020-02-26')).not.toContain('goOut')
  expect(actionsOf(standing({}), '2020-02-26')).toContain('goOut')
})

test('what is over or no longer certified says so and leads nowhere, but to a new certificate', () => {
  const certified = { decision: { needs: ['certificate' as const], outcome: 'certificate' as const } }
  expect([standing({ over: true }), standing(certified), standing({ ...certified, certificateValid: true })].map((one) => [endedOf(one), actionsOf(one, '2020-02-26')])).toEqual([
    ['day', ['refuse', 'withdraw']], ['certificate', ['certify', 'refuse', 'withdraw']], [null, ['goOut', 'nameEscort', 'refuse', 'withdraw']],
  ])
})

test('every state has somewhere to go from, and what was written down of a trip is undone that day or the next', () => {
  for (const needs of [['temperature'], ['certificate', 'seat']] as const) for (const state of exitStates) expect(actionsOf(standing({ state, formerState: 'applied', decision: { needs: [...needs], outcome: 'allow' }, tripRecordedAt: NOW }), '2020-02-26').length, `${state} ${needs}`).toBeGreaterThan(0)
  expect(['2020-02-27', '2020-02-28'].map((day) => actionsOf(standing({ state: 'back', tripRecordedAt: NOW }), day))).toEqual([['undoTrip'], []])
})

test('back by the hour of the order; local work goes on the next day', () => {
  expect(dueBackAt(instantAt('2020-02-26', '07:30'), 'localWork', '2020-03-20', '19:00')).toBe(instantAt('2020-02-26', '19:00'))
  expect(dueBackAt(instantAt('2020-02-26', '20:30'), 'localWork', null, '19:00')).toBe(instantAt('2020-02-27', '19:00'))
  expect(dueBackAt(instantAt('2020-02-26', '07:30'), 'medical', '2020-02-28', '19:00')).toBe(instantAt('2020-02-28', '19:00'))
  expect([stateBack('localWork', '2020-03-01', '2020-02-26'), stateBack('localWork', '2020-02-26', '2020-02-27'), stateBack('medical', null, '2020-02-26')]).toEqual(['allowed', 'back', 'back'])
})

describe('seats', () => {
  const waiting = (n: number, more: object) => Array.from({ length: n }, (_, i) => ({ exitId: `${JSON.stringify(more)}${i}`, destinationCode: '440300', employer: null, householdId: null, leavesOn: '2020-02-26', certifiedUntil: '2020-03-03', ...more }))
  const bus = (transportId: string, seats: number, destinationCode = '44', day = '2020-02-27') => ({ transportId, destinationCode, seats, taken: [] as number[], departsAt: instantAt(day, '07:30') })
  test('workmates sit in one bus where one takes them all, families stay together where a firm has to be parted', () => {
    const seated = assignSeats([...waiting(3, { employer: '甲厂' }), ...waiting(4, { employer: '乙厂' })], [bus('a', 4), bus('b', 3)])
    expect(seated.filter((s) => s.exitId.includes('乙厂')).map((s) => s.transportId)).toEqual(['a', 'a', 'a', 'a'])
    const families = assignSeats([1, 2, 3].flatMap((h) => waiting(2, { employer: '丙厂', householdId: `h${h}` })), [bus('a', 3), bus('b', 3)])
    for (const h of ['h1', 'h2']) expect(new Set(families.filter((s) => s.exitId.includes(h)).map((s) => s.transportId)).size).toBe(1)
    expect(families).toHaveLength(6)
  })
  test('nobody is put on a bus to somewhere else, and a bus to the city goes before one to the province', () => {
    expect(assignSeats(waiting(2, { destinationCode: '330100' }), [bus('a', 50)])).toEqual([])
    expect(assignSeats(waiting(1, {}), [bus('province', 50, '440000'), bus('city', 50, '440300')]).map((s) => s.transportId)).toEqual(['city'])
  })
  test('nobody is put on a bus before the day of leaving or after the certificate has run out, and a family goes on the first day that fits all of it', () => {
    const seated = (more: object, ...days: string[]) => assignSeats(waiting(1, more), days.map((day) => bus(day, 9, '44', day))).map((s) => s.transportId)
    expect([seated({ leavesOn: '2020-03-15', certifiedUntil: '2020-03-17' }, '2020-02-27'), seated({}, '2020-03-04'), seated({ certifiedUntil: null }, '2020-03-04'), seated({}, '2020-02-25', '2020-03-03')]).toEqual([[], [], ['2020-03-04'], ['2020-03-03']])
    expect(new Set(assignSeats([...waiting(1, { householdId: 'h' }), ...waiting(1, { householdId: 'h', leavesOn: '2020-02-28' })], [bus('a', 9), bus('b', 9, '44', '2020-02-28')]).map((s) => s.transportId))).toEqual(new Set(['b']))
  })
  test('whatever waits and whatever buses there are: no seat is given twice, none that is not there, nobody sits twice', () => {
    const day = fc.constantFrom('2020-02-26', '2020-02-27', '2020-02-28')
    const somebody = fc.record({ destinationCode: fc.constantFrom('440300', '440100', '330100', '350200'), employer: fc.constantFrom(null, '甲', '乙'), householdId: fc.constantFrom(null, 'h1', 'h2', 'h3'), leavesOn: day, certifiedUntil: fc.option(day) })
    const buses = fc.array(fc.record({ destinationCode: fc.constantFrom('44', '4403', '33', '35'), seats: fc.integer({ min: 1, max: 8 }), taken: fc.constant([1]), departsAt: day.map((on) => instantAt(on, '07:30')) }), { maxLength: 4 })
    fc.assert(fc.property(fc.array(somebody, { maxLength: 40 }), buses, (people, some) => {
      const all = some.map((one, i) => ({ ...one, transportId: String(i) }))
      const seated = assignSeats(people.map((one, i) => ({ ...one, exitId: String(i) })), all)
      expect(new Set(seated.map((s) => s.exitId)).size).toBe(seated.length)
      expect(new Set(seated.map((s) => `${s.transportId} ${s.seatNo}`)).size).toBe(seated.length)
      for (const s of seated) {
        const on = all.find((one) => one.transportId === s.transportId)
        const who = people[Number(s.exitId)]
        expect(s.seatNo > 1 && s.seatNo <= (on?.seats ?? 0) && on && who && takes(on, who)).toBe(true)
      }
      const free = all.filter((one) => one.seats - 1 > seated.filter((s) => s.transportId === one.transportId).length)
      const left = people.filter((_, i) => !seated.some((s) => s.exitId === String(i)))
      expect(left.some((one) => free.some((on) => takes(on, one))), 'nobody waits while a seat that fits is empty').toBe(false)
    }))
  })
})

test('on a bus gets who is well, not kept in by quarantine, of whom the health centre looks into nothing, and holds a certificate that is valid', () => {
  const well = { certificateValid: true, keptIn: false, lead: null }
  const [fault, all] = [(more: Partial<Parameters<typeof boardingFault>[0]>) => boardingFault({ ...well, ...more }, 'normal'), { certificateValid: false, keptIn: true, lead: 'lead' as const }]
  expect([fault({}), fault({ keptIn: true }), fault({ lead: 'lead' }), fault({ lead: 'leadBeyond' }), fault({ certificateValid: false }), boardingFault(well, 'fever'), fault(all)]).toEqual([null, 'managed', 'lead', 'leadBeyond', 'certificate', 'fever', 'managed'])
})

test('destinations add up by province, city and county', () => {
  const [first] = destinationTree([{ code: '440300', waiting: 2, seated: 1, gone: 0 }, { code: '440304', waiting: 1, seated: 0, gone: 3 }, { code: '330100', waiting: 1, seated: 0, gone: 0 }], (code) => code)
  expect(first).toMatchObject({ code: '44', waiting: 3, seated: 1, gone: 3, children: [{ code: '4403', waiting: 3, children: [{ code: '440304', gone: 3 }] }] })
})
