import type { Ctx } from '../../../kernel/ctx.ts'
import { gatesEmpty, heldAtGates, patternsDue } from '../../passage/service.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 空岗: a gate where nobody has signed on; the community rings, the office above asks once it has lasted. */
export async function gateEmpty(ctx: Ctx, { above, limit }: Wanted): Promise<Collected> {
  const found = await gatesEmpty(ctx, { above, limit })
  const items = found.items.map((gate) => item({
    id: `gateEmpty:${gate.gateId}`, kind: 'gateEmpty', dueAt: gate.emptySince, state: 'overdue', name: `${gate.areaName}${gate.name}`, address: '', opens: { page: '/gates', search: { tab: 'empty', open: gate.gateId } },
    what: say(above ? 'gateAsk' : 'gateEmpty'), why: say(gate.rostered === null ? 'gateNobody' : 'gateEmpty', { name: gate.rostered ?? '', at: gate.emptySince ?? ctx.now }),
  }))
  return { items, total: found.total, overdue: found.total }
}

/** 转诊转办: somebody stands at a gate and waits for the community or the health centre. */
export async function gateHeld(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const found = await heldAtGates(ctx, limit)
  const items = found.items.map((one) => item({
    id: `gateHeld:${one.eventId}`, kind: 'gateHeld', dueAt: one.at, state: 'overdue', name: one.who, address: one.address, personId: null, opens: { page: '/passages', search: { tab: 'toSettle', open: one.eventId } },
    what: say('gateHeld'), why: say(one.temperature === null ? 'gateHeld' : 'gateHeldMeasured', { at: one.at, gate: `${one.areaName}${one.gateName}`, celsius: one.temperature?.toFixed(1) ?? '' }),
  }))
  return { items, total: found.total, overdue: found.total }
}

/** 出入异常: found in the passages by a rule, each once, with its records; somebody of the community asks what happened. */
export async function gatePattern(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const found = await patternsDue(ctx, limit)
  const items = found.items.map((one) => item({
    id: `gatePattern:${one.patternId}`, kind: 'gatePattern', dueAt: null, state: 'later', name: one.who || one.plate || one.passNo || one.gateName, address: one.address, opens: { page: '/passages/patterns', search: { tab: 'open' } },
    what: say('gatePattern', { gatePattern: one.kind }), why: say('gatePattern', { at: one.at, gate: one.gateName }),
  }))
  return { items, total: found.total, overdue: 0 }
}
