import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { accountsErrors, type accountsApi, type Leave } from '../contract.ts'
import { isRole, laysOver, standInLacks } from '../rules.ts'
import * as store from '../store.ts'
import type { AccountRow } from '../tables.ts'
import { accountInReach, notPast } from './manage.ts'

const postOf = ({ role, areaPath }: AccountRow) => ({ role: role !== null && isRole(role) ? role : null, areaPath })

/** 请假: only with somebody whose role and area reach over the work; who is away is shown wherever work is assigned. */
export async function setLeave(ctx: Ctx, input: ParsedInputOf<(typeof accountsApi)['setLeave']>): Promise<Leave> {
  const { accountId, fromOn, toOn, standInId, reason } = input
  if (standInId === accountId) throw refuse(accountsErrors.standInSame)
  notPast(ctx, toOn, fromOn)
  const account = await accountInReach(ctx, accountId)
  const standIn = await accountInReach(ctx, standInId)
  const lacks = standInLacks(postOf(account), postOf(standIn))
  if (lacks.area || standIn.state !== 'active') throw refuse(accountsErrors.standInElsewhere, { name: standIn.name })
  if (lacks.permissions.length > 0) throw refuse(accountsErrors.standInNotEnough, { name: standIn.name, permissions: lacks.permissions.join(', ') })
  const other = (await store.listLeaves(ctx.sql, accountId)).find((one) => one.endedAt === null && laysOver(one, { fromOn, toOn }))
  if (other) throw refuse(accountsErrors.leaveOverlaps, { from: other.fromOn, to: other.toOn })
  const id = ctx.newId()
  const madeByName = ctx.actor.kind === 'staff' ? ctx.actor.name : ''
  await store.insertLeave(ctx.sql, { id, accountId, fromOn, toOn, standInId, reason, madeByName, at: ctx.now })
  const made = (await store.listLeaves(ctx.sql, accountId)).find((one) => one.id === id)
  if (!made) throw refuse(frameErrors.notFound)
  return made
}

export async function endLeave(ctx: Ctx, { accountId }: { accountId: string }) {
  const account = await accountInReach(ctx, accountId)
  await store.endLeaves(ctx.sql, account.id, ctx.today, ctx.now)
  return {}
}
