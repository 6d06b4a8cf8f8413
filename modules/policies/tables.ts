import type { Tables } from '../../kernel/tables.ts'

export const policiesTables = {
  policy: {
    about: '防控方案: an edition of an order, never changed after publishing; only its end is set when it is superseded',
    scope: { open: 'published orders are public documents and hold for everybody below; drafts are left out by the service' },
  },
  policy_attachment: {
    about: '附件: the order as it was issued, a sealed file belonging to one edition',
    scope: { open: 'belongs to a policy, which is a public document; of drafts it is left out by the service' },
  },
} satisfies Tables
