import { expect, test } from 'vitest'
import { addMonths } from '../../kernel/dates.ts'
import { allTables } from '../../server/modules.ts'
import { keptKinds } from './data/kept.ts'
import { dataKinds, keptTables } from './data/kinds.ts'
import { lacksReason, mayDo } from './rules.ts'

test('an event is destroyed only after it was stopped, frozen, reviewed and approved; nothing brings it back', () => {
  expect((['open', 'stopped', 'frozen', 'reviewed', 'approved'] as const).map((state) => mayDo(state, 'destroy'))).toEqual([false, false, false, false, true])
  expect(mayDo('approved', 'unfreeze')).toBe(true)
  expect((['stop', 'resume', 'freeze', 'unfreeze', 'review', 'approve', 'destroy'] as const).some((action) => mayDo('closed', action))).toBe(false)
})

test('what is kept needs a reason and a day; what is destroyed needs none', () => {
  expect(lacksReason([{ kind: 'readings', decision: 'destroy' }])).toBeUndefined()
  expect(lacksReason([{ kind: 'readings', decision: 'keep', reason: '行政复议需要' }])).toMatchObject({ kind: 'readings' })
  expect(lacksReason([{ kind: 'readings', decision: 'keep', reason: '行政复议需要', keepUntil: '2021-01-01' }])).toBeUndefined()
})

test('every table with an area is destroyed with its event, told of in the notice, or says why it holds nobody; none of them twice', () => {
  const [destroyed, told] = [[...new Set(dataKinds.map((k) => k.table))], keptKinds.flatMap((k) => k.tables)]
  const silent = Object.entries(allTables).filter(([name, spec]) => spec.scope === 'area' && ![...destroyed, ...told].includes(name) && !(name in keptTables)).map(([name]) => name)
  expect(silent).toEqual([])
  const twice = [...told, ...Object.keys(keptTables)]
  expect([twice.filter((name, i) => twice.indexOf(name) !== i), told.filter((name) => !(name in allTables))]).toEqual([[], []])
})

test('a month later is the same day or the last of the month', () => {
  expect([addMonths('2020-01-31', 1), addMonths('2020-03-31', -1), addMonths('2020-05-15', -6)]).toEqual(['2020-02-29', '2020-02-29', '2019-11-15'])
})
