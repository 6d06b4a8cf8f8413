import { columnsOf, exactly } from '../../kernel/columns.ts'
import type { Say } from '../../kernel/words.ts'
import { reportingApi } from './contract.ts'

/** Measure, window of the day or kind of lead. */
const inWords = (tag: string | null, say: Say): string =>
  ['measures', 'windows', 'leadKinds'].map((kind) => `reporting.${kind}.${tag}`).map((key) => ({ key, said: say(key) })).find(({ key, said }) => said !== key)?.said ?? ''

/** Columns of the module's lists. */
export const columns = {
  figurePeople: columnsOf(reportingApi.figurePeople, 'reporting.page.behind', {
    name: { title: 'people.form.name', value: (l) => l.name },
    address: { title: 'people.list.door', value: (l) => l.address },
    tag: { title: 'reporting.page.what', value: (l, say) => inWords(l.tag, say) },
    day: { title: 'quarantine.list.day', value: (l) => l.dayNo },
    at: { title: 'reporting.page.when', value: (l) => exactly(l.at) },
  }, (l) => l.personId ?? l.householdId ?? l.key),
}
