import type { Ctx } from '../../kernel/ctx.ts'
import { addDays, instantAt } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import type { Announcement, CarriedAnnouncement, publicityApi, PublicityRecord, TellingFigures } from './contract.ts'
import { MOST_PLACES } from './data.ts'
import { rangeOf, toAnnouncement, toRecord } from './service/actor.ts'
import { cardOf, createAnnouncement, editAnnouncement, publishAnnouncement, removeAnnouncement, restoreAnnouncement, takeBackAnnouncement, withdrawAnnouncement, withTelling } from './service/announcing.ts'
import { putUpAgain, recordPublicity, takeDownPoster, undoPublicity } from './service/recording.ts'
import { announcementPoster, noticeBoard, openAnnouncement, residentsAnnouncements } from './service/residents.ts'
import * as store from './store.ts'

/** 今日待办: what is still to be passed on somewhere in one's own territory, the earliest time first. */
export async function announcementsToTell(ctx: Ctx): Promise<(Announcement & { telling: TellingFigures })[]> {
  const all = (await store.toldByTime(ctx.sql, ctx.today)).map((row) => toAnnouncement(ctx, row))
  return (await withTelling(ctx, all)).filter(({ telling }) => telling.told < telling.places)
}
export async function postersToTakeDown(ctx: Ctx, limit: number): Promise<{ items: PublicityRecord[]; total: number }> {
  const rows = await store.postersToTakeDown(ctx.sql, ctx.actor.scope, ctx.today, limit)
  return { items: rows.map(({ total: _t, ...row }) => toRecord(ctx, row)), total: rows[0]?.total ?? 0 }
}
/** 随身数据: what is to be told by a time, with the places of the duty. */
export async function announcementsCarried(ctx: Ctx): Promise<CarriedAnnouncement[]> {
  const rows = await store.toldByTime(ctx.sql, ctx.today)
  const places = await store.placesCarried(ctx.sql, rows.map(({ announcementId }) => announcementId), MOST_PLACES)
  return rows.map(({ announcementId, kind, title, body, rumour, source, orderNo, toOn, tellBy }) =>
    ({ announcementId, kind, title, body, rumour, source, orderNo, toOn, tellBy, places: places.filter(({ id }) => id === announcementId).map(({ id: _i, ...place }) => place) }))
}

export const publicityService: Service<typeof publicityApi, Ctx> = {
  async listAnnouncements(ctx, { tab, kind, text, order, after, limit }) {
    const rows = await store.listAnnouncements(ctx.sql, { tab, kind, text, today: ctx.today, order: readOrder<store.AnnouncementOrder>(order, '-published'), after: readKey(after, 2), limit })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: await withTelling(ctx, page.items.map((row) => toAnnouncement(ctx, row))) }
  },
  announcementCounts: async (ctx, { kind }) => ({ ...(await store.countAnnouncements(ctx.sql, ctx.today, kind)), takeDown: await store.countStale(ctx.sql, ctx.actor.scope, ctx.today) }),
  getAnnouncement: (ctx, { announcementId }) => cardOf(ctx, announcementId),
  createAnnouncement, editAnnouncement, removeAnnouncement, publishAnnouncement, takeBackAnnouncement, withdrawAnnouncement, restoreAnnouncement,
  recordPublicity, undoPublicity, takeDownPoster, putUpAgain,
  async listPublicity(ctx, { tab, from, to, way, areaId, order, after, limit }) {
    const rows = await store.listRecords(ctx.sql, {
      takeDown: tab === 'takeDown' ? ctx.today : undefined, from: from && instantAt(from, '00:00'), to: to && instantAt(addDays(to, 1), '00:00'), way, range: await rangeOf(ctx, areaId), desc: readOrder(order, '-at').desc, after: readKey(after, 2), limit,
    })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => toRecord(ctx, row)) }
  },
  getPublicity: async (ctx, { recordId }) => toRecord(ctx, await store.getRecord(ctx.sql, recordId)),
  announcementPoster, noticeBoard, residentsAnnouncements, openAnnouncement,
}
