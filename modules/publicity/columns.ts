import { columnsOf, exactly } from '../../kernel/columns.ts'
import { publicityApi } from './contract.ts'

const title = (name: string) => `publicity.list.${name}`

/** Columns of the module's lists. */
export const columns = {
  listAnnouncements: columnsOf(publicityApi.listAnnouncements, 'publicity.announcements', {
    title: { title: title('title'), value: (a) => a.title, with: [{ title: title('kind'), value: (a, say) => say(`publicity.kinds.${a.kind}`) }, { title: title('standing'), value: (a, say) => say(`publicity.standings.${a.standing}`) }] },
    source: { title: title('source'), value: (a) => a.source, with: [{ title: title('orderNo'), value: (a) => a.orderNo }, { title: title('areas'), value: (a) => a.areas.map(({ name }) => name).join('、') }] },
    published: { title: title('published'), value: (a) => exactly(a.publishedAt), with: [{ title: title('fromOn'), value: (a) => a.fromOn }, { title: title('toOn'), value: (a) => a.toOn }] },
    told: { title: title('told'), value: (a) => a.telling.told, with: [{ title: title('places'), value: (a) => a.telling.places }, { title: title('covered'), value: (a) => a.telling.covered }, { title: title('households'), value: (a) => a.telling.households }] },
    opened: { title: title('opened'), value: (a) => a.opened },
  }),
  listPublicity: columnsOf(publicityApi.listPublicity, 'publicity.recordsTitle', {
    place: { title: title('place'), value: (r) => r.placeName },
    way: { title: title('way'), value: (r, say) => say(`publicity.ways.${r.way}`) },
    title: { title: title('title'), value: (r) => r.title },
    at: { title: title('at'), value: (r) => exactly(r.at) },
    reached: { title: title('reached'), value: (r, say) => (r.reached === null ? '' : say(`publicity.reached.${r.way}`, { n: r.reached })) },
    people: { title: title('people'), value: (r) => r.people ?? r.byName },
    note: { title: title('note'), value: (r) => r.note, hidden: true },
  }),
}
