import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { areaById } from '../../territory/service.ts'
import { reportingErrors, type DailyReport, type reportingApi } from '../contract.ts'
import * as store from '../store.ts'
import { reportOf } from './report.ts'
import { isOwnOffice, mustBeOwnOffice, settingOf } from './setting.ts'

type Input<K extends keyof typeof reportingApi> = ParsedInputOf<(typeof reportingApi)[K]>
const nameOf = (ctx: Ctx) => (ctx.actor.kind === 'staff' ? ctx.actor.name : null)

/** 退回: nothing of the report changes; the office that sent it reads the question in Today. */
export async function returnDailyReport(ctx: Ctx, input: Input<'returnDailyReport'>): Promise<DailyReport> {
  const setting = await settingOf(ctx, input)
  const { area, day, sent } = setting
  if (!sent) throw refuse(reportingErrors.notSent, { day })
  if (ctx.actor.kind !== 'staff' || ctx.actor.areaPath === area.areaPath || (await isOwnOffice(ctx, area))) throw refuse(reportingErrors.notBelow, { name: area.name })
  const { name: officeName } = await areaById(ctx, ctx.actor.areaId)
  await store.insertReturn(ctx.sql, { id: ctx.newId(), reportId: sent.id, areaPath: area.areaPath, question: input.question, at: ctx.now, accountId: ctx.actor.accountId, accountName: ctx.actor.name, officeId: ctx.actor.areaId, officeName })
  return reportOf(ctx, setting)
}

export async function withdrawReturn(ctx: Ctx, { returnId }: Input<'withdrawReturn'>): Promise<Record<string, never>> {
  await store.officeOfReturn(ctx.sql, returnId)
  if (ctx.actor.kind !== 'staff' || !(await store.withdrawReturn(ctx.sql, returnId, ctx.actor.areaId, ctx.now))) throw refuse(reportingErrors.returnSettled)
  return {}
}

export async function answerReturn(ctx: Ctx, { returnId, answer }: Input<'answerReturn'>): Promise<Record<string, never>> {
  await mustBeOwnOffice(ctx, await store.officeOfReturn(ctx.sql, returnId))
  if (!(await store.answerReturn(ctx.sql, returnId, answer, ctx.now, nameOf(ctx)))) throw refuse(reportingErrors.returnSettled)
  return {}
}
