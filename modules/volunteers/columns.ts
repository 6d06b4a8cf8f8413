import { columnsOf } from '../../kernel/columns.ts'
import { volunteersApi } from './contract.ts'
import { hoursSaid } from './rules.ts'

const title = (name: string) => `volunteers.list.${name}`

/** Columns of the module's lists; a file of the helpers passes the gate with whose each row is. */
export const columns = {
  listVolunteers: columnsOf(volunteersApi.listVolunteers, 'volunteers.title', {
    who: { title: title('who'), value: (v) => v.name, with: [{ title: title('kind'), value: (v, say) => say(`volunteers.kinds.${v.kind}`) }, { title: title('unit'), value: (v) => v.unit }] },
    phone: { title: title('phone'), value: (v) => v.phoneMasked },
    skills: { title: title('skills'), value: (v, say) => v.skills.map((one) => say(`volunteers.skills.${one}`)).join('、') },
    free: { title: title('free'), value: (v, say) => v.free.map((one) => say(`volunteers.free.${one}`)).join('、') },
    state: { title: title('state'), value: (v, say) => say(`volunteers.state.${v.state}`), with: [{ title: title('reportedOn'), value: (v) => v.reportedOn }] },
    total: { title: title('timesTitle'), value: (v) => v.times, with: [{ title: title('minutes'), value: (v) => v.minutes }, { title: title('last'), value: (v) => v.lastOn }] },
    balance: { title: title('balance'), value: (v) => v.balance },
    area: { title: title('area'), value: (v) => v.areaName, hidden: true },
  }, (v) => v.personId ?? v.volunteerId),
  listUnits: columnsOf(volunteersApi.listUnits, 'volunteers.unitsTitle', {
    unit: { title: 'volunteers.units.unit', value: (u) => u.unit },
    reported: { title: 'volunteers.units.reported', value: (u) => u.reported },
    served: { title: 'volunteers.units.served', value: (u) => u.served },
    never: { title: 'volunteers.units.never', value: (u) => u.never },
    hours: { title: 'volunteers.units.hours', value: (u) => hoursSaid(u.minutes), with: [{ title: 'volunteers.units.times', value: (u) => u.times }] },
    last: { title: 'volunteers.units.last', value: (u) => u.lastOn },
  }),
  listHonours: columnsOf(volunteersApi.listHonours, 'volunteers.honoursTitle', {
    who: { title: 'volunteers.honours.who', value: (h) => h.name },
    unit: { title: 'volunteers.honours.unit', value: (h) => h.unit },
    times: { title: 'volunteers.honours.times', value: (h) => h.times },
    hours: { title: 'volunteers.honours.hours', value: (h) => hoursSaid(h.minutes) },
    points: { title: 'volunteers.honours.points', value: (h) => h.points },
  }),
}
