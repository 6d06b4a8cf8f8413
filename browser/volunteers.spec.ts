import { expect, looksRight, test } from './house.ts'

test('an empty shift becomes a call in one press, whoever is rung stands on the roster, and does not when they cannot come', async ({ as, page }) => {
  const [panel, toast] = [page.locator('.panel'), page.locator('.undo-toast')]
  await as('worker', '/volunteers?tab=neverServed')
  await expect(page.locator('tbody tr.ant-table-row').first()).toContainText('双报到党员')
  await page.goto('/volunteers/units')
  await page.getByRole('link', { name: '打印函' }).first().click()
  await expect(page.locator('.a4')).toContainText('报到')

  await page.goto('/gates/roster')
  await page.locator('.roster-week button.cell', { hasText: '没有人' }).first().click()
  await panel.getByRole('button', { name: '招募志愿者' }).click()
  await expect(panel.getByRole('heading', { name: '可以请的人' })).toBeVisible()
  const first = panel.locator('ol.volunteer-lines li').first()
  const name = (await first.locator('b').textContent()) ?? ''
  await first.getByRole('button', { name: '他来' }).click()
  await expect(toast).toContainText(`${name} 答应来了,已写到值班表`)
  await expect(panel).toContainText('1 / 1 人')
  await looksRight(page, 'a call that is full')
  await panel.getByRole('button', { name: '看值班表' }).click()
  await expect(page.locator('.roster-week')).toContainText(name)
  await page.keyboard.press('u')
  await expect(toast).toContainText('已撤销')
  await expect(page.locator('.roster-week')).not.toContainText(name)
  await page.goBack()
  await panel.getByRole('button', { name: '撤回招募' }).click()
  await expect(toast).toContainText('已撤回')
})
