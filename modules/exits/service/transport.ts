import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toWalkedPage } from '../../../kernel/page.ts'
import { normalPlate, plateKind } from '../../people/rules.ts'
import { sealIdentity } from '../../people/service.ts'
import { divisionName } from '../../territory/divisions.ts'
import { areaById, communityOf, divisions } from '../../territory/service.ts'
import { exitsErrors, type Passenger, type Transport, type TransportCard, type exitsApi } from '../contract.ts'
import { destinationTree, goesTo, leftAtOf, transportActions } from '../rules.ts'
import * as store from '../store.ts'
import type { TransportRow } from '../tables.ts'
import { actorOf, tell } from './actor.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>

export const toTransport = ({ areaId: _a, areaPath: _p, ...row }: TransportRow): Transport => row

export async function passengersOf(ctx: Ctx, transportId: string): Promise<Passenger[]> {
  const seats = await store.seatsOf(ctx.sql, transportId)
  const rows = new Map((await store.rowsById(ctx.sql, seats.map((s) => s.exitId), ctx.today)).map((row) => [row.exitId, row]))
  const readings = new Map((await store.boardingReadings(ctx.sql, seats.map((s) => s.exitId))).map((one) => [one.exitId, one.temperature]))
  return seats.flatMap((s) => {
    const r = rows.get(s.exitId)
    return r ? [{
      seatId: s.seatId, seatNo: s.seatNo, state: s.state, exitId: r.exitId, personId: r.personId, name: r.name, sex: r.sex, documentMasked: r.documentMasked, phoneMasked: r.phoneMasked, address: r.address, destinationName: r.destinationName, employer: r.employer,
      certificateNo: r.certificateNo, certifiedUntil: r.certifiedUntil, certificateValid: r.certificateValid, emergencyName: r.emergencyName, emergencyMasked: r.emergencyMasked, boardedAt: s.boardedAt, temperature: readings.get(s.exitId) ?? null,
    }] : []
  })
}

export async function transportCard(ctx: Ctx, transportId: string): Promise<TransportCard> {
  const row = await store.getTransport(ctx.sql, transportId)
  const others = row.state === 'cancelled' ? [] : (await store.othersTo(ctx.sql, { transportId, destinationCode: row.destinationCode, now: ctx.now }))
  const actions = transportActions[row.state].filter((action) => action !== 'undoHandOver' || (row.handedAt !== null && dayOf(row.handedAt) === ctx.today))
  return { ...toTransport(row), communityName: (await communityOf(ctx, row.areaPath)).name, passengers: await passengersOf(ctx, transportId), others, actions: [...actions] }
}

const rangeOf = async (ctx: Ctx, areaId: string | undefined) => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))

export async function listTransports(ctx: Ctx, { tab, areaId, after, limit }: Input<'listTransports'>) {
  const page = toWalkedPage(await store.listTransports(ctx.sql, { tab, range: await rangeOf(ctx, areaId), after: readKey(after, 2), limit }), limit)
  return { ...page, items: page.items.map(toTransport) }
}
export async function destinations(ctx: Ctx, { areaId }: Input<'destinations'>) {
  const all = divisions()
  return { items: destinationTree(await store.destinations(ctx.sql, await rangeOf(ctx, areaId), ctx.today), (code) => divisionName(all, code)) }
}

/** What somebody typed of a bus, the driver's telephone sealed. One that left this morning is written down at noon, none of another day. */
function busOf(ctx: Ctx, i: Input<'createTransport'>, before?: TransportRow) {
  if (plateKind(i.plate) === undefined) throw refuse(exitsErrors.plateWrong)
  if (dayOf(i.departsAt) < ctx.today && (!before || dayOf(before.departsAt) !== dayOf(i.departsAt))) throw refuse(exitsErrors.departsPast)
  const phone = i.driverPhone ? sealIdentity(ctx, { documentKind: 'none', phone: i.driverPhone }) : undefined
  return {
    destinationCode: i.destinationCode, destinationName: i.destinationName, tripNo: i.tripNo || null, plate: normalPlate(i.plate), seats: i.seats, company: i.company, driverName: i.driverName || null,
    driverPhoneSealed: phone?.phoneSealed ?? null, driverPhoneMasked: phone?.phoneMasked ?? null, place: i.place, departsAt: i.departsAt,
  }
}

export async function createTransport(ctx: Ctx, input: Input<'createTransport'>): Promise<TransportCard> {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  const id = ctx.newId()
  await store.insertTransport(ctx.sql, { id, areaId: ctx.actor.areaId, areaPath: ctx.actor.areaPath, ...busOf(ctx, input), at: ctx.now, name: ctx.actor.name })
  return transportCard(ctx, id)
}

/** Not handed over yet, locked. */
export async function plannedBus(ctx: Ctx, transportId: string): Promise<TransportRow> {
  await store.lockTransport(ctx.sql, transportId)
  const row = await store.getTransport(ctx.sql, transportId)
  if (row.state !== 'planned') throw refuse(exitsErrors.busNotPlanned, { plate: row.plate })
  return row
}

export async function editTransport(ctx: Ctx, { transportId, ...input }: Input<'editTransport'>): Promise<TransportCard> {
  const row = await plannedBus(ctx, transportId)
  const highest = Math.max(0, ...(await store.seatsOf(ctx.sql, transportId)).map((s) => s.seatNo))
  if (input.seats < highest) throw refuse(exitsErrors.tooFewSeats, { seats: input.seats, taken: highest })
  const exits = await store.rowsById(ctx.sql, (await store.seatsOf(ctx.sql, transportId)).map((s) => s.exitId), ctx.today)
  const other = exits.find((one) => !goesTo(one.destinationCode, input.destinationCode))
  if (other) throw refuse(exitsErrors.wrongWay, { plate: row.plate, destination: other.destinationName })
  await store.updateTransport(ctx.sql, transportId, busOf(ctx, input, row))
  return transportCard(ctx, transportId)
}

export async function cancelTransport(ctx: Ctx, { transportId, reason }: Input<'cancelTransport'>): Promise<TransportCard> {
  await store.lockPassengers(ctx.sql, { transportId })
  const row = await plannedBus(ctx, transportId)
  const exits = await store.rowsById(ctx.sql, (await store.seatsOf(ctx.sql, transportId)).map((s) => s.exitId), ctx.today)
  await store.leaveAll(ctx.sql, transportId, ctx.now)
  await store.setTransportState(ctx.sql, transportId, 'cancelled', { cancelled: { at: ctx.now, reason } })
  await tell(ctx, exits.map((one) => ({ row: one, kind: 'busCancelled', params: { plate: row.plate, reason } })))
  return transportCard(ctx, transportId)
}

export async function reviveTransport(ctx: Ctx, { transportId }: Input<'reviveTransport'>): Promise<TransportCard> {
  await store.lockPassengers(ctx.sql, { transportId })
  await store.lockTransport(ctx.sql, transportId)
  const row = await store.getTransport(ctx.sql, transportId)
  if (row.state !== 'cancelled') throw refuse(exitsErrors.busNotPlanned, { plate: row.plate })
  await store.takeSeatsAgain(ctx.sql, transportId)
  await store.setTransportState(ctx.sql, transportId, 'planned', {})
  return transportCard(ctx, transportId)
}

/** 移交客运公司: the state, the minute and by whom, and when it left; who is not in it did not come, and waits for a seat again. */
export async function handOver(ctx: Ctx, { transportId, receiverName, leftAt: said }: Input<'handOver'>): Promise<TransportCard> {
  await store.lockPassengers(ctx.sql, { transportId })
  const row = await plannedBus(ctx, transportId)
  const seats = await store.seatsOf(ctx.sql, transportId)
  const gone = seats.filter((s) => s.state === 'boarded')
  if (gone.length === 0) throw refuse(exitsErrors.nobodyBoarded, { plate: row.plate })
  const leftAt = said === undefined ? leftAtOf(row.departsAt, ctx.now) : addMinutes(said, 0)
  if (leftAt > ctx.now) throw refuse(exitsErrors.leavesLater)
  const { by, name } = actorOf(ctx)
  await store.leaveSeats(ctx.sql, seats.filter((s) => s.state !== 'boarded').map((s) => s.seatId), ctx.now)
  await store.setSeats(ctx.sql, seats.filter((s) => s.state === 'seated').map((s) => s.seatId), 'noShow', null)
  await store.setTransportState(ctx.sql, transportId, 'handedOver', { leftAt, at: ctx.now, by, name, receiver: receiverName })
  const exits = new Map((await store.rowsById(ctx.sql, seats.map((s) => s.exitId), ctx.today)).map((one) => [one.exitId, one]))
  await store.setState(ctx.sql, gone.flatMap(({ exitId }) => (exits.get(exitId)?.state === 'allowed' ? [exitId] : [])), { state: 'out', leftAt, at: ctx.now })
  await tell(ctx, seats.flatMap((s) => { const one = exits.get(s.exitId); return one && s.state !== 'turnedAway' ? [{ row: one, params: { plate: row.plate, company: row.company }, ...(s.state === 'boarded' ? { kind: 'departed', at: leftAt } : { kind: 'noShow' }) }] : [] }))
  return transportCard(ctx, transportId)
}

export async function undoHandOver(ctx: Ctx, { transportId }: Input<'undoHandOver'>): Promise<TransportCard> {
  await store.lockPassengers(ctx.sql, { transportId })
  await store.lockTransport(ctx.sql, transportId)
  const row = await store.getTransport(ctx.sql, transportId)
  if (row.state !== 'handedOver') throw refuse(exitsErrors.busNotPlanned, { plate: row.plate })
  if (row.handedAt === null || dayOf(row.handedAt) !== ctx.today) throw refuse(exitsErrors.handedBefore)
  const seats = await store.seatsOf(ctx.sql, transportId)
  await store.takeSeatsAgain(ctx.sql, transportId)
  await store.setTransportState(ctx.sql, transportId, 'planned', {})
  // Whoever got off and came home meanwhile stays at home.
  const out = (await store.rowsById(ctx.sql, seats.filter((s) => s.state === 'boarded').map((s) => s.exitId), ctx.today)).filter((one) => one.state === 'out')
  await store.setState(ctx.sql, out.map((one) => one.exitId), { state: 'allowed', leftAt: null, at: ctx.now })
  await tell(ctx, out.map((one) => ({ row: one, kind: 'handOverUndone', params: { plate: row.plate } })))
  return transportCard(ctx, transportId)
}

export const departuresDue = async (ctx: Ctx): Promise<Transport[]> => (await store.departingUntil(ctx.sql, ctx.today, addDays(ctx.today, 1))).map(toTransport)
