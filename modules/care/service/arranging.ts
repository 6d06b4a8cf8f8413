import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { isPhone } from '../../people/rules.ts'
import { sealIdentity } from '../../people/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { careErrors as errors, type CareCard, type careApi } from '../contract.ts'
import * as store from '../store.ts'
import { cardOf, inCare, staffOf } from './reading.ts'

type Input<K extends keyof typeof careApi> = ParsedInputOf<(typeof careApi)[K]>

export function sealedPhone(ctx: Ctx, phone: string | undefined): { phoneSealed: string | null; phoneMasked: string | null } {
  if (phone && !isPhone(phone)) throw refuse(errors.phoneWrong)
  const { phoneSealed, phoneMasked } = sealIdentity(ctx, { documentKind: 'none', phone })
  return { phoneSealed, phoneMasked }
}

export async function setCareRhythm(ctx: Ctx, { personId, days, reason }: Input<'setCareRhythm'>): Promise<CareCard> {
  await inCare(ctx, personId)
  await store.setOwnDays(ctx.sql, personId, days, days === null ? null : reason)
  return cardOf(ctx, personId)
}

export async function declineCare(ctx: Ctx, { personId, saidBy, note, askAgainOn }: Input<'declineCare'>): Promise<CareCard> {
  if (askAgainOn <= ctx.today) throw refuse(errors.dayPast)
  await inCare(ctx, personId)
  await store.setDeclined(ctx.sql, personId, { on: ctx.today, by: saidBy, note: note || null, askAgainOn })
  return cardOf(ctx, personId)
}
export async function resumeCare(ctx: Ctx, { personId }: Input<'resumeCare'>): Promise<CareCard> {
  await inCare(ctx, personId)
  await store.setDeclined(ctx.sql, personId, null)
  return cardOf(ctx, personId)
}

export async function nameAnswerer(ctx: Ctx, { personId, kind, name, phone }: Input<'nameAnswerer'>): Promise<CareCard> {
  const sealed = sealedPhone(ctx, phone)
  await inCare(ctx, personId)
  await store.setAnswerer(ctx.sql, personId, { kind, name, ...sealed, since: ctx.today })
  return cardOf(ctx, personId)
}
export async function dropAnswerer(ctx: Ctx, { personId }: Input<'dropAnswerer'>): Promise<CareCard> {
  await inCare(ctx, personId)
  await store.setAnswerer(ctx.sql, personId, null)
  return cardOf(ctx, personId)
}
export async function nameContact(ctx: Ctx, { personId, name, relation, phone }: Input<'nameContact'>): Promise<CareCard> {
  const sealed = sealedPhone(ctx, phone)
  await inCare(ctx, personId)
  await store.setContact(ctx.sql, personId, { name, relation, ...sealed })
  return cardOf(ctx, personId)
}
export async function revealCarePhone(ctx: Ctx, { personId, whose }: Input<'revealCarePhone'>): Promise<{ phone: string | null }> {
  const sealed = (await store.sealedPhones(ctx.sql, personId))[whose]
  return { phone: sealed === null ? null : ctx.vault.open(sealed) }
}

/** The community a rhythm is set for; of an office above, the one that is named. */
async function rhythmPlace(ctx: Ctx, areaId: string | undefined) {
  const place = await communityOf(ctx, areaId === undefined ? staffOf(ctx).areaPath : (await areaById(ctx, areaId)).areaPath)
  return place.level === 'community' ? place : null
}

export async function careRhythms(ctx: Ctx, { areaId }: Input<'careRhythms'>) {
  const place = await rhythmPlace(ctx, areaId)
  return { community: place && { id: place.id, name: place.name }, items: await store.rhythmsOf(ctx.sql, place?.id ?? null) }
}
/** 设定本社区频次: what differs from before is kept with who set it, and holds at once. */
export async function setCareRhythms(ctx: Ctx, { areaId, items }: Input<'setCareRhythms'>) {
  const [{ accountId, name }, place] = [staffOf(ctx), await rhythmPlace(ctx, areaId)]
  if (!place) throw refuse(errors.whichCommunity)
  const now = new Map((await store.rhythmsOf(ctx.sql, place.id)).map((one) => [one.group, one]))
  const changed = items.flatMap(({ group, days }) => {
    const was = now.get(group)
    const wanted = days === was?.standard ? null : days
    return was && was.own !== wanted ? [{ id: ctx.newId(), communityId: place.id, areaPath: place.areaPath, group, days: wanted, at: ctx.now, by: accountId, byName: name }] : []
  })
  if (changed.length === 0) return { changed: 0, persons: 0 }
  await store.insertRhythms(ctx.sql, changed)
  return { changed: changed.length, persons: await store.applyRhythms(ctx.sql, place.id) }
}
export const rangeOf = async (ctx: Ctx, areaId: string | undefined) => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
