import { scopeOf, type Ctx, type Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import type { ZoneItem, zonesApi } from './contract.ts'
import { saveZoneChecklist, useZoneChecklist, zoneChecklists } from './service/checklists.ts'
import { addZoneItem, assignZoneItem, finishZoneItem, reopenZoneItem, skipZoneItem, toItems } from './service/items.ts'
import { addZonePhoto, removeZonePhoto, zonePhoto } from './service/photos.ts'
import { previewZone, rangeOf, setZone, undoZone, zoneAreas, zoneCard } from './service/states.ts'
import * as store from './store.ts'


export const zonesService: Service<typeof zonesApi, Ctx> = {
  zoneAreas, previewZone, setZone, undoZone, addZoneItem, assignZoneItem, finishZoneItem, skipZoneItem, reopenZoneItem, addZonePhoto, removeZonePhoto, zonePhoto,
  zoneChecklists, saveZoneChecklist, useZoneChecklist,
  zoneCounts: async (ctx, { areaId }) => store.counts(ctx.sql, ctx.now, await rangeOf(ctx, areaId)),
  zoneCard: (ctx, { areaId }) => zoneCard(ctx, areaId),
  publicZones: async (ctx, { areaId }) => ({ items: await store.publicZones(ctx.sql, areaId) }),
}

/** What is in force at or below an area, for the dashboard. */
export const zonesInForce = (ctx: Ctx, areaPath: string) => store.inForceBelow(ctx.sql, areaPath)

/** 待办: measures not yet in place, the most urgent first: one's own, or for an office all in reach; above the communities only what is late. */
export async function zoneItemsOpen(ctx: Ctx, { own, lateOnly, limit }: { own: boolean; lateOnly: boolean; limit: number }): Promise<{ items: ZoneItem[]; total: number; late: number }> {
  const ownerId = own && ctx.actor.kind === 'staff' ? ctx.actor.accountId : null
  const rows = await store.openItems(ctx.sql, { ownerId, lateOnly, now: ctx.now, limit })
  return { items: await toItems(ctx, rows), total: rows[0]?.total ?? 0, late: rows[0]?.late ?? 0 }
}

interface HandOver { handoverId: string; fromAccountId: string; toAccountId: string; toName: string; areaPath: string }
export const zonesJobs: Jobs = {
  /** Measures go along when duty hands over somebody's work, and come back with it. */
  'zones.handOver': {
    run: (runner, payload) => runner.tx(async (ctx) => {
      const h = payload as unknown as HandOver
      await store.handOver(ctx.sql, { fromId: h.fromAccountId, toId: h.toAccountId, toName: h.toName, handoverId: h.handoverId, range: scopeOf(h.areaPath) })
    }),
  },
  'zones.takeBack': { run: (runner, payload) => runner.tx(async (ctx) => { await store.takeBack(ctx.sql, String(payload['handoverId'])) }) },
}
