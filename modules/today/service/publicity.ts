import type { Ctx } from '../../../kernel/ctx.ts'
import { announcementsToTell, postersToTakeDown } from '../../publicity/service.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 传达公告: an order stands until every settlement of one's own was told, or it holds no more. */
export async function announcements(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const all = await announcementsToTell(ctx)
  const items = all.map((one) => item({
    id: `announcement:${one.announcementId}`, kind: 'announcement', dueAt: one.tellBy, state: stateOf(one.tellBy, ctx.now), name: one.title, address: one.areas.map(({ name }) => name).join('、'), opens: { page: '/publicity', search: { tab: 'toTell', open: one.announcementId } },
    what: say('announcement', { title: one.title }), why: say('announcement', { office: [one.source, one.orderNo].filter(Boolean).join(' '), left: one.telling.places - one.telling.told, places: one.telling.places }),
  }))
  return { items: items.slice(0, limit), total: items.length, overdue: items.filter(({ state }) => state === 'overdue').length }
}

/** 撤海报: no order sets a time; what hangs there longest first. */
export async function posters(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items: rows, total } = await postersToTakeDown(ctx, limit)
  const items = rows.map((one) => item({
    id: `poster:${one.recordId}`, kind: 'poster', dueAt: null, state: 'later', name: one.placeName, address: '', opens: { page: '/publicity/records', search: { tab: 'takeDown', open: one.recordId } },
    what: say('poster', { title: one.title ?? '' }), why: say('poster', { at: one.at }),
  }))
  return { items, total, overdue: 0 }
}
