import type { Ctx } from '../../../kernel/ctx.ts'
import { accountsWithoutRole, changesAsked, lockedAccounts as locked } from '../../accounts/service.ts'
import { recentlyBroken } from '../../audit/service.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 账号锁定: whoever stands before a locked door rings the system administrator. */
export async function lockedAccounts(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await locked(ctx, limit)
  const items = rows.map((row) => item({
    id: `account:${row.id}`, kind: 'account', dueAt: null, state: 'soon', name: row.name, address: row.login,
    opens: { page: '/accounts', search: { text: row.login, open: row.id } }, what: say('account'), why: say('account', { at: row.lockedUntil ?? '' }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: 0 }
}

const askedWords = { suspend: 'askedSuspend', shorten: 'askedShorten', reset: 'askedReset' } as const

/** 安全管理员的请求: an account that should not be used any more is not left open over the weekend. */
export async function askedChanges(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items, total } = await changesAsked(ctx, limit)
  return {
    items: items.map((row) => item({
      id: `asked:${row.id}`, kind: 'asked', dueAt: null, state: 'soon', name: row.name, address: row.login,
      opens: { page: '/accounts', search: { text: row.login, open: row.accountId } }, what: say(askedWords[row.wish], { day: row.validUntil ?? '' }), why: say('asked', { at: row.askedAt, by: row.askedByName, reason: row.reason }),
    })),
    total, overdue: 0,
  }
}

/** 待授权: an account without a role can do nothing. */
export async function withoutRole(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await accountsWithoutRole(ctx, limit)
  const items = rows.map((row) => item({
    id: `grant:${row.id}`, kind: 'grant', dueAt: null, state: 'later', name: row.name, address: row.login,
    opens: { page: '/grants', search: { text: row.login, open: row.id } }, what: say('grant'), why: say('grant', { at: row.createdAt }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: 0 }
}

/** 审计链: a trail that was tampered with is late from the first moment. */
export async function brokenChain(ctx: Ctx): Promise<Collected> {
  const broken = await recentlyBroken(ctx)
  if (!broken) return { items: [], total: 0, overdue: 0 }
  const one = item({
    id: `chain:${broken.no}`, kind: 'chain', dueAt: null, state: 'overdue', name: `#${broken.no}`, address: '',
    opens: { page: '/audit', search: {} }, what: say('chain'), why: say('chain', { no: broken.no }),
  })
  return { items: [one], total: 1, overdue: 1 }
}
