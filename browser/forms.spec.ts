import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { DESK, expect, looksRight, PHONE, test } from './house.ts'

const HEADINGS = ['序号', '姓名', '性别', '年龄', '家庭住址', '所属网格', '居住情况', '鞋码', '备注']
/** As the civil affairs bureau sends it: a merged title, a line of the office, headings, two lines, a foot. */
async function aBook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('摸底表')
  sheet.addRow(['80岁以上独居老人走访表']); sheet.mergeCells('A1:I1')
  sheet.addRow(['填报单位:', '', '', '日期:'])
  sheet.addRow(HEADINGS)
  for (let n = 0; n < 2; n++) sheet.addRow(HEADINGS.map(() => '')).eachCell({ includeEmpty: true }, (cell) => { cell.border = { bottom: { style: 'thin' } } })
  sheet.addRow(['填表人:', '', '审核人:'])
  return Buffer.from(await book.xlsx.writeBuffer() as ArrayBuffer)
}

test('a worker drops a department’s form, sees its columns, says who belongs in it, and gets the department’s own file back filled', async ({ as, page }) => {
  await as('worker', '/forms')
  await page.setViewportSize(DESK)
  await expect(page.getByRole('group', { name: '状态' }).getByRole('button', { name: /逾期/ })).toContainText('1')
  await expect(page.getByText('居家隔离人员每日情况表')).toBeVisible()
  await looksRight(page)
  await page.locator('input[type=file]').setInputFiles({ name: '走访表.xlsx', mimeType: 'application/octet-stream', buffer: await aBook() })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('80岁以上独居老人走访表')
  await expect(page.getByText('表头:第 3 行 · 9 列,8 列认出来了')).toBeVisible()
  const columns = page.getByRole('region', { name: '一、各列从哪里取' })
  await expect(columns.getByText('还有 1 列不认识')).toBeVisible()
  await columns.getByRole('combobox', { name: '鞋码 从哪里取' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '全部写同一句' }).click()
  await columns.getByRole('textbox', { name: '鞋码 写什么' }).fill('未量')
  await page.keyboard.press('Enter')
  const who = page.getByRole('region', { name: '二、谁在表里' })
  await expect(who.getByRole('status')).toContainText(/符合条件 [1-9]/)
  const preview = page.getByRole('region', { name: '三、预览' }).first()
  await expect(preview.getByRole('cell', { name: '未量' }).first()).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: '填好', exact: true }).click()
  await expect(page.locator('.undo-toast')).toContainText('已填好')
  await page.getByLabel('为什么导出').fill('报民政局')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载', exact: true }).click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(await file.path()) as unknown as ExcelJS.Buffer)
  const sheet = book.worksheets[0]
  const row = (n: number) => HEADINGS.map((_, i) => sheet?.getRow(n).getCell(i + 1).text ?? '')
  expect([sheet?.getCell('I1').master.address, row(3)]).toEqual(['A1', HEADINGS])
  expect(row(4)).toEqual(['1', expect.stringMatching(/.+/), expect.stringMatching(/男|女/), expect.stringMatching(/^[89]\d$|^1\d\d$/), expect.stringMatching(/\d/), expect.stringContaining('网格'), expect.stringContaining('独居'), '未量', expect.anything()])
  expect(sheet?.getRow(sheet.rowCount).getCell(1).text).toBe('填表人:')

  // Put back what was brought: the list is as the next journey expects it.
  await page.goto('/forms?tab=filled')
  await page.locator('tbody tr.ant-table-row').filter({ hasText: '走访表' }).click()
  const card = page.locator('.panel')
  await expect(card.getByText('没有列入准入清单')).toBeVisible()
  await looksRight(page)
  await card.getByRole('button', { name: '停用' }).click()
  await card.getByLabel('为什么停用').fill('试填')
  await card.getByRole('button', { name: '停用', exact: true }).last().click()
  await expect(page.locator('.undo-toast')).toContainText('已停用')
  await page.setViewportSize(PHONE)
  await page.goto('/forms')
  await looksRight(page)
})
