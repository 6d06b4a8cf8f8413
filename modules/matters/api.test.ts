import { describe, expect, test } from 'vitest'
import { addMinutes } from '../../kernel/dates.ts'
import { exampleFile } from '../../testing/examples/files.ts'
import { aDone, aMatter, anAssigned, aWhistle, brokenLamp } from '../../testing/examples/matters.ts'
import { somebody } from '../../testing/examples/people.ts'
import { aCommunity, clock, runJob, type Caller } from '../../testing/world.ts'
import { auditApi } from '../audit/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { todayApi } from '../today/contract.ts'
import { mattersApi as api, matterFigures, matterTabs } from './contract.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  return { c, worker, grid: await c.as('gridWorker'), officer: await c.as('subdistrictOfficer'), w: { c, caller: worker } }
}
const stateOf = async (caller: Caller, matterId: string) => (await caller.call(api.getMatter, { matterId })).state

describe('registering', () => {
  test('says a number and a deadline by its kind, seals the telephone and shows it masked; whoever registers answers for it first', async () => {
    const { worker, w } = await world()
    const card = await worker.call(api.registerMatter, brokenLamp(w))
    expect(card).toMatchObject({ state: 'registered', name: '周大姐', phoneMasked: '199****7001', dueAt: '2020-02-29T01:00:00.000Z', respondBy: '2020-02-27T01:00:00.000Z', ownerName: expect.stringContaining('communityWorker'), holderName: null })
    expect(card.number).toMatch(/^200226-\d{4,}$/)
    expect((await worker.call(api.callerPhone, { matterId: card.matterId, reason: '回访' })).phone).toBe('19900007001')
    expect((await worker.refused(api.registerMatter, { ...brokenLamp(w), callerPhone: '1990000' })).code).toBe('matters.phoneWrong')
  })
  test('能办即办: done in the same press it is closed at once with what was done', async () => {
    const { grid, w } = await world()
    const card = await grid.call(api.registerMatter, { ...brokenLamp(w), done: '换了灯泡' })
    expect(card).toMatchObject({ state: 'closed', outcome: '换了灯泡' })
    expect(card.events.map(({ kind }) => kind)).toEqual(['matters.settleAtOnce', 'matters.registered'])
  })
  test('of somebody in the register it is at their place, on their card, and shows what help they are entitled to', async () => {
    const { worker, w } = await world()
    const { personId } = await somebody(w)
    const card = await worker.call(api.registerMatter, { kind: 'hardship', words: '一个人住,没有人买菜', personId, channel: 'phone' })
    const person = await worker.call(peopleApi.personCard, { personId })
    expect(card).toMatchObject({ areaId: person.areaId, name: person.name, careGroups: person.careGroups })
    expect(person.timeline[0]).toMatchObject({ kind: 'matters.registered', params: { number: card.number } })
    expect((await worker.call(api.mattersAbout, { personId })).items.map(({ matterId }) => matterId)).toEqual([card.matterId])
  })
})

describe('from hand to hand', () => {
  test('assigned, accepted, done, called back: the record keeps who did what, and the matter is closed', async () => {
    const { worker, grid, w } = await world()
    const { matterId } = await anAssigned(w, grid.accountId)
    expect(await grid.call(api.getMatter, { matterId })).toMatchObject({ state: 'assigned', mine: true, ownerName: expect.stringContaining('communityWorker') })
    expect(await grid.call(api.contactMatter, { matterId })).toMatchObject({ state: 'inHand', ownerName: expect.stringContaining('gridWorker'), contactedAt: clock.now })
    const done = await grid.call(api.finishMatter, { matterId, outcome: '换了灯泡' })
    expect(done).toMatchObject({ state: 'done', outcome: '换了灯泡', holderName: null })
    expect((await worker.refused(api.callBackMatter, { matterId, satisfaction: 'fair' })).code).toBe('matters.sayWhetherResolved')
    expect(await worker.call(api.callBackMatter, { matterId, satisfaction: 'fair', resolved: true })).toMatchObject({ state: 'closed', resolved: true, satisfaction: 'fair' })
    const { events } = await grid.call(api.getMatter, { matterId })
    expect(events.map(({ kind }) => kind)).toEqual(['matters.callBack', 'matters.finish', 'matters.contact', 'matters.assign', 'matters.registered'])
  })
  test('a matter told of the whole community is the grid’s from the moment it is assigned there, and the community’s again when that is taken back', async () => {
    const { c, worker, grid, w } = await world()
    const { matterId } = await aMatter(w, { areaId: c.community.id })
    expect((await grid.refused(api.getMatter, { matterId })).status).toBe(404)
    await worker.call(api.assignMatter, { matterId, accountId: grid.accountId })
    expect(await grid.call(api.getMatter, { matterId })).toMatchObject({ areaId: c.compounds[0]?.grids[0]?.id, events: [{ kind: 'matters.assign' }, { kind: 'matters.registered' }] })
    // Whoever assigned is another session of the role; only the own step is taken back.
    expect((await grid.refused(api.undoMatterStep, { matterId })).code).toBe('matters.nothingToUndo')
    expect(await worker.call(api.undoMatterStep, { matterId })).toMatchObject({ state: 'registered', areaId: c.community.id, events: [{ kind: 'matters.undone' }, { kind: 'matters.assign', undone: true }, { kind: 'matters.registered' }] })
    expect((await grid.refused(api.getMatter, { matterId })).status).toBe(404)
  })
  test('nobody who does not work there can be given it', async () => {
    const { c, worker, w } = await world()
    const elsewhere = await c.as('gridWorker', c.compounds[1]?.grids[1])
    const { matterId } = await aMatter(w)
    expect((await worker.refused(api.assignMatter, { matterId, accountId: elsewhere.accountId })).code).toBe('matters.cannotHold')
    expect((await worker.refused(api.assignMatter, { matterId, accountId: (await c.as('gatekeeper')).accountId })).code).toBe('matters.cannotHold')
  })
  test('an objection goes back to whoever assigns, once', async () => {
    const { worker, grid, w } = await world()
    const { matterId } = await anAssigned(w, grid.accountId)
    expect(await grid.call(api.objectMatter, { matterId, reason: '不是我的网格' })).toMatchObject({ state: 'registered', objected: true })
    await worker.call(api.assignMatter, { matterId, accountId: grid.accountId })
    expect((await grid.refused(api.objectMatter, { matterId, reason: '还是不归我' })).code).toBe('matters.onceOnly')
  })
  test('more time is given once, later than before and not for ever', async () => {
    const { grid, w } = await world()
    const { matterId } = await anAssigned(w, grid.accountId)
    const more = (days: number) => ({ matterId, dueAt: addMinutes(clock.now, days * 24 * 60), reason: '配件明天到' })
    expect((await grid.refused(api.extendMatter, more(1))).code).toBe('matters.wrongDeadline')
    expect((await grid.refused(api.extendMatter, more(40))).code).toBe('matters.wrongDeadline')
    expect((await grid.call(api.extendMatter, more(5))).dueAt).toBe(more(5).dueAt)
    expect((await grid.refused(api.extendMatter, more(6))).code).toBe('matters.onceOnly')
  })
  test('吹哨: the subdistrict takes it, or gives it back with what is to be done', async () => {
    const { worker, officer, w } = await world()
    const { matterId } = await aWhistle(w)
    expect((await worker.refused(api.finishMatter, { matterId, outcome: '清走了' })).code).toBe('matters.notYours')
    expect((await officer.call(api.listMatters, { tab: 'whistled' })).items.map((m) => m.matterId)).toEqual([matterId])
    expect(await officer.call(api.takeMatter, { matterId })).toMatchObject({ state: 'inHand', mine: true })
    expect(await officer.call(api.handBackMatter, { matterId, reason: '城管明早到,请社区在场' })).toMatchObject({ state: 'registered' })
    expect(await worker.call(api.takeMatter, { matterId })).toMatchObject({ state: 'inHand', mine: true })
  })
  test('部门报到、双考核: who came when stands on the card, the subdistrict and the community rate each, the figures tell whether they came in time', async () => {
    const { worker, officer, w } = await world()
    const { matterId } = await aMatter(w, { kind: 'hazard', words: '燃气味很大' })
    const called = await worker.call(api.whistleMatter, { matterId, reason: '要燃气和消防', kind: 'emergency', departments: ['消防', '燃气'] })
    expect(called).toMatchObject({ state: 'whistled', whistleKind: 'emergency', reportBy: addMinutes(clock.now, 30), departments: [{ name: '消防', reportedAt: null }, { name: '燃气' }] })
    expect((await officer.refused(api.rateMatter, { matterId, department: '消防', score: 5 })).code).toBe('matters.notInState')
    clock.forward(10)
    expect(await officer.call(api.reportInMatter, { matterId, department: '消防', who: '李队' })).toMatchObject({ reportedAt: null, departments: [{ lead: true, who: '李队', reportedAt: clock.now }, { lead: false }] })
    expect((await officer.refused(api.rateMatter, { matterId, department: '燃气', score: 2 })).code).toBe('matters.notReportedIn')
    clock.forward(10)
    await officer.call(api.handBackMatter, { matterId, reason: '社区在场配合' })
    expect(await worker.call(api.reportInMatter, { matterId, department: '燃气', lead: true }), 'also after it is the community’s again').toMatchObject({ reportedAt: clock.now, departments: [{ lead: false }, { lead: true }] })
    await officer.call(api.rateMatter, { matterId, department: '消防', score: 5, word: '来得快' })
    expect((await worker.call(api.rateMatter, { matterId, department: '消防', score: 2 })).departments[0]).toMatchObject({ subdistrict: { score: 5, word: '来得快' }, community: { score: 2 } })
    expect((await worker.call(api.undoMatterStep, { matterId })).departments[0]).toMatchObject({ community: null })
    await aWhistle(w)
    clock.forward(25 * 60)
    const days = { from: '2020-02-26', to: '2020-02-26' }
    expect(await officer.call(api.matterRates, days)).toMatchObject({ figures: { whistles: 2, reportedInTime: 1 }, reportIn: 0.5, departments: [
      { name: '城管', called: 1, inTime: 0, subdistrict: null, community: null }, { name: '消防', called: 1, inTime: 1, subdistrict: 5, community: null }, { name: '燃气', called: 1, inTime: 1 },
    ] })
  })
  test('重复诉求: the same kind from the same door, person or telephone within 30 days says so with the earlier one; another door, kind or month does not', async () => {
    const { c, worker, w } = await world()
    const first = await aMatter(w, { done: '换了灯泡' })
    expect(first).toMatchObject({ repeated: false, repeats: null })
    const repeated = async (more: object) => (await worker.call(api.registerMatter, { ...brokenLamp(w), callerPhone: '19900007002', place: '9幢', ...more })).repeats?.number
    expect(await worker.call(api.registerMatter, { ...brokenLamp(w), callerPhone: '19900007003', place: '3栋２ 单元' }), 'the same door').toMatchObject({ repeated: true, repeats: { number: first.number, state: 'closed', outcome: '换了灯泡' } })
    const { callerPhone: _none, callerName: _nobody, ...atNight } = brokenLamp(w)
    expect((await worker.call(api.registerMatter, { ...atNight, place: '8幢', callerPhone: '19900007001' })).repeats?.number, 'the same telephone').toBe(first.number)
    expect([await repeated({}), await repeated({ kind: 'hazard', place: '3幢2单元', callerPhone: '19900007004' }), await repeated({ areaId: c.compounds[1]?.grids[0]?.id, place: '3幢2单元', callerPhone: '19900007005' })]).toEqual([undefined, undefined, undefined])
    expect((await worker.call(api.listMatters, { tab: 'all', figure: 'repeats' })).items).toHaveLength(2)
    clock.forward(32 * 24 * 60)
    expect(await repeated({ place: '3幢2单元', callerPhone: '19900007006' })).toBeUndefined()
  })
  test('not solved goes back to work once, with the same number; two calls in vain close it', async () => {
    const { worker, w } = await world()
    const { matterId } = await aDone(w)
    const { number } = await worker.call(api.getMatter, { matterId })
    const again = await worker.call(api.callBackMatter, { matterId, satisfaction: 'unsatisfied', resolved: false, note: '又不亮了' })
    expect(again).toMatchObject({ number, state: 'inHand', reopened: true, resolved: false })
    await worker.call(api.finishMatter, { matterId, outcome: '换了线路' })
    expect(await worker.call(api.callBackMatter, { matterId, satisfaction: 'notReached' })).toMatchObject({ state: 'done', callsInVain: 1 })
    expect(await worker.call(api.callBackMatter, { matterId, satisfaction: 'notReached' })).toMatchObject({ state: 'closed' })
  })
  test('any step is taken back the same day by whoever took it, and not the day after', async () => {
    const { worker, w } = await world()
    const { matterId } = await aMatter(w)
    await worker.call(api.withdrawMatter, { matterId, reason: '登了两次' })
    expect(await stateOf(worker, matterId)).toBe('withdrawn')
    expect(await worker.call(api.undoMatterStep, { matterId })).toMatchObject({ state: 'registered' })
    await worker.call(api.takeMatter, { matterId })
    clock.forward(24 * 60)
    expect((await worker.refused(api.undoMatterStep, { matterId })).code).toBe('matters.nothingToUndo')
  })
})

test('property staff see what they were given or reported, nothing of the neighbours, and nothing of anybody’s hardship', async () => {
  const { c, worker, w } = await world()
  const property = await c.as('propertyStaff')
  const { personId } = await somebody(w)
  const other = await aMatter(w, { kind: 'dispute', words: '楼上漏水吵架' })
  const { matterId } = await worker.call(api.registerMatter, { kind: 'errand', words: '要降压药', personId, areaId: c.community.id, channel: 'phone' })
  await worker.call(api.assignMatter, { matterId, accountId: property.accountId })
  expect((await property.call(api.listMatters, { tab: 'all' })).items.map((m) => m.matterId)).toEqual([matterId])
  expect((await property.refused(api.getMatter, { matterId: other.matterId })).status).toBe(404)
  expect((await property.refused(api.takeMatter, { matterId: other.matterId })).status).toBe(404)
  expect(await property.call(api.getMatter, { matterId })).toMatchObject({ careGroups: [], measure: null })
  expect(await property.call(api.objectMatter, { matterId, reason: '药店不在小区里' })).toMatchObject({ state: 'registered' })
  await worker.call(api.assignMatter, { matterId, accountId: property.accountId, note: '药已买好,在社区取' })
  expect(await property.call(api.finishMatter, { matterId, outcome: '送到门口' })).toMatchObject({ state: 'done' })
})

test('a photo is added, seen and taken away again; another file is refused', async () => {
  const { worker, w } = await world()
  const { matterId } = await aMatter(w)
  const { photos } = await worker.call(api.addMatterPhoto, { matterId }, { upload: exampleFile('matters.addMatterPhoto') })
  expect(photos).toHaveLength(1)
  expect((await worker.refused(api.addMatterPhoto, { matterId }, { upload: { filename: 'a.txt', bytes: new Uint8Array([1, 2, 3]) } })).code).toBe('matters.notAPicture')
  expect((await worker.call(api.removeMatterPhoto, { photoId: photos[0]?.photoId ?? '' })).photos).toEqual([])
})

describe('figures', () => {
  test('every tab and every figure of the rates is the number of rows it opens', async () => {
    const { c, worker, grid, officer, w } = await world()
    const ids = []
    for (let i = 0; i < 3; i++) ids.push((await anAssigned(w, grid.accountId, { kind: i === 0 ? 'transport' : 'facility' })).matterId)
    const [late = '', solved = '', repeated = ''] = ids
    await grid.call(api.contactMatter, { matterId: solved })
    await grid.call(api.finishMatter, { matterId: solved, outcome: '换了灯泡' })
    await worker.call(api.callBackMatter, { matterId: solved, satisfaction: 'satisfied', resolved: true })
    await aWhistle(w)
    await aDone(w)
    await aMatter(w, { done: '说清了' })
    const patrol = await worker.call(api.registerMatter, { kind: 'sanitation', words: '楼后有垃圾', areaId: c.community.id, channel: 'patrol' })
    await worker.call(api.askExclusion, { matterId: repeated, ground: 'repeated', reason: '报了两次' })
    clock.forward(10 * 60)
    const days = { from: '2020-02-26', to: '2020-02-26' }
    for (const caller of [worker, officer, grid]) {
      const counts = await caller.call(api.matterCounts, {})
      for (const tab of matterTabs) expect((await caller.call(api.listMatters, { tab })).items.length, tab).toBe(counts[tab])
      // As counted along, and as counted where something else is asked as well.
      for (const asked of [{ kind: 'facility' }, { areaId: c.compounds[0]?.grids[0]?.id }, { by: 'me' }, { by: 'below' }, { text: '楼后' }] as const) {
        const some = await caller.call(api.matterCounts, asked)
        for (const tab of matterTabs) expect((await caller.call(api.listMatters, { tab, ...asked })).items.length, `${tab} ${JSON.stringify(asked)}`).toBe(some[tab])
      }
      const { figures } = await caller.call(api.matterRates, days)
      for (const figure of matterFigures) expect((await caller.call(api.listMatters, { tab: 'all', figure, ...days })).items.length, figure).toBe(figures[figure])
    }
    // The car was due in four hours and nobody has rung; of the two others one was contacted, the other’s hour has not come.
    expect(await worker.call(api.matterRates, days)).toMatchObject({ figures: { dispatched: 2, responded: 1, called: 1, resolved: 1, satisfied: 1, exclusionAsked: 1, excluded: 0 }, response: 0.5, resolution: 1, satisfaction: 1 })
    expect((await worker.call(api.listMatters, { tab: 'overdue' })).items.map((m) => m.matterId)).toEqual([late])
    expect((await worker.call(api.listMatters, { tab: 'all', text: '楼后' })).items.map((m) => m.matterId)).toEqual([patrol.matterId])
    expect((await worker.call(api.listMatters, { tab: 'all', text: patrol.number })).items.map((m) => m.matterId)).toEqual([patrol.matterId])
  })
  test('an exclusion is approved by somebody else above, and counts in no rate from then on', async () => {
    const { worker, officer, w } = await world()
    const { matterId } = await aDone(w)
    await worker.call(api.callBackMatter, { matterId, satisfaction: 'unsatisfied', resolved: false })
    const days = { from: '2020-02-26', to: '2020-02-26' }
    expect((await worker.call(api.matterRates, days)).resolution).toBe(0)
    await worker.call(api.askExclusion, { matterId, ground: 'unreasonable', reason: '要求拆掉邻居的合法阳台' })
    expect((await worker.call(api.matterRates, days)).resolution).toBe(0)
    expect(await officer.call(api.ruleExclusion, { matterId, approve: true })).toMatchObject({ exclusion: 'approved' })
    expect(await worker.call(api.matterRates, days)).toMatchObject({ resolution: null, figures: { excluded: 1 } })
    const own = await aDone(w)
    await officer.call(api.askExclusion, { ...own, ground: 'notOurs', reason: '归市政' })
    expect((await officer.refused(api.ruleExclusion, { ...own, approve: true })).code).toBe('matters.notYours')
  })
  test('Today: what is mine, to assign, late and to call back, each as many as its list', async () => {
    const { worker, officer, grid, w } = await world()
    await anAssigned(w, grid.accountId)
    await anAssigned(w, worker.accountId)
    await aMatter(w)
    await aDone(w)
    await anAssigned(w, grid.accountId, { kind: 'transport' })
    clock.forward(5 * 60)
    const of = async (caller: Caller) => Object.fromEntries((await caller.call(todayApi.today, { limit: 100 })).counts.flatMap(({ kind, total, overdue }) => (kind.startsWith('matter') ? [[kind, [total, overdue]]] : [])))
    expect(await of(worker)).toEqual({ matterMine: [1, 0], matterUnassigned: [1, 0], matterLate: [1, 1], matterCall: [1, 0], matterReportIn: [0, 0], matterRate: [0, 0] })
    expect(await of(grid)).toEqual({ matterMine: [2, 1] })
    const { counts } = await grid.call(todayApi.today, { kind: 'matterMine' })
    expect((await grid.call(api.listMatters, counts.find(({ kind }) => kind === 'matterMine')?.list?.search as { tab: 'active' })).items).toHaveLength(2)
    // 吹哨: until the department is there it waits for both, then for the subdistrict alone; done, both say how it was.
    const whistle = { ...(await aWhistle(w)), department: '城管' }
    const both = async () => { const [here, above] = [await of(worker), await of(officer)]; return { reportIn: [here['matterReportIn'], above['matterReportIn']], above: above['matterUnassigned'], rate: [here['matterRate'], above['matterRate']] } }
    expect(await both()).toEqual({ reportIn: [[1, 0], [1, 0]], above: [0, 0], rate: [[0, 0], [0, 0]] })
    clock.forward(25 * 60)
    expect((await both()).reportIn).toEqual([[1, 1], [1, 1]])
    await worker.call(api.reportInMatter, whistle)
    expect(await both()).toEqual({ reportIn: [[0, 0], [0, 0]], above: [1, 1], rate: [[0, 0], [0, 0]] })
    await officer.call(api.finishMatter, { ...whistle, outcome: '石墩移走了' })
    await worker.call(api.rateMatter, { ...whistle, score: 4 })
    expect(await both()).toEqual({ reportIn: [[0, 0], [0, 0]], above: [0, 0], rate: [[0, 0], [1, 0]] })
  })
})

test('whoever rang is forgotten half a year after the matter is closed; what was asked and done stays', async () => {
  const { worker, w } = await world()
  const [{ matterId }, { matterId: open }] = [await aMatter(w, { done: '说清了' }), await aMatter(w)]
  clock.forward(181 * 24 * 60)
  await runJob('matters.forgetCallers')
  expect(await worker.call(api.getMatter, { matterId })).toMatchObject({ name: null, phoneMasked: null, outcome: '说清了' })
  expect((await worker.call(api.getMatter, { matterId: open })).phoneMasked).toBe('199****7001')
})

test('whoever has it in hand reads the telephone to ring back, nobody beside them; they are in the trail, with why', async () => {
  const { c, worker, grid, w } = await world()
  const { matterId } = await aMatter(w)
  const reason = '联系诉求人'
  expect((await grid.refused(api.callerPhone, { matterId, reason })).code).toBe('matters.notYours')
  const held = await anAssigned(w, grid.accountId)
  expect((await grid.call(api.callerPhone, { matterId: held.matterId, reason })).phone).toBe('19900007001')
  await worker.call(api.callerPhone, { matterId, reason: '电话联系本人' })
  const { items } = await (await c.as('auditor')).call(auditApi.listAuditEvents, { act: 'reveal' })
  expect(items.some((line) => line.subjects.includes(matterId) && line.reason === '电话联系本人')).toBe(true)
})
