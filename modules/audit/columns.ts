import { columnsOf, exactly } from '../../kernel/columns.ts'
import { auditApi } from './contract.ts'

const title = (name: string) => `audit.page.${name}`

/** Columns of the module's lists. */
export const columns = {
  listAuditEvents: columnsOf(auditApi.listAuditEvents, 'audit.title', {
    who: { title: title('who'), value: (e, say) => e.accountName ?? say(`audit.actors.${e.actorKind}`), with: [{ title: 'accounts.grants.role', value: (e, say) => (e.role ? say(`accounts.roles.${e.role}`) : '') }] },
    act: { title: title('act'), value: (e, say) => say(e.detail?.['refused'] ? 'audit.refused' : `audit.acts.${e.act}`) },
    what: { title: title('what'), value: (e) => e.endpoint, with: [{ title: title('about'), value: (e) => e.subjects.join(' ') }] },
    why: { title: title('why'), value: (e) => e.reason },
    at: { title: title('at'), value: (e) => exactly(e.at) },
    from: { title: title('from'), value: (e) => e.ip, hidden: true },
    device: { title: title('device'), value: (e) => e.device, hidden: true },
    chain: { title: title('chainWord'), value: (e, say) => say(e.sealed ? 'audit.sealed' : 'audit.notSealed'), hidden: true },
  }),
}
