import type { Ctx } from '../../../kernel/ctx.ts'
import { parcelsWaiting } from '../../field/service.ts'
import type { Collected, Wanted } from './kinds.ts'
import { item, say } from './item.ts'

/** 来自手机: what its author could not send any more and nobody has taken over yet; no order sets a time for it. */
export async function parcels(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items, total } = await parcelsWaiting(ctx, limit)
  return {
    total, overdue: 0,
    items: items.map((one) => item({
      id: `parcel:${one.parcelId}`, kind: 'parcel', dueAt: null, state: 'later', name: one.title, address: one.areaName, what: say(`parcel${one.why === 'dutyLost' ? 'Lost' : ''}`), why: say('parcel', { name: one.authorName, at: one.recordedAt }),
      opens: { page: '/field', search: { tab: 'waiting', open: one.parcelId } },
    })),
  }
}
