import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { areaById } from '../../territory/service.ts'
import { publicityErrors as errors, type publicityApi, type PublicityRecord } from '../contract.ts'
import { lacksNumber } from '../rules.ts'
import * as store from '../store.ts'
import { staffOf, toRecord } from './actor.ts'

type Input<K extends keyof typeof publicityApi> = ParsedInputOf<(typeof publicityApi)[K]>

const shown = async (ctx: Ctx, recordId: string): Promise<PublicityRecord> => toRecord(ctx, await store.getRecord(ctx.sql, recordId))

/** A fact, also of what holds no more: it was told when it was told. What says it happened in the future happened now. */
export async function recordPublicity(ctx: Ctx, { recordId = ctx.newId(), announcementId, areaId, way, at, reached, people, note }: Input<'recordPublicity'>): Promise<PublicityRecord> {
  const area = await areaById(ctx, areaId)
  if (announcementId !== undefined) await store.getAnnouncement(ctx.sql, announcementId)
  if (lacksNumber(way, reached)) throw refuse(errors.reachedNeeded, { way })
  const { accountId, name } = staffOf(ctx)
  await store.insertRecord(ctx.sql, {
    id: recordId, announcementId: announcementId ?? null, areaId, areaPath: area.areaPath, way, at: at === undefined || at > ctx.now ? ctx.now : at, reached: reached ?? null, people: people || null, note: note || null, receivedAt: ctx.now, accountId, byName: name,
  })
  return shown(ctx, recordId)
}

export async function undoPublicity(ctx: Ctx, { recordId }: Input<'undoPublicity'>): Promise<PublicityRecord> {
  await store.lockRecord(ctx.sql, recordId)
  if (!(await shown(ctx, recordId)).mayUndo) throw refuse(errors.notTheDay)
  await store.undoRecord(ctx.sql, recordId, ctx.now, staffOf(ctx).name)
  return shown(ctx, recordId)
}

/** 撤海报: any poster, whether what it says holds or not. */
const hang = (down: boolean) => async (ctx: Ctx, { recordId }: { recordId: string }): Promise<PublicityRecord> => {
  await store.lockRecord(ctx.sql, recordId)
  const record = await shown(ctx, recordId)
  if (record.way !== 'poster' || record.undoneAt !== null) throw refuse(errors.notAPoster)
  await store.setTakenDown(ctx.sql, recordId, down ? ctx.now : null, down ? staffOf(ctx).name : null)
  return shown(ctx, recordId)
}
export const [takeDownPoster, putUpAgain] = [hang(true), hang(false)]
