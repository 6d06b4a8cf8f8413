import type { Ctx } from '../../../kernel/ctx.ts'
import { clockOf, dayOf } from '../../../kernel/dates.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { exportAllowed, marked } from '../../exports/service.ts'
import type { exitsApi } from '../contract.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { passengersOf } from './transport.ts'

const WIDTHS = [6, 10, 22, 14, 20, 20, 12, 10, 14, 8, 10]

/** 乘客名单 as the transport company wants it; clear numbers only through the gate of all exports. */
export async function exportManifest(ctx: Ctx, input: ParsedInputOf<(typeof exitsApi)['exportManifest']>): Promise<FileReply> {
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : ''
  if (input.clear && !may(role, 'people.reveal')) throw refuse(frameErrors.wrongPermission, { permission: 'people.reveal' })
  const bus = await store.getTransport(ctx.sql, input.transportId)
  const passengers = await passengersOf(ctx, input.transportId)
  const { reason, clear, format } = input
  const title = `${zh.manifest.title} · ${bus.plate} · ${bus.destinationName}`
  const mark = await exportAllowed(ctx, { endpoint: 'exits.exportManifest', input: { ...input }, title, area: { id: bus.areaId, areaPath: bus.areaPath }, rows: passengers.length, clear, format, reason })
  const sealed = new Map((clear ? await store.sealedOf(ctx.sql, passengers.map((p) => p.exitId)) : []).map((one) => [one.exitId, one]))
  const open = (number: string | null | undefined, masked: string | null) => (number ? ctx.vault.open(number) : (masked ?? ''))
  const m = zh.manifest
  const head = [
    [m.title], [`${m.trip}:${bus.tripNo ?? ''}`, '', `${m.plate}:${bus.plate}`, `${m.destination}:${bus.destinationName}`, `${m.departs}:${dayOf(bus.departsAt)} ${clockOf(bus.departsAt)}`, `${m.place}:${bus.place}`, `${m.driver}:${bus.driverName ?? ''} ${bus.driverPhoneMasked ?? ''}`],
    [m.seat, m.name, m.document, m.phone, m.certificate, m.destination, m.emergency, m.emergencyPhone, m.employer, m.temperature, m.state],
  ]
  const rows = passengers.map((p) => [
    String(p.seatNo), p.name, open(sealed.get(p.exitId)?.documentSealed, p.documentMasked), open(sealed.get(p.exitId)?.phoneSealed, p.phoneMasked), p.certificateNo ?? '', p.destinationName, p.emergencyName ?? '',
    open(sealed.get(p.exitId)?.emergencySealed, p.emergencyMasked), p.employer ?? '', p.temperature?.toFixed(1) ?? '', zh.seatStates[p.state],
  ])
  return marked({ stem: `${m.title}-${bus.plate}-${dayOf(bus.departsAt)}`, format, layout: { name: m.title, headRows: 3, columns: WIDTHS.map((width) => ({ width })) }, rows: once([...head, ...rows]) }, mark)
}

async function* once(rows: string[][]): AsyncIterable<string[][]> {
  yield rows
}
