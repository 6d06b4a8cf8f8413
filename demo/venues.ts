import { addMinutes, toInstant } from '../kernel/dates.ts'
import { venuesApi } from '../modules/venues/contract.ts'
import type { Life } from './days.ts'
import { openDesk } from './desk.ts'

const VENUES = [
  ['锦绣小区', '惠民超市锦绣店', 'supermarket', 420, '锦绣小区1幢底商', 24], ['金科小区', '金科农贸市场', 'market', 860, '金科小区南门外', 61], ['阳光花园', '康宁大药房', 'pharmacy', 90, '阳光花园东门', 9], ['老城组', '老城米线馆', 'restaurant', 120, '老城街12号', 3],
] as const

/** Shops with a code at the door: people inside by scan and by count, one nearly full; disinfected this morning. */
export async function openVenues(life: Life): Promise<void> {
  const worker = life.town.desk('communityWorker')
  const visitors = openDesk(life.house, {})
  const now = toInstant(life.clock.now())
  for (const [place, name, kind, squareMetres, address, inside] of VENUES) {
    const areaId = life.town.communities[0]?.settlements.find((one) => one.name === place)?.id
    if (!areaId) continue
    const { venueId } = await worker.call(venuesApi.createVenue, { areaId, name, kind, squareMetres, address, keeperName: '店员', keeperPhone: '19900009201' })
    const token = (await worker.call(venuesApi.venuePoster, { venueId })).url.split('/').at(-1) ?? ''
    const people = (life.communities[0]?.households ?? []).filter((home) => home.place === place).slice(200, 200 + inside).flatMap((home) => home.persons[0] ?? [])
    for (const [i, person] of people.entries()) {
      if (i % 3 === 0 || !person.phone) await worker.call(venuesApi.countIn, { venueId })
      else await visitors.call(venuesApi.checkIn, { token, name: person.name, phone: person.phone })
    }
    await worker.call(venuesApi.recordDisinfection, { venueId, place: '入口、购物车、收银台', agent: 'chlorine', concentration: 500, minutes: 30, at: addMinutes(now, -240) })
  }
}
