import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, ageOn, dayOf, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { groupsFor } from '../../people/rules.ts'
import { careErrors as errors, type careApi, type UncaredHome } from '../contract.ts'
import { ADULT_AGE, careLaw, HOSPITAL_DAYS } from '../data.ts'
import { namesCarer } from '../rules.ts'
import * as store from '../store.ts'
import { sealedPhone } from './arranging.ts'
import { staffOf } from './reading.ts'

type Input<K extends keyof typeof careApi> = ParsedInputOf<(typeof careApi)[K]>

/** 没人照料的人, with the law that says who is to care for them. */
export async function uncaredHomes(ctx: Ctx): Promise<UncaredHome[]> {
  const rows = await store.uncaredHomes(ctx.sql, ctx.actor.scope, { today: ctx.today, adultAge: ADULT_AGE, hospitalSince: instantAt(addDays(ctx.today, -HOSPITAL_DAYS), '00:00') })
  return rows.map(({ left, ...row }) => {
    const people = left.map(({ personId, name, birthOn, groups }) => ({ personId, name, age: ageOn(birthOn, ctx.today) ?? null, groups: groupsFor(ctx.actor, groups) as UncaredHome['left'][number]['groups'] }))
    return { ...row, left: people, law: people.some(({ age }) => age !== null && age < ADULT_AGE) ? careLaw.minors : careLaw.others }
  })
}

export async function coverHome(ctx: Ctx, { householdId, kind, carerName, phone, at, note }: Input<'coverHome'>): Promise<{ coverId: string }> {
  if (!carerName && namesCarer(kind)) throw refuse(errors.nameMissing)
  const sealed = sealedPhone(ctx, phone)
  const { accountId, name } = staffOf(ctx)
  const coverId = ctx.newId()
  await store.insertCover(ctx.sql, { coverId, householdId, areaPath: await store.homePath(ctx.sql, householdId), at: at !== undefined && at < ctx.now ? at : ctx.now, kind, name: carerName ?? null, ...sealed, note: note || null, by: accountId, byName: name })
  return { coverId }
}
export async function undoCover(ctx: Ctx, { coverId }: Input<'undoCover'>): Promise<Record<string, never>> {
  const cover = await store.getCover(ctx.sql, coverId)
  if (cover.undone || cover.accountId !== staffOf(ctx).accountId || dayOf(cover.at) !== ctx.today) throw refuse(errors.cannotTakeBack)
  await store.undoCover(ctx.sql, coverId, ctx.now)
  return {}
}
