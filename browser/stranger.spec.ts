import { expect, looksRight, settled, test } from './house.ts'

/** Somebody of the main community, as its own worker sees him. */
async function somebody(page: import('@playwright/test').Page) {
  const answer = await page.request.get('/api/episodes?tab=central&limit=1', { headers: { 'X-Wangge': '1' } })
  const { items } = (await answer.json()) as { items: { id: string; person: { id: string; name: string } }[] }
  const [one] = items
  if (!one) throw new Error('nobody is in central quarantine')
  return one
}

test('whoever is not signed in sees the sign-in page and nothing else', async ({ page, problems }) => {
  await page.goto('/quarantine')
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await expect(page.locator('table')).toHaveCount(0)
  expect(problems).toEqual([])
  await looksRight(page)
})

test('a stranger of the neighbouring community finds nobody of this one, by list, search or address', async ({ as, page }) => {
  await as('worker', '/')
  const one = await somebody(page)
  await as('worker2', `/people?q=${one.person.name}`)
  await settled(page)
  await expect(page.locator(`[data-row-key="${one.person.id}"]`)).toHaveCount(0)
  await page.goto(`/quarantine?open=${one.id}`)
  await settled(page)
  await expect(page.getByText(one.person.name)).toHaveCount(0)
  await expect(page.getByText(/没有找到|找不到|不在您/).first()).toBeVisible()
  for (const path of [`/api/episodes/${one.id}`, `/api/people/${one.person.id}`]) {
    expect((await page.request.get(path, { headers: { 'X-Wangge': '1' } })).status(), path).toBe(404)
  }
})

test('the administrators see no personal data', async ({ as }) => {
  for (const login of ['system', 'security', 'auditor']) {
    const page = await as(login, '/people')
    await settled(page)
    await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(0)
    expect((await page.request.get('/api/people', { headers: { 'X-Wangge': '1' } })).status(), login).toBe(403)
  }
})

test('a person signs in by keyboard; five wrong passwords lock the door', async ({ page, problems }) => {
  await page.goto('/')
  await page.getByLabel('登录名').fill('property')
  await page.getByLabel('密码').first().fill('not-this-one')
  for (let i = 0; i < 5; i++) {
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await settled(page)
  }
  await page.getByLabel('密码').first().fill('Wangge-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('锁')
  await page.getByLabel('登录名').fill('grid')
  await page.keyboard.press('Enter')
  await expect(page.locator('.side')).toBeVisible()
  expect(problems).toEqual([])
})
