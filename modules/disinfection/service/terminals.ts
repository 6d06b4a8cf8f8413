import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { areaById } from '../../territory/service.ts'
import { disinfectionErrors as errors, type disinfectionApi, type TerminalCard } from '../contract.ts'
import { strength } from '../data.ts'
import * as store from '../store.ts'
import { actorOf, toRecord, toTerminal } from './actor.ts'

type Input<K extends keyof typeof disinfectionApi> = ParsedInputOf<(typeof disinfectionApi)[K]>

export const terminalCardOf = async (ctx: Ctx, terminalId: string): Promise<TerminalCard> => ({ ...toTerminal(ctx, await store.getTerminal(ctx.sql, terminalId)), records: (await store.recordsOfTerminal(ctx.sql, terminalId)).map((row) => toRecord(ctx, row)) })

export async function askTerminal(ctx: Ctx, { areaId, kind, place, why }: Input<'askTerminal'>): Promise<TerminalCard> {
  const area = await areaById(ctx, areaId)
  const id = ctx.newId()
  await store.insertTerminal(ctx.sql, { id, areaId, areaPath: area.areaPath, kind, place, why, at: ctx.now, by: actorOf(ctx).name, dueAt: addMinutes(ctx.now, 60 * strength.terminal.hours) })
  return terminalCardOf(ctx, id)
}

/** From one state into another, where it stands in the first. */
const turn = async (ctx: Ctx, terminalId: string, from: 'asked' | 'withdrawn', to: 'asked' | 'withdrawn', reason: string | null): Promise<TerminalCard> => {
  await store.lockTerminal(ctx.sql, terminalId)
  const { state } = await store.getTerminal(ctx.sql, terminalId)
  if (state !== from) throw refuse(errors.terminalSettled, { state })
  await store.setTerminal(ctx.sql, terminalId, to, reason)
  return terminalCardOf(ctx, terminalId)
}
export const withdrawTerminal = (ctx: Ctx, { terminalId, reason }: Input<'withdrawTerminal'>): Promise<TerminalCard> => turn(ctx, terminalId, 'asked', 'withdrawn', reason)
export const reopenTerminal = (ctx: Ctx, { terminalId }: Input<'reopenTerminal'>): Promise<TerminalCard> => turn(ctx, terminalId, 'withdrawn', 'asked', null)
