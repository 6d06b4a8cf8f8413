import { inScope, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { may } from '../../accounts/rules.ts'
import { endSessionOf, keepOnPhone } from '../../accounts/service.ts'
import { settingOf } from '../../settings/service.ts'
import { fieldErrors, type fieldApi, type OwnDevice, type PhoneLimits } from '../contract.ts'
import { clockOffKept } from '../rules.ts'
import * as store from '../store.ts'
import type { DeviceRow } from '../tables.ts'
import { staff } from './actor.ts'

type Input<K extends keyof typeof fieldApi> = ParsedInputOf<(typeof fieldApi)[K]>

/** 启用手机: the same key for the same account on the same phone, so that what was left there can be read again by nobody else. */
export async function openDevice(ctx: Ctx, { phoneId, name }: Input<'openDevice'>) {
  const actor = staff(ctx)
  const opened = await store.openDevice(ctx.sql, {
    id: ctx.newId(), phoneId, accountId: actor.accountId, accountName: actor.name, areaPath: actor.areaPath, name, keySealed: ctx.vault.seal(ctx.newToken()), sessionId: actor.sessionId, at: ctx.now,
  })
  if (opened.wipeWaits) throw refuse(fieldErrors.wipeOrdered)
  await keepOnPhone(ctx)
  return { deviceId: opened.id, key: ctx.vault.open(opened.keySealed) }
}

/** 报到: also of a phone whose sessions have all ended, since a lost phone must hear that it is to forget. */
export async function contact(ctx: Ctx, { phoneId, phoneNow, boxes, wiped }: Input<'contact'>) {
  const devices = await store.devicesOfPhone(ctx.sql, phoneId)
  const clockOffSeconds = clockOffKept(Math.round((Date.parse(ctx.now) - Date.parse(phoneNow)) / 1000))
  for (const { deviceId, accountId } of devices) {
    const box = boxes.find((one) => one.accountId === accountId)
    if (wiped.includes(accountId)) await store.wiped(ctx.sql, deviceId, ctx.now)
    else if (box) await store.report(ctx.sql, { deviceId, waiting: box.waiting, carryMadeAt: box.carryMadeAt ?? null, clockOffSeconds, at: ctx.now })
  }
  const wipe = devices.filter((one) => one.wipeOrderedAt !== null && one.wipedAt === null && !wiped.includes(one.accountId)).map((one) => one.accountId)
  return { now: ctx.now, wipe, limits: await limitsOf(ctx) }
}

const limitsOf = async (ctx: Ctx): Promise<PhoneLimits> => ({
  handOverHours: await settingOf(ctx, 'field.handOverHours'), syncMinutes: await settingOf(ctx, 'field.syncMinutes'), keptDays: await settingOf(ctx, 'field.keptDays'), clockSeconds: await settingOf(ctx, 'passes.skewSeconds'),
})

const toOwn = ({ deviceId, name, openedAt, seenAt, waiting, carryMadeAt, clockOffSeconds, wipeOrderedAt, wipeOrdererName, wipedAt }: DeviceRow): OwnDevice =>
  ({ deviceId, name, openedAt, seenAt, waiting, carryMadeAt, clockOffSeconds, wipeOrderedAt, wipeOrdererName, wipedAt })

export const myDevices = async (ctx: Ctx) => ({ items: (await store.devicesOf(ctx.sql, staff(ctx).accountId)).map(toOwn) })

export async function listDevices(ctx: Ctx, { q, after, limit }: Input<'listDevices'>) {
  const rows = await store.listDevices(ctx.sql, { scope: ctx.actor.scope, q, after: readKey(after, 2), limit })
  const page = toPage(rows, limit, (row) => [row.seenAt, row.deviceId])
  return { ...page, items: page.items.map((row) => ({ ...toOwn(row), accountName: row.accountName, areaName: row.areaName, role: row.role })) }
}

/** One's own, or of one's territory for whoever keeps the phones; else it is not there. */
async function inReach(ctx: Ctx, deviceId: string): Promise<DeviceRow> {
  const actor = staff(ctx)
  const device = await store.deviceById(ctx.sql, deviceId)
  if (device.accountId !== actor.accountId && !(may(actor.role, 'field.devices') && inScope(actor.scope, device.areaPath))) throw refuse(frameErrors.notFound)
  if (device.wipedAt !== null) throw refuse(fieldErrors.alreadyWiped)
  return device
}

/** 远程清除: its session ends now; the rest happens when the phone is heard of next. */
export async function wipeDevice(ctx: Ctx, { deviceId, reason }: Input<'wipeDevice'>) {
  const device = await inReach(ctx, deviceId)
  const { accountId, name } = staff(ctx)
  await store.orderWipe(ctx.sql, { deviceId, at: ctx.now, by: accountId, name, reason })
  if (device.sessionId !== null) await endSessionOf(ctx, device.accountId, device.sessionId)
  return {}
}

export async function keepDevice(ctx: Ctx, { deviceId }: Input<'keepDevice'>) {
  await inReach(ctx, deviceId)
  await store.keep(ctx.sql, deviceId)
  return {}
}
