import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { areaById } from '../../territory/service.ts'
import { publicityErrors as errors, type Announcement, type AnnouncementCard, type AnnouncementLine, type publicityApi } from '../contract.ts'
import { MOST_PLACES } from '../data.ts'
import { mayDo, type AnnouncementAct } from '../rules.ts'
import * as store from '../store.ts'
import { staffOf, toAnnouncement, toRecord } from './actor.ts'

type Input<K extends keyof typeof publicityApi> = ParsedInputOf<(typeof publicityApi)[K]>

/** As many records and days as stand on a card. */
const SHOWN = 30
const NOWHERE = { places: 0, told: 0, households: 0, covered: 0 }

export async function withTelling(ctx: Ctx, all: readonly Announcement[]): Promise<AnnouncementLine[]> {
  const ids = all.map(({ announcementId }) => announcementId)
  const [telling, opened] = [await store.tellingOf(ctx.sql, ids), await store.openedOf(ctx.sql, ids)]
  return all.map((one) => ({ ...one, telling: telling.get(one.announcementId) ?? NOWHERE, opened: opened.get(one.announcementId) ?? 0 }))
}

/** Whether the caller stands above communities, and so sees these instead of their settlements. */
const isAbove = async (ctx: Ctx): Promise<boolean> => !['community', 'compound', 'villageGroup', 'grid', 'building', 'unit'].includes((await areaById(ctx, staffOf(ctx).areaId)).level)

export async function cardOf(ctx: Ctx, id: string): Promise<AnnouncementCard> {
  const [line] = await withTelling(ctx, [toAnnouncement(ctx, await store.getAnnouncement(ctx.sql, id))])
  if (!line) throw new Error(`announcement ${id} is gone`)
  const records = (await store.recordsOf(ctx.sql, id, SHOWN)).map((row) => toRecord(ctx, row))
  return { ...line, placesOf: await store.placesOf(ctx.sql, id, await isAbove(ctx), MOST_PLACES), records, openedOn: await store.openedOn(ctx.sql, id, SHOWN) }
}

/** Of the own office, and in a state in which this may be done. */
async function mine(ctx: Ctx, id: string, act: AnnouncementAct): Promise<Announcement> {
  await store.lockAnnouncement(ctx.sql, id)
  const one = toAnnouncement(ctx, await store.getAnnouncement(ctx.sql, id))
  if (!one.own) throw refuse(errors.notYours, { office: one.officeName })
  if (!mayDo(one.standing, act)) throw refuse(errors.notInState, { standing: one.standing })
  return one
}

async function written(ctx: Ctx, { areaIds, toOn, rumour, orderNo, tellBy, ...told }: Input<'createAnnouncement'>) {
  if (toOn !== undefined && toOn < told.fromOn) throw refuse(errors.endsBefore)
  if (told.kind === 'rumour' && !rumour) throw refuse(errors.rumourNeeded)
  const areas = []
  for (const areaId of areaIds.length > 0 ? new Set(areaIds) : [staffOf(ctx).areaId]) areas.push(await areaById(ctx, areaId))
  return { row: { ...told, toOn: toOn ?? null, tellBy: tellBy ?? null, rumour: told.kind === 'rumour' ? (rumour ?? null) : null, orderNo: orderNo || null }, areas }
}

export async function createAnnouncement(ctx: Ctx, input: Input<'createAnnouncement'>): Promise<AnnouncementCard> {
  const { areaId, areaPath } = staffOf(ctx)
  const { row, areas } = await written(ctx, input)
  const id = ctx.newId()
  await store.insertAnnouncement(ctx.sql, id, { id: areaId, path: areaPath }, row, ctx.now)
  await store.setAreas(ctx.sql, id, areas)
  return cardOf(ctx, id)
}
export async function editAnnouncement(ctx: Ctx, { announcementId, ...input }: Input<'editAnnouncement'>): Promise<AnnouncementCard> {
  await mine(ctx, announcementId, 'edit')
  const { row, areas } = await written(ctx, input)
  await store.updateAnnouncement(ctx.sql, announcementId, row)
  await store.setAreas(ctx.sql, announcementId, areas)
  return cardOf(ctx, announcementId)
}
export async function removeAnnouncement(ctx: Ctx, { announcementId }: Input<'removeAnnouncement'>) {
  await mine(ctx, announcementId, 'remove')
  await store.deleteAnnouncement(ctx.sql, announcementId)
  return {}
}
export async function publishAnnouncement(ctx: Ctx, { announcementId }: Input<'publishAnnouncement'>): Promise<AnnouncementCard> {
  await mine(ctx, announcementId, 'publish')
  await store.setState(ctx.sql, announcementId, 'published', { at: ctx.now, by: staffOf(ctx).name })
  return cardOf(ctx, announcementId)
}
export async function takeBackAnnouncement(ctx: Ctx, { announcementId }: Input<'takeBackAnnouncement'>): Promise<AnnouncementCard> {
  await mine(ctx, announcementId, 'takeBack')
  if (await store.isKnown(ctx.sql, announcementId)) throw refuse(errors.alreadyTold)
  await store.setState(ctx.sql, announcementId, 'draft', { at: null, by: null })
  return cardOf(ctx, announcementId)
}
export async function withdrawAnnouncement(ctx: Ctx, { announcementId, reason }: Input<'withdrawAnnouncement'>): Promise<AnnouncementCard> {
  await mine(ctx, announcementId, 'withdraw')
  await store.withdraw(ctx.sql, announcementId, { at: ctx.now, by: staffOf(ctx).name, reason })
  return cardOf(ctx, announcementId)
}
export async function restoreAnnouncement(ctx: Ctx, { announcementId }: Input<'restoreAnnouncement'>): Promise<AnnouncementCard> {
  await mine(ctx, announcementId, 'restore')
  await store.setState(ctx.sql, announcementId, 'published', undefined)
  return cardOf(ctx, announcementId)
}
