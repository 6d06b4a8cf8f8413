import type { AuditEvent } from './contract.ts'

/** The tables `audit_event` and `audit_link` are the frame's (server/tables.ts): it alone writes them. */
export type AuditListRow = AuditEvent & { sealed: boolean }

export interface AuditLinkRow extends AuditEvent {
  no: number
  eventId: string
  hash: string
  /** Null when the event of the link is gone. */
  found: string | null
}
