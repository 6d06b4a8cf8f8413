import { venuesApi as api, type venuesApi } from '../../modules/venues/contract.ts'
import { addMinutes } from '../../kernel/dates.ts'
import { clock } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

export const aShop = (w: ExampleWorld, squareMetres = 300) => ({ areaId: w.c.compounds[0]?.id ?? '', name: '惠民超市', kind: 'supermarket', squareMetres } as const)
export async function aVenue(w: ExampleWorld, squareMetres?: number): Promise<{ venueId: string; token: string }> {
  const worker = await w.c.as('communityWorker')
  const { venueId } = await worker.call(api.createVenue, aShop(w, squareMetres))
  return { venueId, token: (await worker.call(api.venuePoster, { venueId })).url.split('/').at(-1) ?? '' }
}
const one = async (w: ExampleWorld) => ({ venueId: (await aVenue(w)).venueId })
const inside = async (w: ExampleWorld) => { const venue = await one(w); await (await w.c.as('communityWorker')).call(api.countIn, venue); return venue }
export const visitor = { name: '周敏', phone: '19900001234' }
const span = () => ({ from: addMinutes(clock.now, -60), to: addMinutes(clock.now, 60), reason: '流调' })
const aVisit = async (w: ExampleWorld) => { const { token } = await aVenue(w); return { token, visitId: (await w.caller.call(api.checkIn, { token, ...visitor })).visitId } }

export const venuesExamples: ExamplesOf<typeof venuesApi> = {
  listVenues: async () => ({}),
  venueCounts: async () => ({}),
  getVenue: one,
  createVenue: async (w) => aShop(w),
  editVenue: async (w) => ({ ...(await one(w)), ...aShop(w, 500) }),
  closeVenue: one,
  reopenVenue: async (w) => { const venue = await one(w); await (await w.c.as('communityWorker')).call(api.closeVenue, venue); return venue },
  venuePoster: one,
  countIn: one,
  countOut: inside,
  recordDisinfection: async (w) => ({ ...(await one(w)), place: '入口和购物车', agent: 'chlorine', concentration: 500, minutes: 30 }),
  undoDisinfection: async (w) => ({ disinfectionId: (await (await w.c.as('communityWorker')).call(api.recordDisinfection, { ...(await one(w)), place: '收银台', agent: 'alcohol' })).disinfectionId }),
  traceVenue: async (w) => ({ ...(await inside(w)), ...span() }),
  traceVisitor: async () => ({ phone: visitor.phone, ...span() }),
  takeBackVisit: async (w) => ({ visitId: (await aVisit(w)).visitId, reason: '本人说没有去过' }),
  restoreVisit: async (w) => {
    const { visitId } = await aVisit(w)
    await (await w.c.as('cdc')).call(api.takeBackVisit, { visitId, reason: '本人说没有去过' })
    return { visitId }
  },
  revealVisitor: async (w) => ({ visitId: (await aVisit(w)).visitId, reason: '流调' }),
  openVenue: async (w) => ({ token: (await aVenue(w)).token }),
  checkIn: async (w) => ({ token: (await aVenue(w)).token, ...visitor }),
  checkOut: aVisit,
}
