import { columnsOf, exactly } from '../../kernel/columns.ts'
import { accountsApi } from './contract.ts'

const login = 'accounts.page.login'
const roleOf = (row: { role: string | null }, say: (key: string) => string) => say(row.role ? `accounts.roles.${row.role}` : 'accounts.noRole')

/** Columns of the module's lists. */
export const columns = {
  listAccounts: columnsOf(accountsApi.listAccounts, 'accounts.title', {
    name: { title: 'accounts.manage.name', value: (a) => a.name, with: [{ title: login, value: (a) => a.login }] },
    role: { title: 'accounts.grants.role', value: roleOf, with: [{ title: 'accounts.grants.area', value: (a) => a.areaName }] },
    state: { title: 'accounts.page.state', value: (a, say) => (a.lockedUntil ? say('accounts.locked', { until: exactly(a.lockedUntil) }) : say(`accounts.states.${a.state}`)) },
    seen: { title: 'accounts.sessions.seen', value: (a) => exactly(a.lastSeenAt) },
    phone: { title: 'accounts.manage.officePhone', value: (a) => a.officePhone, hidden: true },
    created: { title: 'accounts.page.opened', value: (a) => exactly(a.createdAt), hidden: true },
  }),
  listGrants: columnsOf(accountsApi.listGrants, 'accounts.grants.title', {
    name: { title: 'accounts.manage.name', value: (g) => g.name, with: [{ title: login, value: (g) => g.login }] },
    role: { title: 'accounts.grants.role', value: roleOf },
    area: { title: 'accounts.grants.area', value: (g) => g.areaName },
    by: { title: 'accounts.grants.by', value: (g) => g.byName, with: [{ title: 'accounts.grants.reason', value: (g) => g.reason }] },
    since: { title: 'accounts.grants.since', value: (g) => exactly(g.since) },
  }),
}
