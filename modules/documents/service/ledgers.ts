import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt } from '../../../kernel/dates.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { exportAllowed } from '../../exports/service.ts'
import { watermarkedName, watermarkLine, type Watermark } from '../../exports/rules.ts'
import { policyById } from '../../policies/service.ts'
import { areaById, type Area } from '../../territory/service.ts'
import { documentsErrors, type Contents, type documentsApi } from '../contract.ts'
import { kinds } from '../data.ts'
import { arrivalRow, longDay, longTime, managedRow, type ClassName } from '../rules.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { contentTypes, templateFor } from './templates.ts'
import { fillXlsx, paperOfXlsx } from './xlsx.ts'

type Input = ParsedInputOf<typeof documentsApi.getLedger>

/** A ledger of so many is no paper any more; the roster's export takes any number. */
const MOST_ROWS = 5000
/** The screen shows and prints so many; the file has all. */
const SHOWN = 2000

/** Names of the orders' origin classes, each order read once. */
async function classNames(ctx: Ctx, policyIds: readonly (string | null)[]): Promise<ClassName> {
  const names = new Map<string, string>()
  for (const id of new Set(policyIds)) {
    if (id) for (const one of (await policyById(ctx, id)).document.originClasses) names.set(`${id}.${one.id}`, one.name.zh)
  }
  return (policyId, originClass) => (originClass === 'cohabitant' ? '同住人员' : (names.get(`${policyId}.${originClass}`) ?? originClass ?? ''))
}

interface Ledger { contents: Contents; rows: Contents[]; areaPath: string; area: Area }

async function ledgerOf(ctx: Ctx, { kind, areaId, from, to }: Input): Promise<Ledger> {
  const own = ctx.actor.kind === 'staff' ? ctx.actor.areaId : ''
  const area = await areaById(ctx, areaId ?? own)
  const wanted = { scope: scopeOf(area.areaPath), from, to, between: { from: instantAt(from, '00:00'), to: instantAt(addDays(to, 1), '00:00') }, limit: MOST_ROWS }
  const facts = kind === 'arrivalLedger' ? await store.arrivals(ctx.sql, wanted) : await store.managed(ctx.sql, wanted)
  if (facts.length > MOST_ROWS) throw refuse(documentsErrors.tooMany, { n: facts.length, most: MOST_ROWS })
  const className = await classNames(ctx, facts.map((one) => one.policyId))
  const rows = facts.map((one, i) => ('arrivedOn' in one ? arrivalRow(one, i + 1, ctx.today, className) : managedRow(one, i + 1, ctx.today, className)))
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  return {
    rows, area, areaPath: staff?.areaPath ?? area.areaPath,
    contents: {
      填报单位: area.fullName, 截至: longTime(ctx.now), 范围: from === to ? longDay(from) : `${longDay(from)}至${longDay(to)}`, 人数: String(rows.length), 填表人: staff?.name ?? '',
      联系电话单位: area.officePhone ?? (staff ? await store.officePhone(ctx.sql, staff.accountId) : ''),
    },
  }
}

const filled = async (ctx: Ctx, input: Input, ledger: Ledger, rows: Contents[]) => {
  const template = await templateFor(ctx, ledger.areaPath, input.kind)
  return fillXlsx(template, kinds[input.kind].placeholders, { ...ledger.contents, 人员: rows }).catch(() => { throw refuse(documentsErrors.templateUnusable, { kind: zh.kinds[input.kind] }) })
}

export async function getLedger(ctx: Ctx, input: Input) {
  const ledger = await ledgerOf(ctx, input)
  const rows = ledger.rows.slice(0, SHOWN)
  return { total: ledger.rows.length, shown: rows.length, paper: paperOfXlsx(await filled(ctx, input, ledger, rows)) }
}

/** The gate of all exports first (modules/exports); the file carries who took it in the head of every printed page. */
export async function downloadLedger(ctx: Ctx, input: Input & { reason: string }): Promise<FileReply> {
  const ledger = await ledgerOf(ctx, input)
  const title = zh.kinds[input.kind]
  const mark = await exportAllowed(ctx, {
    endpoint: 'documents.downloadLedger', input: { ...input }, title: `${title} · ${ledger.area.name}`, area: ledger.area, rows: ledger.rows.length, clear: false, format: 'xlsx', reason: input.reason,
  })
  const template = await templateFor(ctx, ledger.areaPath, input.kind)
  return { filename: watermarkedName(`${title}-${ledger.area.name}`, mark, 'xlsx'), contentType: contentTypes.xlsx, body: workbook(template, input.kind, { ...ledger.contents, 人员: ledger.rows }, mark) }
}

async function* workbook(template: Buffer, kind: Input['kind'], contents: Contents, mark: Watermark): AsyncIterable<Uint8Array> {
  const { book } = await fillXlsx(template, kinds[kind].placeholders, contents)
  const line = watermarkLine(mark)
  for (const sheet of book.worksheets) sheet.headerFooter.oddHeader = `&R&8${line}`
  book.description = line
  yield new Uint8Array(await book.xlsx.writeBuffer())
}
