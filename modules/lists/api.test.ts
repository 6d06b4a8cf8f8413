import { expect, test } from 'vitest'
import type { FileReply } from '../../kernel/endpoint.ts'
import { listsApi } from './contract.ts'
import { peopleApi } from '../people/contract.ts'
import { mounted } from '../../server/modules.ts'
import { aCommunity, type Community } from '../../testing/world.ts'

const exportPeople = mounted.find((m) => m.name === 'people.listPeople/export')?.endpoint ?? peopleApi.listPeople

async function threePeople(): Promise<Community> {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const at = (room: string) => ({ areaId: c.compounds[0]?.grids[0]?.id ?? '', building: '3', unit: '2', room })
  await worker.call(peopleApi.registerPerson, { ...at('101'), name: '周小梅', sex: '2', birthOn: '1990-01-01' })
  await worker.call(peopleApi.registerPerson, { ...at('102'), name: '=1+1', sex: '1', birthOn: '1950-01-01', phone: '19900001234' })
  await worker.call(peopleApi.registerPerson, { ...at('103'), name: '白建国', sex: '1' })
  return c
}

test('people come in the order asked for, page by page, and who has no birth date comes last', async () => {
  const worker = await (await threePeople()).as('communityWorker')
  const walk = async (order: 'address' | '-address' | 'name' | '-name' | 'age' | '-age') => {
    const names: string[] = []
    for (let after: string | undefined; ;) {
      const page = await worker.call(peopleApi.listPeople, { order, limit: 1, ...(after ? { after } : {}) })
      names.push(...page.items.map((p) => p.name))
      if (page.next === null) return names
      after = page.next
    }
  }
  expect(await walk('age')).toEqual(['周小梅', '=1+1', '白建国'])
  expect(await walk('-age')).toEqual(['=1+1', '周小梅', '白建国'])
  expect((await walk('name')).slice(-2)).toEqual(['白建国', '周小梅'])
  expect(await walk('-name')).toEqual((await walk('name')).toReversed())
  expect(await walk('-address')).toEqual((await walk('address')).toReversed())
})

test('a csv has what one sees: the chosen columns with the words of the language, masked numbers, no formulas', async () => {
  const worker = await (await threePeople()).as('communityWorker')
  const { filename, bytes } = await worker.download(exportPeople, { format: 'csv', columns: 'name,phone', order: '-age' } as never)
  expect(filename).toMatch(/^人员-.*\.csv$/)
  expect(bytes.toString()).toBe('\ufeff姓名,性别,年龄,电话\r\n\'=1+1,男,70,199****1234\r\n周小梅,女,30,\r\n白建国,男,,\r\n')
  const english = await worker.download(exportPeople, { format: 'csv', columns: 'name', language: 'en', text: '周' } as never)
  expect(english.bytes.toString()).toBe('\ufeffName,Sex,Age\r\n周小梅,female,30\r\n')
})

test('an export is kept in the trail, and of another community there is nothing in it', async () => {
  const c = await threePeople()
  const stranger = await c.stranger('communityWorker')
  expect((await stranger.download(exportPeople, { format: 'csv' } as never)).bytes.toString().split('\r\n')).toHaveLength(2)
})

test('a view is one’s own until it is shared; then everybody below sees it, without the search for a person', async () => {
  const c = await aCommunity()
  const [worker, officer, grid] = [await c.as('communityWorker'), await c.as('subdistrictOfficer'), await c.as('gridWorker')]
  const page = '/people'
  const mine = await worker.call(listsApi.saveView, { page, name: '独居', query: 'show=care&text=王&open=7' })
  expect(mine).toMatchObject({ query: 'show=care&text=%E7%8E%8B', mine: true, isDefault: false })
  expect((await grid.call(listsApi.listViews, { page })).items).toEqual([])
  await officer.call(listsApi.saveView, { page, name: '外来', query: 'show=visitor&text=王', shared: true })
  const seen = (await grid.call(listsApi.listViews, { page })).items
  expect(seen).toMatchObject([{ name: '外来', query: 'show=visitor', mine: false }])
  await grid.call(listsApi.openWith, { page, viewId: seen[0]?.id ?? null })
  expect((await grid.call(listsApi.listViews, { page })).items[0]?.isDefault).toBe(true)
  expect((await worker.call(listsApi.listViews, { page })).items.map((v) => [v.name, v.isDefault])).toEqual([['独居', false], ['外来', false]])
  await expect(grid.call(listsApi.removeView, { viewId: mine.id })).rejects.toMatchObject({ status: 404 })
  await worker.call(listsApi.removeView, { viewId: mine.id })
  expect((await (await c.stranger('communityWorker')).call(listsApi.listViews, { page })).items.map((v) => v.name)).not.toContain('独居')
})

test('a download that is broken off ends the reading', async () => {
  const c = await threePeople()
  const handler = mounted.find((m) => m.name === 'people.listPeople/export')?.handler
  const reply = await c.tx('communityWorker', (ctx) => handler?.(ctx, { state: 'present', format: 'xlsx', language: 'zh' }) as Promise<FileReply>)
  const reading = (reply.body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  expect((await reading.next()).done).toBe(false)
  expect((await reading.return?.(undefined))?.done).toBe(true)
  expect((await reading.next()).done).toBe(true)
})
