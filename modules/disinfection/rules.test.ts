import { describe, expect, test } from 'vitest'
import { pointKinds } from './contract.ts'
import { dueClocks, pointKindTerms } from './data.ts'
import { judge, owedBy, readPointRow, standingOf, type Done } from './rules.ts'
import { zh } from './words.zh.ts'

const at = (clock: string) => `2020-02-26T${clock}:00+08:00`
const iso = (clock: string) => new Date(at(clock)).toISOString()

describe('by the hour', () => {
  const lift = { state: 'open' as const, timesADay: 3 }
  test.for([['08:59', 0, 'due', '09:00'], ['09:00', 0, 'late', '09:00'], ['09:00', 1, 'due', '13:00'], ['16:59', 2, 'due', '17:00'], ['17:00', 2, 'late', '17:00'], ['13:00', 3, 'done', null], ['23:59', 4, 'done', null]] as const)('a lift at %s, done %i times, is %s', ([clock, doneToday, standing, next]) =>
    expect(standingOf({ ...lift, doneToday }, iso(clock))).toEqual({ standing, dueAt: next === null ? null : iso(next) }))
  test('a closed point owes nothing', () => expect(standingOf({ state: 'closed', timesADay: 1, doneToday: 0 }, iso('23:00'))).toEqual({ standing: 'closed', dueAt: null }))
  test('each kind has its hours, as many as its times a day, and nothing is owed at night', () => {
    for (const kind of pointKinds) expect(dueClocks[pointKindTerms[kind].timesADay]).toHaveLength(pointKindTerms[kind].timesADay)
    expect([1, 2, 3, 4].map((times) => [owedBy(times, iso('00:00')), owedBy(times, iso('23:59'))])).toEqual([[0, 1], [0, 2], [0, 3], [0, 4]])
  })
})

describe('what the rules say of a record', () => {
  const wiped: Done = { agent: 'chlorine', concentration: 500, method: 'wipe', fromAt: null, at: iso('10:00') }
  const idsOf = (over: Partial<Done>, kind: Parameters<typeof judge>[1] = 'stairwell') => judge({ ...wiped, ...over }, kind).map(({ id }) => id)
  test('250 to 500 mg/L for half an hour is as it should be', () => {
    expect([idsOf({ concentration: 250 }), idsOf({ concentration: 500, fromAt: iso('09:30') })]).toEqual([[], []])
  })
  test('weaker, stronger and shorter are each said with what to do', () => {
    expect(judge({ ...wiped, concentration: 249 }, 'lift')).toEqual([{ id: 'tooWeak', params: { n: 249, from: 250, to: 500 } }])
    expect(idsOf({ concentration: 501, fromAt: iso('09:31') })).toEqual(['tooStrong', 'tooShort'])
    expect(idsOf({ concentration: null })).toEqual(['notWritten'])
    for (const id of Object.keys(zh.marks)) expect(zh.marks[id as keyof typeof zh.marks]).toMatch(/请|不用|下次/)
  })
  test('alcohol is wiped with and never sprayed inside', () => {
    expect(idsOf({ agent: 'alcohol', concentration: null })).toEqual([])
    expect(idsOf({ agent: 'alcohol', concentration: null, method: 'spray' }, 'lift')).toEqual(['alcoholSprayed'])
  })
  test('outside only what hands touch', () => {
    expect([idsOf({}, 'gate'), idsOf({ method: 'mop' }, 'gate'), idsOf({ method: 'spray' }, 'playground'), idsOf({ method: 'spray' }, 'waste')]).toEqual([[], ['outsideGround'], ['outsideGround'], []])
  })
  test('a terminal one takes 1000 mg/L, which elsewhere would be too strong', () => {
    expect([idsOf({ concentration: 500 }, null), idsOf({ concentration: 1000 }, null), idsOf({ concentration: 1000 })]).toEqual([['terminalWeak'], [], ['tooStrong']])
  })
})

describe('a row of the property’s own list', () => {
  const read = (cells: Record<string, string>) => readPointRow(3, (column) => cells[column] ?? '', zh.kinds)
  test('the kind is known by its name, times a day by the kind, the area with or without its unit', () => {
    expect(read({ name: '东侧电梯轿厢', building: '3', squareMetres: '6㎡' })).toEqual({ rowNo: 3, name: '东侧电梯轿厢', kind: 'lift', place: '', building: '3幢', squareMetres: 6, timesADay: 3 })
    expect(read({ name: '一号点', kind: '公厕', squareMetres: '30', timesADay: '4次' })).toMatchObject({ kind: 'toilet', timesADay: 4 })
  })
  test.for([[{ squareMetres: '6' }, 'nameMissing'], [{ name: '一号点', squareMetres: '6' }, 'kindUnknown'], [{ name: '电梯', squareMetres: '约六' }, 'areaWrong'], [{ name: '电梯', squareMetres: '0' }, 'areaWrong'], [{ name: '电梯', squareMetres: '6', timesADay: '5' }, 'timesWrong']] as const)('%o comes back: %s', ([cells, fault]) => expect(read(cells)).toMatchObject({ rowNo: 3, fault }))
})
