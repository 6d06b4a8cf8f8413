import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import sql from 'sql-template-tag'
import { aCommunity, clock, type Caller, type Community } from '../../testing/world.ts'
import { peopleApi } from '../people/contract.ts'
import { rosterApi } from '../roster/contract.ts'
import { settingsApi } from '../settings/contract.ts'
import { exportsApi as api } from './contract.ts'

const AT = '2020-02-26T15:41:00+08:00'

/** A community with so many people whose line for approvals is at two. */
async function aSmallLine(people: number): Promise<{ c: Community; worker: Caller; officer: Caller }> {
  clock.set(AT)
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  for (let i = 0; i < people; i++) {
    await worker.call(peopleApi.registerPerson, { areaId: c.compounds[0]?.id ?? '', room: `${100 + i}`, name: `居民${'甲乙丙丁'[i]}` })
  }
  await (await c.as('systemAdmin')).call(settingsApi.changeSetting, { key: 'exports.approvalRows', value: 2, reason: '试行' })
  return { c, worker, officer: await c.as('subdistrictOfficer') }
}
const wanted = (c: Community, more: Record<string, unknown> = {}) => ({ areaId: c.community.id, reason: '核对台账', ...more })
const mine = async (worker: Caller) => (await worker.call(api.listExports, {})).items

async function firstRow(bytes: Buffer): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet | undefined }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  return { book, sheet: book.worksheets[0] }
}

test('a small export needs a reason only, is registered, and carries who took it: in a line, on every printed page, in the properties', async () => {
  const { c, worker } = await aSmallLine(2)
  const file = await worker.download(rosterApi.exportPeople, wanted(c))
  const [registered] = await mine(worker)
  expect(registered).toMatchObject({ state: 'downloaded', rows: 2, clear: false, cause: null, reason: '核对台账', title: `花名册 · ${c.community.name}`, mine: true, actions: [] })
  expect(file.filename).toContain(registered?.code)
  const { sheet } = await firstRow(file.bytes)
  const line = String(sheet?.getCell('A1').value)
  expect(line).toContain(`编号 ${registered?.code}`)
  expect(line).toContain('2020-02-26 15:41')
  expect(line).toContain('号码已遮盖')
  expect(String(sheet?.headerFooter.oddFooter)).toContain(registered?.code)
  expect(sheet?.getCell('A2').value).toBe('小区/居民小组')
})

test('a csv carries its mark in the name and in the last row', async () => {
  const { c, worker } = await aSmallLine(1)
  const file = await worker.download(rosterApi.exportPeople, wanted(c, { format: 'csv' }))
  const lines = file.bytes.toString().trimEnd().split('\r\n')
  expect(lines[0]).toContain('姓名')
  expect(lines.at(-1)).toContain('内部资料 严禁外传 · 导出人')
})

test('a large export waits, is approved by somebody else, and goes out once', async () => {
  const { c, worker, officer } = await aSmallLine(3)
  expect(await worker.refused(rosterApi.exportPeople, wanted(c))).toMatchObject({ status: 409, code: 'exports.waitsForRows', params: { rows: 3, most: 2 } })
  await worker.refused(rosterApi.exportPeople, wanted(c, { reason: '换个说法' }))
  expect(await mine(worker)).toMatchObject([{ state: 'waiting', cause: 'rows', actions: ['withdraw'] }])
  const { items: [request] } = await officer.call(api.listExports, { tab: 'toDecide' })
  expect(request).toMatchObject({ mine: false, input: null, actions: ['approve', 'refuse'], takenBefore: { exports: 0, rows: 0 } })
  expect((await officer.call(api.exportCounts, {})).toDecide).toBe(1)
  await officer.call(api.approveExport, { exportId: request?.id ?? '' })
  expect(await mine(worker)).toMatchObject([{ state: 'approved', releaseUntil: '2020-02-27T07:41:00.000Z' }])
  await worker.download(rosterApi.exportPeople, wanted(c))
  expect(await mine(worker)).toMatchObject([{ state: 'downloaded' }])
  expect((await worker.refused(rosterApi.exportPeople, wanted(c))).code).toBe('exports.waitsForRows')
})

test('clear numbers wait even for one person; masked ones of the same list are not what was approved', async () => {
  const { c, worker, officer } = await aSmallLine(1)
  expect((await worker.refused(rosterApi.exportPeople, wanted(c, { clear: 'true' }))).code).toBe('exports.waitsForClear')
  const exportId = (await mine(worker))[0]?.id ?? ''
  await officer.call(api.approveExport, { exportId, note: '同意' })
  await worker.download(rosterApi.exportPeople, wanted(c))
  expect((await worker.call(api.getExport, { exportId })).state).toBe('approved')
  const [approved] = (await mine(worker)).filter((one) => one.id === exportId)
  await worker.download(rosterApi.exportPeople, approved?.input as never)
  expect((await worker.call(api.getExport, { exportId })).state).toBe('downloaded')
})

test('nobody approves the own export, nor who has not the permission, nor somebody of another place', async () => {
  const { c, worker, officer } = await aSmallLine(3)
  await officer.refused(rosterApi.exportPeople, wanted(c))
  const exportId = (await mine(officer))[0]?.id ?? ''
  expect((await officer.refused(api.approveExport, { exportId })).code).toBe('exports.notOneself')
  expect((await worker.refused(api.approveExport, { exportId })).status).toBe(403)
  expect((await worker.refused(api.getExport, { exportId })).status).toBe(404)
  expect((await (await c.stranger('subdistrictOfficer')).refused(api.approveExport, { exportId })).status).toBe(404)
  await (await c.as('districtCommand')).call(api.approveExport, { exportId })
})

test('an approval not used in time is none, and the export can be asked for again', async () => {
  const { c, worker, officer } = await aSmallLine(3)
  await worker.refused(rosterApi.exportPeople, wanted(c))
  await officer.call(api.approveExport, { exportId: (await mine(worker))[0]?.id ?? '' })
  clock.forward(24 * 60)
  expect(await mine(worker)).toMatchObject([{ state: 'lapsed', actions: [] }])
  expect((await worker.refused(rosterApi.exportPeople, wanted(c))).code).toBe('exports.waitsForRows')
  expect((await mine(worker)).map((one) => one.state).sort()).toEqual(['lapsed', 'waiting'])
})

test('a refusal says why; a decision is taken back by who made it, before the download', async () => {
  const { c, worker, officer } = await aSmallLine(3)
  await worker.refused(rosterApi.exportPeople, wanted(c))
  const exportId = (await mine(worker))[0]?.id ?? ''
  await officer.call(api.refuseExport, { exportId, reason: '请按网格分别导出' })
  expect((await worker.call(api.getExport, { exportId }))).toMatchObject({ state: 'refused', decisionNote: '请按网格分别导出' })
  expect((await (await c.as('districtCommand')).refused(api.takeBackDecision, { exportId })).code).toBe('exports.notYours')
  expect((await officer.call(api.takeBackDecision, { exportId })).state).toBe('waiting')
  await worker.call(api.withdrawExport, { exportId })
  expect((await officer.refused(api.approveExport, { exportId })).code).toBe('exports.notInState')
})

test('the trail keeps that it was asked for, who approved and that it went out; filters lie sealed', async () => {
  const { c, worker, officer } = await aSmallLine(3)
  await worker.refused(rosterApi.exportPeople, wanted(c))
  const exportId = (await mine(worker))[0]?.id ?? ''
  await officer.call(api.approveExport, { exportId, note: '同意' })
  await worker.download(rosterApi.exportPeople, wanted(c))
  const trail = await c.tx('system', (ctx) => ctx.sql.rows<{ endpoint: string; act: string; refused: string | null }>(sql`
    select endpoint, act, detail->>'refused' as refused from audit_event
    where account_id in (${worker.accountId}, ${officer.accountId}) and (act = 'export' or endpoint like 'exports.%') order by at, id`))
  expect(trail).toEqual([
    { endpoint: 'roster.exportPeople', act: 'export', refused: 'exports.waitsForRows' },
    { endpoint: 'exports.approveExport', act: 'change', refused: null },
    { endpoint: 'roster.exportPeople', act: 'export', refused: null },
  ])
  const kept = await c.tx('system', (ctx) => ctx.sql.get<{ input: string }>(sql`select input_sealed as input from data_export where id = ${exportId}`))
  expect(kept.input).not.toContain(c.community.id)
})
