import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { aCommunity, Caller, clock, type Community } from '../../testing/world.ts'
import { accountsApi as api } from './contract.ts'

const AT = '2020-02-26T14:00:00+08:00'
let serial = 0
const fresh = () => `bulk${++serial}`

const sheet = (...rows: string[][]) => ({ filename: '开户.csv', bytes: new TextEncoder().encode(
  [['登录名', '姓名', '办公电话', '拟任角色', '范围', '有效期至'], ...rows].map((row) => row.join(',')).join('\n')) })
const bring = async (c: Community, ...rows: string[][]) => (await c.as('systemAdmin')).call(api.importAccounts, {}, { upload: sheet(...rows) })
const signIn = (login: string, password: string) => new Caller().send(api.signIn, { login, password })
const code = (response: { body: unknown }) => (response.body as { error?: { code: string } }).error?.code

test('right rows become accounts, wrong ones come back with row, column and every reason at once', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const [good, twice] = [fresh(), fresh()]
  const { made, wrong, requests } = await bring(c,
    [good, '李桂兰', '0876-1990001', '社区工作者', c.community.name, '2020-12-31'],
    ['Bad Login', '', '', '站长', c.community.name, '去年'],
    [twice, '王芳', '', '', '', ''],
    [twice, '王芳', '', '', '', ''],
    [fresh(), '周杰', '', '网格员', '没有这个地方', ''],
    [fresh(), '周杰', '', '网格员', '第一网格', '2020/02/25'])
  expect(made.map(({ rowNo, login, role, areaName }) => ({ rowNo, login, role, areaName }))).toEqual([
    { rowNo: 2, login: good, role: 'communityWorker', areaName: expect.stringContaining(c.community.name) }, { rowNo: 4, login: twice, role: null, areaName: null },
  ])
  expect(wrong.map(({ rowNo, heading, code: why }) => [rowNo, heading, why])).toEqual([
    [3, '登录名', 'notALogin'], [3, '姓名', 'missing'], [3, '拟任角色', 'unknownRole'], [3, '有效期至', 'notADay'],
    [5, '登录名', 'loginTaken'], [6, '范围', 'unknownArea'], [7, '有效期至', 'dayPast'],
  ])
  expect(requests).toBe(1)
  expect((await signIn(twice, made[1]?.initialPassword ?? '')).body).toMatchObject({ mustChangePassword: true, me: { role: null } })
})

test('the template is accepted as it is: its row of hints is nobody, its drop-downs are what the rows are read by', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const admin = await c.as('systemAdmin')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await admin.download(api.accountTemplate, {})).bytes as unknown as ExcelJS.Buffer)
  const offered = book.getWorksheet('代码')?.getColumn(5).values.slice(1) as string[]
  book.worksheets[0]?.getRow(3).splice(1, 0, fresh(), '陈静', '', '网格员', offered.at(-1) ?? '', '')
  const bytes = new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer)
  const { made, wrong } = await admin.call(api.importAccounts, {}, { upload: { filename: '开户.xlsx', bytes } })
  expect(wrong).toEqual([])
  expect(made).toMatchObject([{ name: '陈静', role: 'gridWorker', areaName: offered.at(-1) }])
})

test('what was proposed is granted by the security administrator, many at once; what cannot be granted is named, the others go through', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const { made } = await bring(c, [fresh(), '李桂兰', '', '社区工作者', c.community.name], [fresh(), '王芳', '', '网格员', c.villageGroup.name], [fresh(), '审计', '', '审计员', c.district.name])
  const security = await c.as('securityAdmin')
  await security.call(api.grantRole, { accountId: made[2]?.accountId ?? '', role: 'gridWorker', areaId: c.community.id, reason: '先干网格' })
  const { items } = await security.call(api.listRoleRequests, {})
  expect(items.map(({ name, role }) => [name, role])).toEqual([['李桂兰', 'communityWorker'], ['王芳', 'gridWorker'], ['审计', 'auditor']])
  const done = await security.call(api.decideRoleRequests, { requestIds: items.map(({ id }) => id), grant: true, reason: '到岗' })
  expect(done).toMatchObject({ granted: 2, failed: [{ name: '审计', code: 'accounts.administratorRole' }] })
  const { items: grants } = await security.call(api.listGrants, { text: made[0]?.login ?? '' })
  expect(grants[0]).toMatchObject({ role: 'communityWorker', areaId: c.community.id, reason: '到岗' })
  expect((await security.call(api.listRoleRequests, {})).items).toHaveLength(1)
})

test('requests of another territory are not there', async () => {
  const c = await aCommunity()
  await bring(c, [fresh(), '李桂兰', '', '社区工作者', c.community.name])
  expect((await (await c.stranger('securityAdmin')).call(api.listRoleRequests, {})).items).toEqual([])
})

test('an account is warned two weeks ahead and closed after its last day, with whom to ask', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const admin = await c.as('systemAdmin')
  const { login, initialPassword, accountId } = { login: fresh(), ...(await admin.call(api.createAccount, { login: `bulk${serial}`, name: '李桂兰', validUntil: '2020-03-10' })) }
  expect((await signIn(login, initialPassword)).body).toMatchObject({ me: { expiresOn: '2020-03-10' } })
  expect((await admin.call(api.listAccounts, { validity: 'expiring' })).items).toMatchObject([{ id: accountId, validity: 'expiring', validUntil: '2020-03-10' }])
  expect(await admin.call(api.accountCounts, {})).toMatchObject({ expiring: 1, expired: 0 })
  clock.set('2020-03-11T00:00:00+08:00')
  const refused = await signIn(login, initialPassword)
  expect(refused.body).toMatchObject({ error: { code: 'accounts.expired', params: { until: '2020-03-10', whom: expect.stringContaining('systemAdmin') } } })
  expect(code(await signIn(login, 'wrong'))).toBe('accounts.signInFailed')
  await admin.call(api.setExpiry, { accountId, validUntil: null, reason: '续聘' })
  expect((await signIn(login, initialPassword)).status).toBe(200)
  expect((await admin.refused(api.setExpiry, { accountId, validUntil: '2020-03-01', reason: '误填' })).code).toBe('accounts.dayPast')
})

test('a session does not outlive the last day of its account', async () => {
  clock.set('2020-02-26T23:55:00+08:00')
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await (await c.as('systemAdmin')).call(api.setExpiry, { accountId: worker.accountId, validUntil: '2020-02-26', reason: '合同期满' })
  await worker.call(api.me, {})
  clock.forward(6)
  expect((await worker.refused(api.me, {})).status).toBe(401)
})

test('a password older than ninety days must be changed before the work goes on', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const { initialPassword, accountId } = await (await c.as('systemAdmin')).call(api.createAccount, { login: fresh(), name: '李桂兰' })
  await (await c.as('securityAdmin')).call(api.grantRole, { accountId, role: 'communityWorker', areaId: c.community.id, reason: '到岗' })
  const cookie = async (password: string) => {
    const response = await signIn(`bulk${serial}`, password)
    return { body: response.body, caller: new Caller({ cookie: decodeURIComponent(/wangge_session=([^;]+)/.exec(String(response.headers['set-cookie']))?.[1] ?? '') }) }
  }
  await (await cookie(initialPassword)).caller.call(api.changePassword, { oldPassword: initialPassword, newPassword: 'Xinping-2020' })
  clock.forward(90 * 24 * 60 - 1)
  expect((await cookie('Xinping-2020')).body).toMatchObject({ step: null })
  clock.forward(1)
  const { body, caller } = await cookie('Xinping-2020')
  expect(body).toMatchObject({ step: 'password' })
  await caller.call(api.changePassword, { oldPassword: 'Xinping-2020', newPassword: 'Xinping-2021' })
  expect(await caller.call(api.me, {})).toMatchObject({ step: null })
})

test('who is on leave is shown where work is assigned, with a stand-in whose role and area cover it', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const admin = await c.as('systemAdmin')
  const [worker, standIn, grid] = [await c.as('communityWorker'), await c.as('communityWorker'), await c.as('gridWorker')]
  const leave = { accountId: worker.accountId, fromOn: '2020-02-26', toOn: '2020-03-01', reason: '病假' }
  expect((await admin.refused(api.setLeave, { ...leave, standInId: worker.accountId })).code).toBe('accounts.standInSame')
  expect((await admin.refused(api.setLeave, { ...leave, standInId: grid.accountId })).code).toBe('accounts.standInElsewhere')
  for (const toOn of ['2020-02-25', '2020-02-28']) expect(await admin.refused(api.setLeave, { ...leave, fromOn: '2020-02-29', toOn, standInId: standIn.accountId })).toMatchObject({ code: 'accounts.dayPast', params: { day: toOn } })
  const doctor = await c.as('healthCentreDoctor')
  const lacking = await admin.refused(api.setLeave, { ...leave, standInId: doctor.accountId })
  expect(lacking).toMatchObject({ code: 'accounts.standInNotEnough' })
  expect(lacking.params['permissions']).toContain('roster.import')
  await admin.call(api.setLeave, { ...leave, standInId: standIn.accountId })
  expect((await admin.refused(api.setLeave, { ...leave, toOn: '2020-02-27', standInId: standIn.accountId })).code).toBe('accounts.leaveOverlaps')
  const away = async () => (await standIn.call(api.listColleagues, { roles: ['communityWorker'] })).items.find((one) => one.id === worker.accountId)?.away
  expect(await away()).toMatchObject({ toOn: '2020-03-01', standInName: expect.stringContaining('communityWorker') })
  await admin.call(api.endLeave, { accountId: worker.accountId, reason: '返岗' })
  expect(await away()).toBeNull()
})
