import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { checkDigitOf } from '../modules/people/rules.ts'
import { expect, looksRight, PHONE, settled, test } from './house.ts'

const GOOD = 120
const number = (i: number, born = '19600101') => { const stem = `999002${born}${String(i).padStart(3, '0')}`; return stem + checkDigitOf(stem) }
const wrongEnd = (no: string) => no.slice(0, -1) + (no.endsWith('1') ? '2' : '1')

/** A roster as a worker keeps it: a title above, own names for the columns, three rows that cannot be right. */
async function roster(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('南桥家园')
  sheet.addRow(['南桥社区 2020 年 2 月居民花名册'])
  sheet.addRow(['序号', '小区名称', '楼栋', '单元', '房号', '姓名', '身份证号码', '手机', '与户主关系'])
  const line = (i: number, name: string, no: string, phone = '') => sheet.addRow([i, '南桥家园', '9', '1', String(101 + i), name, no, phone, '户主'])
  for (let i = 1; i <= GOOD; i++) line(i, `测试${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i}`, number(i))
  line(GOOD + 1, '错一位', wrongEnd(number(901)))
  line(GOOD + 2, '', number(902))
  line(GOOD + 3, '少一位', number(903).slice(0, 17), '12345')
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('a roster with three wrong rows goes in but for these three, which come back with their reasons; the batch can be undone', async ({ as }) => {
  const page = await as('worker3', '/roster')
  await looksRight(page)
  await page.locator('input[type=file]').setInputFiles({ name: '南桥花名册.xlsx', mimeType: 'application/octet-stream', buffer: await roster() })
  await expect(page.getByText('人可以导入')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('row', { name: new RegExp(`第${GOOD + 3}行`) })).toContainText('末位')
  await looksRight(page)
  await page.getByRole('button', { name: new RegExp(`^导入.*${GOOD}人`) }).click()
  await expect(page.getByText('人已导入')).toBeVisible({ timeout: 30_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载错误文件' }).click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(await file.path()) as never)
  const text: string[] = []
  book.worksheets[0]?.eachRow((row) => text.push((row.values as unknown[]).join('|')))
  expect(text.filter((line) => /错一位|少一位/.test(line))).toHaveLength(2)
  expect(text.join('\n')).toContain('末位')
  await page.goto('/people?q=测试甲10')
  await expect(page.getByRole('row', { name: /测试甲10/ })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: '撤销整批' }).click()
  await expect(page.getByText('已撤销').first()).toBeVisible({ timeout: 30_000 })
  await page.goto('/people?q=测试甲10')
  await settled(page)
  await expect(page.getByRole('row', { name: /测试甲10/ })).toHaveCount(0)
})

test('the import page is usable at the width of a phone', async ({ as, page }) => {
  await page.setViewportSize(PHONE)
  await as('worker3', '/roster')
  await looksRight(page)
})
