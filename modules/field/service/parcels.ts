import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { fieldErrors, fieldRecord, type fieldApi, type FieldRecord, type ParcelCard, type ParcelLine } from '../contract.ts'
import { parcelNoOf } from '../rules.ts'
import * as store from '../store.ts'
import type { ParcelRow } from '../tables.ts'
import { mayRun, runFor } from './accepting.ts'
import { staff } from './actor.ts'

type Input<K extends keyof typeof fieldApi> = ParsedInputOf<(typeof fieldApi)[K]>

const contentOf = (ctx: Ctx, row: ParcelRow): FieldRecord => fieldRecord.parse(JSON.parse(ctx.vault.open(row.contentSealed)))

const toLine = ({ deviceId: _d, deviceName: _n, accountId: _a, areaPath: _p, contentSealed: _c, ...row }: ParcelRow, { words }: FieldRecord): ParcelLine => ({ ...row, title: words.title })
const toCard = (ctx: Ctx, row: ParcelRow): ParcelCard => {
  const record = contentOf(ctx, row)
  return { ...toLine(row, record), receiptNo: parcelNoOf(row.parcelId, row.receivedAt), deviceName: row.deviceName, lines: record.words.lines, doubtful: record.doubtful !== undefined, mayAccept: mayRun(ctx, row.command) }
}

export async function listParcels(ctx: Ctx, { tab, after, limit }: Input<'listParcels'>) {
  const rows = await store.listParcels(ctx.sql, { waiting: tab === 'waiting', after: readKey(after, 2), limit })
  const page = toPage(rows, limit, (row) => [row.receivedAt, row.parcelId])
  return { ...page, items: page.items.map((row) => toLine(row, contentOf(ctx, row))) }
}

export const getParcel = async (ctx: Ctx, { parcelId }: Input<'getParcel'>) => toCard(ctx, await store.parcelById(ctx.sql, parcelId))

/** As it is by now: it may have come by itself since the list was read. */
async function asItStands(ctx: Ctx, parcelId: string): Promise<ParcelRow> {
  await store.settleArrived(ctx.sql, ctx.now, parcelId)
  return store.lockParcel(ctx.sql, parcelId)
}

function waiting(row: ParcelRow): ParcelRow {
  if (row.state !== 'waiting') throw refuse(fieldErrors.notWaiting, { state: row.state })
  return row
}

async function settle(ctx: Ctx, row: ParcelRow, state: 'accepted' | 'filed', reason: string | null): Promise<ParcelCard> {
  const { accountId, name } = staff(ctx)
  await store.settleParcel(ctx.sql, { parcelId: row.parcelId, state, at: ctx.now, by: accountId, name, reason })
  return getParcel(ctx, row)
}

/** 代为登记: judged as if it had come in time, signed by both. What the command refuses is told and the parcel goes on waiting; what its author has sent meanwhile is entered already. */
export async function acceptParcel(ctx: Ctx, { parcelId }: Input<'acceptParcel'>) {
  const row = await asItStands(ctx, parcelId)
  if (row.state === 'arrived') return toCard(ctx, row)
  waiting(row)
  await runFor(ctx, { accountId: row.accountId, name: row.authorName }, contentOf(ctx, row))
  return settle(ctx, row, 'accepted', null)
}

export const fileParcel = async (ctx: Ctx, { parcelId, reason }: Input<'fileParcel'>) => settle(ctx, waiting(await asItStands(ctx, parcelId)), 'filed', reason)

export async function reopenParcel(ctx: Ctx, { parcelId }: Input<'reopenParcel'>) {
  const row = await store.lockParcel(ctx.sql, parcelId)
  if (row.state !== 'filed') throw refuse(fieldErrors.notFiled, { state: row.state })
  await store.settleParcel(ctx.sql, { parcelId, state: 'waiting', at: null, by: null, name: null, reason: null })
  return getParcel(ctx, { parcelId })
}

/** 待办: the oldest first. */
export async function parcelsWaiting(ctx: Ctx, limit: number): Promise<{ items: ParcelLine[]; total: number }> {
  const rows = await store.listParcels(ctx.sql, { waiting: true, after: undefined, limit })
  return { items: rows.slice(0, limit).map((row) => toLine(row, contentOf(ctx, row))), total: (await store.countParcels(ctx.sql)).waiting }
}
