import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { ContactKind, Measure } from '../../policies/contract.ts'
import { decide } from '../../policies/rules.ts'
import { policyInForce } from '../../policies/service.ts'
import { homeCodeOf } from '../../territory/service.ts'
import { quarantineErrors, type EpisodeState } from '../contract.ts'
import { placeOf } from '../rules.ts'
import { becauseOf, closeEpisodes, countChecks, freeRooms, lockRoom, setRoom, setStaff, setStages } from '../store.ts'
import { actorOf, forAction, keepChange, keepChanges, mustHaveCome } from './actor.ts'
import { goOn } from './opening.ts'

interface ByOrder { orderNo: string; reason: string }

/** 变更管理方式: what is left of the period goes on in another manner; the end is not touched. */
export async function changeMeasure(ctx: Ctx, episodeId: string, measure: Measure, roomId: string | undefined, { orderNo, reason }: ByOrder): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'changeMeasure')
  const stages = episode.stages.map((s) => (s.endsOn < ctx.today ? s : { ...s, measure }))
  await setStages(ctx.sql, episodeId, stages, episode.endsOn, measure, placeOf(measure))
  if (placeOf(measure) === 'site') await takeRoom(ctx, episodeId, roomId ?? (await freeRooms(ctx.sql, episode.areaPath))[0]?.id)
  await keepChange(ctx, episode, { kind: 'measureChanged', before: { measure: episode.measure }, after: { measure }, orderNo, reason }, { measure })
}

/** 新的暴露: decided by the order in force today; extends, never shortens and never loosens. It is kept with its kind and day also where it changes nothing. */
export async function recordExposure(ctx: Ctx, episodeId: string, contact: ContactKind, lastExposureOn: Day, reason: string): Promise<{ measure: Measure; endsOn: Day; extended: boolean }> {
  mustHaveCome(ctx, lastExposureOn)
  const episode = await forAction(ctx, episodeId, 'expose')
  const edition = await policyInForce(ctx, episode.areaPath, ctx.now)
  const homeCode = await homeCodeOf(ctx, episode.areaPath)
  const next = decide({ homeCode, originCode: homeCode, originAbroad: false, originName: '', arrivedOn: lastExposureOn, contact, lastExposureOn, symptoms: [], reportedAt: ctx.now }, edition, ctx.now)
  const { before, after } = await goOn(ctx, episode, next.stages)
  await keepChange(ctx, episode, { kind: 'exposed', before, after: { ...after, contact, lastExposureOn }, orderNo: edition.orderNo, reason }, { ...after, contact, on: lastExposureOn })
  return { ...after, extended: after.endsOn > before.endsOn }
}

async function takeRoom(ctx: Ctx, episodeId: string, roomId: string | undefined): Promise<{ roomName: string } | undefined> {
  if (roomId === undefined) return undefined
  const room = await lockRoom(ctx.sql, roomId)
  if (!room || room.state !== 'open') throw refuse(quarantineErrors.siteClosed)
  if (room.taken >= room.beds) {
    const { areaPath } = await forAction(ctx, episodeId, 'assignRoom')
    const free = (await freeRooms(ctx.sql, areaPath)).slice(0, 5).map((r) => r.name).join('、')
    throw refuse(quarantineErrors.roomFull, { room: room.name, free: free || '—' })
  }
  await setRoom(ctx.sql, episodeId, roomId)
  return { roomName: `${room.siteName} ${room.name}` }
}

export async function assignRoom(ctx: Ctx, episodeId: string, roomId: string): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'assignRoom')
  const taken = episode.roomId === roomId ? undefined : await takeRoom(ctx, episodeId, roomId)
  if (taken) await keepChange(ctx, episode, { kind: 'roomAssigned', before: { roomId: episode.roomId }, after: { roomId } }, { room: taken.roomName })
}

export async function assignStaff(ctx: Ctx, episodeId: string, doctorId: string | undefined, workerId: string | undefined): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'assignStaff')
  await setStaff(ctx.sql, episodeId, doctorId ?? null, workerId ?? null)
  await keepChange(ctx, episode, { kind: 'staffAssigned', before: { doctorId: episode.doctorId, workerId: episode.workerId }, after: { doctorId, workerId } })
}

/** Ends an episode otherwise than by release: moved out, sent to hospital. */
export async function endOtherwise(ctx: Ctx, episodeId: string, action: 'moveOut' | 'hospital', reason: string): Promise<void> {
  const episode = await forAction(ctx, episodeId, action)
  const state: EpisodeState = action === 'moveOut' ? 'movedOut' : 'hospital'
  const { by, name } = actorOf(ctx)
  await closeEpisodes(ctx.sql, [episodeId], state, { at: ctx.now, by, name, orderNo: null })
  await keepChange(ctx, episode, { kind: state, before: { state: 'active' }, after: { state }, reason })
}

/** 撤销纳管: an episode that should not have been opened, with those of the household who are managed because of it; impossible once something was recorded in any of them. */
export async function cancelEpisode(ctx: Ctx, episodeId: string, reason: string): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'cancel')
  const checks = await countChecks(ctx.sql, episodeId)
  if (checks > 0) throw refuse(quarantineErrors.hasRecords, { checks })
  const others = await becauseOf(ctx.sql, episodeId)
  const standing = others.filter((one) => one.standing)
  if (standing.length > 0) throw refuse(quarantineErrors.householdHasRecords, { names: standing.map((one) => one.name).join('、') })
  const all = [episode, ...others]
  const { by, name } = actorOf(ctx)
  await closeEpisodes(ctx.sql, all.map(({ id }) => id), 'cancelled', { at: ctx.now, by, name, orderNo: null })
  await keepChanges(ctx, all.map((one) => ({ episode: one, change: { kind: 'cancelled', before: { state: 'active' }, after: { state: 'cancelled' }, reason } })))
}
