import type { Ctx } from '../../../kernel/ctx.ts'
import { lateByCommunity, waitingRows, type WaitingRow } from '../store/waiting.ts'
import { addressOf } from './happened.ts'

export interface Waiting extends Omit<WaitingRow, 'building' | 'unit' | 'room' | 'areaName'> { address: string }

/** 待核实, the nearest deadline first: declared by the person (申报), or found and registered by others; the offices above ask only for what is late. */
export async function toVerify(ctx: Ctx, wanted: { declared: boolean; late: boolean; limit: number }): Promise<Waiting[]> {
  const rows = await waitingRows(ctx.sql, ctx.now, wanted)
  return rows.map(({ building, unit, room, areaName, ...row }) => ({ ...row, address: `${areaName}${addressOf({ building, unit, room }) ?? ''}` }))
}

/** Records past their deadline, by community. */
export const verifyLateByCommunity = (ctx: Ctx) => lateByCommunity(ctx.sql, ctx.now)
