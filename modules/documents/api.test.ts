import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { Zip } from 'easy-template-x'
import { unzipSync, zipSync } from 'fflate'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { quarantineApi } from '../quarantine/contract.ts'
import { codeOf, reportOneDeclared } from '../../testing/examples/documents.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, Caller, clock, testApp, type Community } from '../../testing/world.ts'
import { documentsApi as api, templateKinds, type Paper } from './contract.ts'
import { readXml, textOf } from './rules.ts'

beforeAll(() => testApp())
afterEach(() => clock.set('2020-02-26T14:00:00+08:00'))

const order = { orderNo: '指挥部令第9号', reason: '另有安排' }
const textOfPaper = (paper: Paper): string => paper.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b] : b.rows.flatMap((row) => row.cells.flatMap((c) => c.blocks)))).map((b) => b.runs.map((r) => r.text).join('')).join('\n')
const xmlOf = async (bytes: Buffer): Promise<string> => (await (await Zip.load(bytes)).getFile('word/document.xml')?.getContentText()) ?? ''
const textOfDocx = async (bytes: Buffer): Promise<string> => textOf(readXml(await xmlOf(bytes)))

async function aDesk() {
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker'), officer: await c.as('subdistrictOfficer') }
}
const managed = (c: Community, caller: Caller) => somebodyManaged({ c, caller })
const template = (kind: (typeof templateKinds)[number]) => readFileSync(`modules/documents/templates/${kind}.${kind.endsWith('Ledger') ? 'xlsx' : 'docx'}`)

/** A shipped template with something in its text changed. */
async function changed(kind: 'startNotice' | 'healthSheet', change: (xml: string) => string): Promise<Buffer> {
  const zip = await Zip.load(template(kind))
  zip.setFile('word/document.xml', change((await zip.getFile('word/document.xml')?.getContentText()) ?? ''))
  return zip.export(Buffer)
}

describe('notices', () => {
  test('numbers run through the year of an office without a gap, and printing again keeps them', async () => {
    const { c, worker } = await aDesk()
    const [a, b, d] = [await managed(c, worker), await managed(c, worker), await managed(c, worker)]
    expect(await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [a.episodeId] })).toMatchObject({ issued: 1, fresh: 1 })
    const again = await worker.call(api.issueDocuments, { kind: 'startNotice', all: 'startsToday' })
    expect(again).toMatchObject({ issued: 3, fresh: 2, refused: [] })
    const { items } = await worker.call(api.listNotices, {})
    expect(items.map((n) => n.number).sort()).toEqual([1, 2, 3].map((n) => `${c.community.name}疫防告〔2020〕${n}号`))
    expect(items.find((n) => n.episodeId === a.episodeId)).toMatchObject({ made: 2, valid: true })
    expect([b, d].every(({ episodeId }) => items.some((n) => n.episodeId === episodeId))).toBe(true)
    expect((await worker.call(api.documentsDue, {})).counts).toMatchObject({ startsWithout: 0, startsToday: 3 })
  })

  test('two colleagues issuing at the same time neither skip a number nor give one twice', async () => {
    const { c, worker } = await aDesk()
    const people = [await managed(c, worker), await managed(c, worker), await managed(c, worker), await managed(c, worker)]
    const colleague = await c.as('communityWorker')
    await Promise.all([worker, colleague, worker, colleague].map((who, i) => who.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [people[i]?.episodeId ?? '', people[0]?.episodeId ?? ''] })))
    const { items } = await worker.call(api.listNotices, {})
    expect(items.map((n) => Number(/〕(\d+)号/.exec(n.number)?.[1])).sort()).toEqual([1, 2, 3, 4])
  })

  test('a notice says who, why, from when to when, whom to call, by which law; numbers of people are masked', async () => {
    const { c, worker } = await aDesk()
    const { episodeId } = await managed(c, worker)
    const { batchId } = await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })
    const batch = await worker.call(api.getBatch, { batchId })
    const text = textOfPaper(batch.documents[0]?.paper ?? { landscape: false, blocks: [] })
    expect(text).toContain('居家隔离告知书')
    expect(text).toContain(`${c.community.name}疫防告〔2020〕1号`)
    expect(text).toContain('自2020年2月26日起,至2020年3月11日24时止,共14天(2020年2月26日到达,次日算第1天)')
    expect(text).toContain('《中华人民共和国传染病防治法》(2013年修正)')
    expect(text).not.toMatch(/\{|\}/)
    const file = await worker.download(api.downloadBatch, { batchId })
    expect(file.filename).toMatch(/^隔离\(监测\)告知书-.+-2020年2月26日\.docx$/)
    const xml = await xmlOf(file.bytes)
    expect(textOf(readXml(xml))).toContain('自2020年2月26日起')
    expect(xml).not.toMatch(/99900\d{13}/)
    expect((await Zip.load(file.bytes)).listFiles().filter((name) => /check1\.png$/.test(name))).toHaveLength(1)
  })

  test('a release is announced only once it has happened, and names the notice of start', async () => {
    const { c, worker, officer } = await aDesk()
    const { episodeId } = await managed(c, worker)
    await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })
    expect(await worker.call(api.issueDocuments, { kind: 'releaseNotice', episodeIds: [episodeId] })).toMatchObject({ issued: 0, refused: [{ reason: 'notReleased' }] })
    await officer.call(quarantineApi.releaseEarly, { episodeId, ...order })
    const { batchId } = await worker.call(api.issueDocuments, { kind: 'releaseNotice', all: 'releasesWithout' })
    const text = await textOfDocx((await worker.download(api.downloadBatch, { batchId })).bytes)
    expect(text).toContain(`${c.community.name}疫防解〔2020〕1号`)
    expect(text).toContain(`告知书编号:${c.community.name}疫防告〔2020〕1号`)
    expect(text).toContain('按指挥部令第9号提前解除')
  })

  test('whoever scans the code learns number, kind, office, day and whether it is valid, and nothing else', async () => {
    const { c, worker } = await aDesk()
    const code = await codeOf({ c, caller: worker })
    const seen = await new Caller().call(api.verifyNotice, { code })
    expect(seen).toEqual({ number: `${c.community.name}疫防告〔2020〕1号`, kind: 'startNotice', officeName: c.community.name, issuedOn: '2020-02-26', validTo: null, valid: true })
    expect(await new Caller().refused(api.verifyNotice, { code: 'guessedguessedguessed1' })).toMatchObject({ status: 404 })
    const [notice] = (await worker.call(api.listNotices, {})).items
    await worker.call(api.withdrawNotice, { noticeId: notice?.noticeId ?? '', reason: '地址写错' })
    expect(await new Caller().call(api.verifyNotice, { code })).toMatchObject({ valid: false })
    expect(await worker.refused(api.withdrawNotice, { noticeId: notice?.noticeId ?? '', reason: '再作废' })).toMatchObject({ code: 'documents.withdrawn' })
    await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [notice?.episodeId ?? ''] })
    expect((await worker.call(api.listNotices, {})).items.map((n) => n.number)).toContain(`${c.community.name}疫防告〔2020〕2号`)
  })

  test('the notice of a release that was undone is no longer valid, whoever holds the paper', async () => {
    const { c, worker, officer } = await aDesk()
    const { episodeId } = await managed(c, worker)
    await officer.call(quarantineApi.releaseEarly, { episodeId, ...order })
    await worker.call(api.issueDocuments, { kind: 'releaseNotice', episodeIds: [episodeId] })
    await officer.call(quarantineApi.undoRelease, { episodeId })
    expect((await worker.call(api.listNotices, { kind: 'releaseNotice' })).items[0]).toMatchObject({ valid: false, withdrawnAt: null })
  })

  test('or each stands in a file of its own, named by place in the pile and name, with its own number and code', async () => {
    const { c, worker } = await aDesk()
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await managed(c, worker)).episodeId)
    const { batchId } = await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: ids })
    const file = await worker.download(api.downloadEach, { batchId })
    expect(file.filename).toMatch(/-3人-2020年2月26日\.zip$/)
    const zip = await Zip.load(file.bytes)
    const names = zip.listFiles().sort()
    expect(names).toHaveLength(3)
    const { documents } = await worker.call(api.getBatch, { batchId })
    for (const [i, name] of names.entries()) {
      expect(name).toBe(`${i + 1}-${documents[i]?.name}-隔离(监测)告知书.docx`)
      const docx = (await zip.getFile(name)?.getContentBinary(Buffer)) ?? Buffer.alloc(0)
      const text = await textOfDocx(docx)
      expect(text).toContain(`疫防告〔2020〕${i + 1}号`)
      expect((await Zip.load(docx)).listFiles().filter((path) => /check\d+\.png$/.test(path))).toHaveLength(1)
    }
  })

  test('hundreds stand in one file, each in a section of its own that counts its own pages', async () => {
    const { c, worker } = await aDesk()
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await managed(c, worker)).episodeId)
    const { batchId } = await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: ids })
    const { bytes } = await worker.download(api.downloadBatch, { batchId })
    const xml = await xmlOf(bytes)
    expect(xml.match(/<w:sectPr/g)).toHaveLength(5)
    expect(xml.match(/w:start="1"/g)).toHaveLength(5)
    const pictures = [...xml.matchAll(/r:embed="(check\d+)"/g)].map((m) => m[1])
    expect(new Set(pictures).size).toBe(5)
    for (let n = 1; n <= 5; n++) expect(textOf(readXml(xml))).toContain(`疫防告〔2020〕${n}号`)
    const second = await worker.call(api.getBatch, { batchId, from: 3, limit: 50 })
    expect(second.documents.map((d) => d.position)).toEqual([3, 4])
  })

  test('nobody sees or issues for people of another community', async () => {
    const { c, worker } = await aDesk()
    const { episodeId } = await managed(c, worker)
    const { batchId } = await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })
    const stranger = await c.stranger('communityWorker')
    expect(await stranger.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })).toMatchObject({ issued: 0, refused: [{ reason: 'notFound', name: null }] })
    expect(await stranger.refused(api.downloadBatch, { batchId })).toMatchObject({ status: 404 })
  })
})

test('the health sheet has a row for every day, readings in their windows, gaps explained, the rest empty', async () => {
  const { c, worker } = await aDesk()
  const { episodeId } = await managed(c, worker)
  clock.set('2020-02-27T08:10:00+08:00')
  await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 36.4, symptoms: [] })
  clock.set('2020-02-27T14:30:00+08:00')
  await worker.call(quarantineApi.recordCheck, { episodeId, temperature: 37.6, symptoms: ['cough'] })
  const { batchId } = await worker.call(api.issueDocuments, { kind: 'healthSheet', all: 'managed' })
  const [sheet] = (await worker.call(api.getBatch, { batchId })).documents
  const rows = sheet?.paper.blocks.flatMap((b) => (b.kind === 'table' && b.headRows === 1 ? b.rows.map((row) => row.cells.map((cell) => cell.blocks.map((p) => p.runs.map((r) => r.text).join('')).join(''))) : [])) ?? []
  expect(rows).toHaveLength(15)
  expect(rows[1]?.slice(0, 7)).toEqual(['D1', '2月27日', '36.4', '8:10', '37.6', '14:30', '咳嗽'])
  expect(rows[14]?.slice(0, 4)).toEqual(['D14', '3月11日', '', ''])
})

describe('ledgers', () => {
  test('form 3 reads back with heads, people and signatures; what looks like a formula is plain text', async () => {
    const { c, worker } = await aDesk()
    const { episodeId, personId } = await managed(c, worker)
    await c.tx('communityWorker', async (ctx) => { await ctx.sql.run({ text: 'update person set name = $1 where id = $2', values: ['=HYPERLINK("x")', personId] }) })
    await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })
    const file = await worker.download(api.downloadLedger, { kind: 'managedLedger', from: '2020-02-26', to: '2020-02-26', reason: '报送街道' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.bytes as unknown as ExcelJS.Buffer)
    const sheet = book.worksheets[0]
    expect(sheet?.headerFooter.oddHeader).toContain('内部资料 严禁外传')
    expect(sheet?.getCell('A1').text).toBe('居家隔离(观察)人员登记台账')
    expect(sheet?.pageSetup.printTitlesRow).toBe('1:3')
    expect(sheet?.getCell('B4').value).toBe('\'=HYPERLINK("x")')
    expect(sheet?.getRow(4).values).toContain(`${c.community.name}疫防告〔2020〕1号`)
    expect(sheet?.getCell('A5').text).toMatch(/^填表人:communityWorker/)
    const shown = await worker.call(api.getLedger, { kind: 'managedLedger', from: '2020-02-26', to: '2020-02-26' })
    expect(shown).toMatchObject({ total: 1, shown: 1, paper: { landscape: true } })
    expect(textOfPaper(shown.paper)).toContain('0/14')
  })
  test('form 1 lists nobody as nobody, with its heads', async () => {
    const { worker } = await aDesk()
    const shown = await worker.call(api.getLedger, { kind: 'arrivalLedger', from: '2020-01-01', to: '2020-01-02' })
    expect(shown.total).toBe(0)
    expect(textOfPaper(shown.paper)).toContain('14天接触史')
    expect(textOfPaper(shown.paper)).not.toMatch(/\{/)
  })
})

describe('templates', () => {
  test.for(templateKinds.map((kind) => [kind]))('the one that comes with the program for %s is a template the office could have uploaded', async ([kind]) => {
    const { worker } = await aDesk()
    if (!kind) return
    const filename = `模板.${kind.endsWith('Ledger') ? 'xlsx' : 'docx'}`
    expect(await worker.call(api.uploadTemplate, { kind }, { upload: { filename, bytes: template(kind) } })).toMatchObject({ problems: [] })
    const { sample } = await worker.call(api.getTemplate, { kind })
    expect(textOfPaper(sample.paper)).not.toMatch(/[{}]/)
    expect((await worker.download(api.downloadSample, { kind })).bytes.length).toBeGreaterThan(3000)
  })

  test('a wrong placeholder is named with the right one, and the template in force stays', async () => {
    const { worker } = await aDesk()
    const bytes = await changed('startNotice', (xml) => xml.replace('{住址}', '{住祉}').replace('{期满日期}24', '24'))
    const answer = await worker.call(api.uploadTemplate, { kind: 'startNotice' }, { upload: { filename: '告知书.docx', bytes } })
    expect(answer).toEqual({ templateId: null, problems: [{ id: 'unknownNear', params: { name: '住祉', near: '住址' } }, { id: 'missing', params: { name: '期满日期' } }] })
    expect((await worker.call(api.getTemplate, { kind: 'startNotice' })).inForce).toMatchObject({ origin: 'shipped', versions: 0 })
  })

  test.for([
    ['告知书.docx', Buffer.from('not a zip'), 'notAnOfficeFile'], ['告知书.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'oldFormat'], ['告知书.docx', Buffer.from([0x50, 0x4b, 3, 4, 9, 9]), 'notAnOfficeFile'], ['台账.xlsx', template('managedLedger'), 'wrongFormat'],
  ] as const)('%s that cannot be one is explained', async ([filename, bytes, problem]) => {
    const { worker } = await aDesk()
    expect((await worker.call(api.uploadTemplate, { kind: 'startNotice' }, { upload: { filename, bytes } })).problems.map((p) => p.id)).toEqual([problem])
  })

  test('a file that would unpack to gigabytes, or lies over a million rows, is refused before it is laid out', async () => {
    const { worker } = await aDesk()
    const upload = async (kind: 'managedLedger' | 'startNotice', bytes: Uint8Array) =>
      (await worker.call(api.uploadTemplate, { kind }, { upload: { filename: '模板', bytes: Buffer.from(bytes) } })).problems.map((p) => p.id)
    const parts = unzipSync(template('managedLedger'))
    const sheet = (change: (xml: string) => string) => zipSync({ ...parts, 'xl/worksheets/sheet1.xml': Buffer.from(change(Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString())) })
    expect(await upload('managedLedger', sheet((xml) => xml.replace(/<mergeCell ref="[^"]*"/, '<mergeCell ref="A1:XFD1048576"')))).toEqual(['tooFar'])
    expect(await upload('managedLedger', sheet((xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"/></row></sheetData>')))).toEqual(['tooFar'])
    expect(await upload('managedLedger', sheet((xml) => xml.replace('</mergeCells>', '</mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>')))).toEqual([])
    expect(await upload('startNotice', zipSync({ ...unzipSync(template('startNotice')), 'word/media/a.png': new Uint8Array(40 * 1024 ** 2) }))).toEqual(['tooLarge'])
  })

  test('a repeated part without an end, and a brace without its other, are found', async () => {
    const { worker } = await aDesk()
    const upload = async (change: (xml: string) => string) => (await worker.call(api.uploadTemplate, { kind: 'healthSheet' }, { upload: { filename: 'a.docx', bytes: await changed('healthSheet', change) } })).problems
    expect(await upload((xml) => xml.replace('{/监测}', ''))).toEqual([{ id: 'notClosed', params: { name: '监测' } }])
    expect((await upload((xml) => xml.replace('{姓名}', '{姓名')))[0]?.id).toBe('broken')
  })

  test('one’s own is used once it is put in force, below it too, and the former is one step back', async () => {
    const { c, worker, officer } = await aDesk()
    const { episodeId } = await managed(c, worker)
    const uploaded = await officer.call(api.uploadTemplate, { kind: 'startNotice' }, { upload: { filename: '街道告知书.docx', bytes: await changed('startNotice', (xml) => xml.replace('我们为您做到', '街道为您做到')) } })
    const textNow = async () => {
      const { batchId } = await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })
      return textOfDocx((await worker.download(api.downloadBatch, { batchId })).bytes)
    }
    expect(await textNow()).toContain('我们为您做到')
    await officer.call(api.useTemplate, { kind: 'startNotice', templateId: uploaded.templateId })
    expect(await textNow()).toContain('街道为您做到')
    expect((await worker.call(api.getTemplate, { kind: 'startNotice' })).inForce).toMatchObject({ origin: 'inherited', officeName: c.subdistrict.name, filename: '街道告知书.docx' })
    expect(await worker.refused(api.useTemplate, { kind: 'startNotice', templateId: uploaded.templateId })).toMatchObject({ status: 404 })
    await officer.call(api.useTemplate, { kind: 'startNotice', templateId: null })
    expect(await textNow()).toContain('我们为您做到')
    expect((await officer.call(api.getTemplate, { kind: 'startNotice' })).versions).toMatchObject([{ version: 1, inForce: false }])
  })
})

describe('the work report', () => {
  test('is written from the register and from what was declared; the Word file says each figure and where it comes from', async () => {
    const { c, worker } = await aDesk()
    await managed(c, worker)
    expect(await worker.refused(api.issueWorkReport, {})).toMatchObject({ code: 'documents.notDeclared', params: { n: 5 } })
    await worker.call(api.declareFigures, { source: '社区企业台账', figures: reportOneDeclared })
    const seen = await worker.call(api.getWorkReport, {})
    const text = textOfPaper(seen.paper)
    expect(text).toContain(`关于${c.community.name}疫情防控工作情况的汇报`)
    expect(text).toContain('(截至2020年2月26日14时)')
    expect(text).toContain('社区有2个小区1户1人、1个村居民小组0户0人')
    expect(text).toContain('一是排查其他省份来社区人员,共1户1人,按要求居家隔离14天,医生上门测温。')
    expect(text).toContain('共981人外出务工')
    expect(text).toContain('全社区共有企业46家,个体工商户1092户')
    expect(text).toContain('已复工企业和个体商户1100家。剩余主要是餐饮、足浴、烧烤等,计38户。')
    expect(seen.businessesAddUp).toEqual({ all: 1138, parts: 1138 })
    const keys = seen.paper.blocks.flatMap((b) => (b.kind === 'paragraph' ? b.runs.flatMap((r) => (r.figure ? [r.figure] : [])) : []))
    expect(keys.sort()).toEqual(seen.figures.map((f) => f.key).sort())
    const { reportId } = await worker.call(api.issueWorkReport, {})
    const file = await worker.download(api.downloadWorkReport, { reportId })
    const written = await textOfDocx(file.bytes)
    expect(written).toContain('共981人外出务工')
    expect(written).toMatch(/填报:communityWorker·\d+号社区2月26日,依据:社区企业台账/)
    expect(written).toContain('/reporting?area=')
    expect(written).not.toMatch(/[\uE000-\uE0FF]/)
  })

  test('the next one marks what has changed, and a corrected declaration keeps the former', async () => {
    const { c, worker: own } = await aDesk()
    await managed(c, own)
    await own.call(api.declareFigures, { source: '台账', figures: reportOneDeclared })
    await own.call(api.issueWorkReport, {})
    clock.set('2020-02-27T10:00:00+08:00')
    await own.call(api.declareFigures, { source: '更新后的台账', figures: [{ indicator: 'resumed', value: 1102 }] })
    const next = await own.call(api.getWorkReport, {})
    expect(next.former).toMatchObject({ day: '2020-02-26' })
    expect(next.figures.find((f) => f.key === '已复工数')).toMatchObject({ value: 1102, former: 1100 })
    expect(next.figures.find((f) => f.key === '企业数')).toMatchObject({ value: 46, former: 46 })
    expect((await own.call(api.getWorkReport, { day: '2020-02-26' })).figures.find((f) => f.key === '已复工数')).toMatchObject({ value: 1100 })
    expect((await own.call(api.listDeclaredFigures, { indicator: 'resumed' })).items.map((d) => d.value)).toEqual([1102, 1100])
  })
})
