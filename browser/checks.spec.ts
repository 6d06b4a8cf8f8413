import type { Page } from '@playwright/test'
import { expect, looksRight, PHONE, settled, test } from './house.ts'

const rows = (page: Page) => page.locator('tbody tr.ant-table-row')
const panel = (page: Page) => page.locator('.panel')
const countOf = async (page: Page, chip: RegExp) => Number((await page.getByRole('button', { name: chip }).innerText()).replace(/\D/g, ''))

test('a doctor works through the missing readings by keyboard, each entry opening the next person', async ({ as }) => {
  const page = await as('doctor', '/quarantine?tab=missing')
  await settled(page)
  await rows(page).first().click()
  const first = await panel(page).locator('h2').first().innerText()
  await looksRight(page)
  await panel(page).getByLabel('体温').first().fill('36.6')
  await page.keyboard.press('Enter')
  await expect(panel(page).locator('h2').first()).not.toHaveText(first)
  await expect(panel(page).getByLabel('体温').first()).toBeFocused()
  await expect(panel(page).getByLabel('体温').first(), 'never a default').toHaveValue('')
})

test('a thermometer that cannot be right is kept and asked for again, never taken as a reading', async ({ as }) => {
  const page = await as('doctor', '/quarantine?tab=missing')
  await rows(page).first().click()
  const name = await panel(page).locator('h2').first().innerText()
  await panel(page).getByLabel('体温').first().fill('34.2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('像是仪器误差,请重测')).toBeVisible()
  await expect(panel(page).locator('h2').first()).toHaveText(name)
})

test('fever makes a lead to the health centre', async ({ as }) => {
  const page = await as('doctor', '/quarantine?tab=home')
  await settled(page)
  await expect.poll(() => countOf(page, /^有线索/), 'the demo has some already').toBeGreaterThan(0)
  const before = await countOf(page, /^有线索/)
  await rows(page).nth(4).click()
  await panel(page).getByLabel('体温').first().fill('38.1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('异常:已转卫生院')).toBeVisible()
  await expect.poll(() => countOf(page, /^有线索/)).toBe(before + 1)
})

test('a resident reports by the personal page with one hand, and the gap closes', async ({ as, page }) => {
  await as('worker', '/quarantine?tab=missing')
  await settled(page)
  await rows(page).nth(2).click()
  const name = await panel(page).locator('h2').first().innerText()
  await panel(page).getByRole('button', { name: '个人页面' }).click()
  const link = (await panel(page).getByRole('link', { name: /\/m\/p\// }).getAttribute('href')) ?? ''
  await page.context().clearCookies()
  await page.setViewportSize(PHONE)
  await page.goto(new URL(link).pathname)
  await expect(page.getByRole('heading', { name: new RegExp(`${name},今天是第`) })).toBeVisible()
  await looksRight(page)
  await expect(page.getByLabel('体温')).toHaveValue('')
  await page.getByLabel('体温').fill('36.7')
  await page.getByRole('button', { name: '没有', exact: true }).click()
  await page.getByRole('button', { name: '报体温' }).click()
  await expect(page.getByText('收到了')).toBeVisible()
  await looksRight(page)
})

test('release says which of the five conditions is missing, and is confirmed by the deciding authority, with undo', async ({ as }) => {
  const page = await as('subdistrict', '/quarantine?tab=active')
  await settled(page)
  await rows(page).last().click()
  await expect(panel(page).getByText('解除五条件')).toBeVisible()
  await page.goto('/quarantine?tab=ending')
  await settled(page)
  const release = panel(page).getByRole('button', { name: '确认解除' })
  for (let i = 0; i < 30; i++) {
    await rows(page).nth(i).click()
    await expect(panel(page).getByText('解除五条件')).toBeVisible()
    if (await release.isVisible()) break
    await expect(panel(page).locator('.tag.soon').first(), 'whoever cannot be released is told why').toBeVisible()
  }
  const name = await panel(page).locator('h2').first().innerText()
  await looksRight(page)
  await release.click()
  await expect(page.getByText(`${name} 已解除`)).toBeVisible()
  await page.getByRole('button', { name: /^撤销/ }).last().click()
  await expect(page.getByText('已撤回').or(page.getByText('已撤销')).first()).toBeVisible()
})
