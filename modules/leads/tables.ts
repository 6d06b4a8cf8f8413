import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { LeadKind, LeadResult, LeadState, LeadSummary } from './contract.ts'

export const leadsTables = {
  lead: { about: '可疑线索: to the health centre with a running clock', scope: 'area' },
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
}
