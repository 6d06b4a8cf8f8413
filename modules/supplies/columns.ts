import { columnsOf, exactly } from '../../kernel/columns.ts'
import { suppliesApi } from './contract.ts'
import { standingOf } from './rules.ts'

const title = (name: string) => `supplies.list.${name}`

/** Columns of the module's lists; the movements in the order of form 18: 名称、规格、单位、来源、入、出、领用人、用途、结存、效期. */
export const columns = {
  listSupplies: columnsOf(suppliesApi.listSupplies, 'supplies.title', {
    name: { title: title('name'), value: (i) => i.name, with: [{ title: title('spec'), value: (i) => i.spec }, { title: title('unit'), value: (i) => i.unit }] },
    balance: { title: title('balance'), value: (i) => i.balance, with: [{ title: title('least'), value: (i) => i.least }] },
    standing: { title: title('standing'), value: (i, say) => say(`supplies.standings.${standingOf(i)}`) },
    days: { title: title('days'), value: (i) => i.days, with: [{ title: title('used'), value: (i) => i.used }] },
    expiresOn: { title: title('expiresOn'), value: (i) => i.expiresOn, with: [{ title: title('expired'), value: (i) => i.expired }] },
  }),
  listMovements: columnsOf(suppliesApi.listMovements, 'supplies.ledgerTitle', {
    name: { title: title('name'), value: (m) => m.item, with: [{ title: title('spec'), value: (m) => m.spec }, { title: title('unit'), value: (m) => m.unit }] },
    at: { title: title('at'), value: (m) => exactly(m.at), with: [{ title: title('kind'), value: (m, say) => say(`supplies.kinds.${m.kind}`) }] },
    source: { title: title('source'), value: (m, say) => (m.source ? say(`supplies.sources.${m.source}`) : ''), with: [{ title: title('donor'), value: (m) => m.donor }] },
    in: { title: title('in'), value: (m) => (m.quantity > 0 ? m.quantity : null) },
    out: { title: title('out'), value: (m) => (m.quantity < 0 ? -m.quantity : null) },
    recipient: { title: title('recipient'), value: (m) => m.recipient ?? m.door },
    purpose: { title: title('purpose'), value: (m) => m.purpose },
    balance: { title: title('balance'), value: (m) => m.balance },
    expiresOn: { title: title('expiresOn'), value: (m) => m.expiresOn },
    note: { title: title('note'), value: (m) => m.note, hidden: true },
    by: { title: title('by'), value: (m) => m.byName, hidden: true },
  }, (m) => m.householdId ?? m.movementId),
}
