import type { Page } from '@playwright/test'
import { DESK, expect, looksRight, PHONE, settled, test } from './house.ts'

const rows = (page: Page) => page.locator('tbody tr.ant-table-row')
const ranked = (page: Page) => page.getByRole('region', { name: '哪里最需要帮助' })
const numberIn = async (text: Promise<string>): Promise<number> => Number((await text).replace(/[^\d]/g, ''))

test('the subdistrict sees at once which community needs help, and a figure opens exactly its list', async ({ as }) => {
  const page = await as('subdistrict')
  await page.getByRole('link', { name: '一张图' }).click()
  await expect(page.locator('.needs')).toContainText('里布嘎社区最需要帮助')
  await expect(ranked(page).getByRole('row').nth(1)).toContainText('里布嘎社区')
  await looksRight(page)
  const missed = page.locator('.figures').getByRole('link', { name: /今日漏测/ })
  const n = await numberIn(missed.innerText())
  await missed.click()
  await expect(page.locator('.only-these')).toContainText('今日漏测')
  await expect(rows(page)).toHaveCount(n)
  await looksRight(page)
  await page.getByRole('button', { name: '看全部' }).click()
  await expect(page.locator('.only-these')).toHaveCount(0)
})

test('from the subdistrict down to a grid and back, all of it in the address', async ({ as }) => {
  const page = await as('subdistrict', '/dashboard')
  await ranked(page).getByRole('link', { name: '里布嘎社区', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('里布嘎社区')
  await page.getByRole('region', { name: '地图' }).getByRole('link', { name: /^锦绣小区/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('锦绣小区')
  await ranked(page).getByRole('link', { name: '第一网格', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('第一网格')
  await looksRight(page)
  const managed = page.locator('.figures a.amount').first()
  const persons = await numberIn(managed.innerText().then((text) => text.split('户')[1] ?? ''))
  await managed.click()
  await expect(rows(page)).toHaveCount(persons)
  await page.goBack()
  await page.getByRole('navigation', { name: '上级辖区' }).getByRole('link', { name: '新平街道' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新平街道')
})

test('every picture has its table, and a province opens the people who came from there', async ({ as }) => {
  const page = await as('district', '/dashboard')
  const origins = page.getByRole('region', { name: '近14天来自' })
  await origins.getByRole('button', { name: '看表' }).click()
  const cell = origins.getByRole('row', { name: /^湖北省/ }).getByRole('link')
  const n = await numberIn(cell.innerText())
  await looksRight(page)
  await cell.click()
  await expect(page.locator('.only-these')).toContainText('来自湖北省')
  await expect(rows(page)).toHaveCount(n)
})

test('the wall of the command post fits its screen, shows no names, and leaves with Escape', async ({ as, page }) => {
  for (const size of [{ width: 1920, height: 1080 }, DESK]) {
    await page.setViewportSize(size)
    await as('district', '/dashboard?screen=1')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('指挥一张图')
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
    await expect(page.locator('.side')).toHaveCount(0)
    await expect(page.locator('.screen a')).toHaveCount(0)
    await page.screenshot({ path: `build/shots/wall-${size.width}.png` })
  }
  await looksRight(page)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/dashboard$/)
  await expect(page.locator('.side')).toBeVisible()
})

const square = (x: number) => [[[x, 30], [x + 0.01, 30], [x + 0.01, 30.01], [x, 30.01], [x, 30]]]
const outline = (name: string, x: number) => ({ type: 'Feature', properties: { MC: name }, geometry: { type: 'Polygon', coordinates: square(x) } })

test('outlines come in, the one that found no area says why and is assigned by hand, and all of it is taken back', async ({ as }) => {
  const page = await as('subdistrict', '/outlines')
  await looksRight(page)
  const file = { type: 'FeatureCollection', features: [outline('东山社区', 100), outline('南桥社区', 100.01), outline('西山社区', 100.02)] }
  await page.locator('input[type=file]').setInputFiles({ name: '街道边界.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(file)) })
  await expect(page.getByText('对上 2 / 3 个')).toBeVisible()
  const left = page.getByRole('region', { name: '未处理的' })
  await expect(left).toContainText('西山社区')
  await expect(left).toContainText('辖区里没有这个名称')
  await looksRight(page)
  await left.getByRole('combobox').click()
  await page.keyboard.type('里布嘎社区')
  await page.locator('.ant-select-item-option', { hasText: '里布嘎社区' }).first().click()
  await page.getByRole('button', { name: '采用这 3 个边界' }).click()
  await expect(page.getByText('已采用 3 个边界')).toBeVisible()
  await page.locator('.page-head').getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销,原来的边界又有效了')).toBeVisible()
})

test('on a phone the figures and the order of help come first, the map below', async ({ as, page }) => {
  await page.setViewportSize(PHONE)
  await as('subdistrict', '/dashboard')
  await expect(page.locator('.figures')).toBeVisible()
  const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0
  expect(await top('.figures')).toBeLessThan(await top('.ranked'))
  expect(await top('.ranked')).toBeLessThan(await top('.mapped'))
  await looksRight(page)
})
