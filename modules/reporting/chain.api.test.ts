import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { aNeighbour, anArrival } from '../../testing/examples/screening.ts'
import { aCommunity, Caller, clock, type Community, type Place } from '../../testing/world.ts'
import { screeningApi } from '../screening/contract.ts'
import { todayApi } from '../today/contract.ts'
import { reportingApi as api, type DailyReport } from './contract.ts'
import { addClasses, addUp, cellOf, differing, gather, sendsFor, sumChecks } from './rules.ts'

const at = (hour: string, day = '2020-02-26') => clock.set(`${day}T${hour}:00+08:00`)

/** A subdistrict of two communities with two arrivals in one and one in the other; its officer, and disease control above. */
async function aChain() {
  at('09:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  const other = await aNeighbour(c)
  const colleague = await c.as('communityWorker', other)
  let n = 0
  const arrive = (caller: Caller, place: Place, origin = '510104', originName = '四川省成都市') => caller.call(screeningApi.recordScreening, anArrival({ c }, {
    areaId: place.id, who: { newcomer: { name: '周敏', phone: `1990000${String(2000 + ++n)}`, building: '1', unit: '1', room: `${n}` } }, verify: true, arrivedOn: '2020-02-26', origin, originName,
  }))
  await arrive(worker, c.community)
  await arrive(worker, c.community, '420100', '湖北省武汉市')
  await arrive(colleague, other)
  return { c, other, worker, colleague, arrive, officer: await c.as('subdistrictOfficer'), cdc: await c.as('cdc') }
}
const managed = (report: DailyReport, originClass: string | null = null) => cellOf(report.cells, 'managed', originClass).persons
const send = async (caller: Caller, areaId: string, answer?: string) => caller.call(api.sendDailyReport, { areaId, ...(answer ? { answer } : {}) })

describe('up the chain', () => {
  test('a subdistrict adds up what its communities sent, disease control what the subdistricts sent; each under its own name', async () => {
    const { c, other, worker, colleague, officer, cdc } = await aChain()
    at('15:00')
    await send(worker, c.community.id)
    expect(await officer.call(api.getDailyReport, {})).toMatchObject({ areaId: c.subdistrict.id, level: 'subdistrict', own: true, state: 'draft', addedUp: { all: 2, sent: 1, missing: [other.name], changed: 0 }, preliminary: true })
    const { looks, answerNeeded } = await officer.call(api.reportChecks, {})
    expect([answerNeeded, looks.find(({ id }) => id === 'partsMissing')?.params]).toEqual([true, { n: 1, names: other.name }])
    await expect(send(officer, c.subdistrict.id)).rejects.toMatchObject({ code: 'reporting.answerNeeded' })
    await send(colleague, other.id)
    const sum = await send(officer, c.subdistrict.id)
    expect([managed(sum), managed(sum, 'hubei'), managed(sum, 'otherProvince')]).toEqual([3, 1, 2])
    expect(sum).toMatchObject({ state: 'sent', addedUp: { all: 2, sent: 2, missing: [], changed: 0 }, preliminary: false, asOf: '2020-02-26T07:00:00.000Z', late: false })
    expect(sumChecks(sum.cells, sum.classes.map(({ id }) => id)).filter(({ holds }) => !holds)).toEqual([])
    const district = await send(cdc, c.district.id)
    expect([managed(district), district.issueNo, district.above]).toEqual([3, 1, null])
    const { items } = await cdc.call(api.reportParts, { areaId: c.district.id, indicator: 'managed' })
    expect(items).toMatchObject([{ areaId: c.subdistrict.id, level: 'subdistrict', persons: 3, households: 3, senderName: expect.stringContaining('subdistrictOfficer') }])
    expect(await cdc.call(api.getDailyReport, { areaId: c.community.id })).toMatchObject({ own: false, above: { areaId: c.subdistrict.id } })
    expect(await worker.call(api.getDailyReport, {})).toMatchObject({ own: true, above: null, addedUp: null })
  })

  test('nobody sends or corrects for another office; the people stand with the community they belong to', async () => {
    const { c, other, worker, officer, cdc } = await aChain()
    await expect(send(officer, c.community.id)).rejects.toMatchObject({ code: 'reporting.notYourOffice' })
    await expect(send(cdc, c.subdistrict.id, '代报')).rejects.toMatchObject({ code: 'reporting.notYourOffice' })
    await expect(send(worker, c.community.id)).resolves.toMatchObject({ state: 'sent' })
    await expect(officer.call(api.correctDailyReport, { areaId: c.community.id, indicator: 'fever', persons: 1, reason: '代为更正' })).rejects.toMatchObject({ code: 'reporting.notYourOffice' })
    await expect(officer.call(api.figurePeople, { areaId: c.subdistrict.id, indicator: 'managed' })).rejects.toMatchObject({ code: 'reporting.addedUpFromBelow' })
    await expect(worker.call(api.getDailyReport, { areaId: other.id })).rejects.toMatchObject({ status: 404 })
    await expect(officer.call(api.getDailyReport, { areaId: c.villageGroup.id })).rejects.toMatchObject({ code: 'reporting.notACommunity' })
    const doctor = await c.as('healthCentreDoctor', c.subdistrict)
    await expect(send(doctor, c.subdistrict.id, '一个社区尚未报送')).resolves.toMatchObject({ state: 'sent', senderName: expect.stringContaining('healthCentreDoctor') })
  })

  test('who has not sent is counted from the rows and named, also where nobody below an office has sent', async () => {
    const { c, other, worker, officer, cdc } = await aChain()
    const of = async (caller: Caller) => { const report = await caller.call(api.getDailyReport, {}); return [managed(report), managed(report, 'hubei'), report.addedUp?.missing] }
    expect([await of(officer), await of(cdc)]).toEqual([[3, 1, [c.community.name, other.name]], [3, 1, [c.subdistrict.name]]])
    await send(worker, c.community.id)
    expect([await of(officer), await of(cdc)]).toEqual([[3, 1, [other.name]], [3, 1, [other.name]]])
    expect((await officer.call(api.reportParts, { areaId: c.subdistrict.id })).items.map(({ persons }) => persons)).toEqual([2, null])
  })

  test('who reports or corrects afterwards is named above; added up again each figure keeps both values', async () => {
    const { c, other, worker, colleague, officer, arrive } = await aChain()
    at('15:00')
    await send(worker, c.community.id)
    at('15:30')
    expect(managed(await send(officer, c.subdistrict.id, '二社区停电,稍后补报'))).toBe(3)
    at('15:45')
    await arrive(colleague, other)
    await expect(officer.call(api.addUpAgain, { areaId: c.subdistrict.id, reason: '重新汇总' })).rejects.toMatchObject({ code: 'reporting.nothingChanged' })
    await send(colleague, other.id)
    await worker.call(api.correctDailyReport, { areaId: c.community.id, indicator: 'fever', persons: 1, reason: '漏报一条' })
    const changed = (await officer.call(api.reportChecks, {})).looks.find(({ id }) => id === 'partsChanged')
    expect(changed?.params['names']).toBe(`${c.community.name}、${other.name}`)
    expect((await officer.call(api.reportParts, { areaId: c.subdistrict.id, indicator: 'fever' })).items).toMatchObject([{ persons: 1, corrected: true, afterwards: false }, { persons: 0, corrected: false, afterwards: true }])
    const again = await officer.call(api.addUpAgain, { areaId: c.subdistrict.id, reason: '二社区补报' })
    expect([managed(again), cellOf(again.cells, 'fever').persons, again.addedUp]).toEqual([4, 1, { all: 2, sent: 2, missing: [other.name], changed: 0 }])
    expect(again.corrections.find((one) => one.indicator === 'managed' && one.originClass === null)).toMatchObject({ personsBefore: 3, personsAfter: 4, reason: '二社区补报' })
    expect((await officer.call(api.reportChecks, {})).looks.map(({ id }) => id)).not.toContain('partsChanged')
  })

  test('a figure of a class that only a later report has is added up again as well', async () => {
    const { c, other, worker, colleague, officer, arrive } = await aChain()
    at('15:00')
    await send(worker, c.community.id)
    at('15:30')
    await send(officer, c.subdistrict.id, '二社区稍后补报')
    at('15:45')
    await arrive(colleague, other, '532300', '云南省楚雄彝族自治州')
    await send(colleague, other.id)
    const again = await officer.call(api.addUpAgain, { areaId: c.subdistrict.id, reason: '二社区补报' })
    expect(managed(again, 'sameProvince')).toBe(1)
  })

  test('a report is returned with a question; it stands, its office reads it in Today and answers or corrects, nobody else does', async () => {
    const { c, worker, colleague, officer, cdc } = await aChain()
    const which = { areaId: c.community.id }
    await expect(officer.call(api.returnDailyReport, { ...which, question: '发热人数请核对' })).rejects.toMatchObject({ code: 'reporting.notSent' })
    await send(worker, c.community.id)
    const asked = async (question: string) => (await officer.call(api.returnDailyReport, { ...which, question })).returns.at(-1)?.id ?? ''
    const first = await asked('发热人数请核对')
    await expect(worker.call(api.returnDailyReport, { ...which, question: '自己退回自己' })).rejects.toMatchObject({ status: 403 })
    expect((await officer.call(api.reportParts, { areaId: c.subdistrict.id })).items.map(({ returned }) => returned)).toEqual([true, false])
    const today = async () => (await worker.call(todayApi.today, { kind: 'report' })).groups.flatMap(({ items }) => items).map(({ what, why }) => [what.key, why.params['question']])
    expect(await today()).toEqual([['reportReturned', '发热人数请核对']])
    await expect(colleague.call(api.answerReturn, { returnId: first, answer: '无误' })).rejects.toMatchObject({ status: 404 })
    await expect(officer.call(api.answerReturn, { returnId: first, answer: '无误' })).rejects.toMatchObject({ code: 'reporting.notYourOffice' })
    await worker.call(api.answerReturn, { returnId: first, answer: '已电话核实,今日无人发热' })
    await expect(officer.call(api.withdrawReturn, { returnId: first })).rejects.toMatchObject({ code: 'reporting.returnSettled' })
    const second = await asked('请再核对解除人数')
    await expect(cdc.call(api.withdrawReturn, { returnId: second })).rejects.toMatchObject({ code: 'reporting.returnSettled' })
    const { returns, corrections } = await worker.call(api.correctDailyReport, { ...which, indicator: 'fever', persons: 1, reason: '漏报一条' })
    expect([corrections.length, returns.map(({ answer, answeredAt, officeName }) => [answer, answeredAt !== null, officeName])]).toEqual([1, [['已电话核实,今日无人发热', true, c.subdistrict.name], [null, true, c.subdistrict.name]]])
    expect(await today()).toEqual([])
    await officer.call(api.withdrawReturn, { returnId: await asked('问错了') })
    expect((await worker.call(api.getDailyReport, {})).returns).toHaveLength(2)
  })

  test('a zero report of every office is said by each', async () => {
    at('09:00')
    const c: Community = await aCommunity()
    const worker = await c.as('communityWorker')
    await policyInForceHere({ c, caller: worker })
    const officer = await c.as('subdistrictOfficer')
    await worker.call(api.sendDailyReport, { areaId: c.community.id, zero: true })
    await expect(officer.call(api.sendDailyReport, { areaId: c.subdistrict.id })).rejects.toMatchObject({ code: 'reporting.zeroNotSaid' })
    expect(managed(await officer.call(api.sendDailyReport, { areaId: c.subdistrict.id, zero: true }))).toBe(0)
  })

  test('the Excel file has a sheet of what is added up, who has not sent included', async () => {
    const { c, other, worker, officer } = await aChain()
    await send(worker, c.community.id)
    const { bytes } = await officer.download(api.downloadDailyReport, { areaId: c.subdistrict.id })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    const sheet = book.getWorksheet('各单位明细')
    const rows = sheet?.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1) : [])) ?? []
    expect(rows.slice(3).map((row) => row[0])).toEqual([c.community.name, other.name, '合计'])
    expect(rows[4]?.at(-1)).toBe('未报')
    expect(rows[4]?.[1]).toBe('')
    const managedAt = (rows[1] ?? []).indexOf('在管')
    expect([managedAt > 0, rows[3]?.[managedAt], rows[5]?.[managedAt]]).toEqual([true, 2, 3])
  })

  test('each level has an hour more; one’s own stands in Today from the morning, another’s when its hour is near', async () => {
    const { c, worker, officer, cdc } = await aChain()
    const reports = async (caller: Caller) => (await caller.call(todayApi.today, { kind: 'report' })).groups.flatMap(({ items }) => items).map(({ what, name, dueAt }) => [what.key, name, dueAt])
    expect(await reports(officer)).toEqual([['reportAddUp', c.subdistrict.name, '2020-02-26T09:00:00.000Z']])
    expect(await reports(cdc)).toEqual([['reportAddUp', c.district.name, '2020-02-26T10:00:00.000Z']])
    expect((await reports(worker)).map(([key]) => key)).toEqual(['reportSend'])
    at('17:30')
    expect((await reports(cdc)).map(([key, name]) => `${key} ${name}`).toSorted()).toContain(`reportAsk ${c.subdistrict.name}`)
  })
})

describe('adding up', () => {
  const office = (areaPath: string, sent: boolean) => ({ areaId: areaPath, areaPath, name: areaPath, sent })
  const gathered = (...offices: [string, boolean][]) => { const { parts, counted, missing } = gather(offices.map(([path, sent]) => office(path, sent))); return [parts, counted, missing].map((some) => some.map(({ name }) => name).join(' ')) }
  test('a part that has not sent is told by those below it that have; where nobody has, it stands for all', () => {
    expect(gathered(['/1/', true], ['/1/1/', true], ['/2/', false], ['/2/3/', true], ['/2/4/', false], ['/5/', false], ['/5/6/', false])).toEqual(['/1/ /2/ /5/', '/1/ /2/3/', '/2/4/ /5/'])
    expect(gathered(['/1/', true], ['/12/', false])).toEqual(['/1/ /12/', '/1/', '/12/'])
    expect(gathered()).toEqual(['', '', ''])
  })
  const cell = (indicator: 'managed' | 'fever', persons: number, originClass: string | null = null) => ({ indicator, originClass, persons, households: indicator === 'managed' ? persons : null })
  test('every figure of the form is said, zero included; times and cases have no households', () => {
    const sum = addUp([[cell('managed', 2), cell('managed', 2, 'hubei'), cell('fever', 1)], [cell('managed', 3), cell('fever', 4)]])
    expect([cellOf(sum, 'managed'), cellOf(sum, 'managed', 'hubei').persons, cellOf(sum, 'fever')]).toEqual([{ indicator: 'managed', originClass: null, households: 5, persons: 5 }, 2, { indicator: 'fever', originClass: null, households: null, persons: 5 }])
    expect(sum).toContainEqual({ indicator: 'released', originClass: null, households: 0, persons: 0 })
  })
  test('what was said and is not there any more counts as zero now', () => {
    expect(differing([cell('managed', 2, 'hubei')], addUp([])).map(({ before, after }) => [before.originClass, before.persons, after.persons])).toEqual([['hubei', 2, 0]])
  })
  test('a class met twice stands once, with the measures of both', () => {
    const name = { zh: '湖北', en: 'Hubei' }
    expect(addClasses([[{ id: 'hubei', name, measures: ['centralQuarantine'] }], [{ id: 'hubei', name, measures: ['homeQuarantine'] }]])).toEqual([{ id: 'hubei', name, measures: ['centralQuarantine', 'homeQuarantine'] }])
  })
  test.each([['communityWorker', 'community', true], ['communityWorker', 'subdistrict', false], ['subdistrictOfficer', 'community', false], ['healthCentreDoctor', 'subdistrict', true], ['cdc', 'district', true], ['healthBureau', 'district', false]] as const)('%s sends for a %s: %s', (role, level, sends) => {
    expect(sendsFor(role, level)).toBe(sends)
  })
})
