import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import { administratorRoles } from '../../accounts/rules.ts'
import { roleName } from '../../accounts/contract.ts'
import { settingOf } from '../../settings/service.ts'
import { warningKinds, type AccessWarning } from '../contract.ts'
import { fitOf } from '../rules.ts'
import * as store from '../store.ts'
import type { WarnedRow } from '../tables.ts'

type Kind = (typeof warningKinds)[number]
type More = Pick<AccessWarning, 'params'> & Partial<Pick<AccessWarning, 'toArea'>>

/** What may be done about each, the fitting first: role and area are the security administrator's own, the account itself the system administrator's. */
const acts: Readonly<Record<Kind, AccessWarning['acts']>> = {
  separation: ['withdraw', 'suspend'], expired: ['suspend', 'withdraw'], awayOver: ['suspend', 'withdraw'], dutyEnded: ['withdraw', 'suspend'],
  broad: ['narrow'], dutyOutside: ['widen'], unused: ['suspend', 'withdraw'],
}

const warning = (kind: Kind, row: WarnedRow, { params, toArea = null }: More): AccessWarning => ({
  kind, accountId: row.accountId, name: row.name, login: row.login, role: roleName.parse(row.role), areaName: row.areaName,
  covers: { households: row.households, persons: row.persons }, params, acts: acts[kind], toArea, asked: row.asked,
})

/** 提醒: one line an account and reason, the gravest first; none stands for the caller's own account, which somebody else looks after. */
export async function accessWarnings(ctx: Ctx) {
  const idleDays = await settingOf(ctx, 'accounts.idleDays')
  const w: store.Watch = { scope: ctx.actor.scope, today: ctx.today, idleSince: addMinutes(ctx.now, -idleDays * 24 * 60), administrators: administratorRoles }
  const all = [
    ...(await store.twice(ctx.sql, w)).map((row) => warning('separation', row, { params: { otherLogin: row.otherLogin, otherRole: row.otherRole } })),
    ...(await store.expired(ctx.sql, w)).map((row) => warning('expired', row, { params: { day: row.validUntil } })),
    ...(await store.awayOver(ctx.sql, w)).map((row) => warning('awayOver', row, { params: { day: row.toOn } })),
    ...(await store.dutyEnded(ctx.sql, w)).map((row) => warning('dutyEnded', row, { params: { day: row.endedOn } })),
    ...(await ill(ctx, w)),
    ...(await store.unused(ctx.sql, w)).map((row) => warning('unused', row, { params: { days: idleDays, at: row.lastSeenAt ?? '' } })),
  ]
  const own = ctx.actor.kind === 'staff' ? ctx.actor.accountId : ''
  const items = all.filter(({ accountId }) => accountId !== own)
  const counts = Object.fromEntries(warningKinds.map((kind) => [kind, items.filter((one) => one.kind === kind).length])) as Record<Kind, number>
  return { items, counts, idleDays }
}

/** Accounts whose area does not fit what they answer for, with the area that would. */
async function ill(ctx: Ctx, w: store.Watch): Promise<AccessWarning[]> {
  const found = (await store.withDuties(ctx.sql, w)).flatMap((row) => {
    const fit = fitOf(row.areaPath, row.duties.map(({ path }) => path))
    return fit.fits ? [] : [{ row, ...fit }]
  })
  // An area that would reach may lie above the caller's own territory; then the office above has to grant it.
  const areas = await store.areasAt(ctx.sql, found.map(({ toPath }) => toPath))
  return found.map(({ row, kind, toPath }) => {
    const area = areas.find(({ areaPath }) => areaPath === toPath)
    const duties = row.duties.map(({ name }) => name).join('、')
    return warning(kind, row, { params: { duties, area: area?.name ?? '' }, toArea: area ? { id: area.id, name: area.name } : null })
  })
}
