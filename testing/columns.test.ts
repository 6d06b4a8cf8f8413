import { expect, test } from 'vitest'
import { cellsOf, shownColumns, type ListColumns } from '../kernel/columns.ts'
import { byModule, findIn, type WordTree } from '../kernel/words.ts'
import { opensBy } from '../modules/access/rules.ts'
import { mounted } from '../server/modules.ts'
import { sayIn } from '../server/words.ts'

const columns = byModule(import.meta.glob<Record<string, ListColumns<never>>>('../modules/*/columns.ts', { eager: true, import: 'columns' }))
const lists = Object.entries(columns).flatMap(([module, all]) => Object.entries(all).map(([name, of]) => ({ name: `${module}.${name}`, of })))
const trees = [import.meta.glob<WordTree>('../modules/*/words.zh.ts', { eager: true, import: 'zh' }), import.meta.glob<WordTree>('../modules/*/words.en.ts', { eager: true, import: 'en' })].map(byModule)

test('every heading of every list, on the page and in the file, has its words in both languages', () => {
  const titles = lists.flatMap(({ of }) => [of.title, ...cellsOf(of, Object.keys(of.columns)).map((cell) => cell.title)])
  expect(titles.filter((title) => trees.some((tree) => findIn(tree, title) === undefined))).toEqual([])
})

test('every list that shows something of residents says whose each row is, and passes the gate of exports with a reason; the others need neither', () => {
  const personal = [...opensBy().values()].flat().filter(({ personal }) => personal.length > 0).map(({ name }) => name)
  for (const { name, of } of lists) {
    const file = mounted.find((m) => m.name === `${name}/export`)?.endpoint
    expect([name, of.whose !== undefined, file?.access, 'reason' in (file?.input.shape ?? {})]).toEqual(personal.includes(name) ? [name, true, { permission: 'people.export' }, true] : [name, false, mounted.find((m) => m.name === name)?.endpoint.access, false])
  }
})

test('in a file no two columns have the same heading', () => {
  const twice = lists.flatMap(({ name, of }) => {
    const said = cellsOf(of, shownColumns(of, undefined)).map((cell) => sayIn('zh')(cell.title))
    return said.filter((one, i) => said.indexOf(one) !== i).map((one) => `${name}: ${one}`)
  })
  expect(twice).toEqual([])
})

test('what a list can be sorted by is a column that can be seen', () => {
  const unseen = lists.flatMap(({ name, of }) => {
    const order = mounted.find((m) => m.name === name)?.endpoint.input.shape['order'] as { unwrap?: () => { options: string[] } } | undefined
    return (order?.unwrap?.().options ?? []).filter((id) => !id.startsWith('-') && !(id in of.columns)).map((id) => `${name}: ${id}`)
  })
  expect(unseen).toEqual(['accounts.listAccounts: login'])
})

test('chosen columns keep their order, unknown ones are left out, and the one that names the row is always there', () => {
  const of: ListColumns<{ a: string }> = { title: 't', columns: { a: { title: 'a', value: () => '' }, b: { title: 'b', value: () => '' }, c: { title: 'c', value: () => '', hidden: true } } }
  expect(shownColumns(of, undefined)).toEqual(['a', 'b'])
  expect(shownColumns(of, ['c', 'nonsense', 'b', 'c'])).toEqual(['a', 'c', 'b'])
  expect(shownColumns(of, ['nonsense'])).toEqual(['a', 'b'])
})
