import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { somebody } from '../../testing/examples/people.ts'
import { door as gridDoor } from '../../testing/people.ts'
import { aHouseholdPass, aRunGivenUp, aVehiclePass, aVisit, householdToken } from '../../testing/examples/passes.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, Caller, clock, runJobs } from '../../testing/world.ts'
import { addMinutes } from '../../kernel/dates.ts'
import { exampleFile } from '../../testing/examples/files.ts'
import { firstCompound } from '../../testing/examples/duty.ts'
import { passageApi } from '../passage/contract.ts'
import { linksApi } from '../links/contract.ts'
import { mounted } from '../../server/modules.ts'
import { peopleApi } from '../people/contract.ts'
import { quarantineApi } from '../quarantine/contract.ts'
import { passesApi as api } from './contract.ts'
import { applyStops, verifyPass } from './rules.ts'
import { arrivedAtGate, rotateKeys, undoArrivedAtGate, verifySignature } from './service.ts'
import { codesFor } from './service/keys.ts'
import { getPass } from './store.ts'

async function world() {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const w = { c, caller: worker }
  return { c, worker, w }
}
/** What a gate without network says of the code on the paper. */
async function atGate(worker: Caller, passId: string, code?: string) {
  const text = code ?? (await codeOf(worker, passId))
  const keys = await worker.call(api.passKeys, {})
  const { revocations } = applyStops(null, await worker.call(api.passStops, {}))
  return verifyPass(text, { keys, revocations, now: clock.now, verify: verifySignature })
}
/** The code is a drawing on the paper; what it says is asked of the server's own signing, by a household's page where there is one. */
async function codeOf(worker: Caller, passId: string): Promise<string> {
  const { householdId } = await worker.call(api.getPass, { passId })
  const link = await worker.call(api.householdLink, { householdId: householdId ?? '' })
  const mine = await new Caller({ link: link.url.split('/').at(-1) ?? '' }).call(api.myPass, {})
  return mine.pass?.code?.text ?? ''
}

test('a household gets one pass, whose code a gate verifies by itself; a second is refused with the number of the first', async () => {
  const { worker, w } = await world()
  const pass = await aHouseholdPass(w)
  expect(pass).toMatchObject({ kind: 'household', state: 'valid', number: expect.stringMatching(/^户\d{6}$/), members: 1, validUntil: '2020-03-26T16:00:00.000Z', status: { state: 'clear' } })
  expect(pass.actions).toEqual(['print', 'reprint', 'renew', 'revoke', 'photo'])
  expect(await atGate(worker, pass.passId)).toMatchObject({ ok: true, claims: { serial: pass.serial, householdId: pass.householdId, kind: 'household', medium: 'phone' }, warnings: [] })
  expect(await worker.refused(api.issueHousehold, { householdId: pass.householdId ?? '' })).toMatchObject({ code: 'passes.alreadyHas', params: { number: pass.number } })
  const { items: [paper] } = await worker.call(api.passPapers, { passIds: [pass.passId] })
  expect(paper).toMatchObject({ number: pass.number, compound: '锦绣小区', memberNames: ['李桂兰'], office: w.c.community.name, phoneMasked: expect.stringContaining('*'), qrSvg: expect.stringContaining('<svg') })
})

test('a household’s code opens the home it was printed for, and follows nobody who moves out, moves on or is put together with another record', async () => {
  const { c, worker } = await world()
  const living = (room: string, over = {}) => worker.call(peopleApi.registerPerson, { ...gridDoor(c, room), name: '周海', sex: '1', ...over })
  const [zhou, wife, other] = [await living('101'), await living('101', { name: '吴梅', sex: '2' }), await living('301')]
  await worker.call(peopleApi.setHouseholder, { householdId: zhou.householdId ?? '', personId: zhou.personId })
  const printed = async (householdId: string | null) => new Caller({ link: (await worker.call(api.householdLink, { householdId: householdId ?? '' })).url.split('/').at(-1) ?? '' })
  const opens = async (phone: Caller) => (await phone.call(api.myPass, {})).address
  const first = await printed(zhou.householdId)
  expect(await opens(first)).toContain('101')
  await worker.call(peopleApi.movePersonOut, { personId: zhou.personId, reason: 'work' })
  expect([(await first.refused(api.myPass, {})).code, (await first.refused(linksApi.openLink, {})).code]).toEqual(['frame.linkInvalid', 'frame.linkInvalid'])
  await worker.call(peopleApi.bringPersonBack, { personId: zhou.personId })
  expect((await first.refused(api.myPass, {})).code, 'a code once dead stays dead').toBe('frame.linkInvalid')
  const second = await printed(zhou.householdId)
  const moved = await worker.call(peopleApi.movePerson, { personId: zhou.personId, ...gridDoor(c, '201'), areaId: c.villageGroup.id })
  expect((await second.refused(api.myPass, {})).code, 'nor does the old home’s code open the new one').toBe('frame.linkInvalid')
  const [stays, third] = [await printed(zhou.householdId), await printed(moved.householdId)]
  expect([await opens(stays), await opens(third)]).toEqual([expect.stringContaining('101'), expect.stringContaining('201')])
  await worker.call(peopleApi.mergePeople, { keptId: other.personId, otherId: zhou.personId })
  expect((await third.refused(api.myPass, {})).code).toBe('frame.linkInvalid')
  expect([await opens(stays), wife.householdId]).toEqual([expect.stringContaining('101'), zhou.householdId])
})

test('the page of an episode stays its person’s, the pass of a home they have left is not on it', async () => {
  const { c, worker, w } = await world()
  const managed = await somebodyManaged(w)
  const own = new Caller({ link: (await worker.call(linksApi.personalLink, { episodeId: managed.episodeId })).url.split('/').at(-1) ?? '' })
  expect((await own.call(api.myPass, {})).address).not.toBe('')
  await (await c.as('subdistrictOfficer')).call(quarantineApi.cancelEpisode, { episodeId: managed.episodeId, reason: '录错人' })
  await worker.call(peopleApi.movePersonOut, { personId: managed.personId, reason: 'work' })
  expect((await own.refused(api.myPass, {})).code).toBe('frame.linkInvalid')
  expect(await own.call(linksApi.openLink, {})).toMatchObject({ purpose: 'personal' })
})

test('a reprint voids the code before it at once, and only that', async () => {
  const { worker, w } = await world()
  const [pass, other] = [await aHouseholdPass(w), await aHouseholdPass(w)]
  const [before, others] = [await codeOf(worker, pass.passId), await codeOf(worker, other.passId)]
  const after = await worker.call(api.reprintPass, { passId: pass.passId, why: 'lost' })
  expect(after).toMatchObject({ issue: 2, number: pass.number })
  expect(await atGate(worker, pass.passId, before)).toMatchObject({ ok: false, reason: 'replaced' })
  expect(await atGate(worker, pass.passId)).toMatchObject({ ok: true })
  expect(await atGate(worker, pass.passId, others)).toMatchObject({ ok: true })
  expect(await worker.call(api.checkCode, { code: before })).toMatchObject({ ok: false, reason: 'replaced', pass: { passId: pass.passId } })
})

test('when somebody of the household comes into quarantine its passes stop in the same moment, and release gives them back', async () => {
  const { worker, w } = await world()
  const officer = await w.c.as('subdistrictOfficer')
  const managed = await somebodyManaged(w, { originCode: '420102' })
  expect(await worker.refused(api.issueHousehold, { householdId: managed.householdId })).toMatchObject({ code: 'passes.quarantined', params: { name: '李桂兰' } })
  await officer.call(quarantineApi.cancelEpisode, { episodeId: managed.episodeId, reason: '录错人' })
  const pass = await worker.call(api.issueHousehold, { householdId: managed.householdId })
  const code = await codeOf(worker, pass.passId)
  const since = clock.now
  clock.forward(30)
  const { episodeId } = await somebodyManaged(w, { originCode: '420102' }, managed)
  expect(await worker.call(api.getPass, { passId: pass.passId })).toMatchObject({
    state: 'suspended', actions: ['revoke'], why: { key: 'suspended', params: { name: '李桂兰' } }, status: { state: 'quarantined' }, history: [{ kind: 'suspended', at: clock.now }, { kind: 'issued' }],
  })
  expect(await worker.call(api.passStops, { since, areaId: w.c.community.id })).toMatchObject({ count: 1, stops: [{ serial: pass.serial, stop: 'suspended', issue: 1 }] })
  expect(await atGate(worker, pass.passId, code)).toMatchObject({ ok: false })
  expect((await worker.call(api.passPapers, { passIds: [pass.passId] })).items).toEqual([])
  clock.forward(1)
  await officer.call(quarantineApi.releaseEarly, { episodeId, orderNo: '指挥部令第12号', reason: '排除' })
  expect(await worker.call(api.getPass, { passId: pass.passId })).toMatchObject({ state: 'valid', history: [{ kind: 'restored' }, { kind: 'suspended' }, { kind: 'issued' }] })
  expect(await worker.call(api.passStops, { since, areaId: w.c.community.id })).toMatchObject({ stops: [{ serial: pass.serial, stop: null }] })
})

test('a pass renewed to an earlier end leaves no print that is good to the later one', async () => {
  const { c, worker, w } = await world()
  const pass = await aHouseholdPass(w)
  const printed = await c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, pass.passId)], 'paper')).get(pass.passId)?.text ?? '')
  await worker.call(api.renewPass, { passId: pass.passId, validOn: '2020-02-28' })
  clock.forward(4 * 24 * 60)
  expect(await atGate(worker, pass.passId, printed)).toMatchObject({ ok: false, reason: 'replaced' })
  expect(await worker.call(api.checkCode, { code: printed })).toMatchObject({ ok: false, reason: 'replaced' })
})

test('a keeper who is sent to another place hears of all its stops, not only of those of the last minutes', async () => {
  const { c, worker, w } = await world()
  const pass = await aHouseholdPass(w)
  await worker.call(api.revokePass, { passId: pass.passId, reason: '冒用' })
  clock.forward(30)
  const before = await c.as('gatekeeper', c.compounds[1])
  const { revocations: held } = applyStops(null, await before.call(api.passStops, {}))
  expect(held?.stops).toEqual({})
  const asked = { since: held?.at ?? '', areaId: held?.areaId ?? '' }
  expect((await before.call(api.passStops, asked)).since, 'at the same place what changed is enough').toBe(held?.at)
  const { revocations } = applyStops(held, await (await c.as('gatekeeper', c.compounds[0])).call(api.passStops, asked))
  expect(revocations?.stops).toMatchObject({ [pass.serial]: { stop: 'revoked' } })
})

test('a compound is issued for in one run: those with a pass, in quarantine or empty are left out with the reason, and the run is undone as a whole', async () => {
  const { worker, w } = await world()
  const [has, kept, gone] = [await aHouseholdPass(w), await somebodyManaged(w, { originCode: '420102' }), await somebody(w)]
  await worker.call(peopleApi.movePersonOut, { personId: gone.personId, reason: '搬到外市' })
  for (let i = 0; i < 3; i++) await somebody(w)
  const areaId = w.c.compounds[0]?.id ?? ''
  const preview = await worker.call(api.previewIssue, { areaId })
  expect(preview).toMatchObject({ households: 6, toIssue: 3, skipped: { hasOne: 1, quarantined: 1, nobody: 1 } })
  const { batchId } = await worker.call(api.issueMany, { areaId })
  expect((await worker.refused(api.issueMany, { areaId })).code).toBe('passes.batchRuns')
  await runJobs()
  const done = await worker.call(api.getBatch, { batchId })
  expect(done).toMatchObject({ state: 'done', seen: 6, issued: 3, skipped: preview.skipped, mayUndo: true })
  expect(done.left.map((one) => [one.householdId, one.reason])).toEqual([[kept.householdId, 'quarantined'], [gone.householdId, 'nobody']])
  expect((await worker.call(api.passPapers, { batchId })).total).toBe(3)
  expect(await worker.call(api.passCounts, {})).toMatchObject({ all: 4, valid: 4 })
  await worker.call(api.undoBatch, { batchId })
  expect(await worker.call(api.passCounts, {})).toMatchObject({ all: 1, valid: 1, ended: 3 })
  expect((await worker.call(api.getPass, { passId: has.passId })).state).toBe('valid')
})

test('a run that is given up says so and goes on where it stopped when somebody asks for it', async () => {
  const { worker, w } = await world()
  await somebody(w)
  const { batchId } = await aRunGivenUp(w)
  await runJobs()
  expect(await worker.call(api.getBatch, { batchId })).toMatchObject({ state: 'failed', issued: 0, mayUndo: true })
  expect(await worker.call(api.resumeBatch, { batchId })).toMatchObject({ state: 'running' })
  expect((await worker.refused(api.resumeBatch, { batchId })).code).toBe('passes.batchRuns')
  await runJobs()
  expect(await worker.call(api.getBatch, { batchId })).toMatchObject({ state: 'done', issued: 2 })
  expect((await worker.refused(api.resumeBatch, { batchId })).code).toBe('passes.batchStands')
})

test('the last one who moves out leaves no pass that is good; who is brought back has the own one and the household’s again, and others who move in have neither', async () => {
  const { c, worker } = await world()
  const living = (room: string, name: string) => worker.call(peopleApi.registerPerson, { ...gridDoor(c, room), name, sex: '1' })
  const [first, last, other] = [await living('611', '秦广林'), await living('611', '秦广森'), await living('612', '尤立')]
  const householdId = first.householdId ?? ''
  await worker.call(peopleApi.setHouseholder, { householdId, personId: first.personId })
  const [home, own] = [await worker.call(api.issueHousehold, { householdId }), await worker.call(api.issuePerson, { personId: last.personId })]
  const cards = async () => Promise.all([home, own].map(({ passId }) => worker.call(api.getPass, { passId })))
  await worker.call(peopleApi.movePersonOut, { personId: first.personId, reason: 'work' })
  expect(await cards(), 'who is householder no more is named no more').toMatchObject([{ state: 'valid', name: '秦广森' }, { state: 'valid' }])
  expect((await worker.call(api.passPapers, { passIds: [home.passId] })).items).toMatchObject([{ name: '秦广森', members: 1 }])
  clock.forward(1)
  await worker.call(peopleApi.movePersonOut, { personId: last.personId, reason: 'work' })
  expect(await cards()).toMatchObject([
    { state: 'revoked', why: { key: 'nobodyHere' }, actions: [], history: [{ kind: 'nobodyHere' }, { kind: 'issued' }] },
    { state: 'revoked', why: { key: 'movedOut' }, actions: [], history: [{ kind: 'movedOut' }, { kind: 'issued' }] },
  ])
  const moved = await worker.call(peopleApi.movePerson, { personId: other.personId, ...gridDoor(c, '611') })
  expect(moved.householdId).toBe(householdId)
  expect((await cards()).map(({ state }) => state)).toEqual(['revoked', 'revoked'])
  await worker.call(peopleApi.movePersonOut, { personId: other.personId, reason: 'work' })
  clock.forward(1)
  await worker.call(peopleApi.bringPersonBack, { personId: last.personId })
  expect(await cards()).toMatchObject([{ state: 'valid', history: [{ kind: 'reinstated' }, { kind: 'nobodyHere' }, { kind: 'issued' }] }, { state: 'valid', history: [{ kind: 'reinstated' }, { kind: 'movedOut' }, { kind: 'issued' }] }])
  expect(await atGate(worker, home.passId)).toMatchObject({ ok: true })
})

test('a visit is confirmed by the household on its own page, good for one time and some hours', async () => {
  const { w } = await world()
  const visit = await aVisit(w)
  expect(visit).toMatchObject({ state: 'waiting', visitor: { announcedBy: 'community', phoneMasked: '199****5678' }, actions: ['confirm', 'decline', 'revoke'] })
  const home = new Caller({ link: await householdToken(w, visit.householdId ?? '') })
  expect((await home.call(api.myPass, {})).visitors).toMatchObject([{ passId: visit.passId, mayAnswer: true, code: null }])
  const mine = await home.call(api.answerMine, { passId: visit.passId, yes: true })
  expect(mine.visitors).toMatchObject([{ state: 'valid', code: { expiresAt: visit.validUntil } }])
  const keeper = await w.c.as('gatekeeper')
  expect((await keeper.call(api.arriveVisitor, { passId: visit.passId })).name).toBe('钱某')
  expect((await keeper.refused(api.arriveVisitor, { passId: visit.passId })).code).toBe('passes.notInState')
  const other = new Caller({ link: await householdToken(w, (await somebody(w)).householdId) })
  expect((await other.refused(api.answerMine, { passId: visit.passId, yes: false })).status).toBe(404)
  expect((await home.refused(api.announceMine, { name: '装修队', purpose: 'renovation', hours: 20 })).code).toBe('passes.visitTooLong')
  const own = (await home.call(api.announceMine, { name: '王表弟', purpose: 'guest', hours: 2 })).visitors.at(-1)
  expect(own).toMatchObject({ state: 'valid', mayWithdraw: true, code: { qrSvg: expect.stringContaining('<svg') } })
  expect((await home.call(api.withdrawMine, { passId: own?.passId ?? '' })).visitors.find(({ passId }) => passId === own?.passId)).toMatchObject({ state: 'revoked', code: null })
})

test('a revocation taken back makes no visit good that nobody confirmed, none that was made, and none its household cancelled', async () => {
  const { worker, w } = await world()
  const again = async (passId: string) => {
    await worker.call(api.revokePass, { passId, reason: '登记有误' })
    return worker.call(api.reinstatePass, { passId })
  }
  const [unasked, made] = [await aVisit(w), await aVisit(w)]
  expect(await again(unasked.passId)).toMatchObject({ state: 'waiting', why: { key: 'waitingForHousehold' } })
  await worker.call(api.confirmVisitor, { passId: made.passId })
  expect(await again(made.passId), 'the yes of the household stands').toMatchObject({ state: 'valid', visitor: { arrivedAt: null } })
  await worker.call(api.arriveVisitor, { passId: made.passId })
  expect(await again(made.passId)).toMatchObject({ state: 'valid', why: { key: 'arrived' }, visitor: { arrivedAt: clock.now } })
  const { stops } = await worker.call(api.passStops, {})
  expect(stops.find(({ serial }) => serial === made.serial)).toMatchObject({ stop: 'used' })
  const home = new Caller({ link: await householdToken(w, unasked.householdId ?? '') })
  await home.call(api.withdrawMine, { passId: unasked.passId })
  expect(await worker.call(api.getPass, { passId: unasked.passId })).toMatchObject({ state: 'revoked', why: { key: 'withdrawn', params: {} }, actions: [] })
  expect((await worker.refused(api.reinstatePass, { passId: unasked.passId })).code).toBe('passes.notInState')
})

test('a passage taken back leaves a visit revoked that the community revoked meanwhile', async () => {
  const { c, worker, w } = await world()
  const visit = await aVisit(w)
  await worker.call(api.confirmVisitor, { passId: visit.passId })
  const at = clock.now
  await c.tx('system', (ctx) => arrivedAtGate(ctx, visit.serial, at))
  clock.forward(5)
  await worker.call(api.revokePass, { passId: visit.passId, reason: '冒用' })
  clock.forward(5)
  await c.tx('system', (ctx) => undoArrivedAtGate(ctx, visit.serial, at))
  expect(await worker.call(api.getPass, { passId: visit.passId })).toMatchObject({ state: 'revoked', why: { params: { reason: '冒用' } }, visitor: { arrivedAt: null } })
})

test('the code on a phone is good for minutes and renewed by asking; without a pass the page says so', async () => {
  const { worker, w } = await world()
  const pass = await aHouseholdPass(w)
  const code = await codeOf(worker, pass.passId)
  clock.forward(8)
  expect(await atGate(worker, pass.passId, code)).toMatchObject({ ok: false, reason: 'expired' })
  expect(await atGate(worker, pass.passId)).toMatchObject({ ok: true })
  const { householdId } = await somebody(w)
  expect(await new Caller({ link: await householdToken(w, householdId) }).call(api.myPass, {})).toMatchObject({ pass: null, visitors: [], status: { state: 'clear' } })
})

test('a keeper sees the conclusion and the first sign of a name; a stranger sees nothing', async () => {
  const { w } = await world()
  const pass = await aHouseholdPass(w)
  const keeper = await w.c.as('gatekeeper')
  expect(await keeper.call(api.getPass, { passId: pass.passId })).toMatchObject({ name: '李某', holders: [], actions: [] })
  expect((await keeper.refused(api.revokePass, { passId: pass.passId, reason: '不行' })).status).toBe(403)
  const stranger = await w.c.stranger('communityWorker')
  expect((await stranger.refused(api.getPass, { passId: pass.passId })).status).toBe(404)
  expect((await stranger.call(api.listPasses, { text: pass.number })).items).toEqual([])
})

test('what is revoked is good again by undo; an expired pass is renewed with a new code', async () => {
  const { worker, w } = await world()
  const pass = await aHouseholdPass(w)
  expect(await worker.call(api.revokePass, { passId: pass.passId, reason: '转借他人' })).toMatchObject({ state: 'revoked', actions: ['reinstate'] })
  expect(await worker.call(api.reinstatePass, { passId: pass.passId })).toMatchObject({ state: 'valid', issue: 1 })
  clock.forward(40 * 24 * 60)
  expect((await worker.call(api.getPass, { passId: pass.passId })).state).toBe('expired')
  expect(await worker.call(api.issueHousehold, { householdId: pass.householdId ?? '' })).toMatchObject({ passId: pass.passId, state: 'valid', issue: 2 })
  expect((await worker.refused(api.renewPass, { passId: pass.passId, validOn: '2020-12-01' })).code).toBe('passes.tooLong')
})

test('keys rotate in time: the next is known before it signs, and the former is known until its last paper has expired', async () => {
  const { worker, w } = await world()
  const pass = await aHouseholdPass(w)
  const before = await worker.call(api.passKeys, {})
  const signing = before.keys.find((key) => key.from <= clock.now)
  clock.set(addMinutes(signing?.from ?? '', 80 * 24 * 60))
  for (let i = 0; i < 2; i++) await w.c.tx('system', rotateKeys)
  const { keys } = await worker.call(api.passKeys, {})
  const next = keys.filter((key) => key.from > clock.now)
  expect(next).toMatchObject([{ keyId: expect.any(Number) }])
  clock.set(addMinutes(next[0]?.from ?? '', 60))
  const renewed = await worker.call(api.issueHousehold, { householdId: pass.householdId ?? '' })
  expect(await atGate(worker, renewed.passId)).toMatchObject({ ok: true, claims: { keyId: next[0]?.keyId } })
  expect((await worker.call(api.passKeys, {})).keys.map(({ keyId }) => keyId)).toContain(signing?.keyId)
})

test('what is printed is good as long as it says, also where the days of paper were raised after the key was made', async () => {
  const { c, worker, w } = await world()
  const printed = (passId: string) => c.tx('system', async (ctx) => (await codesFor(ctx, [await getPass(ctx.sql, passId)], 'paper')).get(passId))
  await printed((await aHouseholdPass(w)).passId)
  const signing = (await worker.call(api.passKeys, {})).keys.find((key) => key.from <= clock.now)
  clock.set(addMinutes(signing?.from ?? '', 80 * 24 * 60))
  const days = (n: number) => c.tx('system', (ctx) => ctx.sql.run(sql`insert into setting (key, value) values ('passes.paperDays', ${String(n)}::jsonb) on conflict (key) do update set value = excluded.value`))
  await days(90)
  try {
    const { householdId } = await somebody(w)
    const pass = await worker.call(api.issueHousehold, { householdId })
    const code = await printed(pass.passId)
    expect(code?.expiresAt).toBe(pass.validUntil)
    clock.forward(85 * 24 * 60)
    expect(await atGate(worker, pass.passId, code?.text)).toMatchObject({ ok: true })
  } finally { await days(30) }
})

test('passes are listed by number, validity or issue, and taken away as they are seen, with a reason; a keeper takes none of them out', async () => {
  const { c, worker, w } = await world()
  const home = await aHouseholdPass(w)
  clock.forward(1)
  const car = await aVehiclePass(w, { validOn: '2020-02-28' })
  const order = async (by: 'number' | '-number' | 'validity' | '-validity' | 'issued') => (await worker.call(api.listPasses, { order: by })).items.map((one) => one.kind)
  expect([await order('number'), await order('-number'), await order('validity'), await order('-validity'), await order('issued')]).toEqual([['household', 'vehicle'], ['vehicle', 'household'], ['vehicle', 'household'], ['household', 'vehicle'], ['household', 'vehicle']])
  const first = await worker.call(api.listPasses, { order: 'validity', limit: 1 })
  expect((await worker.call(api.listPasses, { order: 'validity', limit: 1, after: first.next ?? '' })).items.map((one) => one.passId)).toEqual([home.passId])
  const listed = mounted.find((m) => m.name === 'passes.listPasses/export')?.endpoint ?? api.listPasses
  const file = async (caller: Caller) => (await caller.download(listed, { tab: 'all', order: 'number', format: 'csv', columns: 'number,holder,validity', reason: '换证' } as never)).bytes.toString().split('\r\n')
  expect(await file(worker)).toEqual(['\ufeff编号,种类,户主、姓名,车牌,家庭人数,住址,事由,有效期,复核日期', `${home.number},家庭出入证,李桂兰,,1,${home.address},,2020-03-26,`, expect.stringContaining(`${car.number},车辆通行证,文山供销社,云H·`), expect.stringContaining('内部资料'), ''])
  expect((await (await c.as('gatekeeper')).refused(listed, { format: 'csv', reason: '换证' } as never)).code).toBe('frame.wrongPermission')
})

test('a photo on a pass stands on its paper and before the keeper who scans it; it goes when taken away, and by itself after the pass has ended', async () => {
  const { c, worker, w } = await world()
  const pass = await aHouseholdPass(w)
  const upload = exampleFile('passes.addPassPhoto')
  expect((await worker.refused(api.addPassPhoto, { passId: pass.passId }, { upload: { filename: '名单.csv', bytes: new TextEncoder().encode('姓名') } })).code).toBe('passes.notAPicture')
  expect(await worker.call(api.addPassPhoto, { passId: pass.passId }, { upload })).toMatchObject({ photoAt: clock.now })
  expect((await worker.download(api.passPhoto, { passId: pass.passId })).bytes).toEqual(Buffer.from(upload.bytes))
  expect((await worker.call(api.passPapers, { passIds: [pass.passId] })).items[0]?.photoAt).toBe(clock.now)
  const gate = await worker.call(passageApi.createGate, { areaId: firstCompound(w).id, name: '东门', kind: 'compound' })
  const keeper = await c.as('gatekeeper')
  expect((await keeper.call(passageApi.findAtGate, { gateId: gate.gateId, q: pass.number })).pass?.photoOf).toEqual({ passId: pass.passId, takenAt: clock.now })
  expect((await (await c.stranger('communityWorker')).refused(api.passPhoto, { passId: pass.passId })).status).toBe(404)
  expect((await worker.call(api.removePassPhoto, { passId: pass.passId })).photoAt).toBeNull()
  expect((await worker.refused(api.passPhoto, { passId: pass.passId })).status).toBe(404)

  await worker.call(api.addPassPhoto, { passId: pass.passId }, { upload })
  await worker.call(api.revokePass, { passId: pass.passId, reason: '搬走' })
  expect((await worker.call(api.getPass, { passId: pass.passId })).photoAt, 'a slip can be taken back').not.toBeNull()
  clock.forward(8 * 24 * 60)
  await runJobs('passes.photos')
  expect((await worker.call(api.getPass, { passId: pass.passId })).photoAt).toBeNull()
})
