import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { aGate, aRecord, atAGate, own } from '../../testing/examples/passage.ts'
import { aHouseholdPass, aVehiclePass } from '../../testing/examples/passes.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { door, register } from '../../testing/people.ts'
import { clock, todayInTest } from '../../testing/world.ts'
import { knownOf } from '../../kernel/marks.ts'
import { certificateUrl } from '../documents/service.ts'
import { exitsApi } from '../exits/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { leadsApi } from '../leads/contract.ts'
import { passesApi } from '../passes/contract.ts'
import { codesFor } from '../passes/service/keys.ts'
import { getPass } from '../passes/store.ts'
import { passageApi as api } from './contract.ts'
import { plainRules } from './data/plain.ts'
import { decidePassage, factsOf, gateAt, homesOf, mergedGate, type PassageDraft } from './rules.ts'
import { heldAtGates, takePassages } from './service.ts'

test('a household goes out once in two days; the second time is turned back with the hour it may again, an emergency is not', async () => {
  const { keeper, gateId, householdId } = await atAGate()
  const first = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  expect(first).toMatchObject({ outcome: 'allow', reason: { code: 'quotaFree' }, who: '李**', address: '锦绣小区3幢2单元501', orderNo: expect.any(String) })
  clock.forward(60)
  const second = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  expect(second).toMatchObject({ outcome: 'refuse', step: 'quota', reason: { code: 'quotaUsed', params: { next: '2020-02-28T06:00:00.000Z' } } })
  expect(await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { emergency: 'birth', temperature: undefined })))).toMatchObject({ outcome: 'allow', step: 'emergency' })
  expect((await keeper.call(api.takeBackPassage, { eventId: first.eventId })).takenBackAt).not.toBeNull()
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).outcome, 'the slip used up no turn').toBe('allow')
})

test('two of a household that may go together use up two turns, whether it is read at once or from before', async () => {
  const { keeper, gateId, householdId } = await atAGate({ passage: { ...plainRules, grades: { ...plainRules.grades, open: { ...plainRules.grades.open, leave: 'quota' } }, quota: { persons: 2, days: 2, counting: 'hours' } } })
  const along = (kind: 'adult' | 'child') => ({ companions: [{ kind, temperature: 36.3 }] })
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, along('child'))))
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, along('adult'))))).reason.code).toBe('quotaUsed')
  clock.forward(50 * 60)
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, along('adult'))))
  const went = clock.now
  clock.forward(60)
  expect((await keeper.call(api.gateData, { gateId })).moving[0]?.exits.filter((at) => at === went)).toHaveLength(2)
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).reason.code).toBe('quotaUsed')
})

test('whoever is let out against the verdict has had the household’s turn all the same', async () => {
  const { keeper, gateId, householdId } = await atAGate()
  expect(await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { temperature: undefined, happened: 'allow' })))).toMatchObject({ outcome: 'allow', reason: { code: 'measureFirst' } })
  expect((await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).reason.code).toBe('quotaUsed')
})

test('a batch keeps what can be read, returns what cannot, adds nothing when it is sent again, and decides its rows one after the other', async () => {
  const { c, keeper, worker, gateId, householdId } = await atAGate()
  const at = (minutes: number) => new Date(Date.parse(clock.now) - minutes * 60_000).toISOString()
  const phone = { outcome: 'allow', step: 'done', reason: { code: 'free', params: {} }, policy: null } as const
  const items = [
    aRecord(gateId, own(householdId, { at: at(300), decision: phone })), aRecord(gateId, own(householdId, { at: at(20), decision: phone, happened: 'allow' })), { gateId, at: 'gestern' },
    aRecord(uuidv7()), aRecord(gateId, { at: new Date(Date.parse(clock.now) + 86_400_000).toISOString(), direction: 'in', subject: 'visitor', visitorConfirmed: true }),
  ]
  const sent = await keeper.call(api.recordPassages, { items })
  expect(sent.items.map((i) => [i.state, i.problem, i.differs, i.decision?.reason.code])).toEqual([
    ['kept', null, true, 'quotaFree'], ['kept', null, true, 'quotaUsed'], ['returned', 'malformed', false, undefined], ['returned', 'noSuchGate', false, undefined], ['kept', null, false, 'visitorConfirmed'],
  ])
  expect((await keeper.call(api.recordPassages, { items })).items.map((i) => i.state)).toEqual(['already', 'already', 'returned', 'returned', 'already'])
  const { items: kept } = await worker.call(api.listPassages, {})
  expect(kept.map((p) => [p.outcome, p.serverOutcome, p.clockSaid !== null])).toEqual([['allow', null, true], ['allow', 'refuse', false], ['allow', 'allow', false]])
  expect(kept[2]).toMatchObject({ at: at(300), who: '李桂兰', receivedAt: clock.now })
  expect(await worker.call(api.passageCounts, {})).toMatchObject({ all: 3, allowed: 3, differs: 2, late: 2 })
  const sums = await c.tx('system', ({ sql: q }) => q.get(sql`
    select (select sum(ins) from passage_hours where gate_id = ${gateId})::int as ins, (select sum(outs) from passage_hours where gate_id = ${gateId})::int as outs,
      (select sum(persons) from passage_event where gate_id = ${gateId} and outcome = 'allow' and direction = 'in' and taken_back_at is null)::int as "insOfRows",
      (select sum(persons) from passage_event where gate_id = ${gateId} and outcome = 'allow' and direction = 'out' and taken_back_at is null)::int as "outsOfRows"`))
  expect(sums).toEqual({ ins: 1, outs: 2, insOfRows: 1, outsOfRows: 2 })
  expect(await worker.call(api.passageFlow, {})).toMatchObject({ in: 1, out: 2, outNow: 2, visitorsInside: 1 })
  expect((await worker.call(api.listPresent, {})).items).toMatchObject([{ householdId, who: '李桂兰', late: false }])
  // The day the fast clock had said: what it said is now a time like any other.
  clock.forward(25 * 60)
  expect((await keeper.call(api.recordPassages, { items })).items.map((i) => i.state)).toEqual(['already', 'already', 'returned', 'returned', 'already'])
})

test('a record without a time it can be known by, sent again before the first is on the disk, waits for it and adds nothing', async () => {
  const { c, worker, gateId } = await atAGate()
  const fast = aRecord(gateId, { at: new Date(Date.parse(clock.now) + 86_400_000).toISOString() })
  let end = () => {}
  const ended = new Promise<void>((done) => { end = done })
  let begun = () => {}
  const first = new Promise<void>((done) => { begun = done })
  const send = (wait?: Promise<void>) => c.tx('system', async (ctx) => {
    const [taken] = await takePassages(ctx, [fast])
    begun()
    await wait
    return taken?.state
  })
  const one = send(ended)
  await first
  clock.forward(1)
  const other = send()
  setTimeout(end, 200)
  expect(await Promise.all([one, other])).toEqual(['kept', 'already'])
  expect((await worker.call(api.passageCounts, {})).all).toBe(1)
})

test('the months of the passages have partitions of their own, what came before them moves in, and slips leave the counts', async () => {
  const { c, keeper, worker, gateId, householdId } = await atAGate()
  const { eventId } = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { companions: [{ kind: 'child', temperature: 36.4 }] })))
  await c.tx('system', ({ sql: q }) => q.run(sql`select passage_month('2020-02-10')`))
  expect(await c.tx('system', ({ sql: q }) => q.get(sql`select tableoid::regclass::text as part from passage_event where id = ${eventId}`))).toEqual({ part: 'passage_part.m202002' })
  expect(await worker.call(api.passageFlow, { gateId })).toMatchObject({ out: 2 })
  await keeper.call(api.takeBackPassage, { eventId })
  expect(await worker.call(api.passageFlow, { gateId })).toMatchObject({ out: 0 })
  await expect(c.tx('communityWorker', ({ sql: q }) => q.run(sql`select * from passage_part.m202002`))).rejects.toThrow(/permission/)
})

test('a fever at the gate waits for somebody, is a lead of the health centre, and is settled', async () => {
  const { c, keeper, worker, gateId, householdId, personId } = await atAGate()
  const held = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { personId, temperature: 38.4 })))
  expect(held).toMatchObject({ outcome: 'refer', reason: { code: 'fever' } })
  expect((await worker.call(leadsApi.listLeads, {})).items).toMatchObject([{ kind: 'fever', personId, channel: 'gate', summary: { temperature: 38.4 } }])
  expect((await c.tx('communityWorker', (ctx) => heldAtGates(ctx, 10))).total).toBe(1)
  await worker.call(api.settlePassage, { eventId: held.eventId, note: '卫生院已接走' })
  expect((await c.tx('communityWorker', (ctx) => heldAtGates(ctx, 10))).total).toBe(0)
  expect((await worker.refused(api.settlePassage, { eventId: held.eventId, note: '再来一次' })).code).toBe('passage.settledAlready')
})

test('a mistyped fever taken back stays with the health centre, which is told so; whoever took it back is told as well', async () => {
  const { keeper, worker, gateId, householdId, personId } = await atAGate()
  const slip = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { personId, temperature: 38.4 })))
  expect(await keeper.call(api.takeBackPassage, { eventId: slip.eventId })).toMatchObject({ takenBackAt: clock.now, leadStays: true })
  const [lead] = (await worker.call(leadsApi.listLeads, {})).items
  const { events } = await worker.call(leadsApi.getLead, { leadId: lead?.leadId ?? '' })
  expect(events.filter(({ kind }) => kind.endsWith('slip'))).toMatchObject([{ params: { time: '14:00' }, channel: 'gate' }])
  const other = await keeper.call(api.recordPassage, aRecord(gateId))
  expect((await keeper.call(api.takeBackPassage, { eventId: other.eventId })).leadStays).toBe(false)
})

test('a gate closed by order says so, and names the entrance that is open', async () => {
  const { w, worker, keeper, gateId, householdId } = await atAGate()
  await aGate(w, { name: '北门' })
  await worker.call(api.closeGate, { gateId, orderNo: '指挥部通告第9号' })
  expect(await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))).toMatchObject({ outcome: 'refuse', reason: { code: 'gateClosed', params: { orderNo: '指挥部通告第9号', elsewhere: '北门' } } })
  expect((await worker.refused(api.closeGate, { gateId, orderNo: '第10号' })).code).toBe('passage.notInState')
  expect((await worker.refused(api.createGate, { areaId: w.c.compounds[0]?.id ?? '', name: '北门', kind: 'compound' })).code).toBe('passage.nameTaken')
})

test('a keeper finds the household by room, name, initials or plate, masked, and a scanned pass is proven first', async () => {
  const { c, w, worker, keeper, gateId } = await atAGate()
  const [pass, truck] = [await aHouseholdPass(w), await aVehiclePass(w)]
  const find = (q: string) => keeper.call(api.findAtGate, { gateId, q })
  for (const q of ['501', '3-2-501', '李桂兰', 'lgl']) expect((await find(q)).found[0]?.members[0]?.nameMasked, q).toBe('李**')
  const code = await c.tx('communityWorker', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, pass.passId)], 'paper')).get(pass.passId)?.text ?? '')
  expect(await find(code)).toMatchObject({ pass: { state: 'valid', no: pass.number }, found: [{ householdId: pass.householdId }] })
  expect((await find(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).pass?.state).not.toBe('valid')
  expect(await find(truck.plate ?? ''), 'by its plate the car comes with the number of its pass').toMatchObject({ pass: { no: truck.number, kind: 'vehicle', state: 'valid' }, vehicle: { plate: truck.plate, pass: 'valid' }, found: [] })
  expect(await find('云A0120警')).toMatchObject({ vehicle: { special: 'police' }, found: [] })
  const carried = await keeper.call(api.gateData, { gateId })
  expect(JSON.stringify(carried)).not.toContain('李桂兰')
  expect(homesOf(mergedGate(null, carried)).passes).toEqual([{ serial: truck.serial, plate: truck.plate, special: false, householdId: null, suspended: false, until: truck.validUntil }])
  expect(carried).toMatchObject({ gate: { name: '东门' }, policy: { passage: { quota: { days: 2 } } } })
  expect((await (await c.stranger('gatekeeper')).refused(api.gateData, { gateId })).status).toBe(404)
  expect((await worker.call(api.myGates, {})).items).toMatchObject([{ gateId, rostered: false }])
})

test('hours after its data were made a phone decides by the entrance that is open then, as the server does', async () => {
  const { w, worker, keeper, gateId, householdId } = await atAGate()
  await worker.call(api.editGate, { gateId, name: '东门', kind: 'compound', opensAt: '06:00', closesAt: '19:00' })
  const main = await aGate(w, { name: '正门', opensAt: '06:00', closesAt: '22:00' })
  clock.set('2020-02-26T18:30:00+08:00')
  const kept = mergedGate(null, await keeper.call(api.gateData, { gateId: main.gateId }))
  expect(kept.gate.elsewhere).toBe('东门')
  clock.set('2020-02-26T22:40:00+08:00')
  const record = aRecord(main.gateId, own(householdId, { direction: 'in' }))
  const decision = decidePassage(factsOf(record as PassageDraft, gateAt(kept.gate, clock.now), homesOf(kept).households.find((one) => one.householdId === householdId) ?? null), kept.policy, clock.now)
  expect(decision).toMatchObject({ outcome: 'allow', reason: { code: 'home' } })
  const { outcome, step, reason, policy } = decision
  expect((await keeper.call(api.recordPassages, { items: [{ ...record, decision: { outcome, step, reason, policy } }] })).items).toMatchObject([{ state: 'kept', differs: false }])
})

test('a search finds a door, a name, a plate that is known or told, the number of a pass and a told name, each with its own passages only', async () => {
  const { worker, keeper, gateId, householdId, c } = await atAGate()
  const other = await register(worker, c, { ...door(c, '601'), name: '王建军' })
  await worker.call(peopleApi.registerVehicle, { householdId, plate: '云H12345' } as never)
  const say = async (more: object) => (await keeper.call(api.recordPassage, aRecord(gateId, { happened: 'allow', ...more } as never))).eventId
  const [home, car, elsewhere, stranger, visitor] = [
    await say(own(householdId)), await say({ subject: 'vehicle', householdId, plate: '云H12345', vehiclePass: 'valid', name: undefined, told: undefined }), await say(own(other.householdId)),
    await say({ subject: 'vehicle', plate: '云A98765', vehiclePass: 'valid', name: undefined, told: undefined }), await say({ name: '赵强生', told: '城东' }),
  ]
  const found = async (q: string) => new Set((await worker.call(api.listPassages, { q })).items.map((p) => p.eventId))
  expect(await found('3-2-501')).toEqual(new Set([home, car]))
  expect(await found('501')).toEqual(new Set([home, car]))
  expect(await found('王建军')).toEqual(new Set([elsewhere]))
  expect(await found('12345')).toEqual(new Set([car]))
  expect(await found('云H·12345')).toEqual(new Set([car]))
  expect(await found('云A98765')).toEqual(new Set([stranger]))
  expect(await found('赵强')).toEqual(new Set([visitor]))
  expect(await found('欧阳')).toEqual(new Set())
})

test('what a phone has of a gate it does not get again: one household that changes brings its own part, who is out comes each time', async () => {
  const { c, w, keeper, gateId, householdId } = await atAGate()
  for (const room of ['502', '503', '504']) await register(w.caller, c, { name: '王强', room })
  const first = mergedGate(null, await keeper.call(api.gateData, { gateId }))
  expect(homesOf(first).households).toHaveLength(4)
  await keeper.call(api.recordPassage, aRecord(gateId, own(householdId)))
  const moved = await keeper.call(api.gateData, { gateId, known: knownOf(first.parts) })
  expect([moved.parts, moved.more, moved.moving.map((one) => [one.householdId, one.exits.length])]).toEqual([[], false, [[householdId, 1]]])
  await somebodyManaged(w)
  const changed = await keeper.call(api.gateData, { gateId, known: knownOf(first.parts) })
  expect(changed.parts.length, 'not all of them').toBeLessThan(changed.all.length)
  const whole = mergedGate(null, await keeper.call(api.gateData, { gateId }))
  expect(homesOf(mergedGate(first, changed)).households, 'the same by either way').toEqual(homesOf(whole).households)
})

test('a certificate is found by its code, its number or its holder; going out and coming back stand with the request, a slip is taken back there too', async () => {
  const { c, keeper, worker, gateId, householdId, personId } = await atAGate()
  const doctor = await c.as('healthCentreDoctor')
  const { exitId } = await worker.call(exitsApi.applyForExit, { personId, kind: 'medical', destinationName: '州人民医院', leavesOn: todayInTest(), temperature: 36.5 })
  const { exit } = await doctor.call(exitsApi.certifyExit, { exitId })
  if (exit.state !== 'allowed') await worker.call(exitsApi.allowExit, { exitId })
  const url = await c.tx('system', (ctx) => certificateUrl(ctx, exitId)) ?? ''
  const find = (q: string) => keeper.call(api.findAtGate, { gateId, q })
  for (const q of [url, exit.certificateNo ?? '']) expect(await find(q), q).toMatchObject({ exitId, found: [{ householdId, personId }], exits: [{ kind: 'medical', missing: [], destinationName: '州人民医院' }] })
  expect((await find('501')).exits, 'of whoever lives there').toMatchObject([{ exitId }])
  expect((await keeper.call(api.gateData, { gateId })).parts.flatMap((part) => part.exits), 'carried, so that it is known without signal').toMatchObject([{ exitId, codeMark: createHash('sha256').update(url.split('/').at(-1) ?? '').digest('base64url') }])
  const state = async () => (await worker.call(exitsApi.getExit, { exitId })).state
  // A phone that did not have it yet sends what it scanned.
  const sent = await keeper.call(api.recordPassages, { items: [{ gateId, at: 'gestern', certificateCode: url }, aRecord(gateId, { certificateCode: url, temperature: 36.6, at: '2020-02-26T13:30:00+08:00' })] })
  expect(sent.items).toMatchObject([{ state: 'returned' }, { state: 'kept', decision: { outcome: 'allow', reason: { code: 'certificate' } } }])
  expect(await worker.call(exitsApi.getExit, { exitId })).toMatchObject({ state: 'out', trips: [{ outAt: '2020-02-26T05:30:00.000Z' }], readings: expect.arrayContaining([expect.objectContaining({ temperature: 36.6, occasion: 'out' })]) })
  const certificate = { number: exit.certificateNo ?? '', kind: 'medical', exitId } as const
  const back = await keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { subject: 'person', personId, direction: 'in', certificate, temperature: 36.7 })))
  expect(await state()).toBe('back')
  await keeper.call(api.takeBackPassage, { eventId: back.eventId })
  expect(await state()).toBe('out')
})

test('of two phones the one that saw somebody come back arrives first: the request ends as back all the same', async () => {
  const { keeper, worker, gateId, householdId, personId } = await atAGate()
  const { exitId } = await worker.call(exitsApi.applyForExit, { personId, kind: 'localWork', destinationName: '开化街道工地', leavesOn: todayInTest(), temperature: 36.5 })
  const passed = (direction: 'in' | 'out', at: string) => aRecord(gateId, own(householdId, { subject: 'person', personId, direction, at, certificate: { number: '登记', kind: 'localWork', exitId }, temperature: 36.4 }))
  await keeper.call(api.recordPassages, { items: [passed('in', '2020-02-26T13:00:00+08:00')] })
  await keeper.call(api.recordPassages, { items: [passed('out', '2020-02-26T09:00:00+08:00')] })
  const { trips, state } = await worker.call(exitsApi.getExit, { exitId })
  expect([state, trips]).toMatchObject(['allowed', [{ outAt: '2020-02-26T01:00:00.000Z', backAt: '2020-02-26T05:00:00.000Z' }]])
})

test('a visitor let in at a gate has arrived, from the desk and from a phone, once; going home needs no pass, and a slip is taken back', async () => {
  const { c, keeper, worker, gateId, householdId } = await atAGate()
  const visitor = async () => {
    const { passId } = await worker.call(passesApi.announceVisitor, { householdId, name: '赵来客', purpose: 'guest' })
    await worker.call(passesApi.confirmVisitor, { passId })
    return worker.call(passesApi.getPass, { passId })
  }
  const one = await visitor()
  const passed = (number: string, more: object = {}) => aRecord(gateId, { subject: 'visitor', passNo: number, passState: 'valid', visitorConfirmed: true, visitsHouseholdId: householdId, direction: 'in', ...more })
  const event = await keeper.call(api.recordPassage, passed(one.number))
  const arrivedAt = async (passId: string) => (await c.tx('system', ({ sql: q }) => getPass(q, passId))).arrivedAt
  expect(await arrivedAt(one.passId)).toBe(event.at)
  await keeper.call(api.takeBackPassage, { eventId: event.eventId })
  expect(await arrivedAt(one.passId)).toBeNull()
  const at = '2020-02-26T05:30:00.000Z'
  await keeper.call(api.recordPassages, { items: [passed(one.number, { temperature: 38.6, at }), passed(one.number, { at: '2020-02-26T14:00:00+08:00' })] })
  expect(await arrivedAt(one.passId), 'a fever was not let in').toBe('2020-02-26T06:00:00.000Z')
  expect((await keeper.call(passesApi.passStops, { since: clock.now, areaId: c.community.id })).stops, 'told to the phones, however late it came').toMatchObject([{ stop: 'used' }])
  expect((await keeper.call(api.findAtGate, { gateId, q: one.number })).pass, 'its number typed lets nobody in again').toMatchObject({ state: 'used' })
  expect(await keeper.call(api.recordPassage, passed(one.number, { passState: 'used', visitorConfirmed: false, at: clock.now }))).toMatchObject({ outcome: 'refuse', reason: { code: 'passUsed' } })
  expect(await keeper.call(api.recordPassage, passed(one.number, { direction: 'out', passState: 'revoked', visitorConfirmed: false }))).toMatchObject({ outcome: 'allow', reason: { code: 'visitorLeaves' } })
})

test('why somebody was let through without comparing is kept, and the gate says how often it was', async () => {
  const { worker, keeper, gateId, householdId } = await atAGate()
  const goIn = (more: object) => { clock.forward(1); return keeper.call(api.recordPassage, aRecord(gateId, own(householdId, { direction: 'in', ...more }))) }
  for (const identity of ['known', 'known', 'noDocument', 'same'] as const) expect((await goIn({ identity })).warnings.map(({ code }) => code)).not.toContain('notCompared')
  expect(await goIn({})).toMatchObject({ outcome: 'allow', identity: 'notCompared', warnings: expect.arrayContaining([{ code: 'notCompared', params: {} }]) })
  await goIn({ emergency: 'illness' })
  await keeper.call(api.recordPassage, aRecord(gateId, { direction: 'in' }))
  expect((await worker.call(api.getGate, { gateId })).compared).toEqual([{ identity: 'known', n: 2 }, { identity: 'noDocument', n: 1 }, { identity: 'notCompared', n: 1 }, { identity: 'same', n: 1 }])
})
