import { columnsOf, exactly } from '../../kernel/columns.ts'
import { disinfectionApi } from './contract.ts'

const title = (name: string) => `disinfection.list.${name}`

/** Columns of the module's lists; the records in the order of form 18. */
export const columns = {
  listPoints: columnsOf(disinfectionApi.listPoints, 'disinfection.pointsTitle', {
    point: { title: title('point'), value: (p) => `${p.building}${p.name}`, with: [{ title: title('place'), value: (p) => p.placeName }, { title: title('kind'), value: (p, say) => say(`disinfection.kinds.${p.kind}`) }] },
    today: { title: title('today'), value: (p) => p.doneToday, with: [{ title: title('timesADay'), value: (p) => p.timesADay }, { title: title('standing'), value: (p, say) => say(`disinfection.standings.${p.standing}`) }] },
    last: { title: title('last'), value: (p) => exactly(p.lastAt) },
    squareMetres: { title: title('squareMetres'), value: (p) => p.squareMetres },
  }),
  listDisinfections: columnsOf(disinfectionApi.listDisinfections, 'disinfection.recordsTitle', {
    place: { title: title('area'), value: (r) => r.place, with: [{ title: title('place'), value: (r) => r.placeName }, { title: title('kind'), value: (r, say) => say(r.terminalId ? 'disinfection.terminal.name' : r.kind ? `disinfection.kinds.${r.kind}` : '') }] },
    agent: { title: title('agent'), value: (r, say) => say(`disinfection.agents.${r.agent}`) },
    concentration: { title: title('concentration'), value: (r) => r.concentration },
    method: { title: title('method'), value: (r, say) => (r.method ? say(`disinfection.methods.${r.method}`) : '') },
    at: { title: title('to'), value: (r) => exactly(r.at), with: [{ title: title('from'), value: (r) => exactly(r.fromAt) }] },
    squareMetres: { title: title('squareMetres'), value: (r) => r.squareMetres },
    people: { title: title('people'), value: (r) => r.people ?? r.byName },
    marks: { title: title('marks'), value: (r, say) => r.marks.map((one) => say(`disinfection.marks.${one.id}`, one.params)).join(' ') },
    note: { title: title('note'), value: (r) => r.result ?? r.note, hidden: true },
  }),
}
