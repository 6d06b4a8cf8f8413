import type { Ctx } from '../../../kernel/ctx.ts'
import { inScope, scopeOf } from '../../../kernel/ctx.ts'
import { addDays, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { colleagues } from '../../accounts/service.ts'
import { areasAbove } from '../../territory/service.ts'
import { mattersErrors as errors, type MatterCard, type mattersApi } from '../contract.ts'
import { MOST_DAYS_MORE } from '../data.ts'
import { termOf } from '../rules.ts'
import * as store from '../store.ts'
import { isReachable, rowOf, staffOf } from './reading.ts'
import { rowFor, step } from './stepping.ts'

type Input<K extends keyof typeof mattersApi> = ParsedInputOf<(typeof mattersApi)[K]>

const me = (ctx: Ctx) => { const { accountId: id, name } = staffOf(ctx); return { id, name } }

export const takeMatter = async (ctx: Ctx, { matterId }: Input<'takeMatter'>): Promise<MatterCard> => step(ctx, await rowFor(ctx, matterId, 'take'), { do: 'take', by: me(ctx) })
export const contactMatter = async (ctx: Ctx, { matterId }: Input<'contactMatter'>): Promise<MatterCard> => step(ctx, await rowFor(ctx, matterId, 'contact'), { do: 'contact', by: me(ctx) })

/** To somebody who works in or above its place; where it was told of the community at large and they have one grid of it, it is that grid's from now on. */
export async function assignMatter(ctx: Ctx, { matterId, accountId, note, dueAt: until }: Input<'assignMatter'>): Promise<MatterCard> {
  const row = await rowFor(ctx, matterId, 'assign')
  const one = (await colleagues(ctx, undefined)).find(({ id }) => id === accountId)
  const above = one !== undefined && row.areaPath.startsWith(one.areaPath)
  if (!one || !may(one.role, 'matters.work') || !(above || inScope(scopeOf(row.areaPath), one.areaPath))) throw refuse(errors.cannotHold, { name: one?.name ?? '' })
  const dueAt = until ?? row.dueAt
  if (until !== undefined) deadlineHolds(ctx, until)
  return step(ctx, row, { do: 'assign', to: { id: one.id, name: one.name }, dueAt }, { name: one.name, until: dueAt, note: note || null }, above ? undefined : await placeOf(ctx, one.areaPath))
}

async function placeOf(ctx: Ctx, areaPath: string): Promise<{ areaId: string; areaPath: string } | undefined> {
  const area = (await areasAbove(ctx, areaPath)).at(-1)
  return area && { areaId: area.id, areaPath }
}

function deadlineHolds(ctx: Ctx, dueAt: string, from = ctx.now): void {
  if (dueAt <= from || dueAt > instantAt(addDays(ctx.today, MOST_DAYS_MORE), '24:00')) throw refuse(errors.wrongDeadline, { days: MOST_DAYS_MORE })
}

export const objectMatter = async (ctx: Ctx, { matterId, reason }: Input<'objectMatter'>): Promise<MatterCard> => step(ctx, await rowFor(ctx, matterId, 'object'), { do: 'object' }, { reason })
export const whistleMatter = async (ctx: Ctx, { matterId, reason, kind, departments }: Input<'whistleMatter'>): Promise<MatterCard> =>
  step(ctx, await rowFor(ctx, matterId, 'whistle'), { do: 'whistle', kind, departments }, { reason, whistle: kind, departments: departments.join('、') })
export const reportInMatter = async (ctx: Ctx, { matterId, department, who, lead }: Input<'reportInMatter'>): Promise<MatterCard> =>
  step(ctx, await rowFor(ctx, matterId, 'reportIn'), { do: 'reportIn', name: department, who: who || null, lead }, { department, who: who || null })
export async function rateMatter(ctx: Ctx, { matterId, department, score, word }: Input<'rateMatter'>): Promise<MatterCard> {
  const row = await rowFor(ctx, matterId, 'rate')
  if (!row.departments.some(({ name, reportedAt }) => name === department && reportedAt !== null)) throw refuse(errors.notReportedIn, { name: department })
  const by = may(staffOf(ctx).role, 'matters.approve') ? 'subdistrict' as const : 'community' as const
  return step(ctx, row, { do: 'rate', name: department, by, score, word: word || null }, { department, score, note: word || null })
}
export const handBackMatter = async (ctx: Ctx, { matterId, reason }: Input<'handBackMatter'>): Promise<MatterCard> => step(ctx, await rowFor(ctx, matterId, 'handBack'), { do: 'handBack' }, { reason })
export const withdrawMatter = async (ctx: Ctx, { matterId, reason }: Input<'withdrawMatter'>): Promise<MatterCard> => step(ctx, await rowFor(ctx, matterId, 'withdraw'), { do: 'withdraw' }, { reason })

export async function extendMatter(ctx: Ctx, { matterId, dueAt, reason }: Input<'extendMatter'>): Promise<MatterCard> {
  const row = await rowFor(ctx, matterId, 'extend')
  deadlineHolds(ctx, dueAt, row.dueAt > ctx.now ? row.dueAt : ctx.now)
  return step(ctx, row, { do: 'extend', dueAt }, { until: dueAt, reason })
}

export async function finishMatter(ctx: Ctx, { matterId, outcome }: Input<'finishMatter'>): Promise<MatterCard> {
  const row = await rowFor(ctx, matterId, 'finish')
  return step(ctx, row, { do: 'finish', by: me(ctx), outcome, reachable: isReachable(row) }, { outcome })
}

export async function callBackMatter(ctx: Ctx, { matterId, satisfaction, resolved, note }: Input<'callBackMatter'>): Promise<MatterCard> {
  const row = await rowFor(ctx, matterId, 'callBack')
  if (satisfaction !== 'notReached' && resolved === undefined) throw refuse(errors.sayWhetherResolved)
  const { dueAt } = termOf(row.kind, row.urgent, ctx.now)
  return step(ctx, row, { do: 'callBack', satisfaction, resolved: resolved ?? null, dueAt }, { satisfaction, ...(satisfaction === 'notReached' ? {} : { solved: resolved ? 'yes' : 'no' }), note: note || null })
}

export async function askExclusion(ctx: Ctx, { matterId, ground, reason }: Input<'askExclusion'>): Promise<MatterCard> {
  return step(ctx, await rowFor(ctx, matterId, 'exclude'), { do: 'exclude', by: me(ctx), ground, reason }, { ground, reason })
}
export async function ruleExclusion(ctx: Ctx, { matterId, approve }: Input<'ruleExclusion'>): Promise<MatterCard> {
  return step(ctx, await rowFor(ctx, matterId, 'rule'), { do: 'rule', approve }, { ruling: approve ? 'approved' : 'refused' })
}

/** The number given with the matter, for whoever has to ring; of somebody in the register the card of the person has it. */
export async function callerPhone(ctx: Ctx, { matterId }: Input<'callerPhone'>): Promise<{ phone: string | null }> {
  const row = await rowOf(ctx, matterId)
  const { accountId, role } = staffOf(ctx)
  if (row.holderId !== accountId && !may(role, 'matters.assign')) throw refuse(errors.notYours, { name: row.holderName ?? row.ownerName ?? '' })
  const sealed = await store.callerPhoneOf(ctx.sql, matterId)
  return { phone: sealed === null ? null : ctx.vault.open(sealed) }
}
