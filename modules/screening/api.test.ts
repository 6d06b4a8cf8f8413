import { beforeEach, describe, expect, test } from 'vitest'
import { aDeclarer, aDesk, aNeighbour, anArrival, anIdentityNumber } from '../../testing/examples/screening.ts'
import { policyInForceHere } from '../../testing/examples/policies.ts'
import { register } from '../../testing/people.ts'
import { aCommunity, Caller, clock, runJobs } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { shippedPolicies } from '../policies/data.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { screeningApi as api } from './contract.ts'

beforeEach(() => clock.set('2020-02-26T14:00:00+08:00'))

const wuhan = { origin: '420100', originName: '湖北省武汉市', arrivedOn: '2020-02-25' } as const

describe('a worker at the desk', () => {
  test('registers an arrival and has it decided in the same step', async () => {
    const { c, worker } = await aDesk()
    const done = await worker.call(api.recordScreening, anArrival({ c }, { verify: true }))
    expect(done).toMatchObject({ state: 'managed', extended: false, joinedTo: null, leadId: null })
    expect(done.decision).toMatchObject({ measure: 'homeQuarantine', originClass: 'otherProvince', endsOn: '2020-03-11' })
    expect(done.because?.zh).toContain('四川省')
    const person = await worker.call(peopleApi.personCard, { personId: done.personId ?? '' })
    expect(person.management).toMatchObject({ measure: 'homeQuarantine' })
    expect(person.timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(['screening.reported', 'screening.managed']))
  })

  test('sees before saving what the order would decide, and why', async () => {
    const { worker } = await aDesk()
    const preview = await worker.call(api.previewDecision, { ...wuhan, symptoms: [] })
    expect(preview.decision).toMatchObject({ measure: 'centralQuarantine', outcome: 'manage' })
    expect(preview.decision.because.zh.length).toBeGreaterThan(10)
  })

  test('learns that somebody from the same city is not managed, with the reason', async () => {
    const { c, worker } = await aDesk()
    const done = await worker.call(api.recordScreening, anArrival({ c }, { verify: true, origin: '532601', originName: '云南省文山州文山市' }))
    expect([done.state, done.episodeId]).toEqual(['notManaged', null])
    expect(done.because?.zh).toBeTruthy()
  })

  test('finds the person in the register instead of making a second one', async () => {
    const { c, worker } = await aDesk()
    const documentNo = anIdentityNumber()
    const known = await worker.call(peopleApi.registerPerson, { areaId: c.villageGroup.id, room: '8号', name: '赵志强', documentKind: 'residentId', documentNo })
    const done = await worker.call(api.recordScreening, anArrival({ c }, {
      verify: true, who: { newcomer: { name: '赵志强', documentKind: 'residentId', documentNo } },
    }))
    expect(done.personId).toBe(known.personId)
  })

  test('may record without a temperature, and a reading of 33.1 is kept but never used', async () => {
    const { c, worker } = await aDesk()
    const { temperature: _none, ...blank } = anArrival({ c }, { verify: true })
    expect((await worker.call(api.recordScreening, blank)).state).toBe('managed')
    const odd = await worker.call(api.recordScreening, anArrival({ c }, { verify: true, temperature: 33.1 }))
    expect(odd).toMatchObject({ deviceError: true, leadId: null })
    const hot = await worker.call(api.recordScreening, anArrival({ c }, { verify: true, temperature: 43.0 }))
    expect(hot).toMatchObject({ deviceError: true, leadId: null })
    expect((await worker.call(api.getScreening, { screeningId: odd.screeningId })).gaps).toContain('deviceError')
  })

  test('a number with a wrong last digit is taken as told and waits to be put right', async () => {
    const { c, worker } = await aDesk()
    const done = await worker.call(api.recordScreening, anArrival({ c }, {
      verify: true, who: { newcomer: { name: '周敏', documentKind: 'residentId', documentNo: '999001198506121239' } },
    }))
    const card = await worker.call(api.getScreening, { screeningId: done.screeningId })
    expect(done.state).toBe('toVerify')
    expect(card.gaps).toContain('documentWrong')
    const right = await worker.call(api.verifyScreening, {
      screeningId: done.screeningId, who: { newcomer: { name: '周敏', documentKind: 'residentId', documentNo: anIdentityNumber() } },
    })
    expect(right.state).toBe('managed')
  })
})

describe('fever', () => {
  test('at 37.3 is passed to the health centre with a clock, also by a gatekeeper who verifies nothing', async () => {
    const { c } = await aDesk()
    const done = await (await c.as('gatekeeper')).call(api.recordScreening, anArrival({ c }, { channel: 'gate', temperature: 37.3, verify: true }))
    expect(done).toMatchObject({ state: 'toVerify', leadDueAt: '2020-02-26T08:00:00.000Z' })
    const lead = await (await c.as('healthCentreDoctor')).call(leadsApi.getLead, { leadId: done.leadId ?? '' })
    expect(lead).toMatchObject({ kind: 'fever', name: '周敏', state: 'open', personId: null })
  })

  test('at 37.2 without symptoms is none', async () => {
    const { c, worker } = await aDesk()
    expect((await worker.call(api.recordScreening, anArrival({ c }, { temperature: 37.2, verify: true }))).leadId).toBeNull()
  })

  test('the lead belongs to the person as soon as they are registered', async () => {
    const { c, worker } = await aDesk()
    const done = await worker.call(api.recordScreening, anArrival({ c }, { temperature: 36.5, symptoms: ['cough'] }))
    const verified = await worker.call(api.verifyScreening, { screeningId: done.screeningId })
    const lead = await worker.call(leadsApi.getLead, { leadId: done.leadId ?? '' })
    expect([lead.personId, lead.kind, verified.leadId]).toEqual([verified.personId, 'symptom', done.leadId])
  })
})

describe('a resident behind the QR', () => {
  test('declares for a family at once; each becomes a record to verify', async () => {
    const { c, worker } = await aDesk()
    const resident = await aDeclarer(c)
    const person = (name: string) => ({ name, phone: '19900007777', documentKind: 'residentId' as const, documentNo: anIdentityNumber(), symptoms: [], symptomsAsked: true })
    const receipt = await resident.call(api.declare, {
      ...wuhan, areaId: c.compounds[0]?.id, people: [person('王建国'), person('李秀英'), person('王小明')], signedBy: '王建国', privacyRead: true,
    })
    expect(receipt.receipts.map((r) => r.name)).toEqual(['王建国', '李秀英', '王小明'])
    expect(receipt).toMatchObject({ isolate: false, communityName: c.community.name })
    const { items } = await worker.call(api.listScreenings, { tab: 'toVerify' })
    expect(items).toHaveLength(3)
    const done = await worker.call(api.verifyScreening, { screeningId: items[0]?.screeningId ?? '' })
    expect(done).toMatchObject({ state: 'managed', decision: { measure: 'centralQuarantine' } })
    expect(await worker.call(api.screeningCounts, {})).toMatchObject({ all: 3, toVerify: 2, managed: 1, today: 3 })
  })

  test('with a fever is asked to stay where they are', async () => {
    const { c } = await aDesk()
    const receipt = await (await aDeclarer(c)).call(api.declare, { ...wuhan, people: [{ name: '王建国', phone: '19900007777', temperature: 38.4 }], signedBy: '王建国', privacyRead: true })
    expect(receipt).toMatchObject({ isolate: true, receipts: [{ feverOrSymptom: true }] })
  })

  test('declares also where no order is in force yet: a fact is never refused', async () => {
    const c = await aCommunity()
    const receipt = await (await aDeclarer(c)).call(api.declare, { ...wuhan, people: [{ name: '王建国', phone: '19900007777' }], signedBy: '王建国', privacyRead: true })
    expect(receipt).toMatchObject({ verifyBy: null, isolate: false })
  })

  test('with a personal link cannot declare for an area', async () => {
    const { c } = await aDesk()
    expect((await new Caller({ link: 'nothing' }).refused(api.declare, { ...wuhan, people: [{ name: 'x' }], signedBy: 'x', privacyRead: true })).code).toBe('frame.linkInvalid')
    expect((await (await c.as('communityWorker')).refused(api.declare, { ...wuhan, people: [{ name: 'x' }], signedBy: 'x', privacyRead: true })).status).toBe(401)
  })
})

describe('a second report of the same arrival', () => {
  test('is joined, not doubled, and a symptom only it knows becomes a lead', async () => {
    const { c, worker } = await aDesk()
    const documentNo = anIdentityNumber()
    const declared = { name: '王建国', phone: '19900007777', documentKind: 'residentId' as const, documentNo, symptoms: [], symptomsAsked: true }
    const resident = await aDeclarer(c)
    await resident.call(api.declare, { ...wuhan, people: [declared], signedBy: '王建国', privacyRead: true })
    const atTheDoor = await worker.call(api.recordScreening, anArrival({ c }, {
      ...wuhan, origin: '420500', originName: '湖北省宜昌市', arrivedOn: '2020-02-24', verify: true, symptoms: ['fatigue'],
      who: { newcomer: { name: '王建国', documentKind: 'residentId', documentNo } },
    }))
    expect(atTheDoor.state).toBe('joined')
    expect(atTheDoor.leadId).not.toBeNull()
    const first = await worker.call(api.getScreening, { screeningId: atTheDoor.joinedTo ?? '' })
    expect(first).toMatchObject({ state: 'managed', channel: 'declaration', symptoms: ['fatigue'], purpose: 'returnHome' })
    expect(first.joined).toHaveLength(1)
    expect((await worker.call(quarantineApi.listEpisodes, {})).items).toHaveLength(1)
  })

  test('of a child with the family telephone stands on its own', async () => {
    const { c, worker } = await aDesk()
    const resident = await aDeclarer(c)
    await resident.call(api.declare, { ...wuhan, people: [{ name: '王建国', phone: '19900007777' }], signedBy: '王建国', privacyRead: true })
    await resident.call(api.declare, { ...wuhan, people: [{ name: '王小明', phone: '19900007777' }], signedBy: '王建国', privacyRead: true })
    expect(await worker.call(api.screeningCounts, {})).toMatchObject({ toVerify: 2, joined: 0 })
  })

  test('joined by mistake can be separated on the same day', async () => {
    const { c, worker } = await aDesk()
    const resident = await aDeclarer(c)
    const once = { ...wuhan, people: [{ name: '王建国', phone: '19900007777' }], signedBy: '王建国', privacyRead: true as const }
    await resident.call(api.declare, once)
    await resident.call(api.declare, { ...once, originName: '湖北省' })
    const { items: [joined] } = await worker.call(api.listScreenings, { tab: 'joined' })
    expect(await worker.call(api.undoVerification, { screeningId: joined?.screeningId ?? '' })).toMatchObject({ state: 'toVerify', joinedTo: null })
  })
})

describe('verification', () => {
  test('may be undone on its day: the episode is cancelled and the record waits again', async () => {
    const { c, worker } = await aDesk()
    const done = await worker.call(api.recordScreening, anArrival({ c }, { verify: true }))
    expect(await worker.call(api.undoVerification, { screeningId: done.screeningId })).toMatchObject({ state: 'toVerify', episodeId: null, decision: null })
    expect((await worker.call(peopleApi.personCard, { personId: done.personId ?? '' })).management).toBeNull()
    const again = await worker.call(api.verifyScreening, { screeningId: done.screeningId, corrections: { origin: '420100', originName: '湖北省武汉市' } })
    expect(again.decision?.measure).toBe('centralQuarantine')
  })

  describe('where the order takes the household along', () => {
    async function aFamily() {
      const c = await aCommunity()
      const worker = await c.as('communityWorker')
      const { rules } = shippedPolicies.reportOne.document
      await policyInForceHere({ c, caller: worker }, { rules: rules.map((rule) => (rule.id === 'otherProvince' ? { ...rule, household: 'together' } : rule)) })
      const [one, other] = [await register(worker, c, { name: '李秀英' }), await register(worker, c, { name: '王小军' })]
      const done = await worker.call(api.recordScreening, anArrival({ c }, { verify: true, who: { personId: one.personId } }))
      const episodeOf = async ({ personId }: { personId: string }) => (await worker.call(peopleApi.personCard, { personId })).management?.episodeId
      return { c, worker, done, one, other, episodeOf }
    }

    test('undone, it sets free whoever was managed only because of it, and so does a quarantine cancelled on the card', async () => {
      const { worker, done, one, other, episodeOf } = await aFamily()
      expect(await episodeOf(other)).toBeDefined()
      await worker.call(api.undoVerification, { screeningId: done.screeningId })
      expect([await episodeOf(one), await episodeOf(other)]).toEqual([undefined, undefined])
      expect((await worker.call(peopleApi.personCard, { personId: other.personId })).timeline[0]).toMatchObject({ kind: 'quarantine.cancelled', params: { reason: '撤销核实' } })
      const again = await worker.call(api.verifyScreening, { screeningId: done.screeningId })
      await worker.call(quarantineApi.cancelEpisode, { episodeId: again.episodeId ?? '', reason: '登记错误' })
      expect([await episodeOf(one), await episodeOf(other)]).toEqual([undefined, undefined])
    })

    test('is not undone while one of the household has readings or a decision of their own, who is named', async () => {
      const { worker, done, one, other, episodeOf } = await aFamily()
      const episodeId = (await episodeOf(other)) ?? ''
      await worker.call(quarantineApi.changeMeasure, { episodeId, measure: 'homeMonitoring', orderNo: '指挥部令第9号', reason: '孕妇' })
      const why = { code: 'screening.hasFollowUps', params: { name: '王小军' } }
      expect(await worker.refused(api.undoVerification, { screeningId: done.screeningId })).toMatchObject(why)
      await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 36.6, symptoms: [] })
      expect(await worker.refused(api.undoVerification, { screeningId: done.screeningId })).toMatchObject(why)
      expect(await worker.refused(quarantineApi.cancelEpisode, { episodeId: (await episodeOf(one)) ?? '', reason: '登记错误' })).toMatchObject({ code: 'quarantine.householdHasRecords', params: { names: '王小军' } })
      expect(await episodeOf(one), 'nothing was half undone').toBe(done.episodeId)
    })
  })

  test('is not undone once something was recorded in the episode, nor the day after', async () => {
    const { c, worker } = await aDesk()
    const first = await worker.call(api.recordScreening, anArrival({ c }, { verify: true }))
    await worker.call(quarantineApi.recordCheck, { episodeId: first.episodeId ?? '', temperature: 36.6, symptoms: [] })
    expect((await worker.refused(api.undoVerification, { screeningId: first.screeningId })).code).toBe('screening.hasFollowUps')
    const second = await worker.call(api.recordScreening, anArrival({ c }, { verify: true }))
    clock.forward(24 * 60)
    expect((await worker.refused(api.undoVerification, { screeningId: second.screeningId })).code).toBe('screening.notTheDay')
  })

  test('decides by the order in force when it was reported, and twice is refused', async () => {
    const { c, worker } = await aDesk()
    const waiting = await worker.call(api.recordScreening, anArrival({ c }))
    await worker.call(api.verifyScreening, { screeningId: waiting.screeningId })
    expect(await worker.refused(api.verifyScreening, { screeningId: waiting.screeningId })).toMatchObject({ code: 'screening.notInState', params: { state: 'managed' } })
  })

  test('a gatekeeper records but does not verify', async () => {
    const { c } = await aDesk()
    const gate = await c.as('gatekeeper')
    const done = await gate.call(api.recordScreening, anArrival({ c }, { channel: 'gate', verify: true }))
    expect(done.state).toBe('toVerify')
    expect((await gate.refused(api.verifyScreening, { screeningId: done.screeningId })).status).toBe(403)
  })
})

describe('handing over', () => {
  test('the other community gets the record after five minutes and sees nothing else of ours', async () => {
    const { c, worker } = await aDesk()
    const there = await aNeighbour(c)
    const done = await worker.call(api.recordScreening, anArrival({ c }))
    const { items } = await worker.call(api.handOverTargets, {})
    expect(items.map((i) => i.areaId)).toEqual([there.id])
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['areaId', 'fullName', 'name'])
    await worker.call(api.handOver, { screeningId: done.screeningId, toAreaId: there.id, note: '实际住在对方社区' })
    clock.forward(2)
    await runJobs()
    const colleague = await c.as('communityWorker', there)
    expect((await colleague.call(api.listScreenings, {})).items).toEqual([])
    clock.forward(4)
    await runJobs()
    const [arrived] = (await colleague.call(api.listScreenings, {})).items
    expect(arrived).toMatchObject({ channel: 'handedOver', state: 'toVerify', name: '周敏' })
    expect(await colleague.call(api.verifyScreening, { screeningId: arrived?.screeningId ?? '' })).toMatchObject({ state: 'managed' })
    expect((await worker.refused(api.undoVerification, { screeningId: done.screeningId })).code).toBe('screening.alreadyDelivered')
    expect((await colleague.refused(api.getScreening, { screeningId: done.screeningId })).status).toBe(404)
  })

  test('is taken back before it is delivered', async () => {
    const { c, worker } = await aDesk()
    const there = await aNeighbour(c)
    const done = await worker.call(api.recordScreening, anArrival({ c }))
    await worker.call(api.handOver, { screeningId: done.screeningId, toAreaId: there.id })
    expect(await worker.call(api.undoVerification, { screeningId: done.screeningId })).toMatchObject({ state: 'toVerify' })
    clock.forward(10)
    await runJobs()
    expect((await (await c.as('communityWorker', there)).call(api.listScreenings, {})).items).toEqual([])
  })

  test('goes to communities of the district only', async () => {
    const { c, worker } = await aDesk()
    const elsewhere = await aCommunity()
    const done = await worker.call(api.recordScreening, anArrival({ c }))
    expect((await worker.refused(api.handOver, { screeningId: done.screeningId, toAreaId: elsewhere.community.id })).code).toBe('screening.notACommunity')
  })
})

test('a record dismissed keeps its reason', async () => {
  const { c, worker } = await aDesk()
  const done = await worker.call(api.recordScreening, anArrival({ c }))
  await worker.call(api.dismissScreening, { screeningId: done.screeningId, reason: 'onlyPassedThrough', note: '加油后离开' })
  expect(await worker.call(api.getScreening, { screeningId: done.screeningId }))
    .toMatchObject({ state: 'notManaged', dismissReason: 'onlyPassedThrough', note: '加油后离开', actions: ['undo'] })
})

test('lists carry masked numbers, are filtered and come page by page; a receipt number finds its record', async () => {
  const { c, worker } = await aDesk()
  const made = []
  for (const origin of ['510104', '420100', '440100']) {
    made.push(await worker.call(api.recordScreening, anArrival({ c }, { origin, originName: origin, verify: true })))
    clock.forward(1)
  }
  expect((await worker.call(api.listScreenings, { originClasses: ['otherProvince'] })).items).toHaveLength(2)
  expect((await worker.call(api.listScreenings, { measures: ['centralQuarantine'] })).items).toHaveLength(1)
  const first = await worker.call(api.listScreenings, { limit: 2 })
  const second = await worker.call(api.listScreenings, { limit: 2, after: first.next ?? '' })
  expect([...first.items, ...second.items].map((i) => i.screeningId)).toEqual(made.map((m) => m.screeningId).reverse())
  expect(first.items[0]?.phoneMasked).toBe('199****5678')
  expect((await worker.call(api.listScreenings, { q: made[1]?.receiptNo })).items.map((i) => i.screeningId)).toEqual([made[1]?.screeningId])
  expect((await (await c.stranger('communityWorker')).call(api.listScreenings, {})).items).toEqual([])
})

describe('somebody for somebody else', () => {
  test('a child declares for a father without a telephone; who told it, how they are related and where to call them stands on the card', async () => {
    const { c, worker } = await aDesk()
    await (await aDeclarer(c)).call(api.declare, {
      ...wuhan, areaId: c.compounds[0]?.id, people: [{ name: '王老五', documentKind: 'residentId', documentNo: anIdentityNumber('19420101') }], signedBy: '王建国', privacyRead: true,
      toldBy: { name: '王建国', relation: 'child', phone: '19900007777' },
    })
    const [line] = (await worker.call(api.listScreenings, { tab: 'toVerify' })).items
    expect(line).toMatchObject({ channel: 'family', reporterName: '王建国' })
    const card = await worker.call(api.getScreening, { screeningId: line?.screeningId ?? '' })
    expect(card.toldBy).toEqual({ name: '王建国', relation: 'child', phoneMasked: '199****7777' })
  })

  test('what the person says by telephone joins what the family declared, and where the two contradict each other both are shown', async () => {
    const { c, worker } = await aDesk()
    const documentNo = anIdentityNumber()
    const person = { name: '王建国', documentKind: 'residentId' as const, documentNo }
    await (await aDeclarer(c)).call(api.declare, { ...wuhan, people: [{ ...person, symptoms: [], symptomsAsked: true }], signedBy: '李秀英', privacyRead: true, toldBy: { name: '李秀英', relation: 'spouse' } })
    const second = await worker.call(api.recordScreening, anArrival({ c }, { ...wuhan, arrivedOn: '2020-02-24', who: { newcomer: person }, channel: 'phone', symptoms: ['cough'], temperature: 36.8 }))
    expect(second.state).toBe('joined')
    const card = await worker.call(api.getScreening, { screeningId: second.joinedTo ?? '' })
    expect(card.joined).toMatchObject([{ channel: 'phone' }])
    expect(card.contradictions).toMatchObject([
      { field: 'arrivedOn', first: '2020-02-25', second: '2020-02-24', channel: 'phone' }, { field: 'symptoms', first: 'none', second: 'cough' },
    ])
  })
})
