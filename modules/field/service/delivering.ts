import * as z from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/fields.ts'
import { settingOf } from '../../settings/service.ts'
import { fieldRecord, type fieldApi, type FieldRecord } from '../contract.ts'
import { clockOffKept, importKey, open, parcelNoOf } from '../rules.ts'
import * as store from '../store.ts'
import type { DeviceRow } from '../tables.ts'

type Delivery = ParsedInputOf<(typeof fieldApi)['deliver']>

/**
 * 转交: comes without a session, since its author may have none any more. What opens with the key of that account on that phone was
 * sealed there while the account used it; anything else is given back.
 */
export async function deliver(ctx: Ctx, { phoneId, accountId, why, parcels }: Delivery) {
  const device = (await store.devicesOfPhone(ctx.sql, phoneId)).find((one) => one.accountId === accountId)
  if (!device) return { received: [], refused: parcels.map((one) => one.id) }
  const opened = await openAll(ctx, device, parcels)
  const skew = await settingOf(ctx, 'passes.skewSeconds')
  const places = await store.pathsOf(ctx.sql, opened.flatMap((one) => aboutOf(one) ?? []))
  const all = opened.map((one) => ({
    parcelId: one.id, deviceId: device.deviceId, accountId, authorName: device.accountName, areaPath: places.get(aboutOf(one) ?? '') ?? device.areaPath, command: one.command, why, recordedAt: notAhead(one.at, ctx.now, skew),
    contentSealed: ctx.vault.seal(JSON.stringify(one)), clockOffSeconds: clockOffKept(one.clockOff), eventId: said(one)?.eventId ?? null,
  }))
  const arrived = await store.arrivedAlready(ctx.sql, all)
  await store.insertParcels(ctx.sql, all.filter((one) => !arrived.has(one.parcelId)), ctx.now)
  return {
    received: opened.map(({ id }) => ({ id, receiptNo: parcelNoOf(id, ctx.now), receivedAt: ctx.now, arrived: arrived.has(id) })),
    refused: parcels.map((one) => one.id).filter((id) => !opened.some((one) => one.id === id)),
  }
}

async function openAll(ctx: Ctx, device: DeviceRow, parcels: Delivery['parcels']): Promise<FieldRecord[]> {
  const key = await importKey(ctx.vault.open(device.keySealed))
  const opened: FieldRecord[] = []
  for (const { id, sealed } of parcels) {
    const record = fieldRecord.safeParse(await open(key, { ...device, id }, sealed))
    if (record.success && record.data.id === id) opened.push(record.data)
  }
  return opened
}

const said = ({ input }: FieldRecord) => ids.safeParse(Array.isArray(input['items']) && input['gateId'] === undefined ? (input['items'] as unknown[])[0] : input).data
/** What was recorded at a gate, a door or in a place is the business of where that is, wherever its author serves by now. */
function aboutOf(record: FieldRecord): string | undefined {
  const about = said(record)
  return about?.gateId ?? about?.pointId ?? about?.episodeId ?? about?.visitId ?? about?.areaId ?? about?.personId ?? about?.who?.personId
}
const ids = z.object({ eventId: id(), gateId: id(), pointId: id(), episodeId: id(), visitId: id(), areaId: id(), personId: id(), who: z.object({ personId: id() }).partial() }).partial()

/** A phone's clock may be ahead; what says it happened in the future happened now. */
const notAhead = (at: string, now: string, skewSeconds: number): string => (at <= addMinutes(now, skewSeconds / 60) ? at : now)
