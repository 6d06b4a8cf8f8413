import type { Page } from '@playwright/test'
import { expect, looksRight, test } from './house.ts'

const find = async (page: Page, text: string) => {
  await page.locator('#desk-find').fill(text)
  await page.keyboard.press('Enter')
}
const measured = (page: Page, celsius: string) => page.getByLabel('体温', { exact: true }).fill(celsius)

test('a keeper at the desk lets one through, turns one back with the reason, lets an emergency pass, and all three stand in the list', async ({ as }) => {
  const page = await as('gate', '/passages/gate')
  await page.locator('.gate-choice button', { hasText: '锦绣小区' }).filter({ hasText: '东门' }).click()
  await find(page, '14-2-202')
  await page.getByRole('radio', { name: '出', exact: true }).click()
  await measured(page, '36.4')
  await expect(page.getByRole('status').filter({ hasText: '放行' })).toContainText('本户2天内第 1 次')
  await looksRight(page, 'the green answer')
  await page.getByRole('button', { name: '登记放行' }).click()
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
