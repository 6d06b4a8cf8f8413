import { columnsOf, exactly } from '../../kernel/columns.ts'
import { mattersApi } from './contract.ts'

/** Columns of the module's lists. */
export const columns = {
  listMatters: columnsOf(mattersApi.listMatters, 'matters.title', {
    what: { title: 'matters.columns.kind', value: (m, say) => say(`matters.kinds.${m.kind}`), with: [{ title: 'matters.columns.words', value: (m) => m.words }, { title: 'matters.columns.number', value: (m) => m.number }] },
    place: { title: 'matters.columns.place', value: (m) => m.areaName, with: [{ title: 'matters.columns.door', value: (m) => m.place }] },
    who: { title: 'matters.columns.who', value: (m) => m.name },
    holder: { title: 'matters.columns.holder', value: (m) => m.holderName, with: [{ title: 'matters.columns.owner', value: (m) => m.ownerName }] },
    due: { title: 'matters.columns.clock', value: (m) => exactly(m.dueAt), with: [{ title: 'matters.columns.state', value: (m, say) => say(`matters.states.${m.state}`) }] },
    registered: { title: 'matters.columns.registered', value: (m) => exactly(m.registeredAt), with: [{ title: 'matters.columns.channel', value: (m, say) => say(`matters.channels.${m.channel}`) }, { title: 'matters.columns.registrar', value: (m) => m.registrarName }] },
    phone: { title: 'matters.columns.phone', value: (m) => m.phoneMasked, hidden: true },
    outcome: { title: 'matters.columns.outcome', value: (m) => m.outcome, with: [{ title: 'matters.columns.done', value: (m) => exactly(m.doneAt) }, { title: 'matters.columns.contacted', value: (m) => exactly(m.contactedAt) }], hidden: true },
    satisfaction: {
      title: 'matters.columns.satisfaction', value: (m, say) => (m.satisfaction ? say(`matters.satisfactions.${m.satisfaction}`) : ''), hidden: true,
      with: [{ title: 'matters.columns.resolved', value: (m, say) => (m.resolved === null ? '' : say(`matters.solved.${m.resolved ? 'yes' : 'no'}`)) }, { title: 'matters.columns.exclusion', value: (m, say) => (m.exclusion ? say(`matters.exclusions.${m.exclusion}`) : '') }],
    },
  }, (m) => m.personId ?? m.matterId),
}
