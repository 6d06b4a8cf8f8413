import type { Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'

const beforeTerritory = 'looked up before a territory is known; lists are filtered by the service to the caller’s range'

export const accountsTables = {
  account: { about: '账号: somebody of the staff', scope: { open: beforeTerritory } },
  grant_change: { about: '授权记录: every grant and withdrawal of a role and territory', scope: { open: beforeTerritory } },
  session: { about: '登录: a session of an account', scope: { open: beforeTerritory } },
} satisfies Tables

/** What a sign-in is decided by. */
export interface AccountRow {
  id: string
  login: string
  name: string
  passwordHash: string
  mustChangePassword: boolean
  failedCount: number
  lockedUntil: Instant | null
  role: string | null
  areaId: string | null
  areaPath: string | null
  state: 'active' | 'suspended' | 'closed'
}

export interface SessionAccount {
  id: string
  name: string
  login: string
  role: string | null
  areaId: string | null
  areaPath: string | null
  mustChangePassword: boolean
  state: 'active' | 'suspended' | 'closed'
}

export interface FoundSession {
  sessionId: string
  account: SessionAccount
}

