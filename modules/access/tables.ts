import type { Day, Instant } from '../../kernel/dates.ts'

interface Covered { households: number; persons: number }
interface Looked { views: number; reveals: number; exports: number; lastAt: Instant | null }

export interface AccessListRow extends Covered, Looked {
  accountId: string; name: string; login: string; role: string; areaName: string; areaPath: string
  /** Belongs to the caller's territory. */
  mine: boolean
  state: 'active' | 'suspended' | 'closed'; validUntil: Day | null; hasFactor: boolean; lastSeenAt: Instant | null
  since: Instant | null; byName: string | null
}

export interface AccessAccountRow extends Covered, Looked {
  accountId: string; name: string; login: string; officePhone: string | null; role: string | null; state: 'active' | 'suspended' | 'closed'
  createdAt: Instant; validUntil: Day | null; hasFactor: boolean; lockedUntil: Instant | null
  areaId: string | null; area: string | null; fullName: string | null; level: string | null
  lastSignInAt: Instant | null; lastSeenAt: Instant | null
}

export interface LookRow extends Looked { accountId: string; name: string; role: string | null }

export interface WarnedRow extends Covered { accountId: string; name: string; login: string; role: string; areaPath: string; areaName: string; asked: boolean }
