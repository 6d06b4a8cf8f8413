import { columnsOf, exactly } from '../../kernel/columns.ts'
import { rosterApi } from './contract.ts'

const title = (name: string) => `roster.page.${name}`

/** Columns of the module's lists. */
export const columns = {
  listImports: columnsOf(rosterApi.listImports, title('former'), {
    file: { title: title('file'), value: (b) => b.filename },
    state: { title: title('state'), value: (b, say) => say(`roster.states.${b.state}`) },
    added: { title: title('added'), value: (b) => b.personsAdded },
    changed: { title: title('changed'), value: (b) => b.personsChanged },
    needYou: { title: title('needYou'), value: (b) => b.rowsWrong + b.rowsInQuestion },
    when: { title: title('when'), value: (b) => exactly(b.createdAt), with: [{ title: title('importer'), value: (b) => b.createdByName }] },
  }),
}
