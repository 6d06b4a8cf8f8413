import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Zip } from 'easy-template-x'
import ExcelJS from 'exceljs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { DESK, expect, looksRight, PHONE, test } from './house.ts'

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length
const documentOf = async (path: string) => (await (await Zip.load(readFileSync(path))).getFile('word/document.xml')?.getContentText()) ?? ''
const plain = (xml: string) => xml.replace(/<[^>]+>/g, '')

test('a notice is one tap on the card and one page of A4, with its number and a code to check it', async ({ as, page }) => {
  await as('worker', '/quarantine')
  await page.locator('tbody tr.ant-table-row').first().click()
  const card = page.locator('.panel')
  await card.getByRole('button', { name: /告知书$/ }).first().click()
  await expect(page).toHaveURL(/\/documents\/print\?batch=/)
  const paper = page.locator('.a4')
  await expect(paper).toContainText(/里布嘎社区疫防告〔\d{4}〕\d+号/)
  await expect(paper.locator('img')).toBeVisible()
  expect(await paper.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(20)
  await looksRight(page)
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
})

test('hundreds are made at once, in one Word file with a section and a code for each', async ({ as, page }) => {
  await as('worker', '/documents')
  await looksRight(page)
  const sheets = page.getByRole('region', { name: '健康监测表' })
  const button = sheets.getByRole('button', { name: /出具 \d+ 份/ })
  const n = Number(/(\d+)/.exec(await button.innerText())?.[1])
  expect(n).toBeGreaterThan(400)
  await button.click()
  await expect(page).toHaveURL(/\/documents\/print\?batch=/)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Word' }).click()])
  const xml = await documentOf(await file.path())
  expect(xml.match(/<w:sectPr/g)?.length).toBe(n)
  expect(plain(xml)).toContain('D14')
  expect(plain(xml)).not.toContain('{')
})

test('what was issued is found by its number, and whoever scans its code learns nothing about the person', async ({ as, page }) => {
  await as('worker', '/documents?tab=issued')
  const row = page.locator('tbody tr.ant-table-row').first()
  await expect(row).toContainText('〕')
  await looksRight(page)
  await row.click()
  await expect(page.locator('.panel')).toContainText('有效')
  await page.setViewportSize(PHONE)
  await page.goto('/m/v/abcdefghijklmnopqrstuv')
  await expect(page.getByRole('heading', { name: '查不到这份文书' })).toBeVisible()
  await looksRight(page)
  await page.setViewportSize(DESK)
})

test('the code on a printed notice, scanned, says which document it is and that it is good; withdrawn, that it is not', async ({ as, page }) => {
  await as('worker', '/quarantine')
  await page.locator('tbody tr.ant-table-row').nth(1).click()
  await page.locator('.panel').getByRole('button', { name: /告知书$/ }).first().click()
  const paper = page.locator('.a4')
  const [number = ''] = /里布嘎社区疫防告〔\d{4}〕\d+号/.exec(await paper.innerText()) ?? []
  const { pathname } = new URL(await scanned(await paper.locator('img').screenshot()))
  await page.setViewportSize(PHONE)
  await page.goto(pathname)
  await expect(page.getByRole('heading', { name: '这份文书有效' })).toBeVisible()
  await expect(page.locator('body')).toContainText(number)
  await looksRight(page)
  await page.setViewportSize(DESK)
  await page.goto(`/documents?tab=issued&q=${encodeURIComponent(number)}`)
  await page.locator('tbody tr.ant-table-row').first().click()
  await page.locator('.panel').getByRole('button', { name: '作废', exact: true }).click()
  await page.getByRole('textbox', { name: '为什么作废' }).fill('地址写错,另行出具')
  await page.getByRole('button', { name: `作废 ${number}` }).click()
  await expect(page.locator('.panel')).toContainText('已作废')
  await page.setViewportSize(PHONE)
  await page.goto(pathname)
  await expect(page.getByRole('heading', { name: '这份文书已失效' })).toBeVisible()
  await looksRight(page)
  await page.setViewportSize(DESK)
})

async function scanned(picture: Buffer): Promise<string> {
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer as ArrayBuffer } })
  return (await readBarcodes(new Blob([new Uint8Array(picture)]), { formats: ['QRCode'] }))[0]?.text ?? ''
}

test('a ledger is shown as on paper and taken as Excel', async ({ as, page }) => {
  await as('worker', '/documents?kind=arrivalLedger&show=1')
  await expect(page.locator('.a4')).toContainText('外来(返回)人员排查登记表')
  await page.goto('/documents?kind=managedLedger&from=2020-02-24&to=2020-02-24')
  await page.getByRole('button', { name: '下载 Excel' }).click()
  await page.getByRole('textbox', { name: /事由|为什么|理由/ }).fill('报送街道')
  await page.getByRole('button', { name: '下载 Excel' }).last().click()
  await expect(page.getByRole('alert').filter({ hasText: /批准|审批/ })).toBeVisible()
})

test('a small ledger goes out at once, in the layout of the form', async ({ as, page }) => {
  await as('worker', '/documents?kind=arrivalLedger&from=2020-02-26&to=2020-02-26')
  await page.getByRole('button', { name: '下载 Excel' }).click()
  await page.getByRole('textbox', { name: /事由|为什么|理由/ }).fill('报送街道')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Excel' }).last().click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(await file.path()) as never)
  expect(book.worksheets[0]?.getCell('A3').text).toBe('序号')
  expect(book.worksheets[0]?.rowCount).toBeGreaterThan(4)
})

test('a template with a wrong placeholder is explained, the right one is seen before it is put in force, and the former is one tap away', async ({ as, page }) => {
  await as('worker', '/documents?tab=templates&open=releaseNotice')
  await expect(page.locator('.a4')).toContainText('解除居家隔离通知书')
  await looksRight(page)
  const zip = await Zip.load(readFileSync('modules/documents/templates/releaseNotice.docx'))
  const xml = (await zip.getFile('word/document.xml')?.getContentText()) ?? ''
  const upload = async (text: string) => {
    zip.setFile('word/document.xml', text)
    await page.locator('input[type=file]').setInputFiles({ name: '我们的通知书.docx', mimeType: 'application/octet-stream', buffer: await zip.export(Buffer) })
  }
  await upload(xml.replace('{决定人}', '{决定入}'))
  await expect(page.getByRole('alert')).toContainText('{决定入} 不是可用的占位符,是不是 {决定人}?')
  await looksRight(page)
  await upload(xml.replace('对您的理解和配合,表示感谢', '谢谢您'))
  await expect(page.locator('.a4')).toContainText('谢谢您')
  await page.getByRole('button', { name: '启用这个模板' }).click()
  await expect(page.getByText('本单位的模板').first()).toBeVisible()
  await expect(page.locator('details.versions')).not.toHaveAttribute('open')
  await page.getByText('历次版本').click()
  await page.getByRole('button', { name: '不用自己的,沿用上级或系统自带的' }).click()
  await expect(page.locator('.a4')).toContainText('表示感谢')
})

test('the work report of the demo community has the figures of report 1, each opens what is behind it, and goes out as Word', async ({ as, page }) => {
  await as('worker', '/work-report')
  const paper = page.locator('.a4')
  for (const said of ['10个小区8652户32126人、6个村居民小组971户3821人', '一是排查湖北(含武汉)来社区人员,共18户34人,统一安排在大香格里拉酒店', '共255户287人', '共389户419人', '共981人外出务工', '企业46家,个体工商户1092户', '已复工企业和个体商户1100家', '计38户']) {
    await expect.poll(async () => (await paper.innerText()).replace(/[+-]\d+(?=户|人|家|个|条|,)/g, '')).toContain(said)
  }
  await looksRight(page)
  await page.getByRole('button', { name: '湖北(含武汉)累计人数 34' }).click()
  await expect(page.getByRole('region', { name: '34人 是谁' }).getByRole('listitem')).toHaveCount(20)
  await page.getByRole('button', { name: '外出务工人数 981' }).first().click()
  await expect(page.getByRole('region', { name: '外出务工人数' })).toContainText('按外出申请逐人生成')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '出具 Word' }).first().click()])
  const text = plain(await documentOf(await file.path()))
  for (const said of ['(四)困难帮扶情况', '(五)宣传引导情况', '(六)志愿服务和下沉力量情况', '18户34人', '255户287人', '389户419人', '8652户32126人', '971户3821人', '981人外出务工', '企业46家', '个体工商户1092户', '商户1100家', '计38户', '系统按企业和商户登记逐家生成']) expect(text).toContain(said)
})
