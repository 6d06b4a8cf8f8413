import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'

const beforeTerritory = 'looked up before a territory is known; lists are filtered by the service to the caller’s range'

export const accountsTables = {
  account: { about: '账号: somebody of the staff', scope: { open: beforeTerritory }, sealed: ['factor_sealed', 'factor_pending_sealed'] },
  grant_change: { about: '授权记录: every grant and withdrawal of a role and territory', scope: { open: beforeTerritory } },
  recovery_code: { about: '恢复码: one-time codes of an account, as keyed indexes', scope: { open: beforeTerritory } },
  role_request: { about: '授权申请: a role and area proposed for an account', scope: 'area' },
  account_request: { about: '请系统管理员办理: what the security administrator asks to be done about an account', scope: 'area' },
  leave: { about: '请假: who is away and who stands in', scope: { open: 'who is away is said to colleagues below as well; reasons are listed to the administrator of the territory only' } },
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
  passwordChangedAt: Instant | null
  /** 双因素: the secret that was confirmed, the one being enrolled, and the step of the last code taken. */
  factorSealed: string | null
  factorPendingSealed: string | null
  factorStep: number | null
  /** 账号有效期: the last day it may be used. */
  validUntil: Day | null
}

export interface SessionAccount {
  id: string
  name: string
  login: string
  role: string | null
  areaId: string | null
  areaPath: string | null
  mustChangePassword: boolean
  passwordChangedAt: Instant | null
  hasFactor: boolean
  validUntil: Day | null
  state: 'active' | 'suspended' | 'closed'
}

export interface FoundSession {
  sessionId: string
  /** When the second factor was given in this session. */
  factorAt: Instant | null
  account: SessionAccount
  /** Settings a session is judged by, as stored. */
  settings: Record<string, unknown> | null
}

