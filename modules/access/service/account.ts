import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { roleName } from '../../accounts/contract.ts'
import { secondFactorOwed, validityOf } from '../../accounts/rules.ts'
import { accountInReach, askedAbout } from '../../accounts/service.ts'
import { settingOf } from '../../settings/service.ts'
import type { accessApi, AccountAccess } from '../contract.ts'
import * as store from '../store.ts'
import { lookBack } from './window.ts'

const REVEALS_SHOWN = 20

/** 这个账号能看见什么: one account on one page; what its role may do follows from the table of permissions. */
export async function accountAccess(ctx: Ctx, { accountId }: ParsedInputOf<(typeof accessApi)['accountAccess']>): Promise<AccountAccess> {
  await accountInReach(ctx, accountId)
  const { days, since } = await lookBack(ctx)
  const row = await store.getAccess(ctx.sql, accountId, since)
  const { areaId, area, fullName, level, households, persons, hasFactor, views, reveals, exports, lastAt, lockedUntil, role, ...rest } = row
  const owed = secondFactorOwed(role, null, await settingOf(ctx, 'accounts.secondFactor'))
  return {
    ...rest, role: role === null ? null : roleName.parse(role),
    area: areaId === null ? null : { id: areaId, name: area ?? '', fullName: fullName ?? '', level: level ?? '' }, covers: areaId === null ? null : { households, persons },
    lockedUntil: lockedUntil !== null && lockedUntil > ctx.now ? lockedUntil : null,
    grant: (await store.newestGrant(ctx.sql, accountId)) ?? null,
    validity: validityOf(row.validUntil, ctx.today, addDays(ctx.today, await settingOf(ctx, 'accounts.expiryDays'))),
    leave: (await store.leaveOf(ctx.sql, accountId, ctx.today)) ?? null, standsInFor: await store.standsInFor(ctx.sql, accountId, ctx.today),
    duties: await store.dutiesOf(ctx.sql, accountId, ctx.today), factor: hasFactor ? 'set' : owed ? 'owed' : 'none',
    looks: { views, reveals, exports, lastAt, records: await store.countRecords(ctx.sql, accountId, since) }, days,
    reveals: await store.newestReveals(ctx.sql, accountId, since, REVEALS_SHOWN), asked: await askedAbout(ctx, accountId),
  }
}
