import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import type { fieldApi } from './contract.ts'
import { carry } from './service/carrying.ts'
import { deliver } from './service/delivering.ts'
import { contact, keepDevice, listDevices, myDevices, openDevice, wipeDevice } from './service/devices.ts'
import { acceptParcel, fileParcel, getParcel, listParcels, reopenParcel } from './service/parcels.ts'
import * as store from './store.ts'

export { parcelsWaiting } from './service/parcels.ts'

export const fieldService: Service<typeof fieldApi, Ctx> = {
  openDevice, carry, contact, deliver, listParcels, getParcel, acceptParcel, fileParcel, reopenParcel, myDevices, listDevices, wipeDevice, keepDevice,
  parcelCounts: (ctx) => store.countParcels(ctx.sql),
}

export const fieldJobs: Jobs = {
  'field.settleArrived': { everyMinutes: 5, run: async (runner) => { await runner.tx((ctx) => store.settleArrived(ctx.sql, ctx.now)) } },
}
