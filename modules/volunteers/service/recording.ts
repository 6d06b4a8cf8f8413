import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, dayOf, instantAt, toInstant, type Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { volunteersErrors as errors, type CallCard, type PointRules, type volunteersApi } from '../contract.ts'
import { shippedRules } from '../data.ts'
import { pointsFor, signedOn, timesRight, undoable, wholeMinutes } from '../rules.ts'
import * as store from '../store.ts'
import type { CallRow, ServiceRow } from '../tables.ts'
import { zh } from '../words.zh.ts'
import { writeRoster } from './calling.ts'
import { callCardOf, postOf, staffOf } from './reading.ts'

type Input<K extends keyof typeof volunteersApi> = ParsedInputOf<(typeof volunteersApi)[K]>

export async function rulesFor(ctx: Ctx, areaPath: string): Promise<{ ruleId: string | null; rules: PointRules }> {
  const found = await store.ruleFor(ctx.sql, areaPath)
  return found ? { ruleId: found.ruleId, rules: found.document } : { ruleId: null, rules: shippedRules }
}

interface Came { from: Instant; to: Instant; note: string | undefined; rating: number | undefined }
/** 来了: the hours from what was signed, the points from the hours by the edition in force. */
async function writeCame(ctx: Ctx, service: Pick<ServiceRow, 'serviceId' | 'volunteerId' | 'areaPath' | 'kind' | 'place'>, { note, rating, ...span }: Came): Promise<{ minutes: number; points: number }> {
  const [from, to] = [toInstant(new Date(span.from)), toInstant(new Date(span.to))]
  if (!timesRight(from, to) || to > ctx.now) throw refuse(errors.timesWrong)
  const byName = staffOf(ctx).name
  await store.lock(ctx.sql, service.volunteerId)
  await store.record(ctx.sql, service.serviceId, { state: 'came', cameAt: from, leftAt: to, note: note || null, rating: rating ?? null, at: ctx.now, byName })
  const { ruleId, rules } = await rulesFor(ctx, service.areaPath)
  const day = dayOf(from)
  const points = pointsFor(rules, service.kind, wholeMinutes(from, to), await store.earnedOn(ctx.sql, service.volunteerId, service.kind, instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00')))
  if (points > 0) await store.insertEntry(ctx.sql, { id: ctx.newId(), volunteerId: service.volunteerId, areaPath: service.areaPath, at: ctx.now, points, kind: 'earned', serviceId: service.serviceId, takesBack: null, what: `${service.place} ${zh.works[service.kind]}`, ruleId, byName })
  return { minutes: wholeMinutes(from, to), points }
}

/** 一键登记: where nothing else is said, from sign-on to sign-off at the gate, else as it was asked. */
export async function recordServices(ctx: Ctx, { callId, items }: Input<'recordServices'>): Promise<CallCard> {
  await store.lockCall(ctx.sql, callId)
  const call = await store.getCall(ctx.sql, callId)
  const post = await postOf(ctx, call.shift)
  const takers = new Map((await store.takersOf(ctx.sql, callId)).map((one) => [one.serviceId, one]))
  for (const { serviceId, came, from, to, note, rating } of items) {
    const service = takers.get(serviceId)
    if (!service || service.state !== 'taken') throw refuse(errors.notRecorded)
    const stood = post ? signedOn(post, service.name) : null
    if (came) await writeCame(ctx, service, { from: from ?? stood?.from ?? call.startsAt, to: to ?? earlier(stood?.to ?? call.endsAt, ctx.now), note, rating })
    else await store.record(ctx.sql, serviceId, { state: 'absent', cameAt: null, leftAt: null, note: note || null, rating: null, at: ctx.now, byName: staffOf(ctx).name })
  }
  await followRoster(ctx, call)
  return callCardOf(ctx, callId)
}
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
/** While its shift is still to be kept, the roster has whoever stands on the call now. */
async function followRoster(ctx: Ctx, before: CallRow): Promise<void> {
  const { names } = await store.getCall(ctx.sql, before.callId)
  if (before.endsAt > ctx.now && names.join() !== before.names.join()) await writeRoster(ctx, before, names, false)
}

/** 补记: somebody helped whom nobody had called. */
export async function recordService(ctx: Ctx, { volunteerId, kind, place, from, to, note, rating }: Input<'recordService'>) {
  const { state, name, areaPath } = await store.lock(ctx.sql, volunteerId)
  if (state === 'waiting' || state === 'declined') throw refuse(errors.notInState, { name, state })
  const serviceId = ctx.newId()
  await store.insertService(ctx.sql, { id: serviceId, callId: null, volunteerId, areaPath, kind, place, startsAt: from, endsAt: to, at: ctx.now, byName: staffOf(ctx).name })
  return { serviceId, ...(await writeCame(ctx, { serviceId, volunteerId, areaPath, kind, place }, { from, to, note, rating })) }
}

/** 撤销: a service of a call waits to be recorded again, one of no call is gone; points are taken back by a line of their own. */
export async function undoServices(ctx: Ctx, { serviceIds }: Input<'undoServices'>): Promise<{ undone: number }> {
  for (const serviceId of serviceIds) {
    const service = await store.getService(ctx.sql, serviceId)
    if (!['came', 'absent'].includes(service.state) || !undoable(service.recordedAt, ctx.today)) throw refuse(errors.notTheDay)
    const call = service.callId === null ? undefined : await store.getCall(ctx.sql, service.callId)
    await store.record(ctx.sql, serviceId, { state: service.callId === null ? 'undone' : 'taken', cameAt: null, leftAt: null, note: null, rating: null, at: null, byName: null })
    const entry = await store.standingEntry(ctx.sql, serviceId)
    if (entry) await store.insertEntry(ctx.sql, { id: ctx.newId(), volunteerId: entry.volunteerId, areaPath: entry.areaPath, at: ctx.now, points: -entry.points, kind: 'takenBack', serviceId, takesBack: entry.entryId, what: entry.what, ruleId: null, byName: staffOf(ctx).name })
    if (call) await followRoster(ctx, call)
  }
  return { undone: serviceIds.length }
}

export async function exchangePoints(ctx: Ctx, { volunteerId, points, what }: Input<'exchangePoints'>) {
  const { areaPath } = await store.lock(ctx.sql, volunteerId)
  const balance = await store.balanceOf(ctx.sql, volunteerId)
  if (points > balance) throw refuse(errors.notEnough, { balance })
  const entryId = ctx.newId()
  await store.insertEntry(ctx.sql, { id: entryId, volunteerId, areaPath, at: ctx.now, points: -points, kind: 'exchanged', serviceId: null, takesBack: null, what, ruleId: null, byName: staffOf(ctx).name })
  return { entryId, balance: balance - points }
}
export async function undoExchange(ctx: Ctx, { entryId }: Input<'undoExchange'>) {
  const { volunteerId } = await store.getEntry(ctx.sql, entryId)
  await store.lock(ctx.sql, volunteerId)
  const entry = await store.getEntry(ctx.sql, entryId)
  if (entry.kind !== 'exchanged' || entry.takenBack || !undoable(entry.at, ctx.today)) throw refuse(errors.notTheDay)
  await store.insertEntry(ctx.sql, { id: ctx.newId(), volunteerId, areaPath: entry.areaPath, at: ctx.now, points: -entry.points, kind: 'takenBack', serviceId: null, takesBack: entryId, what: entry.what, ruleId: null, byName: staffOf(ctx).name })
  return { balance: await store.balanceOf(ctx.sql, volunteerId) }
}

export async function pointRulesNow(ctx: Ctx) {
  const found = await store.ruleFor(ctx.sql, staffOf(ctx).areaPath)
  return found ? { rules: found.document, officeName: found.officeName, version: found.version, publishedAt: found.publishedAt, publisherName: found.publisherName } : { rules: shippedRules, officeName: null, version: 0, publishedAt: null, publisherName: null }
}
export async function publishPointRules(ctx: Ctx, rules: Input<'publishPointRules'>): Promise<{ version: number }> {
  if (new Set(rules.items.map(({ kind }) => kind)).size < rules.items.length) throw refuse(errors.itemTwice)
  const { areaId, areaPath, name } = staffOf(ctx)
  await store.lockOffice(ctx.sql, areaId)
  return { version: await store.insertRule(ctx.sql, { id: ctx.newId(), officeId: areaId, areaPath, document: rules, at: ctx.now, byName: name }) }
}
