import QRCode from 'qrcode'
import { scopeOf, type Ctx, type Scope } from '../../kernel/ctx.ts'
import { addMinutes, dayOf, instantAt } from '../../kernel/dates.ts'
import type { ParsedInputOf, Service } from '../../kernel/endpoint.ts'
import { refuse } from '../../kernel/errors.ts'
import { readKey, readOrder, toPage, toWalkedPage } from '../../kernel/page.ts'
import { isPhone } from '../people/rules.ts'
import { findPeopleByIndex, sealIdentity } from '../people/service.ts'
import { settingOf } from '../settings/service.ts'
import { areaById } from '../territory/service.ts'
import { venuesErrors as errors, type Venue, type VenueCard, type venuesApi, type VenueVisit } from './contract.ts'
import { capacityOf, isFull, leaveBy } from './rules.ts'
import * as store from './store.ts'
import type { VenueRow } from './tables.ts'

type Input<K extends keyof typeof venuesApi> = ParsedInputOf<(typeof venuesApi)[K]>
interface Terms { perPerson: number; stayMinutes: number; since: store.Since }

async function termsOf(ctx: Ctx): Promise<Terms> {
  const stayMinutes = await settingOf(ctx, 'venues.stayMinutes')
  return { perPerson: await settingOf(ctx, 'venues.squareMetres'), stayMinutes, since: { today: instantAt(ctx.today, '00:00'), stay: addMinutes(ctx.now, -stayMinutes) } }
}

function toVenue({ areaPath: _p, tokenSealed: _t, scanned: _s, ...row }: VenueRow, { perPerson }: Terms): Venue {
  const capacity = capacityOf(row, perPerson)
  return { ...row, capacity, full: isFull(row.inside, capacity) }
}

async function cardOf(ctx: Ctx, venueId: string): Promise<VenueCard> {
  const terms = await termsOf(ctx)
  return { ...toVenue(await store.getVenue(ctx.sql, venueId, terms.since), terms), disinfections: await store.disinfectionsOf(ctx.sql, venueId), stayMinutes: terms.stayMinutes, perPerson: terms.perPerson }
}

/** What somebody typed of a place, the keeper's telephone sealed. */
async function rowOf(ctx: Ctx, i: Omit<Input<'editVenue'>, 'venueId'>) {
  const area = await areaById(ctx, i.areaId)
  const phone = i.keeperPhone ? sealIdentity(ctx, { documentKind: 'none', phone: i.keeperPhone }) : undefined
  return { areaId: area.id, areaPath: area.areaPath, name: i.name, kind: i.kind, address: i.address, squareMetres: i.squareMetres, ownCapacity: i.ownCapacity, keeperName: i.keeperName || null, keeperPhoneSealed: phone?.phoneSealed ?? null, keeperPhoneMasked: phone?.phoneMasked ?? null }
}

const urlOf = (ctx: Ctx, row: Pick<VenueRow, 'tokenSealed'>): string => `${ctx.settings.publicUrl.replace(/\/+$/, '')}/m/s/${ctx.vault.open(row.tokenSealed)}`

/** The place behind a code; at the door with the row locked. */
async function byToken(ctx: Ctx, token: string, terms: Terms, locked: boolean): Promise<VenueRow> {
  const found = await store.findByToken(ctx.sql, ctx.vault.index('token', token))
  if (!found) throw refuse(errors.noCode)
  if (locked) await store.lockVenue(ctx.sql, found.id)
  return store.getVenue(ctx.sql, found.id, terms.since)
}
/** At the door every scan counts: a number that would not go up would say who is inside to whoever tries their telephone. */
function publicOf({ scanned, ...row }: VenueRow, { perPerson, stayMinutes }: Terms) {
  const capacity = capacityOf(row, perPerson)
  return { name: row.name, inside: scanned, capacity, full: isFull(scanned, capacity), stayMinutes, open: row.state === 'open' }
}

async function checkIn(ctx: Ctx, { token, name, phone, device }: Input<'checkIn'>) {
  if (!isPhone(phone)) throw refuse(errors.wrongPhone)
  const terms = await termsOf(ctx)
  const row = await byToken(ctx, token, terms, true)
  if (row.state === 'closed') throw refuse(errors.closed, { name: row.name })
  const sealed = sealIdentity(ctx, { documentKind: 'none', phone })
  const deviceIndex = device === undefined ? null : ctx.vault.index('token', device)
  const known = sealed.phoneIndex && deviceIndex ? await store.openVisitOf(ctx.sql, row.venueId, sealed.phoneIndex, deviceIndex, terms.since.today) : undefined
  if (known) return { ...publicOf(row, terms), visitId: known.visitId, leaveBy: leaveBy(known.inAt, terms.stayMinutes) }
  const { capacity, full } = publicOf(row, terms)
  if (full) throw refuse(errors.full, { name: row.name, capacity })
  const visitId = ctx.newId()
  await store.insertVisit(ctx.sql, { id: visitId, venueId: row.venueId, areaPath: row.areaPath, inAt: ctx.now, how: 'scan', name, phoneSealed: sealed.phoneSealed, phoneIndex: sealed.phoneIndex, phoneMasked: sealed.phoneMasked, deviceIndex, since: terms.since.today })
  return { ...publicOf(await store.getVenue(ctx.sql, row.venueId, terms.since), terms), visitId, leaveBy: leaveBy(ctx.now, terms.stayMinutes) }
}

const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
const staffOf = (ctx: Ctx) => (ctx.actor.kind === 'staff' ? ctx.actor : undefined)

/** Behind whoever scans at that door in the same moment. */
async function setTakenBack(ctx: Ctx, visitId: string, how: Parameters<typeof store.setTakenBack>[2]): Promise<VenueVisit> {
  await store.lockVenue(ctx.sql, (await store.getVisit(ctx.sql, visitId)).venueId)
  await store.setTakenBack(ctx.sql, visitId, how)
  await store.countAnew(ctx.sql, visitId)
  return store.getVisit(ctx.sql, visitId)
}

export const venuesService: Service<typeof venuesApi, Ctx> = {
  async listVenues(ctx, { tab, areaId, text, order, after, limit }) {
    const terms = await termsOf(ctx)
    const way = readOrder<store.VenueOrder>(order, 'place')
    const rows = await store.listVenues(ctx.sql, { tab, perPerson: terms.perPerson, text, range: await rangeOf(ctx, areaId), since: terms.since, order: way, after: readKey(after, store.keyWidth(way.by)), limit })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => toVenue(row, terms)) }
  },
  async venueCounts(ctx, { areaId }) {
    const { since, perPerson } = await termsOf(ctx)
    return store.countTabs(ctx.sql, await rangeOf(ctx, areaId), since, perPerson)
  },
  getVenue: (ctx, { venueId }) => cardOf(ctx, venueId),
  async createVenue(ctx, input) {
    const [id, token] = [ctx.newId(), ctx.newToken()]
    await store.insertVenue(ctx.sql, { id, ...(await rowOf(ctx, input)), tokenIndex: ctx.vault.index('token', token), tokenSealed: ctx.vault.seal(token), at: ctx.now, byName: staffOf(ctx)?.name ?? null })
    return cardOf(ctx, id)
  },
  async editVenue(ctx, { venueId, ...input }) {
    await store.lockVenue(ctx.sql, venueId)
    await store.updateVenue(ctx.sql, venueId, await rowOf(ctx, input))
    return cardOf(ctx, venueId)
  },
  async closeVenue(ctx, { venueId }) {
    await store.lockVenue(ctx.sql, venueId)
    await store.setState(ctx.sql, venueId, 'closed')
    return cardOf(ctx, venueId)
  },
  async reopenVenue(ctx, { venueId }) {
    await store.lockVenue(ctx.sql, venueId)
    await store.setState(ctx.sql, venueId, 'open')
    return cardOf(ctx, venueId)
  },
  async venuePoster(ctx, { venueId }) {
    const terms = await termsOf(ctx)
    const row = await store.getVenue(ctx.sql, venueId, terms.since)
    const url = urlOf(ctx, row)
    // Level M survives a poster that has hung in the rain.
    return { name: row.name, areaFullName: (await areaById(ctx, row.areaId)).fullName, url, qrSvg: await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }), capacity: toVenue(row, terms).capacity, squareMetres: row.squareMetres, stayMinutes: terms.stayMinutes }
  },
  /** The keeper sees who stands there: what is counted is a fact, also beyond the number. */
  async countIn(ctx, { venueId }) {
    const terms = await termsOf(ctx)
    const row = await store.getVenue(ctx.sql, venueId, terms.since)
    if (row.state === 'closed') throw refuse(errors.closed, { name: row.name })
    await store.insertVisit(ctx.sql, { id: ctx.newId(), venueId, areaPath: row.areaPath, inAt: ctx.now, how: 'count', name: null, phoneSealed: null, phoneIndex: null, phoneMasked: null, deviceIndex: null, since: ctx.now })
    return cardOf(ctx, venueId)
  },
  async countOut(ctx, { venueId }) {
    await store.lockVenue(ctx.sql, venueId)
    if ((await store.endOldest(ctx.sql, venueId, instantAt(ctx.today, '00:00'), ctx.now)) === 0) throw refuse(errors.nobodyInside)
    return cardOf(ctx, venueId)
  },
  async recordDisinfection(ctx, { venueId, at, place, agent, concentration, minutes }) {
    const row = await store.getVenue(ctx.sql, venueId, (await termsOf(ctx)).since)
    const disinfectionId = ctx.newId()
    await store.insertDisinfection(ctx.sql, { id: disinfectionId, venueId, areaPath: row.areaPath, at: at === undefined || at > ctx.now ? ctx.now : addMinutes(at, 0), place, agent, concentration: concentration ?? null, minutes: minutes ?? null, byName: staffOf(ctx)?.name ?? null, accountId: staffOf(ctx)?.accountId ?? null })
    return { disinfectionId, venue: await cardOf(ctx, venueId) }
  },
  async undoDisinfection(ctx, { disinfectionId }) {
    const { venueId, at } = await store.getDisinfection(ctx.sql, disinfectionId)
    if (dayOf(at) !== ctx.today) throw refuse(errors.notTheDay)
    await store.undoDisinfection(ctx.sql, disinfectionId, ctx.now)
    return cardOf(ctx, venueId)
  },
  async traceVenue(ctx, { venueId, from, to, after, limit }) {
    await store.getVenue(ctx.sql, venueId, (await termsOf(ctx)).since)
    return toPage(await store.visitsIn(ctx.sql, { venueId, from, to, after: readKey(after, 2), limit }), limit, (row) => [row.inAt, row.visitId])
  },
  async traceVisitor(ctx, { phone, from, to }) {
    const { phoneIndex } = sealIdentity(ctx, { documentKind: 'none', phone })
    if (!isPhone(phone) || !phoneIndex) throw refuse(errors.wrongPhone)
    return { items: await store.visitsOf(ctx.sql, phoneIndex, from, to), personIds: (await findPeopleByIndex(ctx, { phoneIndex })).map(({ id }) => id), phoneIndex }
  },
  async revealVisitor(ctx, { visitId }) {
    const { phoneSealed } = await store.sealedPhone(ctx.sql, visitId)
    return { phone: phoneSealed ? ctx.vault.open(phoneSealed) : null }
  },
  takeBackVisit: (ctx, { visitId, reason }) => setTakenBack(ctx, visitId, { at: ctx.now, by: staffOf(ctx)?.name ?? null, reason }),
  restoreVisit: (ctx, { visitId }) => setTakenBack(ctx, visitId, { at: null, by: null, reason: null }),
  async openVenue(ctx, { token }) {
    const terms = await termsOf(ctx)
    return publicOf(await byToken(ctx, token, terms, false), terms)
  },
  checkIn,
  async checkOut(ctx, { token, visitId }) {
    const terms = await termsOf(ctx)
    const row = await byToken(ctx, token, terms, true)
    await store.endVisit(ctx.sql, visitId, row.venueId, ctx.now)
    await store.countAnew(ctx.sql, visitId)
    return publicOf(await store.getVenue(ctx.sql, row.venueId, terms.since), terms)
  },
}
