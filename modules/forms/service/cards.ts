import type { Ctx } from '../../../kernel/ctx.ts'
import type { Admission, Filling, FormCard, FormLine } from '../contract.ts'
import { asksForNumbers, duplicateShare } from '../rules.ts'
import * as store from '../store.ts'
import type { FillingRow, FormRow } from '../tables.ts'

export type FullRow = FormRow & { creatorName: string | null }
export const formOf = (ctx: Ctx, formId: string): Promise<FullRow> => store.getForm(ctx.sql, formId, ctx.today, ctx.now)

const NONE: Admission = { state: 'none', reason: null, until: null, officeName: null, decidedAt: null }
const toAdmission = (row: store.AdmissionRow | undefined): Admission => (row ? { state: row.state, reason: row.reason, until: row.until, officeName: row.officeName, decidedAt: row.decidedAt } : NONE)

/** 准入: what the office above has said of this layout, the nearest and still in time. */
export const admissionOf = async (ctx: Ctx, { areaPath, signature }: Pick<FormRow, 'areaPath' | 'signature'>): Promise<Admission> =>
  toAdmission((await store.admissionsFor(ctx.sql, areaPath, ctx.today)).find((one) => one.signature === signature && signature !== ''))

/** Admissions of several forms at once; forms of one office ask once. */
export async function admissionsOf(ctx: Ctx, forms: readonly Pick<FormRow, 'areaPath' | 'signature'>[]): Promise<(form: Pick<FormRow, 'areaPath' | 'signature'>) => Admission> {
  const byPath = new Map<string, store.AdmissionRow[]>()
  for (const path of new Set(forms.map((form) => form.areaPath))) byPath.set(path, await store.admissionsFor(ctx.sql, path, ctx.today))
  return ({ areaPath, signature }) => toAdmission(byPath.get(areaPath)?.find((one) => one.signature === signature && signature !== ''))
}

export const toLine = (row: FormRow, admission: Admission): FormLine => ({
  formId: row.formId, areaId: row.areaId, areaName: row.areaName, kind: row.kind, name: row.name, department: row.department, basis: row.basis, frequency: row.frequency, state: row.state, dueAt: row.dueAt,
  filled: row.filledAt === null ? null : { at: row.filledAt, by: row.filledBy }, admission,
})

export const toFilling = ({ fillingId, onDay, at, actorName, lines, cells, filled, open, clear, filename, kept, undone }: FillingRow): Filling => ({ fillingId, onDay, at, actorName, lines, cells, filled, open, clear, filename, kept, undone })

const FILLINGS_SHOWN = 60

export async function cardOf(ctx: Ctx, formId: string): Promise<FormCard> {
  const row = await formOf(ctx, formId)
  const admissions = await store.admissionsFor(ctx.sql, row.areaPath, ctx.today)
  const others = admissions.filter((one) => one.state === 'admitted' && one.signature !== row.signature).map((one) => ({ name: one.formName, sources: one.sources }))
  return {
    ...toLine(row, toAdmission(admissions.find((one) => one.signature === row.signature && row.signature !== ''))), filename: row.filename, format: row.format, askedAt: row.askedAt, fileRemovedAt: row.fileRemovedAt, dueOn: row.dueOn, dueWeekday: row.dueWeekday, dueDate: row.dueDate, dueTime: row.dueTime,
    stopReason: row.stopReason, head: row.headFrom === null || row.headTo === null ? null : { from: row.headFrom, to: row.headTo }, columns: row.columns, who: row.who, picks: row.picks,
    asksForNumbers: asksForNumbers(row.kind, row.columns), fillings: (await store.fillingsOf(ctx.sql, formId, FILLINGS_SHOWN)).map(toFilling), duplicates: duplicateShare(row.columns, others), creatorName: row.creatorName,
  }
}
