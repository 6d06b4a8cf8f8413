import { columnsOf } from '../../kernel/columns.ts'
import { peopleApi } from './contract.ts'

const title = (name: string) => `people.${name}`

/** Columns of the module's lists. */
export const columns = {
  listPeople: columnsOf(peopleApi.listPeople, 'people.title', {
    name: {
      title: title('form.name'), value: (p) => p.name,
      with: [{ title: title('form.sex'), value: (p, say) => say(`people.sexes.${p.sex}`) }, { title: title('list.age'), value: (p) => p.age }],
    },
    address: { title: title('list.door'), value: (p) => p.address },
    document: { title: title('list.document'), value: (p) => p.documentMasked },
    phone: { title: title('list.phone'), value: (p) => p.phoneMasked },
    marks: {
      title: title('list.marks'),
      value: (p, say) => [
        ...(p.measure ? [say(`quarantine.measures.${p.measure}`)] : []), ...(p.residency === 'permanent' ? [] : [say(`people.residencies.${p.residency}`)]),
        ...p.careGroups.map((group) => say(`people.careGroups.${group}`)),
      ].join('、'),
    },
    age: { title: title('list.age'), value: (p) => p.age, hidden: true },
    relation: { title: title('form.relation'), value: (p, say) => (p.relation ? say(`people.relations.${p.relation}`) : ''), hidden: true },
    residency: { title: title('form.residency'), value: (p, say) => say(`people.residencies.${p.residency}`), hidden: true },
    careGroups: { title: title('form.careGroups'), value: (p, say) => p.careGroups.map((group) => say(`people.careGroups.${group}`)).join('、'), hidden: true },
    measure: { title: title('list.managed'), value: (p, say) => (p.measure ? say(`quarantine.measures.${p.measure}`) : ''), hidden: true },
  }, (p) => p.id),
}
