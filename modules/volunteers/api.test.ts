import { expect, test } from 'vitest'
import { anElder } from '../../testing/examples/care.ts'
import { aGate } from '../../testing/examples/passage.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCallForHands, aMember, aTask, aVolunteer, signUp } from '../../testing/examples/volunteers.ts'
import { aCommunity, Caller, clock } from '../../testing/world.ts'
import { linksApi } from '../links/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { passageApi } from '../passage/contract.ts'
import { volunteersApi as api, volunteerTabs } from './contract.ts'

async function world() {
  clock.set('2020-02-26T10:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  return { c, worker, w: { c, caller: worker } }
}
const idsIn = async (caller: Caller, input: object) => (await caller.call(api.listVolunteers, { limit: 200, ...input })).items.map((one) => one.volunteerId)

test('a resident of the register, a party member of a unit: once each, with a telephone, seen by number only until it is asked for', async () => {
  const { c, worker, w } = await world()
  const { personId } = await anElder(w)
  const resident = await worker.call(api.addVolunteer, { kind: 'resident', personId, skills: ['counselling'], free: ['weekday'] })
  expect(resident).toMatchObject({ name: '周桂英', unit: null, inPublic: false, phoneMasked: '199****4321', state: 'active', times: 0, balance: 0, managed: null, actions: ['paused', 'left'], reportedOn: null })
  expect((await worker.refused(api.addVolunteer, { kind: 'resident', personId })).code).toBe('volunteers.already')
  const member = await worker.call(api.addVolunteer, aMember({ name: '高党员', phone: '19900031234' }))
  expect(member).toMatchObject({ unit: '市水务局', reportedOn: '2020-02-26', phoneMasked: '199****1234' })
  const refusals = [{ ...aMember(), phone: undefined }, { ...aMember(), unit: undefined }, { ...aMember(), phone: '12' }, { ...aMember(), name: '高党员', phone: '19900031234' }]
  expect(await Promise.all(refusals.map(async (one) => (await worker.refused(api.addVolunteer, one)).code))).toEqual(['volunteers.phoneMissing', 'volunteers.unitMissing', 'volunteers.phoneWrong', 'volunteers.already'])
  expect(await worker.call(api.revealVolunteerPhone, { volunteerId: resident.volunteerId, reason: '请来值守' })).toEqual({ phone: '19900004321' })
  const counts = await worker.call(api.volunteerCounts, {})
  for (const tab of volunteerTabs) expect((await idsIn(worker, { tab })).length, tab).toBe(counts.tabs[tab])
  expect([counts.tabs.ready, counts.tabs.neverServed, counts.units, await idsIn(worker, { text: '水务' })]).toEqual([2, 1, ['市水务局'], [member.volunteerId]])
  await worker.call(peopleApi.movePersonOut, { personId, reason: '搬到外市' })
  expect([(await worker.call(api.getVolunteer, { volunteerId: resident.volunteerId })).state, await idsIn(worker, { tab: 'ready' }), (await worker.refused(api.turnVolunteer, { volunteerId: resident.volunteerId, to: 'active' })).code]).toEqual(['left', [member.volunteerId], 'volunteers.gone'])
  await worker.call(peopleApi.bringPersonBack, { personId })
  await worker.call(api.turnVolunteer, { volunteerId: member.volunteerId, to: 'left', reason: '调离' })
  expect([await idsIn(worker, { tab: 'away' }), (await worker.refused(api.turnVolunteer, { volunteerId: member.volunteerId, to: 'paused' })).code]).toEqual([[member.volunteerId], 'volunteers.notInState'])
  expect(await idsIn(await c.stranger('communityWorker'), { tab: 'all' })).toEqual([])
})

test('an empty shift becomes a call in one press, and whoever takes it stands on the roster until they do not come', async () => {
  const { worker, w } = await world()
  const [{ gateId, areaName, name }, { volunteerId }] = [await aGate(w), await aVolunteer(w, { name: '王值守' })]
  const shift = { gateId, on: '2020-02-27', slot: 0 }
  const call = await worker.call(api.callForHands, { shift })
  expect(call).toMatchObject({ kind: 'gate', place: `${areaName}${name}`, wanted: 1, taken: 0, standing: 'open', shift, startsAt: '2020-02-27T00:00:00.000Z', endsAt: '2020-02-27T12:00:00.000Z', takers: [] })
  expect(call.proposals).toMatchObject([{ volunteerId, name: '王值守', skilled: true, free: 'unsaid' }])
  expect((await worker.call(api.callForHands, { shift })).callId).toBe(call.callId)
  const keeper = async () => (await worker.call(passageApi.listShifts, { gateId, from: '2020-02-27', days: 1 })).items.map((one) => one.keeperName)
  const full = await worker.call(api.takePlace, { callId: call.callId, volunteerId })
  expect([full.standing, full.names, full.proposals, await keeper()]).toEqual(['full', ['王值守'], [], ['王值守', null]])
  const second = await aVolunteer(w)
  expect((await worker.refused(api.takePlace, { callId: call.callId, ...second })).code).toBe('volunteers.callFull')
  await worker.call(api.dropPlace, { serviceId: full.takers[0]?.serviceId ?? '' })
  expect(await keeper()).toEqual([null, null])
  await worker.call(passageApi.setShift, { ...shift, keeperName: '值班员' })
  expect((await worker.refused(api.takePlace, { callId: call.callId, ...second })).code).toBe('volunteers.shiftFilled')
  expect((await worker.refused(api.callForHands, { shift: { ...shift, slot: 7 } })).code).toBe('passage.noSuchSlot')
  expect([(await worker.call(api.withdrawCall, { callId: call.callId })).standing, await keeper()]).toEqual(['withdrawn', ['值班员', null]])
  expect((await worker.refused(api.callForHands, { shift })).code).toBe('volunteers.shiftFilled')
})

test('who stays away from a shift that runs is noted, leaves the roster and frees the place; undone they are on it again, and nobody’s hours reach into the future', async () => {
  const { worker, w } = await world()
  const [{ gateId }, { volunteerId }] = [await aGate(w), await aVolunteer(w, { name: '王迟到' })]
  const shift = { gateId, on: '2020-02-26', slot: 0 }
  const { callId } = await worker.call(api.callForHands, { shift })
  const { takers } = await worker.call(api.takePlace, { callId, volunteerId })
  const serviceId = takers[0]?.serviceId ?? ''
  const keeper = async () => (await worker.call(passageApi.listShifts, { gateId, from: '2020-02-26', days: 1 })).items[0]?.keeperName
  expect((await worker.refused(api.recordServices, { callId, items: [{ serviceId, came: true, to: '2020-02-26T11:00:00+08:00' }] })).code).toBe('volunteers.timesWrong')
  expect([(await worker.call(api.recordServices, { callId, items: [{ serviceId, came: false }] })).standing, await keeper()]).toEqual(['open', null])
  await worker.call(api.undoServices, { serviceIds: [serviceId] })
  expect([(await worker.call(api.getCall, { callId })).standing, await keeper()]).toEqual(['full', '王迟到'])
  expect((await worker.call(api.recordServices, { callId, items: [{ serviceId, came: true }] })).takers).toMatchObject([{ cameAt: '2020-02-26T00:00:00.000Z', leftAt: '2020-02-26T02:00:00.000Z', minutes: 120 }])
})

test('whoever is in quarantine, elsewhere then or paused is not sent; a call with places left stands first and is counted by what it opens', async () => {
  const { worker, w } = await world()
  const managed = await somebodyManaged(w)
  const { volunteerId: ill } = await worker.call(api.addVolunteer, { kind: 'resident', personId: managed.personId, phone: '19900038888' })
  expect(await worker.call(api.getVolunteer, { volunteerId: ill })).toMatchObject({ managed: { measure: 'homeQuarantine' }, state: 'active' })
  const [one, two] = [await aCallForHands(w), await aCallForHands(w, { place: '5幢' })]
  const { volunteerId } = await aVolunteer(w, { skills: ['delivery'] })
  expect((await worker.refused(api.takePlace, { callId: one.callId, volunteerId: ill })).params).toMatchObject({ why: 'managed' })
  await worker.call(api.takePlace, { callId: one.callId, volunteerId })
  expect((await worker.refused(api.takePlace, { callId: two.callId, volunteerId })).params).toMatchObject({ why: 'busy' })
  expect(await worker.call(api.getCall, two)).toMatchObject({ proposals: [], misfits: [{ why: 'managed', n: 1 }, { why: 'busy', n: 1 }] })
  await worker.call(api.callForHands, aTask({ from: '2020-02-29T02:00:00.000Z', to: '2020-02-29T04:00:00.000Z' }))
  expect(await worker.call(api.callCounts, {})).toEqual({ soon: 2, open: 3, full: 0, toRecord: 0, over: 0 })
  expect((await worker.call(api.listCalls, { tab: 'open' })).items.map(({ callId }) => callId).slice(0, 2).toSorted()).toEqual([one.callId, two.callId].toSorted())
  expect((await worker.refused(api.callForHands, aTask({ to: '2020-02-26T00:00:00.000Z' }))).code).toBe('volunteers.timesWrong')
  clock.set('2020-02-26T13:00:00+08:00')
  expect([await idsIn(worker, { tab: 'helping' }), await idsIn(worker, { tab: 'ready' })]).toEqual([[volunteerId], []])
})

test('one press records all of a call: hours from what was signed, points from the hours; undone the same day by a line of its own', async () => {
  const { c, worker, w } = await world()
  const { callId } = await aCallForHands(w, { kind: 'gate', wanted: 2 })
  const [came, stayed] = [await aVolunteer(w, { inPublic: true }), await aVolunteer(w)]
  for (const one of [came, stayed]) await worker.call(api.takePlace, { callId, ...one })
  clock.set('2020-02-26T16:00:00+08:00')
  expect((await worker.call(api.callCounts, {})).toRecord).toBe(1)
  const { takers } = await worker.call(api.getCall, { callId })
  const [first = '', last = ''] = takers.map(({ serviceId }) => serviceId)
  const done = await worker.call(api.recordServices, { callId, items: [{ serviceId: first, came: true, from: '2020-02-26T12:00:00+08:00', rating: 5 }, { serviceId: last, came: false }] })
  expect([done.standing, done.takers.map((one) => [one.state, one.minutes])]).toEqual(['over', [['came', 180], ['absent', null]]])
  expect(await worker.call(api.getVolunteer, came)).toMatchObject({ times: 1, minutes: 180, minutes7: 180, balance: 6, services: [{ points: 6, rating: 5, undoable: true }], certificate: '2020-02-26共1次、3小时。02-26 12:00起3幢楼下卡点值守3小时' })
  expect(await worker.call(api.getVolunteer, stayed)).toMatchObject({ times: 0, absent: 1, balance: 0, certificate: null })
  expect((await worker.refused(api.recordServices, { callId, items: [{ serviceId: first, came: false }] })).code).toBe('volunteers.notRecorded')
  await worker.call(api.undoServices, { serviceIds: [first] })
  expect(await worker.call(api.getVolunteer, came)).toMatchObject({ times: 0, balance: 0, points: [{ points: -6, kind: 'takenBack' }, { points: 6, kind: 'earned' }] })
  await worker.call(api.recordServices, { callId, items: [{ serviceId: first, came: true }] })
  clock.set('2020-02-27T09:00:00+08:00')
  expect((await worker.refused(api.undoServices, { serviceIds: [first] })).code).toBe('volunteers.notTheDay')
  expect((await worker.call(api.listHonours, { month: '2020-02' })).items).toMatchObject([{ ...came, times: 1, minutes: 180, points: 6 }])
  expect((await worker.call(api.honoursPaper, { month: '2020-02' }))).toMatchObject({ n: 1, unnamed: 0 })
  expect((await (await c.stranger('communityWorker')).call(api.listHonours, { month: '2020-02' })).items).toEqual([])
})

test('what nobody had called for is recorded afterwards, never in the future; points are exchanged up to what there is, by the edition published last', async () => {
  const { c, worker, w } = await world()
  const { volunteerId } = await aVolunteer(w)
  const told = { volunteerId, kind: 'visit', place: '1幢', from: '2020-02-26T07:00:00+08:00', to: '2020-02-26T09:30:00+08:00' } as const
  expect((await worker.refused(api.recordService, { ...told, to: '2020-02-26T11:00:00+08:00' })).code).toBe('volunteers.timesWrong')
  expect(await worker.call(api.recordService, told)).toMatchObject({ minutes: 150, points: 5 })
  expect(await worker.call(api.publishPointRules, { basis: '居民会议通过,公示5天', items: [{ kind: 'visit', points: 10, per: 'time', mostADay: 12 }] })).toEqual({ version: 1 })
  expect((await worker.call(api.recordService, { ...told, from: '2020-02-26T09:30:00+08:00', to: '2020-02-26T09:40:00+08:00' })).points).toBe(7)
  expect(await worker.call(api.pointRulesNow, {})).toMatchObject({ version: 1, officeName: c.community.name, rules: { basis: '居民会议通过,公示5天' } })
  expect((await worker.refused(api.exchangePoints, { volunteerId, points: 13, what: '洗衣液' })).params).toEqual({ balance: 12 })
  const { entryId, balance } = await worker.call(api.exchangePoints, { volunteerId, points: 10, what: '洗衣液一瓶' })
  expect([balance, (await worker.call(api.undoExchange, { entryId })).balance, (await worker.refused(api.undoExchange, { entryId })).code]).toEqual([2, 12, 'volunteers.notTheDay'])
})

test('reported in and never served: by unit, and in the letter to it; a unit’s list goes in at once, nobody twice, and is taken back but for whoever served since', async () => {
  const { worker, w } = await world()
  const [served] = [await aVolunteer(w), await aVolunteer(w), await aVolunteer(w, { unit: '市林业局' }), await aVolunteer(w, { kind: 'merchant', unit: '好又多超市' })]
  await worker.call(api.recordService, { ...served, kind: 'gate', place: '东门', from: '2020-02-26T07:00:00+08:00', to: '2020-02-26T09:00:00+08:00' })
  expect((await worker.call(api.listUnits, {})).items).toEqual([{ unit: '市林业局', reported: 1, served: 0, never: 1, times: 0, minutes: 0, lastOn: null }, { unit: '市水务局', reported: 2, served: 1, never: 1, times: 1, minutes: 120, lastOn: '2020-02-26' }])
  expect((await idsIn(worker, { tab: 'neverServed', unit: '市水务局' })).length).toBe(1)
  const { people, paper } = await worker.call(api.unitPaper, { unit: '市水务局' })
  expect([people, JSON.stringify(paper).includes('报到2人,其中参加过服务1人,还没有参加过1人,累计服务2小时')]).toEqual([2, true])
  const told = { kind: 'partyMember', lines: '岑建国 市水务局 19900035001\n韦美芳 市林业局 19900035002\n农志强 市水务局' } as const
  const { volunteerIds, left } = await worker.call(api.enterVolunteers, told)
  expect([volunteerIds.length, left]).toEqual([2, [{ line: 3, text: '农志强 市水务局', fault: 'noPhone' }]])
  expect(await worker.call(api.enterVolunteers, { ...told, lines: told.lines.split('\n')[0] ?? '' })).toMatchObject({ volunteerIds: [], left: [{ fault: 'already' }] })
  await worker.call(api.recordService, { volunteerId: volunteerIds[0] ?? '', kind: 'gate', place: '东门', from: '2020-02-26T07:00:00+08:00', to: '2020-02-26T09:00:00+08:00' })
  expect(await worker.call(api.removeVolunteers, { volunteerIds })).toEqual({ removed: volunteerIds.slice(1), kept: 1 })
})

test('a sign-up by the code waits, says on the phone how it stands and nothing of anybody else; taken in, it is a helper linked to the register', async () => {
  const { c, worker, w } = await world()
  const { url, help } = await worker.call(linksApi.createDeclarationLink, { areaId: c.compounds[0]?.id ?? '' })
  expect(help?.url).toMatch(/\/m\/j\//)
  const phone = new Caller({ link: url.split('/').at(-1) ?? '' })
  const { personId } = await anElder(w, { name: '刘愿来', phone: '19900037777' })
  const asked = await phone.call(api.askToHelp, signUp())
  expect(asked).toEqual({ receipt: expect.any(String) as string, name: '刘愿来', state: 'waiting', createdAt: clock.now, communityName: c.community.name, officePhone: null })
  const again = await phone.call(api.askToHelp, signUp())
  const waiting = await worker.call(api.listVolunteers, { tab: 'waiting' })
  expect(waiting.items).toMatchObject([{ name: '刘愿来', free: ['weekend'], phoneMasked: '199****7777' }])
  const volunteerId = waiting.items[0]?.volunteerId ?? ''
  expect(await worker.call(api.getVolunteer, { volunteerId })).toMatchObject({ byCode: true, likely: [{ personId, name: '刘愿来' }], actions: ['active', 'declined'] })
  await worker.call(api.editVolunteer, { volunteerId, personId, kind: 'resident', skills: ['driving'], free: ['weekend'] })
  expect(await worker.call(api.turnVolunteer, { volunteerId, to: 'active' })).toMatchObject({ state: 'active', personId, likely: [], actions: ['paused', 'left'] })
  expect((await worker.call(api.turnVolunteer, { volunteerId, to: 'waiting' })).state).toBe('waiting')
  expect((await worker.refused(api.turnVolunteer, { ...(await aVolunteer(w)), to: 'waiting' })).code).toBe('volunteers.notInState')
  await worker.call(api.turnVolunteer, { volunteerId, to: 'active' })
  expect(await phone.call(api.myHelp, { receipts: again.receipt ?? '' })).toMatchObject({ items: [{ name: '刘愿来', state: 'active', receipt: null }] })
  expect((await phone.refused(api.askToHelp, { ...signUp(), phone: '1' })).code).toBe('volunteers.phoneWrong')
})
