import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { aWorld, register } from '../../testing/people.ts'
import { firstCompound, firstGrid } from '../../testing/examples/duty.ts'
import { Caller, todayInTest, type Community } from '../../testing/world.ts'
import { accountsApi } from '../accounts/contract.ts'
import { dutyApi } from '../duty/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { auditApi } from '../audit/contract.ts'
import { settingsApi } from '../settings/contract.ts'
import { todayApi } from '../today/contract.ts'
import { accessApi as api } from './contract.ts'

async function world(): Promise<{ c: Community; worker: Caller; security: Caller; system: Caller }> {
  const { c, worker } = await aWorld()
  return { c, worker, security: await c.as('securityAdmin'), system: await c.as('systemAdmin') }
}
const change = (c: Community, statement: ReturnType<typeof sql>) => c.tx('system', (ctx) => ctx.sql.run(statement))
const idsOf = (items: readonly { accountId: string }[]) => items.map(({ accountId }) => accountId)
const kindsOf = async (security: Caller, accountId: string) =>
  (await security.call(api.accessWarnings, {})).items.filter((one) => one.accountId === accountId)

test('one account on one page: where, how many people that is, since when, until when, and how much it was used', async () => {
  const { c, worker, security } = await world()
  const { personId } = await register(worker, c)
  await worker.call(peopleApi.personCard, { personId })
  await worker.call(peopleApi.personCard, { personId })
  await worker.call(peopleApi.revealPerson, { personId, reason: '核对身份' })
  await security.call(accountsApi.grantRole, { accountId: worker.accountId, role: 'communityWorker', areaId: c.community.id, reason: '到岗' })
  const found = await security.call(api.accountAccess, { accountId: worker.accountId })
  expect(found).toMatchObject({
    role: 'communityWorker', area: { id: c.community.id, level: 'community' }, covers: { households: 1, persons: 1 }, grant: { reason: '到岗' },
    validUntil: null, validity: 'open', factor: 'none', duties: [], looks: { reveals: 1, exports: 0, records: 1 }, asked: null,
  })
  expect(found.looks.views).toBeGreaterThanOrEqual(2)
  expect(found.reveals).toEqual([expect.objectContaining({ endpoint: 'people.revealPerson', reason: '核对身份' })])
  expect(JSON.stringify(found)).not.toContain(personId)
})

test('who can see an area: everybody granted there or above in a role that shows residents, nobody beside it, no administrator', async () => {
  const { c, worker, security } = await world()
  const officer = await c.as('subdistrictOfficer')
  const [here, beside] = [await c.as('gridWorker'), await c.as('gridWorker', c.compounds[1]?.grids[0])]
  const { items, total } = await security.call(api.listAccess, { areaId: firstGrid({ c, caller: worker }).id, limit: 200 })
  expect(idsOf(items)).toEqual(expect.arrayContaining([worker.accountId, officer.accountId, here.accountId]))
  expect(idsOf(items)).not.toContain(beside.accountId)
  expect(items.filter(({ role }) => ['systemAdmin', 'securityAdmin', 'auditor'].includes(role))).toEqual([])
  expect(total).toBe(items.length)
  expect(items.find(({ accountId }) => accountId === here.accountId)?.covers).toEqual({ households: 0, persons: 0 })
})

test('who has a permission, page by page without one twice', async () => {
  const { c, worker, security } = await world()
  const grid = await c.as('gridWorker')
  const all: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await security.call(api.listAccess, { permission: 'people.reveal', limit: 1, ...(after ? { after } : {}) })
    all.push(...idsOf(page.items))
    after = page.next
  }
  expect(all).toContain(worker.accountId)
  expect(all).not.toContain(grid.accountId)
  expect(new Set(all).size).toBe(all.length)
  expect((await security.refused(api.listAccess, {})).code).toBe('access.choose')
})

test('who can see a person and who did, by an exact number; those who looked and no longer can stand there too, the person does not', async () => {
  const { c, worker, security } = await world()
  const { personId } = await register(worker, c, { name: '欧阳测试' })
  const gone = await c.as('communityWorker')
  await gone.call(peopleApi.personCard, { personId })
  await worker.call(peopleApi.personCard, { personId })
  await security.call(accountsApi.withdrawRole, { accountId: gone.accountId, reason: '调离' })
  const found = await security.call(api.accessToPerson, { by: 'id', text: personId, reason: '居民来信' })
  expect(found.items.find(({ accountId }) => accountId === worker.accountId)?.looks).toMatchObject({ views: 1, reveals: 0 })
  expect(idsOf(found.items)).not.toContain(gone.accountId)
  expect(found.lookers.find(({ accountId }) => accountId === gone.accountId)).toMatchObject({ stillSees: false, looks: { views: 1 } })
  expect(JSON.stringify(found)).not.toContain('欧阳测试')
  expect((await security.refused(api.accessToPerson, { by: 'document', text: '999999999999999999', reason: '居民来信' })).code).toBe('audit.nobodyMatches')
})

test('every question is itself in the trail, and asking does not count as looking', async () => {
  const { c, worker, security } = await world()
  const { personId } = await register(worker, c)
  const ask = { by: 'id', text: personId, reason: '居民来信' } as const
  await security.call(api.accessToPerson, ask)
  expect((await security.call(api.accessToPerson, ask)).lookers).toEqual([])
  await security.call(api.accountAccess, { accountId: worker.accountId })
  await security.call(api.listAccess, { areaId: c.community.id })
  const { items } = await (await c.as('auditor')).call(auditApi.listAuditEvents, { accountId: security.accountId, act: 'view' })
  expect(items.map(({ endpoint }) => endpoint)).toEqual(expect.arrayContaining(['access.accessToPerson', 'access.accountAccess', 'access.listAccess']))
  expect(items.find(({ endpoint }) => endpoint === 'access.accessToPerson')).toMatchObject({ subjects: [personId], reason: '居民来信' })
})

test('a stranger finds neither the account, nor the area, nor the person, nor a line in the lists', async () => {
  const { c, worker } = await world()
  const stranger = await c.stranger('securityAdmin')
  const { personId } = await register(worker, c)
  expect((await stranger.refused(api.accountAccess, { accountId: worker.accountId })).status).toBe(404)
  expect((await stranger.refused(api.listAccess, { areaId: c.community.id })).status).toBe(404)
  expect((await stranger.refused(api.accessToPerson, { by: 'id', text: personId, reason: '居民来信' })).code).toBe('audit.nobodyMatches')
  expect(idsOf((await stranger.call(api.listAccess, { permission: 'people.view', limit: 200 })).items)).not.toContain(worker.accountId)
  expect((await worker.refused(api.accessWarnings, {})).status).toBe(403)
})

test('an account long unused, past its last day, past its leave, or off the duty list is named with what to do; one in use is not', async () => {
  const { c, worker, security } = await world()
  expect(await kindsOf(security, worker.accountId)).toEqual([])
  const [idle, over, away, off] = [await c.as('communityWorker'), await c.as('communityWorker'), await c.as('communityWorker'), await c.as('gridWorker')]
  await change(c, sql`update session set seen_at = '2019-12-01' where account_id = ${idle.accountId}`)
  await change(c, sql`update account set created_at = '2019-11-01' where id = ${idle.accountId}`)
  await change(c, sql`update account set valid_until = '2020-02-20' where id = ${over.accountId}`)
  await change(c, sql`update session set seen_at = '2020-02-10' where account_id = ${away.accountId}`)
  await change(c, sql`insert into leave (id, account_id, from_on, to_on, stand_in_id, reason, made_by_name, made_at)
    values (gen_random_uuid(), ${away.accountId}, '2020-02-01', '2020-02-15', ${worker.accountId}, '病假', '管理员', '2020-02-01')`)
  const held = await worker.call(dutyApi.assignDuty, { areaId: firstGrid({ c, caller: worker }).id, dutyRole: 'gridWorker', accountId: off.accountId })
  await worker.call(dutyApi.endDuty, { assignmentId: held.assignmentId, reason: '调离' })
  const of = async (one: Caller) => (await kindsOf(security, one.accountId)).map(({ kind, acts }) => [kind, acts[0]])
  expect(await of(idle)).toEqual([['unused', 'suspend']])
  expect(await of(over)).toEqual([['expired', 'suspend']])
  expect(await of(away)).toEqual([['awayOver', 'suspend']])
  expect(await of(off)).toEqual([['dutyEnded', 'withdraw']])
})

test('an area wider or smaller than the duties is named with the area that fits; an administrator under whose name another works, too', async () => {
  const { c, worker, security } = await world()
  const officer = await c.as('subdistrictOfficer')
  const doctor = await c.as('healthCentreDoctor', c.subdistrict)
  await officer.call(dutyApi.assignDuty, { areaId: c.community.id, dutyRole: 'doctorTeam', accountId: doctor.accountId })
  expect(await kindsOf(security, doctor.accountId)).toEqual([expect.objectContaining({ kind: 'broad', acts: ['narrow'], toArea: expect.objectContaining({ id: c.community.id }) })])
  const grid = await c.as('gridWorker')
  await worker.call(dutyApi.assignDuty, { areaId: c.compounds[0]?.grids[1]?.id ?? '', dutyRole: 'gridWorker', accountId: grid.accountId })
  expect(await kindsOf(security, grid.accountId)).toEqual([expect.objectContaining({ kind: 'dutyOutside', toArea: expect.objectContaining({ id: firstCompound({ c, caller: worker }).id }) })])
  const auditor = await c.as('auditor')
  await change(c, sql`update account set name = (select name from account where id = ${worker.accountId}) where id = ${auditor.accountId}`)
  expect((await kindsOf(security, auditor.accountId))[0]).toMatchObject({ kind: 'separation', params: { otherRole: 'communityWorker' } })
})

test('the security administrator asks, the system administrator carries it out on Today, and the answer is seen where it was asked', async () => {
  const { c, security, system } = await world()
  const worker = await c.as('communityWorker')
  const { accountId } = worker
  const asked = await security.call(accountsApi.askAccountChange, { accountId, wish: 'suspend', reason: '三个月没有用过' })
  expect((await security.refused(accountsApi.askAccountChange, { accountId, wish: 'suspend', reason: '再问一次' })).code).toBe('accounts.askedAlready')
  expect((await system.call(todayApi.today, {})).groups.flatMap(({ items }) => items).find(({ id }) => id === `asked:${asked.id}`)).toMatchObject({ kind: 'asked', opens: { page: '/accounts' } })
  await system.call(accountsApi.decideAccountRequest, { requestId: asked.id, carryOut: true, reason: '已电话核实' })
  expect((await security.call(api.accountAccess, { accountId }))).toMatchObject({ state: 'suspended', asked: { state: 'done', decisionReason: '已电话核实' } })
  expect((await system.refused(accountsApi.decideAccountRequest, { requestId: asked.id, carryOut: true, reason: '再来一次' })).code).toBe('accounts.requestDecided')
})

test('an administrator is reset by two: neither alone, nor by asking and carrying out in one person, and sessions end', async () => {
  const { c, security, system } = await world()
  const auditor = await c.as('auditor')
  const { accountId } = auditor
  for (const alone of [accountsApi.resetPassword, accountsApi.resetFactor]) expect((await system.refused(alone, { accountId, reason: '忘记' })).code).toBe('accounts.byTwo')
  const { id, login } = await security.call(accountsApi.askAccountChange, { accountId, wish: 'reset', reason: '手机丢失' })
  expect((await security.refused(accountsApi.decideAccountRequest, { requestId: id, carryOut: true, reason: '自己办' })).status).toBe(403)
  const { initialPassword = '' } = await system.call(accountsApi.decideAccountRequest, { requestId: id, carryOut: true, reason: '已当面核实' })
  expect((await auditor.refused(accountsApi.me, {})).status).toBe(401)
  expect(await new Caller().call(accountsApi.signIn, { login, password: initialPassword })).toMatchObject({ mustChangePassword: true })
  const own = await security.call(accountsApi.askAccountChange, { accountId: system.accountId, wish: 'reset', reason: '手机丢失' })
  expect((await system.refused(accountsApi.decideAccountRequest, { requestId: own.id, carryOut: true, reason: '自己办' })).code).toBe('accounts.notToOneself')
})

test('an administrator is suspended by two, and by no last day of one person either; opened again and prolonged by one', async () => {
  const { c, security, system } = await world()
  const auditor = await c.as('auditor')
  const { accountId } = auditor
  expect((await system.refused(accountsApi.suspendAccount, { accountId, reason: '查得太多' })).code).toBe('accounts.byTwo')
  expect((await system.refused(accountsApi.setExpiry, { accountId, validUntil: todayInTest(), reason: '查得太多' })).code).toBe('accounts.byTwo')
  const carryOut = async (asked: { wish: 'suspend' | 'shorten'; validUntil?: string }) => {
    const { id } = await security.call(accountsApi.askAccountChange, { accountId, reason: '调离', ...asked })
    await system.call(accountsApi.decideAccountRequest, { requestId: id, carryOut: true, reason: '同意' })
  }
  await carryOut({ wish: 'shorten', validUntil: '2999-01-01' })
  await system.call(accountsApi.setExpiry, { accountId, validUntil: null, reason: '续任' })
  await carryOut({ wish: 'suspend' })
  expect((await auditor.refused(accountsApi.me, {})).status).toBe(401)
  await system.call(accountsApi.reopenAccount, { accountId, reason: '回来了' })
  expect(await security.call(api.accountAccess, { accountId })).toMatchObject({ state: 'active', validUntil: null })
})

test('a note is taken back before it is decided, refused with a reason, or ends the account on the day named', async () => {
  const { c, security, system } = await world()
  const { accountId } = await c.as('communityWorker')
  const first = await security.call(accountsApi.askAccountChange, { accountId, wish: 'suspend', reason: '看错了人' })
  await security.call(accountsApi.withdrawAccountRequest, { requestId: first.id })
  expect((await security.call(api.accountAccess, { accountId })).asked).toBeNull()
  expect((await security.refused(accountsApi.askAccountChange, { accountId, wish: 'shorten', reason: '临时帮忙' })).code).toBe('accounts.dayMissing')
  const second = await security.call(accountsApi.askAccountChange, { accountId, wish: 'shorten', validUntil: '2020-03-31', reason: '临时帮忙' })
  await system.call(accountsApi.decideAccountRequest, { requestId: second.id, carryOut: true, reason: '同意' })
  expect(await security.call(api.accountAccess, { accountId })).toMatchObject({ validUntil: '2020-03-31', state: 'active' })
  const third = await security.call(accountsApi.askAccountChange, { accountId, wish: 'suspend', reason: '离岗' })
  await system.call(accountsApi.decideAccountRequest, { requestId: third.id, carryOut: false, reason: '本人仍在岗' })
  expect(await security.call(api.accountAccess, { accountId })).toMatchObject({ state: 'active', asked: { state: 'refused', decisionReason: '本人仍在岗' } })
  expect((await (await c.stranger('systemAdmin')).refused(accountsApi.decideAccountRequest, { requestId: third.id, carryOut: true, reason: '别处' })).status).toBe(404)
})

test('the list goes out as a file with a watermark, and a large one waits for somebody else', async () => {
  const { c, worker, security } = await world()
  const ask = { areaId: c.community.id, reason: '半年核查', format: 'csv' } as const
  const { bytes, filename } = await security.download(api.exportAccess, ask)
  const text = bytes.toString('utf8')
  expect(text).toContain('看得见(号码遮盖)')
  expect(text).toContain(`u${worker.accountId}`)
  expect(text.trim().split('\r\n').at(-1)).toContain('内部资料 严禁外传')
  expect(filename).toContain('谁能看见')
  await (await c.as('systemAdmin')).call(settingsApi.changeSetting, { key: 'exports.approvalRows', value: 0, reason: '测试' })
  expect((await security.refused(api.exportAccess, { ...ask, reason: '再核查' })).code).toBe('exports.waitsForRows')
  await (await c.as('systemAdmin')).call(settingsApi.changeSetting, { key: 'exports.approvalRows', value: 200, reason: '测试' })
})
