import { expect, looksRight, test } from './house.ts'

test('what is not clear of an arrival is asked one press at a time, and the list is shorter by one; undone, it is back', async ({ as }) => {
  const page = await as('worker', '/base-data?tab=ten&field=tripNo')
  const chip = page.getByRole('button', { name: /^车次/ }).first()
  const before = Number((await chip.textContent())?.replace(/\D/g, ''))
  await looksRight(page)
  await page.locator('.ant-table-row').first().click()
  await expect(page.getByText('车次、航班或车牌')).toBeVisible()
  await page.getByRole('button', { name: '记不清、没有班次' }).click()
  await expect(chip).toHaveText(`车次${before - 1}`)
  await expect(page.getByText(/车次已补上/)).toBeVisible()
  await page.getByRole('button', { name: /撤销/ }).first().click()
  await expect(chip).toHaveText(`车次${before}`)
})
