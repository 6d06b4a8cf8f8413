import type { Ctx } from '../../../kernel/ctx.ts'
import { lateByCommunity, waitingHeld, waitingRows, type WaitingRow, type WaitingWanted } from '../store/waiting.ts'
import { addressOf } from './happened.ts'

export interface Waiting extends Omit<WaitingRow, 'building' | 'unit' | 'room' | 'areaName'> { address: string }

/** 待核实, the nearest deadline first: declared by the person (申报), or found and registered by others; the offices above ask only for what is late. */
export async function toVerify(ctx: Ctx, wanted: WaitingWanted & { limit: number }): Promise<Waiting[]> {
  const rows = await waitingRows(ctx.sql, ctx.now, wanted)
  return rows.map(({ building, unit, room, areaName, ...row }) => ({ ...row, address: `${areaName}${addressOf({ building, unit, room }) ?? ''}` }))
}

/** Records past their deadline, by community. */
export const verifyLateByCommunity = (ctx: Ctx) => lateByCommunity(ctx.sql, ctx.now)

/** 各处待核实: the same lists counted by place. */
export const toVerifyHeld = async (ctx: Ctx) => ({
  declared: await waitingHeld(ctx.sql, ctx.now, { declared: true, late: false }), verify: await waitingHeld(ctx.sql, ctx.now, { declared: false, late: false }),
})
