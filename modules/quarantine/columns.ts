import { columnsOf, exactly } from '../../kernel/columns.ts'
import { quarantineApi } from './contract.ts'

const title = (name: string) => `quarantine.list.${name}`

/** Columns of the module's lists. */
export const columns = {
  listEpisodes: columnsOf(quarantineApi.listEpisodes, 'quarantine.title', {
    person: {
      title: title('person'), value: (e) => e.person.name,
      with: [
        { title: 'people.form.sex', value: (e, say) => say(`people.sexes.${e.person.sex}`) }, { title: 'people.list.age', value: (e) => e.person.age }, { title: 'people.list.door', value: (e) => e.person.address },
      ],
    },
    state: { title: title('state'), value: (e, say) => say(e.state === 'active' ? `quarantine.measures.${e.measure}` : `quarantine.states.${e.state}`) },
    day: { title: title('day'), value: (e) => `${e.dayNo}/${e.days}` },
    ends: { title: title('ends'), value: (e) => e.endsOn },
    last: { title: title('last'), value: (e) => e.lastTemperature?.toFixed(1), with: [{ title: title('lastAt'), value: (e) => exactly(e.lastTakenAt) }] },
    missing: {
      title: title('missing'), value: (e) => e.missingToday,
      with: [{ title: 'quarantine.tabs.lead', value: (e, say) => (e.openLead ? say('quarantine.tabs.lead') : '') }],
    },
    starts: { title: title('starts'), value: (e) => e.startsOn, hidden: true },
    phone: { title: 'people.list.phone', value: (e) => e.person.phoneMasked, hidden: true },
    document: { title: 'people.list.document', value: (e) => e.person.documentMasked, hidden: true },
    room: { title: title('room'), value: (e) => e.roomName, hidden: true },
    gaps: { title: title('gaps'), value: (e) => e.gaps, hidden: true },
  }, (e) => e.person.id),
}
