import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { carried } from './contract/carry.ts'
import { device, ownDevice, parcelCard, parcelLine, parcelState, parcelWhy, phoneLimits, sealedText } from './contract/views.ts'

export * from './contract/carry.ts'
export * from './contract/views.ts'

export const fieldErrors = declareErrors('field', {
  /** Ordered to be wiped and not wiped yet: nothing new is put onto it before. */
  wipeOrdered: { status: 409 },
  alreadyWiped: { status: 409 },
  notWaiting: { status: 409, params: z.object({ state: parcelState }) },
  notFiled: { status: 409, params: z.object({ state: parcelState }) },
  /** What was recorded does not fit what the command takes today. */
  outOfShape: { status: 409 },
  /** 卡点 of what was recorded: removed since, or beyond the reader's territory. */
  noSuchGate: { status: 409 },
})

const use = { permission: 'field.use' } as const
const parcels = { permission: 'field.parcels' } as const
const aDevice = z.object({ deviceId: id() })
const aParcel = z.object({ parcelId: id() })
const onDevice = { act: 'change', subjects: (i: { deviceId: string }) => [i.deviceId] } as const
const onParcel = { act: 'change', subjects: (i: { parcelId: string }) => [i.parcelId] } as const

/** 手机号 of the phone itself: made by chance on the phone, told to nobody. */
const phoneId = z.uuid()

export const parcelTabs = ['waiting', 'settled'] as const

export const fieldApi = {
  openDevice: command({
    path: '/field/devices', access: use, summary: '启用手机: the key under which this account keeps its records on this phone',
    input: z.object({ phoneId, name: z.string().trim().min(1).max(60) }),
    output: z.object({ deviceId: id(), /** 32 bytes, base64url: imported once and never shown again. */ key: z.string() }),
    errors: [fieldErrors.wipeOrdered], audit: { act: 'change', subjects: (_, o) => [o.deviceId] },
  }),
  carry: query({
    path: '/field/carry', access: use, summary: '随身数据: what the duty needs without signal; only the parts that changed since `known`',
    input: z.object({ /** `part:hash`, comma between, as the phone has them. */ known: z.string().max(4000).default('') }), output: carried,
    audit: { act: 'view', subjects: (_, o) => o.parts.flatMap((part) => part.people?.map((one) => one.personId).filter((one) => one !== null) ?? []) },
  }),
  contact: command({
    path: '/field/contact', access: 'public', summary: '手机报到: what waits on it, what its clock says; learns what is to be wiped. Known by the phone’s own id, so that it works without a session',
    input: z.object({
      phoneId, phoneNow: instant(),
      boxes: z.array(z.object({ accountId: id(), waiting: z.number().int().min(0).max(100_000), carryMadeAt: instant().optional() })).max(50),
      /** Accounts whose data the phone has wiped, as ordered. */
      wiped: z.array(id()).max(50).default([]),
    }),
    output: z.object({ now: instant(), wipe: z.array(id()), limits: phoneLimits }),
    audit: { act: 'change', anonymous: true },
  }),
  deliver: command({
    path: '/field/parcels', access: 'public', kilobytes: 10 * 1024, summary: '转交: records their owner cannot send any more, sealed by the phone; opened with the key of that account on that phone, which is all the proof there is and enough',
    input: z.object({ phoneId, accountId: id(), why: parcelWhy, parcels: z.array(z.object({ id: id(), sealed: sealedText })).min(1).max(200) }),
    output: z.object({
      received: z.array(z.object({ id: id(), receiptNo: z.string(), receivedAt: instant(), /** It had arrived by itself before. */ arrived: z.boolean() })),
      refused: z.array(id()),
    }),
    audit: { act: 'change', subjects: (_, o) => o.received.map((one) => one.id) },
  }),
  listParcels: query({
    path: '/field/parcels', access: parcels, summary: '来自手机: what waits for somebody to take it over, the oldest first; or what was done with it',
    input: z.object({ tab: z.enum(parcelTabs).default('waiting'), ...pageInput }), output: pageOf(parcelLine), audit: { act: 'view', subjects: (_, o) => o.items.map((one) => one.parcelId) },
  }),
  parcelCounts: query({
    path: '/field/parcels/counts', access: parcels, summary: '来自手机数', input: z.object({}), output: z.object({ waiting: z.number().int(), settled: z.number().int() }),
  }),
  getParcel: query({
    path: '/field/parcels/:parcelId', access: parcels, summary: '来自手机的一条: what was recorded, by whom, when', input: aParcel, output: parcelCard, audit: { act: 'view', subjects: (i) => [i.parcelId] },
  }),
  acceptParcel: command({
    path: '/field/parcels/:parcelId/accept', access: parcels, summary: '代为登记: runs it under one’s own name, with the author and the time it was recorded', input: aParcel, output: parcelCard,
    errors: [fieldErrors.notWaiting, fieldErrors.outOfShape, fieldErrors.noSuchGate], audit: onParcel,
  }),
  fileParcel: command({
    path: '/field/parcels/:parcelId/file', access: parcels, summary: '存档不登记: kept as it is, with the reason', input: aParcel.extend({ reason: reason() }), output: parcelCard,
    errors: [fieldErrors.notWaiting], audit: { ...onParcel, reason: (i) => i.reason },
  }),
  reopenParcel: command({
    path: '/field/parcels/:parcelId/reopen', access: parcels, summary: '撤销存档', input: aParcel, output: parcelCard, errors: [fieldErrors.notFiled], audit: onParcel,
  }),
  myDevices: query({
    path: '/field/my-devices', access: 'signedIn', summary: '我的手机: where one’s own records lie', input: z.object({}), output: z.object({ items: z.array(ownDevice) }),
  }),
  listDevices: query({
    path: '/field/devices', access: { permission: 'field.devices' }, summary: '手机: of the staff in one’s territory, last seen first', input: z.object({ q: text(40).optional(), ...pageInput }), output: pageOf(device),
  }),
  wipeDevice: command({
    path: '/field/devices/:deviceId/wipe', access: 'signedIn', summary: '远程清除: one’s own phone, or of one’s territory; at its next contact it delivers what waits, then forgets everything',
    input: aDevice.extend({ reason: reason() }), output: z.object({}), errors: [fieldErrors.alreadyWiped], audit: { ...onDevice, reason: (i) => i.reason },
  }),
  keepDevice: command({
    path: '/field/devices/:deviceId/keep', access: 'signedIn', summary: '撤销远程清除: while the phone has not heard of it', input: aDevice, output: z.object({}), errors: [fieldErrors.alreadyWiped], audit: onDevice,
  }),
}
