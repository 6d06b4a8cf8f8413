import { columnsOf, exactly } from '../../kernel/columns.ts'
import { formsApi } from './contract.ts'

/** Columns of the module's lists. */
export const columns = {
  listForms: columnsOf(formsApi.listForms, 'forms.title', {
    name: { title: 'forms.list.name', value: (f) => f.name, with: [{ title: 'forms.list.department', value: (f) => f.department }, { title: 'forms.list.basis', value: (f) => f.basis }] },
    due: { title: 'forms.list.due', value: (f) => exactly(f.dueAt), with: [{ title: 'forms.list.frequency', value: (f, say) => say(`forms.frequencies.${f.frequency}`) }] },
    state: { title: 'forms.list.state', value: (f, say) => say(`forms.states.${f.state}`), with: [{ title: 'forms.list.filledAt', value: (f) => exactly(f.filled?.at ?? null) }, { title: 'forms.list.filler', value: (f) => f.filled?.by ?? '' }] },
    admission: { title: 'forms.list.admission', value: (f, say) => say(`forms.admissions.${f.admission.state}`) },
    area: { title: 'forms.list.area', value: (f) => f.areaName, hidden: true },
    kind: { title: 'forms.list.kind', value: (f, say) => say(`forms.kinds.${f.kind}`), hidden: true },
  }),
}
