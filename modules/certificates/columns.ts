import { columnsOf, exactly } from '../../kernel/columns.ts'
import { certificatesApi } from './contract.ts'

const title = (name: string) => `certificates.columns.${name}`

/** Columns of the module's lists; of what has a number this is 用印登记 as a file. */
export const columns = {
  listCertificates: columnsOf(certificatesApi.listCertificates, 'certificates.title', {
    what: { title: title('what'), value: (c) => c.title, with: [{ title: title('number'), value: (c) => c.number }, { title: title('said'), value: (c) => c.said }] },
    who: { title: title('who'), value: (c) => c.name, with: [{ title: title('address'), value: (c) => c.address }] },
    purpose: { title: title('purpose'), value: (c) => c.purpose ?? c.officeTo, with: [{ title: title('copies'), value: (c) => c.copies }] },
    state: { title: title('state'), value: (c, say) => say(`certificates.states.${c.state}`), with: [{ title: title('voidReason'), value: (c) => c.voidReason }] },
    asked: { title: title('asked'), value: (c) => exactly(c.askedAt), with: [{ title: title('asker'), value: (c) => c.askerName }] },
    decided: { title: title('decided'), value: (c) => exactly(c.decidedAt), with: [{ title: title('decider'), value: (c) => c.deciderName }] },
    valid: { title: title('validTo'), value: (c) => c.validTo, hidden: true },
    office: { title: title('office'), value: (c) => c.officeName, with: [{ title: title('seal'), value: (c) => c.seal }], hidden: true },
  }, (c) => c.personId ?? c.certificateId),
}
