import { DESK, expect, looksRight, PHONE, test } from './house.ts'
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'

const row = (page: import('@playwright/test').Page, name: string) => page.locator('.sheet tr', { has: page.getByRole('rowheader', { name, exact: true }) })
const figures = async (page: import('@playwright/test').Page, name: string) => (await row(page, name).locator('td').allInnerTexts()).map((text) => text.trim())

test('the daily report of the demo community has exactly the figures of report 1', async ({ as }) => {
  const page = await as('worker', '/reporting')
  await expect(page.getByRole('heading', { name: '里布嘎社区疫情防控日报(第20期)' })).toBeVisible()
  expect((await figures(page, '湖北(含武汉)')).slice(0, 2)).toEqual(['18', '34'])
  expect((await figures(page, '其他省份')).slice(0, 2)).toEqual(['255', '287'])
  expect((await figures(page, '省内市外')).slice(0, 2)).toEqual(['389', '419'])
  expect((await figures(page, '合计')).slice(0, 2)).toEqual(['662', '740'])
  expect(await figures(page, '户 / 人').then((all) => all.slice(0, 3))).toEqual(['9,623 / 35,947', '8,652 / 32,126', '971 / 3,821'])
  await expect(page.locator('.sums .tag.good')).toHaveCount(6)
  await looksRight(page)
})

test('a figure opens exactly the people behind it, and they lead to their cards', async ({ as }) => {
  const page = await as('worker', '/reporting')
  await row(page, '湖北(含武汉)').getByRole('button', { name: '34' }).last().click()
  const behind = page.getByRole('region', { name: '34人 是谁' })
  await expect(behind.getByRole('listitem')).toHaveCount(20)
  await behind.getByRole('button', { name: /再显示一些/ }).click()
  await expect(behind.getByRole('listitem')).toHaveCount(34)
  await looksRight(page)
  await behind.getByRole('button', { name: '户', exact: true }).click()
  await expect(page.getByRole('region', { name: '18户 是谁' }).getByRole('listitem')).toHaveCount(18)
  await page.getByRole('region', { name: '18户 是谁' }).getByRole('button', { name: '人', exact: true }).click()
  await page.getByRole('region', { name: '34人 是谁' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/quarantine\?open=/)
  await expect(page.locator('.panel')).toContainText('湖北')
})

test('the exported form is the sheet', async ({ as }) => {
  const page = await as('worker', '/reporting')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(await file.path()) as never)
  const rows: unknown[][] = []
  book.worksheets[0]?.eachRow((line) => rows.push((line.values as unknown[]).slice(1)))
  expect(rows.find((values) => values[0] === '湖北(含武汉)')?.slice(0, 3)).toEqual(['湖北(含武汉)', 18, 34])
  expect(rows.find((values) => values[0] === '合计')?.slice(0, 3)).toEqual(['合计', 662, 740])
})

test('differences are asked about before the report can be sent, and it goes up under a name', async ({ as }) => {
  const page = await as('worker', '/reporting')
  const looks = page.getByRole('region', { name: '请看一眼' })
  await expect(looks).toContainText('老城组 8 人体温同为 36.5℃')
  await looks.getByRole('button', { name: '看这 8 人' }).click()
  await expect(looks.getByRole('listitem')).toHaveCount(8)
  await page.getByRole('button', { name: '核对无误,报送街道' }).click()
  await expect(page.getByRole('alert')).toContainText('要先说明')
  await expect(page.getByLabel('核实情况(随日报报送)')).toBeFocused()
  await page.getByLabel('核实情况(随日报报送)').fill('已电话核实,同一支体温计由网格员代测')
  await page.getByRole('button', { name: '核对无误,报送街道' }).click()
  await expect(page.getByText(/刘玉梅 今天 \d\d:\d\d 已报送/)).toBeVisible()
  await expect(page.locator('.sheet')).toContainText('已电话核实,同一支体温计由网格员代测')
  await row(page, '湖北(含武汉)').getByRole('button', { name: '34' }).first().click()
  await page.getByRole('button', { name: '更正', exact: true }).click()
  await looksRight(page)
})

test('the subdistrict sees which communities have sent', async ({ as }) => {
  const page = await as('subdistrict', '/reporting')
  await expect(page.getByRole('row', { name: /东山社区 已报送/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /南桥社区 还没有报送/ })).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: '东山社区' }).click()
  await expect(page.getByRole('heading', { name: /东山社区疫情防控日报/ })).toBeVisible()
})

test('the sheet prints on A4 without the console around it', async ({ as }) => {
  const page = await as('worker', '/reporting')
  await expect(page.locator('.sheet')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.side')).toBeHidden()
  await expect(page.locator('.report-side')).toBeHidden()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(1)
})

test('the sheet is read on a phone too', async ({ as, page }) => {
  await page.setViewportSize(PHONE)
  await as('worker', '/reporting')
  await expect(page.locator('.sheet')).toBeVisible()
  await looksRight(page)
  await page.setViewportSize(DESK)
})
