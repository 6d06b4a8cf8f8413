import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type * as z from 'zod'
import type { hospitalTransport, LeadChannel, LeadKind, LeadResult, LeadState, LeadSummary } from './contract.ts'

export const leadsTables = {
  lead: { about: '可疑线索: to the health centre with a running clock', scope: 'area' },
  lead_event: { about: '线索经过: what happened with a lead, and who knew it when', scope: 'area' },
} satisfies Tables

export interface LeadRow {
  leadId: string
  kind: LeadKind
  state: LeadState
  areaId: string
  areaPath: string
  areaName: string
  personId: string | null
  personName: string | null
  sex: string | null
  birthOn: Day | null
  phoneMasked: string | null
  address: string | null
  summary: LeadSummary
  screeningId: string | null
  episodeId: string | null
  openedAt: Instant
  openerName: string | null
  dueAt: Instant
  receivedAt: Instant | null
  receiverName: string | null
  closedAt: Instant | null
  closerName: string | null
  result: LeadResult | null
  resultNote: string | null
  channel: LeadChannel | null
  hospital: string | null
  hospitalTransport: z.infer<typeof hospitalTransport> | null
  referredAt: Instant | null
  arrivedAt: Instant | null
  escalatedAt: Instant | null
  joinedTo: string | null
}
