import type { Ctx, StaffActor } from '../../kernel/ctx.ts'
import { addMinutes } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { readKey, toPage } from '../../kernel/page.ts'
import { may } from '../accounts/rules.ts'
import { settingOf } from '../settings/service.ts'
import { exportsErrors, type DataExport, type ExportAction, type exportsApi } from './contract.ts'
import { actionsFor, approvalNeeded, codeOf, stateAt } from './rules.ts'
import * as store from './store.ts'
import type { ExportRow } from './tables.ts'

export { exportAllowed, tookOut, type ExportAsked } from './service/gate.ts'
export { csvPages, marked } from './service/watermark.ts'

const staff = (ctx: Ctx): StaffActor => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}

/** Whoever may not decide sees the own exports only, however wide the territory. */
const decides = (ctx: Ctx): boolean => may(staff(ctx).role, 'exports.approve')

function toExport(ctx: Ctx, row: ExportRow, most: number): DataExport {
  const { inputSealed, askedBy, decidedBy, exportsBefore, rowsBefore, ...rest } = row
  const me = staff(ctx).accountId
  const state = stateAt(row, ctx.now)
  const mine = askedBy === me
  return {
    ...rest, state, mine, code: codeOf(row.id), takenBefore: { exports: exportsBefore, rows: rowsBefore },
    cause: row.decidedAt === null && row.state === 'downloaded' ? null : (approvalNeeded(row, most) ?? 'rows'),
    input: mine ? (JSON.parse(ctx.vault.open(inputSealed)) as Record<string, unknown>) : null,
    actions: actionsFor({ state, mine, decides: decides(ctx), decidedHere: decidedBy === me }),
  }
}

async function read(ctx: Ctx, exportId: string): Promise<DataExport> {
  const row = await store.getExport(ctx.sql, exportId)
  if (row.askedBy !== staff(ctx).accountId && !decides(ctx)) throw refuse(frameErrors.notFound)
  return toExport(ctx, row, await settingOf(ctx, 'exports.approvalRows'))
}

/** The export, locked and in a state that allows the action to the caller. */
async function forAction(ctx: Ctx, exportId: string, action: ExportAction): Promise<StaffActor> {
  await store.lockExport(ctx.sql, exportId)
  const found = await read(ctx, exportId)
  if (found.actions.includes(action)) return staff(ctx)
  if (found.mine && (action === 'approve' || action === 'refuse')) throw refuse(exportsErrors.notOneself)
  if (!found.mine && action === 'withdraw') throw refuse(exportsErrors.notYours)
  if (action === 'takeBack' && (found.state === 'approved' || found.state === 'refused')) throw refuse(exportsErrors.notYours)
  throw refuse(exportsErrors.notInState, { state: found.state })
}

/** Exports that wait for the caller: to decide, oldest last; for Today. */
export async function exportsToDecide(ctx: Ctx, limit: number): Promise<{ items: DataExport[]; total: number }> {
  if (!decides(ctx)) return { items: [], total: 0 }
  const accountId = staff(ctx).accountId
  const rows = await store.listExports(ctx.sql, { tab: 'toDecide', accountId, after: undefined, limit })
  const most = await settingOf(ctx, 'exports.approvalRows')
  return { items: rows.slice(0, limit).map((row) => toExport(ctx, row, most)), total: (await store.countExports(ctx.sql, accountId, ctx.now)).toDecide }
}

export const exportsService: Service<typeof exportsApi, Ctx> = {
  async listExports(ctx, { tab, after, limit }) {
    const asked = tab !== 'mine' && !decides(ctx) ? 'mine' : tab
    const rows = await store.listExports(ctx.sql, { tab: asked, accountId: staff(ctx).accountId, after: readKey(after, 2), limit })
    const page = toPage(rows, limit, (row) => [row.askedAt, row.id])
    const most = await settingOf(ctx, 'exports.approvalRows')
    return { ...page, items: page.items.map((row) => toExport(ctx, row, most)) }
  },
  async exportCounts(ctx) {
    const counts = await store.countExports(ctx.sql, staff(ctx).accountId, ctx.now)
    return { ...counts, toDecide: decides(ctx) ? counts.toDecide : 0, most: await settingOf(ctx, 'exports.approvalRows') }
  },
  getExport: (ctx, { exportId }) => read(ctx, exportId),
  async approveExport(ctx, { exportId, note }) {
    const { accountId, name } = await forAction(ctx, exportId, 'approve')
    const until = addMinutes(ctx.now, 60 * (await settingOf(ctx, 'exports.releaseHours')))
    await store.setDecision(ctx.sql, exportId, { state: 'approved', by: accountId, byName: name, at: ctx.now, note: note ?? null, until })
    return read(ctx, exportId)
  },
  async refuseExport(ctx, { exportId, reason }) {
    const { accountId, name } = await forAction(ctx, exportId, 'refuse')
    await store.setDecision(ctx.sql, exportId, { state: 'refused', by: accountId, byName: name, at: ctx.now, note: reason, until: null })
    return read(ctx, exportId)
  },
  async takeBackDecision(ctx, { exportId }) {
    await forAction(ctx, exportId, 'takeBack')
    await store.clearDecision(ctx.sql, exportId)
    return read(ctx, exportId)
  },
  async withdrawExport(ctx, { exportId }) {
    await forAction(ctx, exportId, 'withdraw')
    await store.setWithdrawn(ctx.sql, exportId)
    return read(ctx, exportId)
  },
}
