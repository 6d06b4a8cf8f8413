import { describe, expect, test } from 'vitest'
import { aCommunity, Caller, clock } from '../../testing/world.ts'
import { aResident, anItem, codeOn, forSchool, issuedCertificate, waitingCertificate } from '../../testing/examples/certificates.ts'
import { dutyApi } from '../duty/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { todayApi } from '../today/contract.ts'
import { certificatesApi as api } from './contract.ts'
import { notIssuedItems } from './data.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  return { c, w: { c }, worker: await c.as('communityWorker'), other: await c.as('communityWorker'), officer: await c.as('subdistrictOfficer') }
}
const textOf = (paper: unknown) => JSON.stringify(paper)
const tabs = async (caller: Caller) => (await caller.call(api.certificateFigures, {})).tabs

describe('what is not the community’s', () => {
  test('each of the list is refused with place and basis whoever asks how, and may not be listed above', async () => {
    const { w, worker, officer } = await world()
    const { personId } = await aResident(w)
    for (const { code, office } of notIssuedItems) {
      const refused = await worker.refused(api.askForCertificate, { ...forSchool, code, personId })
      expect([refused.code, refused.params['office']], code).toEqual(['certificates.notOurs', office])
    }
    expect((await officer.refused(api.saveCertificateItem, anItem({ code: 'aliveAgain', name: '健在证明' }))).code).toBe('certificates.reserved')
    expect((await worker.refused(api.askForCertificate, { ...forSchool, code: 'nothing', personId })).code).toBe('certificates.notListed')
    expect((await tabs(worker)).all).toBe(0)
  })
  test('told where to go it is counted by kind and month, makes the slip, and is taken back the same day', async () => {
    const { worker, other, officer } = await world()
    const slip = await worker.call(api.referElsewhere, { code: 'alive', said: '证明我妈还活着' })
    expect(slip).toMatchObject({ state: 'referred', name: null, title: '健在证明', actions: ['print', 'takeBack'] })
    const paper = await worker.call(api.certificatePaper, { certificateId: slip.certificateId })
    expect(textOf(paper.paper)).toContain('社保经办机构')
    const outside = await worker.call(api.referElsewhere, { code: 'outside', said: '证明我会游泳' })
    const figures = await officer.call(api.certificateFigures, {})
    expect(figures.byMonth).toEqual([{ month: '2020-02', issued: 0, referred: 2 }])
    expect(figures.byItem.map(({ code, referred }) => [code, referred])).toEqual([['alive', 1], ['outside', 1]])
    expect((await officer.call(api.listCertificates, { tab: 'referred', code: 'alive', month: '2020-02' })).items.map(({ said }) => said)).toEqual(['证明我妈还活着'])
    expect((await other.refused(api.takeBackCertificate, { certificateId: outside.certificateId })).code).toBe('certificates.notYours')
    await worker.call(api.takeBackCertificate, { certificateId: outside.certificateId })
    clock.set('2020-02-27T09:00:00+08:00')
    expect((await worker.refused(api.takeBackCertificate, { certificateId: slip.certificateId })).code).toBe('certificates.notYours')
    expect((await tabs(worker)).referred).toBe(1)
  })
})

describe('what may be issued', () => {
  test('is written from the register with the number masked, waits for another, is numbered, printed in clear and checked by its code', async () => {
    const { c, w, worker, other } = await world()
    const { personId, documentNo } = await aResident(w)
    const { text, lacking } = await worker.call(api.draftCertificate, { ...forSchool, personId })
    expect(lacking).toEqual([])
    expect(text).toContain('罗文秀')
    expect(text).toContain('给新华小学报名用')
    expect(text).not.toContain(documentNo)
    const asked = await worker.call(api.askForCertificate, { ...forSchool, personId, copies: 2 })
    const { certificateId } = asked
    expect(asked).toMatchObject({ state: 'waiting', number: null, body: text, mayNot: 'ownRequest', actions: ['takeBack'] })
    expect((await worker.refused(api.approveCertificate, { certificateId })).code).toBe('certificates.ownRequest')
    expect((await worker.refused(api.certificatePaper, { certificateId })).code).toBe('certificates.notInState')
    const issued = await other.call(api.approveCertificate, { certificateId })
    expect(issued).toMatchObject({ state: 'issued', number: `${c.community.name}证〔2020〕1号`, issuedOn: '2020-02-26', validTo: '2020-03-27', copies: 2 })
    expect(issued.body).not.toContain(documentNo)
    const { paper } = await worker.call(api.certificatePaper, { certificateId })
    expect(textOf(paper)).toContain(documentNo)
    expect(textOf(paper)).toContain('data:image/png')
    const nobody = new Caller()
    const code = await codeOn(w, certificateId)
    expect(await nobody.call(api.verifyCertificate, { code })).toEqual({ number: issued.number, title: '居住情况证明', officeName: c.community.name, issuedOn: '2020-02-26', validTo: '2020-03-27', valid: true })
    clock.set('2020-03-28T09:00:00+08:00')
    expect((await nobody.call(api.verifyCertificate, { code })).valid).toBe(false)
    const [first] = (await worker.call(peopleApi.personCard, { personId })).timeline
    expect(first).toMatchObject({ kind: 'certificates.issued', params: { number: issued.number } })
  })
  test('void it keeps its number, the check page says so, and the register shows why', async () => {
    const { c, w, worker } = await world()
    const { certificateId, number } = await issuedCertificate(w)
    await issuedCertificate(w)
    expect(await worker.call(api.voidCertificate, { certificateId, reason: '名字写错' })).toMatchObject({ state: 'void', number, actions: [] })
    expect((await worker.refused(api.voidCertificate, { certificateId, reason: '再来' })).code).toBe('certificates.notInState')
    expect((await new Caller().call(api.verifyCertificate, { code: await codeOn(w, certificateId) })).valid).toBe(false)
    const register = await worker.call(api.sealRegisterPaper, { month: '2020-02' })
    expect(register.n).toBe(2)
    expect(textOf(register.paper)).toContain('作废:名字写错')
    expect((await issuedCertificate(w)).number).toBe(`${c.community.name}证〔2020〕3号`)
    expect(await tabs(worker)).toMatchObject({ issued: 2, void: 1, waiting: 0 })
  })
  test('two approved at once have numbers one after the other, and a new year begins with 1', async () => {
    const { c, w, worker, other } = await world()
    const waiting = []
    for (let i = 0; i < 4; i++) waiting.push(await waitingCertificate(w, worker))
    const done = await Promise.all(waiting.map(({ certificateId }) => other.call(api.approveCertificate, { certificateId })))
    expect(done.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4].map((no) => `${c.community.name}证〔2020〕${no}号`))
    clock.set('2021-01-04T09:00:00+08:00')
    expect((await issuedCertificate(w)).number).toBe(`${c.community.name}证〔2021〕1号`)
  })
  test('what needs no second pair of eyes is numbered at once; what is lacking is named; the fixed text stays', async () => {
    const { w, worker } = await world()
    const { personId } = await aResident(w)
    const asks = { code: 'ceremony', personId, purpose: '借活动室' }
    expect((await worker.refused(api.askForCertificate, asks)).params).toMatchObject({ lacking: '说明' })
    expect((await worker.refused(api.askForCertificate, { ...asks, note: '办喜事', text: '兹证明他是好人,什么都可以办。' })).code).toBe('certificates.textFixed')
    expect(await worker.call(api.askForCertificate, { ...asks, note: '2月28日在活动室办喜事' })).toMatchObject({ state: 'issued', approval: 'none' })
    const noNumber = await aResident(w, { documentKind: 'none', documentNo: undefined })
    expect((await worker.refused(api.askForCertificate, { ...forSchool, personId: noNumber.personId })).params).toMatchObject({ lacking: '证件号码' })
    await worker.call(peopleApi.movePersonOut, { personId, reason: '搬走' })
    expect((await worker.refused(api.draftCertificate, { ...forSchool, personId })).code).toBe('certificates.movedOut')
  })
  test('the head of the community approves what asks for the head, and Today shows it to whoever may', async () => {
    const { c, w, worker, other, officer } = await world()
    await officer.call(dutyApi.assignDuty, { areaId: c.community.id, dutyRole: 'communitySupervisor', accountId: other.accountId })
    const { personId } = await aResident(w)
    const { certificateId } = await worker.call(api.askForCertificate, { code: 'groupMember', personId, purpose: '分红登记' })
    expect((await officer.refused(api.approveCertificate, { certificateId })).code).toBe('certificates.notHead')
    expect((await officer.call(api.getCertificate, { certificateId })).mayNot).toBe('notHead')
    const seal = async (caller: Caller) => (await caller.call(todayApi.today, {})).groups.find(({ kind }) => kind === 'seal')?.items.length ?? 0
    expect([await seal(worker), await seal(other)]).toEqual([0, 1])
    expect((await other.call(api.listCertificates, { tab: 'waiting', by: 'others' })).items).toHaveLength(1)
    expect(await other.call(api.refuseCertificate, { certificateId, reason: '小组长没有同意' })).toMatchObject({ state: 'refused', decideReason: '小组长没有同意', number: null })
    expect((await issuedCertificate(w)).number).toContain('〕1号')
  })
})

describe('whose it is', () => {
  test('somebody of another community is not found, nor is a paper; the grid worker and the gatekeeper have no part in it', async () => {
    const { c, w, worker } = await world()
    const stranger = await c.stranger('communityWorker')
    const { personId } = await aResident(w)
    expect((await stranger.refused(api.draftCertificate, { ...forSchool, personId })).status).toBe(404)
    expect((await stranger.refused(api.askForCertificate, { ...forSchool, personId })).status).toBe(404)
    const { certificateId } = await issuedCertificate(w)
    expect((await stranger.refused(api.getCertificate, { certificateId })).status).toBe(404)
    expect((await stranger.call(api.listCertificates, {})).items).toEqual([])
    expect((await stranger.call(api.certificateFigures, {})).tabs.all).toBe(0)
    expect((await (await c.as('gatekeeper')).refused(api.listCertificates, {})).status).toBe(403)
    expect((await worker.call(api.listCertificates, { text: '罗文' })).items).toHaveLength(1)
  })
})

describe('the list', () => {
  test('the subdistrict changes, adds and stops; the community sees it at once, a paper issued before keeps its words, and versions stay', async () => {
    const { c, w, worker, officer } = await world()
    const before = await issuedCertificate(w)
    expect((await officer.refused(api.saveCertificateItem, anItem({ template: '兹证明{姓名}的收入{收入}元。' }))).params).toMatchObject({ names: '{收入}' })
    await officer.call(api.saveCertificateItem, anItem({ code: 'residence', name: '居住证明', template: '{姓名}住{住址},用于{用途}。' }))
    await officer.call(api.saveCertificateItem, anItem())
    await officer.call(api.stopCertificateItem, { code: 'ceremony' })
    const lists = await worker.call(api.certificateLists, {})
    expect(lists.issued.find(({ code }) => code === 'residence')).toMatchObject({ name: '居住证明', example: false, version: 1, officeName: c.subdistrict.name })
    expect(lists.issued.find(({ code }) => code === 'carePermit')?.keys).toContain('zkqkzm')
    expect(lists.issued.find(({ code }) => code === 'ceremony')?.stopped).toBe(true)
    expect(lists.frequent[0]).toBe('residence')
    const { personId } = await aResident(w)
    expect((await worker.refused(api.askForCertificate, { code: 'ceremony', personId, purpose: '借场地', note: '办喜事' })).code).toBe('certificates.notListed')
    expect(await worker.call(api.askForCertificate, { ...forSchool, personId, text: '罗文秀确实住在这里,已核对。' })).toMatchObject({ title: '居住证明', body: '罗文秀确实住在这里,已核对。' })
    expect(await worker.call(api.getCertificate, { certificateId: before.certificateId })).toMatchObject({ title: '居住情况证明', body: before.body })
    await officer.call(api.saveCertificateItem, anItem({ use: '幼儿园接送' }))
    expect((await officer.call(api.certificateItemVersions, { code: 'carePermit' })).items.map(({ version, use }) => [version, use])).toEqual([[2, '幼儿园接送'], [1, '学校接送']])
    expect((await (await c.stranger('communityWorker')).call(api.certificateLists, {})).issued.map(({ code }) => code)).not.toContain('carePermit')
  })
  test('the public list is read by nobody in particular: what is issued, what is not and where to go; of a place that is no community there is none', async () => {
    const { c, worker, officer } = await world()
    await officer.call(api.stopCertificateItem, { code: 'ceremony' })
    const list = await new Caller().call(api.publicCertificateList, { areaId: c.community.id })
    expect(list.officeName).toBe(c.community.name)
    expect(list.issued.map(({ code }) => code)).toEqual(['residence', 'groupMember', 'volunteer'])
    expect(list.notIssued).toHaveLength(notIssuedItems.length)
    expect((await new Caller().refused(api.publicCertificateList, { areaId: c.subdistrict.id })).code).toBe('certificates.noPublicList')
    const paper = await worker.call(api.certificateListPaper, {})
    expect(paper.url).toContain(`/m/k/${c.community.id}`)
    expect(textOf(paper.paper)).toContain('亲属关系证明')
  })
})
