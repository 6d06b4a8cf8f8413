import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { aRecord, atAGate, watchAll } from '../../testing/examples/passage.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aNumber, gridOf, register } from '../../testing/people.ts'
import { aCommunity, clock } from '../../testing/world.ts'
import { leadsApi } from '../leads/contract.ts'
import { passesApi } from '../passes/contract.ts'
import { codesFor } from '../passes/service/keys.ts'
import { getPass } from '../passes/store.ts'
import { peopleApi } from '../people/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { passageApi as api } from './contract.ts'
import { decidePassage, factsOf, type PassageDraft } from './rules.ts'

let cars = 0
/** A gate of one compound with its own keeper; of another community a household with a pass and a car, one of whom is in quarantine. */
async function world() {
  const { c, worker, gateId } = await atAGate()
  const keeper = await c.as('gatekeeper', c.compounds[0])
  const there = await aCommunity()
  const office = await there.as('communityWorker')
  await there.tx('system', ({ sql: q }) => q.run(sql`update area set office_phone = '0876-2120001' where id = ${there.community.id}`))
  const [document, phone] = [aNumber(), `1990001${1000 + ++cars}`]
  const { personId, householdId } = await register(office, there, { name: '沐隔离', documentKind: 'residentId', documentNo: document, phone })
  const home = householdId ?? ''
  const plate = `云H8${1000 + ++cars}`
  const [household, person] = [await office.call(passesApi.issueHousehold, { householdId: home }), await office.call(passesApi.issuePerson, { personId })]
  await office.call(peopleApi.registerVehicle, { householdId: home, plate })
  const codeOf = async (passId: string) => there.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId)?.text ?? '')
  const codes = [await codeOf(household.passId), await codeOf(person.passId)]
  const { episodeId } = await somebodyManaged({ c: there, caller: office }, {}, { personId, householdId: home })
  const find = (q: string) => keeper.call(api.findAtGate, { gateId, q })
  return { c, worker, keeper, gateId, there, office, personId, householdId: home, document, phone, plate, numbers: [household.number, person.number], codes, episodeId, call: `${there.community.name} 0876-2120001`, find }
}

test('somebody in quarantine elsewhere is told of at the desk by every way in, as such and with whom to call, and nothing more', async () => {
  const { c, keeper, find, document, plate, numbers, codes, call, personId, householdId, there, episodeId } = await world()
  for (const q of [document, document.toLowerCase(), plate, ...numbers, ...codes]) {
    const answer = await find(q)
    expect([answer.held, answer.found], q).toEqual([{ call, sure: true }, []])
    for (const hidden of [personId, householdId, '隔离', '沐', 'homeQuarantine']) expect(JSON.stringify({ ...answer, policy: null, held: null }), q).not.toContain(hidden)
  }
  expect((await find(aNumber())).held).toBeNull()
  const [index, asked] = await c.tx('system', async (ctx) => [ctx.vault.index('document', document), await ctx.sql.rows<{ subjects: string[] }>(sql`select subjects from audit_event where endpoint = 'passage.findAtGate' and account_id = ${keeper.accountId} order by at, id limit 1`)] as const)
  expect(asked, 'the trail keeps who was asked for, by the blind index').toEqual([{ subjects: [index] }])
  await (await there.as('subdistrictOfficer')).call(quarantineApi.cancelEpisode, { episodeId, reason: '录错人' })
  expect((await find(document)).held).toBeNull()
})

test('what the desk says is what the server decides, also where only the number of the pass was typed; an emergency passes', async () => {
  const { find, keeper, gateId, document, numbers, plate, call } = await world()
  const [, personal = ''] = numbers
  const ways: Partial<PassageDraft>[] = [{ subject: 'unknown', document, name: '某人' }, { subject: 'person', passNo: personal, passState: 'notOurs' }, { subject: 'vehicle', plate }]
  for (const [i, more] of ways.entries()) for (const direction of ['in', 'out'] as const) {
    const { gate, policy, held } = await find([document, personal, plate][i] ?? '')
    const draft = { direction, temperature: 36.4, ...more } as PassageDraft
    const { outcome, step, reason, policy: by } = decidePassage(factsOf(draft, gate, null, held), policy, clock.now)
    const kept = await keeper.call(api.recordPassage, { ...aRecord(gateId, { name: undefined, told: undefined, ...draft }), decision: { outcome, step, reason, policy: by } })
    expect([kept.outcome, kept.reason, kept.differs]).toEqual(['refer', { code: 'quarantineElsewhere', params: { call } }, false])
    expect([kept.address, kept.who.includes('沐')], 'nobody here sees who it is').toEqual(['', false])
  }
  expect(await keeper.call(api.recordPassage, aRecord(gateId, { document, emergency: 'illness' }))).toMatchObject({ outcome: 'allow', warnings: expect.arrayContaining([{ code: 'stopped', params: { reason: 'quarantineElsewhere', call } }]) })
})

test('a phone that could not know let them through: when its batch arrives both stay, and a lead is raised once where they are managed', async () => {
  const { c, worker, keeper, gateId, office, personId, householdId, document, numbers } = await world()
  const phone = { outcome: 'allow', step: 'done', reason: { code: 'visitorFree', params: {} }, policy: null } as const
  const passed = (more: object) => aRecord(gateId, { direction: 'in', told: undefined, decision: phone, ...more })
  const items = [passed({ name: undefined, document }), passed({ name: numbers[1] }), passed({ subject: 'person', name: undefined, personId, passNo: numbers[1], passState: 'valid' }), passed({ name: '沐别人' })]
  const { items: sent } = await keeper.call(api.recordPassages, { items })
  expect(sent.map((one) => [one.differs, one.decision?.reason.code])).toEqual([...Array.from({ length: 3 }, () => [true, 'quarantineElsewhere']), [true, expect.not.stringContaining('quarantine')]])
  for (const _ of [1, 2]) await watchAll(c)
  const { items: found } = await worker.call(api.listPatterns, {})
  expect(found.filter((p) => p.kind === 'elsewherePassed').map((p) => p.eventIds)).toHaveLength(3)
  expect(found.filter((p) => p.kind === 'elsewherePassed').every((p) => p.who !== '沐隔离')).toBe(true)
  const { items: leads } = await office.call(leadsApi.listLeads, {})
  expect(leads).toMatchObject([{ personId, channel: 'gate', leadId: found.find((p) => p.kind === 'elsewherePassed')?.leadId }])
  expect((await worker.call(leadsApi.listLeads, {})).items).toEqual([])
  expect((await worker.call(api.listPassages, { householdId })).items.map((p) => p.subject)).toEqual(['visitor', 'visitor', 'visitor'])
})

test('by a name alone nobody is held: the keeper is told to ask for the number', async () => {
  const { c, worker, keeper, gateId } = await atAGate()
  const beside = await register(worker, c, { name: '郗同名', areaId: gridOf(c, 1).id })
  await somebodyManaged({ c, caller: worker }, {}, { personId: beside.personId, householdId: beside.householdId ?? '' })
  const held = { call: c.community.name, sure: false }
  expect((await keeper.call(api.findAtGate, { gateId, q: '郗同名' })).held).toEqual(held)
  const { outcome, warnings } = await keeper.call(api.recordPassage, aRecord(gateId, { direction: 'in', subject: 'visitor', visitorConfirmed: true, name: '郗同名' }))
  expect([outcome, warnings.find(({ code }) => code === 'sameNameHeld')?.params]).toEqual(['allow', { call: held.call }])
})

test('a confirmed visitor who is in quarantine is stopped by the identity number told with the visit, at the desk, at a scan and from a phone; by telephone or name alone the keeper is told to ask', async () => {
  const { c, worker, keeper, gateId, document, phone, call, find } = await world()
  const { householdId = '' } = await register(worker, c, { name: '沐主人' })
  const visit = async (more: object) => {
    const { passId } = await worker.call(passesApi.announceVisitor, { householdId: householdId ?? '', name: '沐来客', purpose: 'guest', ...more })
    const { number } = await worker.call(passesApi.confirmVisitor, { passId })
    return { number, code: await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'phone')).get(passId)?.text ?? '') }
  }
  expect((await worker.refused(passesApi.announceVisitor, { householdId: householdId ?? '', name: '沐来客', purpose: 'guest', document: '999001199001010010' })).code).toBe('passes.documentWrong')
  const known = await visit({ document })
  for (const q of [known.number, known.code]) expect(await find(q)).toMatchObject({ held: { call, sure: true }, visitor: { confirmed: true } })
  const scanned = await keeper.call(api.scanPassage, { eventId: uuidv7(), gateId, direction: 'in', temperature: 36.4, identity: 'same', scanned: known.code })
  expect(scanned.decision).toMatchObject({ outcome: 'refer', reason: { code: 'quarantineElsewhere', params: { call } } })
  const { items: [sent] } = await keeper.call(api.recordPassages, { items: [aRecord(gateId, { direction: 'in', subject: 'visitor', visitorConfirmed: true, name: undefined, told: undefined, passNo: known.number, passState: 'valid', visitsHouseholdId: householdId ?? '', decision: { outcome: 'allow', step: 'done', reason: { code: 'visitorConfirmed', params: {} }, policy: null } })] })
  expect([sent?.differs, sent?.decision?.reason.code]).toEqual([true, 'quarantineElsewhere'])
  for (const more of [{ phone: `${phone.slice(0, 3)} ${phone.slice(3)}` }, { name: '沐隔离' }, { name: '沐隔离', phone }]) {
    const { code } = await visit(more)
    const { held } = await find(code)
    expect(held?.sure, 'the namesake only within the district').toBe('phone' in more ? false : undefined)
  }
  expect((await find((await visit({ document: aNumber(), phone })).code)).held, 'somebody else has this telephone').toBeNull()
})
