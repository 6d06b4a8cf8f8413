import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { isPhone, normalName } from '../../people/rules.ts'
import { sealIdentity } from '../../people/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { resumptionErrors as errors, type BusinessCard, type resumptionApi } from '../contract.ts'
import { businessKey, isCreditCode, isSame, newStanding, normalCode, tooMany } from '../rules.ts'
import * as store from '../store.ts'
import type { BusinessRow } from '../tables.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { actorOf, note } from './actor.ts'
import { cardOf } from './reading.ts'

type Input<K extends keyof typeof resumptionApi> = ParsedInputOf<(typeof resumptionApi)[K]>

/** What somebody typed, checked; the telephone sealed. */
async function toldBy(ctx: Ctx, i: Input<'registerBusiness'>): Promise<store.Told> {
  const [creditCode, persons] = [normalCode(i.creditCode ?? '') || null, { staff: i.staff ?? null, toReturn: i.toReturn ?? null, fromHighRisk: i.fromHighRisk ?? null }]
  if (i.kind === 'enterprise' && !creditCode) throw refuse(errors.codeMissing)
  if (creditCode && !isCreditCode(creditCode)) throw refuse(errors.codeWrong)
  if (i.phone && !isPhone(i.phone)) throw refuse(errors.phoneWrong)
  if (tooMany(persons)) throw refuse(errors.tooManyStaff)
  const area = await areaById(ctx, i.areaId)
  const name = normalName(i.name)
  return { kind: i.kind, name, nameKey: businessKey(name), creditCode, trade: i.trade, areaId: area.id, areaPath: area.areaPath, address: i.address, contactName: i.contactName || null, ...sealedPhone(ctx, i.phone ?? null), ...persons }
}

export const sealedPhone = (ctx: Ctx, phone: string | null): Pick<store.Told, 'phoneSealed' | 'phoneMasked'> => {
  const { phoneSealed, phoneMasked } = sealIdentity(ctx, { documentKind: 'none', phone })
  return { phoneSealed, phoneMasked }
}

/** One business is one record in a community. */
async function refuseTwin(ctx: Ctx, told: store.Told, exceptId?: string): Promise<void> {
  await store.waitForTwin(ctx.sql)
  const community = await communityOf(ctx, told.areaPath)
  const twin = (await store.known(ctx.sql, scopeOf(community?.areaPath ?? told.areaPath))).find((one) => one.businessId !== exceptId && isSame(one, told))
  if (twin) throw refuse(errors.alreadyThere, { name: told.name })
}

export async function registerBusiness(ctx: Ctx, input: Input<'registerBusiness'>): Promise<BusinessCard> {
  const told = await toldBy(ctx, input)
  await refuseTwin(ctx, told)
  const id = ctx.newId()
  await store.insertMany(ctx.sql, [{ ...told, id, standing: newStanding, at: ctx.now, byName: actorOf(ctx).name }])
  await note(ctx, { businessId: id, areaPath: told.areaPath }, 'registered', {}, null)
  return cardOf(ctx, id)
}

const labels = { kind: 'kind', name: 'business', creditCode: 'code', trade: 'trade', areaId: 'place', address: 'address', contactName: 'contact', staff: 'staff', toReturn: 'toReturn', fromHighRisk: 'fromHighRisk' } as const
/** Which of it is not as it was, in words, for the history; an empty telephone keeps the former. */
function changed(before: BusinessRow, told: store.Told): { zh: string; en: string } | undefined {
  const keys = [...(Object.keys(labels) as (keyof typeof labels)[]).filter((key) => before[key] !== told[key]).map((key) => labels[key]), ...(told.phoneSealed ? (['phone'] as const) : [])]
  return keys.length === 0 ? undefined : { zh: keys.map((key) => zh.list[key]).join('、'), en: keys.map((key) => en.list[key]).join(', ') }
}

export async function editBusiness(ctx: Ctx, { businessId, ...input }: Input<'editBusiness'>): Promise<BusinessCard> {
  await store.lock(ctx.sql, businessId)
  const before = await store.getRow(ctx.sql, businessId)
  const told = await toldBy(ctx, input)
  await refuseTwin(ctx, told, businessId)
  await store.updateTold(ctx.sql, businessId, told, ctx.now)
  await store.moveSteps(ctx.sql, businessId, told.areaPath)
  const what = changed(before, told)
  if (what) await note(ctx, { businessId, areaPath: told.areaPath }, 'edited', { what }, null)
  return cardOf(ctx, businessId)
}

/** With whom something was done since stays. */
export async function removeBusinesses(ctx: Ctx, { businessIds }: Input<'removeBusinesses'>) {
  const removed = (await store.removeUntouched(ctx.sql, businessIds)).map((one) => one.id)
  await store.remove(ctx.sql, removed)
  return { removed, kept: businessIds.length - removed.length }
}
