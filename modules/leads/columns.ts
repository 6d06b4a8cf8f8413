import { columnsOf, exactly } from '../../kernel/columns.ts'
import { leadsApi } from './contract.ts'

/** Columns of the module's lists. */
export const columns = {
  listLeads: columnsOf(leadsApi.listLeads, 'leads.title', {
    person: {
      title: 'leads.columns.person', value: (l) => l.name,
      with: [
        { title: 'people.form.sex', value: (l, say) => (l.sex ? say(`people.sexes.${l.sex}`) : '') }, { title: 'people.list.age', value: (l) => l.age },
        { title: 'people.list.door', value: (l) => l.address ?? l.areaName },
      ],
    },
    seen: {
      title: 'leads.columns.seen', value: (l, say) => say(`leads.kinds.${l.kind}`),
      with: [
        { title: 'leads.columns.temperature', value: (l) => l.summary.temperature?.toFixed(1) }, { title: 'leads.columns.symptoms', value: (l, say) => l.summary.symptoms.map((one) => say(`policies.symptoms.${one}`)).join('、') },
      ],
    },
    clock: { title: 'leads.columns.clock', value: (l, say) => say(`leads.states.${l.state}`), with: [{ title: 'leads.columns.due', value: (l) => exactly(l.dueAt) }, { title: 'leads.columns.received', value: (l) => exactly(l.receivedAt) }] },
    opened: { title: 'leads.columns.opened', value: (l) => exactly(l.openedAt), with: [{ title: 'leads.columns.opener', value: (l) => l.openerName }] },
    phone: { title: 'people.list.phone', value: (l) => l.phoneMasked, hidden: true },
    receiver: { title: 'leads.columns.receiver', value: (l) => l.receiverName, hidden: true },
    result: { title: 'leads.columns.result', value: (l, say) => (l.result ? say(`leads.results.${l.result}`) : ''), with: [{ title: 'leads.columns.note', value: (l) => l.resultNote }], hidden: true },
  }, (l) => l.personId ?? l.leadId),
}
