import sql from 'sql-template-tag'
import { beforeEach, describe, expect, test } from 'vitest'
import { aDeclarer, aDesk, anArrival } from '../../testing/examples/screening.ts'
import { clock, type Caller, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { todayApi } from '../today/contract.ts'
import { askedFields, screeningApi as api, type AskedField } from './contract.ts'

beforeEach(() => clock.set('2020-02-26T14:00:00+08:00'))

/** Everything told at once. */
const allTold = { companions: 0, occupation: '教师', via: '直达', transport: 'train', tripNo: 'G2305', contactAsked: true, closeContacts: '没有', verify: true } as const
let serial = 0
/** Somebody new each time: families share a telephone, so these have their own. */
const told = (c: Community, change: Parameters<typeof anArrival>[1] = {}) => anArrival({ c }, { ...allTold, who: someone(), ...change })
const someone = () => ({ newcomer: { name: '周敏', documentKind: 'none' as const, phone: `1990000${7000 + ++serial}`, building: '1', unit: '1', room: String(serial) } })
const missingOf = async (worker: Caller, screeningId: string) => (await worker.call(api.getScreening, { screeningId })).missing

describe('what is not clear of an arrival', () => {
  test('is nothing where everything was told, and each field by itself where it was not', async () => {
    const { c, worker } = await aDesk()
    const { screeningId } = await worker.call(api.recordScreening, told(c))
    expect(await missingOf(worker, screeningId)).toEqual([])
    const without: [AskedField, Parameters<typeof anArrival>[1]][] = [
      ['companions', { companions: undefined }], ['occupation', { occupation: undefined }], ['via', { via: undefined }], ['tripNo', { tripNo: undefined }], ['contact', { contactAsked: false }],
      ['symptoms', { symptomsAsked: false }], ['temperature', { temperature: undefined }], ['closeContacts', { closeContacts: undefined }], ['origin', { origin: 'unknown', originName: '没有问清' }],
    ]
    for (const [field, change] of without) expect([field, await missingOf(worker, (await worker.call(api.recordScreening, told(c, change))).screeningId)]).toEqual([field, [field]])
    const afoot = await worker.call(api.recordScreening, told(c, { transport: 'onFoot', tripNo: undefined }))
    expect(await missingOf(worker, afoot.screeningId)).toEqual([])
    const bare = await worker.call(api.recordScreening, { who: { newcomer: { name: '王芳', documentKind: 'none', building: '', unit: '', room: '' } }, origin: '510104', originName: '四川省成都市', arrivedOn: '2020-02-26' })
    expect(await missingOf(worker, bare.screeningId)).toEqual(['companions', 'occupation', 'address', 'phone', 'via', 'transport', 'tripNo', 'contact', 'symptoms', 'temperature', 'measure', 'household', 'closeContacts'])
  })

  test('is asked of nobody who handed on, joined, was found to be no arrival, or was only seen by a neighbour', async () => {
    const { c, worker } = await aDesk()
    const first = anArrival({ c })
    await worker.call(api.recordScreening, first)
    const second = await worker.call(api.recordScreening, first)
    expect([second.state, await missingOf(worker, second.screeningId)]).toEqual(['joined', null])
    const wrong = await worker.call(api.recordScreening, anArrival({ c }))
    await worker.call(api.dismissScreening, { screeningId: wrong.screeningId, reason: 'wrongInformation' })
    await (await aDeclarer(c)).call(api.reportTip, { areaId: c.compounds[0]?.id, room: '701', seen: ['arrived'] })
    expect((await worker.call(api.tenPointsByArea, {})).area.screened).toBe(1)
    expect((await worker.call(api.listUnclear, {})).items).toHaveLength(1)
  })

  test('is answered by what the register, a call or a merge knows, whoever wrote it', async () => {
    const { c, worker } = await aDesk()
    const { screeningId, personId, episodeId } = await worker.call(api.recordScreening, told(c, {
      who: { newcomer: { name: '周敏', documentKind: 'none', building: '1', unit: '1', room: '101' } }, occupation: undefined, temperature: undefined,
    }))
    expect(await missingOf(worker, screeningId)).toEqual(['occupation', 'phone', 'temperature'])
    await worker.call(peopleApi.completeBaseData, { gap: 'noPhone', id: personId ?? '', value: '19900003333' })
    const { version } = await worker.call(peopleApi.personCard, { personId: personId ?? '' })
    await worker.call(peopleApi.editPerson, { personId: personId ?? '', version, workplace: '新平小学' })
    const call = await worker.call(quarantineApi.recordCall, { episodeId: episodeId ?? '', way: 'phone', reached: true, temperature: 36.4, symptoms: [] })
    expect(await missingOf(worker, screeningId)).toEqual([])
    await worker.call(quarantineApi.undoCall, { callId: call.callId })
    expect(await missingOf(worker, screeningId)).toEqual(['temperature'])
    expect(await worker.call(api.tenPointsOf, { personId: personId ?? '' })).toEqual({ latest: { screeningId, missing: ['temperature'] } })
  })
})

describe('the figures', () => {
  test('of every area are the rows of its lists, field by field; Today counts the same; strangers see nothing', async () => {
    const { c, worker } = await aDesk()
    await worker.call(api.recordScreening, told(c))
    await worker.call(api.recordScreening, told(c, { via: undefined, tripNo: undefined }))
    await worker.call(api.recordScreening, told(c, { via: undefined, areaId: c.villageGroup.id }))
    const { area, below } = await worker.call(api.tenPointsByArea, {})
    expect(area).toMatchObject({ screened: 3, complete: 1, missing: { via: 2, tripNo: 1, phone: 0 } })
    expect(below.map((one) => [one.areaId, one.screened, one.complete])).toEqual(expect.arrayContaining([[c.villageGroup.id, 1, 0]]))
    for (const one of [area, ...below]) {
      const rows = async (field?: AskedField) => (await worker.call(api.listUnclear, { areaId: one.areaId, ...(field ? { field } : {}) })).items.length
      expect(await rows()).toBe(one.screened - one.complete)
      for (const field of askedFields) expect([field, await rows(field)]).toEqual([field, one.missing[field] ?? 0])
    }
    const today = (await worker.call(todayApi.today, { kind: 'baseData' })).groups.flatMap((group) => group.items)
    expect(today.find((item) => item.opens?.search['tab'] === 'ten')?.why.params).toEqual({ n: 2 })
    const stranger = await c.stranger('communityWorker')
    expect((await stranger.call(api.listUnclear, {})).items).toEqual([])
    expect((await stranger.call(api.tenPointsByArea, {})).area.screened).toBe(0)
    expect(await stranger.refused(api.tenPointsByArea, { areaId: c.community.id })).toMatchObject({ status: 404 })
  })

  test('page after page, the latest arrival first', async () => {
    const { c, worker } = await aDesk()
    for (const arrivedOn of ['2020-02-20', '2020-02-25', '2020-02-22']) await worker.call(api.recordScreening, told(c, { arrivedOn, via: undefined }))
    const page = await worker.call(api.listUnclear, { limit: 2 })
    const rest = await worker.call(api.listUnclear, { limit: 2, after: page.next ?? '' })
    expect([...page.items, ...rest.items].map((row) => [row.arrivedOn, row.clear, row.missing])).toEqual([['2020-02-25', 9, ['via']], ['2020-02-22', 9, ['via']], ['2020-02-20', 9, ['via']]])
  })
})

describe('filling it in', () => {
  test('takes the row off the list, one answer or several; undone, it is there again', async () => {
    const { c, worker } = await aDesk()
    const { screeningId } = await worker.call(api.recordScreening, anArrival({ c }, { verify: true }))
    expect(await missingOf(worker, screeningId)).toEqual(['companions', 'occupation', 'via', 'transport', 'tripNo', 'contact', 'closeContacts'])
    expect(await worker.call(api.clarify, { screeningId, facts: { companions: 0, occupation: '司机', transport: 'car' } })).toEqual({ missing: ['via', 'tripNo', 'contact', 'closeContacts'] })
    await worker.call(api.clarify, { screeningId, none: 'tripNo' })
    await worker.call(api.clarify, { screeningId, facts: { contact: 'none' } })
    expect(await worker.call(api.clarify, { screeningId, facts: { via: '直达', closeContacts: '没有' } })).toEqual({ missing: [] })
    expect((await worker.call(api.listUnclear, {})).items).toEqual([])
    expect(await worker.call(api.takeBackClarified, { screeningId, field: 'tripNo' })).toEqual({ missing: ['tripNo'] })
    expect(await worker.call(api.takeBackClarified, { screeningId, field: 'occupation' })).toEqual({ missing: ['occupation', 'tripNo'] })
  })

  test('a telephone goes to the person, a wrong one is said; none is confirmed and taken back there', async () => {
    const { c, worker } = await aDesk()
    const { screeningId, personId } = await worker.call(api.recordScreening, told(c, { who: { newcomer: { name: '周敏', documentKind: 'none', building: '1', unit: '1', room: '102' } } }))
    expect(await worker.refused(api.clarify, { screeningId, facts: { phone: '123' } })).toMatchObject({ status: 422, code: 'people.phoneWrong' })
    await worker.call(api.clarify, { screeningId, none: 'phone' })
    expect(await worker.call(api.takeBackClarified, { screeningId, field: 'phone' })).toEqual({ missing: ['phone'] })
    await worker.call(api.clarify, { screeningId, facts: { phone: '19900004444' } })
    expect((await worker.call(peopleApi.personCard, { personId: personId ?? '' })).phoneMasked).toBe('199****4444')
    expect(await worker.call(api.takeBackClarified, { screeningId, field: 'phone' })).toEqual({ missing: ['phone'] })
  })

  test('a fever heard afterwards goes to the health centre, and an origin told afterwards is decided upon', async () => {
    const { c, worker } = await aDesk()
    const { screeningId } = await worker.call(api.recordScreening, told(c, { temperature: undefined }))
    await worker.call(api.clarify, { screeningId, facts: { temperature: 38.2, symptoms: ['cough'] } })
    expect((await worker.call(leadsApi.listLeads, { tab: 'open' })).items).toMatchObject([{ name: '周敏' }])
    const unknown = await worker.call(api.recordScreening, told(c, { origin: 'unknown', originName: '没有问清' }))
    await worker.call(api.clarify, { screeningId: unknown.screeningId, facts: { origin: '420100', originName: '湖北省武汉市' } })
    expect(await worker.call(api.getScreening, { screeningId: unknown.screeningId })).toMatchObject({ originName: '湖北省武汉市', measure: 'centralQuarantine', missing: [] })
  })

  test('of somebody not in the register yet it stays with the record; the day is only told where nobody knew it', async () => {
    const { c, worker } = await aDesk()
    const { screeningId } = await worker.call(api.recordScreening, anArrival({ c }, { who: { newcomer: { name: '王芳', documentKind: 'none', building: '', unit: '', room: '' } } }))
    await worker.call(api.clarify, { screeningId, facts: { phone: '19900005555', building: '3', unit: '1', room: '502', arrivedOn: '2020-02-01', name: '别人' } })
    expect(await worker.call(api.getScreening, { screeningId })).toMatchObject({ name: '王芳', arrivedOn: '2020-02-26', phoneMasked: '199****5555', address: '3幢1单元502' })
    expect(await missingOf(worker, screeningId)).not.toContain('address')
  })

  test('a record of a frozen area is left as it is when somebody in the register changes', async () => {
    const { c, worker } = await aDesk()
    const { screeningId, personId } = await worker.call(api.recordScreening, told(c, { occupation: undefined }))
    await c.tx('system', async (ctx) => {
      const event = ctx.newId()
      await ctx.sql.run(sql`insert into privacy_event (id, area_id, area_path, title, order_no, started_on, state, created_at) select ${event}, id, area_path, '2020', '1', '2020-01-20', 'frozen', ${ctx.now} from area where id = ${c.community.id}`)
      await ctx.sql.run(sql`insert into frozen_area (event_id, area_path, what) select ${event}, area_path, 'all' from area where id = ${c.community.id}`)
    })
    const { version } = await worker.call(peopleApi.personCard, { personId: personId ?? '' })
    await worker.call(peopleApi.editPerson, { personId: personId ?? '', version, workplace: '新平小学' })
    expect(await missingOf(worker, screeningId)).toEqual(['occupation'])
    // Other tests' recurring jobs come by here.
    await c.tx('system', (ctx) => ctx.sql.run(sql`delete from frozen_area where area_path = ${c.community.path}`))
  })
})

test('correcting one thing when verifying leaves what was said of health', async () => {
  const { c, worker } = await aDesk()
  const { screeningId } = await worker.call(api.recordScreening, anArrival({ c }, { symptoms: ['cough'], contact: 'general', lastExposureOn: '2020-02-20' }))
  await worker.call(api.verifyScreening, { screeningId, corrections: { originName: '四川省成都市' } })
  expect(await worker.call(api.getScreening, { screeningId })).toMatchObject({ symptoms: ['cough'], symptomsAsked: true, contact: 'general' })
})
