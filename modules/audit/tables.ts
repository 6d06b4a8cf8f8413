import type { Tables } from '../../kernel/tables.ts'
import type { AuditEvent } from './contract.ts'

export const auditTables = {
  audit_check: { about: '校验记录: a verification of the whole audit chain', scope: { open: 'numbers of links and hashes; the chain is one for the installation' } },
} satisfies Tables

/** The tables `audit_event` and `audit_link` are the frame's (server/tables.ts): it alone writes them. */
export type AuditListRow = AuditEvent & { sealed: boolean }

export interface AuditLinkRow extends AuditEvent {
  no: number
  eventId: string
  hash: string
  /** Null when the event of the link is gone. */
  found: string | null
}
