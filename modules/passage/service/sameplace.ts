import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toPage, type Page } from '../../../kernel/page.ts'
import { may } from '../../accounts/rules.ts'
import { settingOf } from '../../settings/service.ts'
import { sameVenue, venueVisitsOf } from '../../venues/service/sameplace.ts'
import type { OwnWay, passageApi, SamePlace } from '../contract.ts'
import * as store from '../store.ts'
import { nameFor } from './caller.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

/** Who is asked about, over which days, and what of it this caller may see. */
async function askedOf(ctx: Ctx, { personId, householdId, days, minutes }: Input<'ownWay'>) {
  if (!personId && !householdId) throw refuse(frameErrors.notFound)
  const who = personId ? await store.wayOfPerson(ctx.sql, personId) : await store.wayOfHousehold(ctx.sql, householdId ?? '')
  const back = days ?? (await settingOf(ctx, 'passage.samePlaceDays'))
  return {
    ...who, whose: personId ? { personId } : { householdId: householdId ?? '', personId: null }, days: back, minutes: minutes ?? (await settingOf(ctx, 'passage.samePlaceMinutes')), from: instantAt(addDays(ctx.today, 1 - back), '00:00'), to: ctx.now,
    traces: ctx.actor.kind === 'staff' && may(ctx.actor.role, 'venues.trace'),
  }
}

/** 本人(户)的进出: what there is to compare with, before anybody else is looked at. */
export async function ownWay(ctx: Ctx, input: Input<'ownWay'>): Promise<OwnWay> {
  const { phoneIndexes, traces, whose, ...asked } = await askedOf(ctx, input)
  const own = await store.ownPassages(ctx.sql, { ...asked, ...whose })
  const venues = !traces ? 'notYours' : phoneIndexes.length === 0 ? 'noPhone' : 'shown'
  return { ...asked, who: nameFor(ctx, asked.who), address: asked.address ?? '', ...own, visits: venues === 'shown' ? await venueVisitsOf(ctx, { phoneIndexes, ...asked }) : 0, venues }
}

/** 同时同地: from the gates and, for who may trace them, from the venues; the nearest of both first. */
export async function listSamePlace(ctx: Ctx, { after: next, limit, reason: _reason, ...input }: Input<'listSamePlace'>): Promise<Page<SamePlace>> {
  const { phoneIndexes, traces, whose, ...asked } = await askedOf(ctx, input)
  const q = { ...asked, after: readKey(next, 2), limit: limit + 1 }
  await store.alongTheKey(ctx.sql)
  const atGates = await store.listSamePlace(ctx.sql, { ...q, ...whose })
  const inVenues = traces && phoneIndexes.length > 0 ? await sameVenue(ctx, { ...q, phoneIndexes }) : []
  const rows: (SamePlace & { ms: number })[] = [
    ...atGates.map(({ personName, householder, toldName, toldPlace, address, apart, ...row }) => ({
      ...row, at: 'gate' as const, who: nameFor(ctx, personName ?? householder ?? toldName ?? ''), beside: address ?? toldPlace ?? '', apart: Math.round(apart / 1000), ms: apart,
    })),
    ...inVenues.map(({ name, phoneMasked, venueName, apart, ...row }) => ({
      ...row, at: 'venue' as const, subject: row.personId ? 'person' as const : 'visitor' as const, who: nameFor(ctx, name ?? ''), beside: phoneMasked ?? '', plate: null, direction: null, placeName: venueName, eventId: null, apart: Math.round(apart / 1000), ms: apart,
    })),
  ]
  const page = toPage(rows.toSorted((a, b) => a.ms - b.ms || (a.key < b.key ? -1 : 1)), limit, (row) => [row.ms, row.key])
  return { ...page, items: page.items.map(({ ms: _ms, ...row }) => row) }
}
