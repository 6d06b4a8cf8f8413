import ExcelJS from 'exceljs'
import { Secret, TOTP } from 'otpauth'
import type { Page } from '@playwright/test'
import { DESK, expect, looksRight, PHONE, test } from './house.ts'

const send = async (page: Page, path: string, data: unknown) => {
  const answer = await page.request.post(`/api${path}`, { data, headers: { 'X-Wangge': '1', 'Idempotency-Key': crypto.randomUUID() } })
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as Record<string, unknown>
}
const read = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(`/api${path}`, { headers: { 'X-Wangge': '1' } })).json()) as T

/** Signs in without opening a page. */
const quietly = (page: Page, login: string) => send(page, '/accounts/sign-in', { login, password: 'Wangge-2026' })

/** What an authenticator shows at the server's hour, so many steps later. */
async function codeOf(page: Page, secret: string, stepsLater = 0): Promise<string> {
  const { now } = await read<{ now: string }>(page, '/about')
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: Date.parse(now) + stepsLater * 30_000 })
}

async function sheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('开户').addRows(rows.map((row) => [...row]))
  return Buffer.from(await book.xlsx.writeBuffer() as ArrayBuffer)
}

test('the system administrator opens an account, gives it a new password, and opens many from a sheet; the wrong row comes back', async ({ as }) => {
  const page = await as('system', '/accounts')
  await page.getByRole('button', { name: '开户', exact: true }).click()
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill('罗春燕')
  await page.getByLabel(/账号\(登录名/).fill('luochunyan')
  await page.locator('.panel').getByRole('button', { name: '开户' }).click()
  const first = await page.locator('.panel [role=status] b').innerText()
  await page.goto('/accounts?text=luochunyan')
  await page.getByRole('row', { name: /罗春燕/ }).click()
  await page.getByRole('button', { name: '重置密码' }).click()
  await page.getByLabel('事由').fill('忘记密码,已当面核对')
  await page.locator('.panel').getByRole('button', { name: '重置密码' }).click()
  await expect(page.locator('.panel [role=status] b')).not.toHaveText(first)

  await page.goto('/accounts/bulk')
  const rows = [['登录名', '姓名', '办公电话', '拟任角色', '范围', '有效期至'], ['tangmei', '唐梅', '', '网格员', '新平街道里布嘎社区', ''], ['luochunyan', '罗小燕', '', '', '', '']]
  await page.locator('input[type=file]').setInputFiles({ name: '开户.xlsx', mimeType: 'application/octet-stream', buffer: await sheet(rows) })
  await expect(page.locator('.bulk-head')).toContainText('已开户 1 个')
  await expect(page.locator('.wrong-rows')).toContainText('第 3 行')
  await expect(page.locator('.wrong-rows')).toContainText('这个登录名已有人使用')
  await looksRight(page)
})

test('where the setting asks for it, a second factor is set up once and asked for at every sign-in after', async ({ as, page }) => {
  await quietly(page, 'system')
  await send(page, '/settings/accounts.secondFactor', { key: 'accounts.secondFactor', value: { on: true, roles: ['healthBureau'] }, reason: '试用' })
  await as('bureau')
  const secret = await page.locator('.factor-secret').innerText()
  await looksRight(page)
  await page.getByLabel('输入验证器上显示的 6 位数字').fill(await codeOf(page, secret))
  await page.getByRole('button', { name: '确认' }).click()
  await expect(page.getByRole('list', { name: '请保存恢复码' }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: '已保存,进入系统' }).click()
  await expect(page.locator('nav').first()).toBeVisible()
  await as('bureau')
  await page.getByLabel('验证码或恢复码').fill('000000')
  await expect(page.getByText('验证码不对或已经用过')).toBeVisible()
  await page.getByLabel('验证码或恢复码').fill(await codeOf(page, secret, 1))
  await expect(page.locator('nav').first()).toBeVisible()
  await quietly(page, 'system')
  await send(page, '/settings/accounts.secondFactor', { key: 'accounts.secondFactor', value: { on: false, roles: [] }, reason: '试用结束' })
})

test('the security administrator sees who can see what and why, and asks the system administrator to stop an account', async ({ as }) => {
  const page = await as('security', '/access')
  await expect(page.locator('.access-warnings')).toContainText('范围可以缩小到 新平街道里布嘎社区')
  await page.getByRole('button', { name: '缩小到 新平街道里布嘎社区' }).click()
  await expect(page.getByRole('heading', { name: '授权', exact: true }).last()).toBeVisible()
  await expect(page.locator('.panel')).toContainText('新平街道里布嘎社区')
  await page.goto('/access?tab=permission')
  await page.getByRole('row', { name: /蒋丽华/ }).click()
  await expect(page.locator('.panel')).toContainText('可看明文')
  await expect(page.locator('.panel')).toContainText('120户 441人')
  await page.locator('.access-may summary', { hasText: '查看证件号码和电话明文' }).click()
  await looksRight(page)
  await page.getByRole('button', { name: '请系统管理员停用' }).click()
  await page.getByLabel('事由').fill('已调离')
  await page.locator('.panel').getByRole('button', { name: '请系统管理员停用' }).click()
  await expect(page.locator('.panel')).toContainText('等待办理')
  await page.setViewportSize(PHONE)
  await page.goto('/access')
  await looksRight(page, 'the warnings on a phone')
  await page.setViewportSize(DESK)
  await as('system', '/accounts')
  await page.getByRole('region', { name: '安全管理员的请求' }).getByRole('button', { name: '不办' }).click()
  await page.getByLabel('事由').fill('本人仍在岗')
  await page.getByRole('region', { name: '安全管理员的请求' }).getByRole('button', { name: '不办' }).click()
  await expect(page.getByRole('region', { name: '安全管理员的请求' })).toHaveCount(0)
})

test('an administrator who cannot get in is reset by two: the security administrator asks, the system administrator gives the one-time password', async ({ as, page }) => {
  await quietly(page, 'system')
  const { accountId } = await send(page, '/accounts', { login: 'hejing', name: '何静' })
  await quietly(page, 'security')
  const { me: { area } } = await read<{ me: { area: { id: string } } }>(page, '/accounts/me')
  await send(page, `/accounts/${String(accountId)}/grant`, { accountId, role: 'auditor', areaId: area.id, reason: '到岗' })
  const ask = '请系统管理员重置密码和双因素'
  await as('security', `/access?open=${String(accountId)}`)
  await page.getByRole('button', { name: ask }).click()
  await page.getByLabel('事由').fill('手机丢失')
  await page.locator('.panel').getByRole('button', { name: ask }).click()
  await expect(page.locator('.panel')).toContainText('等待办理')
  await as('system', '/accounts?text=hejing')
  await page.getByRole('row', { name: /何静/ }).click()
  await expect(page.locator('.panel')).toContainText('要两个人办')
  await expect(page.locator('.panel').getByRole('button', { name: '重置' })).toHaveCount(0)
  const asked = page.getByRole('region', { name: '安全管理员的请求' })
  await asked.getByRole('button', { name: '重置' }).click()
  await asked.getByLabel('事由').fill('已当面核实')
  await asked.getByRole('button', { name: '重置' }).click()
  await expect(asked.getByRole('status').locator('b')).toHaveText(/^(\w{4}-){3}\w{4}$/)
  await looksRight(page)
})

test('the auditor finds who viewed a person, without seeing whom it is about', async ({ as, page }) => {
  await quietly(page, 'worker')
  const { items } = await read<{ items: { id: string; name: string }[] }>(page, '/people?limit=1')
  const [person] = items
  await read(page, `/people/${person?.id ?? ''}`)
  await as('auditor', '/trace')
  await page.getByText('档案编号').first().click()
  await page.getByRole('textbox', { name: '档案编号' }).fill(person?.id ?? '')
  await page.getByLabel('事由').fill('居民来信')
  await page.getByRole('button', { name: '查询' }).click()
  const found = page.getByRole('region', { name: '查询结果' })
  await expect(found).toContainText('刘玉梅')
  await expect(found).not.toContainText(person?.name ?? '')
  await looksRight(page)
})

test('a large export waits, is approved by somebody else, and is then there to be fetched', async ({ as }) => {
  const page = await as('worker', '/roster')
  await page.getByRole('button', { name: '导出花名册' }).click()
  await page.getByLabel('事由').fill('街道核对底数')
  await page.locator('form').getByRole('button', { name: '导出', exact: true }).click()
  await expect(page.getByText('已提交,等待批准')).toBeVisible()
  await as('subdistrict', '/exports')
  await page.getByRole('row', { name: /街道核对底数/ }).click()
  await expect(page.getByRole('button', { name: '批准', exact: true })).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await expect(page.getByText(/可以下载一次/)).toBeVisible()
  await as('worker', '/exports')
  await page.getByRole('row', { name: /街道核对底数/ }).click()
  await expect(page.locator('.panel').getByRole('button', { name: '下载' })).toBeVisible()
})
