import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { frameErrors, refuse, refuseAndKeep } from '../../../kernel/errors.ts'
import { loginOf } from '../../accounts/service.ts'
import { settingOf } from '../../settings/service.ts'
import { exportsErrors } from '../contract.ts'
import { approvalNeeded, sameInput, type Watermark } from '../rules.ts'
import * as store from '../store.ts'

/** What somebody wants out of the house. */
export interface ExportAsked {
  /** The endpoint that makes the file, `roster.exportPeople`, and its whole input: the same is downloaded once it is approved. */
  endpoint: string
  input: Record<string, unknown>
  /** What it holds, in words that whoever approves understands: 花名册 · 里布嘎社区. */
  title: string
  area: { id: string; areaPath: string }
  /** Rows in the file; counted by the server. */
  rows: number
  /** Clear numbers 明文号码; always needs an approval. */
  clear: boolean
  format: 'xlsx' | 'csv'
  reason: string
}

/**
 * The gate every export of personal data passes: a small one is written down and goes out; a large one, or one with clear
 * numbers, goes out once if somebody else has approved exactly it, else the request is kept and the caller is told that it waits.
 * Returns the watermark the file must carry.
 */
export async function exportAllowed(ctx: Ctx, asked: ExportAsked): Promise<Watermark> {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  const most = await settingOf(ctx, 'exports.approvalRows')
  const cause = approvalNeeded(asked, most)
  if (cause === null) return released(ctx, ctx.actor, await writeDown(ctx, ctx.actor, asked, 'downloaded'), asked.clear)
  const open = await store.findOpen(ctx.sql, {
    accountId: ctx.actor.accountId, endpoint: asked.endpoint, inputHash: hashOf(ctx, asked), now: ctx.now,
  })
  if (open?.state === 'approved') {
    await store.setDownloaded(ctx.sql, open.id, ctx.now, asked.rows)
    return released(ctx, ctx.actor, open.id, asked.clear)
  }
  if (!open) await writeDown(ctx, ctx.actor, asked, 'waiting')
  const spec = cause === 'clear' ? exportsErrors.waitsForClear : exportsErrors.waitsForRows
  throw refuseAndKeep(spec, { rows: asked.rows, most }, { cause: 'needsApproval' })
}

/** What really went out, of a file whose rows were not counted to the end before it began. */
export const tookOut = (ctx: Ctx, mark: Watermark, rows: number): Promise<number> => store.setDownloaded(ctx.sql, mark.exportId, mark.at, rows)

const hashOf = (ctx: Ctx, { input }: ExportAsked): string => ctx.vault.index('token', sameInput(input))

async function writeDown(ctx: Ctx, actor: StaffActor, asked: ExportAsked, state: 'waiting' | 'downloaded'): Promise<string> {
  const id = ctx.newId()
  const { endpoint, title, area, rows, clear, format, reason } = asked
  await store.insertExport(ctx.sql, {
    id, endpoint, title, rows, clear, format, reason, state, areaId: area.id, areaPath: area.areaPath, by: actor, at: ctx.now,
    inputSealed: ctx.vault.seal(JSON.stringify(asked.input)), inputHash: hashOf(ctx, asked),
  })
  return id
}

const released = async (ctx: Ctx, actor: StaffActor, exportId: string, clear: boolean): Promise<Watermark> => ({
  exportId, clear, at: ctx.now, name: actor.name, login: await loginOf(ctx, actor.accountId),
})
