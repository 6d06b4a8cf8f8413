import { withAbove, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { roleName } from '../../accounts/contract.ts'
import { recordsMatching } from '../../audit/service.ts'
import { areaById } from '../../territory/service.ts'
import { accessErrors, type accessApi, type AccessRow, type Looker } from '../contract.ts'
import { rolesWith, seeingRoles } from '../rules.ts'
import * as store from '../store.ts'
import type { AccessListRow } from '../tables.ts'
import { lookBack } from './window.ts'

type Input<K extends keyof typeof accessApi> = ParsedInputOf<(typeof accessApi)[K]>

/** An account above the caller's territory is named, since it sees in; its figures and card are not the caller's. */
export const toRow = ({ households, persons, areaPath: _path, views, reveals, exports, lastAt, role, ...row }: AccessListRow): AccessRow => ({
  ...row, role: roleName.parse(role), covers: row.mine ? { households, persons } : null, looks: { views, reveals, exports, lastAt },
})

/** What was asked for, as far as the database has to know: roles, and the area with those above it. */
export async function filterOf(ctx: Ctx, { permission, areaId }: Pick<Input<'listAccess'>, 'permission' | 'areaId'>): Promise<{ filter: store.AccessFilter; days: number; area: { id: string; name: string; areaPath: string } | undefined }> {
  if (permission === undefined && areaId === undefined) throw refuse(accessErrors.choose)
  const { days, since } = await lookBack(ctx)
  const area = areaId === undefined ? undefined : await areaById(ctx, areaId)
  const roles = permission === undefined ? seeingRoles() : rolesWith(permission)
  return { filter: { scope: ctx.actor.scope, roles, paths: area && withAbove(area.areaPath), since }, days, area }
}

export async function listAccess(ctx: Ctx, { after, limit, ...asked }: Input<'listAccess'>) {
  const { filter, days } = await filterOf(ctx, asked)
  const page = toPage(await store.listAccess(ctx.sql, filter, readKey(after, 3), limit), limit, (row) => [row.areaPath.length, row.areaPath, row.login])
  return { items: page.items.map(toRow), next: page.next, total: await store.countAccess(ctx.sql, filter), days }
}

/** More accounts than this above one address is no answer but a second question. */
const MOST = 200

/** 谁能看见这个人: the person is named by what a complaint carries and matched blind, as on the auditor's page; nothing about them comes back. */
export async function accessToPerson(ctx: Ctx, { by, text }: Input<'accessToPerson'>) {
  const personIds = await recordsMatching(ctx, by, text)
  const { days, since } = await lookBack(ctx)
  const paths = [...new Set((await store.pathsOf(ctx.sql, personIds)).flatMap(withAbove))]
  const rows = await store.listAccess(ctx.sql, { scope: ctx.actor.scope, roles: seeingRoles(), paths, since }, undefined, MOST)
  const looked = await store.lookedAt(ctx.sql, personIds, since)
  const sees = new Set(rows.filter(({ state }) => state === 'active').map(({ accountId }) => accountId))
  // What counts here is who looked at this one person, not how busy somebody is.
  const items = rows.map(toRow).map((row) => ({ ...row, looks: looksOf(looked.find(({ accountId }) => accountId === row.accountId)) }))
  const lookers = looked.map(({ accountId, name, role, ...looks }): Looker => ({ accountId, name, role, looks, stillSees: sees.has(accountId) }))
  return { personIds, items, lookers, days }
}

const looksOf = (row: { views: number; reveals: number; exports: number; lastAt: string | null } | undefined) =>
  row ? { views: row.views, reveals: row.reveals, exports: row.exports, lastAt: row.lastAt } : { views: 0, reveals: 0, exports: 0, lastAt: null }
