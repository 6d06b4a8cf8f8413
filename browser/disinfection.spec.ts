import { DESK, expect, looksRight, onPhone, PHONE, test } from './house.ts'

test.use({ serviceWorkers: 'allow' })

test('property staff disinfect a point without signal; the community sees the count change, and the daily report’s figure opens it', async ({ page, as }) => {
  await page.setViewportSize(PHONE)
  await page.goto('/m/')
  await onPhone(page, 'property')
  await page.getByRole('link', { name: /消毒还有/ }).click()
  await expect(page.getByRole('heading', { name: /消毒还有 \d+ 处/ })).toBeVisible()
  await looksRight(page, 'points')
  await page.context().setOffline(true)
  await page.locator('.door-line').filter({ hasText: '垃圾房' }).first().click()
  await expect(page.getByText('含氯(84) · 500 mg/L · 喷洒')).toBeVisible()
  await looksRight(page, 'a point')
  const pointId = page.url().split('/').at(-1) ?? ''
  await page.getByRole('button', { name: '消毒完毕' }).click()
  await expect(page.locator('.status-bar')).toContainText('待传 1')
  await page.getByRole('button', { name: /^全部/ }).click()
  await expect(page.getByText('已记,待传')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.locator('.status-bar')).toContainText('都已交')

  await page.setViewportSize(DESK)
  await as('worker', '/disinfection')
  await expect(page.getByRole('region', { name: '各处今日' }).getByRole('link', { name: /电话 / }).first()).toBeVisible()
  await looksRight(page)
  await page.goto(`/disinfection?tab=all&open=${pointId}`)
  await expect(page.locator('.panel .venue-log li').first()).toContainText('杨建国')
  await looksRight(page)

  await page.goto('/reporting?f=disinfections..persons')
  const behind = page.getByRole('region', { name: /是哪些/ })
  await expect(behind.getByRole('link', { name: /垃圾房|单元|电梯/ }).first()).toBeVisible()
  await behind.getByRole('link', { name: /垃圾房|单元|电梯/ }).first().click()
  await expect(page.locator('.panel .card-head')).toBeVisible()
  await looksRight(page)

  await page.goto(`/disinfection?tab=all&open=${pointId}`)
  await page.locator('.panel .venue-log li').first().getByRole('button', { name: '撤销' }).click()
  await expect(page.locator('.panel .venue-log li').first()).toContainText('已撤销')
})
