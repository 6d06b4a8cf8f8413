import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { checkDocument } from '../../people/rules.ts'
import { sealIdentity } from '../../people/service.ts'
import { settingOf } from '../../settings/service.ts'
import { passesErrors, type PassCard, type passesApi } from '../contract.ts'
import { mayDo, stateOf } from '../rules.ts'
import * as store from '../store.ts'
import { forAction, keep, mustBeFree } from './issuing.ts'
import { actorOf, cardOf } from './views.ts'

type Input<K extends keyof typeof passesApi> = ParsedInputOf<(typeof passesApi)[K]>
export type VisitAnnounced = Omit<Input<'announceVisitor'>, 'householdId'>

/** One visit of some hours: what the household says itself is confirmed with it, what the gate or the community enters waits for its yes. */
export async function announce(ctx: Ctx, householdId: string, v: VisitAnnounced, by: 'household' | 'community'): Promise<string> {
  const most = await settingOf(ctx, 'passes.visitHours')
  const hours = v.hours ?? most
  if (hours > most) throw refuse(passesErrors.visitTooLong, { hours: most })
  if (v.document && checkDocument('residentId', v.document).fault !== undefined) throw refuse(passesErrors.documentWrong)
  const home = await store.getHome(ctx.sql, householdId)
  await mustBeFree(ctx, householdId)
  const validFrom: Instant = v.validFrom && v.validFrom > ctx.now ? addMinutes(v.validFrom, 0) : ctx.now
  const passId = ctx.newId()
  const { by: account, byName } = actorOf(ctx)
  const { documentIndex, phoneSealed, phoneMasked, phoneIndex } = sealIdentity(ctx, { documentKind: 'residentId', documentNo: v.document, phone: v.phone })
  await store.insertPass(ctx.sql, {
    id: passId, kind: 'visitor', areaId: home.areaId, areaPath: home.areaPath, communityId: home.communityId, householdId, personId: null, state: by === 'household' ? 'valid' : 'waiting',
    validFrom, validUntil: addMinutes(validFrom, hours * 60), purpose: v.purpose, note: null, visitorName: v.name, visitorPhoneSealed: phoneSealed, visitorPhoneMasked: phoneMasked,
    visitorDocumentIndex: documentIndex, visitorPhoneIndex: phoneIndex, visitorFrom: v.from ?? null, announcedBy: by, confirmedAt: by === 'household' ? ctx.now : null, at: ctx.now, by: account, byName,
  })
  await keep(ctx, await store.getPass(ctx.sql, passId), 'announced', { name: v.name, purpose: v.purpose })
  return passId
}

/** 是 or 否 of the household, said by itself or told on the phone; either may be changed until the visit has begun. */
export async function answer(ctx: Ctx, passId: string, yes: boolean): Promise<void> {
  await store.lockPass(ctx.sql, passId)
  const pass = await store.getPass(ctx.sql, passId)
  const state = stateOf(pass, ctx.now)
  const possible = pass.kind === 'visitor' && pass.arrivedAt === null && (mayDo(pass, yes ? 'confirm' : 'decline', ctx.now) || (!yes && (state === 'valid' || state === 'early')))
  if (!possible) throw refuse(passesErrors.notInState, { state })
  if (yes && pass.householdId) await mustBeFree(ctx, pass.householdId)
  if (yes) await store.reopenPass(ctx.sql, passId, 'valid', ctx.now, ctx.now)
  else { const { by, byName } = actorOf(ctx); await store.endPass(ctx.sql, passId, { state: 'declined', at: ctx.now, by, byName, reason: null }) }
  await keep(ctx, pass, yes ? 'confirmed' : 'declined', { name: pass.visitorName ?? '' })
}

export async function announceVisitor(ctx: Ctx, { householdId, ...visit }: Input<'announceVisitor'>): Promise<PassCard> {
  return cardOf(ctx, await announce(ctx, householdId, visit, 'community'))
}

/** 已到: the code is used up. Passages call it as well, with the time of the passage. */
export async function arrive(ctx: Ctx, passId: string, at: Instant): Promise<void> {
  const pass = await forAction(ctx, passId, 'arrive')
  if ((await store.setArrived(ctx.sql, passId, at, ctx.now)) === 0) throw refuse(passesErrors.alreadyUsed)
  await keep(ctx, pass, 'arrived', { name: pass.visitorName ?? '' })
}

/** 访客从卡点进来了: the same by the number of the pass, at the passage's own time. A visit that is over, or was marked before, stays as it is: the passage is a fact either way. */
export async function arrivedAtGate(ctx: Ctx, serial: number, at: Instant): Promise<void> {
  const pass = await store.findBySerial(ctx.sql, serial)
  if (pass?.kind !== 'visitor') return
  await store.lockPass(ctx.sql, pass.passId)
  if (mayDo(pass, 'arrive', at) && (await store.setArrived(ctx.sql, pass.passId, at, ctx.now)) > 0) await keep(ctx, pass, 'arrived', { name: pass.visitorName ?? '' })
}
/** The passage was a slip: the visit has not begun. What the household or the community has said of it meanwhile stands. */
export async function undoArrivedAtGate(ctx: Ctx, serial: number, at: Instant): Promise<void> {
  const pass = await store.findBySerial(ctx.sql, serial)
  if (pass?.kind !== 'visitor' || pass.arrivedAt !== at) return
  await store.lockPass(ctx.sql, pass.passId)
  await store.clearArrived(ctx.sql, pass.passId, ctx.now)
  await keep(ctx, pass, 'reopened', { name: pass.visitorName ?? '' })
}

export async function reopenVisitor(ctx: Ctx, { passId }: Input<'reopenVisitor'>): Promise<PassCard> {
  await store.lockPass(ctx.sql, passId)
  const pass = await store.getPass(ctx.sql, passId)
  const state = stateOf(pass, ctx.now)
  if (pass.kind !== 'visitor') throw refuse(frameErrors.notFound)
  if (state === 'expired' || state === 'waiting' || state === 'revoked') throw refuse(passesErrors.notInState, { state })
  // A slip of "arrived" leaves the household's yes as it was.
  if (pass.arrivedAt !== null) await store.clearArrived(ctx.sql, passId, ctx.now)
  else await store.reopenPass(ctx.sql, passId, 'waiting', ctx.now, null)
  await keep(ctx, pass, 'reopened', { name: pass.visitorName ?? '' })
  return cardOf(ctx, passId)
}
