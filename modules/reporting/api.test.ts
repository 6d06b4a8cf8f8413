import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { anArrival } from '../../testing/examples/screening.ts'
import { aCommunity, Caller, clock, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { resumptionApi } from '../resumption/contract.ts'
import { makeChecksDue } from '../quarantine/service.ts'
import { screeningApi } from '../screening/contract.ts'
import { reportingApi as api, type DailyReport, type IndicatorId } from './contract.ts'
import { cellOf, indicators, isFigure } from './rules.ts'

const at = (day: string, hour: string) => clock.set(`${day}T${hour}:00+08:00`)
const DAY = '2020-02-26'
const order = { orderNo: '指挥部令第9号', reason: '指挥部调整' }

async function aReporting() {
  at('2020-02-24', '09:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  return { c, worker, officer: await c.as('subdistrictOfficer') }
}
type Change = Parameters<typeof anArrival>[1]
let serial = 0
/** Everybody with a telephone of their own: the same name and number would be the same arrival told twice. */
const somebodyNew = () => ({ newcomer: { name: '周敏', phone: `1990000${String(1000 + ++serial)}`, building: '1', unit: '1', room: `${serial}` } })
const arrive = async (c: Community, worker: Caller, change: Change = {}) => {
  const out = await worker.call(screeningApi.recordScreening, anArrival({ c }, { who: somebodyNew(), verify: true, arrivedOn: clock.now.slice(0, 10), ...change }))
  return { episodeId: out.episodeId ?? '', personId: out.personId ?? '' }
}
/** Somebody of the household of somebody who is registered already. */
async function member(c: Community, worker: Caller, ofPerson: string, change: Change = {}) {
  const person = await worker.call(peopleApi.personCard, { personId: ofPerson })
  const home = await worker.call(peopleApi.householdCard, { householdId: person.householdId ?? '' })
  const added = await worker.call(peopleApi.registerPerson, { areaId: person.areaId, building: home.building, unit: home.unit, room: home.room, name: '孙静', sex: '2' })
  return arrive(c, worker, { who: { personId: added.personId }, ...change })
}
const pairOf = (report: DailyReport, id: IndicatorId, originClass: string | null = null) => {
  const { households, persons } = cellOf(report.cells, id, originClass)
  return `${households ?? '-'}户${persons}人`
}
const rowOf = (report: DailyReport, originClass: string | null = null) =>
  (['opening', 'opened', 'released', 'movedOut', 'managed'] as const).map((id) => pairOf(report, id, originClass)).join(' ')

/** Every figure of the form, or of these indicators, against its list, both in full. */
async function everyListEqualsItsFigure(caller: Caller, report: DailyReport, only?: readonly IndicatorId[]): Promise<number> {
  let figures = 0
  for (const cell of report.cells.filter(({ indicator }) => only?.includes(indicator) ?? true)) {
    for (const unit of ['persons', 'households'] as const) {
      if (!isFigure(cell.indicator, cell.originClass, unit)) continue
      const input = { areaId: report.areaId, day: report.day, indicator: cell.indicator, unit, ...(cell.originClass ? { originClass: cell.originClass } : {}) }
      const items = []
      let next: string | null | undefined
      do {
        const page = await caller.call(api.figurePeople, { ...input, limit: cell.indicator === 'managed' ? 2 : 200, ...(next ? { after: next } : {}) })
        expect({ ...input, n: page.total }).toEqual({ ...input, n: cell[unit] })
        items.push(...page.items)
        next = page.next
      } while (next)
      expect(new Set(items.map((i) => i.key)).size).toBe(cell[unit])
      figures++
    }
  }
  return figures
}

/** Two days of a community with everything in it: opened, released, moved out, in and out the same day, a family, fever, hand-overs. */
async function aFullDay() {
  const { c, worker, officer } = await aReporting()
  at('2020-02-25', '10:00')
  const wuhan = await arrive(c, worker, { origin: '420100', originName: '湖北省武汉市', contact: 'close', lastExposureOn: '2020-02-24' })
  const family = await arrive(c, worker, {})
  const wife = await member(c, worker, family.personId, { origin: '530100', originName: '云南省昆明市' })
  const leaving = await arrive(c, worker, {})
  const ending = await arrive(c, worker, { origin: '530100', originName: '云南省昆明市' })
  at('2020-02-25', '17:00')
  const evening = await arrive(c, worker, {})
  at(DAY, '09:00')
  const short = await arrive(c, worker, { origin: '530100', originName: '云南省昆明市' })
  await worker.call(quarantineApi.recordCheck, { episodeId: wuhan.episodeId, temperature: 38.1, symptoms: [] })
  await worker.call(quarantineApi.recordCheck, { episodeId: family.episodeId, temperature: 36.6, symptoms: [] })
  await arrive(c, worker, { verify: false })
  await worker.call(quarantineApi.moveOut, { episodeId: leaving.episodeId, reason: '转往外县' })
  await officer.call(quarantineApi.releaseEarly, { episodeId: ending.episodeId, ...order })
  await officer.call(quarantineApi.releaseEarly, { episodeId: short.episodeId, ...order })
  await officer.call(quarantineApi.releaseEarly, { episodeId: wife.episodeId, ...order })
  await officer.call(quarantineApi.changeMeasure, { episodeId: evening.episodeId, measure: 'centralQuarantine', ...order })
  at(DAY, '16:30')
  return { c, worker, officer, wuhan, family, wife, leaving, ending, short, evening }
}

/** A figure and its list, on two days. */
async function figuresOf(worker: Caller, id: IndicatorId) {
  const count = async (day: string) => {
    const report = await worker.call(api.getDailyReport, { day })
    const { total } = await worker.call(api.figurePeople, { areaId: report.areaId, day, indicator: id, unit: 'persons' })
    return [cellOf(report.cells, id).persons, total]
  }
  return { first: await count(DAY), second: await count('2020-02-27') }
}

describe('the figures of a day', () => {
  test('come from the rows as of the cut-off, balance in persons and households, and open exactly their people', async () => {
    const { worker } = await aFullDay()
    const report = await worker.call(api.getDailyReport, {})
    expect(report).toMatchObject({ state: 'draft', preliminary: false, asOf: '2020-02-26T08:00:00.000Z', openingAt: '2020-02-25T08:00:00.000Z', issueNo: 1, late: true })
    expect(rowOf(report)).toBe('4户5人 2户2人 2户3人 1户1人 3户3人')
    // The wife is released and her class with her; the household stays in management with her husband.
    expect(rowOf(report, 'sameProvince')).toBe('2户2人 1户1人 3户3人 0户0人 0户0人')
    expect(rowOf(report, 'otherProvince')).toBe('2户2人 1户1人 0户0人 1户1人 2户2人')
    expect(rowOf(report, 'hubei')).toBe('1户1人 0户0人 0户0人 0户0人 1户1人')
    expect([pairOf(report, 'central'), pairOf(report, 'home'), pairOf(report, 'closeContacts')]).toEqual(['2户2人', '1户1人', '1户1人'])
    expect([pairOf(report, 'fever'), pairOf(report, 'leadsOpen'), pairOf(report, 'toVerify')]).toEqual(['-户1人', '-户1人', '-户1人'])
    const { sums } = await worker.call(api.reportChecks, {})
    expect(sums.filter((s) => !s.holds)).toEqual([])
    expect(await everyListEqualsItsFigure(worker, report)).toBeGreaterThan(80)
  })

  test('a fever counts once, on the day it was first known, also where its lead began with a cough or went on to a positive test', async () => {
    const { c, worker } = await aReporting()
    at(DAY, '10:00')
    const cough = await arrive(c, worker, {})
    const { episodeId } = await arrive(c, worker, {})
    await worker.call(quarantineApi.recordCheck, { episodeId: cough.episodeId, symptoms: ['cough'] })
    await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 38.1, symptoms: [] })
    await worker.call(quarantineApi.recordTest, { episodeId, dueOn: DAY, takenOn: DAY, result: 'positive' })
    at('2020-02-27', '09:00')
    await worker.call(quarantineApi.recordCheck, { episodeId: cough.episodeId, temperature: 38.5, symptoms: [] })
    await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 38.6, symptoms: [] })
    at('2020-02-27', '16:30')
    expect(await figuresOf(worker, 'fever')).toEqual({ first: [1, 1], second: [1, 1] })
  })

  test('who was sent to hospital counts once, on the day it was written down: by a referral, at the end of the quarantine, or by both', async () => {
    const { c, worker } = await aReporting()
    const doctor = await c.as('healthCentreDoctor')
    at(DAY, '15:00')
    const people = []
    for (const _ of [1, 2, 3, 4]) people.push(await arrive(c, worker, { temperature: 38.4 }))
    const leadOf = async ({ episodeId }: { episodeId: string }) => (await doctor.call(leadsApi.leadsAbout, { episodeId })).items[0]?.leadId ?? ''
    const [late, both, ended, returned] = people as [typeof people[number], typeof people[number], typeof people[number], typeof people[number]]
    const hospital = { hospital: '州人民医院', transport: 'ambulance' } as const
    for (const one of [both, returned]) await doctor.call(leadsApi.referLead, { leadId: await leadOf(one), ...hospital })
    await doctor.call(leadsApi.closeLead, { leadId: await leadOf(returned), result: 'backToManagement' })
    await worker.call(quarantineApi.sendToHospital, { episodeId: ended.episodeId, reason: '高热' })
    at(DAY, '19:00')
    await doctor.call(leadsApi.referLead, { leadId: await leadOf(late), ...hospital, at: `${DAY}T15:30:00+08:00` })
    await doctor.call(leadsApi.referLead, { leadId: await leadOf(ended), ...hospital, at: `${DAY}T15:10:00+08:00` })
    for (const one of [late, both]) await worker.call(quarantineApi.sendToHospital, { episodeId: one.episodeId, reason: '高热' })
    at('2020-02-27', '10:00')
    await worker.call(quarantineApi.sendToHospital, { episodeId: returned.episodeId, reason: '又发热' })
    at('2020-02-27', '16:30')
    // Both, ended and returned; then late, and returned a second time.
    expect(await figuresOf(worker, 'sentToHospital')).toEqual({ first: [3, 3], second: [2, 2] })
  })

  test('what happens after the cut-off counts for tomorrow', async () => {
    const { c, worker, officer, wuhan } = await aFullDay()
    const before = await worker.call(api.getDailyReport, {})
    at(DAY, '17:00')
    await officer.call(quarantineApi.releaseEarly, { episodeId: wuhan.episodeId, ...order })
    await arrive(c, worker, {})
    const after = await worker.call(api.getDailyReport, {})
    expect(rowOf(after)).toBe(rowOf(before))
    await everyListEqualsItsFigure(worker, after)
    at('2020-02-27', '16:30')
    const tomorrow = await worker.call(api.getDailyReport, {})
    expect(rowOf(tomorrow)).toBe('3户3人 1户1人 1户1人 0户0人 3户3人')
  })

  test('a measure changed after the cut-off still stands as it was', async () => {
    const { worker, family } = await aFullDay()
    at(DAY, '18:00')
    await worker.call(quarantineApi.changeMeasure, { episodeId: family.episodeId, measure: 'centralQuarantine', ...order })
    expect(pairOf(await worker.call(api.getDailyReport, {}), 'central')).toBe('2户2人')
  })

  test('every indicator of the form is among the figures, zero said where nothing happened', async () => {
    const { worker } = await aReporting()
    const report = await worker.call(api.getDailyReport, {})
    for (const { id, byClass } of indicators) {
      expect(report.cells.filter((cell) => cell.indicator === id && cell.originClass === null)).toHaveLength(1)
      if (byClass) expect(report.cells.filter((cell) => cell.indicator === id)).toHaveLength(1 + report.classes.length)
    }
  })

  test('the classes are those of the order in force, with how their people are managed', async () => {
    const { worker } = await aFullDay()
    const report = await worker.call(api.getDailyReport, {})
    expect(report.classes.map((one) => one.id)).toEqual(expect.arrayContaining(['hubei', 'abroad', 'otherProvince', 'sameProvince', 'sameCity']))
    expect(report.classes.find((one) => one.id === 'hubei')?.measures).toEqual(['centralQuarantine'])
  })
})

test('a check window counts in the report before whose cut-off it closed, due and done alike, so that an evening is in one', async () => {
  const { c, worker } = await aReporting()
  at('2020-02-25', '09:00')
  const { episodeId } = await arrive(c, worker, {})
  const figures = async (day: string) => {
    const report = await worker.call(api.getDailyReport, { day })
    await everyListEqualsItsFigure(worker, report, ['checksDue', 'checksDone'])
    return [cellOf(report.cells, 'checksDue').persons, cellOf(report.cells, 'checksDone').persons]
  }
  const measure = async (day: string, hour: string) => {
    at(day, hour)
    await c.tx('system', makeChecksDue)
    await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 36.5, symptoms: [] })
  }
  await measure('2020-02-25', '09:30')
  at('2020-02-25', '16:30')
  expect(await figures('2020-02-25'), 'the afternoon is still open').toEqual([1, 1])
  await measure('2020-02-25', '19:00')
  await measure(DAY, '09:00')
  await measure(DAY, '15:00')
  at(DAY, '16:30')
  expect(await figures(DAY)).toEqual([2, 2])
  expect(await figures('2020-02-25'), 'as it was').toEqual([1, 1])
})

describe('sending', () => {
  test('a missed day that is sent late takes a number of its own', async () => {
    const { worker } = await aReporting()
    const numbers = []
    for (const [today, day] of [['2020-02-24', '2020-02-24'], [DAY, DAY], [DAY, '2020-02-25']] as const) {
      at(today, '16:30')
      numbers.push((await worker.call(api.sendDailyReport, { day, zero: true, answer: '已核' })).issueNo)
    }
    expect(numbers).toEqual([1, 2, 3])
  })

  test('keeps the figures as they were, by name, once a day, and the next report begins where it ended', async () => {
    const { c, worker, officer, wuhan } = await aFullDay()
    at(DAY, '15:41')
    const seen = await worker.call(api.getDailyReport, {})
    const sent = await worker.call(api.sendDailyReport, { answer: '已逐户核对', seenManaged: cellOf(seen.cells, 'managed').persons })
    expect(sent).toMatchObject({ state: 'sent', issueNo: 1, asOf: '2020-02-26T07:41:00.000Z', late: false, senderName: expect.stringContaining('communityWorker') })
    at(DAY, '15:50')
    await officer.call(quarantineApi.releaseEarly, { episodeId: wuhan.episodeId, ...order })
    const colleague = await c.as('communityWorker')
    expect(await colleague.refused(api.sendDailyReport, { answer: '再报一次' })).toMatchObject({ status: 409, code: 'reporting.alreadySent' })
    expect(rowOf(await worker.call(api.getDailyReport, {}))).toBe(rowOf(sent))
    at('2020-02-27', '16:30')
    const next = await worker.call(api.getDailyReport, {})
    expect(next).toMatchObject({ issueNo: 2, openingAt: '2020-02-26T07:41:00.000Z' })
    expect(pairOf(next, 'opening')).toBe(pairOf(sent, 'managed'))
    expect(pairOf(next, 'released')).toBe('1户1人')
    const days = await worker.call(api.listDailyReports, {})
    expect(days.items.slice(0, 4).map((d) => [d.day, d.state])).toEqual([['2020-02-27', 'due'], ['2020-02-26', 'sent'], ['2020-02-25', 'missing']])
  })

  test('a zero report must be said', async () => {
    const { worker } = await aReporting()
    expect(await worker.refused(api.sendDailyReport, {})).toMatchObject({ status: 409, code: 'reporting.zeroNotSaid' })
    expect(await worker.call(api.sendDailyReport, { zero: true })).toMatchObject({ state: 'sent' })
  })

  test('a figure that moved under the sender’s eyes is shown again first', async () => {
    const { worker } = await aFullDay()
    expect(await worker.refused(api.sendDailyReport, { answer: '已核', seenManaged: 99 })).toMatchObject({ status: 409, params: { before: 99, now: 3 } })
  })

  test('equal temperatures entered by one person in one minute are said in words and must be answered', async () => {
    const { c, worker } = await aReporting()
    const all = []
    for (let i = 0; i < 6; i++) all.push(await arrive(c, worker, {}))
    at('2020-02-24', '15:05')
    await worker.call(quarantineApi.recordChecks, { checks: all.map(({ episodeId }) => ({ episodeId, temperature: 36.5 })) })
    at('2020-02-24', '15:30')
    const checks = await worker.call(api.reportChecks, {})
    expect(checks.looks.find((l) => l.id === 'sameReadings')).toMatchObject({ answerNeeded: true, params: { n: 6, temperature: '36.5', place: '锦绣小区' } })
    expect(await worker.refused(api.sendDailyReport, {})).toMatchObject({ status: 409, code: 'reporting.answerNeeded' })
    expect(await worker.call(api.sendDailyReport, { answer: '电话核实,确为同一支体温计' })).toMatchObject({ differencesAnswered: '电话核实,确为同一支体温计' })
  })

  test('a release undone after the report shows as a difference tomorrow', async () => {
    const { worker, officer, ending } = await aFullDay()
    await worker.call(api.sendDailyReport, { answer: '已核' })
    await officer.call(quarantineApi.undoRelease, { episodeId: ending.episodeId })
    at('2020-02-27', '10:00')
    const { looks } = await worker.call(api.reportChecks, {})
    expect(looks.find((l) => l.id === 'openingDiffers')).toMatchObject({ params: { sent: 3, now: 4 }, answerNeeded: true })
  })
})

test('a correction keeps both values, the reason and the name', async () => {
  const { worker } = await aFullDay()
  expect(await worker.refused(api.correctDailyReport, { indicator: 'fever', persons: 2, reason: '漏报一例' })).toMatchObject({ code: 'reporting.notSent' })
  await worker.call(api.sendDailyReport, { answer: '已核' })
  const after = await worker.call(api.correctDailyReport, { indicator: 'managed', originClass: 'hubei', households: 2, persons: 3, reason: '另有2人在外市集中隔离' })
  expect(pairOf(after, 'managed', 'hubei')).toBe('2户3人')
  expect(after.corrections).toMatchObject([{ householdsBefore: 1, personsBefore: 1, householdsAfter: 2, personsAfter: 3, reason: '另有2人在外市集中隔离' }])
  expect(await worker.refused(api.correctDailyReport, { indicator: 'fever', originClass: 'hubei', persons: 1, reason: '不存在' })).toMatchObject({ status: 422 })
})

test('the paper form reads back: title, unit, as-of time, heads, figures and signatures', async () => {
  const { c, worker } = await aFullDay()
  const report = await worker.call(api.sendDailyReport, { answer: '已核' })
  const file = await worker.download(api.downloadDailyReport, {})
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.bytes as unknown as ExcelJS.Buffer)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => { rows.push((row.values as unknown[]).slice(1).map((v) => String(v ?? ''))) })
  const text = rows.map((r) => r.join('|')).join('\n')
  expect(rows[0]?.[0]).toBe(`${c.community.name}疫情防控日报(第1期)`)
  expect(text).toContain('截至2020年2月26日16:00')
  expect(text).toContain('单位:户、人')
  expect(rows.find((r) => r[0] === '湖北(含武汉)')?.slice(9, 12)).toEqual(['0', '0', '1'])
  expect(rows.find((r) => r[0] === '合计')?.slice(11, 13)).toEqual(['3', '3'])
  expect(text).toContain(`填报人:${report.senderName}`)
  expect(text).toContain('联系电话')
})

test('businesses count as they stood at the cut-off: who resumed after it is told tomorrow', async () => {
  const { c, worker } = await aReporting()
  at(DAY, '10:00')
  const shop = (name: string) => worker.call(resumptionApi.registerBusiness, { kind: 'soleTrader', name, trade: 'catering', areaId: c.community.id, address: '临街8号' })
  const { businessId, terms } = await shop('阿香米线')
  await shop('老王烧烤')
  at(DAY, '17:00')
  await worker.call(resumptionApi.checkReadiness, { businessId, answers: Object.fromEntries((terms?.points ?? []).map(({ id }) => [id, true])) })
  at('2020-02-27', '17:00')
  expect([await figuresOf(worker, 'resumed'), await figuresOf(worker, 'notResumed')]).toEqual([{ first: [0, 0], second: [1, 1] }, { first: [2, 2], second: [1, 1] }])
  const { items } = await worker.call(api.figurePeople, { day: '2020-02-27', indicator: 'resumed' })
  expect(items).toMatchObject([{ key: businessId, name: '阿香米线', address: expect.stringContaining('临街8号') }])
})

test('the offices above see who has sent and who has not, and a stranger sees nothing of it', async () => {
  const { c, worker } = await aFullDay()
  await worker.call(api.sendDailyReport, { answer: '已核' })
  const district = await c.as('districtCommand')
  const { items } = await district.call(api.reportsOfDay, {})
  expect(items).toMatchObject([{ areaId: c.community.id, managed: { households: 3, persons: 3 } }])
  const stranger = await c.stranger('communityWorker')
  expect((await stranger.call(api.reportsOfDay, {})).items.filter((i) => i.areaId === c.community.id)).toEqual([])
  expect(await stranger.refused(api.getDailyReport, { areaId: c.community.id })).toMatchObject({ status: 404 })
})
