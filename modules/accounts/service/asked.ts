import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { accountsErrors, roleName, type AccountRequest, type AccountWish, type accountsApi } from '../contract.ts'
import * as store from '../store.ts'
import { accountInReach, endAccountOn, notOneself, notPast, resetAccount, suspend } from './manage.ts'

type Input<K extends keyof typeof accountsApi> = ParsedInputOf<(typeof accountsApi)[K]>

const staff = (ctx: Ctx): StaffActor => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
const shown = (row: store.AskedRow): AccountRequest => ({ ...row, role: row.role === null ? null : roleName.parse(row.role) })

/** The newest note about an account, so that whoever asked sees what became of it. */
export async function askedAbout(ctx: Ctx, accountId: string): Promise<AccountRequest | null> {
  const row = await store.newestAsked(ctx.sql, accountId)
  return row ? shown(row) : null
}

/** 三员分立: the security administrator says what should happen to an account, the system administrator does it. */
export async function askAccountChange(ctx: Ctx, { accountId, wish, validUntil, reason }: Input<'askAccountChange'>): Promise<AccountRequest> {
  const { accountId: askedBy, name: askedByName, areaPath } = staff(ctx)
  notOneself(ctx, accountId)
  const account = await accountInReach(ctx, accountId)
  if (wish === 'shorten' && validUntil === undefined) throw refuse(accountsErrors.dayMissing)
  notPast(ctx, validUntil)
  const before = await store.newestAsked(ctx.sql, accountId)
  if (before?.state === 'waiting') throw refuse(accountsErrors.askedAlready, { name: account.name, by: before.askedByName })
  const id = ctx.newId()
  const day = wish === 'shorten' ? (validUntil ?? null) : null
  await store.insertAsked(ctx.sql, { id, accountId, areaPath: account.areaPath ?? areaPath, wish, validUntil: day, reason, askedBy, askedByName, at: ctx.now })
  return shown(await store.getAsked(ctx.sql, id))
}

async function settle<T>(ctx: Ctx, requestId: string, state: 'done' | 'refused' | 'withdrawn', reason: string | null, act?: (asked: store.AskedRow) => Promise<T>): Promise<{ request: AccountRequest; did: T | undefined }> {
  await store.lockAsked(ctx.sql, requestId)
  const asked = await store.getAsked(ctx.sql, requestId)
  if (asked.state !== 'waiting') throw refuse(accountsErrors.requestDecided)
  const did = await act?.(asked)
  await store.settleAsked(ctx.sql, requestId, { state, at: ctx.now, byName: staff(ctx).name, reason })
  return { request: shown(await store.getAsked(ctx.sql, requestId)), did }
}

export const withdrawAccountRequest = async (ctx: Ctx, { requestId }: Input<'withdrawAccountRequest'>) => (await settle(ctx, requestId, 'withdrawn', null)).request

/** As on the account's own card, and what there takes two: here are two. */
const carriedOut: Record<AccountWish, (ctx: Ctx, asked: store.AskedRow) => Promise<{ initialPassword?: string }>> = {
  async suspend(ctx, { accountId }) {
    notOneself(ctx, accountId)
    return suspend(ctx, await accountInReach(ctx, accountId))
  },
  shorten: endAccountOn,
  async reset(ctx, { accountId }) {
    notOneself(ctx, accountId)
    return resetAccount(ctx, await accountInReach(ctx, accountId))
  },
}

export async function decideAccountRequest(ctx: Ctx, { requestId, carryOut, reason }: Input<'decideAccountRequest'>) {
  const { request, did } = await settle(ctx, requestId, carryOut ? 'done' : 'refused', reason, async (asked) => (carryOut ? carriedOut[asked.wish](ctx, asked) : undefined))
  return { ...request, ...(did?.initialPassword ? { initialPassword: did.initialPassword } : {}) }
}

export async function listAccountRequests(ctx: Ctx, { after, limit }: Input<'listAccountRequests'>) {
  const page = toPage(await store.listAsked(ctx.sql, readKey(after, 2), limit), limit, (row) => [row.askedAt, row.id])
  return { ...page, items: page.items.map(shown) }
}
