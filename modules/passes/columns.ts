import { columnsOf, exactly } from '../../kernel/columns.ts'
import { plateText } from '../people/rules.ts'
import { passesApi, type PassLine } from './contract.ts'
import { lastDayOf } from './rules.ts'

const title = (name: string) => `passes.page.${name}`
/** A visit ends at an hour. */
const until = (p: PassLine): string => (p.kind === 'visitor' ? exactly(p.validUntil) : lastDayOf(p.validUntil))

/** Columns of the module's lists; the register of passes that were issued. */
export const columns = {
  listPasses: columnsOf(passesApi.listPasses, 'passes.title', {
    number: { title: title('number'), value: (p) => p.number, with: [{ title: title('kind'), value: (p, say) => say(`passes.kinds.${p.kind}`) }] },
    holder: {
      title: title('holder'), value: (p) => p.name,
      with: [{ title: title('plate'), value: (p) => (p.plate ? plateText(p.plate) : '') }, { title: title('household'), value: (p) => p.members }, { title: title('address'), value: (p) => p.address }, { title: title('purpose'), value: (p, say) => (p.purpose ? say(`passes.purposes.${p.purpose}`) : '') }],
    },
    state: { title: title('state'), value: (p, say) => say(`passes.states.${p.state}`) },
    validity: { title: title('validity'), value: until, with: [{ title: title('recheckOn'), value: (p) => (p.state === 'valid' ? p.recheckOn : '') }] },
    issued: { title: title('issued'), value: (p) => exactly(p.issuedAt), with: [{ title: title('issuer'), value: (p) => p.issuerName }] },
    begins: { title: title('begins'), value: (p) => exactly(p.validFrom), hidden: true },
    print: { title: title('nth'), value: (p) => p.issue, hidden: true },
    special: { title: title('special'), value: (p, say) => (p.special ? say(title('special')) : ''), hidden: true },
  }, (p) => p.personId ?? p.householdId ?? p.passId),
}
