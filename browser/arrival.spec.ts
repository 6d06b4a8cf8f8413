import type { Page } from '@playwright/test'
import { expect, looksRight, PHONE, settled, test } from './house.ts'

/** Somebody of the neighbouring community who is not managed, so that the figures of the main one stay what they are. */
async function aNeighbour(page: Page, index: number): Promise<string> {
  const answer = await page.request.get('/api/people?limit=100', { headers: { 'X-Wangge': '1' } })
  const { items } = (await answer.json()) as { items: { name: string; management?: unknown }[] }
  const names = items.map(({ name }) => name).filter((name, _, all) => all.filter((one) => one === name).length === 1)
  const name = names[index]
  if (!name) throw new Error('the neighbouring community has too few people')
  return name
}

async function find(page: Page, name: string): Promise<void> {
  await page.getByLabel('是谁').first().fill(name)
  await expect(page.locator('.found button.on')).toContainText(name)
  await page.keyboard.press('Enter')
}

test('an arrival is registered with six answers, decided with a reason, and followed from there', async ({ as }) => {
  const page = await as('worker2', '/screening')
  await settled(page)
  const name = await aNeighbour(page, 30)
  const started = Date.now()
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/screening\/new/)
  await find(page, name)
  await expect(page.locator('[role=combobox]:focus'), 'the next question has the cursor').toHaveCount(1)
  await page.keyboard.type('wuhan')
  await expect(page.getByRole('option', { name: '湖北省武汉市', exact: true })).toBeVisible()
  await page.getByRole('option', { name: '湖北省武汉市', exact: true }).click()
  await page.getByRole('radio', { name: '昨天' }).click()
  await page.getByRole('radio', { name: '返家' }).click()
  await page.getByRole('button', { name: '没有不舒服' }).click()
  await expect(page.getByLabel('体温'), 'never a default').toHaveValue('')
  await page.getByLabel('体温').fill('36.6')
  await expect(page.locator('.register-side')).toContainText('集中隔离到3月10日')
  await looksRight(page)
  await page.getByLabel('体温').press('Enter')
  await expect(page.getByText('2月25日自湖北省武汉市到达,属湖北(含武汉),按指挥部令第3号第一条集中隔离医学观察14天。')).toBeVisible()
  expect(Date.now() - started, 'well under a minute').toBeLessThan(60_000)
  await looksRight(page)
  await page.getByRole('button', { name: '打开管控' }).click()
  await expect(page.locator('.panel')).toContainText('第1天')
  await expect(page.locator('.panel')).toContainText('集中隔离')
})

test('what was forgotten is asked at its field; fever means waiting on the spot and a lead', async ({ as }) => {
  const page = await as('worker2', '/screening/new')
  const name = await aNeighbour(page, 40)
  await find(page, name)
  await page.getByRole('button', { name: '登记并判定' }).click()
  await expect(page.locator('.fault')).toHaveCount(4)
  await looksRight(page)
  await page.getByRole('combobox', { name: '从哪里来' }).fill('昆明')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '今天' }).click()
  await page.getByRole('radio', { name: '务工上班' }).click()
  await page.getByRole('button', { name: '没有不舒服' }).click()
  await page.getByLabel('体温').fill('38.2')
  await expect(page.getByText('达到发热标准:请本人就地等候')).toBeVisible()
  await page.getByLabel('体温').press('Enter')
  await expect(page.getByText(/卫生院应于 .* 前接收线索/)).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销,这条记录回到待核实').or(page.getByText(/不能直接撤销/)).first()).toBeVisible()
})

test('a newcomer is written down in the same place, with the household taken along', async ({ as }) => {
  const page = await as('worker2', '/screening/new')
  await page.getByLabel('是谁').first().fill('欧阳新来')
  await expect(page.locator('.found button.on')).toContainText('新登记')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '电话' }).fill('19900009999')
  await page.getByRole('combobox', { name: '从哪里来' }).fill('gzs')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '今天' }).click()
  await page.getByRole('radio', { name: '探亲' }).click()
  await page.getByRole('button', { name: '没有不舒服' }).click()
  await page.getByLabel('体温').fill('36.4')
  await page.getByLabel('体温').press('Enter')
  await expect(page.getByRole('heading', { name: '欧阳新来' })).toBeVisible()
  await expect(page.getByText('接下来')).toBeVisible()
})

test('the residents’ declaration code is posted on A4', async ({ as }) => {
  const page = await as('worker2', '/screening/poster')
  await expect(page.locator('.poster img')).toBeVisible()
  await looksRight(page)
  await page.emulateMedia({ media: 'print' })
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(1)
})

test('the form is usable at the width of a phone', async ({ as, page }) => {
  await page.setViewportSize(PHONE)
  await as('worker2', '/screening/new')
  await find(page, await aNeighbour(page, 50))
  await looksRight(page)
})
