import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aVenue, visitor } from '../../testing/examples/venues.ts'
import { register } from '../../testing/people.ts'
import { aCommunity, Caller, clock } from '../../testing/world.ts'
import { mounted } from '../../server/modules.ts'
import { venuesApi as api } from './contract.ts'
import { sameVenue } from './service/sameplace.ts'

const device = 'a-phone-of-her-own'

async function world(squareMetres?: number) {
  clock.set('2020-02-26T10:00:00+08:00')
  const c = await aCommunity()
  const keeper = await c.as('communityWorker')
  return { c, keeper, phone: new Caller(), ...(await aVenue({ c, caller: keeper }, squareMetres)) }
}

test('visitors scan in and out, the keeper counts those without a phone; when it is full whoever comes waits', async () => {
  const { keeper, phone, venueId, token } = await world(25)
  const first = await phone.call(api.checkIn, { token, ...visitor, device })
  expect(first).toMatchObject({ inside: 1, capacity: 2, leaveBy: '2020-02-26T02:15:00.000Z' })
  expect((await phone.call(api.checkIn, { token, ...visitor, device })).visitId, 'scanned twice').toBe(first.visitId)
  expect(await keeper.call(api.countIn, { venueId })).toMatchObject({ inside: 2, full: true })
  expect(await phone.refused(api.checkIn, { token, name: '赵强', phone: '19900005678' })).toMatchObject({ status: 409, code: 'venues.full', params: { capacity: 2 } })
  expect(await keeper.call(api.countIn, { venueId }), 'what the keeper sees is a fact').toMatchObject({ inside: 3 })
  await keeper.call(api.countOut, { venueId })
  expect(await phone.call(api.checkOut, { token, visitId: first.visitId })).toMatchObject({ inside: 1, full: false })
  clock.forward(20)
  expect((await keeper.call(api.getVenue, { venueId })).overstaying).toBe(1)
})

test('whoever knows a telephone number is told nothing by the door: neither that it is inside, nor since when, nor how to end that visit; it is counted once', async () => {
  const { keeper, phone, venueId, token } = await world(40)
  const asked = async (number: string, secret?: string) => phone.call(api.checkIn, { token, name: '某某', phone: number, ...(secret ? { device: secret } : {}) })
  const hers = await asked(visitor.phone, device)
  clock.forward(10)
  const [tried, other] = [await asked(visitor.phone), await asked('19900005678')]
  expect([Object.keys(tried), tried.leaveBy, tried.inside]).toEqual([Object.keys(other), '2020-02-26T02:25:00.000Z', 2])
  expect([other.leaveBy, other.inside, tried.visitId === hers.visitId]).toEqual([tried.leaveBy, 3, false])
  expect(await keeper.call(api.getVenue, { venueId }), 'one number, one visitor').toMatchObject({ inside: 2, visitsToday: 2 })
  await phone.call(api.checkOut, { token, visitId: tried.visitId })
  expect(await asked(visitor.phone, device), 'her own phone knows it again').toMatchObject({ visitId: hers.visitId, leaveBy: hers.leaveBy })
  await asked('19900006789')
  await asked('19900007890')
  expect([(await phone.refused(api.checkIn, { token, ...visitor })).code, (await asked(visitor.phone, device)).full], 'full is full for every number').toEqual(['venues.full', true])
})

test('a question about a number is in the trail under the person who has it, and under the number’s blind index where nobody was found', async () => {
  const { c, keeper } = await world()
  const { personId } = await register(keeper, c, { phone: visitor.phone })
  const cdc = await c.as('cdc')
  const span = { from: '2020-02-26T00:00:00.000Z', to: '2020-02-26T01:00:00.000Z', reason: '3号病例流调' }
  for (const phone of [visitor.phone, '19900008901']) expect((await cdc.call(api.traceVisitor, { phone, ...span })).items).toEqual([])
  const kept = await c.tx('system', (ctx) => ctx.sql.rows<{ subjects: string[]; reason: string }>(sql`
    select subjects, reason from audit_event where endpoint = 'venues.traceVisitor' and account_id = ${cdc.accountId} order by at, id`))
  const index = (phone: string) => c.tx('system', async (ctx) => ctx.vault.index('phone', phone))
  expect(kept).toEqual([{ subjects: [personId, await index(visitor.phone)], reason: span.reason }, { subjects: [await index('19900008901')], reason: span.reason }])
})

test('who was inside when is found by disease control, with a reason, by place and by number; nobody else may look', async () => {
  const { c, keeper, phone, venueId, token } = await world()
  const { visitId } = await phone.call(api.checkIn, { token, ...visitor })
  clock.forward(30)
  await phone.call(api.checkOut, { token, visitId })
  const span = { from: '2020-02-26T02:10:00.000Z', to: '2020-02-26T02:20:00.000Z', reason: '3号病例流调' }
  const cdc = await c.as('cdc')
  expect((await cdc.call(api.traceVenue, { venueId, ...span })).items).toMatchObject([{ name: '周敏', phoneMasked: '199****1234' }])
  expect((await cdc.call(api.traceVenue, { venueId, ...span, from: '2020-02-26T03:00:00.000Z', to: '2020-02-26T04:00:00.000Z' })).items).toEqual([])
  expect((await cdc.call(api.traceVisitor, { phone: visitor.phone, ...span, from: '2020-02-26T00:00:00.000Z' })).items.map((one) => one.venueId)).toContain(venueId)
  expect(await cdc.call(api.revealVisitor, { visitId, reason: '3号病例流调' })).toEqual({ phone: visitor.phone })
  expect((await keeper.refused(api.traceVenue, { venueId, ...span })).status).toBe(403)
  expect((await phone.refused(api.openVenue, { token: 'guessed-guessed-guessed' })).code).toBe('venues.noCode')
})

test('a visit nobody scanned out of ends with its own day, however late somebody says so, and is traced no longer than that', async () => {
  const { c, keeper, phone, venueId, token } = await world()
  const { visitId } = await phone.call(api.checkIn, { token, ...visitor, device })
  clock.set('2020-02-27T09:00:00+08:00')
  const again = await phone.call(api.checkIn, { token, ...visitor, device })
  expect([again.visitId === visitId, again.inside], 'the poster of the next day is another visit').toEqual([false, 1])
  await phone.call(api.checkOut, { token, visitId })
  const cdc = await c.as('cdc')
  const trace = async (from: string, to: string) => (await cdc.call(api.traceVenue, { venueId, from, to, reason: '3号病例流调' })).items.map((one) => [one.visitId, one.outAt])
  expect(await trace('2020-02-26T15:00:00.000Z', '2020-02-26T15:30:00.000Z')).toEqual([[visitId, '2020-02-26T16:00:00.000Z']])
  expect(await trace('2020-02-26T20:00:00.000Z', '2020-02-27T00:30:00.000Z')).toEqual([])
  expect(await keeper.call(api.getVenue, { venueId })).toMatchObject({ inside: 1 })
})

test('a visit somebody else made under her name and number is objected to: it stays with why, counts nowhere and traces nobody; taken back it does again', async () => {
  const { c, keeper, phone, venueId, token } = await world()
  const { visitId } = await phone.call(api.checkIn, { token, ...visitor })
  await phone.call(api.checkIn, { token, name: '赵强', phone: '19900005678' })
  const cdc = await c.as('cdc')
  const span = { from: '2020-02-26T01:00:00.000Z', to: '2020-02-26T03:00:00.000Z', reason: '3号病例流调' }
  const beside = async () => c.tx('cdc', async (ctx) => (await sameVenue(ctx, { phoneIndexes: [ctx.vault.index('phone', '19900005678')], from: span.from, to: span.to, minutes: 30, after: undefined, limit: 20 })).map((one) => one.name))
  expect([(await keeper.call(api.getVenue, { venueId })).inside, await beside()]).toEqual([2, ['周敏']])
  expect((await keeper.refused(api.takeBackVisit, { visitId, reason: '本人说没有去过' })).status).toBe(403)
  expect(await cdc.call(api.takeBackVisit, { visitId, reason: '本人说没有去过' })).toMatchObject({ takenBackAt: clock.now, takenBackReason: '本人说没有去过' })
  expect(await keeper.call(api.getVenue, { venueId })).toMatchObject({ inside: 1, visitsToday: 1 })
  expect(await beside()).toEqual([])
  expect((await cdc.call(api.traceVenue, { venueId, ...span })).items.map((one) => [one.name, one.takenBackReason])).toEqual([['赵强', null], ['周敏', '本人说没有去过']])
  expect((await cdc.call(api.restoreVisit, { visitId })).takenBackAt).toBeNull()
  expect([(await keeper.call(api.getVenue, { venueId })).inside, await beside()]).toEqual([2, ['周敏']])
})

test('where somebody else scanned in before her under her number, she counts once that visit is voided or over, and the keeper’s −1 takes the number out once', async () => {
  const { c, keeper, phone, venueId, token } = await world()
  const cdc = await c.as('cdc')
  const shown = async () => { const { inside, visitsToday } = await keeper.call(api.getVenue, { venueId }); return [inside, visitsToday] }
  const scanIn = (more: object = {}) => { clock.forward(5); return phone.call(api.checkIn, { token, ...visitor, ...more }) }
  const leave = ({ visitId }: { visitId: string }) => phone.call(api.checkOut, { token, visitId })
  const wrong = await scanIn()
  const hers = await scanIn({ device })
  expect(await shown()).toEqual([1, 1])
  await cdc.call(api.takeBackVisit, { visitId: wrong.visitId, reason: '本人说是后来才到的' })
  expect(await shown(), 'voided: hers counts').toEqual([1, 1])
  await cdc.call(api.restoreVisit, { visitId: wrong.visitId })
  expect(await shown()).toEqual([1, 1])
  clock.forward(5)
  await leave(wrong)
  expect((await shown())[0], 'the other one left, she is inside').toBe(1)
  await scanIn()
  expect((await shown())[0]).toBe(1)
  clock.forward(5)
  await keeper.call(api.countOut, { venueId })
  expect((await shown())[0]).toBe(0)
  await leave(hers)
  expect((await shown())[0]).toBe(0)
})

test('a closed place lets nobody in; disinfection is noted and taken back the same day', async () => {
  const { keeper, phone, venueId, token } = await world()
  await keeper.call(api.closeVenue, { venueId })
  expect((await phone.refused(api.checkIn, { token, ...visitor })).code).toBe('venues.closed')
  const { disinfectionId, venue } = await keeper.call(api.recordDisinfection, { venueId, place: '入口', agent: 'chlorine', concentration: 500, minutes: 30 })
  expect(venue.disinfections).toHaveLength(1)
  expect((await keeper.call(api.undoDisinfection, { disinfectionId })).disinfections).toEqual([])
})

test('the list stands by place, name or how many are inside, one tab for those whose door needs a look', async () => {
  const { c, keeper, venueId } = await world(10)
  const second = await keeper.call(api.createVenue, { areaId: c.compounds[0]?.id ?? '', name: '阿诗玛药店', kind: 'pharmacy', squareMetres: 100 })
  await keeper.call(api.countIn, { venueId })
  await keeper.call(api.createVenue, { areaId: c.compounds[0]?.id ?? '', name: '关门的店', kind: 'other', squareMetres: 100 }).then(({ venueId: id }) => keeper.call(api.closeVenue, { venueId: id }))
  expect(await keeper.call(api.venueCounts, {})).toEqual({ all: 3, free: 1, full: 1, staying: 0, closed: 1 })
  const ids = async (input: object) => (await keeper.call(api.listVenues, input)).items.map((one) => one.venueId)
  for (const tab of ['free', 'full', 'staying', 'closed'] as const) expect((await ids({ tab })).length, tab).toBe({ free: 1, full: 1, staying: 0, closed: 1 }[tab])
  expect(await ids({ tab: 'full' })).toEqual([venueId])
  expect((await ids({ order: '-inside' }))[0]).toBe(venueId)
  const first = await keeper.call(api.listVenues, { order: 'venue', limit: 1 })
  expect([...first.items, ...(await keeper.call(api.listVenues, { order: 'venue', limit: 2, after: first.next ?? '' })).items].map((one) => one.name).toSorted()).toEqual(['关门的店', '惠民超市', '阿诗玛药店'])
  expect(await ids({ text: '药店' })).toEqual([second.venueId])
  const listed = mounted.find((m) => m.name === 'venues.listVenues/export')?.endpoint ?? api.listVenues
  const { bytes } = await keeper.download(listed, { tab: 'full', format: 'csv', columns: 'venue,inside' } as never)
  expect(bytes.toString()).toBe('\ufeff场所,种类,地址,场内,最多\r\n惠民超市,商超,锦绣小区,1,1\r\n')
})
