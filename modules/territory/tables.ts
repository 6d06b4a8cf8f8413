import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Level } from './contract.ts'

export const territoryTables = {
  area: { about: '辖区: a node of the territory tree', scope: 'area' },
  area_change: { about: '辖区变更: every creation, renaming, move, merger and closing', scope: 'area' },
} satisfies Tables

export interface AreaRow {
  id: string
  parentId: string | null
  areaPath: string
  level: Level
  name: string
  fullName: string
  code: string | null
  state: 'open' | 'closed'
  officePhone: string | null
  openedOn: Day
  closedOn: Day | null
}

/** An area with what stands in it. */
export interface AreaNode extends AreaRow {
  households: number
  persons: number
  hasChildren: boolean
}

export interface AreaChange {
  id: string
  areaId: string
  areaPath: string
  kind: ChangeKind
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  orderNo: string | null
  reason: string | null
  at: Instant
  accountId: string | null
  accountName: string | null
}

export type ChangeKind =
  | 'created' | 'renamed' | 'detailed' | 'moveAsked' | 'moved' | 'moveFailed' | 'mergeAsked' | 'mergeFailed' | 'mergedInto' | 'tookIn' | 'closed' | 'reopened'
