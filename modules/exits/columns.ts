import { columnsOf, exactly } from '../../kernel/columns.ts'
import { exitsApi } from './contract.ts'

const title = (name: string) => `exits.list.${name}`

/** Columns of the module's lists. */
export const columns = {
  listExits: columnsOf(exitsApi.listExits, 'exits.title', {
    person: { title: title('person'), value: (e) => e.name, with: [{ title: 'people.form.sex', value: (e, say) => (e.sex ? say(`people.sexes.${e.sex}`) : '') }, { title: title('age'), value: (e) => e.age }, { title: title('address'), value: (e) => e.address }] },
    kind: { title: title('kind'), value: (e, say) => say(`exits.kinds.${e.kind}`), with: [{ title: title('employer'), value: (e) => e.employer }] },
    destination: { title: title('destination'), value: (e) => e.destinationName },
    leaves: { title: title('leaves'), value: (e) => e.leavesOn, with: [{ title: title('until'), value: (e) => e.untilOn }] },
    state: { title: title('state'), value: (e, say) => say(e.ended ? `exits.ended.${e.ended}` : `exits.states.${e.state}`), with: [{ title: title('certificate'), value: (e) => e.certificateNo }, { title: title('dueBack'), value: (e) => exactly(e.dueBackAt) }, { title: title('notBackReason'), value: (e) => e.notBackReason }] },
    applied: { title: title('applied'), value: (e) => exactly(e.appliedAt), with: [{ title: title('channel'), value: (e, say) => say(`exits.channel.${e.channel}`) }, { title: title('askedOn'), value: (e) => e.askedOn }] },
    bus: { title: title('bus'), value: (e) => e.plate, with: [{ title: title('seat'), value: (e) => e.seatNo }], hidden: true },
    phone: { title: title('phone'), value: (e) => e.phoneMasked, hidden: true },
    document: { title: title('document'), value: (e) => e.documentMasked, hidden: true },
  }, (e) => e.personId),
}
