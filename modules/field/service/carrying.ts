import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { careCarried, uncaredHomes } from '../../care/service.ts'
import { may } from '../../accounts/rules.ts'
import { MOST_POINTS } from '../../disinfection/data.ts'
import { pointsCarried } from '../../disinfection/service.ts'
import { announcementsCarried } from '../../publicity/service.ts'
import { policyIfAny } from '../../policies/service.ts'
import { visitorOf } from '../../quarantine/rules.ts'
import { settingOf } from '../../settings/service.ts'
import { areaById, communityOf, homeCodeOf } from '../../territory/service.ts'
import { policyEdition } from '../../policies/contract.ts'
import type { Carried, CarriedPart, CarriedPerson, fieldApi } from '../contract.ts'
import { inParts, newTo, partOf, wantedOf } from '../rules.ts'
import * as store from '../store.ts'
import { staff } from './actor.ts'

/** 随身数据: made anew from the rows each time, cut into parts; what the phone has already is left out. */
export async function carry(ctx: Ctx, { known }: ParsedInputOf<(typeof fieldApi)['carry']>): Promise<Carried> {
  const actor = staff(ctx)
  const wanted = wantedOf(actor.role)
  const parts: CarriedPart[] = [
    partOf('duty', { duty: await duty(ctx, actor) }),
    ...(wanted.policy ? [partOf('policy', { policy: await policy(ctx, actor.areaPath) })] : []),
    ...(wanted.people === 'none' ? [] : inParts('people', await people(ctx, actor.role), (one) => one.key)),
    ...(wanted.care ? inParts('care', await careCarried(ctx), (one) => one.personId) : []),
    ...(wanted.care ? [partOf('homes', { homes: await uncaredHomes(ctx) })] : []),
    ...(may(actor.role, 'disinfection.record') ? inParts('points', await pointsCarried(ctx, MOST_POINTS), (one) => one.pointId) : []),
    ...(may(actor.role, 'publicity.record') ? inParts('announcements', await announcementsCarried(ctx), (one) => one.announcementId) : []),
    ...(wanted.doors ? inParts('doors', await store.doorsCarried(ctx.sql, actor.scope), (one) => one.householdId) : []),
  ]
  return { madeAt: ctx.now, expiresAt: addMinutes(ctx.now, 60 * (await settingOf(ctx, 'field.carryHours'))), all: parts.map(({ part }) => part), parts: newTo(known, parts) }
}

async function duty(ctx: Ctx, { role, areaId, areaPath }: StaffActor) {
  const area = await areaById(ctx, areaId)
  const [community, places] = [await communityOf(ctx, areaPath), await store.placesCarried(ctx.sql, areaId)]
  return { role, areaId, areaName: area.name, homeCode: await homeCodeOf(ctx, areaPath), officePhone: await store.officePhoneOf(ctx.sql, community.id), places }
}

async function policy(ctx: Ctx, areaPath: string) {
  const edition = await policyIfAny(ctx, areaPath, ctx.now)
  return edition ? policyEdition.parse(edition) : null
}

function people(ctx: Ctx, role: string): Promise<CarriedPerson[]> {
  const { people: whom, health } = wantedOf(role)
  const asked = { today: ctx.today, visitor: visitorOf(role) ?? '', visitedOnly: whom === 'visited' }
  return health ? store.peopleCarried(ctx.sql, asked) : store.deliveriesCarried(ctx.sql, asked)
}
