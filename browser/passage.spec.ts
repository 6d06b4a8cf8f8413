import type { Page } from '@playwright/test'
import { expect, looksRight, test } from './house.ts'

const find = async (page: Page, text: string) => {
  await page.locator('#desk-find').fill(text)
  await page.keyboard.press('Enter')
}
const measured = (page: Page, celsius: string) => page.getByLabel('体温', { exact: true }).fill(celsius)

test('a keeper at the desk lets one through, turns one back with the reason, lets an emergency pass, and all three stand in the list', async ({ as }) => {
  const page = await as('gate', '/passages/gate')
  const [wanted, another] = [page.locator('.gate-choice button', { hasText: '锦绣小区' }).filter({ hasText: '东门' }), page.getByRole('button', { name: '换卡点' })]
  // Where they have signed on somewhere, the desk opens at that gate.
  await expect(wanted.or(another)).toBeVisible()
  if (await another.isVisible()) await another.click()
  await wanted.click()
  await find(page, '14-2-202')
  await page.getByRole('radio', { name: '出', exact: true }).click()
  await measured(page, '36.4')
  await expect(page.getByRole('status').filter({ hasText: '放行' })).toContainText('没有超过本户每2天1人次')
  await expect(page.getByRole('button', { name: '登记放行' }), 'nobody without a word about the identity').toHaveCount(0)
  await looksRight(page, 'the green answer')
  await page.getByRole('button', { name: '认识本人,放行' }).click()
  await expect(page.locator('.undo-toast')).toContainText('已登记:放行')

  await find(page, '14-2-202')
  await page.getByRole('radio', { name: '出', exact: true }).click()
  await measured(page, '36.4')
  await expect(page.getByRole('status').filter({ hasText: '请留步' })).toContainText('已经外出过')
  await looksRight(page, 'the red answer')
  await page.getByRole('button', { name: '登记劝返' }).click()

  await find(page, '14-2-202')
  await page.getByRole('radio', { name: '出', exact: true }).click()
  await page.getByRole('radio', { name: '临产' }).click()
  await expect(page.getByRole('status').filter({ hasText: '放行' })).toContainText('临产,登记后放行')
  await page.getByRole('button', { name: '登记放行' }).click()

  await page.goto('/passages?q=14幢2单元202')
  const rows = page.locator('tbody tr:not(.ant-table-measure-row)')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('临产')
  await expect(rows.nth(1)).toContainText('劝返')
  await rows.nth(1).click()
  await expect(page.locator('.panel')).toContainText('本户每2天1人次')
  await looksRight(page)
})

test('from a household the doctor asks, with a reason, who was at the same gate at nearly the same time; times and places stand there and no judgement', async ({ as }) => {
  const page = await as('doctor', '/passages?q=1幢1单元1201')
  await page.locator('tbody tr:not(.ant-table-measure-row)').first().click()
  await page.locator('.panel').getByRole('link', { name: '看这一户' }).click()
  await page.getByRole('link', { name: '同时同地的人' }).click()
  await expect(page.getByText('由卫生院或疾控判定')).toBeVisible()
  await page.getByRole('button', { name: '查', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('请写一句为什么查')
  await looksRight(page, 'the reason is asked')
  await page.getByLabel('为什么查').fill('发热线索核实')
  await page.keyboard.press('Enter')
  const rows = page.locator('tbody tr:not(.ant-table-measure-row)')
  await expect(rows.first()).toContainText('对方')
  const all = await rows.count()
  await looksRight(page)
  await rows.first().click()
  await expect(page.locator('.panel')).toContainText('这一户前后的进出')
  await looksRight(page, 'with a passage open')
  await page.goto(`${page.url()}&minutes=5&open=`)
  await expect(rows.first()).toContainText('对方')
  expect(await rows.count()).toBeLessThan(all)
  await page.setViewportSize({ width: 390, height: 844 })
  await looksRight(page, 'on a phone')
})

test('of a stranger the keeper is told that somebody of that name is in quarantine elsewhere, and by the identity number at once that they must not pass', async ({ as }) => {
  const page = await as('worker', '/')
  const get = async <T>(path: string): Promise<T> => (await page.request.get(`/api/${path}`)).json() as Promise<T>
  const { items: kept } = await get<{ items: { person: { id: string; name: string; address: string } }[] }>('episodes?measure=homeQuarantine&limit=200')
  const { items: gates } = await get<{ items: { gateId: string; areaName: string; name: string }[] }>('passage/my-gates')
  const east = gates.find((one) => one.areaName === '锦绣小区' && one.name === '东门')?.gateId ?? ''
  const others = kept.map(({ person }) => person).filter(({ address }) => !address.includes('锦绣'))
  const isStranger = async ({ name }: { name: string }) => (await get<{ found: unknown[] }>(`passage/gates/${east}/find?q=${encodeURIComponent(name)}`)).found.length === 0
  let elsewhere = others.shift()
  while (elsewhere && !(await isStranger(elsewhere))) elsewhere = others.shift()
  if (!elsewhere) throw new Error('nobody of a name of their own is in home quarantine elsewhere')
  const told = await page.request.post(`/api/people/${elsewhere.id}/reveal`, { data: { reason: '核对证件' }, headers: { 'X-Wangge': '1', 'Idempotency-Key': crypto.randomUUID() } })
  const { documentNo } = (await told.json()) as { documentNo: string }
  await as('gate', '/passages/gate')
  const [wanted, another] = [page.locator('.gate-choice button', { hasText: '锦绣小区' }).filter({ hasText: '东门' }), page.getByRole('button', { name: '换卡点' })]
  await expect(wanted.or(another)).toBeVisible()
  if (await another.isVisible()) await another.click()
  await wanted.click()
  await find(page, elsewhere.name)
  await page.getByRole('button', { name: '按未在册登记' }).click()
  await expect(page.getByLabel('姓名', { exact: true })).toHaveValue(elsewhere.name)
  await expect(page.locator('.desk-who')).toContainText('有同名或同一电话的人正在别处隔离')
  await looksRight(page, 'the name is the same')
  await page.getByRole('radio', { name: '进', exact: true }).click()
  await page.getByLabel('身份证号(有就填)').fill(documentNo)
  await expect(page.getByRole('status').filter({ hasText: '请稍候' }), 'before anybody measures').toContainText('正在')
  await looksRight(page, 'who must not pass')
})
