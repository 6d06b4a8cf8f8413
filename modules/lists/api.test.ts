import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import type { Actor } from '../../kernel/ctx.ts'
import { endpointCalled } from '../../console/audit/endpoint-names.ts'
import type { FileReply } from '../../kernel/endpoint.ts'
import { listsApi } from './contract.ts'
import { peopleApi } from '../people/contract.ts'
import { exportsApi } from '../exports/contract.ts'
import { looksAt } from '../privacy/store.ts'
import { settingsApi } from '../settings/contract.ts'
import { mounted } from '../../server/modules.ts'
import { aCommunity, type Caller, type Community } from '../../testing/world.ts'

const asked = { format: 'csv', reason: '上门核对' }
const linesOf = (c: Community, { accountId }: Caller) => c.tx('system', (ctx) => ctx.sql.rows<{ subjects: string[]; reason: string; part: number | null }>(sql`
  select subjects, reason, (detail ->> 'part')::int as part from audit_event where account_id = ${accountId} and act = 'export' and not coalesce(detail ? 'refused', false) order by at, id`))
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
  const { filename, bytes } = await worker.download(exportPeople, { ...asked, columns: 'name,phone', order: '-age' } as never)
  expect(filename).toMatch(/^人员-.*\.csv$/)
  expect(bytes.toString().split('内部资料')[0]).toBe('\ufeff姓名,性别,年龄,电话\r\n\'=1+1,男,70,199****1234\r\n周小梅,女,30,\r\n白建国,男,,\r\n')
  const english = await worker.download(exportPeople, { ...asked, columns: 'name', language: 'en', text: '周' } as never)
  expect(english.bytes.toString().split('内部资料')[0]).toBe('\ufeffName,Sex,Age\r\n周小梅,female,30\r\n')
})

test('of another community there is nothing in it', async () => {
  const c = await threePeople()
  const stranger = await c.stranger('communityWorker')
  expect((await stranger.download(exportPeople, asked as never)).bytes.toString().split('\r\n')).toHaveLength(3)
})

test('a list about residents goes out with a reason and for who may take people out, registered and marked; the trail and each of them know who took it', async () => {
  const c = await threePeople()
  const [worker, grid] = [await c.as('communityWorker'), await c.as('gridWorker')]
  expect([(await grid.refused(exportPeople, asked as never)).status, (await worker.refused(exportPeople, { format: 'csv' } as never)).status]).toEqual([403, 422])
  const [one] = (await worker.call(peopleApi.listPeople, { text: '周' })).items
  const before = await c.tx('system', (ctx) => looksAt(ctx.sql, one?.id ?? '', '2020-01-01T00:00:00.000Z'))
  const { filename, bytes } = await worker.download(exportPeople, asked as never)
  const [kept] = (await worker.call(exportsApi.listExports, {})).items
  expect(kept).toMatchObject({ endpoint: 'people.listPeople/export', title: `人员 · ${c.community.name}`, rows: 3, reason: asked.reason, state: 'downloaded', clear: false })
  expect([filename.includes(kept?.code ?? '?'), bytes.toString().includes(`编号 ${kept?.code}`)]).toEqual([true, true])
  const lines = await linesOf(c, worker)
  expect(lines).toMatchObject([{ reason: asked.reason, subjects: { length: 3 } }])
  expect(lines[0]?.subjects).toContain(one?.id)
  const after = await c.tx('system', (ctx) => looksAt(ctx.sql, one?.id ?? '', '2020-01-01T00:00:00.000Z'))
  expect([before, after.map(({ role, n }) => [role, n])]).toEqual([[], [['communityWorker', 1]]])
})

test('more rows than the line wait for somebody else and go out once, from the register as they were asked for', async () => {
  const c = await threePeople()
  const worker = await c.as('communityWorker')
  await (await c.as('systemAdmin')).call(settingsApi.changeSetting, { key: 'exports.approvalRows', value: 2, reason: '试行' })
  const wanted = { ...asked, columns: 'name', anyCare: 'false' }
  expect(await worker.refused(exportPeople, wanted as never)).toMatchObject({ code: 'exports.waitsForRows', params: { rows: 3, most: 2 } })
  const [waiting] = (await worker.call(exportsApi.listExports, {})).items
  await (await c.as('subdistrictOfficer')).call(exportsApi.approveExport, { exportId: waiting?.id ?? '' })
  const { input } = await worker.call(exportsApi.getExport, { exportId: waiting?.id ?? '' })
  const endpoint = endpointCalled(waiting?.endpoint ?? '') ?? exportPeople
  expect((await worker.download(endpoint, input as never)).bytes.toString()).toContain('白建国')
  expect((await worker.refused(endpoint, input as never)).code).toBe('exports.waitsForRows')
})

test('a long list is told in the trail page by page, and counts as one export', async () => {
  const c = await threePeople()
  const worker = await c.as('communityWorker')
  await (await c.as('systemAdmin')).call(settingsApi.changeSetting, { key: 'exports.approvalRows', value: 5000, reason: '试行' })
  await c.tx('system', (ctx) => ctx.sql.run(sql`insert into person select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'name', p.name || n, 'name_pinyin', p.name_pinyin || n))).* from person p, generate_series(1, 999) n where p.area_path >= ${c.community.path} and p.area_path < ${`${c.community.path.slice(0, -1)}0`} and p.name = '白建国'`))
  const { bytes } = await worker.download(exportPeople, asked as never)
  expect(bytes.toString().match(/白建国/g)).toHaveLength(1000)
  expect((await linesOf(c, worker)).map(({ subjects, part }) => [subjects.length, part])).toEqual([[1000, null], [2, 2]])
  expect((await worker.call(exportsApi.listExports, {})).items).toMatchObject([{ rows: 1002 }])
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
  const { accountId } = await c.as('communityWorker')
  const reply = await c.tx('communityWorker', (ctx) => handler?.({ ...ctx, actor: { ...ctx.actor, accountId } as Actor }, { state: 'present', format: 'xlsx', language: 'zh', reason: asked.reason }) as Promise<FileReply>)
  const reading = (reply.body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  expect((await reading.next()).done).toBe(false)
  expect((await reading.return?.(undefined))?.done).toBe(true)
  expect((await reading.next()).done).toBe(true)
})
