import { columnsOf, exactly } from '../../kernel/columns.ts'
import { venuesApi } from './contract.ts'
import { doorOf } from './rules.ts'

const title = (name: string) => `venues.list.${name}`

/** Columns of the module's lists. */
export const columns = {
  listVenues: columnsOf(venuesApi.listVenues, 'venues.title', {
    venue: { title: title('venue'), value: (v) => v.name, with: [{ title: title('kind'), value: (v, say) => say(`venues.kinds.${v.kind}`) }, { title: title('place'), value: (v) => [v.areaName, v.address].filter(Boolean).join(' ') }] },
    inside: { title: title('inside'), value: (v) => v.inside, with: [{ title: title('capacity'), value: (v) => v.capacity }] },
    state: { title: title('state'), value: (v, say) => say(title(doorOf(v))), with: [{ title: title('overstaying'), value: (v) => v.overstaying }] },
    visits: { title: title('visits'), value: (v) => v.visitsToday },
    disinfected: { title: title('disinfected'), value: (v) => exactly(v.disinfectedAt) },
    space: { title: title('space'), value: (v) => v.squareMetres, hidden: true },
    keeper: { title: title('keeper'), value: (v) => v.keeperName, with: [{ title: title('phone'), value: (v) => v.keeperPhoneMasked }], hidden: true },
  }),
}
