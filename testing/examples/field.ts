import { uuidv7 } from 'uuidv7'
import { fieldApi as api, type FieldRecord, type fieldApi } from '../../modules/field/contract.ts'
import { importKey, seal } from '../../modules/field/rules.ts'
import { clock, type Caller } from '../world.ts'
import { somebodyManaged } from './quarantine.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

export interface Phone { phoneId: string; accountId: string; deviceId: string; key: CryptoKey }

/** A phone in somebody's hand, opened with their session. */
export async function aPhone(caller: Caller, phoneId: string = crypto.randomUUID()): Promise<Phone> {
  const { deviceId, key } = await caller.call(api.openDevice, { phoneId, name: 'Chrome · Android' })
  return { phoneId, accountId: caller.accountId, deviceId, key: await importKey(key) }
}

export const sealOn = async (phone: Phone, record: FieldRecord) =>
  ({ id: record.id, sealed: await seal(phone.key, { ...phone, id: record.id }, record, crypto.getRandomValues(new Uint8Array(12))) })

export const callRecord = (episodeId: string, more: Partial<FieldRecord> = {}): FieldRecord => ({
  id: uuidv7(), command: 'quarantine.recordCall', input: { episodeId, way: 'visit', reached: true, unchanged: true, temperature: 36.4, symptoms: [], at: clock.now }, at: clock.now, phoneAt: clock.now, clockOff: 0,
  words: { title: '上门 李桂兰', lines: ['体温 36.4 ℃', '其余无变化'] }, ...more,
})

/** A record its author handed over: it waits at the desk. */
export async function aParcel(w: ExampleWorld): Promise<{ parcelId: string }> {
  const { episodeId } = await somebodyManaged(w)
  const grid = await w.c.as('gridWorker')
  const phone = await aPhone(grid)
  const record = callRecord(episodeId)
  await grid.call(api.deliver, { phoneId: phone.phoneId, accountId: phone.accountId, why: 'handedOver', parcels: [await sealOn(phone, record)] })
  return { parcelId: record.id }
}
const theirPhone = async (w: ExampleWorld) => ({ deviceId: (await aPhone(await w.c.as('gridWorker'))).deviceId })

export const fieldExamples: ExamplesOf<typeof fieldApi> = {
  openDevice: async () => ({ phoneId: crypto.randomUUID(), name: 'Chrome · Android' }),
  carry: async (w) => {
    await somebodyManaged(w)
    return {}
  },
  contact: async (w) => {
    const phone = await aPhone(w.caller)
    return { phoneId: phone.phoneId, phoneNow: clock.now, boxes: [{ accountId: phone.accountId, waiting: 2 }] }
  },
  deliver: async (w) => {
    const { episodeId } = await somebodyManaged(w)
    const phone = await aPhone(w.caller)
    return { phoneId: phone.phoneId, accountId: phone.accountId, why: 'handedOver', parcels: [await sealOn(phone, callRecord(episodeId))] }
  },
  listParcels: async (w) => {
    await aParcel(w)
    return {}
  },
  parcelCounts: async () => ({}),
  getParcel: aParcel,
  acceptParcel: aParcel,
  fileParcel: async (w) => ({ ...(await aParcel(w)), reason: '同一次上门已经登记' }),
  reopenParcel: async (w) => {
    const parcel = await aParcel(w)
    await w.caller.call(api.fileParcel, { ...parcel, reason: '同一次上门已经登记' })
    return parcel
  },
  myDevices: async (w) => {
    await aPhone(w.caller)
    return {}
  },
  listDevices: async () => ({}),
  wipeDevice: async (w) => ({ ...(await theirPhone(w)), reason: '手机丢了' }),
  keepDevice: async (w) => {
    const phone = await theirPhone(w)
    await w.caller.call(api.wipeDevice, { ...phone, reason: '手机丢了' })
    return phone
  },
}
