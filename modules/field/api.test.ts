import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { addMinutes } from '../../kernel/dates.ts'
import { nobody, type Draft } from '../../mobile/declaration/draft.ts'
import { decideHere } from '../../mobile/staff/deciding.ts'
import { inputOf as screened, startDraft } from '../../mobile/staff/screening.ts'
import { passageApi } from '../passage/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { screeningApi } from '../screening/contract.ts'
import { aParcel, aPhone, callRecord, sealOn } from '../../testing/examples/field.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, Caller, clock, type Community } from '../../testing/world.ts'
import type { Runner } from '../../kernel/ctx.ts'
import { fieldApi as api } from './contract.ts'
import { knownOf } from './rules.ts'
import { fieldJobs } from './service.ts'

const world = async (c: Community) => ({ c, caller: await c.as('communityWorker') })

test('a record handed over is entered under both names with the time it was recorded', async () => {
  const w = await world(await aCommunity())
  const { episodeId } = await somebodyManaged(w)
  const grid = await w.c.as('gridWorker')
  const phone = await aPhone(grid)
  const at = addMinutes(clock.now, -26 * 60)
  const record = callRecord(episodeId, { at, input: { episodeId, way: 'visit', reached: true, temperature: 36.4, at } })
  const { received } = await new Caller().call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'dutyLost', parcels: [await sealOn(phone, record)] })
  expect(received).toMatchObject([{ id: record.id, arrived: false }])
  expect((await w.caller.call(api.listParcels, {})).items).toMatchObject([{ parcelId: record.id, why: 'dutyLost', title: '上门 李桂兰', recordedAt: at }])
  expect(await w.caller.call(api.acceptParcel, { parcelId: record.id })).toMatchObject({ state: 'accepted', lines: record.words.lines })
  const card = await w.caller.call(quarantineApi.getEpisode, { episodeId })
  expect(card.readings).toMatchObject([{ temperature: 36.4, takenAt: at }])
  expect(card.readings[0]?.takerName).toMatch(/^gridWorker.* \/ communityWorker/)
  expect((await w.caller.refused(api.acceptParcel, { parcelId: record.id })).code).toBe('field.notWaiting')
})

test('what was sealed by another key, for another account or with one letter changed is given back', async () => {
  const w = await world(await aCommunity())
  const { episodeId } = await somebodyManaged(w)
  const [mine, theirs] = [await aPhone(await w.c.as('gridWorker')), await aPhone(await w.c.as('gridWorker'))]
  const good = await sealOn(mine, callRecord(episodeId))
  const tampered = { ...good, sealed: good.sealed.slice(0, 40) + (good.sealed[40] === 'A' ? 'B' : 'A') + good.sealed.slice(41) }
  const send = (phone: typeof mine, parcel: typeof good) => new Caller().call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'handedOver', parcels: [parcel] })
  for (const [phone, parcel] of [[theirs, good], [mine, tampered], [mine, { ...good, id: uuidv7() }], [{ ...mine, phoneId: crypto.randomUUID() }, good]] as const) {
    expect(await send(phone, parcel)).toEqual({ received: [], refused: [parcel.id] })
  }
  expect((await send(mine, good)).refused).toEqual([])
  expect((await send(mine, good)).received, 'sent twice').toHaveLength(1)
  expect((await w.caller.call(api.parcelCounts, {})).waiting).toBe(1)
})

test('a record whose answer never reached the phone is not entered a second time', async () => {
  const w = await world(await aCommunity())
  const { episodeId } = await somebodyManaged(w)
  const grid = await w.c.as('gridWorker')
  const phone = await aPhone(grid)
  const record = callRecord(episodeId)
  await grid.call(quarantineApi.recordCall, record.input as never, { commandId: record.id })
  const { received } = await new Caller().call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'left', parcels: [await sealOn(phone, record)] })
  expect(received).toMatchObject([{ arrived: true }])
  expect((await w.caller.call(api.parcelCounts, {})).waiting).toBe(0)
})

test('a lost phone is wiped at its next contact, also without a session, and its owner begins anew', async () => {
  const w = await world(await aCommunity())
  const { episodeId } = await somebodyManaged(w)
  const grid = await w.c.as('gridWorker')
  const phoneId: string = crypto.randomUUID()
  const phone = await aPhone(grid, phoneId)
  const box = { phoneId, phoneNow: addMinutes(clock.now, -3), boxes: [{ accountId: phone.accountId, waiting: 1, carryMadeAt: clock.now }] }
  expect((await new Caller().call(api.contact, box)).wipe).toEqual([])
  const listed = async () => (await w.caller.call(api.listDevices, {})).items.find((one) => one.deviceId === phone.deviceId)
  expect(await listed()).toMatchObject({ waiting: 1, carryMadeAt: clock.now, clockOffSeconds: 180, wipeOrderedAt: null })
  const admin = await w.c.as('systemAdmin')
  await admin.call(api.wipeDevice, { deviceId: phone.deviceId, reason: '手机丢了' })
  expect((await grid.refused(api.carry, {})).status, 'its session has ended').toBe(401)
  expect((await new Caller().call(api.contact, box)).wipe).toEqual([phone.accountId])
  await new Caller().call(api.deliver, { phoneId, accountId: phone.accountId, why: 'wiped', parcels: [await sealOn(phone, callRecord(episodeId))] })
  expect((await new Caller().call(api.contact, { ...box, boxes: [], wiped: [phone.accountId] })).wipe).toEqual([])
  expect(await listed()).toMatchObject({ waiting: 0, carryMadeAt: null, wipedAt: clock.now })
  expect((await admin.refused(api.wipeDevice, { deviceId: phone.deviceId, reason: '手机丢了' })).code).toBe('field.alreadyWiped')
  expect((await w.caller.call(api.listParcels, {})).items).toMatchObject([{ why: 'wiped' }])
})

test('one’s own phone is wiped by oneself; somebody else’s only by whoever keeps the phones there', async () => {
  const c = await aCommunity()
  const [grid, colleague] = [await c.as('gridWorker'), await c.as('gridWorker')]
  const { deviceId } = await aPhone(grid)
  expect((await colleague.refused(api.wipeDevice, { deviceId, reason: '看看' })).status).toBe(404)
  expect((await (await c.stranger('communityWorker')).refused(api.wipeDevice, { deviceId, reason: '看看' })).status).toBe(404)
  const other = await aPhone(colleague)
  const mine = await colleague.call(api.myDevices, {})
  await colleague.call(api.wipeDevice, { deviceId: mine.items[0]?.deviceId ?? '', reason: '丢了' }).catch(() => undefined)
  const worker = await c.as('communityWorker')
  await worker.call(api.keepDevice, { deviceId: other.deviceId })
  expect((await worker.call(api.listDevices, {})).items.find((one) => one.deviceId === other.deviceId)).toMatchObject({ wipeOrderedAt: null })
})

test('a phone carries what its duty needs: the grid worker doors and readings, the property staff names and doors, the gatekeeper nobody', async () => {
  const w = await world(await aCommunity())
  const { episodeId, personId } = await somebodyManaged(w)
  await w.c.tx('system', (ctx) => ctx.sql.run(sql`insert into visit (id, episode_id, area_path, visitor, purpose, state, due_at, created_at, need)
    select gen_random_uuid(), e.id, e.area_path, 'property', 'delivery', 'owed', ${clock.now}::timestamptz + interval '1 hour', now(), '降压药' from episode e where e.id = ${episodeId}`))
  const carried = async (role: 'gridWorker' | 'propertyStaff' | 'gatekeeper', known = '') => (await (await w.c.as(role)).call(api.carry, { known })).parts
  const grid = await carried('gridWorker')
  expect(grid.flatMap((part) => part.people ?? [])).toMatchObject([{ episodeId, personId, windows: [{ window: 'afternoon', state: 'open' }] }])
  expect(grid.flatMap((part) => part.doors ?? []).flatMap((door) => door.people)).toMatchObject([{ personId }])
  expect(grid.find((part) => part.policy)?.policy?.orderNo).toBeTruthy()
  expect(JSON.stringify(grid), 'no clear numbers').not.toMatch(/"(999\d{15}|1990000\d{4})"/)
  expect((await carried('propertyStaff')).flatMap((part) => part.people ?? [])).toMatchObject([{ personId: null, measure: null, phoneMasked: null, windows: [], last: null, visits: [{ need: '降压药' }] }])
  expect((await carried('gatekeeper')).flatMap((part) => [...(part.people ?? []), ...(part.doors ?? [])])).toEqual([])
})

test('a second sync brings only the part that changed', async () => {
  const w = await world(await aCommunity())
  const { episodeId } = await somebodyManaged(w)
  const grid = await w.c.as('gridWorker')
  const first = await grid.call(api.carry, {})
  expect((await grid.call(api.carry, { known: knownOf(first.parts) })).parts).toEqual([])
  await grid.call(quarantineApi.recordCheck, { episodeId, temperature: 36.5 })
  const again = await grid.call(api.carry, { known: knownOf(first.parts) })
  expect(again.parts).toHaveLength(1)
  expect(again.parts[0]?.people).toMatchObject([{ episodeId, last: { temperature: 36.5 } }])
})

test('what a phone without signal recorded yesterday keeps its time, and the trail keeps its clock', async () => {
  const w = await world(await aCommunity())
  const { episodeId } = await somebodyManaged(w)
  const grid = await w.c.as('gridWorker')
  const at = addMinutes(clock.now, -25 * 60)
  await w.c.tx('system', (ctx) => ctx.sql.run(sql`insert into visit (id, episode_id, area_path, visitor, purpose, state, due_at, created_at) select ${uuidv7()}, e.id, e.area_path, 'worker', 'routine', 'owed', ${at}, ${at} from episode e where e.id = ${episodeId}`))
  const visitId = (await grid.call(quarantineApi.listVisits, {})).items.find((one) => one.episodeId === episodeId)?.id ?? ''
  await grid.call(quarantineApi.recordVisit, { visitId, result: 'made', at, temperature: 36.6 }, { recorded: { phoneAt: at, clockOff: -42 } })
  const card = await grid.call(quarantineApi.getEpisode, { episodeId })
  expect([card.readings[0]?.takenAt, card.visits.find((one) => one.id === visitId)?.madeAt]).toEqual([at, at])
  const told = await grid.call(screeningApi.recordScreening, { who: { newcomer: { name: '石新桥' } }, channel: 'door', origin: '420102', originName: '湖北省武汉市', arrivedOn: at.slice(0, 10), reportedAt: at })
  expect((await grid.call(screeningApi.getScreening, { screeningId: told.screeningId })).reportedAt).toBe(at)
  const trail = await w.c.tx('system', (ctx) => ctx.sql.rows<{ detail: unknown }>(sql`select detail from audit_event where endpoint = 'quarantine.recordVisit' and ${visitId} = any(subjects)`))
  expect(trail).toMatchObject([{ detail: { phoneAt: at, clockOff: -42 } }])
})

test('a filed record can be taken back to the desk, and a stranger sees none of it', async () => {
  const w = await world(await aCommunity())
  const parcel = await aParcel(w)
  await w.caller.call(api.fileParcel, { ...parcel, reason: '同一次上门已经登记' })
  expect(await w.caller.call(api.reopenParcel, parcel)).toMatchObject({ state: 'waiting', reason: null })
  expect((await (await w.c.stranger('communityWorker')).call(api.listParcels, {})).items).toEqual([])
})

test('phone and server decide alike on the same facts, and give the same sentence', async () => {
  const c = await aCommunity()
  await policyInForceHere({ c, caller: await c.as('communityWorker') })
  const grid = await c.as('gridWorker')
  const { parts } = await grid.call(api.carry, {})
  const policy = parts.find((part) => part.policy)?.policy ?? undefined
  const homeCode = parts.find((part) => part.duty)?.duty?.homeCode ?? ''
  const facts = ['420102', '510104', '530102', '532601', 'abroad', 'unknown'].flatMap((origin) => [['none', undefined], ['general', '2020-02-20']].flatMap(([contact, lastExposureOn]) =>
    [{ symptoms: [] as never[], temperature: undefined }, { symptoms: ['cough' as never], temperature: 36.8 }, { symptoms: [], temperature: 38.2 }, { symptoms: [], temperature: 43 }].map((health) => ({ origin, contact, lastExposureOn, ...health }))))
  for (const { origin, contact, lastExposureOn, symptoms, temperature } of facts) {
    const draft = { ...startDraft(undefined), origin, originName: '某地', arrivedOn: '2020-02-25', people: [{ ...nobody, name: '某人', contact, lastExposureOn: lastExposureOn ?? '', symptoms, temperature }] } as Draft
    const server = await grid.call(screeningApi.previewDecision, {
      origin: origin as never, originName: '某地', arrivedOn: '2020-02-25', contact: contact as never, symptoms, reportedAt: clock.now, ...(lastExposureOn ? { lastExposureOn } : {}), ...(temperature === undefined ? {} : { temperature }),
    })
    expect(decideHere(draft, policy, homeCode, clock.now), JSON.stringify({ origin, contact, symptoms, temperature })).toEqual(server.decision)
  }
  expect(facts).toHaveLength(48)
})

test('passages a phone recorded and could not send are entered by the community with their own time', async () => {
  const w = await world(await aCommunity())
  const gate = await w.caller.call(passageApi.createGate, { areaId: w.c.compounds[0]?.id ?? '', name: '东门', kind: 'compound' })
  const phone = await aPhone(await w.c.as('gatekeeper'))
  const [id, at] = [uuidv7(), addMinutes(clock.now, -90)]
  const record = callRecord('', { id, command: 'passage.recordPassages', at, input: { items: [{ eventId: id, gateId: gate.gateId, at, direction: 'out', subject: 'unknown', name: '石过路', temperature: 36.5 }] } })
  await new Caller().call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'left', parcels: [await sealOn(phone, record)] })
  await w.caller.call(api.acceptParcel, { parcelId: id })
  expect((await w.caller.call(passageApi.listPassages, {})).items).toMatchObject([{ eventId: id, at }])
})

test('a passage that does not go in is not said to be registered, and waits where its gate stands though its keeper serves elsewhere by now', async () => {
  const w = await world(await aCommunity())
  const gate = await w.caller.call(passageApi.createGate, { areaId: w.c.compounds[0]?.id ?? '', name: '东门', kind: 'compound' })
  // 调岗: signed in again where the duty is now.
  const elsewhere = await aCommunity()
  const phone = await aPhone(await elsewhere.as('gatekeeper'))
  const [at, ids] = [addMinutes(clock.now, -90), [uuidv7(), uuidv7(), uuidv7()]]
  const of = (id = '', more: object = {}) => callRecord('', { id, command: 'passage.recordPassages', at, input: { items: [{ eventId: id, gateId: gate.gateId, at, direction: 'out', subject: 'unknown', temperature: 36.5, ...more }] } })
  const records = [of(ids[0]), of(ids[1], { name: '' }), of(ids[2], { gateId: uuidv7() })]
  await new Caller().call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'dutyLost', parcels: await Promise.all(records.map((one) => sealOn(phone, one))) })
  const there = await elsewhere.as('communityWorker')
  expect((await there.call(api.listParcels, {})).items.map((one) => one.parcelId), 'a gate nobody knows leaves it with its keeper').toEqual([ids[2]])
  expect((await there.refused(api.acceptParcel, { parcelId: ids[2] ?? '' })).code).toBe('field.noSuchGate')
  expect((await w.caller.refused(api.acceptParcel, { parcelId: ids[1] ?? '' })).code).toBe('field.outOfShape')
  expect(await w.caller.call(api.acceptParcel, { parcelId: ids[0] ?? '' })).toMatchObject({ state: 'accepted' })
  expect((await w.caller.call(passageApi.listPassages, {})).items).toMatchObject([{ eventId: ids[0], at }])
  expect((await w.caller.call(api.parcelCounts, {})).waiting, 'what came back goes on waiting').toBe(1)
})

test('a sign-on and a hand-over left on a phone stand under their author, with both names and their own times', async () => {
  const w = await world(await aCommunity())
  const gate = await w.caller.call(passageApi.createGate, { areaId: w.c.compounds[0]?.id ?? '', name: '东门', kind: 'compound' })
  const keeper = await w.c.as('gatekeeper')
  const phone = await aPhone(keeper)
  const of = (command: 'passage.signOn' | 'passage.handOver', minutes: number, input: object) => callRecord('', { command, at: addMinutes(clock.now, -minutes), input: { gateId: gate.gateId, at: addMinutes(clock.now, -minutes), ...input } })
  const records = [of('passage.signOn', 90, {}), of('passage.handOver', 10, { items: [{ item: '测温枪', count: 2 }] })]
  await new Caller().call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'left', parcels: await Promise.all(records.map((one) => sealOn(phone, one))) })
  for (const { id } of records) await w.caller.call(api.acceptParcel, { parcelId: id })
  const { shifts } = await w.caller.call(passageApi.getGate, { gateId: gate.gateId })
  expect(shifts.find((one) => one.signedOnAt !== null)).toMatchObject({ signedOnAt: addMinutes(clock.now, -90), signedOnName: expect.stringContaining(' / '), handOvers: [{ at: addMinutes(clock.now, -10), items: [{ item: '测温枪', count: 2 }] }] })
  expect((await keeper.call(passageApi.myGates, {})).items).toMatchObject([{ onPost: false }])
})

test('the session of a phone that was opened lasts a shift without use, that of a desk a quarter of an hour', async () => {
  const c = await aCommunity()
  const [grid, desk] = [await c.as('gridWorker'), await c.as('gridWorker')]
  await aPhone(grid)
  const before = clock.now
  await c.tx('system', (ctx) => ctx.sql.run(sql`update session set seen_at = ${before} where account_id in (${grid.accountId}, ${desk.accountId})`))
  clock.set(addMinutes(before, 13 * 60))
  expect((await desk.refused(api.carry, {})).status).toBe(401)
  expect((await grid.call(api.carry, {})).all).toContain('duty')
  clock.set(addMinutes(before, 13 * 60 + 14 * 60 + 1))
  expect((await grid.refused(api.carry, {})).status).toBe(401)
  clock.set(before)
})

test('what was recorded at doors waits where the doors are, though its author serves elsewhere by now and is signed in there', async () => {
  const w = await world(await aCommunity())
  const { episodeId, personId } = await somebodyManaged(w)
  const elsewhere = await aCommunity()
  const grid = await elsewhere.as('gridWorker')
  const phone = await aPhone(grid)
  const newcomer = (more: object) => ({ ...screened({ ...startDraft(undefined), origin: '420102', originName: '武汉', arrivedOn: '2020-02-25', building: '3', room: '902', people: [{ ...nobody, name: '石外业', contact: 'none', symptoms: [] }] } as Draft, undefined, clock.now, w.c.community.id), ...more })
  const records = [
    callRecord(episodeId), callRecord('', { command: 'screening.recordScreening', input: newcomer({}) }), callRecord('', { command: 'screening.recordScreening', input: newcomer({ areaId: undefined, who: { personId } }) }),
    callRecord('', { command: 'screening.recordScreening', input: newcomer({ areaId: undefined }) }),
  ]
  await grid.call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'dutyLost', parcels: await Promise.all(records.map((one) => sealOn(phone, one))) })
  expect((await w.caller.call(api.listParcels, {})).items.map((one) => one.parcelId)).toEqual(records.slice(0, 3).map((one) => one.id))
  expect((await (await elsewhere.as('communityWorker')).call(api.listParcels, {})).items.map((one) => one.parcelId)).toEqual([records[3]?.id])
  expect(await w.caller.call(api.acceptParcel, { parcelId: records[1]?.id ?? '' })).toMatchObject({ state: 'accepted' })
})

test('what somebody recorded is not taken under the name of whoever has signed in since on the same phone', async () => {
  const w = await world(await aCommunity())
  const { episodeId } = await somebodyManaged(w)
  const [grid, next] = [await w.c.as('gridWorker'), await w.c.as('gridWorker')]
  const { id, input, at } = callRecord(episodeId)
  const sent = { commandId: id, recorded: { phoneAt: at, clockOff: 0, by: grid.accountId } }
  expect((await next.refused(quarantineApi.recordCall, input as never, sent)).status).toBe(401)
  await grid.call(quarantineApi.recordCall, input as never, sent)
  expect((await w.caller.call(quarantineApi.getEpisode, { episodeId })).readings).toHaveLength(1)
})

test('what was handed over and has come by itself as well is entered once, whichever came first, and the phone gets its answer', async () => {
  const w = await world(await aCommunity())
  const grid = await w.c.as('gridWorker')
  const phone = await aPhone(grid)
  const entered = async (first: 'phone' | 'desk') => {
    const { episodeId } = await somebodyManaged(w)
    const record = callRecord(episodeId)
    await grid.call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'left', parcels: [await sealOn(phone, record)] })
    const sending = () => grid.call(quarantineApi.recordCall, record.input as never, { commandId: record.id })
    const accepting = () => w.caller.call(api.acceptParcel, { parcelId: record.id })
    const { answer, parcel } = first === 'phone' ? { answer: await sending(), parcel: await accepting() } : { parcel: await accepting(), answer: await sending() }
    const { readings } = await w.caller.call(quarantineApi.getEpisode, { episodeId })
    return [parcel.state, readings.map(({ temperature, takerName }) => [temperature, takerName?.includes(' / ')]), typeof answer.callId, answer.abnormal]
  }
  expect(await entered('phone')).toEqual(['arrived', [[36.4, false]], 'string', false])
  expect(await entered('desk')).toEqual(['accepted', [[36.4, true]], 'string', false])
})

test('what was handed over and then came by itself waits at the desk no more, a passage by its own id', async () => {
  const w = await world(await aCommunity())
  const gate = await w.caller.call(passageApi.createGate, { areaId: w.c.compounds[0]?.id ?? '', name: '东门', kind: 'compound' })
  const { episodeId } = await somebodyManaged(w)
  const [grid, keeper] = [await w.c.as('gridWorker'), await w.c.as('gatekeeper')]
  const [phone, other] = [await aPhone(grid), await aPhone(keeper)]
  const call = callRecord(episodeId, { doubtful: 'open' })
  const item = { eventId: uuidv7(), gateId: gate.gateId, at: addMinutes(clock.now, -90), direction: 'out', subject: 'unknown', name: '石过路', temperature: 36.5 }
  const passage = callRecord('', { command: 'passage.recordPassages', input: { items: [item] } })
  const deliver = (on: typeof phone, record: typeof call) => sealOn(on, record).then((parcel) => grid.call(api.deliver, { phoneId: on.phoneId, accountId: on.accountId, why: 'left', parcels: [parcel] }))
  await deliver(phone, call)
  await deliver(other, passage)
  expect((await w.caller.call(api.parcelCounts, {})).waiting).toBe(2)
  expect((await w.caller.call(api.getParcel, { parcelId: call.id })).doubtful, 'whoever enters it sees that its time is not sure').toBe(true)
  await grid.call(quarantineApi.recordCall, call.input as never, { commandId: call.id })
  await keeper.call(passageApi.recordPassages, { items: [item] })
  await fieldJobs['field.settleArrived']?.run({ tx: (work: Parameters<typeof w.c.tx>[1]) => w.c.tx('system', work) } as Runner, {})
  expect(await w.caller.call(api.parcelCounts, {})).toEqual({ waiting: 0, settled: 2 })
  expect((await w.caller.call(api.listParcels, { tab: 'settled' })).items.map((one) => [one.state, one.settlerName])).toEqual([['arrived', null], ['arrived', null]])
  expect((await w.caller.refused(api.fileParcel, { parcelId: call.id, reason: '不用了' })).params).toEqual({ state: 'arrived' })
  expect((await deliver(other, { ...passage, id: uuidv7() })).received, 'nor is it taken for one that did not').toMatchObject([{ arrived: true }])
})
