import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { createFiles } from '../../server/files.ts'
import { readXml } from '../documents/rules.ts'
import { headingBook, headingKey, headingsKey } from './rules.ts'
import { eachElement } from './rules/elements.ts'
import { openSheet, readHead, recogniseFile, wholeSheet, type SheetRow } from './service.ts'

const files = createFiles(mkdtempSync(join(tmpdir(), 'wangge-sheets-')), Buffer.alloc(32, 7))
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const workbook = (rows: string, parts: Record<string, string> = {}): Uint8Array => zipSync(Object.fromEntries(Object.entries({
  'xl/workbook.xml': '<workbook><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet(rows), ...parts,
}).map(([name, text]) => [name, strToU8(text)])))
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`

async function stored(bytes: Uint8Array | string) {
  const body = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  const upload = { fileId: uuidv7(), filename: 'a', contentType: '', bytes: body.length }
  await files.save(upload.fileId, (async function* () { yield body })())
  return upload
}
async function rowsOf(bytes: Uint8Array | string): Promise<SheetRow[]> {
  const file = await recogniseFile(files, await stored(bytes))
  if (typeof file === 'string') throw new Error(file)
  const rows: SheetRow[] = []
  for await (const batch of (await openSheet(files, file)).rows()) rows.push(...batch)
  return rows
}
const book = headingBook({ name: ['姓名'], phone: ['电话'] }, [])
const headOf = async (bytes: Uint8Array | string) => {
  const file = await recogniseFile(files, await stored(bytes))
  return typeof file === 'string' ? file : readHead(files, file, book)
}

/** How much longer eight times as much takes, the best of several tries: eight where the work grows with the size, 64 where it grows with its square. */
function growth(work: (n: number) => unknown, n: number): number {
  const best = (size: number) => Math.min(...Array.from({ length: 7 }, () => {
    const from = performance.now()
    work(size)
    return performance.now() - from
  }))
  best(n)
  return best(8 * n) / best(n)
}

describe('a file made to hold the house up costs as much as it is long', () => {
  test.each<[string, (n: number) => unknown, number]>([
    ['brackets that do not close, in a heading', (n) => headingKey('('.repeat(n)), 2000],
    ['bars in the headings of a form', (n) => headingsKey([...Array.from({ length: n }, () => '|'), '姓名']), 500],
    ['tags that do not end', (n) => eachElement('<t '.repeat(n), 't', () => {}), 4000],
    ['elements that do not end', (n) => eachElement('<rPh>'.repeat(n), 'rPh', () => {}), 4000],
    ['tags of a template that do not end', (n) => readXml('<a '.repeat(n)), 2000],
    ['comments of a template that do not end', (n) => readXml('<!--'.repeat(n)), 2000],
    ['a tag of a template that is one long word', (n) => readXml(`<a ${'b'.repeat(n)}>`), 2000],
  ])('%s', (_name, work, n) => expect(growth(work, n)).toBeLessThan(30))

  test('the list of its sheets is small, whatever it unpacks to', async () => {
    const padded = workbook('', { 'xl/workbook.xml': `<workbook>${' '.repeat(2 * 1024 ** 2)}</workbook>` })
    expect(padded.length).toBeLessThan(10_000)
    await expect(rowsOf(padded)).rejects.toThrow()
  })
  test('a row that does not end is given up after a megabyte', async () => {
    const read: number[] = []
    const file = await recogniseFile(files, await stored(workbook(`<row r="1"><c><v>${'1'.repeat(40 * 1024 ** 2)}`)))
    if (typeof file === 'string') throw new Error(file)
    const opened = await openSheet(files, file)
    await expect((async () => { for await (const batch of opened.rows()) read.push(batch.length) })()).rejects.toThrow('does not end')
    expect(opened.progress()).toBeLessThan(0.1)
    await expect(rowsOf(`姓名,电话\r\n"${'李'.repeat(3 * 1024 ** 2)}`)).rejects.toThrow()
  })
})

describe('a thousand bytes never become a thousand million cells', () => {
  const wide = workbook(Array.from({ length: 8000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"/></row>`).join(''))
  test('empty cells far to the right are no cells', async () => {
    expect((await rowsOf(wide)).every((row) => row.cells.length === 0)).toBe(true)
    expect(await headOf(wide)).toBe('empty')
  })
  test('what stands beyond the last column that is read is said at the head of the file', async () => {
    expect(await headOf(workbook(`<row r="1">${text('A1', '姓名')}${text('B1', '电话')}${text('XFD1', '备注')}</row>`))).toBe('tooWide')
    expect(await headOf(`姓名,电话${','.repeat(600)}备注\r\n李桂兰,1\r\n`)).toBe('tooWide')
    expect(await headOf(`姓名,电话${','.repeat(600)}\r\n李桂兰,1\r\n`)).toMatchObject({ headerRow: 1 })
  })
  test('of a small file no more is read than may be brought, and that it is too long is said', async () => {
    const many = (n: number) => `姓名,电话\r\n${'李桂兰,1\r\n'.repeat(n)}`
    expect(await wholeSheet({ upload: await stored(many(10)), files }, 10)).toHaveLength(11)
    expect(await wholeSheet({ upload: await stored(many(10_000)), files }, 10)).toBe('tooLong')
    const oneText = { 'xl/sharedStrings.xml': `<sst><si><t>${'李'.repeat(32_000)}</t></si></sst>` }
    expect(await wholeSheet({ upload: await stored(workbook(`<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`.repeat(5), oneText)), files }, 200)).toBe('tooLong')
  })
})

test('a cell as long as it can be, a number that is no letter and a row without a number cost their neighbours nothing', async () => {
  const rows = await rowsOf(workbook(`<row r="1">${text('A1', '李'.repeat(40_000))}</row><row r="x">${text('B', '&#x110000;韦&lt;')}</row><row r="9"><c r="C9"><v>7</v></c></row><rowBreaks/>`))
  expect(rows.map(({ rowNo, cells }) => [rowNo, cells.map((cell) => cell.slice(0, 4)), cells.join('').length])).toEqual([[1, ['李李李李'], 32_767], [2, ['', '\ufffd韦<'], 3], [9, ['', '', '7'], 1]])
})
test('a workbook written with prefixes, phonetic guides and shared texts reads as it shows', async () => {
  expect(await rowsOf(workbook('<x:row r="2"><x:c r="B2" t="s"><x:v>1</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row>', {
    'xl/sharedStrings.xml': '<x:sst><x:si/><x:si><x:r><x:t>李</x:t></x:r><x:rPh sb="0"><x:t>り</x:t></x:rPh><x:r><x:t xml:space="preserve"> 桂</x:t></x:r></x:si></x:sst>',
  }))).toEqual([{ rowNo: 2, cells: ['', '李 桂', '是'] }])
})
