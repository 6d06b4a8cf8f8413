import { scopeOf, type Ctx, type Scope } from '../../../kernel/ctx.ts'
import { addDays, dayOf, instantAt } from '../../../kernel/dates.ts'
import { areaById } from '../../territory/service.ts'
import type { Disinfection, PointLine, TerminalLine } from '../contract.ts'
import { owedByNow, standingOf } from '../rules.ts'
import type { Now } from '../store.ts'
import type { DisinfectionRow, PointRow, TerminalRow } from '../tables.ts'

export const actorOf = (ctx: Ctx): { by: string | null; name: string | null } => (ctx.actor.kind === 'staff' ? { by: ctx.actor.accountId, name: ctx.actor.name } : { by: null, name: null })
export const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
export const nowOf = (ctx: Ctx): Now => ({ today: instantAt(ctx.today, '00:00'), owed: owedByNow(ctx.now) })
/** From midnight to midnight, today where nothing is said. */
export const spanOf = (ctx: Ctx, { from = ctx.today, to = ctx.today }: { from?: string | undefined; to?: string | undefined }) => ({ from: instantAt(from, '00:00'), to: instantAt(addDays(to, 1), '00:00') })

export const toLine = (ctx: Ctx, { areaPath: _p, ...row }: PointRow): PointLine => ({ ...row, ...standingOf(row, ctx.now) })
/** What a venue wrote on its own card is taken back there. */
export const toRecord = (ctx: Ctx, { areaPath: _p, receivedAt, accountId: _a, ...row }: DisinfectionRow): Disinfection => ({ ...row, mayUndo: row.undoneAt === null && row.method !== null && dayOf(receivedAt) === ctx.today })
export const toTerminal = (ctx: Ctx, { areaPath: _p, ...row }: TerminalRow): TerminalLine => ({ ...row, late: row.state === 'asked' && row.dueAt <= ctx.now })
