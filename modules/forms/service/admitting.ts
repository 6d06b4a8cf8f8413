import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { formsErrors as errors, type FormCard, type formsApi } from '../contract.ts'
import * as store from '../store.ts'
import { cardOf, formOf } from './cards.ts'
import { staffOf } from './uploading.ts'

type Input<K extends keyof typeof formsApi> = ParsedInputOf<(typeof formsApi)[K]>

/** 准入 is said of a layout, for everybody below the office that says it: the same form comes to every community. */
async function decide(ctx: Ctx, formId: string, said: { state: 'admitted' | 'declined'; basis: string; reason: string; until: string | null }): Promise<FormCard> {
  const form = await formOf(ctx, formId)
  if (form.signature === '') throw refuse(errors.noHeading)
  const { areaId, areaPath, accountId, name } = staffOf(ctx)
  const sources = [...new Set(form.columns.flatMap((column) => column.source ?? []))]
  await store.decideAdmission(ctx.sql, { id: ctx.newId(), areaId, areaPath, signature: form.signature, formName: form.name, sources, at: ctx.now, by: accountId, byName: name, ...said })
  return cardOf(ctx, formId)
}

export const admitForm = (ctx: Ctx, { formId, basis, reason, until }: Input<'admitForm'>): Promise<FormCard> => decide(ctx, formId, { state: 'admitted', basis, reason, until: until ?? null })
export const declineForm = (ctx: Ctx, { formId, reason }: Input<'declineForm'>): Promise<FormCard> => decide(ctx, formId, { state: 'declined', basis: '', reason, until: null })
export async function withdrawAdmission(ctx: Ctx, { formId }: Input<'withdrawAdmission'>): Promise<FormCard> {
  await store.withdrawAdmission(ctx.sql, staffOf(ctx).areaId, (await formOf(ctx, formId)).signature, ctx.now)
  return cardOf(ctx, formId)
}
