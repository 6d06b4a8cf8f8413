import type { Ctx } from '../../../kernel/ctx.ts'
import { requestsDue } from '../../privacy/service.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 个人信息请求: what residents asked about their own data, until it is answered. */
export async function requests(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items, total, late } = await requestsDue(ctx, limit)
  return {
    total, overdue: late,
    items: items.map((r) => item({
      id: `request:${r.requestId}`, kind: 'request', dueAt: r.dueAt, state: stateOf(r.dueAt, ctx.now), name: r.name || r.receiptNo, address: r.areaName, personId: r.personId,
      what: say('request'), why: say('request', { at: r.askedAt, text: r.text }), opens: { page: '/privacy', search: { open: r.requestId } },
    })),
  }
}
