import { scopeOf, type Ctx, type Scope } from '../../../kernel/ctx.ts'
import { addDays, dayOf, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { areaById } from '../../territory/service.ts'
import { suppliesErrors as errors, type Movement, type suppliesApi, type SupplyLine, type SupplyRequest } from '../contract.ts'
import { USE_DAYS } from '../data.ts'
import { daysLeft, lastOfExpiring } from '../rules.ts'
import type { Now } from '../store.ts'
import type { ItemRow, MovementRow, RequestRow } from '../tables.ts'

export type Input<K extends keyof typeof suppliesApi> = ParsedInputOf<(typeof suppliesApi)[K]>

export const actorOf = (ctx: Ctx): { accountId: string | null; name: string | null; areaId: string; areaPath: string } =>
  (ctx.actor.kind === 'staff' ? { accountId: ctx.actor.accountId, name: ctx.actor.name, areaId: ctx.actor.areaId, areaPath: ctx.actor.areaPath } : { accountId: null, name: null, areaId: '', areaPath: '' })
export const sinceOf = (ctx: Ctx): string => instantAt(addDays(ctx.today, 1 - USE_DAYS), '00:00')
export const nowOf = (ctx: Ctx): Now => ({ today: ctx.today, soon: lastOfExpiring(ctx.today), since: sinceOf(ctx) })
export const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
/** The cupboard that is meant: one’s own where no area is named. */
export const officeOf = async (ctx: Ctx, areaId: string | undefined): Promise<string> => (areaId === undefined ? actorOf(ctx).areaId : (await areaById(ctx, areaId)).id)
export const spanOf = ({ from, to }: { from: string; to: string }) => ({ from: instantAt(from, '00:00'), to: instantAt(addDays(to, 1), '00:00') })
const isOwn = (ctx: Ctx, areaId: string): boolean => areaId === actorOf(ctx).areaId
/** Every office keeps its own books. */
export function mustBeOwn(ctx: Ctx, { areaId, areaName }: { areaId: string; areaName: string }): void {
  if (!isOwn(ctx, areaId)) throw refuse(errors.notOwn, { area: areaName })
}

export const toLine = ({ areaPath: _p, ...row }: ItemRow): SupplyLine => ({ ...row, days: daysLeft(row) })
/** On its day it is taken back, from the next on it is reversed; what a request moved on its day is taken back there. */
export const toMovement = (ctx: Ctx, { areaPath: _p, areaId, receivedAt, accountId: _a, recipientId, recipient, ...row }: MovementRow): Movement => {
  const atDoor = row.recipientKind === 'household'
  const [stands, today] = [isOwn(ctx, areaId) && row.undoneAt === null && !row.reversed, dayOf(receivedAt) === ctx.today]
  return { ...row, recipient: atDoor ? null : recipient, householdId: atDoor ? recipientId : null, door: atDoor ? recipient : null, mayUndo: stands && today && row.requestId === null, mayReverse: stands && !today && row.kind !== 'reversed' }
}
export const toRequest = (ctx: Ctx, { areaPath: _p, sentLots: _l, ...row }: RequestRow): SupplyRequest => ({ ...row, own: isOwn(ctx, row.areaId) })
