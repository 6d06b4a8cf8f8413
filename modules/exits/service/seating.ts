import { scopeOf, inScope, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readTemperature } from '../../policies/rules.ts'
import { exitsErrors, type BoardingFault, type exitsApi } from '../contract.ts'
import { assignSeats as assign, boardingFault, goesTo, maySeat } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow, SeatRow } from '../tables.ts'
import { actorOf, tell } from './actor.ts'
import { keptIn, ordersOf, takeReadings, withOpenLead } from './facts.ts'
import { plannedBus } from './transport.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>

/** 自动排座; a bus takes people of the office that ordered it, and nobody who would be turned away at its door. */
export async function assignSeats(ctx: Ctx, { transportIds }: Input<'assignSeats'>) {
  const buses = await store.planned(ctx.sql, transportIds, ctx.now)
  const all = await store.waiting(ctx.sql, ctx.today)
  const [kept, withLead] = [await keptIn(ctx, all, ordersOf(ctx)), await withOpenLead(ctx, all.map((w) => w.personId))]
  const waiting = all.filter((w) => !kept.has(w.exitId) && !withLead.has(w.personId))
  const seats: store.NewSeat[] = []
  // Office by office: a community's bus is not filled with the people of the next.
  for (const path of [...new Set(buses.map((b) => b.areaPath))].toSorted((a, b) => b.length - a.length)) {
    const left = waiting.filter((w) => inScope(scopeOf(path), w.areaPath) && !seats.some((s) => s.exitId === w.exitId))
    for (const s of assign(left, buses.filter((b) => b.areaPath === path))) seats.push({ id: ctx.newId(), ...s })
  }
  if (seats.length === 0) throw refuse(exitsErrors.noOneFits)
  await store.insertSeats(ctx.sql, seats, ctx.now)
  const [rows, plates] = [await store.rowsById(ctx.sql, seats.map((s) => s.exitId), ctx.today), seats]
  await tell(ctx, rows.map((row) => ({ row, kind: 'seated', params: { plate: row.plate ?? '', seat: plates.find((s) => s.exitId === row.exitId)?.seatNo ?? 0 } })))
  return { seatIds: seats.map((s) => s.id), stillWaiting: waiting.length - seats.length }
}

export async function releaseSeats(ctx: Ctx, { seatIds }: Input<'releaseSeats'>) {
  await store.lockPassengers(ctx.sql, { seatIds })
  const left = await store.leaveSeats(ctx.sql, seatIds, ctx.now)
  const rows = await store.rowsById(ctx.sql, left.map((one) => one.exitId), ctx.today)
  await tell(ctx, rows.map((row) => ({ row, kind: 'unseated' })))
  return { released: left.length }
}

/** A seat that was left is nobody's any more; but whoever missed a bus or was turned away may still be moved, unless they sit elsewhere by now. */
async function seatFor(ctx: Ctx, seatId: string, action: 'board' | 'unboard' | 'move') {
  await store.lockPassengers(ctx.sql, { seatIds: [seatId] })
  const seat = await store.getSeat(ctx.sql, seatId)
  const row = await store.getRow(ctx.sql, seat.exitId, ctx.today)
  const theirs = seat.leftAt === null || (action === 'move' && seat.state !== 'seated' && row.state === 'allowed' && row.seatId === null)
  if (!theirs || !maySeat(seat.state, action)) throw refuse(exitsErrors.alreadyBoarded, { name: row.name })
  return { seat, row }
}

/** 换车: also of whoever missed a bus that has left. */
export async function moveSeat(ctx: Ctx, { seatId, toTransportId }: Input<'moveSeat'>) {
  const { seat, row } = await seatFor(ctx, seatId, 'move')
  const bus = await plannedBus(ctx, toTransportId)
  if (!goesTo(row.destinationCode, bus.destinationCode)) throw refuse(exitsErrors.wrongWay, { plate: bus.plate, destination: row.destinationName })
  const taken = new Set((await store.seatsOf(ctx.sql, toTransportId)).map((s) => s.seatNo))
  const seatNo = Array.from({ length: bus.seats }, (_, i) => i + 1).find((no) => !taken.has(no))
  if (seatNo === undefined) throw refuse(exitsErrors.busFull, { plate: bus.plate, seats: bus.seats })
  await store.moveSeat(ctx.sql, seatId, { transportId: toTransportId, seatNo })
  await tell(ctx, [{ row, kind: 'moved', params: { plate: bus.plate, seat: seatNo } }])
  return { seatId, fromTransportId: seat.transportId }
}

/** 撤销退座: as far as the seats are still free. */
export async function retakeSeats(ctx: Ctx, { seatIds }: Input<'retakeSeats'>) {
  await store.lockPassengers(ctx.sql, { seatIds })
  const again = await store.retakeSeats(ctx.sql, seatIds)
  const rows = await store.rowsById(ctx.sql, again.map((one) => one.exitId), ctx.today)
  await tell(ctx, rows.map((row) => ({ row, kind: 'seated', params: { plate: row.plate ?? '', seat: row.seatNo ?? 0 } })))
  return { taken: again.length }
}

/** What was measured is kept for everybody; who may not board is told why. */
async function board(ctx: Ctx, all: readonly { seat: SeatRow; row: ExitRow; temperature: number }[]): Promise<Map<string, BoardingFault | null>> {
  const orders = ordersOf(ctx)
  const withLead = await withOpenLead(ctx, all.map(({ row }) => row.personId))
  await takeReadings(ctx, 'boarding', all.map(({ row, temperature }) => ({ row, temperature, symptoms: [] })), orders)
  const kept = await keptIn(ctx, all.map(({ row }) => row), orders)
  const faults = new Map<string, BoardingFault | null>()
  for (const { seat, row, temperature } of all) {
    const order = row.policyId ? await orders.by(row.policyId) : await orders.at(row.areaPath)
    faults.set(seat.seatId, boardingFault({ keptIn: kept.has(row.exitId), lead: withLead.get(row.personId) ?? null, certificateValid: row.certificateValid || !row.decision.needs.includes('certificate') }, order ? readTemperature(order.document, temperature) : 'normal'))
  }
  const of = (wanted: (fault: BoardingFault | null) => boolean) => all.filter(({ seat }) => wanted(faults.get(seat.seatId) ?? null)).map(({ seat }) => seat.seatId)
  await store.setSeats(ctx.sql, of((fault) => fault === null), 'boarded', { at: ctx.now, name: actorOf(ctx).name })
  await store.setSeats(ctx.sql, of((fault) => fault !== null && fault !== 'deviceError'), 'turnedAway', null)
  await tell(ctx, all.map(({ seat, row, temperature }) => { const fault = faults.get(seat.seatId); return { row, kind: fault ? `turnedAway.${fault}` : 'boarded', params: { celsius: temperature.toFixed(1), plate: row.plate ?? '' } } }))
  return faults
}

/** 上车核验, one after the other. */
export async function boardPassenger(ctx: Ctx, { seatId, temperature }: Input<'boardPassenger'>) {
  const { seat, row } = await seatFor(ctx, seatId, 'board')
  await plannedBus(ctx, seat.transportId)
  const why = (await board(ctx, [{ seat, row, temperature }])).get(seatId) ?? null
  return { state: why === null ? ('boarded' as const) : why === 'deviceError' ? seat.state : ('turnedAway' as const), why }
}

/** 录入核验单: who sits elsewhere or has boarded already is left as it is. */
export async function boardMany(ctx: Ctx, { transportId, measured }: Input<'boardMany'>) {
  await store.lockPassengers(ctx.sql, { seatIds: measured.map((one) => one.seatId) })
  await plannedBus(ctx, transportId)
  const seats = (await store.seatsById(ctx.sql, measured.map((one) => one.seatId))).filter((seat) => seat.transportId === transportId && maySeat(seat.state, 'board'))
  const rows = new Map((await store.rowsById(ctx.sql, seats.map((seat) => seat.exitId), ctx.today)).map((row) => [row.exitId, row]))
  const all = seats.flatMap((seat) => {
    const [row, one] = [rows.get(seat.exitId), measured.find((m) => m.seatId === seat.seatId)]
    return row && one ? [{ seat, row, temperature: one.temperature }] : []
  })
  const faults = await board(ctx, all)
  const turnedAway = all.flatMap(({ seat, row }) => { const why = faults.get(seat.seatId); return why ? [{ seatId: seat.seatId, name: row.name, why }] : [] })
  return { boarded: all.length - turnedAway.length, turnedAway }
}

export async function undoBoarding(ctx: Ctx, { seatId }: Input<'undoBoarding'>): Promise<{ state: SeatRow['state'] }> {
  const { seat, row } = await seatFor(ctx, seatId, 'unboard')
  await plannedBus(ctx, seat.transportId)
  await store.setSeats(ctx.sql, [seatId], 'seated', null)
  await tell(ctx, [{ row, kind: 'boardingUndone' }])
  return { state: 'seated' }
}
