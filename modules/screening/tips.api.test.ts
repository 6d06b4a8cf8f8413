import { beforeEach, describe, expect, test } from 'vitest'
import { aDeclarer, aDesk, anArrival } from '../../testing/examples/screening.ts'
import { clock, type Caller, type Community } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { screeningApi as api } from './contract.ts'

beforeEach(() => clock.set('2020-02-26T14:00:00+08:00'))

describe('an anonymous neighbour', () => {
  const seen = (c: Community, more: object = {}) => ({ areaId: c.compounds[0]?.id, building: '3', unit: '2', room: '501', seen: ['arrived' as const], ...more })
  const tipsOf = async (worker: Caller) => (await worker.call(api.listScreenings, { channels: ['tip'] })).items

  test('says what they saw: a record at that door, about nobody, and a second tip about the door joins it', async () => {
    const { c, worker } = await aDesk()
    const neighbour = await aDeclarer(c)
    const answer = await neighbour.call(api.reportTip, seen(c, { words: '昨晚有两个人拖着行李住进来', people: 2 }))
    expect(Object.keys(answer).sort()).toEqual(['communityName', 'officePhone', 'receiptNo'])
    await neighbour.call(api.reportTip, seen(c, { building: '3号楼', unit: '二单元', room: '501室', seen: ['other'] }))
    const [record, ...more] = await tipsOf(worker)
    expect(more).toEqual([])
    const card = await worker.call(api.getScreening, { screeningId: record?.screeningId ?? '' })
    expect(card).toMatchObject({ name: '', state: 'toVerify', personId: null, managedAtDoor: 0, dayTold: false })
    expect(card.tips.map((tip) => tip.seen)).toEqual([['arrived'], ['other']])
    expect((await worker.refused(api.verifyScreening, { screeningId: card.screeningId, corrections: { arrivedOn: '2020-02-25' } })).code).toBe('screening.nobodyNamed')
  })

  test('stays unknown: neither the row nor the trail keeps where the tip came from', async () => {
    const { c } = await aDesk()
    await (await aDeclarer(c)).call(api.reportTip, seen(c))
    const { line, row } = await c.tx('system', async ({ sql }) => ({
      line: await sql.get<{ ip: string; device: string; endpoint: string }>({ text: "select ip, device, endpoint from audit_event where endpoint = 'screening.reportTip' order by at desc, id desc limit 1", values: [] }),
      row: await sql.get<Record<string, unknown>>({ text: 'select * from tip order by at desc, id desc limit 1', values: [] }),
    }))
    expect(line).toEqual({ ip: '', device: '', endpoint: 'screening.reportTip' })
    expect([row['phone_sealed'], row['phone_masked']]).toEqual([null, null])
  })

  test('was wrong: settled as nobody there, no mark is left on anybody; was right: the registration takes the tip in', async () => {
    const { c, worker } = await aDesk()
    const neighbour = await aDeclarer(c)
    const { personId } = await worker.call(peopleApi.registerPerson, { areaId: c.compounds[0]?.grids[0]?.id ?? '', building: '3', unit: '2', room: '501', name: '李桂兰' })
    await neighbour.call(api.reportTip, seen(c))
    const [wrong] = await tipsOf(worker)
    await worker.call(api.dismissScreening, { screeningId: wrong?.screeningId ?? '', reason: 'nobodyThere' })
    expect((await worker.call(peopleApi.personCard, { personId })).timeline.filter((e) => e.kind.startsWith('screening'))).toEqual([])
    await neighbour.call(api.reportTip, seen(c, { seen: ['arrived', 'unwell'], words: '一直咳嗽' }))
    const tip = (await tipsOf(worker)).find((one) => one.state === 'toVerify')
    const doctor = await c.as('healthCentreDoctor')
    expect((await doctor.call(leadsApi.listLeads, {})).items).toMatchObject([{ kind: 'symptom', channel: 'tip', personId: null, summary: { words: '一直咳嗽' } }])
    const done = await worker.call(api.recordScreening, anArrival({ c }, { verify: true, tipId: tip?.screeningId ?? '' }))
    expect((await worker.call(api.getScreening, { screeningId: tip?.screeningId ?? '' }))).toMatchObject({ state: 'joined', joinedTo: done.screeningId })
    expect((await doctor.call(leadsApi.listLeads, {})).items).toMatchObject([{ personId: done.personId }])
  })

  test('is not heard without end: about one door a few times a day, through one code some times an hour', async () => {
    const { c } = await aDesk()
    const neighbour = await aDeclarer(c)
    for (let n = 0; n < 5; n++) await neighbour.call(api.reportTip, seen(c))
    expect(await neighbour.refused(api.reportTip, seen(c))).toMatchObject({ status: 429, code: 'screening.tooManyTips' })
    await neighbour.call(api.reportTip, seen(c, { room: '502' }))
  })
})
