import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { addDays, clockOf } from '../../../kernel/dates.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { hideNumbers } from '../../sheets/rules.ts'
import { formsErrors as errors, type FormCard, type formsApi } from '../contract.ts'
import { conditionsIn, findLayout, HEAD_ROWS, linesOf, signatureOf, withRemembered, type Layout } from '../rules.ts'
import * as store from '../store.ts'
import { cardOf, formOf } from './cards.ts'
import { openForm, received } from './grid.ts'
import { mainColumn } from './planning.ts'

type Input<K extends keyof typeof formsApi> = ParsedInputOf<(typeof formsApi)[K]>
type Output<K extends keyof typeof formsApi> = OutputOf<(typeof formsApi)[K]>

export const staffOf = (ctx: Ctx): StaffActor => { if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn); return ctx.actor }

const NO_LAYOUT = { kind: 'people', headFrom: null, headTo: null, signature: '', columns: [] } as const satisfies store.Read
const readOf = (layout: Layout | undefined, columns = layout?.columns ?? []): store.Read =>
  layout ? { kind: layout.kind, headFrom: layout.head.from, headTo: layout.head.to, signature: signatureOf(layout.columns), columns } : NO_LAYOUT

/** What is asked for in the afternoon is wanted by five; later, the next day. */
const wantedOn = (ctx: Ctx) => (clockOf(ctx.now) < '17:00' ? ctx.today : addDays(ctx.today, 1))
const nameFrom = (filename: string): string => filename.replace(/\.[A-Za-z]+$/, '').slice(0, 80) || filename

/** 放进一张表: of a layout that was here before it is the next copy, else a new form with what its title tells. */
export async function uploadForm(ctx: Ctx): Promise<Output<'uploadForm'>> {
  const { areaId, areaPath, accountId, name } = staffOf(ctx)
  const file = await received(ctx)
  const { grid } = await openForm(ctx, file)
  if (grid.rows.every((row) => row.cells.every((cell) => cell.trim() === ''))) throw refuse(errors.fileEmpty)
  const layout = findLayout(grid)
  const copy = { ...file, at: ctx.now, dueOn: wantedOn(ctx) }
  const known = layout && (await store.findLayout(ctx.sql, areaId, signatureOf(layout.columns)))
  if (known) {
    await store.replaceCopy(ctx.sql, known.formId, { ...copy, ...readOf({ ...layout, kind: known.kind }, withRemembered(layout.columns, known.columns)) })
    // Whoever stood in the former copy is of no use any more.
    if (known.fileId !== null) await ctx.files.remove(known.fileId)
    return { formId: known.formId, known: true }
  }
  const formId = ctx.newId()
  const standing = layout ? linesOf(grid, layout.head, mainColumn(layout.kind, layout.columns)).lines.some((line) => line.kind === 'taken') : false
  const conditions = conditionsIn(layout?.title || nameFrom(file.filename))
  const who = standing || !layout || (layout.kind === 'people' && Object.keys(conditions).length === 0) ? null : { areaId, conditions: layout.kind === 'people' ? conditions : {}, ...(layout.kind === 'areas' ? { level: 'settlement' as const } : {}) }
  await store.insertForm(ctx.sql, { id: formId, areaId, areaPath, name: layout?.title || nameFrom(file.filename), who, by: accountId, byName: name, ...copy, ...readOf(layout) })
  return { formId, known: false }
}

/** 表样: numbers of residents stand in many sheets; they are of no use for pointing at a heading. */
export async function sampleForm(ctx: Ctx, { formId }: Input<'sampleForm'>): Promise<Output<'sampleForm'>> {
  const { grid } = await openForm(ctx, await formOf(ctx, formId))
  return { rows: grid.rows.filter((row) => row.rowNo <= HEAD_ROWS).map(({ rowNo, cells }) => ({ rowNo, cells: cells.slice(0, 40).map(hideNumbers) })) }
}

export async function setFormHeading(ctx: Ctx, { formId, rowNo, rows, kind }: Input<'setFormHeading'>): Promise<FormCard> {
  await store.lockForm(ctx.sql, formId)
  const { grid } = await openForm(ctx, await formOf(ctx, formId))
  const layout = findLayout(grid, { head: { from: rowNo, to: rowNo + rows - 1 }, ...(kind ? { kind } : {}) })
  if (!layout || layout.columns.length === 0) throw refuse(errors.wrongHeading)
  await store.setRead(ctx.sql, formId, readOf(layout))
  return cardOf(ctx, formId)
}
