import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, readOrder, toWalkedPage } from '../../../kernel/page.ts'
import { areaById } from '../../territory/service.ts'
import { accountsErrors, roleName, type accountsApi } from '../contract.ts'
import { excludesEachOther } from '../rules.ts'
import * as store from '../store.ts'
import { accountInReach, notOneself } from './manage.ts'

type Input<K extends keyof typeof accountsApi> = ParsedInputOf<(typeof accountsApi)[K]>

const by = (ctx: Ctx) => ({
  at: ctx.now,
  byAccountId: ctx.actor.kind === 'staff' ? ctx.actor.accountId : null,
  byName: ctx.actor.kind === 'staff' ? ctx.actor.name : null,
})

export async function grantRole(ctx: Ctx, input: Input<'grantRole'>) {
  notOneself(ctx, input.accountId)
  const account = await accountInReach(ctx, input.accountId)
  const area = await areaById(ctx, input.areaId)
  if (excludesEachOther(account.role, input.role)) {
    throw refuse(accountsErrors.administratorRole, { role: account.role ?? '', wanted: input.role })
  }
  await store.setGrant(ctx.sql, {
    id: ctx.newId(), accountId: account.id, areaPath: area.areaPath, roleBefore: account.role, roleAfter: input.role,
    areaIdBefore: account.areaId, areaIdAfter: area.id, reason: input.reason, ...by(ctx),
  })
  return {}
}

/** The account keeps its area, without which no administrator would find it again; without a role it sees nothing there. */
export async function withdrawRole(ctx: Ctx, input: Input<'withdrawRole'>) {
  notOneself(ctx, input.accountId)
  const account = await accountInReach(ctx, input.accountId)
  if (account.role === null) throw refuse(accountsErrors.noRole, { name: account.name })
  await store.setGrant(ctx.sql, {
    id: ctx.newId(), accountId: account.id, areaPath: account.areaPath, roleBefore: account.role, roleAfter: null,
    areaIdBefore: account.areaId, areaIdAfter: account.areaId, reason: input.reason, ...by(ctx),
  })
  return {}
}

export async function listGrants(ctx: Ctx, input: Input<'listGrants'>) {
  const rows = await store.listGrants(ctx.sql, {
    scope: ctx.actor.scope, text: input.text, role: input.role, areaId: input.areaId,
    order: readOrder(input.order, 'role'), after: readKey(input.after, 3), limit: input.limit,
  })
  const page = toWalkedPage(rows, input.limit)
  return { ...page, items: page.items.map((row) => ({ ...row, role: row.role === null ? null : roleName.parse(row.role) })) }
}

export async function grantHistory(ctx: Ctx, input: Input<'grantHistory'>) {
  await accountInReach(ctx, input.accountId)
  return { items: await store.grantHistory(ctx.sql, input.accountId) }
}
