import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { mattersService } from '../../matters/service.ts'
import { personBrief } from '../../people/service.ts'
import { areaById } from '../../territory/service.ts'
import { careErrors as errors, type careApi } from '../contract.ts'
import { dueOf, standingAfter } from '../rules.ts'
import * as store from '../store.ts'
import type { CareRow } from '../tables.ts'
import { mayUndo, staffOf } from './reading.ts'
import { zh } from '../words.zh.ts'

type Input<K extends keyof typeof careApi> = ParsedInputOf<(typeof careApi)[K]>

/** A fact: also of somebody who has left the groups since, and of a day long past; what the phone says of the future happened now. */
export async function recordCareVisit(ctx: Ctx, { personId, way, result, note, need, at: said }: Input<'recordCareVisit'>) {
  const { accountId, name } = staffOf(ctx)
  if (result === 'need' && !need) throw refuse(errors.needMissing)
  if (result === 'changed' && !note) throw refuse(errors.wordsMissing)
  await store.lock(ctx.sql, personId)
  const row = await store.findRow(ctx.sql, personId)
  const areaPath = row?.areaPath ?? (await areaById(ctx, (await personBrief(ctx, personId)).areaId)).areaPath
  const at = said !== undefined && said < ctx.now ? said : ctx.now
  const matter = result === 'need' && need ? await mattersService.registerMatter(ctx, { ...need, personId, channel: way === 'phone' ? 'phone' : 'door' }) : undefined
  const visitId = ctx.newId()
  await store.insertVisit(ctx.sql, { visitId, personId, areaPath, at, receivedAt: ctx.now, way, result, note: note || null, matterId: matter?.matterId ?? null, accountId, actorName: name })
  return { visitId, dueOn: row ? await standAnew(ctx, row) : ctx.today, matterId: matter?.matterId ?? null, matterNumber: matter?.number ?? null }
}

/** Where the person stands by all the visits that count; answers with the next due day. */
async function standAnew(ctx: Ctx, row: CareRow): Promise<string> {
  const standing = standingAfter(row, await store.countedVisits(ctx.sql, row.personId))
  await store.stand(ctx.sql, row.personId, standing)
  return dueOf(row, standing)
}

/** 撤销: the visit no longer counts; the need goes along while nobody has begun on it. */
export async function undoCareVisit(ctx: Ctx, { visitId }: Input<'undoCareVisit'>) {
  const found = await store.getVisit(ctx.sql, visitId)
  await store.lock(ctx.sql, found.personId)
  const visit = await store.getVisit(ctx.sql, visitId)
  if (!mayUndo(ctx, visit)) throw refuse(errors.cannotTakeBack)
  await store.undoVisit(ctx.sql, visitId, ctx.now)
  const row = await store.findRow(ctx.sql, visit.personId)
  if (row) await standAnew(ctx, row)
  return { personId: visit.personId, matterWithdrawn: visit.matterId === null ? null : await withdrawn(ctx, visit.matterId) }
}
async function withdrawn(ctx: Ctx, matterId: string): Promise<boolean> {
  const { actions, state } = await mattersService.getMatter(ctx, { matterId })
  if (state !== 'registered' || !actions.includes('withdraw')) return state === 'withdrawn'
  await mattersService.withdrawMatter(ctx, { matterId, reason: zh.withdrawnWith })
  return true
}

