import type { Ctx } from '../../../kernel/ctx.ts'
import { certificatesWaiting } from '../../certificates/service.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 用印待批: somebody at the window waits; no order sets a time. */
export async function sealsWaiting(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await certificatesWaiting(ctx, limit)
  const items = rows.map((row) => item({
    id: `seal:${row.certificateId}`, kind: 'seal', dueAt: null, state: stateOf(null, ctx.now), name: row.name, address: row.address, personId: row.personId,
    what: say('seal', { title: row.title }), why: say('seal', { asker: row.askerName ?? '', purpose: row.purpose ?? '' }), opens: { page: '/certificates', search: { tab: 'waiting', by: 'others', open: row.certificateId } },
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: 0 }
}
