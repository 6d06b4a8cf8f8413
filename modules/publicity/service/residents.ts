import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { everydayLink } from '../../links/rules.ts'
import { newsCodeOf } from '../../links/service.ts'
import { areaById } from '../../territory/service.ts'
import type { Announcement, publicityApi, ResidentsAnnouncement } from '../contract.ts'
import { MOST_SHOWN, OVER_DAYS } from '../data.ts'
import { isShown } from '../rules.ts'
import * as store from '../store.ts'
import { toAnnouncement } from './actor.ts'

type Input<K extends keyof typeof publicityApi> = ParsedInputOf<(typeof publicityApi)[K]>

/** Field by field, so that no name of staff rides along. */
const toResidents = ({ announcementId, kind, title, body, rumour, source, orderNo, fromOn, toOn, standing, areas, withdrawnAt, withdrawnReason, publishedAt }: Announcement): ResidentsAnnouncement =>
  ({ announcementId, kind, title, body, rumour, source, orderNo, fromOn, toOn, standing, areas, withdrawnAt, withdrawnReason, publishedAt })

export async function residentsAnnouncements(ctx: Ctx) {
  everydayLink(ctx.actor, 'declaration')
  const rows = await store.saidHere(ctx.sql, addDays(ctx.today, -OVER_DAYS), MOST_SHOWN)
  return { items: rows.map((row) => toAnnouncement(ctx, row)).filter((one) => isShown(one, ctx.today)).map(toResidents) }
}

export async function openAnnouncement(ctx: Ctx, { announcementId }: Input<'openAnnouncement'>) {
  const link = everydayLink(ctx.actor, 'declaration')
  const { state } = await store.getAnnouncement(ctx.sql, announcementId)
  if (state !== 'draft') await store.countOpened(ctx.sql, announcementId, link.areaPath, ctx.today)
  return {}
}

/** 海报: with the code of the place it is to hang at, or of the community around it. */
export async function announcementPoster(ctx: Ctx, { announcementId, areaId }: Input<'announcementPoster'>) {
  const one = toResidents(toAnnouncement(ctx, await store.getAnnouncement(ctx.sql, announcementId)))
  const { areas: _a, withdrawnAt: _w, withdrawnReason: _r, ...rest } = one
  const place = await areaById(ctx, areaId ?? (ctx.actor.kind === 'staff' ? ctx.actor.areaId : ''))
  return { ...rest, placeName: place.fullName || place.name, code: await newsCodeOf(ctx, place.areaPath) }
}

export async function noticeBoard(ctx: Ctx, { areaId }: Input<'noticeBoard'>) {
  const place = await areaById(ctx, areaId)
  const rows = await store.saidAt(ctx.sql, place.areaPath, ctx.today, MOST_SHOWN)
  return { placeName: place.fullName || place.name, items: rows.map((row) => toResidents(toAnnouncement(ctx, row))), code: await newsCodeOf(ctx, place.areaPath) }
}
