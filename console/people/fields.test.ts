import { expect, test } from 'vitest'
import { changesOf, emptyPerson, rebase, registrationOf, type PersonFields } from './fields.ts'

const { areaId: _a, building: _b, unit: _u, room: _r, ...empty } = emptyPerson
const read: PersonFields = { ...empty, name: '李桂兰', sex: '2', phone: '', workplace: '新平小学', careGroups: ['chronic'] }

test('a change sends what was changed and nothing else; what was emptied is null', () => {
  expect(changesOf(read, read)).toEqual({})
  expect(changesOf({ ...read, workplace: '', careGroups: [], sex: '', phone: null }, read)).toEqual({ workplace: null, careGroups: [], sex: '0', phone: null })
  expect(changesOf({ ...read, phone: '19900001234' }, read)).toEqual({ phone: '19900001234' })
})

test('what both changed is named, the rest of both is kept', () => {
  const mine = { ...read, workplace: '里布嘎社区', note: '腿脚不便' }
  const theirs = { ...read, workplace: '退休', relation: '02' }
  expect(rebase(mine, read, theirs)).toEqual({ form: { ...mine, relation: '02' }, both: ['workplace'] })
})

test('both having typed the same is no clash', () => {
  const mine = { ...read, workplace: '退休' }
  expect(rebase(mine, read, mine)).toEqual({ form: mine, both: [] })
})

test('a new record leaves out what nobody knows', () => {
  expect(registrationOf({ ...emptyPerson, areaId: 'x', name: '王芳' })).toEqual({ areaId: 'x', name: '王芳', documentKind: 'residentId', residency: 'permanent', careGroups: [] })
})
