import { createHash } from 'node:crypto'
import { inScope, type Ctx, type Scope } from '../../../kernel/ctx.ts'
import { dayOf, type Instant } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { certificateCodes } from '../../documents/service.ts'
import type { GateExit } from '../contract.ts'
import { actionsOf, certificateCodeIn, missingOf } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'
import { standingOf } from './reading.ts'
import { arrive, leave, undoTrip } from './tripping.ts'

const markOf = (code: string): string => createHash('sha256').update(code).digest('base64url')

/** 外出证明 at a gate: of the households that stand there, or of all behind it. */
export async function exitsAtGate(ctx: Ctx, of: { range: Scope } | { householdIds: readonly string[] } | { exitIds: readonly string[] }, at: Instant = ctx.now): Promise<GateExit[]> {
  const rows = await store.atGate(ctx.sql, of, dayOf(at))
  const codes = await certificateCodes(ctx, rows.flatMap((row) => (row.certificateNo === null ? [] : [row.exitId])))
  return rows.map((row) => toGateExit(row, codes.get(row.exitId)))
}
const toGateExit = (row: ExitRow, code: string | undefined): GateExit => ({
  exitId: row.exitId, kind: row.kind, state: row.state === 'allowed' ? 'allowed' : 'out', personId: row.personId, householdId: row.householdId, destinationName: row.destinationName, number: row.certificateNo ?? row.askedOn,
  escorted: row.escortName !== null, missing: missingOf(standingOf(row)), leavesOn: row.leavesOn, untilOn: row.untilOn, dueBackAt: row.dueBackAt, codeMark: code === undefined ? null : markOf(code),
})

/** What was scanned off a certificate or typed as its number, as a request. */
export async function exitOfCertificate(ctx: Ctx, text: string): Promise<string | undefined> {
  const code = certificateCodeIn(text)
  return (code === undefined ? undefined : await store.exitOfCertificate(ctx.sql, { codeIndex: ctx.vault.index('token', code) })) ?? (text.includes('证') ? store.exitOfCertificate(ctx.sql, { number: text.trim() }) : undefined)
}

export interface Passed { exitId: string; /** Who passed. */ personId: string | undefined; householdId: string | undefined; /** What the keeper reaches. */ scope: Scope; direction: 'in' | 'out'; at: Instant; temperature: number | undefined; /** Came back by then already, where that arrived first. */ back: { at: Instant; temperature: number | undefined } | undefined }
/**
 * 从卡点出去、回来: what passed at a gate stands with the request, so that nobody writes it twice. A fact at the gate is never refused for
 * what the request says: then the request stays as it is, and the passage stands beside it. So it does where the request is somebody else's
 * than who passed, or none of the keeper's: which one it is the phone has only said.
 */
export async function passedGate(ctx: Ctx, { exitId, direction, at, temperature, back, ...who }: Passed): Promise<void> {
  try {
    await store.lock(ctx.sql, [exitId])
    const [row] = await store.rowsById(ctx.sql, [exitId], dayOf(at))
    if (!row || !inScope(who.scope, row.areaPath) || (row.personId !== who.personId && (row.householdId === null || row.householdId !== who.householdId))) return
    if (direction === 'out' && actionsOf(standingOf(row), dayOf(at)).includes('goOut')) await leave({ ...ctx, today: dayOf(at) }, row, { temperature, symptoms: [], at })
    // What arrives late may be from before the bus left.
    else if (direction === 'in' && (row.state === 'out' || row.state === 'notBack') && (row.leftAt === null || at >= row.leftAt)) await arrive(ctx, row, { temperature, symptoms: [], at })
    if (direction === 'out' && back) await passedGate(ctx, { ...who, exitId, direction: 'in', ...back, back: undefined })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/** 登记撤销了: the trip it began or ended is undone with it, where nothing has come after. */
export async function undoPassedGate(ctx: Ctx, exitId: string, at: Instant): Promise<void> {
  const [row] = await store.rowsById(ctx.sql, [exitId], ctx.today)
  if (row?.tripAt !== at) return
  try {
    await undoTrip(ctx, { exitId })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
