import { columnsOf, exactly } from '../../kernel/columns.ts'
import { careApi } from './contract.ts'

/** 台账: the columns of form 19, without when the next visit is due. */
export const formNineteen = ['name', 'groups', 'place', 'phone', 'contact', 'need', 'answerer', 'rhythm', 'last', 'outcome', 'satisfaction'] as const

/** 附件19 困难群众帮扶: 姓名、类别、住址、电话、监护或联系人、需求、责任人、频次、走访记录、结果、满意, in its order. */
export const columns = {
  listCare: columnsOf(careApi.listCare, 'care.title', {
    name: { title: 'care.list.name', value: (c) => c.name },
    groups: { title: 'care.list.groups', value: (c, say) => c.groups.map((group) => say(`people.careGroups.${group}`)).join('、') },
    place: { title: 'care.list.area', value: (c) => c.areaName, with: [{ title: 'care.list.door', value: (c) => c.door }] },
    phone: { title: 'care.list.phone', value: (c) => c.phoneMasked, hidden: true },
    contact: { title: 'care.list.contact', value: (c) => c.contact?.name, with: [{ title: 'care.list.contactPhone', value: (c) => c.contact?.phoneMasked }], hidden: true },
    need: { title: 'care.list.need', value: (c) => c.need?.words, hidden: true },
    answerer: { title: 'care.list.answerer', value: (c, say) => c.answerer?.name ?? say('care.list.nobody') },
    rhythm: { title: 'care.list.rhythm', value: (c, say) => say('care.list.every', { n: c.days }) },
    last: { title: 'care.list.last', value: (c) => exactly(c.lastAt), with: [{ title: 'care.list.result', value: (c, say) => (c.lastResult ? say(`care.results.${c.lastResult}`) : '') }, { title: 'care.list.note', value: (c) => c.lastNote }] },
    outcome: { title: 'care.list.outcome', value: (c) => c.need?.outcome, hidden: true },
    satisfaction: { title: 'care.list.satisfaction', value: (c, say) => (c.need?.satisfaction ? say(`matters.satisfactions.${c.need.satisfaction}`) : ''), hidden: true },
    due: { title: 'care.list.due', value: (c) => c.dueOn, with: [{ title: 'care.list.state', value: (c, say) => say(`care.state.${c.state}`, { n: c.daysLate, day: c.dueOn }) }] },
  }, (c) => c.personId),
}
