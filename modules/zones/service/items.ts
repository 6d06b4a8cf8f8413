import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { staffAccounts } from '../../accounts/service.ts'
import { answererFor } from '../../duty/service.ts'
import { zonesErrors as errors, type ZoneItem, type zonesApi } from '../contract.ts'
import { actionsOf, isOverdue, kindOf } from '../rules.ts'
import * as store from '../store.ts'
import type { ItemRow } from '../tables.ts'

type Input<K extends keyof typeof zonesApi> = ParsedInputOf<(typeof zonesApi)[K]>

export function callerOf(ctx: Ctx) {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}

export async function toItems(ctx: Ctx, rows: readonly ItemRow[]): Promise<ZoneItem[]> {
  const { accountId, role } = callerOf(ctx)
  const photos = await store.photosOf(ctx.sql, rows.map((row) => row.itemId))
  return rows.map((row) => ({
    itemId: row.itemId, areaId: row.areaId, areaName: row.areaName, kind: row.kind, title: row.title, source: row.source, ownerRole: row.ownerRole, ownerAccountId: row.ownerAccountId,
    ownerName: row.ownerName, mine: row.ownerAccountId === accountId, dueAt: row.dueAt, state: row.state, overdue: isOverdue(row.state, row.dueAt, ctx.now), note: row.note,
    settledAt: row.settledAt, settlerName: row.settlerName, actions: row.closedBy === null ? actionsOf(row, role, ctx.today) : [],
    photos: photos.filter(({ itemId }) => itemId === row.itemId).map(({ photoId, takenAt, takerName }) => ({ photoId, takenAt, takerName })),
  }))
}

export async function shown(ctx: Ctx, itemId: string): Promise<ZoneItem> {
  const [one] = await toItems(ctx, [await store.getItem(ctx.sql, itemId)])
  return one as ZoneItem
}

async function locked(ctx: Ctx, itemId: string, states: readonly ItemRow['state'][] = ['open']): Promise<ItemRow> {
  await store.lockItem(ctx.sql, itemId)
  const row = await store.getItem(ctx.sql, itemId)
  if (!states.includes(row.state) || row.closedBy !== null) throw refuse(errors.itemSettled, { state: row.closedBy === null ? row.state : 'closed' })
  return row
}

/** Whoever is named, or else whoever has the duty there; nobody while the duty is not filled. */
async function ownerOf(ctx: Ctx, areaPath: string, o: { ownerAccountId?: string | undefined; ownerRole?: ItemRow['ownerRole'] | undefined }) {
  if (o.ownerAccountId !== undefined) {
    const [account] = await staffAccounts(ctx, [o.ownerAccountId])
    if (!account || account.state !== 'active') throw refuse(errors.ownerGone)
    return { accountId: account.id, name: account.name }
  }
  return (o.ownerRole ? await answererFor(ctx, areaPath, o.ownerRole) : undefined) ?? { accountId: null, name: null }
}

export async function addZoneItem(ctx: Ctx, { areaId, title, dueAt, ...who }: Input<'addZoneItem'>): Promise<ZoneItem> {
  const area = await store.getArea(ctx.sql, areaId)
  const kind = kindOf(area.level)
  const current = kind ? await store.findCurrent(ctx.sql, areaId, kind) : undefined
  if (!kind || !current) throw refuse(errors.noState)
  const owner = await ownerOf(ctx, area.areaPath, who)
  const id = ctx.newId()
  await store.insertItems(ctx.sql, [{
    id, areaId, areaPath: area.areaPath, kind, openedBy: current.zoneId, measureKey: null, title: { zh: title, en: title }, source: null, sort: 900,
    ownerRole: who.ownerRole ?? null, ownerAccountId: owner.accountId, ownerName: owner.name, dueAt, at: ctx.now, byName: callerOf(ctx).name,
  }])
  return shown(ctx, id)
}

export async function assignZoneItem(ctx: Ctx, { itemId, dueAt, ...who }: Input<'assignZoneItem'>): Promise<ZoneItem> {
  const row = await locked(ctx, itemId)
  const named = who.ownerAccountId !== undefined || who.ownerRole !== undefined
  const owner = named ? await ownerOf(ctx, row.areaPath, who) : { accountId: row.ownerAccountId, name: row.ownerName }
  await store.setOwner(ctx.sql, itemId, { role: who.ownerRole ?? row.ownerRole, ...owner, dueAt: dueAt ?? row.dueAt })
  return shown(ctx, itemId)
}

async function settle(ctx: Ctx, itemId: string, state: 'done' | 'skipped', note: string | null): Promise<ZoneItem> {
  await locked(ctx, itemId)
  const { accountId, name } = callerOf(ctx)
  await store.settle(ctx.sql, itemId, { state, note, at: ctx.now, by: accountId, name })
  return shown(ctx, itemId)
}
export const finishZoneItem = (ctx: Ctx, { itemId, note }: Input<'finishZoneItem'>): Promise<ZoneItem> => settle(ctx, itemId, 'done', note || null)
export const skipZoneItem = (ctx: Ctx, { itemId, reason }: Input<'skipZoneItem'>): Promise<ZoneItem> => settle(ctx, itemId, 'skipped', reason)

export async function reopenZoneItem(ctx: Ctx, { itemId }: Input<'reopenZoneItem'>): Promise<ZoneItem> {
  const row = await locked(ctx, itemId, ['done', 'skipped'])
  if (!actionsOf(row, callerOf(ctx).role, ctx.today).includes('reopen')) throw refuse(errors.itemSettled, { state: row.state })
  await store.settle(ctx.sql, itemId, { state: 'open', note: null, at: null, by: null, name: null })
  return shown(ctx, itemId)
}
