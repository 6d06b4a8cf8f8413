import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aBus, anExit, certified, departed, seated, toShenzhen } from '../../testing/examples/exits.ts'
import { somebody } from '../../testing/examples/people.ts'
import { aNumber } from '../../testing/people.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, Caller, clock, todayInTest } from '../../testing/world.ts'
import { documentsApi } from '../documents/contract.ts'
import { certificateUrl } from '../documents/service.ts'
import { leadsApi } from '../leads/contract.ts'
import { linksApi } from '../links/contract.ts'
import { passesApi } from '../passes/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { todayApi } from '../today/contract.ts'
import { createPersonalLink } from '../links/service.ts'
import { exitsApi as api } from './contract.ts'

const START = '2020-02-26T09:00:00+08:00'
async function world() {
  clock.set(START)
  const c = await aCommunity()
  const [worker, doctor] = [await c.as('communityWorker'), await c.as('healthCentreDoctor')]
  return { c, worker, doctor, w: { c, caller: worker } }
}

test('work elsewhere: certificate from the data, seat, boarding, handed over; every step says who and when', async () => {
  const { worker, doctor, w } = await world()
  const asked = await anExit(w)
  expect(asked).toMatchObject({ state: 'certificateDue', missing: ['certificate', 'seat'], decision: { clause: '第五条' } })
  expect(asked.findings.every((one) => one.holds)).toBe(true)
  const { batchId, exit } = await doctor.call(api.certifyExit, { exitId: asked.exitId })
  expect(exit).toMatchObject({ state: 'allowed', certificateValid: true, certifiedUntil: '2020-03-03', certificateNo: expect.stringMatching(/健证〔2020〕1号$/), missing: ['seat'] })
  const paper = JSON.stringify((await doctor.call(documentsApi.getBatch, { batchId })).documents[0]?.paper)
  expect(paper).toContain('1次,36.5℃')
  expect((await worker.refused(api.goOut, { exitId: asked.exitId, temperature: 36.5 })).code, 'only by the bus').toBe('exits.notInState')
  const { transportId } = await worker.call(api.createTransport, aBus(2))
  const { seatIds } = await worker.call(api.assignSeats, {})
  expect((await worker.refused(api.handOver, { transportId, receiverName: '王站长' })).code).toBe('exits.nobodyBoarded')
  expect(await worker.call(api.boardPassenger, { seatId: seatIds[0] ?? '', temperature: 36.4 })).toEqual({ state: 'boarded', why: null })
  expect(await worker.call(api.handOver, { transportId, receiverName: '王站长' })).toMatchObject({ state: 'handedOver', receiverName: '王站长', boarded: 1, noShow: 0 })
  const gone = await worker.call(api.getExit, { exitId: asked.exitId })
  expect([gone.state, gone.events.map((e) => e.kind).toReversed()]).toEqual(['out', ['applied', 'certified', 'seated', 'boarded', 'departed']])
  expect((await worker.call(api.exitCounts, {})).gone.migrantWork).toEqual({ persons: 1, requests: 1 })
  expect(await worker.call(api.undoHandOver, { transportId })).toMatchObject({ state: 'planned', boarded: 1 })
})

test('a certificate that has run out is due again and is renewed on the spot, the old number void; the seat stays', async () => {
  const { c, worker, doctor, w } = await world()
  const { exitId, seatId } = await seated(w)
  const old = await worker.call(api.getExit, { exitId })
  const code = await c.tx('communityWorker', async (ctx) => (await certificateUrl(ctx, exitId))?.split('/').at(-1) ?? '')
  expect((await doctor.refused(api.certifyExit, { exitId })).code, 'while it is good').toBe('exits.notInState')
  clock.set('2020-03-05T07:00:00+08:00')
  expect(await worker.call(api.boardPassenger, { seatId, temperature: 36.4 })).toEqual({ state: 'turnedAway', why: 'certificate' })
  expect((await worker.call(api.exitCounts, {})).tabs).toMatchObject({ certificateDue: 1, waiting: 0 })
  expect((await doctor.call(api.listExits, { tab: 'certificateDue' })).items).toMatchObject([{ exitId, ended: 'certificate' }])
  expect((await doctor.call(todayApi.today, { kind: 'certificate' })).groups.flatMap((group) => group.items.map((one) => one.id))).toContain(`certificate:${exitId}`)
  const { exit } = await doctor.call(api.certifyExit, { exitId })
  expect(exit).toMatchObject({ state: 'allowed', missing: [], ended: null, certifiedUntil: '2020-03-11' })
  expect(exit.certificateNo).not.toBe(old.certificateNo)
  expect((await new Caller().call(documentsApi.verifyNotice, { code })).valid).toBe(false)
  expect((await worker.call(api.boardPassenger, { seatId, temperature: 36.4 })).state).toBe('boarded')
})

test('whoever left by a bus comes home weeks later, is not late meanwhile, and may ask again', async () => {
  const { worker, w } = await world()
  const { transportId, exitId } = await departed(w)
  const [{ personId }, { handedAt }] = [await worker.call(api.getExit, { exitId }), await worker.call(api.getTransport, { transportId })]
  clock.set('2020-04-20T10:00:00+08:00')
  expect((await worker.call(api.exitCounts, {})).tabs).toMatchObject({ out: 1, late: 0 })
  expect((await worker.refused(api.noteNotBack, { exitId, reason: '还在厂里' })).code).toBe('exits.notInState')
  const back = await worker.call(api.comeBack, { exitId, temperature: 36.6 })
  expect([back.state, back.trips, back.actions]).toMatchObject(['back', [{ outAt: handedAt, backAt: '2020-04-20T02:00:00.000Z' }], ['undoTrip']])
  expect(await worker.call(api.undoTrip, { exitId })).toMatchObject({ state: 'out', trips: [], actions: ['comeBack'] })
  await worker.call(api.comeBack, { exitId })
  expect((await anExit(w, 'migrantWork', { personId })).state).toBe('certificateDue')
})

test('a visit is refused with the sentence of the order; a household in quarantine goes to a doctor only, with an escort', async () => {
  const { worker, doctor, w } = await world()
  expect(await anExit(w, 'visiting')).toMatchObject({ state: 'refused', actions: [], decision: { quote: '二是走亲访友,一律不允批准。' } })
  const { personId } = await somebodyManaged(w)
  expect(await anExit(w, 'localWork', { personId })).toMatchObject({ state: 'refused', decision: { against: 'managed' } })
  const medical = await anExit(w, 'medical', { personId })
  const { exit } = await doctor.call(api.certifyExit, { exitId: medical.exitId })
  expect([exit.state, exit.missing]).toEqual(['certified', ['escort']])
  expect((await worker.refused(api.allowExit, { exitId: exit.exitId })).code).toBe('exits.noEscort')
  expect(await worker.call(api.allowExit, { exitId: exit.exitId, escortName: '韦医生' })).toMatchObject({ state: 'allowed', missing: [], escortName: '韦医生' })
  expect((await worker.call(api.reopenExit, { exitId: exit.exitId })).state).toBe('certified')
})

test('no certificate against the data: a fever is kept, goes to the health centre, and the refusal says which', async () => {
  const { doctor, w } = await world()
  const { exitId } = await anExit(w)
  expect(await doctor.refused(api.certifyExit, { exitId, temperature: 37.8 })).toMatchObject({ code: 'exits.notHealthy', params: { finding: 'noLead' } })
  expect((await doctor.call(leadsApi.listLeads, {})).items).toHaveLength(1)
  expect((await doctor.call(api.getExit, { exitId })).readings.map((r) => r.temperature)).toEqual([37.8, 36.5])
})

test('a certificate is void the moment its holder is taken under management, and whoever checks the code sees it', async () => {
  const { doctor, worker, c, w } = await world()
  const { transportId, seatId, exitId } = await seated(w)
  const { personId } = await worker.call(api.getExit, { exitId })
  const code = await c.tx('communityWorker', async (ctx) => (await certificateUrl(ctx, exitId))?.split('/').at(-1) ?? '')
  expect(await new Caller().call(documentsApi.verifyNotice, { code })).toMatchObject({ kind: 'healthCertificate', valid: true, validTo: '2020-03-03' })
  clock.forward(60)
  const { episodeId } = await somebodyManaged(w)
  await c.tx('system', (ctx) => ctx.sql.run({ text: 'update episode set person_id = $1 where id = $2', values: [personId, episodeId] }))
  expect((await new Caller().call(documentsApi.verifyNotice, { code })).valid).toBe(false)
  expect(await worker.call(api.boardPassenger, { seatId, temperature: 36.4 })).toEqual({ state: 'turnedAway', why: 'managed' })
  expect((await worker.call(api.getTransport, { transportId })).passengers[0]).toMatchObject({ state: 'turnedAway', certificateValid: false })
  expect((await doctor.refused(api.undoCertificates, { exitIds: [exitId] })).code).toBe('exits.notTheDay')
})

test('hundreds at once: only the clean ones, the others named; the whole of it undone with the numbers void', async () => {
  const { doctor, worker, w } = await world()
  await policyInForceHere(w)
  const people = [await somebody(w), await somebody(w), await somebody(w)]
  const { exitIds } = await worker.call(api.applyForMany, { kind: 'migrantWork', ...toShenzhen, employer: '鹏城电子厂', leavesOn: todayInTest(), people: people.map(({ personId }, i) => ({ personId, ...(i < 2 ? { temperature: 36.4 } : {}) })) })
  expect((await worker.call(api.applyForMany, { kind: 'migrantWork', ...toShenzhen, leavesOn: todayInTest(), people: people.map(({ personId }) => ({ personId })) })).refused.map((r) => r.reason)).toEqual(['alreadyAsked', 'alreadyAsked', 'alreadyAsked'])
  const done = await doctor.call(api.certifyMany, { exitIds })
  expect([done.certified.length, done.refused.map((r) => r.finding)]).toEqual([2, ['readings']])
  expect(await doctor.call(api.undoCertificates, { exitIds: done.certified })).toEqual({ undone: 2 })
  expect((await worker.call(api.exitCounts, {})).tabs).toMatchObject({ certificateDue: 3, waiting: 0, all: 3 })
})

test('whose days are past is over by itself: out of the lists, and asked for anew without withdrawing', async () => {
  const { worker, doctor, w } = await world()
  const work = await anExit(w, 'localWork', { untilOn: '2020-03-05' })
  await worker.call(api.goOut, { exitId: work.exitId, temperature: 36.4 })
  clock.set('2020-03-05T12:00:00+08:00')
  expect((await worker.call(api.comeBack, { exitId: work.exitId })).actions, 'home at noon, out again in the afternoon').toContain('goOut')
  const medical = await anExit(w, 'medical')
  await doctor.call(api.certifyExit, { exitId: medical.exitId })
  const again = (one: { personId: string }, kind: 'localWork' | 'medical') => anExit(w, kind, { personId: one.personId })
  clock.set('2020-03-06T08:00:00+08:00')
  expect(await worker.call(api.getExit, { exitId: work.exitId })).toMatchObject({ ended: 'day', missing: [], actions: ['refuse', 'undoTrip', 'withdraw'] })
  expect((await worker.refused(api.goOut, { exitId: work.exitId, temperature: 36.4 })).code).toBe('exits.notInState')
  expect((await worker.call(api.listExits, { tab: 'waiting' })).items.map((one) => one.exitId), 'to the doctor while the certificate is good').toEqual([medical.exitId])
  expect((await again(work, 'localWork')).state).toBe('allowed')
  clock.set('2020-03-12T08:00:00+08:00')
  expect((await worker.call(api.exitCounts, {})).tabs).toMatchObject({ certificateDue: 0, waiting: 1 })
  expect((await again(medical, 'medical')).state).toBe('certificateDue')
})

test('whoever was allowed before the household went into quarantine stays in all the same', async () => {
  const { c, worker, w } = await world()
  const { exitId } = await anExit(w, 'localWork')
  const managed = await somebodyManaged(w)
  await c.tx('system', (ctx) => ctx.sql.run({ text: 'update episode set household_id = (select household_id from exit_request where id = $1) where id = $2', values: [exitId, managed.episodeId] }))
  expect(await worker.call(api.getExit, { exitId })).toMatchObject({ state: 'allowed', keptIn: 'householdManaged' })
  expect(await worker.refused(api.goOut, { exitId, temperature: 36.5 })).toMatchObject({ code: 'exits.keptIn', params: { finding: 'householdManaged' } })
})

test('nobody of a household in quarantine is given a seat, nor anybody before the day asked for', async () => {
  const { c, worker, w } = await world()
  const [{ exitId }, managed] = [await certified(w), await somebodyManaged(w)]
  await worker.call(api.createTransport, aBus())
  await c.tx('system', (ctx) => ctx.sql.run({ text: 'update episode set household_id = (select household_id from exit_request where id = $1) where id = $2', values: [exitId, managed.episodeId] }))
  expect((await worker.refused(api.assignSeats, {})).code).toBe('exits.noOneFits')
  await certified(w, { leavesOn: '2020-03-15' })
  expect((await worker.refused(api.assignSeats, {})).code).toBe('exits.noOneFits')
  const { exitId: fits } = await certified(w)
  expect(await worker.call(api.assignSeats, {})).toMatchObject({ seatIds: [expect.any(String)], stillWaiting: 1 })
  expect((await worker.call(api.getExit, { exitId: fits })).plate).toBe('云H12345')
})

test('families are moved between buses, never beyond the seats, and nobody goes where the bus does not', async () => {
  const { worker, w } = await world()
  const { seatId, transportId } = await seated(w)
  const other = await worker.call(api.createTransport, { ...aBus(1), plate: '云H00002' })
  expect(await worker.call(api.moveSeat, { seatId, toTransportId: other.transportId })).toEqual({ seatId, fromTransportId: transportId })
  const hangzhou = await worker.call(api.createTransport, { ...aBus(), destinationCode: '330100', destinationName: '浙江省杭州市', plate: '云H00003' })
  expect((await worker.refused(api.moveSeat, { seatId, toTransportId: hangzhou.transportId })).code).toBe('exits.wrongWay')
  await certified(w)
  const second = (await worker.call(api.assignSeats, { transportIds: [transportId] })).seatIds[0] ?? ''
  expect((await worker.refused(api.moveSeat, { seatId: second, toTransportId: other.transportId })).code).toBe('exits.busFull')
  await worker.call(api.cancelTransport, { transportId, reason: '车辆故障' })
  expect((await worker.call(api.destinations, {})).items[0]).toMatchObject({ code: '44', waiting: 1, seated: 1 })
  expect((await worker.call(api.reviveTransport, { transportId })).taken).toBe(1)
})

test('a bus has a plate that can be one and a day that is not past; revived, it takes back who sat in it when it was cancelled, nobody who had given up the seat', async () => {
  const { worker, w } = await world()
  const { transportId, seatId } = await seated(w)
  expect((await worker.refused(api.createTransport, { ...aBus(), plate: '大巴车一号' })).code).toBe('exits.plateWrong')
  expect((await worker.refused(api.createTransport, { ...aBus(), departsAt: '2020-02-25T08:00:00+08:00' })).code).toBe('exits.departsPast')
  expect((await worker.call(api.createTransport, { ...aBus(), plate: '云h·d12345', departsAt: '2020-02-26T07:00:00+08:00' })).plate, 'left this morning').toBe('云HD12345')
  await worker.call(api.releaseSeats, { seatIds: [seatId] })
  clock.forward(1)
  await worker.call(api.cancelTransport, { transportId, reason: '车辆故障' })
  expect((await worker.call(api.reviveTransport, { transportId })).taken).toBe(0)
  clock.forward(3 * 24 * 60)
  expect((await worker.call(api.editTransport, { transportId, ...aBus(), departsAt: '2020-02-27T08:30:00+08:00', company: '砚山客运公司' })).company, 'the day as it was').toBe('砚山客运公司')
})

test('by phone: name and number over the community’s code, without a word about anybody’s health; by the personal link, with why', async () => {
  const { c, worker, w } = await world()
  await policyInForceHere(w)
  const { url } = await worker.call(linksApi.createDeclarationLink, { areaId: c.community.id })
  const phone = new Caller({ link: url.split('/').at(-1) ?? '' })
  const number = aNumber('19900101', 1)
  const { personId } = await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '9号', name: '赵志强', sex: '1', documentKind: 'residentId', documentNo: number })
  const asked = { kind: 'localWork', destinationName: '开化街道工地', leavesOn: todayInTest(), temperature: 36.5 } as const
  expect((await phone.refused(api.askToGoOut, { name: '赵志', documentNo: number, ...asked })).code).toBe('exits.notFound')
  const own = await phone.call(api.askToGoOut, { name: '赵志强', documentNo: number, ...asked })
  expect(own).toMatchObject({ state: 'allowed', canGoOut: true })
  const receipt = own.receipt ?? ''
  expect((await phone.call(api.reportOwnTrip, { receipt, way: 'out', temperature: 36.5 })).exit).toMatchObject({ state: 'out', canComeBack: true })
  expect((await phone.call(api.myExits, { receipts: receipt })).items).toHaveLength(1)
  expect((await phone.call(api.myExits, {})).items).toEqual([])
  const managed = await somebodyManaged(w)
  const link = await c.tx('communityWorker', (ctx) => createPersonalLink(ctx, { personId: managed.personId, episodeId: managed.episodeId, areaId: c.compounds[0]?.grids[0]?.id ?? '', areaPath: c.compounds[0]?.grids[0]?.path ?? '' }))
  const mine = await new Caller({ link: link.token }).call(api.askToGoOut, asked)
  expect([mine.state, mine.because.zh]).toEqual(['refused', expect.stringContaining('本人正在居家隔离')])
  expect(personId).not.toBe(managed.personId)
})

test('nobody tries out numbers by the code on the wall: the day tells nothing, misses are in the trail, and after some even the right number is not taken', async () => {
  const { c, worker } = await world()
  const { url } = await worker.call(linksApi.createDeclarationLink, { areaId: c.community.id })
  const phone = new Caller({ link: url.split('/').at(-1) ?? '' })
  const number = aNumber('19900101', 1)
  await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '9号', name: '赵志强', sex: '1', documentKind: 'residentId', documentNo: number })
  const ask = { kind: 'localWork', destinationName: '开化街道工地', leavesOn: todayInTest(), name: '赵志强' } as const
  for (const documentNo of [number, aNumber('19900101', 2)]) expect((await phone.refused(api.askToGoOut, { ...ask, documentNo, leavesOn: '2000-01-01' })).code).toBe('exits.wrongDay')
  for (let n = 2; n < 7; n++) expect((await phone.refused(api.askToGoOut, { ...ask, documentNo: aNumber('19900101', n) })).code).toBe('exits.notFound')
  expect(await phone.refused(api.askToGoOut, { ...ask, documentNo: number })).toMatchObject({ status: 429, code: 'exits.tooManyMisses' })
  expect((await phone.refused(api.askToGoOut, { ...ask, name: '钱大明', documentNo: number })).code, 'another name').toBe('exits.notFound')
  const causes = await c.tx('system', ({ sql }) => sql.rows<{ cause: string; n: number }>({ text: "select detail ->> 'cause' as cause, count(*)::int as n from audit_event where endpoint = 'exits.askToGoOut' and area_path = $1 group by 1 order by 1", values: [c.community.path] }))
  expect(causes).toEqual([{ cause: 'tooManyMisses', n: 1 }, { cause: 'wrongNumber', n: 6 }])
  clock.forward(24 * 60)
  expect((await phone.call(api.askToGoOut, { ...ask, leavesOn: '2020-02-28', documentNo: number })).name).toBe('赵志强')
})

test('a certificate that is lost is printed again, the one sheet of its pile; one that is void is not', async () => {
  const { c, w } = await world()
  const doctor = await c.as('healthCentreDoctor')
  const [first, second] = [await anExit(w), await anExit(w)]
  await doctor.call(api.certifyMany, { exitIds: [first.exitId, second.exitId] })
  const { certificatePaper, name } = await doctor.call(api.getExit, { exitId: second.exitId })
  const { documents } = await doctor.call(documentsApi.getBatch, { batchId: certificatePaper?.batchId ?? '', from: certificatePaper?.position ?? 0, limit: 1 })
  expect([documents.length, JSON.stringify(documents[0]?.paper).includes(name)]).toEqual([1, true])
  await doctor.call(api.undoCertificates, { exitIds: [second.exitId] })
  expect((await doctor.call(api.getExit, { exitId: second.exitId })).certificatePaper).toBeNull()
})

test('somebody is found by the beginning of the name, however far the request has come', async () => {
  const { worker, w } = await world()
  const { exitId } = await anExit(w)
  await worker.call(api.withdrawExit, { exitId })
  expect((await worker.call(api.listExits, { tab: 'toDecide', text: '李桂' })).items.map((one) => one.exitId)).toContain(exitId)
  expect((await worker.call(api.listExits, { tab: 'toDecide', text: '没有' })).items).toEqual([])
})

test('by the household’s code anybody who lives there is asked for, and nobody else', async () => {
  const { c, worker, w } = await world()
  await policyInForceHere(w)
  const first = await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '10号', name: '赵志强', sex: '1' })
  const second = await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '10号', name: '赵小妹', sex: '2' })
  const other = await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '11号', name: '钱大明', sex: '1' })
  const { url } = await worker.call(passesApi.householdLink, { householdId: first.householdId ?? '' })
  const phone = new Caller({ link: url.split('/').at(-1) ?? '' })
  expect((await phone.call(api.myExits, {})).people.map(({ name }) => name).toSorted()).toEqual(['赵小妹', '赵志强'])
  const asked = { kind: 'localWork', destinationName: '开化街道工地', leavesOn: todayInTest(), temperature: 36.5 } as const
  expect(await phone.call(api.askToGoOut, { ...asked, personId: second.personId })).toMatchObject({ name: '赵小妹', state: 'allowed' })
  expect((await phone.refused(api.askToGoOut, { ...asked, personId: other.personId })).code).toBe('exits.notFound')
  expect((await phone.call(api.myExits, {})).items.map(({ name }) => name)).toEqual(['赵小妹'])
})

test('the manifest goes out masked at once, in clear numbers only with somebody’s approval; a stranger sees none of it', async () => {
  const { c, worker, w } = await world()
  const { transportId, exitId } = await seated(w)
  const file = await worker.download(api.exportManifest, { transportId, format: 'csv', reason: '交客运公司' })
  expect(Buffer.from(file.bytes).toString()).toContain('李桂兰')
  expect((await worker.refused(api.exportManifest, { transportId, format: 'csv', reason: '交客运公司', clear: 'true' })).code).toBe('exports.waitsForClear')
  const stranger = await c.stranger('communityWorker')
  expect([(await stranger.refused(api.getExit, { exitId })).status, (await stranger.refused(api.getTransport, { transportId })).status]).toEqual([404, 404])
})

test('the work report counts who has left for work from these requests, once there are any, also whoever came home since, and leads to just them', async () => {
  const { c, worker, w } = await world()
  const { exitId } = await departed(w)
  clock.forward(60)
  await worker.call(api.comeBack, { exitId })
  await departed(w)
  const report = await worker.call(documentsApi.getWorkReport, { areaId: c.community.id })
  expect(report.figures.find((f) => f.key === '外出务工人数')).toMatchObject({ value: 2, source: { from: 'exits' } })
  expect(JSON.stringify(report.paper)).toMatch(/广东.*kind=migrantWork&tab=gone/)
  expect((await worker.call(api.listExits, { tab: 'gone', kind: 'migrantWork' })).items).toHaveLength(2)
  expect((await worker.call(api.exitCounts, { kind: 'migrantWork' })).tabs).toMatchObject({ gone: 2, out: 1 })
})

test('whoever left twice is one person of the work report and two requests of the tab, and the page says both', async () => {
  const { c, worker, w } = await world()
  const { exitId } = await departed(w)
  const { personId } = await worker.call(api.comeBack, { exitId })
  const again = await certified(w, { personId })
  const [bus] = (await worker.call(api.assignSeats, { transportIds: [(await worker.call(api.createTransport, { ...aBus(), plate: '云H00002' })).transportId] })).seatIds
  await worker.call(api.boardPassenger, { seatId: bus ?? '', temperature: 36.4 })
  await worker.call(api.handOver, { transportId: (await worker.call(api.getExit, { exitId: again.exitId })).transportId ?? '', receiverName: '王站长' })
  const { gone, tabs } = await worker.call(api.exitCounts, { kind: 'migrantWork' })
  expect([gone.migrantWork, tabs.gone, (await worker.call(api.listExits, { tab: 'gone', kind: 'migrantWork' })).items.length]).toEqual([{ persons: 1, requests: 2 }, 2, 2])
  expect((await worker.call(documentsApi.getWorkReport, { areaId: c.community.id })).figures.find((f) => f.key === '外出务工人数')?.value).toBe(gone.migrantWork.persons)
})

test('whoever goes by a bus says which county, for without it no bus is ever found; whoever goes to a doctor need not', async () => {
  const { worker, w } = await world()
  await policyInForceHere(w)
  const ask = async (kind: 'migrantWork' | 'medical') => ({ kind, personId: (await somebody(w)).personId, destinationName: '深圳的电子厂', leavesOn: todayInTest() })
  expect((await worker.refused(api.applyForExit, await ask('migrantWork'))).code).toBe('exits.noDivision')
  expect((await worker.call(api.applyForExit, await ask('medical'))).state).toBe('certificateDue')
})

test('a request of somebody who has boarded is refused only once the boarding is taken back, and the answer says so', async () => {
  const { worker, w } = await world()
  const { seatId, exitId } = await seated(w)
  await worker.call(api.boardPassenger, { seatId, temperature: 36.4 })
  expect((await worker.refused(api.refuseExit, { exitId, reason: '厂里停工' })).code).toBe('exits.alreadyBoarded')
  await worker.call(api.undoBoarding, { seatId })
  expect((await worker.call(api.refuseExit, { exitId, reason: '厂里停工' })).state).toBe('refused')
})

test('whoever must call somebody’s family sees the number with a reason, which the trail keeps with the person', async () => {
  const { c, worker, w } = await world()
  await policyInForceHere(w)
  const { personId } = await somebody(w)
  const { exitId, emergencyMasked } = await worker.call(api.applyForExit, { personId, kind: 'migrantWork', ...toShenzhen, leavesOn: todayInTest(), emergencyName: '梁家属', emergencyPhone: '19900007788' })
  expect(emergencyMasked).toBe('199****7788')
  expect((await worker.refused(api.revealEmergency, { exitId, reason: '' })).status).toBe(422)
  expect(await worker.call(api.revealEmergency, { exitId, reason: '过时未返回,联系家属' })).toEqual({ personId, phone: '19900007788' })
  const trail = await c.tx('system', ({ sql: q }) => q.rows<{ act: string; reason: string }>(sql`select act, reason from audit_event where endpoint = 'exits.revealEmergency' and ${personId} = any(subjects)`))
  expect(trail).toEqual([{ act: 'reveal', reason: '过时未返回,联系家属' }])
  expect((await (await c.as('gridWorker')).refused(api.revealEmergency, { exitId, reason: '过时未返回,联系家属' })).status).toBe(403)
})
