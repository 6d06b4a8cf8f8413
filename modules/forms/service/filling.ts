import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply, OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { codeOf, watermarkedName, watermarkLine } from '../../exports/rules.ts'
import { exportAllowed } from '../../exports/service.ts'
import { settingOf } from '../../settings/service.ts'
import { csvLine, hideNumbers, neutralise } from '../../sheets/rules.ts'
import { filled, markedParts, openBook, xlsxType, zipped } from '../../sheets/service.ts'
import { formsErrors as errors, type Filling, type formsApi, type Preview, type Unmatched } from '../contract.ts'
import { asksForNumbers, seenAt, type FilledLine } from '../rules.ts'
import * as store from '../store.ts'
import type { FormRow } from '../tables.ts'
import { admissionOf, formOf, toFilling } from './cards.ts'
import { bytesOf } from './grid.ts'
import { planOf, type Plan } from './planning.ts'
import { staffOf } from './uploading.ts'

type Input<K extends keyof typeof formsApi> = ParsedInputOf<(typeof formsApi)[K]>
type Output<K extends keyof typeof formsApi> = OutputOf<(typeof formsApi)[K]>

const SHOWN = 40
const GAPS_SHOWN = 100
const UNMATCHED_SHOWN = 100

export async function previewForm(ctx: Ctx, { formId }: Input<'previewForm'>): Promise<Preview> {
  const form = await formOf(ctx, formId)
  const plan = await planOf(ctx, form, { clear: false, filledBy: staffOf(ctx).name })
  const { result, unmatched, skipped, standing } = plan
  const gaps = result.lines.filter((line) => line.missing.length > 0 && line.subject !== null)
  const headings = new Map(form.columns.map((column) => [column.index, column.heading]))
  return {
    asOf: ctx.now, lines: result.subjects, standing, added: result.lines.filter((line) => line.added).length, cells: result.cells, filled: result.filled, open: result.open,
    columns: form.columns.map(({ index }) => ({ index, filled: result.lines.filter((line) => line.cells.has(index)).length, open: result.lines.filter((line) => line.missing.includes(index)).length })),
    shown: result.lines.slice(0, SHOWN).map((line) => shownLine(plan, form, line)),
    gaps: form.kind === 'areas' ? [] : gaps.slice(0, GAPS_SHOWN).flatMap(({ rowNo, subject, missing }) => {
      const one = plan.subjects.get(subject ?? '')
      return one ? [{ personId: one.id, rowNo, name: one.name, address: one.address, missing: missing.map((index) => headings.get(index) ?? '') }] : []
    }),
    gapsInAll: form.kind === 'areas' ? 0 : gaps.length,
    unmatched: unmatched.slice(0, UNMATCHED_SHOWN).map(({ asked, match }) => ({ rowNo: asked.rowNo, name: asked.name, reason: match.reason as Unmatched['reason'], candidates: candidatesOf(plan, 'candidates' in match ? match.candidates : []) })),
    unmatchedInAll: unmatched.length, skipped,
  }
}

const candidatesOf = ({ known }: Plan, ids: readonly string[]): Unmatched['candidates'] => ids.flatMap((id) => {
  const one = known.get(id)
  return one ? [{ personId: id, name: one.name, sex: one.sex, birthOn: one.birthOn, documentMasked: one.documentMasked, address: one.address }] : []
})

/** What stands in the sheet may be a whole number; the page shows no more of it than of any other list. */
function shownLine({ grid }: Plan, form: FormRow, { rowNo, subject, added, cells, missing }: FilledLine): Preview['shown'][number] {
  return {
    rowNo, added, subjectId: subject,
    cells: form.columns.map(({ index }) => {
      const written = cells.get(index)
      const kept = added ? '' : hideNumbers(seenAt(grid, rowNo, index))
      return written !== undefined ? { text: String(written), state: 'filled' as const } : kept !== '' ? { text: kept, state: 'kept' as const } : { text: '', state: missing.includes(index) ? ('missing' as const) : ('open' as const) }
    }),
  }
}

/** 填好: made and kept with what it came to; the register is read once more, so that the file is as of now. */
export async function fillForm(ctx: Ctx, { formId, clear }: Input<'fillForm'>): Promise<Filling> {
  await store.lockForm(ctx.sql, formId)
  const form = await formOf(ctx, formId)
  const staff = staffOf(ctx)
  if (form.state === 'stopped') throw refuse(errors.stopped, { name: form.name })
  const inClear = clear && asksForNumbers(form.kind, form.columns)
  if (inClear && !may(staff.role, 'people.reveal')) throw refuse(errors.clearNotAllowed)
  const plan = await planOf(ctx, form, { clear: inClear, filledBy: staff.name })
  const { result } = plan
  if (result.subjects === 0) throw refuse(errors.nobody)
  const [id, fileId] = [ctx.newId(), ctx.newId()]
  const bytes = fileOf(plan)
  await ctx.files.save(fileId, (async function* () { yield bytes })())
  await store.insertFilling(ctx.sql, {
    id, formId, areaPath: form.areaPath, onDay: ctx.today, at: ctx.now, by: staff.accountId, byName: staff.name, lines: result.subjects, cells: result.cells, filled: result.filled, open: result.open, clear: inClear, fileId, filename: form.filename,
    about: form.kind === 'areas' ? [] : result.lines.flatMap((line) => line.subject ?? []), admitted: (await admissionOf(ctx, form)).state === 'admitted',
  })
  return toFilling(await store.getFilling(ctx.sql, id))
}

function fileOf({ grid, book, result, last, like }: Plan): Uint8Array {
  const cells = new Map(result.lines.map((line) => [line.rowNo, line.cells]))
  const by = result.lines.filter((line) => line.added).length
  if (book) return zipped(filled(book, { cells, ...(by > 0 ? { add: { after: last, by, like } } : {}) }))
  const rows = new Map(grid.rows.map((row) => [row.rowNo > last ? row.rowNo + by : row.rowNo, [...row.cells]]))
  for (const [rowNo, written] of cells) {
    const row = rows.get(rowNo) ?? []
    for (const [index, value] of written) { while (row.length < index) row.push(''); row[index] = String(value) }
    rows.set(rowNo, row)
  }
  const text = [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => csvLine(Array.from(row, (cell) => neutralise(cell ?? '')))).join('')
  return Buffer.from(`\ufeff${text}`)
}

/** The file as it was made, with whose copy it is; a large one, or one with clear numbers, once somebody else has agreed. */
export async function downloadFilling(ctx: Ctx, input: Input<'downloadFilling'>): Promise<FileReply> {
  const row = await store.getFilling(ctx.sql, input.fillingId)
  const form = await formOf(ctx, row.formId)
  if (row.fileId === null) throw refuse(errors.fileGone, { days: await settingOf(ctx, 'forms.fileDays') })
  const { format } = form
  const mark = await exportAllowed(ctx, { endpoint: 'forms.downloadFilling', input: { ...input }, title: `${form.name} · ${form.areaName}`, area: { id: form.areaId, areaPath: form.areaPath }, rows: row.lines, clear: row.clear, format, reason: input.reason })
  const bytes = await bytesOf(ctx, row.fileId)
  const reply = { filename: watermarkedName(form.name, mark, format), about: row.about }
  const line = watermarkLine(mark)
  if (format === 'csv') return { ...reply, contentType: 'text/csv; charset=utf-8', body: Buffer.concat([bytes, Buffer.from(csvLine([line]))]) }
  const book = await openBook(bytes)
  if (typeof book === 'string') throw refuse(errors.fileUnreadable, { filename: row.filename })
  return { ...reply, contentType: xlsxType, body: markedParts(book.parts, book.part, { line, properties: { 导出编号: codeOf(mark.exportId), 导出人: mark.name, 导出账号: mark.login, 导出时间: mark.at } }) }
}

export async function undoFilling(ctx: Ctx, { fillingId }: Input<'undoFilling'>): Promise<Output<'undoFilling'>> {
  await store.setUndone(ctx.sql, (await store.getFilling(ctx.sql, fillingId)).fillingId, ctx.now)
  return toFilling(await store.getFilling(ctx.sql, fillingId))
}
export async function redoFilling(ctx: Ctx, { fillingId }: Input<'redoFilling'>): Promise<Output<'redoFilling'>> {
  await store.setUndone(ctx.sql, (await store.getFilling(ctx.sql, fillingId)).fillingId, null)
  return toFilling(await store.getFilling(ctx.sql, fillingId))
}
