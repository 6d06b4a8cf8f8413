import { expect, looksRight, PHONE, settled, test } from './house.ts'

// After the report's own walk: what is verified here changes its figures.
test('the day begins with what is late, and forty people go by one key each', async ({ as }) => {
  const page = await as('worker')
  await settled(page)
  const left = async () => Number((await page.getByRole('heading', { level: 1 }).innerText()).replace(/\D/g, ''))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d/)
  const before = await left()
  expect(before).toBeGreaterThan(20)
  await page.getByRole('button', { name: /^管控/ }).click()
  await page.getByRole('button', { name: /^测温未报/ }).click()
  await settled(page)
  await page.getByRole('button', { name: /^测温 / }).first().click()
  const name = page.locator('.panel h2').first()
  const first = await name.innerText()
  for (const reading of ['36.4', '36.6', '36.8']) {
    await expect(page.locator('.panel').getByLabel('体温').first()).toBeFocused()
    await expect(page.locator('.panel').getByLabel('体温').first(), 'never a default').toHaveValue('')
    await page.keyboard.type(reading)
    const who = await name.innerText()
    await page.keyboard.press('Enter')
    await expect(name).not.toHaveText(who)
  }
  await expect(name).not.toHaveText(first)
  await looksRight(page)
  await expect.poll(left).toBeLessThan(before)
})

test('an arrival is verified from the day’s list, with undo', async ({ as }) => {
  const page = await as('worker', '/?show=declared')
  await settled(page)
  await page.getByRole('button', { name: /^确认 / }).first().click()
  await expect(page.locator('.panel')).toContainText('按现行方案将判定为')
  await looksRight(page)
  await page.locator('.panel').getByRole('button', { name: '核实并判定' }).click()
  await expect(page.getByRole('status')).toContainText('纳管')
  await page.getByRole('button', { name: /^撤销/ }).last().click()
  await expect(page.getByText('已撤销').first()).toBeVisible()
})

test('the subdistrict sees which community needs help, the doctor the own rounds', async ({ as, page }) => {
  await as('subdistrict')
  await expect(page.getByRole('row', { name: /里布嘎社区/ })).toBeVisible()
  await as('doctor')
  await expect(page.getByRole('button', { name: /^上门/ })).toBeVisible()
  await page.setViewportSize(PHONE)
  await page.reload()
  await looksRight(page)
})
