import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { everydayLink } from '../../links/rules.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { mattersErrors as errors, type mattersApi, type OwnMatter } from '../contract.ts'
import { residentLimits } from '../data.ts'
import { mayDo } from '../rules.ts'
import * as store from '../store.ts'
import type { MatterRow } from '../tables.ts'
import { keepPhoto } from './photos.ts'
import { enter } from './registering.ts'

type Input<K extends keyof typeof mattersApi> = ParsedInputOf<(typeof mattersApi)[K]>

/** How it stands, without a name of anybody: whoever has the phone sees it. */
async function toOwn(ctx: Ctx, row: MatterRow, receipt: string | null): Promise<OwnMatter> {
  const community = await communityOf(ctx, row.areaPath)
  const office = await areaById(ctx, community.id).catch(() => undefined)
  const { number, kind, state, words, registeredAt, dueAt, outcome } = row
  return { receipt, number, kind, state, words, registeredAt, dueAt, outcome, photos: (await store.photosOf(ctx.sql, row.matterId)).length, communityName: community.name, officePhone: office?.officePhone ?? null }
}

async function byReceipt(ctx: Ctx, receipt: string): Promise<MatterRow> {
  const [row] = await store.rowsByReceipts(ctx.sql, [ctx.vault.index('token', receipt)])
  if (!row) throw refuse(errors.unknown)
  return row
}

/** 居民扫码反映: of the area the code hangs in; nobody answers for it until somebody takes it. */
export async function reportMatter(ctx: Ctx, told: Input<'reportMatter'>): Promise<OwnMatter> {
  const link = everydayLink(ctx.actor, 'declaration')
  if ((await store.reportedSince(ctx.sql, link.areaPath, addMinutes(ctx.now, -60))) >= residentLimits.perCodePerHour) throw refuse(errors.tooMany)
  const receipt = ctx.newToken()
  await enter(ctx, { ...told, channel: 'qr', urgent: false }, { id: link.areaId, areaPath: link.areaPath }, ctx.vault.index('token', receipt))
  return toOwn(ctx, await byReceipt(ctx, receipt), receipt)
}

export async function addOwnPhoto(ctx: Ctx, { receipt }: Input<'addOwnPhoto'>): Promise<OwnMatter> {
  everydayLink(ctx.actor, 'declaration')
  const row = await byReceipt(ctx, receipt)
  if (row.state === 'closed' || !mayDo(row.state, 'photo')) throw refuse(errors.notInState, { state: row.state })
  await keepPhoto(ctx, row, undefined, residentLimits.photos)
  return toOwn(ctx, row, null)
}

export async function myMatters(ctx: Ctx, { receipts }: Input<'myMatters'>): Promise<{ items: OwnMatter[] }> {
  everydayLink(ctx.actor, 'declaration')
  const tokens = receipts.split(',').filter(Boolean)
  const rows = tokens.length === 0 ? [] : await store.rowsByReceipts(ctx.sql, tokens.map((token) => ctx.vault.index('token', token)))
  return { items: await Promise.all(rows.map((row) => toOwn(ctx, row, null))) }
}
